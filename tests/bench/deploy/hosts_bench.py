#!/usr/bin/python3
"""How fast small files reach a host on loopback, beside Debian's rclone on the same server, in turn.

    hosts_bench.py s3 | webdav | ftps [--files 10000] [--jobs 4] [--rounds 3]

Both begin with an empty folder each time, and what arrived is counted. rclone is run twice: as it comes, and without the questions that S3
lets it leave out, as far as the kind has such.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "deploy"))

from targets import Driver, ftps, s3, secrets_of, target_of, webdav  # noqa: E402

START = {"s3": s3.start, "webdav": webdav.start, "ftps": ftps.start}
LEAN = {"s3": ["--s3-no-check-bucket", "--s3-no-head"], "webdav": [], "ftps": []}
MEMORY = "/dev/shm"  # for all files of both sides and of the servers: the disk is not what is measured
SIZE = 2048  # bytes of each file
PER_FOLDER = 100


def make_tree(folder: Path, files: int) -> None:
    for i in range(files):
        path = folder / f"{i // PER_FOLDER:03}" / f"trang {i}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(f"{i:08}".encode() * (SIZE // 8))


def ours(kind: str, server, tree: Path, jobs: int) -> float:
    with Driver(target_of(server, jobs=jobs), **secrets_of(server)) as driver:
        begun = time.monotonic()
        driver.connect()
        failures, _ = driver.put_tree(tree)
        seconds = time.monotonic() - begun
    if failures:
        raise SystemExit(f"{len(failures)} files failed: {failures[0]}")
    return seconds


def remote(kind: str, server) -> tuple[str, dict]:
    """What rclone is told: the address, and the settings, in its environment alone."""
    who = server.credentials
    scrambled = subprocess.run(["rclone", "obscure", who.password], capture_output=True, text=True).stdout.strip() if who.password else ""
    settings = {
        "s3": {"TYPE": "s3", "PROVIDER": "Other", "ENDPOINT": server.address, "REGION": who.region, "ACCESS_KEY_ID": who.access_key,
               "SECRET_ACCESS_KEY": who.secret_key, "FORCE_PATH_STYLE": "true"},
        "webdav": {"TYPE": "webdav", "URL": server.address, "USER": who.user, "PASS": scrambled, "VENDOR": "other"},
        "ftps": {"TYPE": "ftp", "HOST": "127.0.0.1", "PORT": str(server.port), "USER": who.user, "PASS": scrambled, "EXPLICIT_TLS": "true",
                 "NO_CHECK_CERTIFICATE": "true"},
    }[kind]
    return f"thu:{who.bucket}", {f"RCLONE_CONFIG_THU_{key}": value for key, value in settings.items()}


def rclone(kind: str, server, tree: Path, jobs: int, *more: str, below: str = "") -> float:
    """below: a folder on the host."""
    address, settings = remote(kind, server)
    command = ["rclone", "--config", "/dev/null", "copy", tree, f"{address}/{below}", "--transfers", str(jobs), "--retries", "1", *more]
    begun = time.monotonic()
    environment = {key: value for key, value in os.environ.items() if key != "AWS_CA_BUNDLE"}  # rclone 1.60 does not start with it
    subprocess.run(command, env=environment | settings, check=True)
    return time.monotonic() - begun


def measure(kind: str, tree: Path, files: int, jobs: int) -> dict[str, float]:
    """Seconds of each, on servers of their own."""
    ways = {"thidua": ours, "rclone": rclone, "rclone, lean": lambda *given: rclone(*given, *LEAN[kind])}
    if not LEAN[kind]:
        del ways["rclone, lean"]
    seconds = {}
    for name, way in ways.items():
        with START[kind]() as server:
            seconds[name] = way(kind, server, tree, jobs)
            arrived = sum(1 for path in server.root.rglob("*.html*") if path.name.endswith((".html", ".html._S3rver_object")))
            if arrived != files:
                raise SystemExit(f"{name}: {arrived} of {files} files arrived")
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=START)
    parser.add_argument("--files", type=int, default=10000)
    parser.add_argument("--jobs", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    if not shutil.which("rclone"):
        raise SystemExit("rclone is not installed")
    tempfile.tempdir = MEMORY
    with tempfile.TemporaryDirectory() as folder:
        make_tree(Path(folder), given.files)
        for _ in range(given.rounds):
            seconds = measure(given.kind, Path(folder), given.files, given.jobs)
            print("; ".join(f"{name} {each:.2f} s, {given.files / each:.0f} files/s" for name, each in seconds.items()), flush=True)


if __name__ == "__main__":
    main()
