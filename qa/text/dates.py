"""Dates: days, months and years in words and digits, and months and weekdays by themselves."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from qa.core.span import Span
from qa.text.quantity import Key, Quantity, QuantityKind, number_keys

if TYPE_CHECKING:
    from qa.text.passage import Passage

__all__ = ["Found", "read_date", "read_named_month"]

_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})")
_LAST_DAY, _LAST_MONTH = 31, 12
_CENTURY = 100


class Found(NamedTuple):
    """What was read, and the token after it."""

    quantity: Quantity
    end: int


class _Piece(NamedTuple):
    """A day, month or year in tokens ``first`` to ``last``."""

    kind: QuantityKind
    keys: tuple[Key, ...]
    first: int
    last: int


def read_date(passage: Passage, index: int) -> Found | None:
    """The date that starts with the number at token ``index``."""
    return _numeric(passage, index) or _day_first(passage, index)


def read_named_month(passage: Passage, index: int) -> Found | None:
    """The date, or the month alone, that starts with the name at token ``index``; or a weekday."""
    calendar = passage.pack.calendar
    word = passage.word(index)
    weekday = calendar.weekdays.get(word)
    if weekday:
        days = (weekday, (weekday - 2) % 7 + 1) if _is_night_before(passage, index) else (weekday,)
        return Found(_single(passage, index, "weekday", *(("w", Decimal(day)) for day in days)), index + 1)
    month = calendar.months.get(word)
    if not month:
        return None
    if word in calendar.ambiguous_months and not passage.tokens[index].text[0].isupper():
        return None
    after = passage.after_stop(index + 1)
    pieces = [_Piece("month", (("m", Decimal(month)),), index, index)]
    day = _day_after(passage, after)
    if day:
        pieces.append(day)
        after = _past_suffix(passage, day.last + 1)
    year = _year_after(passage, after)
    if year:
        pieces.append(year)
    if len(pieces) > 1:
        return _date(passage, pieces)
    if word in calendar.ambiguous_months and not _is_surely_month(passage, index):
        return None
    return Found(_single(passage, index, "month", ("m", Decimal(month))), index + 1)


def _is_night_before(passage: Passage, index: int) -> bool:
    """Whether the night is meant that ends on the day at ``index``; other languages call it after the day before."""
    return f"{passage.word(index - 2)} {passage.word(index - 1)}" in passage.pack.calendar.night_before


def _is_surely_month(passage: Passage, index: int) -> bool:
    """Whether an ambiguous name (*May*) is a month: capital letter and a word of time before it."""
    signals = passage.pack.calendar.month_signals
    return passage.tokens[index].text[0].isupper() and passage.word(index - 1) in signals


def _day_after(passage: Passage, index: int) -> _Piece | None:
    """The day after a month's name: ``March 18``, ``March 18th``; not the year, not ``May 5 million``."""
    if passage.word(index) in passage.pack.calendar.day_words:
        index += 1
    day = _small_number(passage, index, _LAST_DAY)
    if day is None or passage.gap(index) not in {" ", "\u00a0", "\u202f", ""}:
        return None
    following = passage.word(index + 1)
    if following in passage.pack.number_words.magnitudes or following in {"%", ":"}:
        return None
    return _Piece("date", number_keys(day), index, index)


def _day_first(passage: Passage, index: int) -> Found | None:
    """``18 марта 2021``, ``18-го марта``, ``the 18th of March``."""
    if not passage.has_any(passage.pack.calendar.months):
        return None
    day = _small_number(passage, index, _LAST_DAY)
    if day is None:
        return None
    calendar = passage.pack.calendar
    after = _past_suffix(passage, index + 1)
    while passage.word(after) in calendar.day_words:
        after += 1
    word = passage.word(after)
    month = calendar.months.get(word)
    if not month or not _may_follow_day(passage, after):
        return None
    days = (day, day - 1) if day > 1 and _is_night_before(passage, index) else (day,)
    pieces = [
        _Piece("date", number_keys(*days), index, index),
        _Piece("month", (("m", Decimal(month)),), after, after),
    ]
    year = _year_after(passage, passage.after_stop(after + 1))
    return _date(passage, [*pieces, year] if year else pieces)


def _may_follow_day(passage: Passage, index: int) -> bool:
    """Whether the name behind a day is a month's: an ambiguous one needs a capital, a full stop or a year."""
    if passage.word(index) not in passage.pack.calendar.ambiguous_months or passage.tokens[index].text[0].isupper():
        return True
    after = passage.after_stop(index + 1)
    return after > index + 1 or _year_after(passage, after) is not None


def _past_suffix(passage: Passage, index: int) -> int:
    """The token after an ordinal's ending: ``th``, «-го»."""
    suffixes = passage.pack.number_words.ordinal_suffixes
    if passage.word(index) in suffixes and passage.glued(index):
        return index + 1
    hyphenated = passage.word(index) in {"-", "‑"} and passage.glued(index) and passage.glued(index + 1)
    return index + 2 if hyphenated and passage.word(index + 1) in suffixes else index


def _year_after(passage: Passage, index: int) -> _Piece | None:
    """The year behind a month or a day, after a comma or *of*."""
    if passage.word(index) == "," or passage.word(index) in passage.pack.calendar.day_words:
        index += 1
    if not passage.is_number(index):
        return None
    text = passage.tokens[index].text
    if len(text) == 4 and text.isdecimal() and text[0] in "12":  # noqa: PLR2004 -- digits of a year
        return _Piece("year", number_keys(text), index, index)
    return None


def _small_number(passage: Passage, index: int, most: int) -> int | None:
    if not passage.is_number(index):
        return None
    text = passage.tokens[index].text
    return int(text) if text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= most else None  # noqa: PLR2004


def _date(passage: Passage, pieces: list[_Piece]) -> Found:
    """A date of its pieces; only the pieces are compared, so that ``18–20 March`` equals «18 и 20 марта»."""
    first, last = min(piece.first for piece in pieces), max(piece.last for piece in pieces)
    whole = passage.span(first, last)
    day = next((passage.tokens[piece.first].text.lstrip("0") for piece in pieces if piece.kind == "date"), "")
    parts = tuple(
        Quantity(
            text=passage.span(piece.first, piece.last).of(passage.text),
            span=passage.span(piece.first, piece.last),
            keys=piece.keys,
            kind=piece.kind,
            required=piece.kind != "month",
            beside=day if piece.kind == "month" else "",
            whole=whole,
        )
        for piece in pieces
    )
    end = _past_suffix(passage, last + 1)
    if passage.word(end) in passage.pack.calendar.year_words:
        end = passage.after_stop(end + 1)
    return Found(Quantity(text=whole.of(passage.text), span=whole, keys=(), kind="date", parts=parts), end)


def _single(passage: Passage, index: int, kind: QuantityKind, *keys: Key) -> Quantity:
    token = passage.tokens[index]
    return Quantity(text=token.text, span=token.span, keys=keys, kind=kind, required=False)


def _numeric(passage: Passage, index: int) -> Found | None:
    """``18.03.2021``, ``18/03/2021``, ``2021-03-18``."""
    text = passage.tokens[index].text
    dotted = _DOTTED.fullmatch(text)
    if dotted:
        starts = [dotted.start(group) for group in (1, 2, 3)]
        return _of_digits(passage, list(dotted.groups()), index, index, starts)
    mark = passage.word(index + 1)
    if mark not in {"-", "/"} or passage.word(index + 3) != mark or not _closed(passage, index):
        return None
    fields = [passage.tokens[index + step].text for step in (0, 2, 4)]
    base = passage.tokens[index].span.start
    starts = [passage.tokens[index + step].span.start - base for step in (0, 2, 4)]
    return _of_digits(passage, fields, index, index + 4, starts)


def _closed(passage: Passage, index: int) -> bool:
    return all(passage.glued(index + step) for step in range(1, 5)) and all(
        passage.is_number(index + step) and passage.tokens[index + step].text.isdecimal() for step in (0, 2, 4)
    )


def _of_digits(passage: Passage, fields: list[str], first: int, last: int, starts: list[int]) -> Found | None:
    """A date of three numbers; where day and month may be the other way round, both readings count."""
    year_first = len(fields[0]) == 4  # noqa: PLR2004 -- digits of a year
    one, two = (int(fields[1]), int(fields[2])) if year_first else (int(fields[0]), int(fields[1]))
    year = int(fields[0] if year_first else fields[2])
    if not (1 <= one <= _LAST_DAY and 1 <= two <= _LAST_DAY and min(one, two) <= _LAST_MONTH):
        return None
    order = "MDY" if year_first or passage.pack.calendar.order == "MDY" else "DMY"
    month, day = (one, two) if order == "MDY" else (two, one)
    if month > _LAST_MONTH:
        month, day = day, month
    both = not year_first and day <= _LAST_MONTH and "." not in passage.tokens[first].text
    years = (year,) if year >= _CENTURY else (year, 2000 + year, 1900 + year)
    keys: list[tuple[QuantityKind, tuple[Key, ...]]] = [
        ("date", number_keys(day, month) if both else number_keys(day)),
        ("month", (("m", Decimal(month)), ("m", Decimal(day))) if both else (("m", Decimal(month)),)),
        ("year", number_keys(*reversed(years))),
    ]
    places = (2, 1, 0) if year_first else ((0, 1, 2) if month == two else (1, 0, 2))
    whole = passage.span(first, last)
    parts = tuple(
        _field(whole, starts[place], fields[place], kind, key) for (kind, key), place in zip(keys, places, strict=True)
    )
    return Found(Quantity(text=whole.of(passage.text), span=whole, keys=(), kind="date", parts=parts), last + 1)


def _field(whole: Span, start: int, text: str, kind: QuantityKind, keys: tuple[Key, ...]) -> Quantity:
    begin = whole.start + start
    span = Span(begin, begin + len(text))
    return Quantity(text=text, span=span, keys=keys, kind=kind, required=kind != "month", whole=whole)
