#!/usr/bin/python3
"""`thidua deploy` that does not come to its end, while somebody reads the site: killed at each group's border, and spoilt by the network."""

import os
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

from deploy_test import Deploying, counts
from places import Place
from reader import SEARCH_ENTRY, Reader
from sites import JOURNAL, MANIFEST, Site
from targets import fault, main

LOCK = ".thidua-lock"
PAGES_A_SECOND = 100


def groups_of(listed: str) -> list[list[str]]:
    """The files of a dry run's list, by the groups that they travel in: within each they stand in order."""
    paths = [line[2:].rpartition(" (")[0] for line in listed.splitlines() if line.startswith(("+ ", "~ "))]
    out = [[]]
    for path in paths:
        if out[-1] and path.encode() < out[-1][-1].encode():
            out.append([])
        out[-1].append(path)
    return out


def stamp(path: Path):
    try:
        status = os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size


def kill_when_changed(process: subprocess.Popen, paths: list[Path]) -> bool:
    """Kills the program as soon as one of the files is another; False where it ended before."""
    before = [stamp(path) for path in paths]
    while process.poll() is None:
        if any(stamp(path) != old for path, old in zip(paths, before)):
            process.send_signal(signal.SIGKILL)
            break
    process.communicate(timeout=10)
    return process.returncode == -signal.SIGKILL


def lock_of(place: Place) -> Path:
    """The file that says whose the lock is that a deployment has left."""
    locks = [path for path in place.shown.rglob("*") if LOCK in str(path) and path.is_file() and b"until: " in path.read_bytes()]
    assert len(locks) == 1, locks
    return locks[0]


def let_lock_expire(place: Place) -> None:
    """Makes the lock that a deployment has left one whose time is over."""
    lock = lock_of(place)
    lock.write_text(re.sub("(?m)^until: .*$", "until: 1", lock.read_text()))


class Interrupted(Deploying):

    def two_versions(self, place: Place) -> tuple[Site, Site]:
        """The second differs from the first in what every page loads, and has neither all of its pages nor only those."""
        old, new = self.site(), self.site()
        old.page("cu", "Trang cũ.")
        new.page("moi", "Trang mới.")
        new.look(2)
        old.build(), new.build()
        place.describe(old)
        place.describe(new)
        return old, new

    def reader(self, place: Place, *sites: Site, port: int = 0) -> Reader:
        """Reads what all sites have, through another port where one is given, and holds each file against all of them."""
        place.open_to_readers()
        hashes = [site.hashes() for site in sites]
        versions: dict[str, set[str]] = {}
        for each in hashes:
            for path, value in each.items():
                versions.setdefault(path, set()).add(value)
        pages = sorted(set.intersection(*map(set, hashes)))
        pages = [page for page in pages if page.endswith(".html") or page == SEARCH_ENTRY]
        reader = Reader(port or place.readers.port, pages, versions)
        self.addCleanup(reader.stop)
        return reader

    def proxy(self, place: Place, delay: float = 0.0) -> fault.FaultProxy:
        """A proxy on the way to the host; with a delay the way is long enough for something to happen on it."""
        proxy = fault.start(place.server.port)
        self.addCleanup(proxy.stop)
        proxy.slow(delay)
        return proxy

    def is_content(self, reader: Reader) -> None:
        self.assertEqual(reader.stop(), [])
        self.assertGreaterEqual(reader.rate, PAGES_A_SECOND)


class NaiveOrder(Interrupted):

    def test_a_reader_finds_out_about_a_deployment_in_naive_order(self):
        place = self.place("folder")
        old, new = self.two_versions(place)
        shutil.copytree(old.output, place.shown)
        reader = self.reader(place, old, new)
        reader.look_around()
        paths = sorted(new.files(), key=lambda path: not path.endswith(".html"))  # pages first
        for i, path in enumerate(paths):
            (place.shown / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(new.output / path, place.shown / path)
            if i % 50 == 0:
                reader.look_around()
        found = reader.stop()
        self.assertTrue(any("names assets/" in fault and ": 404" in fault for fault in found), found)


    def test_a_reader_tells_of_an_answer_that_was_cut_and_reads_on(self):
        for reset in (False, True):
            place, site = self.place("folder"), self.site()
            site.build()
            shutil.copytree(site.output, place.shown)
            place.open_to_readers()
            proxy = fault.start(place.readers.port)
            self.addCleanup(proxy.stop)
            proxy.cut(20_000, replies=True, reset=reset)
            reader = self.reader(place, site, port=proxy.port)
            reader.look_around()
            found = reader.stop()
            self.assertEqual(len([fault for fault in found if fault.endswith(": cut off")]), 1, found)
            self.assertTrue(all("cut off" in fault or "names nothing" in fault for fault in found), found)


class Killed:
    """At each border: as soon as the first file of the next group has arrived."""

    kind, delay = "", 0.0

    def test_killed_at_each_border_while_somebody_reads(self):
        place = self.place(self.kind)
        old, new = self.two_versions(place)
        self.succeeds(place.deploy(old))
        groups = groups_of(self.succeeds(place.deploy(new, "--dry-run")))
        self.assertEqual(len(groups), 3, groups)
        leaving = [path for path in old.files().keys() - new.files().keys() if path.endswith(".html")]
        self.assertNotEqual(leaving, [])
        if self.delay:
            place.describe(new, self.proxy(place, self.delay).port)
        reader = self.reader(place, old, new)
        reader.look_around()
        for border in (*groups, leaving, [MANIFEST]):
            killed = kill_when_changed(place.start(new), [place.on_disk(path) for path in border])
            reader.look_around()
            if border != [MANIFEST]:  # little is left to do then
                self.assertTrue(killed, f"had ended before {border[0]}")
            if killed:
                left = lock_of(place)
                if border is groups[0]:  # as from another machine, of which nothing is known
                    left.write_text(re.sub("(?m)^process: .*\n", "", left.read_text()))
                    self.fails(place.deploy(new), 3, "[deploy-locked]", "process")
                    let_lock_expire(place)
        self.assertEqual(counts(self.succeeds(place.deploy(new)))[0], 0)  # the manifest had been written
        reader.look_around()
        self.is_content(reader)
        self.same(place, new, former=len([path for path in old.files().keys() - new.files().keys() if path not in leaving]))


DELAYS = {"sftp": 0.003, "ftps": 0.0, "apache": 0.003, "nginx": 0.003, "s3": 0.0}  # seconds
for each, delay in DELAYS.items():
    name = "Killed" + each.capitalize()
    globals()[name] = type(name, (Killed, Interrupted), {"kind": each, "delay": delay})


class Confirmed(Interrupted):
    """What a host has confirmed does not travel again."""

    def test_after_a_polite_end_only_the_rest_travels(self):
        for kind in ("sftp", "apache"):
            with self.subTest(kind):
                place = self.place(kind)
                site = self.site()
                files = site.build()
                place.describe(site, self.proxy(place, 0.003).port)
                process = place.start(site)
                wait_for(lambda: place.on_disk("don-vi/index.html").exists())
                process.send_signal(signal.SIGTERM)
                said = process.communicate(timeout=20)
                self.assertEqual(process.returncode, 3, said)
                self.assertIn("[deploy-stopped]", said[1])
                done = int(re.search(r"(\d+) of \d+ files are on the host", said[1])[1])
                self.assertGreater(done, 50)
                sent, stayed, removed = counts(self.succeeds(place.deploy(site)))
                self.assertEqual((sent + stayed, removed), (len(files), 0))
                half = sent - (len(files) - done)  # files whose forms were still on their way, at most all that travelled
                self.assertIn(half, range(9))
                self.same(place, site)

    def test_after_a_kill_what_the_journal_has_stays(self):
        place, site = self.place("apache"), self.site()
        files = site.build()
        place.describe(site, self.proxy(place, 0.015).port)
        process = place.start(site, "--jobs", "1")
        journal = place.on_disk(JOURNAL)
        wait_for(journal.exists)
        self.assertTrue(kill_when_changed(process, [journal]))  # written again after some seconds
        place.describe(site)
        sent, stayed, _ = counts(self.succeeds(place.deploy(site), "[deploy-lock-expired]"))
        self.assertEqual(sent + stayed, len(files))
        self.assertGreater(stayed, 30)
        self.same(place, site)


def wait_for(condition) -> None:
    deadline = time.monotonic() + 20
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError("waited in vain")
        time.sleep(0.001)


if __name__ == "__main__":
    main()
