#!/usr/bin/python3
"""`thidua deploy` before a host that is not the one that was meant, and with secrets that nobody else is to see."""

import subprocess

from interrupted_test import Interrupted
from places import Place
from targets import main, sftp

SECRET = "bí-mật-98431-không-ai-biết"
TOKEN = "the-98431-khong-ai-biet"  # travels in a header


class Trust(Interrupted):

    def refused(self, place: Place, site, *words: str, **more) -> None:
        place.describe(site, **more)
        self.fails(place.deploy(site), 3, "[deploy-distrusted]", "nothing secret was sent", "compare its key or certificate", *words)
        self.assertEqual(place.files(), {})

    def test_a_certificate_that_does_not_hold(self):
        site = self.site()
        site.build()
        for kind in ("ftps", "apache", "nginx", "s3"):
            for certificate in ("expired", "misnamed", "stranger"):
                with self.subTest(f"{kind}: {certificate}"):
                    self.refused(self.place(kind, certificate=certificate), site)

    def test_a_host_key_that_is_not_known_or_another(self):
        site, place = self.site(), self.place("sftp")
        site.build()
        empty = place.work / "empty"
        empty.write_text("")
        self.refused(place, site, known_hosts=str(empty))
        (place.work / "other").mkdir()
        other = place.work / "known"
        other.write_text(f"[127.0.0.1]:{place.server.port} {sftp.make_key(place.work / 'other/key', 'ed25519')}")
        self.refused(place, site, known_hosts=str(other))

    def test_a_wrong_password(self):
        site = self.site()
        site.build()
        for kind in ("ftps", "apache", "nginx", "s3"):
            with self.subTest(kind):
                place = self.place(kind)
                place.describe(site)
                name = "AWS_SECRET_ACCESS_KEY" if kind == "s3" else "THIDUA_DEPLOY_PASSWORD"
                run = place.deploy(site, **{name: SECRET})
                self.fails(run, 3, "[deploy-refused]", "check user, password or key")
                self.assertNotIn(SECRET, run.stdout + run.stderr)


class Secrets(Interrupted):
    """Planted ones are nowhere but where they were given."""

    def search(self, place: Place, site, secrets: list[str], **environment) -> None:
        """Deploys, fails and shows; looks into words, files here and there, and the command line that others see."""
        process = place.start(site, **environment)
        seen = b""
        while process.poll() is None:
            seen += open(f"/proc/{process.pid}/cmdline", "rb").read()
        said = "".join(process.communicate())
        self.assertEqual(process.returncode, 0, said)
        self.assertIn(b"deploy", seen)
        for options in (["--dry-run"], ["--verify"], ["--jobs", "1"]):
            run = place.deploy(site, *options, **environment)
            said += run.stdout + run.stderr
        files = [path for folder in (place.shown, site.root, site.output, place.work) for path in folder.rglob("*") if path.is_file()]
        self.assertGreater(len(files), 300)
        for secret in secrets:
            self.assertNotIn(secret, said)
            self.assertNotIn(secret.encode(), seen)
            self.assertEqual([path for path in files if secret.encode() in path.read_bytes() and path.name != "netrc"], [])

    def test_passwords_and_keys(self):
        for kind in ("ftps", "apache", "s3"):
            with self.subTest(kind):
                place, site = self.place(kind), self.site()
                site.build()
                place.describe(site)
                self.search(place, site, [place.server.credentials.password or place.server.credentials.secret_key])

    def test_a_password_in_a_file(self):
        place, site = self.place("apache"), self.site()
        site.build()
        place.describe(site)
        who, netrc = place.server.credentials, place.work / "netrc"
        netrc.write_text(f'machine 127.0.0.1 login {who.user} password "{who.password}"\n')
        netrc.chmod(0o644)
        given = {"THIDUA_NETRC": str(netrc), "THIDUA_DEPLOY_USER": "", "THIDUA_DEPLOY_PASSWORD": ""}
        self.fails(place.deploy(site, **given), 3, "[deploy-secrets-open]", "chmod 600")
        netrc.chmod(0o600)
        self.search(place, site, [who.password], **given)

    def test_a_passphrase(self):
        place, site = self.place("sftp"), self.site()
        site.build()
        key = place.server.credentials.key
        subprocess.run(["ssh-keygen", "-q", "-p", "-N", SECRET, "-P", "", "-f", str(key)], check=True, stdout=subprocess.DEVNULL)
        place.describe(site)
        self.fails(place.deploy(site), 3, "[deploy-refused]")
        self.fails(place.deploy(site, THIDUA_DEPLOY_PASSWORD="wrong " + SECRET), 3, "[deploy-refused]")
        self.search(place, site, [SECRET], THIDUA_DEPLOY_PASSWORD=SECRET)

    def test_a_session_token(self):
        """The test's server knows no tokens, and takes a request with one that is signed for what it is: a header."""
        place, site = self.place("s3"), self.site()
        site.build()
        place.describe(site)
        self.search(place, site, [TOKEN], AWS_SESSION_TOKEN=TOKEN)


if __name__ == "__main__":
    main()
