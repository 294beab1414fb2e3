"""Times of day: 24-hour and 12-hour clocks, in digits and with words."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from qa.languages import language_pack
from qa.text.dates import Found
from qa.text.quantity import Key, Quantity, number_keys

if TYPE_CHECKING:
    from qa.text.passage import Passage

__all__ = ["ZONES", "clock_keys", "read_time"]

_HALF_DAY, _DAY = 12 * 60, 24 * 60
_LAST_HOUR, _LAST_MINUTE = 24, 59
_COLONS = frozenset({":", "：", "։", "∶"})
ZONES = frozenset({"gmt", "utc", "cet", "est", "edt", "мск"})
_LETTERED = re.compile(r"([a-zа-яіїє])(\d{2})")
_CLOCK = re.compile(r"(\d{1,2})\.(\d{2})")


def read_time(passage: Passage, index: int) -> Found | None:
    """The time that starts with the number at token ``index``: ``17:47``, ``5 p.m.``, «17 часов 47 минут»."""
    if not passage.has_any(_signs(passage.pack.code)):
        return _lettered(passage, index)
    readers = (_colon, _dotted, _lettered, _unparted, _hours)
    return next((found for reader in readers if (found := reader(passage, index))), None)


@cache
def _signs(code: str) -> frozenset[str]:
    """What every time has one of, unless its minutes are glued to the word for hours."""
    calendar = language_pack(code).calendar
    halves = calendar.forenoon | calendar.afternoon
    return _COLONS | calendar.hours | halves | {half.removesuffix(".m") for half in halves} | ZONES


def _number(passage: Passage, index: int, most: int) -> int | None:
    if not passage.is_number(index):
        return None
    text = passage.tokens[index].text
    return int(text) if text.isdecimal() and len(text) <= 2 and int(text) <= most else None  # noqa: PLR2004


def _colon(passage: Passage, index: int) -> Found | None:
    hour, minute = _number(passage, index, _LAST_HOUR), _number(passage, index + 2, _LAST_MINUTE)
    glued = passage.word(index + 1) in _COLONS and passage.glued(index + 1) and passage.glued(index + 2)
    if hour is None or minute is None or not glued or len(passage.tokens[index + 2].text) != 2:  # noqa: PLR2004
        return None
    if passage.word(index + 3) in _COLONS and passage.glued(index + 3):
        return None  # hours, minutes and seconds of a race
    if len(passage.word(index + 3)) == 3 and passage.is_number(index + 3):  # noqa: PLR2004 -- digits of a group
        return None  # the ratio ``5:10 000``
    half, end = _half(passage, index + 3)
    parts = tuple(_part(passage, place, end) for place in (index, index + 2))
    return _time(passage, index, end, _readings(hour, minute, half), parts)


def _dotted(passage: Passage, index: int) -> Found | None:
    """``5.30 p.m.`` or ``17.30 Uhr``; by itself, a stop makes a decimal."""
    match = _CLOCK.fullmatch(passage.tokens[index].text)
    if not match or int(match[1]) > _LAST_HOUR or int(match[2]) > _LAST_MINUTE:
        return None
    after = index + 2 if passage.word(index + 1) in passage.pack.calendar.hours else index + 1
    half, end = _half(passage, after)
    if not half and after == index + 1:
        return None
    return _time(passage, index, end, _readings(int(match[1]), int(match[2]), half), ())


def _lettered(passage: Passage, index: int) -> Found | None:
    """``17h47``, where the language writes hours so."""
    hour, match = _number(passage, index, _LAST_HOUR), _LETTERED.fullmatch(passage.word(index + 1))
    if hour is None or match is None or not passage.glued(index + 1) or match[1] not in passage.pack.calendar.hours:
        return None
    minute = int(match[2])
    return _time(passage, index, index + 2, _readings(hour, minute, ""), ()) if minute <= _LAST_MINUTE else None


def _unparted(passage: Passage, index: int) -> Found | None:
    """``1747 GMT``, as agencies write."""
    digits = passage.tokens[index].text
    if passage.word(index + 1) not in ZONES or len(digits) != 4 or not digits.isdecimal():  # noqa: PLR2004
        return None
    hour, minute = int(digits[:2]), int(digits[2:])
    if hour >= _LAST_HOUR or minute > _LAST_MINUTE:
        return None
    return _time(passage, index, index + 1, _readings(hour, minute, ""), ())


def clock_keys(digits: str) -> tuple[Key, ...]:
    """What ``17.30`` is if it is a time, in languages whose decimal mark is the comma."""
    match = _CLOCK.fullmatch(digits)
    if not match or int(match[1]) >= _LAST_HOUR or int(match[2]) > _LAST_MINUTE:
        return ()
    return _readings(int(match[1]), int(match[2]), "")


def _hours(passage: Passage, index: int) -> Found | None:
    """``5 p.m.``, «в 5 вечера», «17 часов 47 минут»."""
    hour = _number(passage, index, _LAST_HOUR)
    if hour is None:
        return None
    calendar = passage.pack.calendar
    after = index + 1
    named = passage.word(after) in calendar.hours
    if named:
        after = passage.after_stop(after + 1)
    half, end = _half(passage, after)
    minute = _number(passage, after, _LAST_MINUTE) if named else None
    spelt = passage.word(after + 1) in calendar.minutes
    if minute is not None and (spelt or len(passage.word(after)) == 2):  # noqa: PLR2004 -- ``12 h 00``
        half, end = _half(passage, passage.after_stop(after + 2) if spelt else after + 1)
        parts = tuple(_part(passage, place, end) for place in (index, after))
        return _time(passage, index, end, _readings(hour, minute, half), parts)
    if not half:
        return None
    return _time(
        passage,
        index,
        end,
        (*_readings(hour, 0, half), *number_keys(*dict.fromkeys((hour, hour % 12 + 12 * (half == "pm"))))),
        (),
    )


def _half(passage: Passage, index: int) -> tuple[str, int]:
    """``am``, ``pm`` or nothing at token ``index``, and the token after it."""
    calendar = passage.pack.calendar
    word, end = passage.word(index), index + 1
    if passage.word(index + 1) == "." and passage.word(index + 2) == "m" and passage.glued(index + 2):
        word, end = word + ".m", passage.after_stop(index + 3)
    if word in calendar.forenoon:
        return "am", end
    return ("pm", end) if word in calendar.afternoon else ("", index)


def _readings(hour: int, minute: int, half: str) -> tuple[Key, ...]:
    """Minutes of the day; without the half of the day, an hour up to twelve may be in either."""
    clock = hour * 60 + minute
    if half:
        clock = clock % _HALF_DAY + (_HALF_DAY if half == "pm" else 0)
        return (("t", Decimal(clock)),)
    late = (clock % _HALF_DAY + _HALF_DAY) if hour <= 12 else clock  # noqa: PLR2004 -- hours on a clock's face
    return tuple(("t", Decimal(value)) for value in dict.fromkeys((clock % _DAY, late)))


def _part(passage: Passage, place: int, end: int) -> Quantity:
    token = passage.tokens[place]
    whole = passage.span(place, max(end - 1, place))
    required = token.text != "00"  # *noon* and «15 часов» leave them out
    keys = number_keys(token.text)
    return Quantity(text=token.text, span=token.span, keys=keys, kind="time", whole=whole, required=required)


def _time(passage: Passage, first: int, end: int, keys: tuple[Key, ...], parts: tuple[Quantity, ...]) -> Found:
    last = end - 2 if passage.word(end - 1) == "." and passage.word(end - 2) != "m" else end - 1
    span = passage.span(first, last)
    return Found(Quantity(text=span.of(passage.text), span=span, keys=keys, kind="time", parts=parts), end)
