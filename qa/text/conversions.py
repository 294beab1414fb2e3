"""Quantities that two texts give in different units: miles for kilometres, or both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.languages.units import convertible, is_convertible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qa.text.analysis import Analysis
    from qa.text.quantity import Quantity

__all__ = ["digits_of", "is_converted", "same_amount", "unconverted", "without_conversions"]

_GLOSS_TOLERANCE = 0.12
_WORDS_TOLERANCE = 0.07
"""Two miles are three kilometres; two weeks are not 13 days."""
_ROUNDING = 0.01


def unconverted(left: list[Quantity], right: list[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """Without the miles of one side that are kilometres on the other, before equal digits are held to be the same."""
    if not any(is_convertible(one.unit) for one in left):
        return left, right
    still_left, still_right = [], list(right)
    for one in left:
        partner = next((other for other in still_right if _converted(one, other)), None)
        if partner is None:
            still_left.append(one)
        else:
            still_right.remove(partner)
    return still_left, still_right


def without_conversions(
    left_over: list[Quantity], others: list[Quantity], own: Analysis, other: Analysis
) -> list[Quantity]:
    """Without kilometres that became miles, and without one of the two where a text gives both."""
    if not any(is_convertible(quantity.unit) for quantity in left_over):
        return left_over
    abroad, beside = (_counted(analysis) for analysis in (other, own))
    return [
        quantity
        for quantity in left_over
        if not any(_converted(quantity, foreign) for foreign in abroad)
        and (any(quantity.unit == rival.unit for rival in others) or not _is_gloss(quantity, beside))
    ]


def is_converted(number: Quantity, other: Analysis) -> bool:
    """Whether a number in words is in the other text in another unit, rounded perhaps: *two inches*, «5 см»."""
    return any(_converted(number, foreign, tolerance=_WORDS_TOLERANCE) for foreign in _counted(other))


def same_amount(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities in different units are one amount: «полтора часа», *90 minutes*."""
    return _converted(one, other, tolerance=_ROUNDING)


def _counted(analysis: Analysis) -> list[Quantity]:
    """All that a text counts, in digits and in words, with its units."""
    return [*analysis.quantities, *(number for number in analysis.spelt_numbers if number.unit)]


def _is_gloss(quantity: Quantity, beside: Iterable[Quantity]) -> bool:
    """Whether the same text gives the amount in another unit too: ``six metres (20 feet)``."""
    return any(_converted(quantity, other, tolerance=_GLOSS_TOLERANCE) for other in beside)


def _converted(one: Quantity, other: Quantity, *, tolerance: float = 0.06) -> bool:
    if one is other or not (one.unit and other.unit and one.keys and other.keys):
        return False
    if (one.unit == other.unit and one.unit != "degree") or one.value == other.value:
        return False
    return convertible(float(one.value), one.unit, float(other.value), other.unit, tolerance=tolerance)


def digits_of(quantity: Quantity) -> str:
    """The digits that a quantity is written in; its whole text where there are none."""
    return "".join(filter(str.isdigit, quantity.text)) or quantity.text
