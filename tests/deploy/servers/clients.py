"""Clients that are not ours, curl(1) and sftp(1), and what tests send with them."""

import hashlib
import subprocess
import unittest

NAMES = ["tệp tiếng Việt.txt", "a b.txt", "100%.txt", "a+b=c.txt"]
FOLDER = "thư mục"
FIRST, SECOND = b"first\n", b"the second, which is longer\n"
TIME_OUT = 30  # seconds


def run(*command, **options):
    """Runs a client; gives its exit status, output and complaints."""
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=TIME_OUT, **options)


def curl(server, *options, user: str | None = None):
    """curl as the server's user, who may be replaced; the output ends with the HTTP status."""
    who = user or f"{server.credentials.user}:{server.credentials.password}"
    trust = ["--cacert", server.credentials.authority] if server.credentials.authority else []
    return run("curl", "-sS", "--noproxy", "*", "-w", "%{http_code}", "-u", who, *trust, *options)


def ask(server, *commands):
    """sftp as the server's user, with these commands; it ends at the first that fails."""
    known = [f"-oUserKnownHostsFile={server.credentials.known_hosts}", "-oGlobalKnownHostsFile=/dev/null", "-oStrictHostKeyChecking=yes"]
    key = ["-F", "none", "-oIdentitiesOnly=yes", "-oIdentityAgent=none", f"-oIdentityFile={server.credentials.key}"]
    place = ["-P", server.port, f"{server.credentials.user}@127.0.0.1"]
    return run("sftp", "-b", "-", *known, *key, *place, input="\n".join(commands) + "\n")


def path_of(server) -> str:
    """The path of an address."""
    return server.address.partition(f":{server.port}")[2]


def curl_address(server) -> str:
    """The address of an FTPS server as curl wants it, to which ftps:// means TLS from the first byte, and whose paths are the user's own
    folder's unless they begin with //."""
    return server.address.replace("ftps://", "ftp://").replace(f":{server.port}/", f":{server.port}//")


def signed(server, body: bytes, secret: str | None = None) -> list:
    """What makes curl sign a request with this body."""
    who = server.credentials
    return ["--aws-sigv4", f"aws:amz:{who.region}:s3", "-H", f"x-amz-content-sha256: {hashlib.sha256(body).hexdigest()}",
            "-u", f"{who.access_key}:{secret or who.secret_key}"]


class Files(unittest.TestCase):
    """Two files on disk to send, and a server that ends with its test."""

    def begin(self, server):
        self.addCleanup(server.stop)
        for name, content in (("first", FIRST), ("second", SECOND)):
            (server.folder / name).write_bytes(content)
            (server.folder / name).chmod(0o644)
        return server

    def done(self, result):
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        return result.stdout
