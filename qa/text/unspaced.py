"""Numbers in languages that write no spaces: magnitude, unit and parts of dates begin what follows."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from qa.core.span import Span
from qa.text.quantity import Key, Quantity, QuantityKind, number_keys

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qa.text.numerals import Numeral
    from qa.text.passage import Passage

__all__ = ["read_unspaced"]

_YEAR, _MONTH, _DAY = "年", "月", frozenset("日号號")
_MONTHS = range(1, 13)


def read_unspaced(passage: Passage, index: int, numeral: Numeral) -> tuple[Quantity, int]:
    """The number at token ``index`` with what is glued to it (Chinese, Japanese)."""
    start, end = passage.tokens[index].span.start, passage.tokens[numeral.end - 1].span.end
    following = passage.word(numeral.end) if passage.glued(numeral.end) else ""
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
