"""The unit or currency that a number bears."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from qa.languages.units import CURRENCY_CODES, CURRENCY_SIGNS, SPEEDS, SYMBOLS, UNIT_SIGNS

if TYPE_CHECKING:
    from qa.core.span import Span
    from qa.languages.lexicon import Measures
    from qa.text.passage import Passage

__all__ = ["SCALES", "Measure", "measure_after", "measure_before", "unit_of_word"]

SCALES = {
    **dict.fromkeys(("c", "с", "celsius", "цельсия"), "celsius"),
    **dict.fromkeys(("f", "fahrenheit", "фаренгейта"), "fahrenheit"),
}
"""What degrees may be of."""
_JOINT = re.compile(r"[-']")
_MODIFIERS_MOST = 2
_DOLLAR_LETTERS = {"us": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "hk": "HKD", "nz": "NZD", "s": "SGD"}


class Measure(NamedTuple):
    """A unit and where it stands."""

    unit: str
    span: Span
    end: int
    """The token after it."""


def unit_of_word(passage: Passage, index: int) -> str:
    """The unit or currency that token ``index`` names; empty if none."""
    word = passage.word(index)
    measures = passage.pack.measures
    unit = measures.units.get(word) or measures.currencies.get(word)
    if unit or not word:
        return unit or ""
    if "-" in word or "'" in word:
        last = _JOINT.split(word)[-1]
        return measures.units.get(last) or measures.currencies.get(last) or ""
    sign = UNIT_SIGNS.get(word) or CURRENCY_SIGNS.get(word)
    if sign:
        return sign
    written = passage.tokens[index].text
    if written in CURRENCY_CODES:
        return written
    return SYMBOLS.get(word, "") if len(word) > 1 and word != "in" else ""


def measure_after(passage: Passage, index: int) -> Measure | None:
    """The unit that starts at token ``index``, after words such as *square* or *US*."""
    measures = passage.pack.measures
    first, power = index, ""
    for _ in range(_MODIFIERS_MOST + 1):
        word = passage.word(index)
        if _power(measures, word):
            power = _power(measures, word)
        elif word not in measures.modifiers:
            break
        index = passage.after_stop(index + 1)
    phrase = _phrase(passage, index)
    if phrase:
        return phrase
    unit = unit_of_word(passage, index)
    if not unit:
        return None
    if unit == "degree":
        unit, index = _scale(passage, index)
    elif passage.word(index + 1) == "/" and passage.glued(index + 1):
        compound = SYMBOLS.get(passage.word(index) + "/" + passage.word(index + 2)) or passage.pack.measures.units.get(
            passage.word(index) + "/" + passage.word(index + 2)
        )
        unit, index = (compound, index + 2) if compound else (unit, index)
    elif (unit, passage.pack.measures.rates.get(f"{passage.word(index + 1)} {passage.word(index + 2)}", "")) in SPEEDS:
        rate = passage.pack.measures.rates[f"{passage.word(index + 1)} {passage.word(index + 2)}"]
        unit, index = SPEEDS[unit, rate], index + 2
    elif passage.word(index + 1) in {"²", "³"} and passage.glued(index + 1):
        power = "2" if passage.word(index + 1) == "²" else "3"
        index += 1
    end = passage.after_stop(index + 1)
    behind = "" if power else _power(measures, passage.word(end))  # *metri quadrati*
    last = end if behind else index
    return Measure(unit + power + behind, passage.span(first, last), passage.after_stop(last + 1))


def _power(measures: Measures, word: str) -> str:
    """``2`` for a word for *square*, ``3`` for one for *cubic*."""
    return "2" if word in measures.squares else "3" if word in measures.cubes else ""


def _phrase(passage: Passage, index: int) -> Measure | None:
    """A unit of two or three words, or of two abbreviations: ``per cent``, «п. п.», *point de pourcentage*."""
    units = passage.pack.measures.units
    last = index + 2 if passage.word(index + 1) == "." else index + 1
    for end, between in ((last, ""), (index + 2, f" {passage.word(index + 1)}")):
        unit = units.get(f"{passage.word(index)}{between} {passage.word(end)}")
        if unit:
            return Measure(unit, passage.span(index, end), passage.after_stop(end + 1))
    return None


def _scale(passage: Passage, index: int) -> tuple[str, int]:
    """Celsius or Fahrenheit after a degree."""
    scale = SCALES.get(passage.word(index + 1))
    return (scale, index + 1) if scale else ("degree", index)


def measure_before(passage: Passage, index: int) -> Measure | None:
    """The currency sign or code right before token ``index``: ``$5``, ``US$5``, ``EUR 5``."""
    before = index - 1
    word = passage.word(before)
    sign = CURRENCY_SIGNS.get(word)
    if sign:
        letters = passage.word(before - 1)
        if word == "$" and passage.glued(before) and letters in _DOLLAR_LETTERS:
            return Measure(_DOLLAR_LETTERS[letters], passage.span(before - 1, before), index)
        return Measure(sign, passage.span(before, before), index)
    if word and passage.tokens[before].text in CURRENCY_CODES and passage.gap(index) in {"", " ", "\u00a0"}:
        return Measure(passage.tokens[before].text, passage.span(before, before), index)
    return None
