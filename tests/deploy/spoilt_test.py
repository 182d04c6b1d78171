#!/usr/bin/python3
"""`thidua deploy` on a bad way to the host, beside another deployer, and without room."""

import os
import signal
import subprocess
import time

from interrupted_test import Interrupted, let_lock_expire, wait_for
from places import Place
from targets import main


class BadWay(Interrupted):

    def ready(self, kind: str):
        """A place behind a proxy, and a site that was never there."""
        place, site = self.place(kind), self.site()
        site.build()
        proxy = self.proxy(place)
        place.describe(site, proxy.port)
        return place, site, proxy

    def test_what_passes_is_tried_again(self):
        spoil = {
            "cut": lambda proxy: proxy.cut(60_000),
            "reset": lambda proxy: proxy.cut(20_000, reset=True),
            "cut answers": lambda proxy: proxy.cut(5_000, replies=True),
            "500": lambda proxy: proxy.answer(500, times=1, after=40),
            "503": lambda proxy: proxy.answer(503, times=2, after=70),
        }
        http = list(spoil)
        for kind, faults in {"sftp": http[:3], "ftps": http[1:3], "apache": http, "s3": http[3:]}.items():
            place, site, proxy = self.ready(kind)
            for i, name in enumerate(faults):
                with self.subTest(f"{kind}: {name}"):
                    site.look(i)
                    site.build()
                    before = proxy.spoilt
                    spoil[name](proxy)
                    self.succeeds(place.deploy(site))
                    self.assertGreater(proxy.spoilt, before)
                    proxy.heal()
                    there = place.site_files()
                    self.assertEqual({path: there.get(path) for path in site.hashes()}, site.hashes())

    def test_a_host_that_is_gone_ends_it_with_what_stands(self):
        place, site, proxy = self.ready("sftp")
        self.succeeds(place.deploy(site))
        site.look(2)
        site.build()
        proxy.cut(30_000, times=1 << 30)
        began = time.monotonic()
        self.fails(place.deploy(site, "--timeout", "3"), 3, "readers see the pages as they were before")
        self.assertLess(time.monotonic() - began, 10)
        proxy.heal()
        self.succeeds(place.deploy(site))


class TwoDeployers(Interrupted):

    def stopped_midway(self, kind: str):
        """A deployment that has the lock and is held there."""
        place, site = self.place(kind), self.site()
        site.build()
        place.describe(site)
        slow = self.proxy(place, 0.005)
        place.describe(site, slow.port)
        first = place.start(site)
        wait_for(lambda: any((place.shown / "assets").rglob("*.svg*")))
        first.send_signal(signal.SIGSTOP)
        self.addCleanup(first.kill)
        place.describe(site)
        return place, site, first

    def test_the_second_waits_outside(self):
        for kind in ("sftp", "apache", "s3"):
            with self.subTest(kind):
                place, site, first = self.stopped_midway(kind)
                self.fails(place.deploy(site), 3, "[deploy-locked]", f"process {first.pid}", " min")
                first.send_signal(signal.SIGCONT)
                said = first.communicate(timeout=30)
                self.assertEqual(first.returncode, 0, said)
                self.same(place, site)

    def test_an_expired_lock_is_taken_over_and_its_owner_stops(self):
        for kind in ("sftp", "apache"):
            with self.subTest(kind):
                place, site, first = self.stopped_midway(kind)
                let_lock_expire(place)
                second = place.deploy(site)
                self.succeeds(second, "[deploy-lock-expired]", f"process {first.pid}")
                first.send_signal(signal.SIGCONT)
                said = first.communicate(timeout=30)
                self.assertEqual(first.returncode, 3, said)
                # It may miss the lock, or first a temporary file of its own that the other has put in its place.
                self.assertRegex(said[1], r"\[deploy-(lock-lost|missing)\]")
                self.succeeds(place.deploy(site))
                self.same(place, site)


class Full(Interrupted):

    def test_a_full_disk_is_told_and_what_readers_have_stays(self):
        if os.geteuid() != 0:
            self.skipTest("only root can mount a small disk")
        # ProFTPD cuts the connection before it says why, so that only a failure is told.
        for kind, code in (("sftp", "[deploy-full]"), ("apache", "[deploy-full]"), ("ftps", "[deploy-failed]")):
            with self.subTest(kind):
                place, site = self.place(kind), self.site()
                made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m,mode=0777", "tmpfs", place.server.root], capture_output=True)
                if made.returncode != 0:
                    self.skipTest("no mounting here")
                self.addCleanup(subprocess.run, ["umount", "-l", place.server.root], check=True)
                site.build()
                place.describe(site)
                self.succeeds(place.deploy(site))
                before = place.site_files()
                (place.server.root / "gì đó").write_bytes(bytes(8 << 20)[: free(place) - 40_000])
                site.look(3)
                site.build()
                self.fails(place.deploy(site), 3, code, "readers see the pages as they were before")
                there = place.site_files()
                self.assertEqual({path: there.get(path) for path in before}, before)
                (place.server.root / "gì đó").unlink()
                self.succeeds(place.deploy(site))


def free(place: Place) -> int:
    status = os.statvfs(place.server.root)
    return status.f_bavail * status.f_frsize


if __name__ == "__main__":
    main()
