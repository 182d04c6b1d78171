"""Two towns' portals and a province's, each on its own port: `thidua pull` from end to end. The towns' sites are built by
the program itself; the province pulls, builds, and is read as readers and programs do.

THIDUA_PROGRAM is the program."""

import json
import os
import re
import shutil
import sys
import tempfile
import unittest

from portal import Portal, lead_to, send, send_packed, send_slowly
from site_folder import TODAY, change, new_root, program, read, write

EXCHANGE = "/du-lieu/trao-doi.json"


class Portals(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        here = cls.scratch.name
        cls.first_root = new_root(here, "first", ["tests/cases/audit/base"])
        cls.second_root = new_root(here, "second", [], [("thi-du", "xa-hai"), ("thu-2025", "thu-hai"), ("mot-cua", "hai-cua")])
        cls.fill_first(cls.first_root)
        cls.first, cls.second = (cls.built(root) for root in (cls.first_root, cls.second_root))
        cls.stranger = Portal(here)

    @classmethod
    def fill_first(cls, root):
        """A correction, a note for the office, a draft, and results and a practice whose time has not come."""
        content = os.path.join(root, "content")
        results = os.path.join(content, "campaigns/khen-2025/results")

        def correct(result):
            result["internal"] = "GHI-CHÚ-NỘI-BỘ"
            result["corrections"] = [{"date": "2025-03-01", "reason": "Ghi nhầm tên việc", "of": "to-1",
                                      "field": "achievement", "before": "Việc của tổ một", "after": "Việc tốt của tổ 1"}]
        change(os.path.join(results, "2024.json"), correct)
        early = json.loads(read(os.path.join(results, "2024-bang-khen.json")))
        early.update(publish_at="2026-06-01", decision={"number": "CHƯA-CÔNG-BỐ", "date": "2025-01-20"})
        write(os.path.join(results, "som.json"), json.dumps(early, ensure_ascii=False))
        practice = read(os.path.join(content, "practices/mot-cua.md"))
        write(os.path.join(content, "practices/nhap.md"), practice.replace("title: Một cửa", "title: BẢN-NHÁP\ndraft: true"))
        write(os.path.join(content, "practices/hen.md"),
              practice.replace("title: Một cửa", "title: HẸN-GIỜ\npublish_at: 2026-06-01"))
        write(os.path.join(content, "practices/mot-cua.md"),
              practice.replace("Có một quầy.", "Có một quầy. <script>alert(1)</script> Xem [giới thiệu](/gioi-thieu/) "
                               "và [tệp](/media/a.png). ![Ảnh quầy](/media/a.png) [Luật][Luật].\n\n"
                               "[//]: # (GHI-CHÚ-RIÊNG)\n[nháp]: /media/nhap.png\n  (BẢN-RIÊNG)\n[luật]: /gioi-thieu/#luat\n"))
        write(os.path.join(content, "media/a.png"), "ảnh")

    @classmethod
    def built(cls, root):
        portal = Portal(os.path.join(root, "public"))
        run = program(root, "build", "--output", "public", "--base-url", portal.url)
        assert run.returncode == 0, run.stderr
        return portal

    @classmethod
    def tearDownClass(cls):
        for portal in (cls.first, cls.second, cls.stranger):
            portal.close()
        cls.scratch.cleanup()

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = new_root(self.folder.name, "province", [],
                             [("thi-du", "tinh-ba"), ("thu-2025", "tinh-2025"), ("mot-cua", "tinh-cua")])
        for portal in (self.first, self.second, self.stranger):
            portal.answers.clear()
            portal.asked.clear()
        self.sources = [self.source("huyen-mot", self.first), self.source("huyen-hai", self.second)]

    def source(self, name, portal, **more):
        return {"id": name, "url": portal.url.rstrip("/") + EXCHANGE, "allow": [portal.place], **more}

    def pull(self, *args, today=TODAY):
        write(os.path.join(self.root, "sources.json"), json.dumps({"sources": self.sources}))
        return program(self.root, "pull", *args, today=today)

    def build(self):
        run = program(self.root, "build", "--output", "public")
        self.assertEqual(run.returncode, 0, run.stderr)
        return run

    def page(self, path):
        return read(os.path.join(self.root, "public", path))

    def copy(self, name="huyen-mot"):
        return os.path.join(self.root, "pulled", name + ".json")

    def exchange(self, portal):
        return json.loads(read(os.path.join(portal.folder, EXCHANGE.lstrip("/"))))


class Taken(Portals):
    def test_what_is_given_is_what_is_public(self):
        text = read(os.path.join(self.first.folder, EXCHANGE.lstrip("/")))
        self.assertIn("[luật]: /gioi-thieu/#luat", text)
        for hidden in ("GHI-CHÚ-RIÊNG", "BẢN-RIÊNG", "nhap.png", "GHI-CHÚ-NỘI-BỘ", "BẢN-NHÁP", "HẸN-GIỜ", "CHƯA-CÔNG-BỐ", "internal"):
            self.assertNotIn(hidden, text)
        given = json.loads(text)
        self.assertEqual([c["id"] for c in given["campaigns"]], ["khen-2025", "thu-2025"])
        self.assertEqual([p["id"] for p in given["practices"]], ["mot-cua"])
        self.assertEqual(given["portal"]["url"], self.first.url)

    def test_pages_show_campaigns_results_and_practices_with_their_origin(self):
        run = self.pull()
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        self.assertIn("huyen-mot: new copy; 2 campaign(s), 2 result(s), 1 practice(s)", run.stdout)
        self.build()
        for path in ("phong-trao/khen-2025/", "phong-trao/khen-2025/ket-qua/", "phong-trao/khen-2025/ke-hoach/",
                     "phong-trao/khen-2025/thoi-han/", "cach-lam-hay/mot-cua/", "don-vi/vi-du/to-1/"):
            with self.subTest(path):
                page = self.page(path + "index.html")
                self.assertIn(f'href="{self.first.url}"', page)
                self.assertIn("Dữ liệu từ cổng khác", page)
                self.assertIn("ngày 31 tháng 12 năm 2025", page)
                self.assertIn("Dữ liệu minh họa", page)  # its marking stays
        own = self.page("phong-trao/tinh-2025/index.html")
        self.assertNotIn("Dữ liệu từ cổng khác", own)
        results = self.page("phong-trao/khen-2025/ket-qua/index.html")
        self.assertIn("Việc của tổ một", results)  # the correction
        self.assertIn("Ghi nhầm tên việc", results)
        town = read(os.path.join(self.first.folder, "phong-trao/khen-2025/ket-qua/index.html"))
        verdicts = re.findall(r'class="verdict[^"]*"', town)
        self.assertGreater(len(verdicts), 0)
        self.assertEqual(re.findall(r'class="verdict[^"]*"', results), verdicts)
        self.assertIn("Nguồn:", self.page("phong-trao/index.html"))
        self.assertIn("Ghi nhầm tên việc", self.page("dinh-chinh/index.html"))

    def test_open_data_and_search_tell_the_origin(self):
        self.pull()
        self.build()
        for table, key, theirs, ours in (("campaigns", "campaign", "khen-2025", "tinh-2025"),
                                         ("practices", "practice", "mot-cua", "tinh-cua")):
            rows = {row[key]: row for row in json.loads(self.page(f"du-lieu/{table}.json"))}
            self.assertEqual(rows[theirs]["origin"], self.first.url)
            self.assertIsNone(rows[ours]["origin"])
        record = json.loads(self.page("du-lieu/cong-bo.json"))
        self.assertNotIn("khen-2025", json.dumps(record))  # that portal's record
        ours = json.loads(self.page("du-lieu/trao-doi.json"))
        self.assertEqual([c["id"] for c in ours["campaigns"]], ["tinh-2025"])  # nobody gives on what is not theirs
        self.assertEqual([p["id"] for p in ours["practices"]], ["tinh-cua"])

    def test_what_is_given_on_refers_to_nothing_that_its_readers_do_not_get(self):
        """A province's practice under a town's campaign, and a province's campaign in which a town's unit takes part."""
        self.pull()
        practice = os.path.join(self.root, "content/practices/tinh-cua.md")
        write(practice, read(practice).replace("campaign: tinh-2025", "campaign: khen-2025"))

        def with_unit_of_a_town(campaign):
            campaign["audiences"][0]["units"].append("vi-du/to-1")
        change(os.path.join(self.root, "content/campaigns/tinh-2025/campaign.json"), with_unit_of_a_town)
        province = self.built(self.root)
        self.addCleanup(province.close)
        given = self.exchange(province)
        self.assertNotIn("campaign", given["practices"][0]["front_matter"])
        self.assertIn("vi-du", [units["id"] for units in given["units"]])
        nation = new_root(self.folder.name, "nation", [], [("thi-du", "nuoc"), ("thu-2025", "nuoc-2025"), ("mot-cua", "nuoc-cua")])
        write(os.path.join(nation, "sources.json"), json.dumps({"sources": [self.source("tinh", province)]}))
        run = program(nation, "pull")
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        self.assertIn("tinh: new copy; 1 campaign(s)", run.stdout)

    def test_foreign_text_stays_text_and_its_links_lead_home(self):
        self.pull()
        self.build()
        page = self.page("cach-lam-hay/mot-cua/index.html")
        self.assertNotIn("<script>alert", page)
        self.assertIn("&lt;script&gt;", page)
        self.assertIn(f'href="{self.first.url}gioi-thieu/"', page)
        self.assertIn(f'href="{self.first.url}media/a.png"', page)
        self.assertNotIn("<img", page.split("noi-dung")[1])
        self.assertFalse(os.path.exists(os.path.join(self.root, "public/media/a.png")))

    def test_the_same_copies_give_the_same_bytes(self):
        self.pull()
        outputs = []
        for jobs in ("1", "4"):
            run = program(self.root, "build", "--output", "out" + jobs, "--jobs", jobs)
            self.assertEqual(run.returncode, 0, run.stderr)
            outputs.append(json.loads(read(os.path.join(self.root, "out" + jobs, ".thidua-manifest.json"))))
        self.assertEqual(outputs[0], outputs[1])

    def test_a_source_that_is_no_longer_named_is_no_longer_shown(self):
        self.pull()
        self.sources.pop(0)
        write(os.path.join(self.root, "sources.json"), json.dumps({"sources": self.sources}))
        self.build()
        self.assertFalse(os.path.exists(os.path.join(self.root, "public/phong-trao/khen-2025")))


class Again(Portals):
    def test_unchanged_is_asked_for_by_etag_and_confirmed(self):
        self.pull(today="2025-12-01T08:00")
        before = read(self.copy())
        self.first.asked.clear()
        run = self.pull()
        self.assertIn("huyen-mot: unchanged;", run.stdout)
        self.assertEqual(self.first.asked, [(EXCHANGE, json.loads(before)["etag"])])
        after = json.loads(read(self.copy()))
        self.assertEqual((after["taken"], after["checked"]), ("2025-12-01T08:00", TODAY))
        self.assertEqual(after["document"], json.loads(before)["document"])

    def test_a_source_that_is_down_leaves_the_last_good_copy_with_its_day(self):
        self.pull(today="2025-12-01T08:00")
        before = read(self.copy("huyen-hai"))
        down = Portal(self.folder.name)
        down.close()
        self.first.answers[EXCHANGE] = send(b"", 503)
        self.sources[1]["url"] = down.url.rstrip("/") + EXCHANGE
        self.sources[1]["allow"] = [down.place]
        run = self.pull()
        self.assertEqual(run.returncode, 0)
        self.assertEqual(run.stderr.count("[source-unreachable]"), 2, run.stderr)
        self.assertIn("it answered 503; its copy of 2025-12-01 stays", run.stderr)
        self.assertIn("huyen-hai: copy of 2025-12-01 kept", run.stdout)
        self.assertEqual(read(self.copy("huyen-hai")), before)
        self.build()
        self.assertIn("ngày 01 tháng 12 năm 2025", self.page("phong-trao/thu-hai/index.html"))

    def test_a_source_that_never_came_is_told_and_stops_nothing(self):
        self.first.answers[EXCHANGE] = send(b"", 404)
        run = self.pull()
        self.assertEqual(run.returncode, 0)
        self.assertIn("huyen-mot: nothing yet", run.stdout)
        self.assertIn("[source-not-pulled]", self.build().stderr)

    def test_too_large_and_too_slow_leave_the_copy(self):
        self.pull()
        before = read(self.copy())
        self.sources[0]["megabytes"] = 1
        self.sources[1]["seconds"] = 1
        self.first.answers[EXCHANGE] = send_packed(b"{" + b" " * (1 << 20) + b"}")
        self.second.answers[EXCHANGE] = send_slowly(5)
        run = self.pull()
        self.assertEqual(run.returncode, 0)
        self.assertEqual(run.stderr.count("[source-unreachable]"), 2, run.stderr)
        self.assertEqual(read(self.copy()), before)

    def test_a_copy_that_was_damaged_on_disk_is_left_out_and_fetched_whole(self):
        self.pull()
        write(self.copy(), read(self.copy())[:1000])
        self.assertIn("[copy-left-out]", self.build().stderr)
        self.first.asked.clear()
        self.assertIn("huyen-mot: new copy", self.pull().stdout)
        self.assertEqual(self.first.asked, [(EXCHANGE, None)])


    def test_a_copy_that_cannot_be_written_is_the_machines_fault(self):
        write(os.path.join(self.root, "pulled"), "a file where the folder should be")
        run = self.pull()
        self.assertEqual(run.returncode, 3)
        self.assertIn("[copy-unwritable]", run.stderr)


class Refused(Portals):
    def give(self, edit):
        document = self.exchange(self.first)
        edit(document)
        self.first.answers[EXCHANGE] = send(json.dumps(document, ensure_ascii=False, indent=1).encode())

    def assert_refused(self, code):
        before = read(self.copy())
        run = self.pull()
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn("[source-invalid]", run.stderr)
        self.assertIn(f"[{code}]", run.stderr)
        self.assertRegex(run.stderr, r"pulled/huyen-mot\.refused\.json")
        self.assertNotIn(" error: ", run.stderr)
        self.assertEqual(read(self.copy()), before)
        self.assertEqual(sorted(os.listdir(os.path.join(self.root, "pulled"))),
                         ["huyen-hai.json", "huyen-mot.json", "huyen-mot.refused.json"])
        self.build()

    def test_invalid(self):
        self.pull()
        cases = {
            "a field of another kind": ("wrong-type", lambda d: d["campaigns"][0]["data"].update(title="x")),
            "an unknown version": ("not-one-of", lambda d: d.update(version=2)),
            "a path as id": ("wrong-form", lambda d: d["practices"][0].update(id="../../etc")),
            "a reserved name": ("reserved-name", lambda d: d["practices"][0].update(id="index")),
            "a unit that is nowhere": ("unknown-unit", lambda d: d["practices"][0]["front_matter"].update(unit="no/where")),
            "one id twice": ("duplicate-id", lambda d: d["practices"].append(dict(d["practices"][0]))),
            "no plan": ("file-missing", lambda d: d["campaigns"][0]["documents"].clear()),
        }
        for name, (code, edit) in cases.items():
            with self.subTest(name):
                self.give(edit)
                self.assert_refused(code)
                shutil.os.remove(os.path.join(self.root, "pulled/huyen-mot.refused.json"))

    def test_no_json_at_all(self):
        self.pull()
        self.first.answers[EXCHANGE] = send(b"<html>not found</html>")
        self.assert_refused("json-value-expected")

    def test_failed_checks_are_warnings_at_their_origin(self):
        def spoil(document):
            award = document["campaigns"][0]["results"][0]["data"]["awards"]
            award or document["campaigns"][0]["results"][1]["data"]["awards"]
            for result in document["campaigns"][0]["results"]:
                for award in result["data"]["awards"]:
                    award["dossier"]["received"] = "2025-01-31"
            document["practices"][0]["text"] += "\n\nSố định danh 001099012345.\n"
        self.give(spoil)
        self.assertEqual(self.pull().returncode, 0)
        run = self.build()
        self.assertRegex(run.stderr, r"pulled/huyen-mot\.json:\d+:\d+: warning: .*\[award-")
        self.assertRegex(run.stderr, r"pulled/huyen-mot\.json#practices/mot-cua\.md:\d+(:\d+)?: warning: .*\[citizen-number\]")
        self.assertEqual(program(self.root, "check").returncode, 0)
        self.assertEqual(program(self.root, "audit").returncode, 0)

    def test_redirects_are_judged_after_names_are_resolved(self):
        self.pull()
        before = read(self.copy())
        targets = [f"http://{self.stranger.place}/x", f"http://localhost:{self.stranger.port}/x",
                   f"http://[::ffff:127.0.0.1]:{self.stranger.port}/x", "http://169.254.169.254/latest", "http://10.0.0.1/x",
                   "http://192.168.1.1/x", "http://[fe80::1]/x", "ftp://127.0.0.1/x"]
        for target in targets:
            with self.subTest(target):
                self.first.answers[EXCHANGE] = lead_to(target)
                run = self.pull()
                self.assertEqual(run.returncode, 0)
                self.assertIn("[source-refused]", run.stderr)
                self.assertEqual(read(self.copy()), before)
        self.first.answers[EXCHANGE] = lead_to("file:///etc/passwd")
        self.assertIn("a redirect to what is no address", self.pull().stderr)
        self.assertEqual(read(self.copy()), before)
        self.assertEqual(self.stranger.asked, [])
        self.first.answers[EXCHANGE] = lead_to(f"http://{self.second.place}/a")
        self.second.answers["/a"] = lead_to(f"http://{self.stranger.place}/x")
        self.sources[0]["allow"].append(self.second.place)  # the first hop is allowed, the second is not
        self.assertIn("[source-refused]", self.pull().stderr)
        self.assertEqual(self.stranger.asked, [])

    def test_what_is_allowed_by_name_is_followed(self):
        self.first.answers[EXCHANGE] = lead_to(f"http://{self.stranger.place}/moved.json")
        self.stranger.answers["/moved.json"] = send(json.dumps(self.exchange(self.first)).encode())
        self.sources[0]["allow"].append(self.stranger.place)
        self.assertIn("huyen-mot: new copy", self.pull().stdout)

    def test_a_private_address_has_to_be_named(self):
        self.sources[0]["allow"] = []
        run = self.pull()
        self.assertEqual(run.returncode, 1)
        self.assertRegex(run.stderr, r"sources\.json:1:\d+: error: .*\[source-without-tls\]")
        self.sources[0]["url"] = f"https://{self.first.place}{EXCHANGE}"
        run = self.pull()
        self.assertEqual(run.returncode, 0)
        self.assertIn("[source-refused]", run.stderr)
        self.assertEqual(self.first.asked, [])


class Guests(Portals):
    """What others publish changes nothing of what is ours, and breaks nothing."""

    def with_practice(self, edit):
        document = self.exchange(self.second)
        edit(document["practices"][0])
        self.second.answers[EXCHANGE] = send(json.dumps(document).encode())

    def test_our_media_are_not_shown_because_others_name_them(self):
        root = new_root(self.folder.name, "town", ["tests/cases/audit/base"])
        results = os.path.join(root, "content/campaigns/khen-2025/results")
        early = json.loads(read(os.path.join(results, "2024-bang-khen.json")))
        early.update(publish_at="2026-06-01", decision={"number": "9", "date": "2025-01-20", "file": "quyet-dinh-9.pdf"})
        write(os.path.join(results, "som.json"), json.dumps(early))
        write(os.path.join(root, "content/media/quyet-dinh-9.pdf"), "%PDF")
        write(os.path.join(root, "content/media/huong-dan.pdf"), "%PDF")
        change(os.path.join(root, "content/site.json"),
               lambda site: site["navigation"].append({"text": "Hướng dẫn", "href": "/media/huong-dan.pdf"}))
        self.root, self.sources = root, [self.source("huyen-hai", self.second)]
        self.with_practice(lambda p: p.update(text=p["text"] + "\n![a](/media/quyet-dinh-9.pdf)\n[b](/media/huong-dan.pdf)\n"))
        self.pull()
        self.build()
        self.assertFalse(os.path.exists(os.path.join(root, "public/media/quyet-dinh-9.pdf")))
        self.with_practice(lambda p: (p["front_matter"].update(draft=True),
                                      p.update(text=p["text"] + "\n[b](/media/huong-dan.pdf)\n")))
        self.pull()
        self.build()
        self.assertTrue(os.path.exists(os.path.join(root, "public/media/huong-dan.pdf")))

    def test_nobody_adorns_a_practice_with_our_awards(self):
        self.root = new_root(self.folder.name, "town", ["tests/cases/audit/base"])
        self.sources = [self.source("huyen-hai", self.second)]
        self.build()
        before = self.page("du-lieu/cong-bo.json")
        self.with_practice(lambda p: p["front_matter"].update(award="khen-2025/2024/to-1", unit="vi-du/to-1", campaign="khen-2025"))
        self.assertIn("huyen-hai: new copy", self.pull().stdout)
        self.build()
        self.assertEqual(self.page("du-lieu/cong-bo.json"), before)
        self.assertNotIn("Đã được khen thưởng", self.page("cach-lam-hay/hai-cua/index.html"))

    def test_what_others_say_of_our_units_names_them(self):
        """A town's campaign, whose units are the province's as well."""
        shutil.copy(os.path.join(self.first_root, "content/units/vi-du.json"), os.path.join(self.root, "content/units"))
        self.assertIn("huyen-mot: new copy", self.pull().stdout)
        self.build()
        page = self.page("don-vi/vi-du/to-1/index.html")
        self.assertNotIn("Dữ liệu từ cổng khác", page)
        history = page.split('id="qua-cac-nam"')[1]
        self.assertIn("Giấy khen", history)
        self.assertIn('<span class="meta">Nguồn: Cổng thử</span>', history)

    def test_a_copy_that_would_break_our_own_content_is_not_taken(self):
        page = os.path.join(self.root, "content/pages/gioi-thieu.md")
        self.pull()
        write(page, read(page) + "\nXem [phong trào](/phong-trao/thu-hai/).\n")
        self.build()
        document = self.exchange(self.second)
        document.update(campaigns=[], practices=[])
        self.second.answers[EXCHANGE] = send(json.dumps(document).encode())
        run = self.pull()
        self.assertEqual(run.returncode, 0)
        self.assertRegex(run.stderr, r"content/pages/gioi-thieu\.md:\d+ .*\[source-would-break\]")
        self.assertIn("[source-invalid]", run.stderr)
        self.build()

    def test_an_address_of_our_own_is_not_taken_by_others(self):
        practice = os.path.join(self.root, "content/practices/tinh-cua.md")
        write(practice, read(practice).replace("title: Một cửa", "title: Một cửa\naliases: [/cach-lam-hay/hai-cua/]"))
        run = self.pull()
        self.assertEqual(run.returncode, 0)
        self.assertIn("[source-would-break]", run.stderr)
        self.assertFalse(os.path.exists(self.copy("huyen-hai")))
        self.assertTrue(os.path.exists(self.copy("huyen-mot")))
        self.build()

    def test_of_two_portals_the_one_that_had_an_id_keeps_it(self):
        self.sources = [self.source("a", self.first), self.source("b", self.second)]
        self.pull()
        newcomer = self.exchange(self.first)
        newcomer["campaigns"].append(self.exchange(self.second)["campaigns"][0])
        self.first.answers[EXCHANGE] = send(json.dumps(newcomer).encode())
        self.with_practice(lambda p: p["front_matter"].update(title="Ten moi"))
        run = self.pull()
        self.assertEqual(run.returncode, 1)
        self.assertIn("[pulled-conflict]", run.stderr)
        self.assertNotIn("thu-hai", read(self.copy("a")))
        self.assertIn("Ten moi", read(self.copy("b")))
        self.build()


class Conflicts(Portals):
    def test_with_our_own(self):
        write(os.path.join(self.root, "content/practices/mot-cua.md"),
              read(os.path.join(self.root, "content/practices/tinh-cua.md")))
        run = self.pull()
        self.assertEqual(run.returncode, 1)
        self.assertRegex(run.stderr, r"error: `practices/mot-cua` is in content/practices/mot-cua\.md and again in "
                                     r"pulled/huyen-mot\.json#practices/mot-cua\.md \[pulled-conflict\]")
        self.assertIn("put `practices/mot-cua` under `leave_out` of the source “huyen-mot”", run.stderr)
        self.assertFalse(os.path.exists(self.copy()))
        self.assertTrue(os.path.exists(self.copy("huyen-hai")))
        self.sources[0]["leave_out"] = ["practices/mot-cua"]
        self.assertEqual(self.pull().returncode, 0)
        self.build()
        self.assertNotIn("Dữ liệu từ cổng khác", self.page("cach-lam-hay/mot-cua/index.html"))

    def test_with_our_own_that_came_later(self):
        self.pull()
        write(os.path.join(self.root, "content/practices/mot-cua.md"),
              read(os.path.join(self.root, "content/practices/tinh-cua.md")))
        self.assertIn("[pulled-conflict]", program(self.root, "check").stderr)
        self.assertEqual(program(self.root, "check").returncode, 1)
        self.assertRegex(self.build().stderr, r"warning: `practices/mot-cua` is in content/practices/mot-cua\.md.*"
                                              r"\[pulled-twice\]")
        self.assertNotIn("Dữ liệu từ cổng khác", self.page("cach-lam-hay/mot-cua/index.html"))

    def test_between_two_sources(self):
        self.sources[1] = self.source("lai-mot", self.first)
        run = self.pull()
        self.assertEqual(run.returncode, 1)
        self.assertRegex(run.stderr, r"`campaigns/khen-2025` is in pulled/huyen-mot\.json:\d+ and again in "
                                     r"pulled/lai-mot\.json:\d+ \[pulled-conflict\]")
        self.assertNotIn("`units/", run.stderr)  # units that are the same in both are no conflict
        self.assertTrue(os.path.exists(self.copy()))
        self.assertFalse(os.path.exists(self.copy("lai-mot")))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]])
