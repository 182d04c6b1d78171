#!/usr/bin/python3
"""`thidua deploy` as a whole, on each kind of real host: what arrives, what stays, what goes, and what it refuses."""

import re
import shutil
import tempfile
import unittest
from pathlib import Path

from places import Place
from sites import FORMS, JOURNAL, MANIFEST, Site
from targets import main


class Deploying(unittest.TestCase):
    """A place and sites that end with their test."""

    def place(self, kind: str, **more) -> Place:
        place = Place(kind, **more)
        self.addCleanup(place.close)
        return place

    def site(self) -> Site:
        folder = Path(tempfile.mkdtemp(prefix="thidua-site-"))
        self.addCleanup(shutil.rmtree, folder)
        return Site(folder)

    def succeeds(self, run, *words: str) -> str:
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
        for each in words:
            self.assertIn(each, run.stdout + run.stderr)
        return run.stdout

    def fails(self, run, code: int, *words: str) -> None:
        self.assertEqual(run.returncode, code, run.stdout + run.stderr)
        for each in words:
            self.assertIn(each, run.stderr)

    def same(self, place: Place, site: Site, former: int = 0) -> None:
        """The host has the site, byte for byte, but for so many former assets; and forms of no other files."""
        there, here = place.site_files(), site.hashes()
        self.assertEqual({path: there.get(path) for path in here}, here)
        self.assertEqual(len(there) - len(here), former, there.keys() - here.keys())
        strays = [path for path in place.files() if path.endswith(FORMS) and path.rpartition(".")[0] not in there]
        self.assertEqual(strays, [])
        self.assertFalse(place.on_disk(JOURNAL).exists())
        self.assertTrue(place.on_disk(MANIFEST).exists())


def counts(said: str) -> tuple[int, int, int]:
    """Sent, unchanged, removed."""
    found = re.search(r"(\d+) files sent .*?, (\d+) unchanged, (\d+) removed", said)
    return tuple(map(int, found.groups()))


class EachKind:
    """The same cases on each kind of host."""

    kind = ""

    def test_what_travels_what_stays_and_what_goes(self):
        place, site = self.place(self.kind), self.site()
        site.page("mot", "Một trang.")
        files = site.build()
        place.describe(site)
        self.assertIn(f"{len(files)} files", self.succeeds(place.deploy(site, "--dry-run"), "nothing was done"))
        self.assertEqual(place.files(), {})
        self.assertEqual(counts(self.succeeds(place.deploy(site))), (len(files), 0, 0))
        self.same(place, site)
        self.assertEqual(counts(self.succeeds(place.deploy(site))), (0, len(files), 0))

        site.page("mot", "Một trang, nay khác.")
        changed = site.build()
        differing = {path for path in changed if files.get(path) != changed[path]}
        listed = self.succeeds(place.deploy(site, "--dry-run"))
        self.assertEqual({line[2:].rpartition(" (")[0] for line in listed.splitlines() if line[0] in "+~"}, differing)
        place.open_to_readers()
        place.describe(site)
        sent, unchanged, removed = counts(self.succeeds(place.deploy(site, "--verify"), "read back"))
        self.assertEqual((sent, unchanged, removed), (len(differing), len(changed) - len(differing), 0))
        former = len(files.keys() - changed.keys())
        self.same(place, site, former)

        (site.root / "content/pages/mot.md").unlink()
        gone = changed.keys() - site.build().keys()
        self.assertIn("mot/index.html", gone)
        self.assertEqual(counts(self.succeeds(place.deploy(site, "--verify")))[2], sum(path.endswith(".html") for path in gone))
        self.assertFalse(place.on_disk("mot/index.html").exists())
        self.same(place, site, former + len([path for path in gone if not path.endswith(".html")]))


for each in ("folder", "sftp", "ftps", "apache", "nginx", "s3", "s3-virtual"):
    name = "".join(map(str.capitalize, each.split("-")))
    globals()[name] = type(name, (EachKind, Deploying), {"kind": each})


if __name__ == "__main__":
    main()
