"""The language of the generated corpus: the interface of words.py, so that the synthetic site can speak it, on a far richer vocabulary.

Choices follow Zipf's law: the n-th entry of a list is drawn about 1/n as often as the first. Names of quarters, streets and programs are
made of syllables that Vietnamese spelling allows and no dictionary has to hold, so that the vocabulary has the long tail of real text.
"""

import bisect
import functools
import itertools
import random
import unicodedata

import lexicon
import prose
import words
from words import OFFICES, place, slug  # noqa: F401 the synthetic site takes them from here

INITIALS = "b c ch d đ g gi h kh l m n nh ph qu r s t th tr v x".split()
OPEN_RIMES = """a ai an ang anh ao au am ay ăn ăng âm ân âng âu ây e en eng eo em ê êm ên ênh êu i im in inh iu iên iêng iêm iêu o oi on ong om
    ô ôi ôn ông ôm ơ ơi ơn ơm u ui un ung um uôi uôn uông uôm ư ưng ưu ươi ươn ương ươm oa oe uy oan oang oăng uyên uân uê""".split()
STOPPED_RIMES = """ac ach at ap ăc ăt ăp âc ât âp ec et ep êch êt êp ich it ip iêc iêt iêp oc ot op ôc ôt ôp ơt ơp uc ut up uôc uôt ưc ưt ươc ươt
    ươp oat uyêt""".split()
TONES = ["", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"]  # level, acute, grave, hook above, tilde, dot below
STREETS = ["đường", "phố", "ngõ", "hẻm", "kiệt"]
TOPICS = words.TOPICS

VERBS = prose.DOES


@functools.cache
def zipf_bounds(count: int) -> list[float]:
    return list(itertools.accumulate(1 / (rank + 2) for rank in range(count)))


def pick(rnd: random.Random, entries):
    """One entry; the earlier it stands, the more often."""
    bounds = zipf_bounds(len(entries))
    return entries[bisect.bisect(bounds, rnd.random() * bounds[-1])]


def upper(text: str) -> str:
    return text[0].upper() + text[1:]


def tone_place(rime: str) -> int:
    """Which letter of a rime bears the tone mark, in the older way of writing."""
    marked = [i for i, letter in enumerate(rime) if letter in "ăâêôơư"]
    if marked:
        return marked[-1]
    vowels = [i for i, letter in enumerate(rime) if letter in "aeiouy"]
    closed = rime[-1] not in "aeiouy"
    return vowels[-1] if closed or len(vowels) == 1 else vowels[-2]


def syllable(rnd: random.Random) -> str:
    """A syllable as Vietnamese could have it, with its tone in normal form C."""
    initial = pick(rnd, INITIALS)
    stopped = rnd.random() < 0.25
    rime = rnd.choice(STOPPED_RIMES if stopped else OPEN_RIMES)
    if rime[0] in "eêi" and initial in ("c", "g"):
        initial = {"c": "k", "g": "gh"}[initial]
    if initial == "qu" and rime[0] in "uoư" or initial == "gi" and rime[0] == "i":
        initial = "l"
    tone = rnd.choice(TONES[1::4] if stopped else TONES)
    at = tone_place(rime)
    return unicodedata.normalize("NFC", initial + rime[:at + 1] + tone + rime[at + 1:])


def quarter(rnd: random.Random) -> str:
    """The name of a quarter, a street or a program: two or three syllables that hardly ever meet elsewhere."""
    return " ".join(upper(syllable(rnd)) for _ in range(rnd.choice([2, 2, 2, 3])))


def wards(rnd: random.Random, count: int) -> list[str]:
    """Names of wards of one locality; other localities may have the same, as real ones do."""
    names = [f"{head} {tail}" for head in prose.WARD_HEADS for tail in prose.WARD_TAILS]
    return rnd.sample(names, count)


def person(rnd: random.Random) -> str:
    """A name that no one bears: middle and given names are things."""
    given = rnd.choice(prose.GIVEN_NAMES)
    if rnd.random() < 0.5:
        given = f"{given} {rnd.choice(prose.WARD_TAILS)}"
    return f"{pick(rnd, prose.FAMILY_NAMES)} {rnd.choice(prose.MIDDLE_NAMES)} {given}"


def statement(rnd: random.Random) -> str:
    """Who does what, without capital and full stop."""
    parts = [pick(rnd, prose.WHO), pick(rnd, prose.DOES), pick(rnd, prose.WHAT)]
    if rnd.random() < 0.5:
        parts.append(pick(rnd, prose.WHERE))
    if rnd.random() < 0.5:
        parts.append(pick(rnd, prose.WHEN))
    return " ".join(parts) + (f", {pick(rnd, prose.WHY)}" if rnd.random() < 0.6 else "")


def sentence(rnd: random.Random) -> str:
    roll = rnd.random()
    if roll < 0.12:
        return pick(rnd, prose.REMARKS) + "."
    if roll < 0.2:
        return pick(rnd, prose.PROBLEMS) + "."
    if roll < 0.4:
        return f"{upper(statement(rnd))}; {statement(rnd)}."
    return upper(statement(rnd)) + "."


def paragraph(rnd: random.Random) -> str:
    return " ".join(sentence(rnd) for _ in range(rnd.randint(2, 5)))


def service(rnd: random.Random) -> str:
    return pick(rnd, ALL_SERVICES)[0]


def phrase(rnd: random.Random) -> str:
    """A short statement without a full stop, for facts and clauses."""
    what = pick(rnd, prose.WHAT) if rnd.random() < 0.6 else f"việc {service(rnd)}"
    return f"{upper(pick(rnd, prose.DOES))} {what}, {pick(rnd, prose.WHY)}"


def heading(rnd: random.Random) -> str:
    return f"{upper(pick(rnd, prose.DOES))} {pick(rnd, prose.WHAT)}, {pick(rnd, prose.ADJECTIVES)} và {pick(rnd, prose.ADJECTIVES)}"


def interleaved(lists: list[list]) -> list:
    """The first of each list, then the second of each, and so on."""
    return [entry for row in itertools.zip_longest(*lists) for entry in row if entry is not None]


# (official name, as people say it, field), what is spoken of most first.
ALL_SERVICES = interleaved([[(*names, field) for names in lexicon.pairs(text)] for field, text in lexicon.SERVICES_BY_FIELD.items()])
KINDS = lexicon.pairs(lexicon.KINDS)
EVENTS = lexicon.pairs(lexicon.EVENTS)
