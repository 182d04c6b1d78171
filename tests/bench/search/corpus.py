"""Makes a site on which searches can be judged: the synthetic site's shape, a rich language, and for each page the facts that it tells.

    python3 corpus.py FOLDER PAGES

Fills FOLDER/content so that the built site has about PAGES pages, and writes FOLDER/queries.txt: what people would ask, with the pages that
answer, graded by the facts from which the pages were made, not by their words. The same pages give the same bytes.
"""

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import language  # noqa: E402
import lexicon  # noqa: E402
import needs  # noqa: E402
import prose  # noqa: E402
import synthetic  # noqa: E402
from language import pick, upper  # noqa: E402

synthetic.words = language  # its plans, units and records speak this language too

SEED = 20260115
QUARTERS = 12  # in one locality
NEWER_TONES = 0.25  # of the articles are written hoà, thuỷ, khoẻ
EVERYDAY = 0.95  # of the articles also say what people call the service, the practice, the event
NUMBER_KINDS = [("Quyết định", "QĐ"), ("Kế hoạch", "KH"), ("Thông báo", "TB"), ("Công văn", "CV"), ("Báo cáo", "BC")]
OLDER_NEWER = [(older, newer) for rime in ("oa", "oe", "uy") for older, newer in zip(
    {"oa": "óa òa ỏa õa ọa", "oe": "óe òe ỏe õe ọe", "uy": "úy ùy ủy ũy ụy"}[rime].split(),
    {"oa": "oá oà oả oã oạ", "oe": "oé oè oẻ oẽ oẹ", "uy": "uý uỳ uỷ uỹ uỵ"}[rime].split())]


def newer_tones(text: str) -> str:
    """The other way to place a tone mark, where nothing follows the two vowels and q does not stand before them."""
    out = []
    for word in text.split(" "):
        bare = word.rstrip('.,;:!?"”)\n')
        for older, newer in OLDER_NEWER:
            if bare.endswith(older) and not bare.lower().startswith("qu"):
                word = bare[:-2] + newer + word[len(bare):]
        out.append(word)
    return " ".join(out)


class Locality(synthetic.Locality):
    """With wards and quarters of its own."""

    def __init__(self, number: int, rnd: random.Random):
        super().__init__(number, language.wards(rnd, synthetic.WARDS))
        self.quarters = [language.quarter(rnd) for _ in range(QUARTERS)]
        self.names = {self.ref(u["id"]): u["name"] for u in self.units}


def said(unit: str) -> str:
    """How a unit is called in running text."""
    return unit.removeprefix("Ủy ban nhân dân ")


class Article:
    """A practice or a piece of news: its facts, and how it tells them."""

    def __init__(self, campaign: synthetic.Campaign, rnd: random.Random):
        self.rnd, self.campaign, self.locality = rnd, campaign, campaign.locality
        self.unit = rnd.choice(self.locality.unit_ids)
        self.service, self.short, self.field = pick(rnd, language.ALL_SERVICES)
        self.year, self.month, self.day = rnd.choice(synthetic.YEARS), rnd.randint(1, 12), rnd.randint(1, 28)
        self.person = language.person(rnd)
        self.quarter = pick(rnd, self.locality.quarters)
        kind, sign = pick(rnd, NUMBER_KINDS)
        suffix = "UBND" if rnd.random() < 0.7 else "PNV"
        self.document, self.number = kind, f"{rnd.randint(1000, 9999)}/{sign}-{suffix}"

    def facts(self) -> dict:
        return {"service": self.service, "short": self.short, "field": self.field, "unit": self.unit,
                "unit_name": said(self.locality.names[self.unit]), "place": self.locality.place, "year": self.year, "person": self.person,
                "quarter": self.quarter, "number": self.number, "document": self.document}

    def date(self) -> str:
        return f"{self.day:02}/{self.month:02}/{self.year}"

    def front(self, title: str, summary: str) -> list[str]:
        topics = dict.fromkeys([lexicon.TOPICS_BY_FIELD[self.field], *self.rnd.sample(language.TOPICS, self.rnd.randint(0, 2))])
        return ["---", f'title: "{title}"', f'summary: "{summary}"', f"date: {self.year}-{self.month:02}-{self.day:02}", f"unit: {self.unit}",
                f"campaign: {self.campaign.id}", f"topics: [{', '.join(topics)}]", "illustrative: true"]

    def said_service(self) -> str:
        """As the rules name it, or as people do."""
        return self.short if self.rnd.random() < 0.3 else self.service

    def subject(self) -> str:
        """What the article is about, in other words each time."""
        return f"đổi mới cách {self.said_service()}"

    def everyday(self) -> list[str]:
        """A sentence with what people call the subject, for most articles that have such a name."""
        return []

    def other(self) -> str:
        """A service that the article only touches on."""
        return language.service(self.rnd)

    def about(self) -> list[str]:
        """Sentences that tell the facts, in the order in which an article needs them."""
        name = said(self.locality.names[self.unit])
        choice = self.rnd.choice
        called = f" (bà con quen nói là {self.short})" if self.rnd.random() < EVERYDAY else ""
        return [
            choice([f"Ai đến {self.service}{called} ở {name} đều từng than phiền.", f"Việc {self.service}{called} ở {name} vốn nhiều vướng mắc.",
                    f"Mỗi tháng {name} nhận hàng trăm lượt {self.service}{called}."]),
            choice([f"{self.document} số {self.number} ngày {self.date()} mở đường cho {self.subject()}.",
                    f"Ngày {self.date()}, {name} ban hành {self.document} số {self.number} về {self.subject()}."]),
            choice([f"Người phụ trách là {self.person}, làm thử trước ở khu dân cư {self.quarter}.",
                    f"{self.person} cùng bà con khu dân cư {self.quarter} bắt tay vào {self.subject()}."]),
            choice([f"Hồ sơ {self.service} đúng hạn tăng từ {self.rnd.randint(60, 79)}% lên {self.rnd.randint(85, 99)}%.",
                    f"Đến nay đã có {self.rnd.randint(120, 4900)} lượt {self.service}, chờ không quá {self.rnd.randint(5, 25)} phút."]),
            choice([f"Sắp tới, {name} định làm tương tự với việc {self.other()}.",
                    f"Khác với {self.other()}, việc này không cần thêm kinh phí.",
                    f"Trước đó, nơi đây từng làm tốt việc {self.other()}."])]

    def body(self, parts: list[str] | None) -> list[str]:
        """Under headings where there are parts; what is told is spread over paragraphs that any page could have."""
        told = [*self.about(), *(self.everyday() if self.rnd.random() < EVERYDAY else [])]
        paragraphs = [language.paragraph(self.rnd) for _ in range(self.rnd.randint(3, 9))]
        for number, sentence in enumerate(told):
            at = number * len(paragraphs) // len(told)
            paragraphs[at] += f" {sentence}"
        lines: list[str] = []
        for number, part in enumerate(parts or []):
            own = paragraphs[number * len(paragraphs) // len(parts):(number + 1) * len(paragraphs) // len(parts)]
            for text in [f"## {part}", *(own or [language.sentence(self.rnd)])]:
                lines += ["", text]
        for text in [] if parts else paragraphs:
            lines += ["", text]
        return [*lines, "", f"Xem thêm [phong trào](/phong-trao/{self.campaign.id}/)."]

    def finished(self, lines: list[str]) -> str:
        text = "\n".join(lines) + "\n"
        return newer_tones(text) if self.rnd.random() < NEWER_TONES else text


class Practice(Article):
    folder, path = "practices", "cach-lam-hay"

    def __init__(self, campaign: synthetic.Campaign, rnd: random.Random):
        super().__init__(campaign, rnd)
        self.kind, self.kind_short = pick(rnd, language.KINDS)

    def subject(self) -> str:
        return f"{self.kind_short if self.rnd.random() < 0.4 else self.kind} khi {self.said_service()}"

    def everyday(self) -> list[str]:
        return [self.rnd.choice([f"Bà con gọi tắt là {self.kind_short}.", f"Nói gọn, đó là chuyện {self.kind_short}.",
                                 f"Hỏi “{self.kind_short}” là ai trong khu dân cư cũng biết."])]

    def facts(self) -> dict:
        return {"is": "practice", "kind": self.kind, "kind_short": self.kind_short, **super().facts()}

    def text(self) -> str:
        rnd, name = self.rnd, said(self.locality.names[self.unit])
        title = rnd.choice([f"{upper(self.kind)} khi {self.service}", f"{upper(self.kind)}: {self.service} ở {name}",
                            f"{upper(self.service)}: {self.kind}", f"{upper(self.kind)} cho người đến {self.service}"])
        summary = rnd.choice([f"{upper(name)} bớt chờ đợi nhờ {self.kind}.", f"{upper(self.kind)}, {pick(rnd, prose.WHY)}.",
                              f"Chuyện {self.service} ở {name}: {language.statement(rnd)}."])
        before = rnd.randint(5, 20)
        lines = [*self.front(title, summary), "measures:",
                 f'  - {{ what: "{language.phrase(rnd)}", before: {before}, after: {before / 2}, unit: ngày }}',
                 f'contact: {{ name: "{upper(name)}", email: a@example.vn }}', f"verified: {synthetic.YEARS[-1]}-12-01",
                 f'evidence: [{{ text: "{language.phrase(rnd)}", href: /phong-trao/{self.campaign.id}/ke-hoach/ }}]', "---"]
        return self.finished(lines + self.body(synthetic.PARTS))


class News(Article):
    folder, path = "news", "tin-tuc"

    def __init__(self, campaign: synthetic.Campaign, rnd: random.Random):
        super().__init__(campaign, rnd)
        self.event, self.event_short = pick(rnd, language.EVENTS)

    def subject(self) -> str:
        return f"{self.event} {self.said_service()}"

    def everyday(self) -> list[str]:
        return [self.rnd.choice([f"Tin {self.event_short} lan nhanh trong các khu dân cư.", f"Nhiều người đã nhắn hỏi lịch {self.event_short}."])]

    def facts(self) -> dict:
        return {"is": "news", "event": self.event, "event_short": self.event_short, **super().facts()}

    def text(self) -> str:
        rnd, name = self.rnd, said(self.locality.names[self.unit])
        title = rnd.choice([f"{upper(name)} {self.event} về {self.service}", f"{upper(self.event)} {self.service} năm {self.year}",
                            f"{upper(self.event)} ở {name}: {self.service}"])
        summary = f"{upper(language.statement(rnd))}."
        return self.finished([*self.front(title, summary), "---", *self.body(None)])


class Exemplar(Article):
    folder, path = "exemplars", "dien-hinh"

    def facts(self) -> dict:
        return {"is": "exemplar", **super().facts()}

    def text(self) -> str:
        summary = f"Người giữ việc {self.service} ở {said(self.locality.names[self.unit])}."
        front = self.front(self.person, summary)
        return self.finished([*front, "for: individual", "position: Chuyên viên", "---", *self.body(None)])


def facts_of_records(localities: list[Locality], campaigns: list[synthetic.Campaign]) -> list[dict]:
    """What the pages of units and campaigns tell."""
    out = []
    for locality in localities:
        out += [{"is": "unit", "url": f"/don-vi/{ref}/", "unit": ref, "unit_name": said(name), "place": locality.place}
                for ref, name in locality.names.items() if ref in locality.unit_ids]
    for campaign in campaigns:
        base = f"/phong-trao/{campaign.id}/"
        out += [{"is": "campaign", "part": part, "url": base + (f"{part}/" if part else ""), "place": campaign.locality.place,
                 "campaign": campaign.id}
                for part in ("", "ke-hoach", "tieu-chi", "thoi-han", "dang-ky", "xep-hang", "khen-thuong", "ket-qua")]
    return out


def write_articles(content: Path, campaigns: list[synthetic.Campaign], counts: dict[type, int], rnd: random.Random) -> list[dict]:
    facts = []
    for article_class, count in counts.items():
        for number in range(1, count + 1):
            article = article_class(rnd.choice(campaigns), rnd)
            name = f"bai-{number:06}"
            synthetic.write(content / article.folder / f"{name}.md", article.text())
            facts.append({**article.facts(), "url": f"/{article.path}/{name}/"})
    return facts


def make(root: Path, pages: int) -> None:
    rnd = random.Random(SEED)
    content, count = root / "content", synthetic.localities_for(pages)
    localities, campaigns = [], []
    for number in range(count):
        localities.append(Locality(number, rnd))
        localities[-1].write(content)
        campaigns += [synthetic.Campaign(localities[-1], i, rnd) for i in range(synthetic.CAMPAIGNS)]
    for campaign in campaigns:
        campaign.write(content)
    more_news = 0
    while synthetic.pages_of(count, more_news) < pages:
        more_news += 1
    counts = {Practice: round(synthetic.PRACTICES * count), News: round(synthetic.NEWS * count) + more_news,
              Exemplar: round(synthetic.EXEMPLARS * count)}
    facts = write_articles(content, campaigns, counts, rnd) + facts_of_records(localities, campaigns)
    synthetic.write_site(content)
    needs.write(root / "queries.txt", facts, random.Random(SEED + 1))


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))
