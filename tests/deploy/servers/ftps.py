"""ProFTPD with TLS that is required, on the control and on the data connection, begun explicitly (AUTH TLS).

Its only user is its own, not the system's. Run by root it locks that user into the folder; otherwise the address holds the folder's whole path.
"""

import grp
import os
import pwd
import subprocess
from pathlib import Path

import certificates
from server import AS_ROOT, LOOPBACK, Credentials, Server, free_port, launch, program, served_folder, temporary_folder

USER, PASSWORD = "xuat-ban", "mật khẩu: 100% @/ thử"  # a password that must be quoted wherever it travels in an address
RUNS_AS = "nobody"

CONFIG = """\
LoadModule mod_tls.c
ServerType standalone
DefaultAddress {loopback}
SocketBindTight on
Port {port}
UseIPv6 off
UseReverseDNS off
PidFile {folder}/pid
ScoreboardFile {folder}/scoreboard
ControlsEngine off
DelayEngine off
WtmpLog off
TransferLog none
User {user}
Group {group}
AuthPAM off
AuthOrder mod_auth_file.c
AuthUserFile {folder}/users
RequireValidShell off
{chroot}
AllowOverwrite on
AllowStoreRestart on
MaxInstances 100
UseEncoding off
TLSEngine on
TLSRequired {required}
TLSProtocol TLSv1.2 TLSv1.3
TLSECCertificateFile {certificate}
TLSECCertificateKeyFile {key}
TLSOptions {options}
TLSLog {folder}/tls.log
{extra}
"""


def start(certificate: str = "good", required: bool = True, session_reuse: bool = True, extra: str = "") -> Server:
    """Starts the server. certificate: one of certificates.KINDS. required=False lets clients speak plain text, to show that ours does not.
    session_reuse: a data connection must take up the control connection's TLS session, which is ProFTPD's default and vsftpd's."""
    proftpd = program("proftpd", "proftpd-core")
    folder = temporary_folder("ftps")
    root = served_folder(folder / "site", RUNS_AS)
    port = free_port()
    made = certificates.make(folder, certificate)
    account = pwd.getpwnam(RUNS_AS) if AS_ROOT else pwd.getpwuid(os.geteuid())
    write_users(folder, root, account)
    (folder / "config").write_text(CONFIG.format(
        loopback=LOOPBACK, port=port, folder=folder, certificate=made.chain, key=made.key, required="on" if required else "off",
        options="NoEmptyFragments" if session_reuse else "NoSessionReuseRequired", extra=extra,
        user=account.pw_name, chroot="DefaultRoot ~" if AS_ROOT else "", group=grp.getgrgid(account.pw_gid).gr_name))
    credentials = Credentials(user=USER, password=PASSWORD, authority=made.authority)
    server = Server(f"ftps://{LOOPBACK}:{port}{'/' if AS_ROOT else f'{root}/'}", credentials, root, port, folder)
    launch(server, [proftpd, "--nodaemon", "--config", folder / "config"])
    return server


def write_users(folder: Path, root: Path, account: pwd.struct_passwd) -> None:
    """The list of those who may enter, in the form of /etc/passwd; to the system they are all that account."""
    scrambled = subprocess.run(["openssl", "passwd", "-6", "-stdin"], input=PASSWORD, text=True, check=True, capture_output=True).stdout.strip()
    users = folder / "users"
    users.write_text(f"{USER}:{scrambled}:{account.pw_uid}:{account.pw_gid}::{root}:/bin/false\n")
    users.chmod(0o600)
