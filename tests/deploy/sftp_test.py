#!/usr/bin/python3
"""Bringing files to OpenSSH: keys, passphrases, the agent, hosts that are not known, and connections that break."""

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import time
import unittest
from pathlib import Path
from unittest import mock

from hosts_test import AnyHost
from targets import LARGE, Hosts, fault, main, sftp

import server as servers

PASSPHRASE = "Câu Mật Khẩu"


def pieces(count: int, letter: str = "x") -> list[dict]:
    return [{"path": f"trang {i}", "bytes": letter * 2000} for i in range(count)]


class KnownAtAnyPort(Hosts):
    """A proxy before a server has the server's keys, at a port of its own."""

    def drive(self, server, password=None, **more):
        known = server.credentials.known_hosts
        if "port" in more and f":{more['port']} " not in known.read_text():
            lines = [line for line in known.read_text().splitlines() if f":{server.port} " in line]
            known.write_text(known.read_text() + "".join(line.replace(f":{server.port} ", f":{more['port']} ") + "\n" for line in lines))
        return super().drive(server, password, **more)


class Sftp(AnyHost, KnownAtAnyPort):
    """What every kind does."""

    test_certificates_that_are_not_good_are_refused = None  # there are none
    test_a_wrong_password_is_refused = None  # the server takes keys only

    def start(self, **more):
        return sftp.start(**more)

    def test_taken_up_no_more_once_told_so(self):
        """More than a hundred are under way from the beginning."""
        driver = self.connected(self.begin(self.start()))
        outcomes = driver.put(*pieces(600), stop_after=5)
        done = [i for i, outcome in enumerate(outcomes) if outcome is None]
        self.assertIn(len(done), range(5, 300))
        self.assertEqual({outcome.kind for outcome in outcomes if outcome}, {"passing"})
        self.assertEqual(sorted(driver.list()), sorted(f"trang {i}" for i in done))

    def test_it_replaces_at_once_and_locks(self):
        driver = self.drive(self.begin(self.start()))
        self.assertEqual(driver.connect(), {"headers": False, "replaces_at_once": True, "locks": True})

    def test_a_server_without_posix_rename_is_told_of_and_files_are_replaced_all_the_same(self):
        server = self.begin(self.start(extra="ForceCommand internal-sftp -u 0022 -P posix-rename\n"))
        driver = self.drive(server)
        self.assertFalse(driver.connect()["replaces_at_once"])
        for letter in "ab":
            self.all_done(driver.put(*pieces(300, letter)))
            self.assertEqual({self.bytes_of(server, path) for path in driver.list()}, {letter.encode() * 2000})
        self.assertEqual(len(driver.list()), 300)

    def test_new_keys_are_agreed_upon_while_files_travel(self):
        server = self.begin(self.start(extra="RekeyLimit 1M\n"))
        large = server.folder / "large"
        large.write_bytes(os.urandom(LARGE))
        driver = self.connected(server)
        self.all_done(driver.put({"path": "lớn", "file": large}, *pieces(200)))
        self.assertEqual(self.bytes_of(server, "lớn"), large.read_bytes())
        driver.read("lớn", to=server.folder / "back")
        self.assertEqual((server.folder / "back").read_bytes(), large.read_bytes())


class Identity(Hosts):
    """Who we are."""

    def home(self, server) -> Path:
        """A home folder of the user's own, and no agent."""
        home = server.folder / "home"
        (home / ".ssh").mkdir(parents=True)
        environment = mock.patch.dict(os.environ, {"HOME": str(home)})
        environment.start()
        self.addCleanup(environment.stop)
        os.environ.pop("SSH_AUTH_SOCK", None)
        return home

    def locked(self, server, form: str, kind: str) -> Path:
        """A copy of the key that a passphrase opens."""
        path = server.folder / f"locked-{form}-{kind}"
        shutil.copy(server.folder / f"user_{kind}", path)
        path.chmod(0o600)
        subprocess.run(["ssh-keygen", "-q", "-p", "-P", "", "-N", PASSPHRASE, "-m", form, "-f", path], check=True, stdout=subprocess.DEVNULL)
        return path

    def test_keys_of_both_types(self):
        for key in sftp.KEY_TYPES:
            with self.subTest(key=key):
                self.assertEqual(self.connected(self.begin(sftp.start(key))).list(), {})

    def test_a_key_with_a_passphrase(self):
        server = self.begin(sftp.start())
        for form, kind in (("RFC4716", "ed25519"), ("RFC4716", "rsa"), ("PEM", "rsa")):
            with self.subTest(form=form, kind=kind):
                path = self.locked(server, form, kind)
                self.connected(server, key_file=path, password=PASSPHRASE).list()
                failure = self.fails("refused", self.drive(server, key_file=path).connect)
                self.assertIn("needs a passphrase", failure.words)
                driver = self.drive(server, key_file=path, password="sai " + PASSPHRASE)
                failure = self.fails("refused", driver.connect)
                self.assertIn("does not open it", failure.words)
                self.assertNotIn(PASSPHRASE, driver.said)

    def test_the_agent(self):
        server = self.begin(sftp.start("rsa"))
        self.home(server)
        agent_socket = server.folder / "agent"
        agent = subprocess.Popen(["ssh-agent", "-D", "-a", agent_socket], stdout=subprocess.DEVNULL)
        self.addCleanup(agent.wait)
        self.addCleanup(agent.terminate)
        while not agent_socket.exists():
            time.sleep(0.01)
        os.environ["SSH_AUTH_SOCK"] = str(agent_socket)
        self.assertIn("the agent", self.fails("refused", self.drive(server, key_file="").connect).words)
        for kind in sftp.KEY_TYPES:
            with self.subTest(kind=kind):
                key = server.folder / f"user_{kind}"
                subprocess.run(["ssh-add", "-q", key], check=True)
                self.assertEqual(self.connected(server, key_file="").list(), {})
                subprocess.run(["ssh-add", "-q", "-d", key], check=True, stderr=subprocess.DEVNULL)

    def test_the_usual_keys_and_known_hosts_of_the_user(self):
        server = self.begin(sftp.start())
        home = self.home(server)
        failure = self.fails("refused", self.drive(server, key_file="").connect)
        self.assertIn("it takes a key; tried: nothing", failure.words)
        shutil.copy(server.credentials.key, home / ".ssh/id_rsa")
        shutil.copy(server.credentials.known_hosts, home / ".ssh/known_hosts")
        self.assertEqual(self.connected(server, key_file="", known_hosts="").list(), {})

    def test_another_key_is_refused_and_named(self):
        server, stranger = self.begin(sftp.start()), self.begin(sftp.start())
        failure = self.fails("refused", self.drive(server, key_file=stranger.credentials.key).connect)
        self.assertIn(f"tried: {stranger.credentials.key}", failure.words)
        for file, why in (("none", "cannot be read"), ("authorized_keys", "is no private key")):
            failure = self.fails("refused", self.drive(server, key_file=server.folder / file).connect)
            self.assertIn(why, failure.words)


class Trust(Hosts):
    """Who the host is."""

    def shown(self, server, known: Path, words_say: str) -> str:
        """The words of a refusal, in which the fingerprint is right; the host has not learnt who we are."""
        driver = self.drive(server, known_hosts=known)
        words = self.fails("distrusted", driver.connect).words
        self.assertIn(words_say, words)
        prints = subprocess.run(["ssh-keygen", "-lf", server.folder / "host_ed25519.pub"], capture_output=True, text=True, check=True).stdout
        self.assertIn(prints.split()[1], words)
        self.assertFalse(self.knows_us(server))
        return words

    def knows_us(self, server) -> bool:
        return re.search(rf"(for|user) {server.credentials.user}\b", server.log) is not None

    def obey(self, words: str) -> None:
        """Runs the command that the words end with."""
        command = re.search(r"fingerprint: (.*)$", words)[1]
        subprocess.run(command, shell=True, check=True, capture_output=True)

    def test_a_host_that_is_not_known(self):
        server = self.begin(sftp.start())
        known = server.folder / "my known hosts 100%h"
        self.obey(self.shown(server, known, "is not known"))
        self.assertEqual(self.connected(server, known_hosts=known).list(), {})
        self.assertTrue(self.knows_us(server))

    def test_a_host_whose_key_has_changed(self):
        server, other = self.begin(sftp.start()), self.begin(sftp.start())
        known = server.folder / "known"
        known.write_text(other.credentials.known_hosts.read_text().replace(str(other.port), str(server.port)))
        self.obey(self.shown(server, known, "has changed"))
        self.assertEqual(self.connected(server, known_hosts=known).list(), {})

    def test_a_list_that_only_has_keys_of_other_hosts(self):
        server, other = self.begin(sftp.start()), self.begin(sftp.start())
        self.shown(server, other.credentials.known_hosts, "is not known")


class Failures(KnownAtAnyPort):
    """What breaks on the way."""

    def whole(self, server, letters: bytes) -> None:
        """Every file with a name of its own is one whole page."""
        for file in server.root.rglob("trang*"):
            self.assertIn(file.read_bytes(), [letters[i : i + 1] * 2000 for i in range(len(letters))], file)

    def test_what_is_forbidden_is_refused(self):
        server = self.begin(sftp.start())
        driver = self.connected(server)
        self.all_done(driver.put({"path": "khóa/a", "bytes": "x"}))
        if servers.AS_ROOT:
            os.chown(server.root / "khóa", 0, 0)
        (server.root / "khóa").chmod(0o555)
        outcomes = driver.put({"path": "khóa/a", "bytes": "y"}, {"path": "khóa/b/c", "bytes": "y"}, {"path": "a", "bytes": "y"})
        self.assertEqual([outcome and outcome.kind for outcome in outcomes], ["refused", "refused", None])
        self.assertEqual([outcome.path for outcome in outcomes if outcome], ["khóa/a", "khóa/b/c"])
        self.assertEqual(driver.remove("khóa/a")[0].kind, "refused")
        self.assertEqual(driver.read("khóa/a"), "x")
        (server.root / "khóa").chmod(0o755)

    def test_a_server_that_is_killed_leaves_no_half_page_and_is_gone_on_with(self):
        server = self.begin(sftp.start())
        driver = self.connected(server)
        self.all_done(driver.put(*pieces(2000, "a")))
        driver.send("put", files=pieces(2000, "b"))
        while not any(b"b" in file.read_bytes() for file in server.root.glob("trang*")):
            pass
        for pid in servers.descendants(server.processes[0].pid):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        outcomes = driver.answer()["outcomes"]
        self.assertEqual({outcome["kind"] for outcome in outcomes if outcome}, {"passing"})
        for i, outcome in enumerate(outcomes):
            if outcome is None:
                self.assertEqual((server.root / f"trang {i}").read_bytes(), b"b" * 2000)
        self.whole(server, b"ab")
        driver.connect()
        self.all_done(driver.put(*pieces(2000, "b")))
        self.whole(server, b"b")
        self.assertEqual(len(list(server.root.iterdir())), 2000)

    def test_connections_that_are_cut_anywhere(self):
        server = self.begin(sftp.start())
        self.all_done(self.connected(server).put(*pieces(100, "a")))
        proxy = self.begin(fault.start(server.port))
        for reset in (False, True):
            for replies in (False, True):
                for after in (0, 10, 1000, 2500, 4000, 6000, 12_000, 50_000, 150_000):
                    with self.subTest(reset=reset, replies=replies, after=after):
                        self.cut_and_go_on(server, proxy, after, replies=replies, reset=reset)

    def cut_and_go_on(self, server, proxy, after: int, **how) -> None:
        driver = self.drive(server, port=proxy.port)
        proxy.cut(after, **how)
        kinds = set()
        try:
            driver.connect()
            kinds = {outcome.kind for outcome in driver.put(*pieces(100, "b")) if outcome}
        except Exception as failure:
            kinds = {getattr(failure, "kind", failure)}
        self.assertLessEqual(kinds, {"passing"})
        self.whole(server, b"ab")
        proxy.heal()
        driver.connect()
        self.all_done(driver.put(*pieces(100, "a")))
        self.whole(server, b"a")

    def test_a_host_that_never_says_a_word(self):
        with socket.create_server(("127.0.0.1", 0)) as listener:
            target = self.begin(sftp.start())
            driver = self.drive(target, port=listener.getsockname()[1], connect=1)
            begun = time.monotonic()
            self.fails("passing", driver.connect)
            self.assertLess(time.monotonic() - begun, 5)

    def test_a_host_that_falls_silent_at_any_point(self):
        server = self.begin(sftp.start())
        driver = self.connected(server, silence=1)
        for pid in servers.descendants(server.processes[0].pid):
            os.kill(pid, signal.SIGSTOP)
        begun = time.monotonic()
        outcomes = driver.put(*pieces(3000))
        self.assertLess(time.monotonic() - begun, 5)
        self.assertEqual({outcome.kind for outcome in outcomes}, {"passing"})

    @unittest.skipUnless(servers.AS_ROOT, "only root can mount a small file system")
    def test_a_full_disk(self):
        server = self.begin(sftp.start())
        small = server.root / "nhỏ"
        small.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m,mode=777", "tmpfs", small], capture_output=True).returncode != 0:
            self.skipTest("no file system can be mounted here")
        self.addCleanup(subprocess.run, ["umount", small], check=True)
        driver = self.connected(server)
        self.all_done(driver.put({"path": "nhỏ/trang", "bytes": "cũ"}))
        (server.folder / "large").write_bytes(b"x" * 3_000_000)
        [outcome, *others] = driver.put({"path": "nhỏ/trang", "file": server.folder / "large"}, *pieces(10))
        self.assertEqual(outcome.kind, "full")
        self.assertIn("room for 0 bytes", outcome.words)
        self.all_done(others)
        self.assertEqual(os.listdir(small), ["trang"])
        self.assertEqual((small / "trang").read_text(), "cũ")


if __name__ == "__main__":
    main()
