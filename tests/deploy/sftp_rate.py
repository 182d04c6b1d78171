#!/usr/bin/python3
"""How fast small files reach OpenSSH on this machine, beside rclone, which writes them straight to their names.

    sftp_rate.py [--files N] [--rounds N] [--delay SECONDS]

With a delay both go through the proxy of the tests, which holds back each piece of data, either way, for so long.
"""

import argparse
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from targets import Driver, fault, sftp, target_of

BYTES = 2048
JOBS = 4
FOLDERS = 100


def make_files(folder: Path, count: int) -> None:
    for i in range(count):
        path = folder / f"d{i % FOLDERS:02}" / f"f{i}.html"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(os.urandom(BYTES))


def ours(target: dict, folder: Path) -> float:
    """The whole time of a program that connects, brings the files, and ends."""
    begun = time.monotonic()
    with Driver(target) as driver:
        driver.connect()
        failures, _ = driver.put_tree(folder)
    if failures:
        raise RuntimeError(failures[0])
    return time.monotonic() - begun


def rclone(target: dict, folder: Path) -> float:
    begun = time.monotonic()
    subprocess.run(["rclone", "--config", "/dev/null", "copy", folder, f":sftp:{target['folder']}", "--sftp-host", target["host"],
                    "--sftp-port", str(target["port"]), "--sftp-user", target["user"], "--sftp-key-file", target["key_file"],
                    "--sftp-known-hosts-file", target["known_hosts"], "--sftp-disable-hashcheck", "--sftp-set-modtime=false",
                    "--transfers", str(JOBS), "--log-level", "ERROR"], check=True)
    return time.monotonic() - begun


def measure(server, target: dict, folder: Path, count: int) -> None:
    for bring in (ours, rclone):
        for entry in server.root.iterdir():
            shutil.rmtree(entry)
        seconds = bring(target, folder)
        subprocess.run(["diff", "-r", folder, server.root], check=True)
        print(f"{bring.__name__:7} {count} files of {BYTES} bytes: {seconds:6.2f} s, {count / seconds:6.0f}/s, load {os.getloadavg()[0]:.1f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--delay", type=float, default=0.0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="thidua-rate-") as name, sftp.start() as server, fault.start(server.port) as proxy:
        make_files(Path(name), given.files)
        proxy.slow(given.delay)
        port = proxy.port if given.delay else server.port
        known = server.credentials.known_hosts
        known.write_text(known.read_text().replace(f":{server.port} ", f":{port} "))
        for _ in range(given.rounds):
            measure(server, target_of(server, port=port, jobs=JOBS), Path(name), given.files)


if __name__ == "__main__":
    main()
