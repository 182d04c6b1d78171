"""What every test server shares: a temporary folder, a free port on loopback, a process that is ended with it."""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

LOOPBACK = "127.0.0.1"
PATIENCE = 10  # seconds until a server that does not listen counts as failed
AS_ROOT = os.geteuid() == 0


class CannotStart(Exception):
    """A server does not run here: its program is missing, or it ended; the message holds its last words."""


@dataclass
class Credentials:
    """What a client needs to be let in, and to know whom it speaks to. A server fills in what its kind has."""

    user: str = ""
    password: str = ""
    key: Path | None = None  # private key of the user, without a passphrase
    known_hosts: Path | None = None  # the server's host keys, in OpenSSH's form
    authority: Path | None = None  # certificate, in PEM, that the server's certificate is checked against
    access_key: str = ""
    secret_key: str = ""
    region: str = ""
    bucket: str = ""


@dataclass
class Server:
    """A running server: where it is, who may enter, and the folder on disk that it serves."""

    address: str
    credentials: Credentials
    root: Path  # what a client puts is found below it
    port: int
    folder: Path  # temporary, removed by stop()
    processes: list[subprocess.Popen] = field(default_factory=list)

    @property
    def log(self) -> str:
        """What the server has said so far."""
        log = self.folder / "log"
        return log.read_text(errors="replace") if log.exists() else ""

    def stop(self) -> None:
        """Ends the server and removes its folder. A second call does nothing."""
        for process in reversed(self.processes):
            end(process)
        self.processes.clear()
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


def temporary_folder(name: str, within: str | None = None) -> Path:
    """A new folder that servers which give up their rights can still pass through."""
    folder = Path(tempfile.mkdtemp(prefix=f"thidua-{name}-", dir=within))
    folder.chmod(0o711)
    return folder


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as listener:
        listener.bind((LOOPBACK, 0))
        return listener.getsockname()[1]


def program(name: str, package: str) -> str:
    """The path of a program; CannotStart names the package that has it."""
    path = shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    if not path:
        raise CannotStart(f"{name} is not installed, package {package} has it")
    return path


def served_folder(path: Path, user: str) -> Path:
    """Makes the folder that a server writes to: the user's, who is somebody else only if we are root."""
    path.mkdir(parents=True)
    if AS_ROOT:
        account = pwd.getpwnam(user)
        os.chown(path, account.pw_uid, account.pw_gid)
    return path


def launch(server: Server, command: list, port: int | None = None, **options) -> None:
    """Starts a process that stays in the foreground, its words going to the server's log, and waits until its port answers."""
    with open(server.folder / "log", "ab") as log:
        process = subprocess.Popen([str(part) for part in command], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                   start_new_session=True, **options)
    server.processes.append(process)
    deadline = time.monotonic() + PATIENCE
    while not answers(port or server.port):
        if process.poll() is not None or time.monotonic() > deadline:
            last_words = server.log[-2000:]
            server.stop()
            raise CannotStart(f"{command[0]} does not listen: {last_words}")
        time.sleep(0.02)


def answers(port: int) -> bool:
    """Whether somebody accepts connections on the port."""
    with socket.socket() as client:
        client.settimeout(1)
        return client.connect_ex((LOOPBACK, port)) == 0


def end(process: subprocess.Popen) -> None:
    """Ends a process with all that it has started, gently first: a server's open sessions must not outlive it."""
    family = descendants(process.pid)
    process.terminate()
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for pid in family:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def descendants(pid: int) -> list[int]:
    """The processes that a process has started, and those that they have."""
    children: dict[int, list[int]] = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            parent = int(status.read_text().rpartition(")")[2].split()[1])
            children.setdefault(parent, []).append(int(status.parent.name))
    found = [pid]
    for each in found:
        found += children.get(each, [])
    return found[1:]
