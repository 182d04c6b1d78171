"""s3rver behind a proxy that checks signatures, which s3rver does not. Path style, and virtual-host style below "s3.localhost"."""

import os
import secrets
import sys
from dataclasses import dataclass
from pathlib import Path

import certificates
from server import LOOPBACK, CannotStart, Credentials, Server, free_port, launch, program, temporary_folder

HERE = Path(__file__).resolve().parent
S3RVER = HERE / "node_modules/s3rver/bin/s3rver.js"
STORE = HERE / "node_modules/s3rver/lib/stores/filesystem.js"
ACCESS_KEY = "S3RVER"  # the only one that s3rver knows; the secret is the proxy's and of no meaning to s3rver
REGION = "vn-kiem-thu-1"
BUCKET = "phong-trao"


@dataclass
class S3Server(Server):
    """Its root holds a folder for each bucket; `read` finds an object in there."""

    behind: int = 0  # s3rver's own port, which nobody guards
    bucket_address: str = ""  # of the bucket in virtual-host style; programs that ask the system must resolve the name themselves

    def read(self, key: str) -> bytes:
        """The bytes of an object, as they lie on disk."""
        return (self.root / self.credentials.bucket / f"{key}._S3rver_object").read_bytes()


def start(certificate: str | None = None) -> S3Server:
    """Starts the server. certificate: one of certificates.KINDS, or None for plain HTTP."""
    if not S3RVER.exists():
        raise CannotStart(f"s3rver is not installed: npm ci --prefix {HERE} --ignore-scripts")
    folder = temporary_folder("s3")
    root = folder / "site"
    root.mkdir()
    (folder / "aside").mkdir()
    credentials = Credentials(access_key=ACCESS_KEY, secret_key=secrets.token_urlsafe(30), region=REGION, bucket=BUCKET)
    made = certificates.make(folder, certificate) if certificate else None
    credentials.authority = made.authority if made else None
    port, behind = free_port(), free_port()
    scheme = "https" if made else "http"
    server = S3Server(f"{scheme}://{LOOPBACK}:{port}/", credentials, root, port, folder, behind=behind,
                      bucket_address=f"{scheme}://{BUCKET}.s3.localhost:{port}/")
    # The legacy provider is for the tokens of lists of more than a page, which s3rver scrambles with DES.
    launch(server, [program("node", "nodejs"), "--openssl-legacy-provider", "--require", HERE / "replace_at_once.js", S3RVER, "--silent", "-d", root, "-a", LOOPBACK, "-p", behind, "--service-endpoint", "localhost", "--configure-bucket", BUCKET], behind,
           env={**os.environ, "S3RVER_STORE": str(STORE), "S3RVER_ASIDE": str(folder / "aside")})
    tls = [made.chain, made.key] if made else []
    launch(server, [sys.executable, "-B", HERE / "s3_proxy.py", port, behind, REGION, ACCESS_KEY, *tls],
           env={**os.environ, "S3_PROXY_SECRET": credentials.secret_key})
    return server
