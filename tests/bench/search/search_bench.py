#!/usr/bin/env python3
"""Measures the site's search beside Pagefind's: what building and indexing cost, what is found, and for how many bytes.

    bench.py [--pages N ...] [--runs N] [--report-only]

Everything happens on the memory file system. The repository's own content and generated corpora are built with `thidua build`; each output is
copied with `cp -r`, and Pagefind indexes the copy. Both searches are then asked the same judged queries in the same browser. Above 10,000 pages
only ours is measured. Exit status 1: a target is missed; 3: could not measure.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from bench import MEGABYTE, MEMORY, REPOSITORY, CannotMeasure, Run, Target, exit_with, run  # noqa: E402

OWN_QUERIES = REPOSITORY / "tests/search/quality/own_content.txt"
PAGEFIND = HERE / f"node_modules/@pagefind/linux-{'arm64' if os.uname().machine == 'aarch64' else 'x64'}/bin/pagefind_extended"
SIZES = [10_000, 100_000]
PEER_UP_TO = 10_000  # pages; Pagefind's memory grows with the site
KILOBYTE = 1_000
OURS, PEER = "thidua", "Pagefind"


class Site:
    """A site to search: its output, its copy with Pagefind's index, the runs of each program, and what each search found."""

    def __init__(self, name: str, work: Path, options: argparse.Namespace, pages: int | None):
        self.name, self.pages = name, pages
        self.output, self.copy, self.log = work / "output", work / "copy", work / "log"
        self.peer = pages is None or pages <= PEER_UP_TO
        self.queries = OWN_QUERIES
        root = REPOSITORY
        if pages:
            root = work / "root"
            subprocess.run([sys.executable, "-B", HERE / "corpus.py", root, str(pages)], check=True)
            shutil.copytree(options.themes, root / "themes")
            self.queries = root / "queries.txt"
        self.build_command = [options.program, "build", "--root", root, "--output", self.output, "--base-url", "https://example.vn/",
                              "--today", "2026-12-01", "--lang", "en"]
        self.runs: dict[str, list[Run]] = {}
        self.reports: dict[str, dict] = {}

    def measure(self, options: argparse.Namespace) -> None:
        for _ in range(1 if not self.peer else options.runs):
            self.note("thidua build", run(self.build_command, self.log, fresh=self.output, warnings=True))
            if self.peer:
                self.note("cp -r", run(["cp", "-r", self.output, self.copy], self.log, fresh=self.copy))
        if self.peer:
            index = [PAGEFIND, "--site", self.copy, "--force-language", "vi", "--root-selector", "main", "--silent"]
            self.note("pagefind", run(index, self.log, warnings=True))
        self.reports = {OURS: self.ask(self.output, "thidua")} | ({PEER: self.ask(self.copy, "pagefind")} if self.peer else {})

    def note(self, program: str, done: Run) -> None:
        self.runs.setdefault(program, []).append(done)

    def ask(self, site: Path, engine: str) -> dict | None:
        if engine == "thidua" and not (site / "tim-kiem/index.html").is_file():
            return None  # a site that cannot be searched yet
        done = subprocess.run(["node", HERE / "ask.mjs", site, self.queries, engine], capture_output=True, text=True)
        if done.returncode != 0:
            raise CannotMeasure(f"asking {engine} on {self.name}:\n{done.stderr[-2000:]}")
        return json.loads(done.stdout)

    def middle(self, program: str, what: str) -> float:
        return median(getattr(each, what) for each in self.runs[program])


def print_cost(site: Site) -> None:
    files = [path.stat().st_size for path in site.output.rglob("*") if path.is_file()]
    pages = sum(1 for _ in site.output.rglob("index.html"))
    print(f"\n== {site.name}: {pages:,} pages, {len(files):,} files, {sum(files) / MEGABYTE:.0f} MB ==")
    print(f"{'':16}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}")
    for program, runs in site.runs.items():
        peak = "" if program == "cp -r" else f"{max(r.peak for r in runs) / MEGABYTE:.0f}"
        print(f"{program:16}{site.middle(program, 'wall'):9.2f}{site.middle(program, 'cpu'):9.2f}{peak:>9}")
    if "cp -r" in site.runs:
        print(f"{'build : cp -r':16}{site.middle('thidua build', 'wall') / site.middle('cp -r', 'wall'):9.2f}")
    if site.peer:
        index = [path.stat().st_size for path in (site.copy / "pagefind").rglob("*") if path.is_file()]
        print(f"Pagefind's index: {len(index):,} files, {sum(index) / MEGABYTE:.1f} MB")


def print_quality(site: Site) -> None:
    reports = {name: report for name, report in site.reports.items() if report}
    print(f"\n{'form of the query':24}{'n':>5}" + "".join(f"{f'{name}: success at 1':>24}{'nDCG at 10':>12}" for name in reports))
    for rows in zip(*(report["forms"] for report in reports.values())):
        if rows[0]["queries"]:
            cells = "".join(f"{100 * row['success']:>14.1f}% ({100 * (row['success'] - row['withTones']['success']):+6.1f})"
                            f"{row['ndcg']:>12.3f}" for row in rows)
            print(f"{rows[0]['form']:24}{rows[0]['queries']:>5}{cells}")
    print("In brackets: points above the same queries with tones. A form that leaves a query as it was does not count for that form.")
    print(f"\n{'bytes on the wire, KB':24}{'':5}" + "".join(f"{f'{name}: median':>20}{'p95':>8}{'max':>8}{'requests':>9}" for name in reports))
    for when in ("first", "later"):
        spreads = [report["bytes"][when] for report in reports.values()]
        print(f"{f'{when} query':24}{spreads[0]['visits']:>5}" + "".join(
            f"{s['bytes']['median'] / KILOBYTE:>20.1f}{s['bytes']['p95'] / KILOBYTE:>8.1f}{s['bytes']['max'] / KILOBYTE:>8.1f}"
            f"{s['requests']['median']:>9}" for s in spreads))


def print_answers(site: Site) -> None:
    for name, report in site.reports.items():
        if report:
            spread = [report["bytes"][when]["milliseconds"] for when in ("first", "later")]
            print(f"{name}: ms from the last byte to the answer, 4 times slowed down: " + "; ".join(
                f"{when} median {s['median']:.0f}, p95 {s['p95']:.0f}, max {s['max']:.0f}" for when, s in zip(("first", "later"), spread)))


def targets(site: Site) -> list[Target]:
    ours, peer, name = site.reports[OURS], site.reports.get(PEER), site.name
    weight = {when: ours["bytes"][when]["bytes"]["max"] / KILOBYTE for when in ("first", "later")}
    out = [Target(f"{name}, first query in KB, at the most", weight["first"], 60 if site.peer else 90)]
    out.append(Target(f"{name}, ms from the last byte to the answer, 19 of 20", ours["bytes"]["first"]["milliseconds"]["p95"], 100))
    if site.peer:
        out.append(Target(f"{name}, later query in KB, at the most", weight["later"], 30))
    if site.pages and site.peer:
        out.append(Target(f"{name}, build as a multiple of cp -r", site.middle("thidua build", "wall") / site.middle("cp -r", "wall"), 4))
    if not site.peer:
        return out  # what is found among ten times the pages for the same needs is printed, not held
    with_tones, *others = ours["forms"]
    out += [Target(f"{name}, with tones, success at 1 in %", 100 * with_tones["success"], 90, at_least=True),
            Target(f"{name}, with tones, nDCG at 10", with_tones["ndcg"], 0.9, at_least=True)]
    for number, form in enumerate(others, 1):
        if not form["queries"]:
            continue
        text = f"{name}, {form['form']}"
        out += [Target(f"{text}, points below with tones", 100 * (form["withTones"]["success"] - form["success"]), 5),
                Target(f"{text}, nDCG points below with tones", 100 * (form["withTones"]["ndcg"] - form["ndcg"]), 5)]
        if peer:
            out += [Target(f"{text}, points above Pagefind", 100 * (form["success"] - peer["forms"][number]["success"]), 0, at_least=True),
                    Target(f"{text}, nDCG points above Pagefind", 100 * (form["ndcg"] - peer["forms"][number]["ndcg"]), 0, at_least=True)]
    return out


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures the search beside Pagefind's.")
    parser.add_argument("--program", type=Path, default=REPOSITORY / "build" / "thidua")
    parser.add_argument("--themes", type=Path, default=REPOSITORY / "themes", help="a folder that holds the theme")
    parser.add_argument("--pages", type=int, action="append", help="a size of the generated corpus in place of both; may be given again")
    parser.add_argument("--runs", type=int, default=3, help="rounds of build and copy; Pagefind indexes once")
    parser.add_argument("--report-only", action="store_true", help="exit status 0 even where a target is missed")
    return parser.parse_args()


def main() -> int:
    options = read_options()
    if not options.program.is_file() or not PAGEFIND.is_file():
        raise CannotMeasure("build/thidua or Pagefind is not there: use ./run bench search")
    print(f"{options.runs} runs, medians; {os.cpu_count()} processors; load {os.getloadavg()[0]:.1f} at the start", flush=True)
    found: list[Target] = []
    missing = False
    for pages in [None, *(options.pages or SIZES)]:
        with tempfile.TemporaryDirectory(prefix="thidua-bench-", dir=MEMORY) as work:
            site = Site(f"{pages:,} pages" if pages else "own content", Path(work), options, pages)
            site.measure(options)
            print_cost(site)
            if any(site.reports.values()):
                print_quality(site)
                print_answers(site)
            if site.reports[OURS]:
                found += targets(site)
            else:
                missing = True
            sys.stdout.flush()
    print()
    for target in found:
        print(target)
    if missing:
        raise CannotMeasure("the site that was built has no search of ours to ask")
    return 0 if options.report_only or all(target.reached for target in found) else 1


if __name__ == "__main__":
    exit_with(main)
