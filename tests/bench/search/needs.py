"""What people would ask of the generated corpus, and which pages answer: decided by the pages' facts.

A need is the words typed and a rule from a page's facts to a grade: 3 for a page that has everything asked for, 2 where only the lesser
part is missing (another year, another page about the same), 1 where it is about one part of it. Words do not count: a page that answers is
graded 3 even where it words things otherwise, and a page that only mentions the words is not relevant.
"""

import random
from pathlib import Path
from typing import Callable, NamedTuple

COLLOQUIAL = 0.25  # of the needs name a thing as people say it, not as the rules do
LONGEST = 5  # syllables of an official name that anyone types


class Need(NamedTuple):
    who: str
    text: str
    grade: Callable[[dict], int]


def of(facts: list[dict], *kinds: str) -> list[dict]:
    return [page for page in facts if page["is"] in kinds]


def named(page: dict, official: str, short: str, rnd: random.Random) -> str:
    """What somebody types for it."""
    return page[short if rnd.random() < COLLOQUIAL or len(page[official].split()) > LONGEST else official]


def service_of(page: dict, rnd: random.Random) -> str:
    return named(page, "service", "short", rnd)


def kind_of(page: dict, rnd: random.Random) -> str:
    return named(page, "kind", "kind_short", rnd)


def same(page: dict, other: dict, *keys: str) -> bool:
    return all(page.get(key) == other[key] for key in keys)


def practice(facts: list[dict], rnd: random.Random) -> Need:
    """A way of doing things, for one service."""
    wanted = rnd.choice(of(facts, "practice"))
    return Need("vien-chuc", f"{kind_of(wanted, rnd)} {service_of(wanted, rnd)}",
                lambda page: 3 if same(page, wanted, "kind", "service") else int(same(page, wanted, "kind") or same(page, wanted, "service")))


def practice_there(facts: list[dict], rnd: random.Random) -> Need:
    wanted = rnd.choice(of(facts, "practice"))

    def grade(page: dict) -> int:
        if not same(page, wanted, "kind"):
            return int(same(page, wanted, "service", "place"))
        return 3 if same(page, wanted, "place", "service") else 2 if same(page, wanted, "service") or same(page, wanted, "place") else 0

    return Need("dan", f"{kind_of(wanted, rnd)} {service_of(wanted, rnd)} {wanted['place']}", grade)


def event(facts: list[dict], rnd: random.Random) -> Need:
    """What was held, on what, and where or when."""
    wanted = rnd.choice(of(facts, "news"))
    where = ("unit", wanted["unit_name"]) if len(wanted["unit_name"].split()) < LONGEST else ("place", wanted["place"])
    key, text = rnd.choice([("year", f"năm {wanted['year']}"), where])

    def grade(page: dict) -> int:
        if not same(page, wanted, "event", "service"):
            return int(same(page, wanted, "service", key))
        return 3 if same(page, wanted, key) else 2

    return Need("truyen-thong", f"{wanted['event_short']} {service_of(wanted, rnd)} {text}", grade)


def service_at(facts: list[dict], rnd: random.Random) -> Need:
    """Anything about a service at one unit."""
    wanted = rnd.choice(of(facts, "practice", "news"))

    def grade(page: dict) -> int:
        if page["is"] == "unit":
            return int(same(page, wanted, "unit"))
        return 0 if not same(page, wanted, "service") else 3 if same(page, wanted, "unit") else int(same(page, wanted, "place"))

    return Need("dan", f"{service_of(wanted, rnd)} {wanted['unit_name'].replace('thị xã ', '')}", grade)


def number(facts: list[dict], rnd: random.Random) -> Need:
    """A document by its number, as people type it."""
    wanted = rnd.choice(of(facts, "practice", "news"))
    digits, rest = wanted["number"].split("/")
    sign, office = rest.split("-")
    document = wanted["document"].lower()
    text = rnd.choice([wanted["number"], f"{digits} {sign} {office}".lower(), f"{sign} {digits}", f"{document} số {wanted['number']}",
                       f"{document} {digits}", wanted["number"].lower()])
    whole = office.lower() in text.lower()

    def grade(page: dict) -> int:
        other = page.get("number", "/")
        if other == wanted["number"] or not whole and other.startswith(f"{digits}/{sign}"):
            return 3
        return int(other.startswith(f"{digits}/"))

    return Need("vien-chuc", text, grade)


def person(facts: list[dict], rnd: random.Random) -> Need:
    wanted = rnd.choice(of(facts, *rnd.choice([["exemplar"], ["practice", "news"]])))
    text = rnd.choice([wanted["person"], wanted["person"], f"{wanted['person']} {wanted['place']}"])
    portrayed = any(same(page, wanted, "person") for page in of(facts, "exemplar"))
    return Need("truyen-thong", text,
                lambda page: 0 if not same(page, wanted, "person") else 3 if page["is"] == "exemplar" or not portrayed else 2)


def unit(facts: list[dict], rnd: random.Random) -> Need:
    wanted = rnd.choice(of(facts, "unit"))
    text = wanted["unit_name"] if wanted["place"] in wanted["unit_name"] else f"{wanted['unit_name']} {wanted['place']}"
    return Need("dan", text, lambda page: 0 if not same(page, wanted, "unit") else 3 if page["is"] == "unit" else 1)


def quarter(facts: list[dict], rnd: random.Random) -> Need:
    wanted = rnd.choice(of(facts, "practice", "news"))
    text = rnd.choice([f"khu dân cư {wanted['quarter']}", wanted["quarter"], f"{wanted['quarter']} {wanted['place']}"])
    return Need("dan", text, lambda page: 3 if same(page, wanted, "quarter", "place") else 0)


PARTS = {"ke-hoach": "kế hoạch thi đua", "tieu-chi": "tiêu chí thi đua", "thoi-han": "thời hạn thi đua", "dang-ky": "đăng ký thi đua",
         "xep-hang": "điểm xếp hạng", "khen-thuong": "tiêu chuẩn khen thưởng", "ket-qua": "kết quả khen thưởng"}


def campaign(facts: list[dict], rnd: random.Random) -> Need:
    """A part of a locality's campaigns; that of each campaign there answers."""
    wanted = rnd.choice([page for page in of(facts, "campaign") if page["part"]])

    def grade(page: dict) -> int:
        return 0 if page["is"] != "campaign" or not same(page, wanted, "place") else 3 if same(page, wanted, "part") else 1

    return Need("vien-chuc", f"{PARTS[wanted['part']]} {wanted['place']}", grade)


COUNTS = {practice: 30, practice_there: 20, event: 20, service_at: 15, number: 25, person: 20, unit: 12, quarter: 12, campaign: 14}


def write(path: Path, facts: list[dict], rnd: random.Random) -> None:
    lines = ["# Made from the facts of the pages; see needs.py."]
    asked: dict[str, Need] = {}
    for ask, count in COUNTS.items():
        wished = len(asked) + count
        while len(asked) < wished:
            need = ask(facts, rnd)
            asked.setdefault(need.text, need)
    for need in asked.values():
        graded = [(need.grade(page), page["url"]) for page in facts]
        lines += ["", f"? {need.who}: {need.text}", *(f"{grade} {url}" for grade, url in sorted(graded, key=lambda g: (-g[0], g[1])) if grade)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
