#!/usr/bin/env python3
"""Measures `thidua build` on synthetic sites, against `cp -r` of the same output, and with `peers` against Hugo.

Everything happens on the memory file system, so that no disk is measured. Each program runs in a process of its own. What is compared
is interleaved, after a round to warm up: build, build again, cp and hugo on one size, then on the other, and from the start. Exit
status 1: a target is missed; 3: could not measure.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import NoReturn

sys.dont_write_bytecode = True

import hugo_site  # noqa: E402
import synthetic  # noqa: E402

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
MEMORY = Path("/dev/shm")
SIZES = [1_000, 10_000]
BYTES_PER_PAGE = 120_000  # of content, output, its copy and the peer's, with room to spare
TOLERANCE = 0.01  # by which numbers of pages may differ
MEGABYTE = 1_000_000

BUILD, AGAIN, COPY, HUGO = "thidua build", "thidua build again", "cp -r", "hugo"


class CannotMeasure(Exception):
    pass


@dataclass
class Run:
    wall: float  # seconds
    cpu: float  # seconds, user and system
    peak: float  # bytes


class Site:
    """One size: its folders, the programs to run there, and the runs measured so far, by program."""

    def __init__(self, wished: int, options: argparse.Namespace, work: Path):
        self.wished = wished
        self.runs: dict[str, list[Run]] = {}
        root, self.output, copy, peer, self.peer_output = (work / n for n in ("root", "output", "copy", "peer", "peer-output"))
        subprocess.run([sys.executable, "-B", HERE / "synthetic.py", root, str(wished)], check=True)  # its memory is not to be ours
        shutil.copytree(options.themes, root / "themes")
        build = [options.program, "build", "--root", root, "--output", self.output, "--base-url", "https://example.vn/",
                 "--today", "2026-01-01", "--lang", "en"] + (["--jobs", options.jobs] if options.jobs else [])
        log = work / "log"
        self.programs = {BUILD: lambda: run(build, log, fresh=self.output), AGAIN: lambda: run(build, log),
                         COPY: lambda: run(["cp", "-r", self.output, copy], log, fresh=copy)}
        if options.peers:
            hugo_site.lay_out(root / "content", peer)
            hugo = ["hugo", "--quiet", "--source", peer, "--destination", self.peer_output]
            environment = {**os.environ, "HUGO_CACHEDIR": str(work / "cache")}
            self.programs[HUGO] = lambda: run(hugo, log, self.peer_output, environment)

    def warm_up(self) -> None:
        for program in self.programs.values():
            program()
        self.pages = count_pages(self.output)
        if self.wished in SIZES:
            check_count(BUILD, self.pages, self.wished)
        if HUGO in self.programs:
            # Nor has it the open data, the search and its index: more work for us.
            check_count(HUGO, count_pages(self.peer_output), self.pages - synthetic.DATA_PAGES - count_pages(self.output / "tim-kiem"))
        sizes = [path.stat().st_size for path in self.output.rglob("*") if path.is_file()]
        self.files, self.size = len(sizes), sum(sizes)

    def round(self) -> None:
        for name, program in self.programs.items():
            self.runs.setdefault(name, []).append(program())

    def middle(self, program: str, what: str) -> float:
        return median(getattr(run, what) for run in self.runs[program])

    def ratio(self, program: str, other: str, what: str) -> tuple[float, float, float]:
        """Of the medians; and the smallest and largest of one round."""
        rounds = [getattr(a, what) / getattr(b, what) for a, b in zip(self.runs[program], self.runs[other])]
        return self.middle(program, what) / self.middle(other, what), min(rounds), max(rounds)


@dataclass
class Target:
    what: str
    value: float
    limit: float
    at_least: bool = False

    @property
    def reached(self) -> bool:
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    def __str__(self) -> str:
        bound = "at least" if self.at_least else "at most"
        return f"{'reached' if self.reached else 'MISSED '}  {self.what}: {self.value:.2f} ({bound} {self.limit:g})"


def run(command: list, log: Path, fresh: Path | None = None, environment: dict | None = None, warnings: bool = False) -> Run:
    """Runs to the end, after removing the folder `fresh`. The peak is at least that of this process, which it begins as a copy of. Without
    `warnings` one that it prints is a failure."""
    if fresh:
        shutil.rmtree(fresh, ignore_errors=True)
    with log.open("w") as output:
        start = time.perf_counter()
        process = subprocess.Popen([str(c) for c in command], stdout=output, stderr=subprocess.STDOUT, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    said = log.read_text(errors="replace")
    if process.returncode != 0 or not warnings and ": warning: " in said:
        raise CannotMeasure(f"{' '.join(map(str, command))}\nended with {process.returncode}:\n{said[-2000:]}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def count_pages(output: Path) -> int:
    """Hugo writes a page that leads back to the first of each list, which thidua does not."""
    return sum(1 for page in output.rglob("index.html") if page.parent.parts[-2:] != ("page", "1"))


def check_count(what: str, pages: int, wished: int) -> None:
    if abs(pages - wished) > TOLERANCE * wished:
        raise CannotMeasure(f"{what}: {pages} pages, more than {TOLERANCE:.0%} from {wished}")


def measure(options: argparse.Namespace) -> list[Site]:
    with tempfile.TemporaryDirectory(prefix="thidua-bench-", dir=MEMORY) as work:
        sites = []
        for wished in options.pages or SIZES:
            sites.append(Site(wished, options, Path(tempfile.mkdtemp(dir=work))))
            sites[-1].warm_up()
        for _ in range(options.runs):
            for site in sites:
                site.round()
    return sites


def print_site(site: Site) -> None:
    print(f"\n{site.pages:,} pages: {site.files:,} files, {site.size / MEGABYTE:.0f} MB")
    print(f"{'':20}{'wall s':>9}{'smallest – largest':>21}{'CPU s':>9}{'peak MB':>9}{'pages/s':>10}")
    for name, runs in site.runs.items():
        walls = [r.wall for r in runs]
        wall = median(walls)
        spread = f"{min(walls):.3f} – {max(walls):.3f}"
        peak = "" if name == COPY else f"{max(r.peak for r in runs) / MEGABYTE:.0f}"
        print(f"{name:20}{wall:9.3f}{spread:>21}{site.middle(name, 'cpu'):9.3f}{peak:>9}{site.pages / wall:10,.0f}")
    ratios = [(f"{BUILD} : {COPY}", BUILD, COPY, "wall"), (f"{AGAIN} : {COPY}", AGAIN, COPY, "wall")]
    if HUGO in site.runs:
        ratios += [(f"{HUGO} : {BUILD}, wall", HUGO, BUILD, "wall"), (f"{HUGO} : {BUILD}, peak", HUGO, BUILD, "peak")]
    for text, program, other, what in ratios:
        middle, smallest, largest = site.ratio(program, other, what)
        print(f"{text:30}{middle:7.2f}  ({smallest:.2f} – {largest:.2f})")


def targets(small: Site, large: Site) -> list[Target]:
    name = f"{large.wished:,} pages"
    per_page = [site.middle(BUILD, "wall") / site.pages for site in (small, large)]
    out = [Target(f"{name}, time as a multiple of cp -r", large.ratio(BUILD, COPY, "wall")[0], 4),
           Target(f"{name}, peak memory in MB", max(r.peak for r in large.runs[BUILD]) / MEGABYTE, 250),
           Target(f"time per page, {name} : {small.wished:,}", per_page[1] / per_page[0], 1.3)]
    if HUGO in large.runs:
        out += [Target(f"{name}, times as fast as Hugo", large.ratio(HUGO, BUILD, "wall")[0], 4, at_least=True),
                Target(f"{name}, Hugo's memory as a multiple", large.ratio(HUGO, BUILD, "peak")[0], 5, at_least=True)]
    return out


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures the generator on synthetic sites.")
    parser.add_argument("peers", nargs="?", choices=["peers"], help="measure Hugo on the same data too")
    parser.add_argument("--program", type=Path, default=REPOSITORY / "build" / "thidua")
    parser.add_argument("--themes", type=Path, default=REPOSITORY / "themes", help="a folder that holds the theme")
    parser.add_argument("--pages", type=int, action="append", help="another size in place of both, without targets; may be given again")
    parser.add_argument("--runs", type=int, default=5, help="rounds that count, after one that does not")
    parser.add_argument("--jobs", help="threads of thidua; without it, its own choice")
    parser.add_argument("--report-only", action="store_true", help="exit status 0 even where a target is missed")
    options = parser.parse_args()
    if options.runs < 1 or min(options.pages or SIZES) < 1:
        parser.error("--runs and --pages take numbers from 1")
    return options


def check_place(options: argparse.Namespace) -> None:
    if not options.program.is_file():
        raise CannotMeasure(f"{options.program} does not exist; build it first")
    if not MEMORY.is_dir() or not os.access(MEMORY, os.W_OK):
        raise CannotMeasure(f"there is no memory file system at {MEMORY} to measure on")
    needed = sum(options.pages or SIZES) * BYTES_PER_PAGE
    if shutil.disk_usage(MEMORY).free < needed:
        raise CannotMeasure(f"{MEMORY} has less than {needed / MEGABYTE:.0f} MB free")


def main() -> int:
    options = read_options()
    check_place(options)
    load = os.getloadavg()[0]
    busy = f"; the machine is busy (load {load:.1f}), times are uncertain" if load > 0.5 else ""
    print(f"{options.runs} runs, medians; {os.cpu_count()} processors{busy}")
    sites = measure(options)
    for site in sites:
        print_site(site)
    if options.pages:
        return 0
    print()
    found = targets(*sites)
    for target in found:
        print(target)
    return 0 if options.report_only or all(t.reached for t in found) else 1


def exit_with(measure) -> NoReturn:
    """Ends the program with the status that `measure` gives, or with 3 where nothing could be measured."""
    try:
        sys.exit(measure())
    except CannotMeasure as problem:
        print(f"bench: {problem}", file=sys.stderr)
        sys.exit(3)


if __name__ == "__main__":
    exit_with(main)
