"""Numbers, months and weekdays in languages that write no spaces: what they belong to begins right behind them."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from qa.core.span import Span
from qa.languages import language_pack
from qa.text.han_numerals import HAN_NUMBER, han_value
from qa.text.quantity import Key, Quantity, QuantityKind, number_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qa.text.numerals import Numeral
    from qa.text.passage import Passage

__all__ = ["named_days", "read_unspaced", "spelt_unspaced"]

_YEAR, _MONTH, _DAY = "年", "月", frozenset("日号號")
_MONTHS = range(1, 13)
_PERCENT = "百分之"
_NO_NAME = "起些样直般次年期律定共半"
"""What makes another word of a weekday's last character: 上周一起 is no Monday."""
_LARGE = 10**6


def read_unspaced(passage: Passage, index: int, numeral: Numeral) -> tuple[Quantity, int]:
    """The number at token ``index`` with what is glued to it (Chinese, Japanese)."""
    start, end = passage.tokens[index].span.start, passage.tokens[numeral.end - 1].span.end
    following = passage.word(numeral.end) if passage.glued(numeral.end) else ""
    percent = passage.glued(index) and passage.word(index - 1).endswith(_PERCENT)
    if percent:
        sign = Span(start - len(_PERCENT), start)
        keys = number_keys(*numeral.values)
        return _quantity(passage, Span(start, end), keys, unit="%", unit_span=sign), numeral.end
    if following == "%":
        span = Span(start, end)
        sign = Span(end, end + 1)
        keys = number_keys(*numeral.values)
        return _quantity(passage, span, keys, unit="%", unit_span=sign), numeral.end + 1
    if following[:1] == _MONTH and numeral.values[0] in _MONTHS and following[1:2] != "份":
        key: Key = ("m", Decimal(int(numeral.values[0])))
        return _quantity(passage, Span(start, end + 1), (key,), kind="month", required=False), numeral.end + 1
    if following[:1] == _YEAR or following[:1] in _DAY:
        kind: QuantityKind = "year" if following[:1] == _YEAR else "date"
        return _quantity(passage, Span(start, end + 1), number_keys(*numeral.values), kind=kind), numeral.end + 1
    return _measured(passage, Span(start, end), numeral, following)


def _measured(passage: Passage, span: Span, numeral: Numeral, following: str) -> tuple[Quantity, int]:
    magnitudes, measures = passage.pack.number_words.magnitudes, passage.pack.measures
    magnitude = _prefix(following, magnitudes)
    scale = magnitudes.get(magnitude, 1)
    end = span.end + len(magnitude)
    units = measures.units | measures.currencies
    word = _prefix(following[len(magnitude) :], units)
    quantity = _quantity(
        passage,
        Span(span.start, end),
        number_keys(*(value * scale for value in numeral.values)),
        scale=scale,
        unit=units.get(word, ""),
        unit_span=Span(end, end + len(word)) if word else None,
    )
    return quantity, numeral.end + bool(following and (magnitude or word))


def _prefix(text: str, words: Iterable[str]) -> str:
    """The longest of ``words`` that ``text`` begins with; empty if none."""
    return max((word for word in words if text.startswith(word)), key=len, default="")


def _quantity(  # noqa: PLR0913 -- the fields of a value
    passage: Passage,
    span: Span,
    keys: tuple[Key, ...],
    *,
    kind: QuantityKind = "number",
    scale: int = 1,
    unit: str = "",
    unit_span: Span | None = None,
    required: bool = True,
) -> Quantity:
    return Quantity(
        text=span.of(passage.text),
        span=span,
        keys=keys,
        kind=kind,
        scale=scale,
        unit=unit,
        unit_span=unit_span,
        required=required,
    )


def spelt_unspaced(passage: Passage) -> Iterator[Quantity]:
    """The numbers in characters, with the unit behind them."""
    measures = passage.pack.measures
    units = measures.units | measures.currencies
    for match in HAN_NUMBER.finditer(passage.text):
        run = match["number"]
        value = han_value(run) + (Decimal("0.5") if match["half"] else 0)
        if match["under"]:
            value /= han_value(match["under"]) or 1
        word = "" if match["percent"] else _prefix(passage.text[match.end() :], units)
        yield _quantity(
            passage,
            Span(*match.span()),
            number_keys(*((value, value * 100) if match["under"] else (value,))),
            unit="%" if match["percent"] else units.get(word, ""),
            unit_span=Span(match.end(), match.end() + len(word)) if word else None,
            kind="number" if len(run) > 1 else "implied",
            required=value >= _LARGE and run[0] not in passage.pack.number_words.magnitudes,
        )


def named_days(passage: Passage, index: int) -> Iterator[Quantity]:
    """The months and weekdays that are named in the word at token ``index``."""
    calendar, token = passage.pack.calendar, passage.tokens[index]
    for match in _names(passage.pack.code).finditer(token.text):
        month = calendar.months.get(match[0])
        key: Key = ("m", Decimal(month)) if month else ("w", Decimal(calendar.weekdays[match[0]]))
        span = Span(token.span.start + match.start(), token.span.start + match.end())
        yield _quantity(passage, span, (key,), kind="month" if month else "weekday", required=False)


@cache
def _names(code: str) -> re.Pattern[str]:
    calendar = language_pack(code).calendar
    names = sorted({*calendar.months, *calendar.weekdays}, key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(names)})(?![{_NO_NAME}])" if names else r"(?!)")
