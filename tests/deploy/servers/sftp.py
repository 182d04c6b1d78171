"""OpenSSH's internal-sftp with keys of its own. Run by root it locks its user into a chroot, as web hosts do; otherwise it serves its folder without."""

import getpass
import os
import subprocess
from pathlib import Path

from server import AS_ROOT, LOOPBACK, Credentials, Server, free_port, launch, program, served_folder, temporary_folder

KEY_TYPES = {"rsa": ["-t", "rsa", "-b", "2048"], "ed25519": ["-t", "ed25519"]}
CHROOT_PARENT = "/run"  # sshd refuses a chroot below a folder that all may write to, as /tmp is
SEPARATION = Path("/run/sshd")  # sshd run by root insists on it

# Without PAM sshd reads /etc/shadow to see whether an account is locked, which only root may.
CONFIG = """\
Port {port}
ListenAddress {loopback}
HostKey {folder}/host_rsa
HostKey {folder}/host_ed25519
AuthorizedKeysFile {folder}/authorized_keys
PidFile none
UsePAM {pam}
StrictModes no
PasswordAuthentication no
KbdInteractiveAuthentication no
PubkeyAcceptedAlgorithms rsa-sha2-512,rsa-sha2-256,ssh-ed25519
Subsystem sftp internal-sftp
ForceCommand internal-sftp -u 0022
ChrootDirectory {chroot}
MaxStartups 100
LogLevel VERBOSE
"""


def start(key: str = "ed25519", extra: str = "") -> Server:
    """Starts the server. key: the type that credentials.key has ("rsa" or "ed25519"; either is let in). extra: more lines of sshd_config."""
    sshd = program("sshd", "openssh-server")
    folder = temporary_folder("sftp", CHROOT_PARENT if AS_ROOT else None)
    user = "nobody" if AS_ROOT else getpass.getuser()
    (folder / "chroot").mkdir()
    root = served_folder(folder / "chroot/site", user)
    if AS_ROOT:
        SEPARATION.mkdir(mode=0o755, exist_ok=True)
    port = free_port()
    write_keys(folder, port)
    chroot = folder / "chroot" if AS_ROOT else "none"
    (folder / "config").write_text(extra + CONFIG.format(port=port, loopback=LOOPBACK, folder=folder, chroot=chroot, pam="no" if AS_ROOT else "yes"))
    path = "/site/" if AS_ROOT else f"{root}/"
    credentials = Credentials(user=user, key=folder / f"user_{key}", known_hosts=folder / "known_hosts")
    server = Server(f"sftp://{user}@{LOOPBACK}:{port}{path}", credentials, root, port, folder)
    launch(server, [sshd, "-D", "-e", "-f", folder / "config"])
    return server


def write_keys(folder: Path, port: int) -> None:
    """Makes the host's and the user's keys, the list of keys that are let in, and the list of hosts a client knows."""
    known, authorized = [], []
    for kind in KEY_TYPES:
        known.append(f"[{LOOPBACK}]:{port} {make_key(folder / f'host_{kind}', kind)}")
        authorized.append(make_key(folder / f"user_{kind}", kind))
    (folder / "known_hosts").write_text("".join(known))
    (folder / "authorized_keys").write_text("".join(authorized))
    os.chmod(folder / "authorized_keys", 0o644)  # sshd reads it as the user


def make_key(path: Path, kind: str) -> str:
    """Makes a key pair without a passphrase; gives the public one, as a line."""
    subprocess.run(["ssh-keygen", "-q", "-N", "", "-C", "test", *KEY_TYPES[kind], "-f", str(path)], check=True)
    return path.with_suffix(".pub").read_text()
