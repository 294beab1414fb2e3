"""Numbers in digits: grouping, decimals, ordinals, magnitudes."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from qa.languages.pack import LanguagePack
    from qa.text.passage import Passage

__all__ = ["Numeral", "numeral_values", "read_numeral", "vulgar_fractions"]

vulgar_fractions = {
    "½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": Decimal(1) / 3, "⅔": Decimal(2) / 3,
    "⅕": Decimal("0.2"), "⅛": Decimal("0.125"),
}  # fmt: skip
_GROUPED = {mark: re.compile(rf"\d{{1,3}}(?:\{mark}\d{{3}})+") for mark in ".,"}
_GROUP_DIGITS = 3


class Numeral(NamedTuple):
    """A number in digits without what stands after it."""

    values: tuple[Decimal, ...]
    end: int
    """The token after it."""


def numeral_values(digits: str, pack: LanguagePack) -> tuple[Decimal, ...]:
    """All values that ``digits``, with its stops and commas, may have in a language; likeliest first.

    Half-way between the languages stands a number such as ``1.234``: the language's own reading wins.
    """
    if digits.isdecimal():
        return (Decimal(digits),)
    mark = pack.decimal_mark
    other = "," if mark == "." else "."
    stops, commas = digits.count("."), digits.count(",")
    if stops and commas:
        decimal = max(".,", key=digits.rfind)
        if digits.count(decimal) == 1:
            grouping = "," if decimal == "." else "."
            return (Decimal(digits.replace(grouping, "").replace(decimal, ".")),)
        return (Decimal(re.sub("[.,]", "", digits)),)
    found = "." if stops else ","
    plain = Decimal(digits.replace(found, ""))
    if stops + commas > 1:
        return (plain,)
    fraction = Decimal(digits.replace(found, "."))
    if found == mark:
        return (fraction,)
    return (plain,) if _GROUPED[other].fullmatch(digits) and other in pack.grouping_marks else (fraction,)


def read_numeral(passage: Passage, index: int) -> Numeral:
    """The number that starts at token ``index``, with the space-parted groups that belong to it."""
    tokens, pack = passage.tokens, passage.pack
    first = tokens[index].text
    end = index + 1
    if len(first) <= _GROUP_DIGITS and first.isdecimal() and first[0] != "0":
        joined = first
        while (place := _next_group(passage, end)) is not None:
            joined += tokens[place].text
            end = place + 1
            if not joined.isdecimal():
                break
        if end > index + 1:
            return Numeral(numeral_values(joined, pack), end)
    values = numeral_values(first, pack)
    if passage.word(end) in vulgar_fractions and passage.gap(end) in {"", " ", "\u00a0", "\u202f", "\u2009"}:
        return Numeral((values[0] + vulgar_fractions[passage.word(end)],), end + 1)
    fraction = _fraction_after(passage, end)
    if fraction is not None and first.isdecimal():
        return Numeral((values[0] + fraction,), end + 3)
    return Numeral(values, end)


def _fraction_after(passage: Passage, index: int) -> Decimal | None:
    """The fraction of a mixed number: ``1/2`` of ``2 1/2``."""
    if not (passage.is_number(index) and passage.gap(index) in _SPACES and passage.word(index + 1) == "/"):
        return None
    over, under = passage.word(index), passage.word(index + 2)
    proper = over.isdecimal() and under.isdecimal() and 0 < int(over) < int(under) <= _LARGEST_DENOMINATOR
    return Decimal(over) / Decimal(under) if proper else None


_LARGEST_DENOMINATOR = 16
_SPACES = frozenset({" ", "\u00a0", "\u202f", "\u2009"})


def _next_group(passage: Passage, end: int) -> int | None:
    """The token of the next group of digits, behind a space or, as the Swiss write, an apostrophe."""
    quoted = passage.word(end) == "'" and "’" in passage.pack.grouping_marks and passage.glued(end)
    place = end + quoted
    parted = passage.glued(place) if quoted else passage.gap(place) in _SPACES
    return place if parted and passage.is_number(place) and _is_group(passage.tokens[place].text) else None


def _is_group(digits: str) -> bool:
    """Whether digits can be a further group: three of them, with or without decimals."""
    head = re.split("[.,]", digits, maxsplit=1)
    return len(head[0]) == _GROUP_DIGITS and head[0].isdecimal() and (len(head) == 1 or len(head[1]) != _GROUP_DIGITS)
