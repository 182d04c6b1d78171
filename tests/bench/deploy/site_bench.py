#!/usr/bin/python3
"""How long `thidua deploy` takes to bring a whole site to a host on loopback, and again with one page changed.

    site_bench.py sftp | s3 [--files 10000] [--jobs 4] [--rounds 3]    a small site with so many small files more, no compressed forms;
                                                                       beside Debian's rclone on the same kind of server, in turn
    site_bench.py sftp | s3 --pages 10000                              a built site of synthetic.py, with all that a build changes
"""

import argparse
import ctypes
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "deploy")]

from hosts_bench import LEAN, MEMORY, make_tree, rclone  # noqa: E402
from places import Place  # noqa: E402
from sites import MANIFEST, REPOSITORY, Site  # noqa: E402

FOLDER = "trang"  # rclone is told of it without quoting


class Digest(ctypes.Structure):
    _fields_ = [("low", ctypes.c_uint64), ("high", ctypes.c_uint64)]


XXHASH = ctypes.CDLL("libxxhash.so.0").XXH3_128bits
XXHASH.argtypes, XXHASH.restype = [ctypes.c_char_p, ctypes.c_size_t], Digest


def content_hash(data: bytes) -> str:
    """As the program's lists of files have it."""
    made = XXHASH(data, len(data))
    return f"{made.high:016x}{made.low:016x}"


class Large(Site):
    """A built site of synthetic.py."""

    def __init__(self, folder: Path, pages: int):
        self.root, self.output = folder / "goc", folder / "public"
        subprocess.run([sys.executable, "-B", HERE.parent / "synthetic.py", self.root, str(pages)], check=True)
        shutil.copytree(REPOSITORY / "themes", self.root / "themes")

    def change(self) -> None:
        page = sorted((self.root / "content/news").glob("*.md"))[0]
        page.write_text(page.read_text() + "\nThêm một câu.\n")
        self.build()


class Small(Site):
    """The smallest site, with many files in its output as if a build had made them."""

    def __init__(self, folder: Path, files: int):
        super().__init__(folder)
        self.build()
        make_tree(self.output / "tep", files)
        self.list_again()

    def list_again(self) -> None:
        told = json.loads((self.output / MANIFEST).read_text())
        for path in (self.output / "tep").rglob("*.html"):
            data = path.read_bytes()
            told["files"][str(path.relative_to(self.output))] = {"size": len(data), "hash": content_hash(data)}
        (self.output / MANIFEST).write_text(json.dumps(told))

    def change(self) -> None:
        page = sorted((self.output / "tep").rglob("*.html"))[0]
        page.write_bytes(page.read_bytes() + b"\n")
        self.list_again()


def deploy(place: Place, site: Site, jobs: int) -> tuple[float, str]:
    begun = time.monotonic()
    run = place.deploy(site, "--jobs", str(jobs))
    seconds = time.monotonic() - begun
    if run.returncode != 0:
        raise SystemExit(run.stderr)
    return seconds, run.stdout.splitlines()[-1]


def peer(place: Place, site: Site, jobs: int) -> float:
    """rclone, without the questions that it may leave out."""
    if place.kind == "s3":
        return rclone("s3", place.server, site.output, jobs, *LEAN["s3"], below=FOLDER)
    who = place.server.credentials
    begun = time.monotonic()
    subprocess.run(["rclone", "--config", "/dev/null", "copy", site.output, f":sftp:/site/{FOLDER}", "--sftp-host", "127.0.0.1", "--sftp-port",
                    str(place.server.port), "--sftp-user", who.user, "--sftp-key-file", who.key, "--sftp-known-hosts-file", who.known_hosts,
                    "--sftp-disable-hashcheck", "--sftp-set-modtime=false", "--transfers", str(jobs), "--log-level", "ERROR"], check=True)
    return time.monotonic() - begun


def peers_round(kind: str, site: Site, jobs: int) -> float:
    place = Place(kind, FOLDER)
    seconds = peer(place, site, jobs)
    place.close()
    count = len(site.files())
    print(f"rclone: {seconds:.2f} s, {count / seconds:.0f} files/s, load {os.getloadavg()[0]:.1f}", flush=True)
    return seconds


def our_round(kind: str, site: Site, given: argparse.Namespace) -> float:
    count = len(site.files())
    place = Place(kind, FOLDER)
    place.describe(site, forms=not given.files)
    whole, said = deploy(place, site, given.jobs)
    print(f"thidua: {whole:.2f} s, {count / whole:.0f} files/s, load {os.getloadavg()[0]:.1f}: {said}", flush=True)
    for what, change in (("nothing changed", lambda: None), ("one page changed", site.change)):
        change()
        seconds, said = deploy(place, site, given.jobs)
        print(f"thidua, {what}: {seconds:.2f} s: {said}", flush=True)
    place.close()
    return whole


def compare(kind: str, site: Site, given: argparse.Namespace) -> None:
    """Rounds in turn, each with the other one first: the machine is quicker at the beginning."""
    ways = {"thidua": lambda: our_round(kind, site, given)}
    if given.files and shutil.which("rclone"):
        ways["rclone"] = lambda: peers_round(kind, site, given.jobs)
    seconds = {name: [] for name in ways}
    for i in range(given.rounds):
        for name in sorted(ways, reverse=i % 2 == 1):
            seconds[name].append(ways[name]())
    for name, taken in seconds.items():
        print(f"{name}: median of {len(taken)}: {statistics.median(taken):.2f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=("sftp", "s3"))
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--pages", type=int, help="of a built site, in place of small files")
    parser.add_argument("--jobs", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    tempfile.tempdir = MEMORY
    with tempfile.TemporaryDirectory(prefix="thidua-bench-") as folder:
        if given.pages:
            given.files = 0
        site = Large(Path(folder), given.pages) if given.pages else Small(Path(folder), given.files)
        if given.pages:
            site.build()
        compare(given.kind, site, given)


if __name__ == "__main__":
    main()
