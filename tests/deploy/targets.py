"""What the program is told of each kind of test server, and how its own tests go about them."""

import json
import os
import sys
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE / "servers")]

import certificates  # noqa: E402
import fault  # noqa: E402
import ftps  # noqa: E402
import s3  # noqa: E402
import sftp  # noqa: E402
import webdav  # noqa: E402
from clients import path_of  # noqa: E402
from driver import Driver, Failed, NotBuilt  # noqa: E402, F401
from server import CannotStart  # noqa: E402

NAMES = ["tệp tiếng Việt.txt", "a b.txt", "100%.txt", "a+b=c.txt", "%41.txt", "a&b<c>'d\"e.txt", "a;b,c#d?e.txt", ".ẩn"]
FOLDERS = ["", "thư mục/", "sâu/hơn nữa/100%+=/"]
LARGE = 50_000_000  # bytes


def target_of(server, **more) -> dict:
    """The target that is this server's folder."""
    scheme = server.address.partition(":")[0]
    who = server.credentials
    target = {"host": "127.0.0.1", "port": server.port, "folder": path_of(server), "jobs": 4, "connect": 5, "silence": 5}
    if who.authority:
        target["authorities"] = who.authority
    if who.bucket:
        target |= {"scheme": "s3", "tls": scheme == "https", "bucket": who.bucket, "region": who.region, "folder": ""}
    elif scheme in ("http", "https"):
        target |= {"scheme": "webdav", "tls": scheme == "https"}
    elif scheme == "sftp":
        target |= {"scheme": "sftp", "key_file": who.key, "known_hosts": who.known_hosts, "user": who.user}
    else:
        target |= {"scheme": "ftps"}
    return target | more


def secrets_of(server) -> dict:
    who = server.credentials
    return {"user": who.access_key or who.user, "password": who.secret_key or who.password}


class Hosts(unittest.TestCase):
    """Servers and drivers that end with their test."""

    def begin(self, server):
        self.addCleanup(server.stop)
        return server

    def drive(self, server, password: str | None = None, **more) -> Driver:
        """The program on that server; more: what is told otherwise of the target."""
        secrets = secrets_of(server)
        if password is not None:
            secrets["password"] = password
        driver = Driver(target_of(server, **more), **secrets)
        self.addCleanup(self.end, driver, secrets["password"])
        return driver

    def end(self, driver: Driver, password: str) -> None:
        """Whatever has failed, no answer may hold the password."""
        driver.close()
        if password:
            self.assertNotIn(json.dumps(password)[1:-1], driver.said)
            self.assertNotIn(password, driver.said)

    def connected(self, server, **more) -> Driver:
        driver = self.drive(server, **more)
        driver.connect()
        return driver

    def fails(self, kind: str, call, *arguments, **named) -> Failed:
        """The failure of that kind which a call must end in."""
        with self.assertRaises(Failed) as caught:
            call(*arguments, **named)
        self.assertEqual(caught.exception.kind, kind, caught.exception)
        return caught.exception

    def all_done(self, outcomes: list) -> None:
        self.assertEqual([str(outcome) for outcome in outcomes if outcome], [])


class Result(unittest.TextTestResult):
    """Skips what needs a server that is not installed, unless THIDUA_ALL_SERVERS is set, as `./run test` has it, which
    installs them. One that is installed and does not start is an error."""

    def addError(self, test, error):
        not_installed = isinstance(error[1], CannotStart) and "does not listen" not in str(error[1])
        if not_installed and not os.environ.get("THIDUA_ALL_SERVERS"):
            self.addSkip(test, str(error[1]))
        else:
            super().addError(test, error)

    def addSubTest(self, test, subtest, error):
        if error and isinstance(error[1], CannotStart):
            self.addError(subtest, error)
        else:
            super().addSubTest(test, subtest, error)


def main() -> None:
    """Runs a file's tests; ends with 77, as CTest wants it, where all were skipped."""
    result = unittest.main(testRunner=unittest.TextTestRunner(resultclass=Result), exit=False).result
    nothing_ran = result.testsRun <= len(result.skipped)  # a class that could not be set up ran nothing
    sys.exit(77 if nothing_ran and result.wasSuccessful() else not result.wasSuccessful())
