#!/usr/bin/python3
"""Every test server does what a web host does, seen by a client that is not ours: sftp(1), curl(1), boto3."""

import sys
import unittest
from pathlib import Path
from urllib.parse import quote

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

import boto3  # noqa: E402
from botocore.config import Config  # noqa: E402
from botocore.exceptions import ClientError  # noqa: E402

import certificates  # noqa: E402
import ftps  # noqa: E402
import s3  # noqa: E402
import sftp  # noqa: E402
import webdav  # noqa: E402
from clients import FIRST, FOLDER, NAMES, SECOND, Files, ask, curl, curl_address, path_of, run, signed  # noqa: E402

CERTIFICATE_REFUSED = 60  # curl's exit status


class Sftp(Files):
    def test_put_replace_list_delete(self):
        for key in sftp.KEY_TYPES:
            with self.subTest(key=key):
                self.put_replace_list_delete(self.begin(sftp.start(key)))

    def put_replace_list_delete(self, server):
        inside = path_of(server) + FOLDER
        self.done(ask(server, f'mkdir "{inside}"'))
        for name in NAMES:
            self.done(ask(server, f'put {server.folder}/first "{inside}/{name}.part"', f'rename "{inside}/{name}.part" "{inside}/{name}"'))
            self.done(ask(server, f'put {server.folder}/second "{inside}/{name}.part"', f'rename "{inside}/{name}.part" "{inside}/{name}"'))
            self.assertEqual((server.root / FOLDER / name).read_bytes(), SECOND)
        listed = self.done(ask(server, f'ls -1 "{inside}"'))
        for name in NAMES:
            self.assertIn(name, listed)
            self.done(ask(server, f'rm "{inside}/{name}"'))
        self.assertEqual(list((server.root / FOLDER).iterdir()), [])

    def test_a_user_without_the_key_and_an_unknown_host_are_refused(self):
        server = self.begin(sftp.start())
        stranger = self.begin(sftp.start())
        server.credentials.key, own_key = stranger.credentials.key, server.credentials.key
        self.assertIn("Permission denied", ask(server, "ls").stderr)
        server.credentials.key = own_key
        self.done(ask(server, "ls"))
        server.credentials.known_hosts = stranger.credentials.known_hosts
        self.assertIn("Host key verification failed", ask(server, "ls").stderr)

    @unittest.skipUnless(sftp.AS_ROOT, "only root can lock a user in")
    def test_nothing_outside_the_chroot_is_seen(self):
        server = self.begin(sftp.start())
        self.assertEqual(self.done(ask(server, "ls -1 /")).splitlines()[1:], ["/site"])


class Ftps(Files):
    def test_put_replace_list_delete(self):
        server = self.begin(ftps.start())
        base = curl_address(server)
        inside = base.partition(f":{server.port}")[2] + FOLDER
        folder = base + quote(FOLDER) + "/"
        for name in NAMES:
            for content in ("first", "second"):
                self.done(curl(server, "--ssl-reqd", "--ftp-create-dirs", "-T", server.folder / content, folder + quote(name) + ".part",
                               "-Q", f"-RNFR {name}.part", "-Q", f"-RNTO {name}"))
            self.assertEqual((server.root / FOLDER / name).read_bytes(), SECOND)
        listed = self.done(curl(server, "--ssl-reqd", "-l", folder))
        for name in NAMES:
            self.assertIn(name, listed)
            self.done(curl(server, "--ssl-reqd", base, "-Q", f"DELE {inside}/{name}"))
        self.assertEqual(list((server.root / FOLDER).iterdir()), [])

    def test_plain_text_and_a_wrong_password_are_refused(self):
        server = self.begin(ftps.start())
        address = curl_address(server)
        self.assertIn("550", curl(server, address).stderr)
        self.assertIn("Access denied", curl(server, "--ssl-reqd", address, user=f"{ftps.USER}:wrong").stderr)

    def test_bad_certificates_are_what_they_are_called(self):
        for kind in certificates.KINDS:
            with self.subTest(kind=kind):
                server = self.begin(ftps.start(kind))
                result = curl(server, "--ssl-reqd", curl_address(server))
                self.assertEqual(result.returncode, 0 if kind == "good" else CERTIFICATE_REFUSED, result.stderr)


class WebDav(Files):
    def test_put_replace_list_delete(self):
        for kind in webdav.KINDS:
            for certificate in (None, "good"):
                with self.subTest(kind=kind, certificate=certificate):
                    self.put_replace_list_delete(self.begin(webdav.start(kind, certificate)))

    def put_replace_list_delete(self, server):
        folder = server.address + quote(FOLDER) + "/"
        self.assertTrue(self.done(curl(server, "-X", "MKCOL", folder)).endswith("201"))
        for name in NAMES:
            self.assertTrue(self.done(curl(server, "-T", server.folder / "first", folder + quote(name))).endswith("201"))
            self.assertTrue(self.done(curl(server, "-T", server.folder / "second", folder + quote(name) + ".part")).endswith("201"))
            move = ["-X", "MOVE", "-H", f"Destination: {folder}{quote(name)}", "-H", "Overwrite: T", folder + quote(name) + ".part"]
            self.assertEqual(self.done(curl(server, *move)), "204")
            self.assertEqual((server.root / FOLDER / name).read_bytes(), SECOND)
        listed = self.done(curl(server, "-X", "PROPFIND", "-H", "Depth: 1", folder)).lower()
        for name in NAMES:
            self.assertTrue(quote(name).lower() in listed or quote(name, safe="+=").lower() in listed, listed)
            self.assertEqual(self.done(curl(server, "-X", "DELETE", folder + quote(name))), "204")
        self.assertEqual(list((server.root / FOLDER).iterdir()), [])

    def test_a_wrong_password_is_refused(self):
        for kind in webdav.KINDS:
            server = self.begin(webdav.start(kind))
            self.assertTrue(curl(server, server.address, user="x:y").stdout.endswith("401"))


class S3(Files):
    def client(self, server, **other):
        who = server.credentials
        given = {"aws_access_key_id": who.access_key, "aws_secret_access_key": who.secret_key, **other}
        config = Config(signature_version="s3v4", s3={"addressing_style": "path"}, retries={"max_attempts": 0}, proxies={})
        client = boto3.client("s3", endpoint_url=server.address, region_name=who.region, config=config,
                              verify=str(who.authority) if who.authority else None, **given)
        self.addCleanup(client.close)
        return client

    def test_put_replace_list_delete(self):
        for certificate in (None, "good"):
            with self.subTest(certificate=certificate):
                server = self.begin(s3.start(certificate))
                client, bucket = self.client(server), server.credentials.bucket
                keys = sorted(f"{FOLDER}/{name}" for name in NAMES)
                for key in keys:
                    client.put_object(Bucket=bucket, Key=key, Body=FIRST)
                    client.put_object(Bucket=bucket, Key=key, Body=SECOND, CacheControl="max-age=60")
                    self.assertEqual(server.read(key), SECOND)
                    self.assertEqual(client.head_object(Bucket=bucket, Key=key)["CacheControl"], "max-age=60")
                self.assertEqual([item["Key"] for item in client.list_objects_v2(Bucket=bucket)["Contents"]], keys)
                for key in keys:
                    client.delete_object(Bucket=bucket, Key=key)
                self.assertNotIn("Contents", client.list_objects_v2(Bucket=bucket))

    def test_virtual_host_style(self):
        for certificate in (None, "good"):
            server = self.begin(s3.start(certificate))
            self.assertEqual(self.done(curl(server, *signed(server, SECOND), "-T", server.folder / "second", server.bucket_address + quote(NAMES[0]))), "200")
            self.assertEqual(server.read(NAMES[0]), SECOND)

    def refusal(self, client, **request) -> str:
        with self.assertRaises(ClientError) as refused:
            client.put_object(**{"Key": "a.txt", "Body": FIRST, **request})
        return refused.exception.response["Error"]["Code"]

    def test_a_corrupted_signature_is_refused(self):
        server = self.begin(s3.start())
        client, bucket = self.client(server), server.credentials.bucket

        def corrupt(request, **_):
            signature = request.headers["Authorization"]
            request.headers["Authorization"] = signature[:-1] + (b"0" if signature[-1:] != b"0" else b"1")

        client.put_object(Bucket=bucket, Key="a.txt", Body=SECOND)
        client.meta.events.register("before-send.s3.PutObject", corrupt)
        self.assertEqual(self.refusal(client, Bucket=bucket), "SignatureDoesNotMatch")
        self.assertEqual(server.read("a.txt"), SECOND)

    def test_a_wrong_secret_an_unknown_key_and_another_region_are_refused(self):
        server = self.begin(s3.start())
        bucket = server.credentials.bucket
        self.assertEqual(self.refusal(self.client(server, aws_secret_access_key="wrong"), Bucket=bucket), "SignatureDoesNotMatch")
        self.assertEqual(self.refusal(self.client(server, aws_access_key_id="nobody"), Bucket=bucket), "InvalidAccessKeyId")
        server.credentials.region = "elsewhere"
        self.assertEqual(self.refusal(self.client(server), Bucket=bucket), "AuthorizationHeaderMalformed")

    def test_an_anonymous_request_is_refused(self):
        server = self.begin(s3.start())
        address = f"{server.address}{server.credentials.bucket}/a.txt"
        self.assertTrue(run("curl", "-sS", "-w", "%{http_code}", "-T", server.folder / "first", address).stdout.endswith("403"))
        self.assertTrue(run("curl", "-sS", "-w", "%{http_code}", address).stdout.endswith("403"))

    def test_a_body_and_a_header_that_were_not_signed_are_refused(self):
        server = self.begin(s3.start())
        address = f"{server.address}{server.credentials.bucket}/a.txt"
        other_body = curl(server, *signed(server, SECOND), "-T", server.folder / "first", address).stdout
        self.assertIn("XAmzContentSHA256Mismatch", other_body)
        client = self.client(server)
        client.meta.events.register("before-send.s3.PutObject", lambda request, **_: request.headers.update({"x-amz-acl": "public-read"}))
        self.assertEqual(self.refusal(client, Bucket=server.credentials.bucket), "AccessDenied")

    def test_a_signed_address_is_good_for_what_was_signed(self):
        server = self.begin(s3.start())
        where = {"Bucket": server.credentials.bucket, "Key": NAMES[0]}
        address = self.client(server).generate_presigned_url("put_object", Params=where)
        self.assertEqual(self.done(run("curl", "-sS", "-w", "%{http_code}", "-T", server.folder / "first", address)), "200")
        other = address.replace(quote(NAMES[0]), quote(NAMES[1]))
        self.assertIn("SignatureDoesNotMatch", run("curl", "-sS", "-T", server.folder / "first", other).stdout)

    def test_without_the_proxy_a_wrong_secret_would_pass(self):
        server = self.begin(s3.start())
        address = f"http://127.0.0.1:{server.behind}/{server.credentials.bucket}/a.txt"
        self.assertEqual(self.done(curl(server, *signed(server, FIRST, secret="wrong"), "-T", server.folder / "first", address)), "200")


class Sizes(Files):
    """Nothing, and 50 MB, through every server."""

    def sizes(self, server):
        for size in (0, 50_000_000):
            sent = server.folder / str(size)
            sent.write_bytes(b"x" * size)
            yield sent
            arrived = [server.root / str(size), server.root / server.credentials.bucket / f"{size}._S3rver_object"]
            self.assertEqual([path.stat().st_size for path in arrived if path.exists()], [size])

    def test_sftp(self):
        server = self.begin(sftp.start())
        for sent in self.sizes(server):
            self.done(ask(server, f'put {sent} "{path_of(server)}{sent.name}"'))

    def test_ftps(self):
        server = self.begin(ftps.start())
        for sent in self.sizes(server):
            self.done(curl(server, "--ssl-reqd", "-T", sent, curl_address(server)))

    def test_webdav(self):
        for kind in webdav.KINDS:
            server = self.begin(webdav.start(kind, "good"))
            for sent in self.sizes(server):
                self.assertTrue(self.done(curl(server, "-T", sent, server.address)).endswith("201"))

    def test_s3(self):
        server = self.begin(s3.start())
        for sent in self.sizes(server):
            self.assertEqual(self.done(curl(server, *signed(server, sent.read_bytes()), "-T", sent, f"{server.address}{server.credentials.bucket}/")), "200")


class Ending(unittest.TestCase):
    def test_nothing_is_left(self):
        for module, options in ((sftp, {}), (ftps, {}), (webdav, {"kind": "apache"}), (webdav, {"kind": "nginx"}), (s3, {})):
            server = module.start(**options)
            processes = [process.pid for process in server.processes]
            server.stop()
            self.assertFalse(server.folder.exists())
            for pid in processes:
                self.assertFalse(Path(f"/proc/{pid}").exists())
            server.stop()


if __name__ == "__main__":
    unittest.main()
