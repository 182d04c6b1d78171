#!/usr/bin/env python3
"""No run of 30 words of a plan as it was published stands in content/ or tests/, apart from titles, slogans and names that are cited.

usage: own_words.py REPOSITORY; the published plans are read from ../shared/seeds beside it. Exits with 77 (skipped) where they are not there.
"""
import json
import pathlib
import re
import sys

RUN = 30  # words
NAME = 6  # words from which on a title or a name is taken out before comparing
BREAK = ""  # no word


def words(text):
    return re.findall(r"\w+", text.lower())


def runs(sequence):
    for at in range(len(sequence) - RUN + 1):
        part = tuple(sequence[at : at + RUN])
        if BREAK not in part:
            yield part


def strings(value, key=""):
    """Every string of a JSON value with the key that it stands under."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item, key)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from strings(item, name)


def names_of(campaign):
    """The title, the slogan, and the names of what the plan cites and whom it addresses."""
    for key in ("title", "slogan"):
        if key in campaign:
            yield campaign[key]["text"]
    for key in ("citations", "recipients", "award_forms", "audiences"):
        for item in campaign.get(key, []):
            yield item["name"]


def without(sequence, names):
    """The words with each name in them replaced by a break."""
    out, at = [], 0
    while at < len(sequence):
        name = next((n for n in names.get(sequence[at], []) if sequence[at : at + len(n)] == n), None)
        out.append(BREAK if name else sequence[at])
        at += len(name) if name else 1
    return out


def main():
    root = pathlib.Path(sys.argv[1])
    seeds = sorted((root / ".." / "shared" / "seeds").glob("*.txt"))
    if not seeds:
        print("skipped: the published plans are not beside the repository")
        return 77
    published = {part: seed.name for seed in seeds for part in runs(words(seed.read_text(encoding="utf-8")))}
    names = {}
    for file in root.glob("content/campaigns/*/campaign.json"):
        for name in map(words, names_of(json.loads(file.read_text(encoding="utf-8")))):
            if len(name) >= NAME:
                names.setdefault(name[0], []).append(name)
    for group in names.values():
        group.sort(key=len, reverse=True)

    copied = 0
    for file in sorted([*root.glob("content/**/*"), *root.glob("tests/**/*")]):
        if "node_modules" in file.parts or file.suffix not in (".md", ".json", ".cpp", ".py", ".txt") and file.name not in ("expected", "make"):
            continue
        text = file.read_text(encoding="utf-8", errors="replace")
        if file.name == "plan.md":
            text = text.partition("\nNơi nhận")[0]  # from here on names only: to whom it goes, and who signed
        pieces = [s for _, s in strings(json.loads(text))] if file.suffix == ".json" and "cases" not in file.parts else [text]
        for piece in pieces:
            found = next((part for part in runs(without(words(piece), names)) if part in published), None)
            if found:
                copied += 1
                print(f"{file.relative_to(root)}: as in {published[found]}: {' '.join(found)}")
    print(f"{len(seeds)} plans, {len(published)} runs of {RUN} words, {copied} texts with one of them")
    return 1 if copied else 0


sys.exit(main())
