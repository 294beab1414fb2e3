"""How many planted errors the rules find: one error of a known kind in a clean human translation at a time.

    planted.py [--most 300] [--pair ru-en] [--missed CLASS …] FILE.jsonl …

An error counts as found when a finding that the clean translation does not have overlaps the change (or lies anywhere
in the unit, for what was dropped). The last column counts those where the rule that is meant for the class speaks.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bitext import Bitext, check, document, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qa.core import Finding

    Plant = Callable[[str, str, random.Random], "Planted | None"]

SEED = 20210318
MONTHS = ["January", "February", "March", "April", "June", "July", "August", "September", "October", "November",
    "December"]  # fmt: skip
SWAPS = {
    "magnitude": {"million": "billion", "billion": "million", "thousand": "million", "trillion": "billion"},
    "currency": {"rubles": "dollars", "roubles": "dollars", "dollars": "euros", "euros": "dollars", "$": "€", "€": "$",
    "£": "$"},
    "unit": {
        "kilometers": "miles", "km": "miles", "meters": "feet", "metres": "feet", "kg": "tons", "tons": "kilograms",
        "hours": "days", "days": "weeks", "years": "months", "minutes": "hours", "months": "weeks", "square": "cubic",
    },
}  # fmt: skip
LOOK_ALIKES = dict(zip("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ", strict=True))
INTENDED = {
    "digit": "number date time", "dropped number": "number date time", "month": "date", "magnitude": "number",
    "decimal": "number", "percent": "number", "currency": "currency", "unit": "unit", "homoglyph": "mixed leftover",
    "Cyrillic word": "leftover", "copied": "untranslated", "empty": "empty", "negation": "negation", "name": "name",
    "second half": "partial", "last clause": "partial", "other segment": "partial name number", "link": "link",
    "repeated word": "repeated", "double space": "double", "space before comma": "space-before", "bracket": "bracket",
    "quotation mark": "quote", "question mark": "end-punct", "wrong language": "wrong",
}  # fmt: skip


class Planted(NamedTuple):
    """A target with an error, and which code points of it changed."""

    target: str
    start: int
    end: int


def _replace(target: str, match: re.Match[str], text: str) -> Planted:
    return Planted(target[: match.start()] + text + target[match.end() :], match.start(), match.start() + len(text))


def _pick(pattern: str, target: str, chance: random.Random) -> re.Match[str] | None:
    found = list(re.finditer(pattern, target))
    return chance.choice(found) if found else None


def digit(_: str, target: str, chance: random.Random) -> Planted | None:
    """One digit of a number changed."""
    match = _pick(r"(?<![\w-])[\d.,]*\d(?![\w-])", target, chance)
    if not match:
        return None
    places = [place for place, sign in enumerate(match.group()) if sign.isdigit()]
    place = chance.choice(places)
    new = chance.choice([sign for sign in "123456789" if sign != match.group()[place]])
    return _replace(target, match, match.group()[:place] + new + match.group()[place + 1 :])


def dropped_number(_: str, target: str, chance: random.Random) -> Planted | None:
    """A number with its unit sign taken out."""
    match = _pick(r"(?<![\w$€£.,:-])\d[\d.,]*\d? ", target, chance)
    return _replace(target, match, "") if match else None


def month(_: str, target: str, chance: random.Random) -> Planted | None:
    """The name of a month swapped."""
    match = _pick(rf"\b(?:{'|'.join(MONTHS)})\b", target, chance)
    return _replace(target, match, chance.choice([name for name in MONTHS if name != match.group()])) if match else None


def decimal(_: str, target: str, chance: random.Random) -> Planted | None:
    """The decimal mark lost."""
    match = _pick(r"(?<![\d.])\d+\.\d+(?![\d.])", target, chance)
    return _replace(target, match, match.group().replace(".", "")) if match else None


def percent(_: str, target: str, chance: random.Random) -> Planted | None:
    """The percent sign or word lost."""
    match = _pick(r"(?<=\d)(?:%| percent| per cent)", target, chance)
    return _replace(target, match, "") if match else None


def swap(kind: str) -> Plant:
    """A word of a table put in the place of another, behind or before a number."""
    table = SWAPS[kind]
    words = "|".join(re.escape(word) if not word.isalpha() else rf"(?<=\d )\b{word}\b" for word in table)

    def plant(_: str, target: str, chance: random.Random) -> Planted | None:
        match = _pick(words, target, chance)
        return _replace(target, match, table[match.group()]) if match else None

    return plant


def homoglyph(_: str, target: str, chance: random.Random) -> Planted | None:
    """A Latin letter replaced by its Cyrillic double."""
    match = _pick(r"\b[A-Z][a-z]*[aceopxy][a-z]*\b", target, chance)
    if not match:
        return None
    place = chance.choice([place for place, letter in enumerate(match.group()) if letter in LOOK_ALIKES])
    word = match.group()
    return _replace(target, match, word[:place] + LOOK_ALIKES[word[place]] + word[place + 1 :])


def cyrillic_word(source: str, target: str, chance: random.Random) -> Planted | None:
    """A word of the source in the place of one of the target."""
    word = _pick(r"\b[А-Яа-яё]{4,}\b", source, chance)
    match = _pick(r"\b[A-Za-z]{4,}\b", target, chance)
    return _replace(target, match, word.group()) if word and match else None


def negation(_: str, target: str, chance: random.Random) -> Planted | None:
    """A *not* dropped."""
    match = _pick(r"\b(?:not )|n['’]t\b|\bcannot\b", target, chance)
    return _replace(target, match, "can" if match.group() == "cannot" else "") if match else None


def name(_: str, target: str, chance: random.Random) -> Planted | None:
    """Two letters of a name swapped."""
    match = _pick(r"(?<=[a-z,] )[A-Z][a-z]{4,}\b", target, chance)
    if not match:
        return None
    word = match.group()
    places = [place for place in range(1, len(word) - 1) if word[place] != word[place + 1]]
    place = chance.choice(places)
    return _replace(target, match, word[:place] + word[place + 1] + word[place] + word[place + 2 :])


def second_half(_: str, target: str, __: random.Random) -> Planted | None:
    """Only the first half left, with its full stop."""
    words = target.split(" ")
    if len(words) < 12:
        return None
    kept = " ".join(words[: len(words) // 2]).rstrip(",;:-– ")
    return Planted(kept + target[-1:], 0, len(kept) + 1)


def last_clause(_: str, target: str, __: random.Random) -> Planted | None:
    """The last clause dropped, the full stop kept."""
    place = target.rfind(", ")
    if place < 20 or len(target) - place < 25:
        return None
    return Planted(target[:place] + target[-1:], 0, place + 1)


def link(_: str, target: str, chance: random.Random) -> Planted | None:
    """A letter of an address dropped."""
    match = _pick(r"[\w.-]{3,}\.(?:ru|com|org|net)\b|@\w{4,}", target, chance)
    return _replace(target, match, match.group()[:1] + match.group()[2:]) if match else None


def between(pattern: str, text: str) -> Plant:
    """``text`` in the place of what ``pattern`` finds."""

    def plant(_: str, target: str, chance: random.Random) -> Planted | None:
        match = _pick(pattern, target, chance)
        return _replace(target, match, match.expand(text)) if match else None

    return plant


CLASSES: dict[str, Plant] = {
    "digit": digit,
    "dropped number": dropped_number,
    "month": month,
    "magnitude": swap("magnitude"),
    "decimal": decimal,
    "percent": percent,
    "currency": swap("currency"),
    "unit": swap("unit"),
    "homoglyph": homoglyph,
    "Cyrillic word": cyrillic_word,
    "copied": lambda source, _, __: Planted(source, 0, len(source)),
    "empty": lambda _, __, ___: Planted("", 0, 0),
    "negation": negation,
    "name": name,
    "second half": second_half,
    "last clause": last_clause,
    "link": link,
    "repeated word": between(r"\b(of|the|in|a|to|and|was|his) ", r"\1 \1 "),
    "double space": between(r"(?<=\w) (?=\w)", "  "),
    "space before comma": between(r"(?<=\w), ", " , "),
    "bracket": between(r"\)", ""),
    "quotation mark": between(r'["”](?=[ ,.])', ""),
    "question mark": between(r"\?$", "."),
}


def main() -> None:
    """Plant, check, count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--pair", default="ru-en", help="source and target language")
    parser.add_argument("--most", type=int, default=300, help="most plantings of a class")
    parser.add_argument("--missed", nargs="*", default=[], help="classes whose missed errors are printed")
    options = parser.parse_args()
    source, target = options.pair.split("-")
    bitexts = [
        bitext
        for path in options.paths
        for bitext in read(path, (source, target))
        if (bitext.source_language, bitext.target_language) == (source, target)
    ]
    pairs = [
        (unit.source.text, unit.target.text) for bitext in bitexts for entry in bitext.documents for unit in entry.units
    ]
    print(f"{len(pairs)} clean segments\n{'class':20} planted   found    meant")
    for kind, plant in [*CLASSES.items(), ("other segment", None)]:
        planted = list(_plant(pairs, plant, options.most))
        _report(kind, planted, (source, target), show=kind in options.missed)


def _plant(pairs: list[tuple[str, str]], plant: Plant | None, most: int) -> Iterator[tuple[str, str, Planted]]:
    """Source, clean target and planted target, in random order."""
    chance = random.Random(SEED)  # noqa: S311 -- reproducible, not secret
    shuffled = chance.sample(pairs, len(pairs))
    count = 0
    for index, (source, target) in enumerate(shuffled):
        if plant is None:
            other = shuffled[index - 1][1]
            planted = Planted(other, 0, len(other))
        else:
            planted = plant(source, target, chance)
        if count < most and planted is not None and planted.target != target and len(target) > 40:
            count += 1
            yield source, target, planted


def _report(kind: str, planted: list[tuple[str, str, Planted]], languages: tuple[str, str], *, show: bool) -> None:
    clean = _findings([(source, target) for source, target, _ in planted], languages)
    broken = _findings([(source, change.target) for source, _, change in planted], languages)
    found = meant = 0
    for number, (source, _, change) in enumerate(planted):
        before = {(finding.rule, finding.message) for finding in clean[number]}
        new = [finding for finding in broken[number] if (finding.rule, finding.message) not in before]
        hits = [finding for finding in new if _touches(finding, change)]
        intended = tuple(INTENDED[kind].split())
        found += bool(hits)
        meant += any(word in finding.rule for finding in hits for word in intended)
        if show and not hits:
            print(f"    {source}\n    {change.target}\n")
    total = max(len(planted), 1)
    print(f"{kind:20} {len(planted):7} {100 * found / total:6.1f} % {100 * meant / total:6.1f} %")


def _touches(finding: Finding, change: Planted) -> bool:
    """Whether a finding is about the change: it overlaps it, or marks nothing in the target."""
    if not finding.target_spans:
        return True
    return any(span.start <= change.end and change.start <= span.end for span in finding.target_spans)


def _findings(pairs: list[tuple[str, str]], languages: tuple[str, str]) -> dict[int, list[Finding]]:
    """Findings by number of the pair; each pair is a document of its own."""
    documents = tuple(document(str(number), [pair], languages) for number, pair in enumerate(pairs))
    by_pair = defaultdict(list)
    for finding in check(Bitext("planted", *languages, documents)):
        by_pair[int(finding.document)].append(finding)
    return by_pair


if __name__ == "__main__":
    main()
