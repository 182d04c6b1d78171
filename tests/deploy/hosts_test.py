#!/usr/bin/python3
"""Every kind of host brings, replaces, lists, reads, removes and locks, on real servers; and fails as it says it does.

    hosts_test.py [Apache | Nginx | S3] …

What every kind is asked stands here; of those that do not speak HTTP, in files of their own.
"""

import hashlib
import os
import threading
import time
from pathlib import Path

import boto3
from botocore.config import Config

from targets import FOLDERS, LARGE, NAMES, Driver, Hosts, fault, main, s3, secrets_of, target_of, webdav

SECRET = "MatKhauTuyetMat"


class AnyHost:
    """What is asked of every kind; `start` gives a server, `bytes_of` a file as it lies on the server's disk."""

    shows_hidden_names = True

    def start(self, **more):
        raise NotImplementedError

    def bytes_of(self, server, path: str) -> bytes:
        return (server.root / path).read_bytes()

    def remove(self, driver, *paths) -> list:
        return driver.remove(*paths)

    def is_shown(self, path: str) -> bool:
        return self.shows_hidden_names or not Path(path).name.startswith(".")

    def test_put_list_replace_read_remove(self):
        server = self.begin(self.start())
        driver = self.connected(server)
        files = {folder + name: f"nội dung của {name}" for folder in FOLDERS for name in NAMES}
        self.all_done(driver.put(*({"path": path, "bytes": text} for path, text in files.items())))
        self.assertEqual(driver.list(), {path: len(text.encode()) for path, text in files.items() if self.is_shown(path)})
        for path, text in files.items():
            self.assertEqual(self.bytes_of(server, path), text.encode())
            self.assertEqual(driver.read(path), text)
        self.all_done(driver.put(*({"path": path, "bytes": "mới"} for path in files)))
        self.assertEqual(driver.list(), {path: len("mới".encode()) for path in files if self.is_shown(path)})
        self.assertIsNone(driver.read("không có"))
        self.assertIsNone(driver.read("không/có"))
        self.all_done(self.remove(driver, *files, "không có", "không/có"))
        self.assertEqual(driver.list(), {})

    def test_folders_left_empty_go_and_others_stay(self):
        server = self.begin(self.start())
        driver = self.connected(server)
        kept = ["a/giữ.txt", "b/c/giữ.txt"]
        gone = ["a/x.txt", "a/b/c/y.txt", "b/c/z.txt", "d/e/f/g.txt"]
        self.all_done(driver.put(*({"path": path, "bytes": "x"} for path in kept + gone)))
        self.all_done(self.remove(driver, *gone))
        self.assertEqual(list(driver.list()), kept)
        self.all_done(driver.put(*({"path": path, "bytes": "x"} for path in gone)))
        self.assertEqual(list(driver.list()), sorted(kept + gone, key=str.encode))

    def test_nothing_and_50_megabytes(self):
        server = self.begin(self.start())
        driver = self.connected(server)
        large = server.folder / "large"
        large.write_bytes(os.urandom(LARGE))
        self.all_done(driver.put({"path": "trống", "bytes": ""}, {"path": "lớn", "file": large}))
        self.assertEqual(driver.list(), {"lớn": LARGE, "trống": 0})
        self.assertEqual(driver.read("trống"), "")
        driver.read("lớn", to=server.folder / "back")
        self.assertEqual(hashlib.sha256((server.folder / "back").read_bytes()).digest(), hashlib.sha256(large.read_bytes()).digest())
        with self.assertRaises(Exception) as caught:
            driver.read("lớn", limit=LARGE - 1)
        self.assertIn("read", str(caught.exception))

    def test_a_file_that_changed_or_went_fails_alone(self):
        server = self.begin(self.start())
        driver = self.connected(server)
        changed = server.folder / "changed"
        changed.write_bytes(b"x" * 100)
        outcomes = driver.put({"path": "a", "bytes": "x"}, {"path": "b", "file": changed, "size": 101}, {"path": "c", "bytes": "x"},
                              {"path": "d", "file": server.folder / "gone", "size": 1}, {"path": "e", "bytes": "x"})
        self.assertEqual([outcome and outcome.kind for outcome in outcomes], [None, "refused", None, "refused", None])
        self.assertEqual(list(driver.list()), ["a", "c", "e"])

    def test_a_folder_of_the_target_that_is_not_there_is_made(self):
        server = self.begin(self.start())
        whole = self.connected(server)
        at = self.connected(server, folder=self.folder_below(server, "công khai/2026"))
        self.assertEqual(at.list(), {})
        self.assertIsNone(at.read_lock())
        self.all_done(at.put({"path": "x/y.txt", "bytes": "x"}))
        self.assertEqual(at.list(), {"x/y.txt": 1})
        self.assertEqual(whole.list(), {"công khai/2026/x/y.txt": 1})

    def folder_below(self, server, name: str) -> str:
        return target_of(server)["folder"] + name

    def test_taken_up_no_more_once_told_so(self):
        server = self.begin(self.start())
        driver = self.connected(server)
        outcomes = driver.put(*({"path": f"{i}", "bytes": "x"} for i in range(40)), stop_after=5)
        done = [i for i, outcome in enumerate(outcomes) if outcome is None]
        self.assertIn(len(done), range(5, 16))
        self.assertEqual({outcome.kind for outcome in outcomes if outcome}, {"passing"})
        self.assertEqual(sorted(driver.list()), sorted(str(i) for i in done))

    def test_lock(self):
        server = self.begin(self.start())
        first, second = self.connected(server), self.connected(server)
        self.assertIsNone(first.read_lock())
        self.assertTrue(first.lock("một"))
        self.assertFalse(second.lock("hai"))
        self.assertFalse(first.lock("một nữa"))
        self.assertEqual(second.read_lock(), "một")
        first.renew_lock("một, lâu hơn")
        self.assertEqual(second.read_lock(), "một, lâu hơn")
        first.unlock()
        self.assertIsNone(second.read_lock())
        first.unlock()
        self.assertTrue(second.lock("hai"))

    def test_a_wrong_password_is_refused(self):
        server = self.begin(self.start())
        driver = self.drive(server, password=SECRET)
        failure = self.fails("refused", driver.connect)
        self.assertNotIn(SECRET, str(failure))

    def test_certificates_that_are_not_good_are_refused(self):
        for kind in ("expired", "misnamed", "stranger"):
            with self.subTest(kind=kind):
                server = self.begin(self.start_tls(kind))
                self.fails("distrusted", self.drive(server).connect)
        server = self.begin(self.start_tls("good"))
        driver = self.connected(server)
        self.all_done(driver.put({"path": "tệp", "bytes": "x"}))
        self.assertEqual(driver.list(), {"tệp": 1})
        self.fails("distrusted", self.drive(server, authorities="").connect)

    def test_nobody_there(self):
        server = self.begin(self.start())
        driver = self.drive(server)
        server.stop()
        self.fails("passing", driver.connect)

    def test_silence_ends(self):
        server = self.begin(self.start())
        proxy = self.begin(fault.start(server.port))
        driver = self.connected(server, port=proxy.port, silence=1, connect=2)
        proxy.slow(3.0)
        begun = time.monotonic()
        [outcome] = driver.put({"path": "x", "bytes": "x"})
        self.assertEqual(outcome.kind, "passing")
        self.assertLess(time.monotonic() - begun, 10)

    def test_a_connection_that_is_lost_fails_what_was_on_it_and_the_next_try_succeeds(self):
        server = self.begin(self.start())
        for reset in (False, True):
            with self.subTest(reset=reset):
                proxy = self.begin(fault.start(server.port))
                driver = self.connected(server, port=proxy.port)
                proxy.refuse()
                for connection in range(2):  # those that are open already may live on
                    outcomes = driver.put(*({"path": f"{i}", "bytes": "x" * 2000} for i in range(50)))
                    self.assertLessEqual({outcome.kind for outcome in outcomes if outcome}, {"passing"})
                proxy.heal()
                driver.connect()
                self.all_done(driver.put(*({"path": f"{i}", "bytes": "y" * 2000} for i in range(50))))
                for i in range(50):
                    self.assertEqual(self.bytes_of(server, f"{i}"), b"y" * 2000)

    def test_a_reader_sees_the_old_or_the_new_one(self):
        server = self.begin(self.start())
        driver = self.connected(server)
        old, new = b"a" * 400_000, b"b" * 400_000
        (server.folder / "old").write_bytes(old)
        (server.folder / "new").write_bytes(new)
        driver.put({"path": "trang", "file": server.folder / "old"})
        seen, stop = {"old": 0, "new": 0, "neither": 0}, threading.Event()

        def look():
            while not stop.is_set():
                try:
                    bytes_ = self.bytes_of(server, "trang")
                except FileNotFoundError:
                    bytes_ = b""
                seen["old" if bytes_ == old else "new" if bytes_ == new else "neither"] += 1

        reader = threading.Thread(target=look)
        reader.start()
        for _ in range(15):
            self.all_done(driver.put({"path": "trang", "file": server.folder / "new"}))
            self.all_done(driver.put({"path": "trang", "file": server.folder / "old"}))
        stop.set()
        reader.join()
        self.assertEqual(seen["neither"], 0, seen)
        self.assertGreater(seen["old"], 0)
        self.assertGreater(seen["new"], 0)


class OverHttp(AnyHost):
    """Of those that speak HTTP, also this."""

    def test_500_and_503_are_passing_and_other_files_go_on(self):
        server = self.begin(self.start())
        for status in (500, 503):
            with self.subTest(status=status):
                proxy = self.begin(fault.start(server.port))
                driver = self.connected(server, port=proxy.port)
                self.all_done(driver.put({"path": "trước", "bytes": "x"}))
                proxy.answer(status, times=2, after=1)
                outcomes = driver.put(*({"path": f"{i}", "bytes": "x"} for i in range(10)))
                bad = [outcome for outcome in outcomes if outcome]
                self.assertEqual(len(bad), 2)
                for failure in bad:
                    self.assertEqual(failure.kind, "passing")
                    self.assertIn(str(status), failure.words)

    def test_a_body_cut_in_the_middle_leaves_the_old_file_whole(self):
        server = self.begin(self.start())
        proxy = self.begin(fault.start(server.port))
        driver = self.connected(server, port=proxy.port, jobs=1)
        self.all_done(driver.put({"path": "trang", "bytes": "cũ"}))
        large = server.folder / "large"
        large.write_bytes(b"x" * 3_000_000)
        driver = self.connected(server, port=proxy.port, jobs=1)
        self.all_done(driver.put({"path": "mồi", "bytes": "x"}))
        for reset in (False, True):
            cut_driver = self.drive(server, port=proxy.port, jobs=1)
            proxy.cut(1_000_000, times=2, reset=reset)  # libcurl itself tries once more on a new connection
            cut_driver.connect()
            [outcome] = cut_driver.put({"path": "trang", "file": large})
            self.assertEqual(outcome.kind, "passing")
            time.sleep(0.2)
            self.assertEqual(self.bytes_of(server, "trang"), "cũ".encode())

    def test_plain_text_goes_to_this_machine_alone(self):
        server = self.begin(self.start())
        self.fails("distrusted", self.drive(server, host="192.0.2.1").connect)
        self.connected(server, host="localhost")

    def test_tls_to_a_server_without_it(self):
        server = self.begin(self.start())
        self.fails("distrusted", self.drive(server, tls=True).connect)


class Apache(OverHttp, Hosts):
    kind = "apache"

    def start(self):
        return webdav.start(self.kind)

    def start_tls(self, certificate):
        return webdav.start(self.kind, certificate)

    def test_what_no_webdav_is(self):
        server = self.begin(self.start())
        proxy = self.begin(fault.start(server.port))
        proxy.answer(405, times=10)
        self.fails("unsupported", self.drive(server, port=proxy.port).connect)
        proxy.answer(200, times=10)
        self.fails("unsupported", self.drive(server, port=proxy.port).connect)

    def test_a_folder_that_vanishes_is_made_again_at_the_next_try(self):
        server = self.begin(self.start())
        driver = self.connected(server)
        self.all_done(driver.put({"path": "a/b/1", "bytes": "x"}))
        (server.root / "a/b/1").unlink()
        (server.root / "a/b").rmdir()
        [outcome] = driver.put({"path": "a/b/2", "bytes": "x"})
        self.assertEqual(outcome.kind, "passing")
        self.all_done(driver.put({"path": "a/b/2", "bytes": "x"}))


    def test_empty_folders_go_while_we_hold_the_lock(self):
        server = self.begin(self.start())
        driver = self.connected(server)
        self.all_done(driver.put({"path": "a/b/1", "bytes": "x"}, {"path": "c/2", "bytes": "x"}, {"path": "c/.ẩn", "bytes": "x"}))
        self.assertTrue(driver.lock())
        self.all_done(self.remove(driver, "a/b/1", "c/2"))
        self.assertEqual((server.root / "a").exists(), not self.shows_hidden_names)
        self.assertTrue((server.root / "c/.ẩn").exists())

    def test_a_server_that_takes_the_password_by_digest_alone(self):
        server = self.begin(webdav.start(proof="Digest")) if self.kind == "apache" else self.skipTest("nginx knows no Digest")
        driver = self.connected(server)
        large = server.folder / "large"
        large.write_bytes(b"x" * 3_000_000)
        self.all_done(driver.put({"path": "tệp 1", "bytes": "x"}, {"path": "a/lớn", "file": large}))
        self.assertEqual(driver.list(), {"a/lớn": 3_000_000, "tệp 1": 1})
        self.fails("refused", self.drive(server, password=SECRET).connect)


class Nginx(Apache):
    kind = "nginx"
    shows_hidden_names = False  # nor does DELETE of a folder ask what it takes with it


class S3(OverHttp, Hosts):
    def start(self):
        return s3.start()

    def start_tls(self, certificate):
        return s3.start(certificate)

    def bytes_of(self, server, path):
        return server.read(path)

    def remove(self, driver, *paths):
        """As a deployment does it, with more than one try: s3rver stumbles over folders that it removes at the same moment."""
        for _ in range(4):
            outcomes = driver.remove(*paths)
            if not any(outcomes):
                break
        return outcomes

    test_a_reader_sees_the_old_or_the_new_one = None  # s3rver itself writes in place

    def test_virtual_host_style_and_a_prefix(self):
        for certificate in (None, "good"):
            with self.subTest(certificate=certificate):
                server = self.begin(s3.start(certificate))
                driver = self.connected(server, host="s3.localhost", virtual_host=True, folder="/tiền tố 100%+=/")
                self.all_done(driver.put(*({"path": folder + name, "bytes": name} for folder in FOLDERS for name in NAMES)))
                self.assertEqual(driver.list(), {folder + name: len(name.encode()) for folder in FOLDERS for name in NAMES})
                self.assertEqual(server.read("tiền tố 100%+=/a b.txt"), b"a b.txt")
                self.all_done(self.remove(driver, *(folder + name for folder in FOLDERS for name in NAMES)))
                self.assertEqual(self.connected(server).list(), {})

    def test_headers_travel_with_a_file(self):
        server = self.begin(self.start())
        driver = self.connected(server)
        self.all_done(driver.put({"path": "a.html", "bytes": "x", "type": "text/html; charset=utf-8", "cache": "max-age=60,  must-revalidate", "encoding": "br"}))
        who = server.credentials
        client = boto3.client("s3", endpoint_url=server.address, region_name=who.region, aws_access_key_id=who.access_key,
                              aws_secret_access_key=who.secret_key, config=Config(s3={"addressing_style": "path"}))
        head = client.head_object(Bucket=who.bucket, Key="a.html")
        self.assertEqual((head["ContentType"], head["CacheControl"], head["ContentEncoding"]),
                         ("text/html; charset=utf-8", "max-age=60,  must-revalidate", "br"))

    def test_lists_and_removals_of_more_than_a_thousand(self):
        server = self.begin(self.start())
        driver = self.connected(server)
        paths = [f"{i % 7}/{i:04}" for i in range(2005)]
        self.all_done(driver.put(*({"path": path, "bytes": "x"} for path in paths)))
        self.assertEqual(list(driver.list()), sorted(paths))
        self.all_done(self.remove(driver, *paths[5:]))
        self.assertEqual(list(driver.list()), sorted(paths[:5]))

    def test_what_is_wrong_with_a_signature_is_told_by_its_code(self):
        server = self.begin(self.start())
        self.assertIn("SignatureDoesNotMatch", self.fails("refused", self.drive(server, password=SECRET).connect).words)
        self.assertIn("AuthorizationHeaderMalformed", self.fails("refused", self.drive(server, region="us-east-1").connect).words)
        self.assertIn("NoSuchBucket", self.fails("missing", self.drive(server, bucket="khong-co").connect).words)
        stranger = Driver(target_of(server), "AKIASTRANGER", SECRET)
        self.addCleanup(stranger.close)
        self.assertIn("InvalidAccessKeyId", self.fails("refused", stranger.connect).words)

    def test_a_session_token_is_signed(self):
        server = self.begin(self.start())
        driver = Driver(target_of(server), **secrets_of(server), token="tam-thoi/+=")
        self.addCleanup(driver.close)
        driver.connect()
        self.all_done(driver.put({"path": "x", "bytes": "x"}))


if __name__ == "__main__":
    main()
