"""Makes the content of a synthetic site: fictional localities, their units, campaigns with records, good practices, exemplars, news.

    python3 synthetic.py FOLDER PAGES

Fills FOLDER/content so that the built site has about PAGES pages (files named index.html). The same pages give the same bytes. The
proportions do not change with the size: a locality brings three campaigns of eight pages, 26 units and 67 or 68 articles; a little
more news makes up the number.
"""

import json
import math
import random
import sys
from pathlib import Path

import words

LIST_LENGTH = 50  # entries on one page of a list
CAMPAIGNS, OFFICES, WARDS, PRACTICES, EXEMPLARS, NEWS = 3, 12, 10, 22, 2, 43.5  # for one locality
UNITS = OFFICES + WARDS + 4
CRITERIA_GROUPS, CRITERIA_IN_GROUP = 5, 6
CHECKLISTS = 3  # kinds of unit that a campaign calls to act
DATA_PAGES = 20  # the open data: its list and its tables
REGISTRATIONS = 20
YEARS = [2023, 2024, 2025]
GROUP_NAMES = ["Cải cách thể chế", "Cải cách thủ tục hành chính", "Cải cách tổ chức bộ máy", "Cải cách chế độ công vụ", "Chính quyền số"]
LETTERS = "abcdđeghik"
PARTS = ["Vấn đề", "Giải pháp", "Kết quả", "Chi phí", "Điều kiện áp dụng", "Bài học kinh nghiệm", "Cách nhân rộng"]


def pages_of(localities: int, more_news: int = 0) -> int:
    """How many pages a site of so many localities has, but for chance in topics and levels."""
    articles = [round(PRACTICES * localities), round(EXEMPLARS * localities), round(NEWS * localities) + more_news]
    lists = sum(math.ceil(n / LIST_LENGTH) for n in [CAMPAIGNS * localities, UNITS * localities, *articles])
    topics = round(len(words.TOPICS) * max(1, 2 * sum(articles) / len(words.TOPICS) / LIST_LENGTH + 0.5))  # sizes differ: half a page each
    records = (8 + CHECKLISTS) * CAMPAIGNS * localities + UNITS * localities
    titles = (CAMPAIGNS + UNITS) * localities + sum(articles)
    search = round(1 + titles / LIST_LENGTH + 10)  # where to search, and the titles from A to Z: half a page for each letter of twenty
    return 2 + DATA_PAGES + search + lists + records + sum(articles) + topics + facets_of(articles[0], localities)


def facets_of(practices: int, localities: int) -> int:
    """How many pages of practices chosen by topic, level, year and campaign."""
    shares = [2 * practices / len(words.TOPICS)] * len(words.TOPICS) + [practices / 2] * 2 + [practices / len(YEARS)] * len(YEARS)
    return sum(math.ceil(share / LIST_LENGTH) for share in shares) + CAMPAIGNS * localities


def localities_for(pages: int) -> int:
    """As many as fit; what is then missing is made up by news."""
    count = 1
    while pages_of(count + 1) <= pages:
        count += 1
    return count


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def write_json(path: Path, value) -> None:
    write(path, json.dumps(value, ensure_ascii=False, indent=2) + "\n")


class Locality:
    """A locality's units. `unit_ids` are those that compete."""

    def __init__(self, number: int, wards: list[str] = words.WARDS):
        self.place = words.place(number)
        self.id = words.slug(self.place)
        self.name = f"Thị xã {self.place}"
        self.units = [
            self.unit("ubnd", f"Ủy ban nhân dân thị xã {self.place}", "authority"),
            self.unit("chu-tich", f"Chủ tịch Ủy ban nhân dân thị xã {self.place}", "authority", parent="ubnd"),
            self.unit("phong-ban", "Các phòng, ban chuyên môn", "block"),
            self.unit("xa-phuong", "Ủy ban nhân dân các xã, phường", "block")]
        for name in words.OFFICES:
            self.units.append(self.unit(words.slug(name), f"{name} thị xã {self.place}", "unit", block="phong-ban"))
        for name in wards:
            self.units.append(self.unit(words.slug(name), f"Ủy ban nhân dân phường {name}", "unit", block="xa-phuong"))
        self.unit_ids = [self.ref(u["id"]) for u in self.units if u["kind"] == "unit"]

    @staticmethod
    def unit(unit_id: str, name: str, kind: str, **more) -> dict:
        level = "commune" if more.get("block") == "xa-phuong" else "district"
        return {"id": unit_id, "name": name, "kind": kind, "level": level, **more}

    def ref(self, unit: str) -> str:
        return f"{self.id}/{unit}"

    def write(self, content: Path) -> None:
        locality = {"name": self.name, "level": "district"}
        write_json(content / "units" / f"{self.id}.json", {"illustrative": True, "locality": locality, "units": self.units})


class Campaign:
    """One campaign: its facts, and the plan's clauses that hold exactly their numbers."""

    def __init__(self, locality: Locality, number: int, rnd: random.Random):
        self.locality, self.rnd, self.ref = locality, rnd, locality.ref
        self.id = f"{locality.id}-{number + 1}"
        self.title = f"{words.heading(rnd)} trên địa bàn thị xã {locality.place} giai đoạn {YEARS[0]} - {YEARS[-1]}"
        self.plan: list[str] = []
        self.facts: dict = {}
        self.number = f"{rnd.randint(10, 99)}/KH-UBND"
        self.head()
        self.aims()
        self.criteria()
        self.awards()
        self.schedule()
        self.closing()

    def say(self, *lines: str) -> None:
        self.plan.extend(lines)

    def items(self, clause: str, count: int) -> list[dict]:
        """Lettered clauses, each with a fact of plain words."""
        out = []
        for letter in LETTERS[:count]:
            text = words.phrase(self.rnd)
            self.say(f"{letter}) {text}; {words.sentence(self.rnd)[0].lower()}{words.sentence(self.rnd)[1:]}")
            out.append({"text": text, "clause": f"{clause}.{letter}"})
        return out

    def head(self) -> None:
        resolution = f"{self.rnd.randint(10, 99)}/NQ-HĐND"
        span = f"giai đoạn {YEARS[0]} - {YEARS[-1]}"
        self.say(f"Đầu văn bản: Ủy ban nhân dân thị xã {self.locality.place}; số {self.number}; ngày 10 tháng 01 năm {YEARS[0]}.",
                 f"Kế hoạch: {self.title}.",
                 f"Căn cứ Nghị quyết số {resolution} ngày 20/12/{YEARS[0] - 1} của Hội đồng nhân dân về nhiệm vụ cải cách hành chính.")
        issuer = {"unit": self.ref("ubnd"), "clause": "preamble.p1"}
        self.facts.update(
            illustrative=True, updated=f"{YEARS[-1]}-06-30", locality=self.locality.id, level="district", issuer=issuer,
            title={"text": self.title, "mentions": [span], "clause": "preamble.p2"},
            short_title=self.title.split(" trên địa bàn")[0],
            period={"from": str(YEARS[0]), "to": str(YEARS[-1]), "clause": "preamble.p2"},
            document={"number": {"is": "value", "number": self.number, "clause": "preamble.p1"},
                      "date": {"is": "value", "date": f"{YEARS[0]}-01-10", "clause": "preamble.p1"},
                      "signer": {"is": "value", "name": words.person(self.rnd), "position": "Chủ tịch", "clause": "signature"}},
            citations=[{"id": "nghi-quyet", "kind": "resolution", "number": resolution, "date": f"{YEARS[0] - 1}-12-20",
                        "name": "Nhiệm vụ cải cách hành chính", "clause": "preamble.p3"}])

    def aims(self) -> None:
        self.say("## I. MỤC ĐÍCH, YÊU CẦU", "### 1. Mục đích")
        self.facts["purposes"] = self.items("I.1", 3)
        self.say("### 2. Yêu cầu")
        self.facts["requirements"] = self.items("I.2", 3)
        self.say("## II. ĐỐI TƯỢNG, NỘI DUNG", "### 1. Đối tượng", "a) Các phòng, ban chuyên môn của thị xã.",
                 "b) Ủy ban nhân dân các xã, phường.", "### 2. Nội dung")
        self.facts["audiences"] = [
            {"id": block, "name": name, "for": ["collective", "individual"], "units": [self.ref(block)], "clause": clause}
            for block, name, clause in (("phong-ban", "Các phòng, ban chuyên môn", "II.1.a"),
                                        ("xa-phuong", "Ủy ban nhân dân các xã, phường", "II.1.b"))]
        self.facts["content_areas"] = self.items("II.2", 5)

    def criteria(self) -> None:
        self.say("## III. TIÊU CHÍ")
        self.facts["criteria_groups"] = [
            {"id": f"nhom-{g}", "name": name, "clause": f"III.{g}"} for g, name in enumerate(GROUP_NAMES, 1)]
        self.facts["criteria"] = []
        for g, name in enumerate(GROUP_NAMES, 1):
            self.say(f"### {g}. {name}")
            for letter in LETTERS[:CRITERIA_IN_GROUP]:
                self.criterion(g, letter)

    def criterion(self, group: int, letter: str) -> None:
        text, share = words.phrase(self.rnd), self.rnd.randint(70, 99)
        what = f"hồ sơ được {self.rnd.choice(words.VERBS)} đúng quy định"
        self.say(f"{letter}) {text}: tối thiểu {share}% {what}.")
        criterion_id = f"tieu-chi-{group}-{LETTERS.index(letter) + 1}"
        audience = [None, "phong-ban", "xa-phuong"][LETTERS.index(letter) % 3]
        self.facts["criteria"].append({
            "id": criterion_id, "label": letter, "group": f"nhom-{group}", "text": text, "applies_to": [audience] if audience else [],
            "targets": [{"id": f"{criterion_id}-ty-le", "what": what, "comparator": "at_least", "value": share, "unit": "%"}],
            "clause": f"III.{group}.{letter}"})

    def awards(self) -> None:
        collectives, individuals, points = self.rnd.randint(5, 12), self.rnd.randint(13, 30), self.rnd.randint(75, 90)
        self.say("## IV. KHEN THƯỞNG", "### 1. Hình thức",
                 f"a) Giấy khen của Chủ tịch Ủy ban nhân dân thị xã hằng năm: tối đa {collectives} tập thể, tối đa {individuals} cá nhân.",
                 f"b) Giấy khen khi tổng kết: tối đa {collectives + 1} tập thể, tối đa {individuals + 1} cá nhân.",
                 "### 2. Tiêu chuẩn", f"a) Tập thể đạt tối thiểu {points} điểm chỉ số cải cách hành chính và đăng ký đúng hạn.",
                 f"b) Cá nhân {words.phrase(self.rnd)[0].lower()}{words.phrase(self.rnd)[1:]}.",
                 f"c) Khi tổng kết: {words.phrase(self.rnd)[0].lower()}{words.phrase(self.rnd)[1:]}.",
                 "### 3. Hồ sơ", "Hồ sơ gồm tờ trình và báo cáo thành tích, lập thành 02 bộ, gửi Phòng Nội vụ.")
        self.points = points
        role = {"is": "stated", "units": [self.ref("phong-noi-vu")], "clause": "IV.3"}
        granted = {"is": "stated", "units": [self.ref("chu-tich")], "clause": ["IV.1.a", "IV.1.b"]}
        both = ["collective", "individual"]
        self.facts["award_forms"] = [
            {"id": "giay-khen", "kind": "commendation", "name": "Giấy khen của Chủ tịch Ủy ban nhân dân thị xã", "for": both,
             "proposer": role, "council": {"is": "not_stated"}, "grantor": granted, "clause": ["IV.1.a", "IV.1.b"]}]
        self.facts["rounds"] = [{"id": "hang-nam", "kind": "annual", "name": "Khen thưởng hằng năm", "clause": "IV.1.a"},
                                {"id": "tong-ket", "kind": "final", "name": "Khen thưởng tổng kết", "clause": "IV.1.b"}]
        self.facts["quotas"] = [
            {"award_form": "giay-khen", "rounds": [name], "for": kind, "count": {"is": "at_most", "value": base + more}, "clause": clause}
            for name, more, clause in (("hang-nam", 0, "IV.1.a"), ("tong-ket", 1, "IV.1.b"))
            for kind, base in zip(both, (collectives, individuals))]
        index = {"kind": "index", "comparator": "at_least", "value": points, "unit": "điểm"}
        registered = {"kind": "registration", "milestone": "dang-ky"}
        self.facts["standards"] = [
            {"id": "tap-the", "for": ["collective"], "rounds": ["hang-nam"], "is": "stated", "logic": "all", "clause": "IV.2.a", "conditions": [
                {"text": "Đạt mức điểm chỉ số cải cách hành chính", "check": index, "clause": "IV.2.a"},
                {"text": "Đăng ký đúng hạn", "check": registered, "clause": "IV.2.a"}]},
            *({"id": name, "for": kinds, "rounds": [when], "is": "stated", "logic": "all", "clause": clause,
               "conditions": [{"text": words.phrase(self.rnd), "clause": clause}]}
              for name, kinds, when, clause in (("ca-nhan", ["individual"], "hang-nam", "IV.2.b"), ("tong-ket", both, "tong-ket", "IV.2.c")))]
        self.facts["dossiers"] = [
            {"is": "stated", "copies": {"is": "exact", "value": 2}, "addressee": role, "clause": "IV.3",
             "parts": [{"name": name, "clause": "IV.3"} for name in ("Tờ trình", "Báo cáo thành tích")]}]

    def schedule(self) -> None:
        years = ", ".join(map(str, YEARS))
        self.say("## V. THỜI HẠN", f"a) Gửi đăng ký thi đua đến Phòng Nội vụ trước ngày 15 tháng 3 của các năm {years}.",
                 f"b) Gửi hồ sơ đề nghị khen thưởng trước ngày 30 tháng 11 của các năm {years}.",
                 f"c) Sơ kết vào Quý IV năm {YEARS[1]}.", f"d) Tổng kết vào Quý IV năm {YEARS[-1]}.")
        blocks, office = [self.ref("phong-ban"), self.ref("xa-phuong")], [self.ref("phong-noi-vu")]

        def each_year(day: str) -> dict:
            return {"is": "before", "each_year": {"in": day, "of": "same_year", "for": YEARS}}

        self.facts["milestones"] = [
            {"id": "dang-ky", "kind": "registration", "name": "Gửi đăng ký thi đua", "who": blocks, "to": office,
             "when": each_year("03-15"), "clause": "V.a"},
            {"id": "ho-so", "kind": "dossier", "name": "Gửi hồ sơ đề nghị khen thưởng", "who": blocks, "to": office,
             "rounds": ["hang-nam"], "when": each_year("11-30"), "clause": "V.b"},
            {"id": "so-ket", "kind": "interim_review", "name": "Sơ kết phong trào", "who": office,
             "when": {"is": "within", "date": f"{YEARS[1]}-Q4"}, "clause": "V.c"},
            {"id": "tong-ket", "kind": "final_review", "name": "Tổng kết phong trào", "who": office,
             "when": {"is": "within", "date": f"{YEARS[-1]}-Q4"}, "clause": "V.d"}]

    def closing(self) -> None:
        self.say("## VI. TỔ CHỨC THỰC HIỆN")
        duties = [(["phong-noi-vu"], ["guide", "inspect", "report"]), (["phong-ban"], ["plan", "carry_out"]),
                  (["xa-phuong"], ["plan", "communicate"]), (["phong-noi-vu"], ["appraise_dossiers", "propose_awards"])]
        self.facts["duties"] = []
        for number, (who, kinds) in enumerate(duties, 1):
            text = words.phrase(self.rnd)
            self.say(f"{number}. {text}.")
            self.facts["duties"].append({"who": [self.ref(u) for u in who], "kinds": kinds, "text": text, "clause": f"VI.{number}"})
        self.facts["standing_body"] = {"unit": self.ref("phong-noi-vu"), "clause": "VI.1"}
        self.say("Nơi nhận:", "- Thường trực Hội đồng nhân dân thị xã", "- Các phòng, ban chuyên môn", "Ký: Chủ tịch.")
        self.facts["recipients"] = [{"name": "Thường trực Hội đồng nhân dân thị xã", "clause": "recipients.-1"},
                                    {"name": "Các phòng, ban chuyên môn", "clause": "recipients.-2"}]

    def register(self) -> None:
        """The units that take part; all of them in time."""
        self.registered = self.rnd.sample(self.locality.unit_ids, REGISTRATIONS)
        self.records["registrations"] = {"illustrative": True, "registrations": [
            {"unit": unit, "date": f"{YEARS[0]}-{self.rnd.randint(1, 2):02}-{self.rnd.randint(1, 28):02}",
             "contents": [words.phrase(self.rnd) for _ in range(2)], "targets": [words.phrase(self.rnd) for _ in range(2)],
             "report": {"date": f"{YEARS[0]}-12-{self.rnd.randint(1, 20):02}"}} for unit in self.registered]}

    def score(self) -> None:
        """The index of all units; those that registered first have what the standard asks for."""
        for year in YEARS[:2]:
            scores = [{"unit": unit, "points": max(self.rnd.randint(600, 999) / 10, self.points if unit in self.registered[:5] else 0),
                       "maximum": 100} for unit in self.locality.unit_ids]
            self.records[f"scores/{year}"] = {"illustrative": True, "published": f"{year + 1}-02-20", "scores": scores}

    def award(self, number: int, kind: str, unit: str, clause: str, year: int) -> dict:
        """One that the audit can verify: with its dossier, and what is not published attested."""
        award = {"id": f"khen-{number}", "award_form": "giay-khen", "for": kind, "unit": unit,
                 "proposed_by": self.ref("phong-noi-vu"), "dossier": {"received": f"{year}-11-15", "parts": ["IV.3"], "copies": 2},
                 "attestations": [{"clause": clause, "by": words.OFFICES[0], "date": f"{year}-11-20"}]}
        if kind == "individual":
            award.update(name=words.person(self.rnd), position="Chuyên viên")
        return {**award, "achievement": words.phrase(self.rnd)}

    def decide(self) -> None:
        year = YEARS[1]
        for name, clauses in (("hang-nam", ("IV.2.a", "IV.2.a", "IV.2.b")), ("tong-ket", ("IV.2.c",) * 3)):
            units = self.rnd.sample(self.registered[:5], 2) + [self.rnd.choice(self.registered)]
            awards = [self.award(i, "individual" if i == 3 else "collective", unit, clause, year)
                      for i, (unit, clause) in enumerate(zip(units, clauses), 1)]
            decision = {"number": f"{self.rnd.randint(100, 999)}/QĐ-UBND", "date": f"{YEARS[-1]}-12-10", "signer": "Chủ tịch"}
            self.records[f"results/{name}"] = {
                "illustrative": True, "round": name, "year": year, "decision": decision, "awards": awards,
                "granted_by": self.ref("chu-tich")}

    def write(self, content: Path) -> None:
        folder = content / "campaigns" / self.id
        write_json(folder / "campaign.json", self.facts)
        write(folder / "plan.md", "\n\n".join(self.plan) + "\n")
        self.records: dict[str, dict] = {}
        self.register()
        self.score()
        self.decide()
        for name, record in self.records.items():
            write_json(folder / f"{name}.json", record)


def front_matter(campaign: Campaign, rnd: random.Random, unit: str | None = None) -> list[str]:
    """The fields that all articles have, without the lines around them; any unit where none is given."""
    topics = rnd.sample(words.TOPICS, rnd.randint(1, 3))
    day = f"{rnd.choice(YEARS)}-{rnd.randint(1, 12):02}-{rnd.randint(1, 28):02}"
    return [f'title: "{words.heading(rnd)} tại thị xã {campaign.locality.place}"', f'summary: "{words.sentence(rnd)}"', f"date: {day}",
            f"unit: {unit or rnd.choice(campaign.locality.unit_ids)}", f"campaign: {campaign.id}", f"topics: [{', '.join(topics)}]",
            "illustrative: true"]


def links(campaign: Campaign, rnd: random.Random) -> list[str]:
    return ["", *(f"- **{words.phrase(rnd)}**" for _ in range(3)), "", f"Xem thêm [phong trào](/phong-trao/{campaign.id}/)."]


def news(campaigns: list[Campaign], rnd: random.Random) -> str:
    """A piece of news: front matter and 3 to 12 paragraphs."""
    campaign = rnd.choice(campaigns)
    lines = ["---", *front_matter(campaign, rnd), "---"]
    for number in range(rnd.randint(3, 12)):
        if number % 4 == 3:
            lines += ["", f"## {words.heading(rnd)}"]
        lines += ["", words.paragraph(rnd)]
        if number == 1:
            lines += links(campaign, rnd)
    return "\n".join(lines) + "\n"


def exemplar(campaigns: list[Campaign], rnd: random.Random) -> str:
    """A model individual; told like a piece of news."""
    head, rest = news(campaigns, rnd).split("\n---\n", 1)
    lines = [line for line in head.split("\n") if not line.startswith("title: ")]
    return "\n".join([*lines, f"title: {words.person(rnd)}", "for: individual", "position: Chuyên viên", "---", rest])


def practice(campaigns: list[Campaign], rnd: random.Random) -> str:
    """A good practice: all its fields and parts, with 3 to 12 paragraphs over them; a part without one is a sentence."""
    campaign = rnd.choice(campaigns)
    award = campaign.records["results/hang-nam"]["awards"][0] if rnd.random() < 0.2 else None
    before = rnd.randint(5, 20)
    lines = ["---", *front_matter(campaign, rnd, award and award["unit"]), "measures:",
             f"  - {{ what: \"{words.phrase(rnd)}\", before: {before}, after: {before / 2}, unit: ngày }}",
             f"  - {{ what: \"{words.phrase(rnd)}\", before: {rnd.randint(60, 80)}, after: {rnd.randint(81, 99)}, unit: \"%\" }}",
             f"contact: {{ name: \"{rnd.choice(words.OFFICES)}\", email: a@example.vn }}", f"verified: {YEARS[-1]}-12-01",
             f"evidence: [{{ text: \"{words.phrase(rnd)}\", href: /phong-trao/{campaign.id}/ke-hoach/ }}]"]
    if award:
        lines.append(f"award: {campaign.id}/hang-nam/{award['id']}")
    lines.append("---")
    paragraphs = [0] * len(PARTS)
    for _ in range(rnd.randint(3, 12)):
        paragraphs[rnd.randrange(len(PARTS))] += 1
    for name, count in zip(PARTS, paragraphs):
        lines += ["", f"## {name}"]
        for text in [words.paragraph(rnd) for _ in range(count)] or [words.sentence(rnd)]:
            lines += ["", text]
        if name == "Giải pháp":
            lines += links(campaign, rnd)
    return "\n".join(lines) + "\n"


def make(root: Path, pages: int) -> None:
    rnd = random.Random(20220310)
    content, count = root / "content", localities_for(pages)
    campaigns = []
    for number in range(count):
        locality = Locality(number)
        locality.write(content)
        campaigns += [Campaign(locality, i, rnd) for i in range(CAMPAIGNS)]
    for campaign in campaigns:
        campaign.write(content)
    more_news = 0
    while pages_of(count, more_news) < pages:
        more_news += 1
    for folder, articles, tell in (("practices", round(PRACTICES * count), practice), ("exemplars", round(EXEMPLARS * count), exemplar),
                                   ("news", round(NEWS * count) + more_news, news)):
        for number in range(articles):
            write(content / folder / f"bai-{number + 1:05}.md", tell(campaigns, rnd))
    write_site(content)


def write_site(content: Path) -> None:
    navigation = [{"text": text, "href": href} for text, href in (
        ("Trang chủ", "/"), ("Phong trào", "/phong-trao/"), ("Thời hạn", "/thoi-han/"), ("Đơn vị", "/don-vi/"),
        ("Cách làm hay", "/cach-lam-hay/"), ("Điển hình", "/dien-hinh/"), ("Tin tức", "/tin-tuc/"))]
    write_json(content / "site.json", {
        "name": "Thi đua cải cách hành chính", "authority": "Cổng đo tốc độ", "description": "Nội dung bịa để đo tốc độ dựng trang.",
        "base_url": "https://example.vn/", "demonstration": True, "navigation": navigation,
        "contacts": {"name": "Nhóm phát triển", "email": "a@example.vn"}})


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))
