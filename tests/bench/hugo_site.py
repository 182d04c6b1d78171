"""Lays out the synthetic content as a Hugo site: the layouts of hugo/, the same JSON as data, the same articles as content.

Hugo 0.111 makes no pages from data alone, so each page of a campaign and of a unit gets a file with front matter that names its
data. The plan's clauses get their anchors here, as attributes; none of this is part of what is measured.
"""

import json
import re
import shutil
from pathlib import Path

PARTS = {"ke-hoach": ("plan", "Kế hoạch"), "tieu-chi": ("criteria", "Tiêu chí"), "khen-thuong": ("awards", "Khen thưởng"),
         "thoi-han": ("deadlines", "Thời hạn"), "dang-ky": ("registrations", "Đăng ký"), "xep-hang": ("ranking", "Xếp hạng"),
         "ket-qua": ("results", "Kết quả")}
CLAUSE = re.compile(r"(?:## ([IVX]+)|### (\d+)|([a-zđ]))[.)] ")


def stub(path: Path, body: str = "", **front) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(front, ensure_ascii=False) + "\n\n" + body, encoding="utf-8")


def with_anchors(plan: str) -> str:
    """The plan's Markdown with an id on each heading and lettered clause, as thidua has."""
    above = ["", "", ""]
    blocks = []
    for block in plan.split("\n\n"):
        if match := CLAUSE.match(block):
            level = match.lastindex - 1
            above[level:] = [match[match.lastindex]] + [""] * (2 - level)
            block += (" " if block.startswith("#") else "\n") + "{#" + ".".join(filter(None, above)) + "}"
        blocks.append(block)
    return "\n\n".join(blocks)


def campaign_pages(folder: Path, target: Path) -> None:
    facts = json.loads((folder / "campaign.json").read_text(encoding="utf-8"))
    front = {"type": "campaign", "campaign": folder.name, "illustrative": True, "updated": facts["updated"]}
    stub(target / "_index.md", title=facts["short_title"], layout="overview", **front)
    plan = with_anchors((folder / "plan.md").read_text(encoding="utf-8"))
    for name, (layout, title) in PARTS.items():
        stub(target / f"{name}.md", plan if layout == "plan" else "", title=title, layout=layout, **front)
    for unit in sorted({unit for milestone in facts["milestones"] for unit in milestone["who"]}):
        stub(target / "viec-can-lam" / f"{unit}.md", title="Việc cần làm", layout="checklist", unit=unit, **front)


def unit_pages(file: Path, target: Path) -> None:
    for unit in json.loads(file.read_text(encoding="utf-8"))["units"]:
        stub(target / f"{unit['id']}.md", title=unit["name"], type="unit", unit=f"{file.stem}/{unit['id']}", illustrative=True)


def facet_pages(content: Path, target: Path) -> None:
    """A list for each topic, level, year and campaign that practices name; `show` finds them again by the same key."""
    levels = {f"{file.stem}/{unit['id']}": unit["level"] for file in (content / "units").iterdir()
              for unit in json.loads(file.read_text(encoding="utf-8"))["units"]}
    values = set()
    for file in (content / "practices").iterdir():
        front = file.read_text(encoding="utf-8").split("---\n")[1]
        said = {key: re.search(rf"^{key}: (.*)$", front, re.M)[1] for key in ("date", "unit", "campaign", "topics")}
        keys = [("topics", topic) for topic in said["topics"].strip("[]").split(", ")]
        keys += [("level", levels[said["unit"]]), ("year", said["date"][:4]), ("campaign", said["campaign"])]
        values.update(keys)
        listed = front + f"level: {levels[said['unit']]}\nyear: \"{said['date'][:4]}\"\n"
        (target.parent / "cach-lam-hay" / file.name).write_text(file.read_text(encoding="utf-8").replace(front, listed), encoding="utf-8")
    for key, value in values:
        stub(target / key / value / "_index.md", title=f"Cách làm hay: {value}", type="facets", key=key, value=value)


def lay_out(content: Path, site: Path) -> None:
    """Makes the Hugo site `site` from thidua's content folder."""
    shutil.copytree(Path(__file__).parent / "hugo", site)
    pages, data = site / "content", site / "data"
    shutil.copytree(content / "units", data / "units")
    shutil.copytree(content / "campaigns", data / "campaigns", ignore=shutil.ignore_patterns("*.md"))
    shutil.copy(content / "site.json", data / "site.json")
    shutil.copytree(content / "practices", pages / "cach-lam-hay")
    shutil.copytree(content / "exemplars", pages / "dien-hinh")
    shutil.copytree(content / "news", pages / "tin-tuc")
    stub(pages / "cach-lam-hay" / "_index.md", title="Cách làm hay")
    stub(pages / "dien-hinh" / "_index.md", title="Điển hình tiên tiến")
    stub(pages / "tin-tuc" / "_index.md", title="Tin tức")
    stub(pages / "phong-trao" / "_index.md", title="Phong trào", type="campaigns")
    stub(pages / "don-vi" / "_index.md", title="Đơn vị", type="units")
    stub(pages / "thoi-han.md", title="Thời hạn", type="deadlines")
    facet_pages(content, pages / "loc")
    for folder in (content / "campaigns").iterdir():
        campaign_pages(folder, pages / "phong-trao" / folder.name)
    for file in (content / "units").iterdir():
        unit_pages(file, pages / "don-vi" / file.stem)
