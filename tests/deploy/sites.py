"""Small sites to publish, built by the program itself: the smallest good one, with what tells its versions apart."""

import gzip
import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
PROGRAM = Path(os.environ.get("THIDUA_BUILD", REPOSITORY / "build")) / "thidua"
TODAY = "2026-11-21"
MANIFEST, JOURNAL = ".thidua-manifest.json", ".thidua-journal.json"
FORMS = (".br", ".gz")


class Site:
    """A root with content and themes, and the output that is built of it."""

    def __init__(self, folder: Path):
        self.root, self.output = folder / "goc", folder / "public"
        shutil.copytree(REPOSITORY / "tests/cases/base/content", self.root / "content")
        shutil.copytree(REPOSITORY / "themes", self.root / "themes")

    def page(self, name: str, text: str) -> None:
        """Writes a page of its own."""
        (self.root / f"content/pages/{name}.md").write_text(f"---\ntitle: Trang {name}\n---\n{text}\n")

    def look(self, mark: int) -> None:
        """Changes the style sheet and the script, and with their names every page."""
        for name, line in (("css/site.css", f".lan-{mark} {{ color: rgb({mark}, 0, 0); }}\n"), ("js/site.js", f"document.documentElement.dataset.lan = '{mark}';\n")):
            path = f"themes/cong-vu/{name}"
            (self.root / path).write_text((REPOSITORY / path).read_text() + line)

    def build(self) -> dict[str, str]:
        """Builds it; gives the hash of each file by its path."""
        command = [PROGRAM, "build", "--root", self.root, "--output", self.output, "--today", TODAY, "--lang", "en"]
        subprocess.run(command, check=True, capture_output=True, text=True)
        return self.files()

    def files(self) -> dict[str, str]:
        return {path: facts["hash"] for path, facts in json.loads((self.output / MANIFEST).read_text())["files"].items()}

    def hashes(self) -> dict[str, str]:
        """Of the bytes on disk, by path."""
        return {path: digest((self.output / path).read_bytes()) for path in self.files()}


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def plain(data: bytes, encoding: str) -> bytes:
    """What a browser makes of it."""
    return gzip.decompress(data) if encoding == "gzip" else data
