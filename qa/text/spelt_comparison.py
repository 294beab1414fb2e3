"""Small numbers in words that only one of two texts holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.languages.morphology import fold
from qa.languages.units import convertible, same_measure
from qa.text.conversions import is_converted, same_amount
from qa.text.disagreement import Disagreement
from qa.text.spelt_numbers import LARGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qa.text.analysis import Analysis
    from qa.text.quantity import Quantity

__all__ = ["mismeasured", "misspelt", "with_changed"]

_FEWEST, _LEAST_COUNTED = 2, 10


def misspelt(source: Analysis, target: Analysis) -> Iterable[Disagreement]:
    """*Seven* for «восемь», and *ships* for «сорок кораблей»: small numbers in words that the other side does not hold.

    Of two sides with one such number each, one is a slip for the other. What only the source holds is missing, unless
    it is small and counts nothing in particular; Roman numerals and ordinals are often left out.
    """
    if not source.has_number_words:
        return
    left = _foreign_words(source, target)
    right = _foreign_words(target, source) if left and target.has_number_words else []
    if len(left) == len(right) == 1:
        yield Disagreement("number", left[0], right[0])
    elif not right:
        yield from (Disagreement("number", one, None) for one in left if _is_counted(one, source))


def mismeasured(source: Analysis, target: Analysis) -> Iterable[Disagreement]:
    """*Six months* for «шесть недель»: a number that both sides have once, in words, with units of one kind."""
    if not (_has_measures(source) and _has_measures(target)):
        return
    for one in _measured_once(source):
        for other in _measured_once(target):
            kindred = one.value == other.value and convertible(1, one.unit, 1, other.unit, tolerance=1)
            if kindred and not (same_measure(one.unit, other.unit) or same_amount(one, other)):
                yield Disagreement("unit", one, other)


def _has_measures(analysis: Analysis) -> bool:
    """Whether a number in words has a unit."""
    return analysis.has_number_words and any(one.unit for one in _unplaced(analysis))


def _unplaced(analysis: Analysis) -> Iterator[Quantity]:
    """The numbers in words, each with its place in a part of the text only."""
    return (one for part, _ in analysis.spelt_readings for one in (*part.added, *part.held))


def _measured_once(analysis: Analysis) -> list[Quantity]:
    """The numbers in words, two and more, that have a unit and whose value the text has only once."""
    numbers = [one for one in analysis.spelt_numbers if one.kind == "number"]
    values = [one.value for one in (*numbers, *analysis.quantities) if one.keys]
    return [one for one in numbers if one.unit and one.value >= _FEWEST and values.count(one.value) == 1]


def with_changed(found: list[Disagreement], spelt: list[Disagreement]) -> list[Disagreement]:
    """A number in words that is missing and one in digits that was added are one that was changed."""
    added = [one for one in found if one.source is None and one.kind == "number"]
    if len(spelt) == len(added) == 1 and spelt[0].target is None:
        place = found.index(added[0])
        return [*found[:place], Disagreement("number", spelt[0].source, added[0].target), *found[place + 1 :]]
    return found + spelt


def _is_counted(number: Quantity, analysis: Analysis) -> bool:
    """Whether a number in words is a cardinal of ten or more, or counts a unit."""
    last = fold(number.text).split()[-1]
    cardinal = last in analysis.pack.number_words.cardinals and last not in analysis.pack.number_words.ordinals
    return cardinal and (number.value >= _LEAST_COUNTED or bool(number.unit))


def _foreign_words(analysis: Analysis, other: Analysis) -> list[Quantity]:
    """The numbers in words, two and more, that nothing in the other text stands for."""
    counted = [*filter(_is_number, _unplaced(analysis))]
    if not counted:
        return []
    quantities = (one for part, _ in other.readings for one in part.quantities)
    held = {key for found in (*quantities, *_unplaced(other)) for one in (found, *found.parts) for key in one.keys}
    if not any(held.isdisjoint(one.keys) for one in counted):
        return []
    said = [one.span for one in analysis.spelt_numbers if not held.isdisjoint(one.keys)]
    said += [one.unit_span for one in analysis.quantities if one.unit_span]  # *cento* of *per cento*
    numbers = filter(_is_number, analysis.spelt_numbers)
    open_numbers = [one for one in numbers if not any(one.span.overlaps(span) for span in said)]
    return [one for one in open_numbers if not is_converted(one, other)]


def _is_number(one: Quantity) -> bool:
    return one.kind == "number" and _FEWEST <= one.value < LARGE
