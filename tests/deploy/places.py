"""Where the finished program publishes to in the tests: each kind of host, with what deploy.json says of it and how readers come to it."""

import json
import os
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import quote

import targets  # noqa: F401  (finds the servers)
from sites import FORMS, JOURNAL, MANIFEST, PROGRAM, TODAY, Site, digest, plain

import ftps
import pages
import s3
import sftp
import webdav
from clients import path_of

FOLDER = "trang tỉnh 100%+="  # on each host; every letter of it has to be written otherwise somewhere
START = {
    "sftp": sftp.start,
    "ftps": ftps.start,
    "apache": lambda **more: webdav.start("apache", **more),
    "nginx": lambda **more: webdav.start("nginx", **more),
    "s3": s3.start,
    "s3-virtual": lambda **more: s3.start(**{"certificate": "good", **more}),
}


class Place:
    """A server of a kind, or a folder, and the program's ways there."""

    def __init__(self, kind: str, folder: str = FOLDER, **more):
        self.kind, self.name = kind, folder
        self.work = Path(tempfile.mkdtemp(prefix="thidua-place-"))
        self.work.chmod(0o711)
        self.server = START[kind](**more) if kind != "folder" else None
        self.in_bucket = kind.startswith("s3")
        root = self.server.root if self.server else self.work / "live"
        self.shown = root / (s3.BUCKET if self.in_bucket else "") / folder
        self.readers = None

    def close(self) -> None:
        for server in filter(None, (self.readers, self.server)):
            server.stop()
        subprocess.run(["rm", "-rf", self.work], check=True)

    def open_to_readers(self) -> str:
        """Starts the web server that readers come to; gives its address."""
        if not self.readers and self.in_bucket:
            self.readers = pages.before_bucket(self.server.behind, f"/{s3.BUCKET}/{self.name}")
        elif not self.readers:
            self.readers = pages.start(self.shown)
        return self.readers.address

    def address(self, port: int = 0) -> str:
        """As deploy.json has it; port: of a proxy in between."""
        if not self.server:
            return str(self.shown)
        who, at, name = self.server.credentials, f"127.0.0.1:{port or self.server.port}", quote(self.name)
        tls = self.server.address.startswith("https")
        if self.in_bucket:
            virtual = self.kind == "s3-virtual"
            endpoint = f"http{'s' * tls}://{at.replace('127.0.0.1', 's3.localhost') if virtual else at}"
            return f"s3://{who.bucket}/{name}?endpoint={quote(endpoint, safe='')}&region={who.region}&style={'virtual' if virtual else 'path'}"
        if self.kind in ("apache", "nginx"):
            return f"webdav{'s' * tls}://{at}/{name}"
        return f"{self.kind}://{who.user}@{at}{path_of(self.server)}{name}"

    def describe(self, site: Site, port: int = 0, **more) -> None:
        """Writes the site's deploy.json, in which this place is "noi". port: of a proxy in between. more: what else it says."""
        target = {"address": self.address(port)}
        if self.server:
            who = self.server.credentials
            files = {"known_hosts": who.known_hosts, "key_file": who.key, "authorities": who.authority}
            target |= {name: str(path) for name, path in files.items() if path}
        if port and "known_hosts" in target:
            known = self.work / f"known_hosts_{port}"
            known.write_text(who.known_hosts.read_text().replace(f":{self.server.port} ", f":{port} "))
            target["known_hosts"] = str(known)
        if self.readers:
            target["public_address"] = self.readers.address
        (site.root / "deploy.json").write_text(json.dumps({"targets": {"noi": target | more}}))

    def secrets(self) -> dict[str, str]:
        """For the program's environment."""
        if not self.server:
            return {}
        who = self.server.credentials
        if self.in_bucket:
            return {"AWS_ACCESS_KEY_ID": who.access_key, "AWS_SECRET_ACCESS_KEY": who.secret_key}
        return {"THIDUA_DEPLOY_USER": who.user, "THIDUA_DEPLOY_PASSWORD": who.password} if who.password else {}

    def start(self, site: Site, *options, **environment) -> subprocess.Popen:
        """Starts a deployment, with nothing of the caller's environment but the paths."""
        command = [PROGRAM, "deploy", "noi", "--root", site.root, "--output", site.output, "--today", TODAY, "--lang", "en", "--allow-illustrative"]
        clean = {"PATH": os.environ["PATH"], "HOME": str(self.work), **self.secrets(), **environment}
        return subprocess.Popen([*map(str, command), *options], env=clean, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def deploy(self, site: Site, *options, **environment) -> subprocess.CompletedProcess:
        process = self.start(site, *options, **environment)
        out, err = process.communicate(timeout=60)
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)

    def on_disk(self, path: str) -> Path:
        """Where a file of the site lies on the server's disk."""
        return self.shown / (path + "._S3rver_object" if self.in_bucket else path)

    def files(self) -> dict[str, str]:
        """What is there, as readers get it: hashes by path."""
        out = {}
        for path in sorted(self.shown.rglob("*")):
            name = str(path.relative_to(self.shown))
            if not path.is_file() or (self.in_bucket and not name.endswith("._S3rver_object")):
                continue
            name = name.removesuffix("._S3rver_object")
            out[name] = digest(plain(path.read_bytes(), self.encoding(path)))
        return out

    def encoding(self, path: Path) -> str:
        if not self.in_bucket:
            return ""
        told = json.loads(path.with_name(path.name.replace("._S3rver_object", "._S3rver_metadata.json")).read_text())
        return told.get("content-encoding", "")

    def site_files(self) -> dict[str, str]:
        """The same without forms and the program's own lists."""
        return {path: each for path, each in self.files().items() if not path.endswith(FORMS) and path not in (MANIFEST, JOURNAL)}
