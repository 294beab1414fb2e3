"""Errors of known kinds, to be planted in clean human translations into English; and those that DEMETR brings along.

Source of the kinds beyond words and figures: M. Karpinska et al., "DEMETR: Diagnosing evaluation metrics for
translation" (2022).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    Plant = Callable[[str, str, random.Random], "Planted | None"]

__all__ = ["CLASSES", "DEMETR", "INTENDED", "Plant", "Planted"]

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
    "second half": "partial", "last clause": "partial", "other segment": "unrelated partial", "link": "link",
    "repeated word": "repeated", "double space": "double", "space before comma": "space-before", "bracket": "bracket",
    "quotation mark": "quote", "question mark": "end-punct",
    "numbers replaced": "number date time",
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
"""How to plant each kind in a target, given its source; None where there is no place for it."""

DEMETR = {
    "critical_id10_numbers_replaced": "numbers replaced",
    "base_id33_empty": "form: empty",
    "critical_id4_codemix": "form: codemix",
    "minor_id1_repeat2": "form: last word twice",
    "minor_id2_repeat4": "form: last word four times",
    "minor_id28_final_punc_removed": "form: final mark removed",
    "minor_id30_tokenized": "form: tokenised",
    "minor_id31_full_lower": "form: lower case",
    "minor_id32_first_lower": "form: first letter lower",
    "major_id19_question": "form: question",
}
"""The kinds of DEMETR that count, by their name there."""
