#!/usr/bin/python3
"""The proxy before a server spoils what it was asked to spoil, and nothing else."""

import socket
import sys
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

import certificates  # noqa: E402
import fault  # noqa: E402
import sftp  # noqa: E402
import webdav  # noqa: E402
from clients import SECOND, Files, curl, run  # noqa: E402
from server import LOOPBACK  # noqa: E402


class Fault(Files):
    """Seen through curl, before the WebDAV server of nginx."""

    def setUp(self):
        self.server = self.begin(webdav.start("nginx"))
        self.proxy = fault.start(self.server.port)
        self.addCleanup(self.proxy.stop)
        self.address = f"http://127.0.0.1:{self.proxy.port}/"

    def put(self, *options):
        return curl(self.server, "-T", self.server.folder / "second", self.address + "a.txt", *options)

    def test_passes_everything_on_by_itself(self):
        self.assertEqual(self.done(self.put()), "201")
        self.assertEqual(self.done(curl(self.server, self.address + "a.txt")), SECOND.decode() + "200")

    def test_cuts_a_request_and_a_reply(self):
        big = self.server.folder / "big"
        big.write_bytes(bytes(300_000))
        self.proxy.cut(100_000)
        self.assertNotEqual(curl(self.server, "-T", big, self.address + "big").returncode, 0)
        self.assertFalse((self.server.root / "big").exists())
        self.assertEqual(self.done(curl(self.server, "-T", big, self.address + "big")), "201")
        self.proxy.cut(100_000, replies=True)
        self.assertEqual(curl(self.server, "-o", "/dev/null", self.address + "big").returncode, 18)  # a part of the file only
        self.assertEqual(self.done(curl(self.server, "-o", "/dev/null", self.address + "big")), "200")
        self.assertEqual(self.proxy.spoilt, 2)

    def test_resets(self):
        self.proxy.cut(10, reset=True)
        with socket.create_connection((LOOPBACK, self.proxy.port)) as client:
            client.sendall(b"GET / HTTP/1.1\r\n")
            self.assertRaises(ConnectionResetError, client.recv, 1)
        self.proxy.refuse()
        for _ in range(3):
            with socket.create_connection((LOOPBACK, self.proxy.port)) as client:
                self.assertRaises(ConnectionResetError, client.recv, 1)
        self.proxy.heal()
        self.assertEqual(self.done(self.put()), "201")

    def test_answers_with_errors_in_the_middle_of_a_connection(self):
        big = self.server.folder / "big"
        big.write_bytes(bytes(3_000_000))  # more than what curl sends unasked
        for status in (500, 503):
            self.proxy.answer(status, times=2, after=1)
            connections = self.proxy.connections
            sent = []
            for number in range(4):
                sent += ["-T", big, f"{self.address}{status}-{number}"]
            self.assertEqual(curl(self.server, *sent).stdout, f"201{status}{status}201")
            self.assertEqual(sorted(path.name for path in self.server.root.glob(f"{status}-*")), [f"{status}-0", f"{status}-3"])
            self.assertLessEqual(self.proxy.connections - connections, 3)  # curl leaves a connection on which it was refused leave to send

    def test_delays(self):
        self.proxy.slow(0.2)
        taken = run("curl", "-sS", "-o", "/dev/null", "-w", "%{time_total}", self.address)
        self.assertGreater(float(taken.stdout), 0.4)  # there and back

    def test_speaks_tls_to_clients_where_the_server_does_not(self):
        made = certificates.make(self.server.folder)
        proxy = fault.start(self.server.port, made)
        self.addCleanup(proxy.stop)
        proxy.answer(503)
        put = ["-T", self.server.folder / "second", "--cacert", made.authority, f"https://127.0.0.1:{proxy.port}/a.txt"]
        self.assertEqual([curl(self.server, *put).stdout, curl(self.server, *put).stdout], ["503", "201"])

    def test_stands_before_ssh_too(self):
        server = self.begin(sftp.start())
        proxy = fault.start(server.port)
        self.addCleanup(proxy.stop)
        reach = ["ssh-keyscan", "-p", proxy.port, "-t", "ed25519", "127.0.0.1"]
        self.assertIn("ssh-ed25519", run(*reach).stdout)
        proxy.cut(100)
        self.assertNotIn("ssh-ed25519", run(*reach).stdout)


if __name__ == "__main__":
    unittest.main()
