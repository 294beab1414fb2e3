"""Numbers side by side: ranges share a unit (``4–6%``), sums are one number («5 млн 200 тыс.»)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from qa.core.span import Span
from qa.text.quantity import Quantity, number_keys

if TYPE_CHECKING:
    from qa.text.passage import Passage

__all__ = ["spread"]

_DASHES = frozenset({"-", "–", "—", "‑", "/", ",", "−"})
_LONGEST_GAP = 14
_YEARS = range(1000, 2200)
_YEAR_DASHES = frozenset({"-", "–", "—", "/"})
_SHORT_YEAR = 2
_SMALLER = {"m": ("cm", 100), "foot": ("inch", 12), "kg": ("g", 1000), "km": ("m", 1000), "pound": ("ounce", 16),
    "stone": ("pound", 14), "tonne": ("kg", 1000)}  # fmt: skip
"""Units that one measure may be given in together: ``1 m 82 cm``."""


def spread(passage: Passage, found: list[Quantity]) -> tuple[Quantity, ...]:
    """The quantities with what they share: a magnitude and a unit from the right, a century from the left."""
    index = len(found) - 2
    while index >= 0:
        left, right = found[index], found[index + 1]
        between = passage.text[left.span.end : right.span.start]
        if len(between) <= _LONGEST_GAP and left.keys and right.keys:
            total = _sum(passage, left, right, between)
            if total:
                found[index : index + 2] = [total]
            elif _joins(passage, between):
                found[index] = _with_shared(left, right)
                found[index + 1] = _with_century(left, right, between)
            elif _leaves_out(passage, left, right):
                found[index + 1] = msgspec.structs.replace(right, unit=left.unit, unit_certain=False)
        index -= 1
    return tuple(found)


def _joins(passage: Passage, between: str) -> bool:
    """Whether only a dash, a comma or a word such as *to* stands between."""
    core = between.strip().lower()
    return core in _DASHES or core in passage.pack.number_words.range_words or core in {"$", "€", "£", "-$", "–$"}


def _leaves_out(passage: Passage, left: Quantity, right: Quantity) -> bool:
    """Whether the right number goes without the unit that stands before it: ``5 percent and 7``."""
    if not left.unit or right.unit or left.unit_span is None or right.kind != "number":
        return False
    between = passage.text[left.unit_span.end : right.span.start] if left.unit_span.end <= right.span.start else ""
    return between.strip().lower() in passage.pack.number_words.range_words


def _with_shared(left: Quantity, right: Quantity) -> Quantity:
    """``5 to 6 million dollars``: the left end may be millions too, and is in dollars unless it says otherwise."""
    if left.kind not in {"number", "year"} or right.kind != "number":
        return left
    keys = left.keys
    if right.scale > 1 and left.scale == 1:
        keys = (*keys, *(("n", value * right.scale) for kind, value in keys if kind == "n"))
    if left.unit or not right.unit:
        return msgspec.structs.replace(left, keys=keys)
    return msgspec.structs.replace(left, keys=keys, unit=right.unit, unit_span=right.unit_span, unit_certain=False)


def _with_century(left: Quantity, right: Quantity, between: str) -> Quantity:
    """``2019–20``: the right end is 2020 as well as 20."""
    may_be_year = left.kind in {"year", "code"} and left.value in _YEARS
    if not may_be_year or between.strip() not in _YEAR_DASHES or len(right.text) != _SHORT_YEAR:
        return right
    return msgspec.structs.replace(right, keys=(*right.keys, *number_keys(left.value // 100 * 100 + right.value)))


def _sum(passage: Passage, left: Quantity, right: Quantity, between: str) -> Quantity | None:
    """«5 млн 200 тыс.» is 5,200,000; where it is not, its parts are compared."""
    if left.unit and left.unit_span is not None:
        return _measured_sum(passage, left, right)
    gap = between.removeprefix(".").strip(" \u00a0\u202f")
    if gap or left.kind != "number" or right.kind != "number" or left.unit:
        return None
    if right.scale == 1 or not left.scale > right.scale or right.value >= left.scale:
        return None
    span = Span(left.span.start, right.span.end)
    return msgspec.structs.replace(
        right,
        text=left.text + between + right.text,
        span=span,
        keys=number_keys(left.value + right.value),
        parts=(left, right),
    )


def _measured_sum(passage: Passage, left: Quantity, right: Quantity) -> Quantity | None:
    """``1 m 82 cm`` is 1.82 m; where it is not, its parts are compared."""
    smaller, ratio = _SMALLER.get(left.unit, ("", 1))
    if not smaller or left.unit_span is None or left.unit_span.end > right.span.start or right.value >= ratio:
        return None
    if right.unit != smaller or passage.text[left.unit_span.end : right.span.start].strip(". \u00a0\u202f"):
        return None
    span = Span(left.span.start, right.span.end)
    return msgspec.structs.replace(
        left, text=span.of(passage.text), span=span, keys=number_keys(left.value + right.value / Decimal(ratio)),
        unit_span=right.unit_span or left.unit_span, parts=(left, right),
    )  # fmt: skip
