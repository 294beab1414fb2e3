"""Everything a text counts, measures or dates in digits, in one pass over its tokens."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from qa.languages.units import CURRENCY_SIGNS
from qa.text.dates import read_date, read_named_month
from qa.text.measures import Measure, measure_after, measure_before
from qa.text.numerals import read_numeral, vulgar_fractions
from qa.text.phones import read_phone
from qa.text.quantity import Quantity, QuantityKind, number_keys
from qa.text.ranges import spread
from qa.text.times import clock_keys, read_time
from qa.text.unspaced import named_days, read_unspaced

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.core.span import Span
    from qa.text.passage import Passage

__all__ = ["kind_of", "quantities"]

_DIGITS = re.compile(r"\d+")
_HYPHEN = re.compile("[-‑]")
_HYPHENS = frozenset({"-", "‑", "–"})
_YEARS = range(1000, 2200)
_CENTURY = 100


def quantities(passage: Passage, masked: Sequence[Span] = ()) -> tuple[Quantity, ...]:
    """The quantities of a text in order.

    Args:
        passage: The text.
        masked: Links and addresses: digits in them count nothing.
    """
    hidden = {index for span in masked for index, token in enumerate(passage.tokens) if token.span.overlaps(span)}
    return spread(passage, list(_read(passage, hidden)))


def _read(passage: Passage, hidden: set[int]) -> Iterator[Quantity]:
    index, count = 0, len(passage.tokens)
    months, weekdays = passage.pack.calendar.months, passage.pack.calendar.weekdays
    plain = _plain_words(passage, hidden)
    while index < count:
        if plain[index]:
            index += 1
            continue
        token = passage.tokens[index]
        if index in hidden or token.kind == "mark":
            if token.text in vulgar_fractions and index not in hidden:
                yield _bare(passage, index, index + 1, (vulgar_fractions[token.text],))
            index += 1
        elif token.kind == "word":
            word = passage.folded[index]
            if not passage.pack.spaces_between_words:
                yield from named_days(passage, index)
            found = read_named_month(passage, index) if word in months or word in weekdays else None
            if found:
                yield found.quantity
            elif not token.text.isalpha():
                yield from _code(passage, index)
            index = found.end if found else index + 1
        else:
            quantity, index = read_phone(passage, index) or read_date(passage, index) or _timed(passage, index)
            yield quantity


def _plain_words(passage: Passage, hidden: set[int]) -> Sequence[bool]:
    """Of each token, whether it is a word without digits that names no month and no weekday: most are."""
    if hidden or not passage.pack.spaces_between_words:
        return [False] * len(passage.tokens)
    months, weekdays = passage.pack.calendar.months, passage.pack.calendar.weekdays
    return [word.isalpha() and word not in months and word not in weekdays for word in passage.folded]


def _timed(passage: Passage, index: int) -> tuple[Quantity, int]:
    return read_time(passage, index) or _number(passage, index)


def _bare(passage: Passage, first: int, end: int, values: Sequence[Decimal], kind: QuantityKind = "number") -> Quantity:
    span = passage.span(first, end - 1)
    return Quantity(text=span.of(passage.text), span=span, keys=number_keys(*values), kind=kind)


def _code(passage: Passage, index: int) -> Iterator[Quantity]:
    """Digits inside a word: ``T-90``, ``COVID-19``, ``B52``; in brackets they only gloss the words before them."""
    token = passage.tokens[index]
    gloss = passage.word(index - 1) == "(" and passage.word(index + 1) == ")"
    for digits in _DIGITS.findall(token.text):
        keys = number_keys(digits)
        yield Quantity(text=token.text, span=token.span, keys=keys, kind="code", required=not gloss)


def _number(passage: Passage, index: int) -> tuple[Quantity, int]:
    """A plain number with its ordinal ending, magnitude, unit or currency."""
    fraction = _fraction(passage, index)
    if fraction:
        return fraction
    numeral = read_numeral(passage, index)
    if not passage.pack.spaces_between_words:
        return read_unspaced(passage, index, numeral)
    values, end, kind = numeral.values, numeral.end, kind_of(numeral.values[0])
    currency = measure_before(passage, index)
    suffix = _suffix(passage, end)
    if suffix in passage.pack.number_words.ordinal_suffixes:
        end += 1 if passage.word(end) not in _HYPHENS else 2
        if _is_decade(values[0], suffix):
            quantity = _bare(passage, index, end, _decade_values(values[0]), "decade")
            return quantity, end
        suffix = ""
    magnitude, end = _magnitude(passage, end, suffix, priced=currency is not None)
    if magnitude:
        more = _half_more(passage, end)
        values, kind = tuple((value + (more or 0)) * magnitude for value in values), "number"
        end += 2 * (more is not None)
    quantity = msgspec.structs.replace(
        _bare(passage, index, _core_end(passage, end), values, kind), scale=magnitude or 1
    )
    if passage.pack.decimal_mark == "," and "." in quantity.text:
        quantity = msgspec.structs.replace(quantity, keys=(*quantity.keys, *clock_keys(quantity.text)))
    if suffix and not magnitude:
        return _suffixed(passage, quantity, end, suffix)
    measure = currency or _measure(passage, end, kind)
    if measure is None:
        return quantity, end
    quantity = msgspec.structs.replace(quantity, unit=measure.unit, unit_span=measure.span, kind="number")
    return quantity, max(end, measure.end)


def _core_end(passage: Passage, end: int) -> int:
    """``end`` without the full stop of an abbreviated magnitude."""
    return end - 1 if passage.word(end - 1) == "." else end


def kind_of(value: Decimal) -> QuantityKind:
    """Whether a bare number may be a year."""
    return "year" if value == int(value) and int(value) in _YEARS else "number"


def _fraction(passage: Passage, index: int) -> tuple[Quantity, int] | None:
    """``1/2``; where it is no fraction, its parts are compared."""
    closed = passage.word(index + 1) == "/" and passage.glued(index + 1) and passage.glued(index + 2)
    if not closed or not passage.is_number(index + 2):
        return None
    over, under = (passage.tokens[place].text for place in (index, index + 2))
    if not (over.isdecimal() and under.isdecimal()) or int(under) == 0 or len(over) > 2:  # noqa: PLR2004
        return None
    parts = tuple(_bare(passage, place, place + 1, (Decimal(passage.word(place)),)) for place in (index, index + 2))
    whole = _bare(passage, index, index + 3, (Decimal(over) / Decimal(under),))
    return msgspec.structs.replace(whole, parts=parts), index + 3


def _suffix(passage: Passage, end: int) -> str:
    """The letters glued to the digits, straight or behind a hyphen; of ``4-year-old`` the first word."""
    place = end + 1 if passage.word(end) in _HYPHENS and passage.glued(end) else end
    if not passage.glued(place) or place >= len(passage.tokens) or passage.tokens[place].kind != "word":
        return ""
    return _first_part(passage.word(place))


def _first_part(word: str) -> str:
    """What stands before the first hyphen of a word."""
    return word if word.isalpha() else _HYPHEN.split(word, maxsplit=1)[0]


def _is_decade(value: Decimal, suffix: str) -> bool:
    plural = suffix in {"s", "'s", "е", "х", "ые", "ых", "м", "ми"}
    return plural and value % 10 == 0 and value > 0


def _decade_values(value: Decimal) -> tuple[Decimal, ...]:
    if value < _CENTURY:
        return (value, value + 1900, value + 2000) if value <= 20 else (value, value + 1900)  # noqa: PLR2004
    return (value, value % _CENTURY) if value in _YEARS else (value,)


def _magnitude(passage: Passage, end: int, suffix: str, *, priced: bool) -> tuple[int, int]:
    """What multiplies the number, and the token after it; 0 if nothing does."""
    magnitudes = passage.pack.number_words.magnitudes
    if suffix:
        scale = magnitudes.get(suffix, 0)
        place = end + 1 if passage.word(end) in _HYPHENS else end
        named = priced or suffix != "m" or passage.word(place + 1) in CURRENCY_SIGNS
        return (scale, passage.after_stop(place + 1)) if scale and named else (0, end)
    word = passage.word(end)
    scale = magnitudes.get(word) or magnitudes.get(_first_part(word), 0)
    priced = priced or (passage.word(end + 1) in CURRENCY_SIGNS and passage.glued(end + 1))
    if not scale or passage.gap(end) == "" or (word in {"m", "b", "k"} and not priced):
        return 0, end
    end = passage.after_stop(end + 1)
    further = magnitudes.get(passage.word(end), 0)
    return (scale * further, passage.after_stop(end + 1)) if further > scale else (scale, end)  # *mil millones*


def _half_more(passage: Passage, end: int) -> Decimal | None:
    """What a fraction behind the magnitude adds to the number: a half in *2 millones y medio*."""
    words = passage.pack.number_words
    if words.articles or passage.word(end) not in words.joiners:
        return None
    name = words.fractions.get(passage.word(end + 1), "")
    return Decimal(name) if name and name != "third" else None


def _suffixed(passage: Passage, quantity: Quantity, end: int, suffix: str) -> tuple[Quantity, int]:
    """A number with letters glued to it: a unit (``5km``, ``4-year-old``, «4-летний»), or a code (``5G``)."""
    measures = passage.pack.measures
    unit = measures.units.get(suffix) or measures.currencies.get(suffix)
    hyphenated = passage.word(end) in _HYPHENS
    place = end + 1 if hyphenated else end
    quantity = msgspec.structs.replace(quantity, kind="number" if unit or hyphenated else "code")
    if unit and suffix not in {"m", "м", "т", "г", "g", "t", "l", "л"}:
        quantity = msgspec.structs.replace(quantity, unit=unit, unit_span=passage.span(place, place))
    inches = passage.word(place).removeprefix("foot-") if unit == "foot" else ""
    if inches.isdecimal():  # ``6-foot-6``
        keys = number_keys(quantity.value + Decimal(inches) / 12)
        quantity = msgspec.structs.replace(quantity, keys=keys, parts=(quantity,))
    return quantity, place + 1


def _measure(passage: Passage, end: int, kind: QuantityKind) -> Measure | None:
    """The unit after a number; behind a number that may be a year, a word for *year* is no unit."""
    measure = measure_after(passage, end) if passage.gap(end) in {"", " ", "\u00a0", "\u202f", "\u2009"} else None
    if measure and kind == "year" and (measure.unit in {"g", "year", "hour", "day", "month"}):
        return None
    return measure
