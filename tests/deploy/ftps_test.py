#!/usr/bin/python3
"""FTP hosts: encrypted or not at all, few sessions, servers that replace by renaming and others."""

import contextlib
import socket
import threading

from hosts_test import SECRET, AnyHost
from targets import Driver, Failed, Hosts, ftps, main, webdav


class Ftps(AnyHost, Hosts):
    def start(self, **more):
        return ftps.start(**more)

    def start_tls(self, certificate):
        return ftps.start(certificate)

    def test_a_server_without_tls_is_told_nothing(self):
        server = self.begin(webdav.start())  # no FTP at all
        self.assertIn(self.failure(self.drive(server, scheme="ftps", silence=2, connect=2)).kind, ("distrusted", "passing"))
        plain = self.begin(PlainFtp())
        driver = Driver({"scheme": "ftps", "host": "127.0.0.1", "port": plain.port, "folder": "/"}, "nguoi-dung", SECRET)
        self.addCleanup(driver.close)
        self.fails("distrusted", driver.connect)
        self.assertEqual(plain.heard[:1], ["AUTH TLS"])
        self.assertFalse([line for line in plain.heard if line.startswith(("USER", "PASS"))], plain.heard)

    def failure(self, driver) -> Failed:
        with self.assertRaises(Failed) as caught:
            driver.connect()
        return caught.exception

    def test_a_server_that_lets_us_in_twice_at_most_gets_all_files(self):
        server = self.begin(self.start(extra="MaxClientsPerUser 2"))
        driver = self.connected(server, jobs=6)
        self.all_done(driver.put(*({"path": f"{i}", "bytes": "x"} for i in range(40))))
        self.assertEqual(len(driver.list()), 40)

    def test_a_server_that_does_not_replace_by_renaming(self):
        server = self.begin(self.start(extra="<Directory /*>\n  AllowOverwrite off\n</Directory>"))
        driver = self.connected(server)
        self.assertTrue(driver.connect()["replaces_at_once"])
        for text in ("một", "hai", "ba"):
            outcomes = driver.put({"path": "x", "bytes": text})
            self.assertEqual([str(outcome) for outcome in outcomes if outcome], [])
            self.assertEqual(self.bytes_of(server, "x"), text.encode())
        self.assertFalse(driver.connect()["replaces_at_once"])

    def test_names_that_would_be_commands_are_not_sent(self):
        server = self.begin(self.start())
        driver = self.connected(server)
        (server.root / "giữ").write_bytes(b"x")
        outcomes = driver.put({"path": "x\r\nDELE giữ", "bytes": "x"}, {"path": "y", "bytes": "y"})
        self.assertEqual([outcome and outcome.kind for outcome in outcomes], ["refused", None])
        self.assertTrue((server.root / "giữ").exists())

    def test_nothing_temporary_is_left(self):
        server = self.begin(self.start())
        driver = self.connected(server)
        self.all_done(driver.put(*({"path": f"a/{i}", "bytes": "x"} for i in range(20))))
        self.assertEqual(sorted(each.name for each in (server.root / "a").iterdir()), sorted(str(i) for i in range(20)))


class PlainFtp:
    """Speaks FTP without TLS, and keeps what it is told."""

    def __init__(self):
        self.heard = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        with contextlib.suppress(OSError):
            while True:
                client, _ = self.listener.accept()
                with client, client.makefile("rw", newline="\r\n") as lines:
                    print("220 ready", file=lines, flush=True)
                    for line in lines:
                        self.heard.append(line.strip())
                        print("331 go on" if line.startswith("USER") else "500 what?", file=lines, flush=True)

    def stop(self):
        self.listener.close()


if __name__ == "__main__":
    main()
