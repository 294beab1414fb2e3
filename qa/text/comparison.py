"""What two texts disagree on, of all that they count, measure and date.

Every quantity in digits must have a counterpart of equal value on the other side, in digits or in words; numbers in
words only explain, since a translator may write *both* or drop *one*. What is left over on the two sides is paired:
a pair is a changed number, a single one is missing or added.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Levenshtein

from qa.languages.morphology import fold
from qa.languages.units import convertible, same_measure
from qa.text.conversions import digits_of, same_amount, unconverted, without_conversions
from qa.text.disagreement import Disagreement, DisagreementKind
from qa.text.spelt_comparison import mismeasured, misspelt, with_changed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qa.core.span import Span
    from qa.text.analysis import Analysis
    from qa.text.quantity import Quantity

__all__ = ["Disagreement", "DisagreementKind", "disagreements"]

_PHRASE_END = re.compile(r"\)|[.;!?](?:\s|$)")
_PERCENT_DASH = re.compile(r"%\s?[-–—]\s?$")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_DATES = frozenset({"date", "month", "weekday"})
_PERCENT = frozenset({"%", "pp"})
_NAMED_NUMBERS = ("covid", "ковид", "sars", "cov-")


class _Pair(NamedTuple):
    source: Quantity
    target: Quantity


def disagreements(source: Analysis, target: Analysis) -> tuple[Disagreement, ...]:
    """The disagreements of two texts, in order of the source, then of the target."""
    if not (_counts(source) or _counts(target) or source.has_number_words):
        return ()
    if not _may_disagree(source, target) or _say_the_same(source, target):
        return (*misspelt(source, target), *mismeasured(source, target)) if source.has_number_words else ()
    pairs, left, right = _matched(_with_large(source), _with_large(target))
    if left or right:
        left, right = _accounted(left, right, source, target, pairs)
        wholes = [*left, *right]
        more, left, right = _matched(_taken_apart(left, right), _taken_apart(right, left))
        pairs += more
        left, right = _accounted(left, right, source, target, pairs)
        left, right = _without_repeats(_put_together(left, wholes), _put_together(right, wholes), pairs)
    alone = with_changed(list(_paired(left, right)), list(misspelt(source, target)))
    return (*alone, *_measured(pairs, source, target), *mismeasured(source, target))


def _counts(text: Analysis) -> bool:
    """Whether anything that may be compared is in a text, but for Roman numerals and words that are one with others."""
    return text.has_digits or bool(text.counting_words)


def _accounted(
    left: list[Quantity], right: list[Quantity], source: Analysis, target: Analysis, pairs: list[_Pair]
) -> tuple[list[Quantity], list[Quantity]]:
    """What neither a word nor a conversion accounts for."""
    left, right = _explain(left, target, pairs), _explain(right, source, pairs, swapped=True)
    return without_conversions(left, right, source, target), without_conversions(right, left, target, source)


def _may_disagree(source: Analysis, target: Analysis) -> bool:
    """Whether there is anything to compare; a month or weekday is only ever held against another one."""
    if source.has_digits or target.has_digits or source.large_numbers or target.large_numbers:
        return True
    return source.has_calendar_words and target.has_calendar_words


def _say_the_same(source: Analysis, target: Analysis) -> bool:
    """Whether two texts surely agree in digits: as many quantities, each with one reading, and in pairs alike."""
    if source.large_numbers or target.large_numbers or source.said is None or target.said is None:
        return False
    unpaired = [*target.said]
    for one in source.said:
        if one not in unpaired:
            return False
        unpaired.remove(one)
    return not unpaired


def _with_large(analysis: Analysis) -> list[Quantity]:
    """The quantities in digits, and the large ones in words."""
    return [*analysis.quantities, *analysis.large_numbers]


def _matched(left: Sequence[Quantity], right: Sequence[Quantity]) -> tuple[list[_Pair], list[Quantity], list[Quantity]]:
    """Pairs of equal quantities, those in the same unit first, and what is left over on both sides."""
    pairs: list[_Pair] = []
    open_left, open_right = list(left), list(right)
    for same_unit in (True, False):
        still_open = []
        for one in open_left:
            partner = next((other for other in open_right if _equal(one, other, same_unit=same_unit)), None)
            if partner is None:
                still_open.append(one)
            else:
                pairs.append(_Pair(one, partner))
                open_right.remove(partner)
        open_left = still_open
        if same_unit:
            open_left, open_right = unconverted(open_left, open_right)
    return pairs, open_left, open_right


def _equal(one: Quantity, other: Quantity, *, same_unit: bool) -> bool:
    if same_unit and (one.unit, one.beside) != (other.unit, other.beside):
        return False
    if one.kind == other.kind == "time" and one.keys[0][0] == other.keys[0][0] == "t":
        return any(key in other.keys for key in one.keys if key[0] == "t")
    return any(key in other.keys for key in one.keys)


def _taken_apart(quantities: Sequence[Quantity], others: Sequence[Quantity]) -> list[Quantity]:
    """The parts of those that have parts; a time stays whole where there is another time to hold it against."""
    has_time = any(key[0] == "t" for other in others for key in other.keys)
    return [
        part
        for quantity in quantities
        for part in (quantity.parts if quantity.parts and not (has_time and quantity.kind == "time") else (quantity,))
    ]


def _put_together(left_over: list[Quantity], wholes: Iterable[Quantity]) -> list[Quantity]:
    """The left over with those whose parts are all left over in one piece again: «5 млн 200 тыс.» is one number."""
    for whole in wholes:
        places = [place for place, one in enumerate(left_over) if any(one is part for part in whole.parts)]
        if whole.keys and places and len(places) == len(whole.parts):
            left_over = [one for place, one in enumerate(left_over) if place not in places[1:]]
            left_over[places[0]] = whole
    return left_over


def _explain(
    left_over: list[Quantity], other: Analysis, pairs: list[_Pair], *, swapped: bool = False
) -> list[Quantity]:
    """Those that no word of the other text accounts for; the others go to ``pairs``, with the word."""
    if not any(quantity.keys for quantity in left_over):  # no word stands for a whole date
        return left_over
    words = list(other.spelt_numbers)
    remaining = []
    for quantity in left_over:
        word = next((word for word in words if _explains(word, quantity)), None)
        if word is None:
            remaining.append(quantity)
        else:
            words.remove(word)
            pairs.append(_Pair(word, quantity) if swapped else _Pair(quantity, word))
    return remaining


def _explains(word: Quantity, quantity: Quantity) -> bool:
    """Whether a word stands for a quantity; the day of a date is never meant by *a* or *each*."""
    implied_day = word.kind == "implied" and quantity.kind == "date"
    return not implied_day and _equal(quantity, word, same_unit=False)


def _without_repeats(
    left: list[Quantity], right: list[Quantity], pairs: Sequence[_Pair]
) -> tuple[list[Quantity], list[Quantity]]:
    """Without what is said once more, or once less, than on the other side, when nothing is left to be it."""
    sources, targets = [pair.source for pair in pairs], [pair.target for pair in pairs]
    return (
        [one for one in left if not _is_repeat(one, targets) or _has_comparable(one, right)],
        [one for one in right if not _is_repeat(one, sources) or _has_comparable(one, left)],
    )


def _is_repeat(one: Quantity, others: Iterable[Quantity]) -> bool:
    return any(_equal(one, other, same_unit=False) for other in others)


def _has_comparable(one: Quantity, others: Iterable[Quantity]) -> bool:
    return any(_comparable(one, other) for other in others)


def _paired(left: list[Quantity], right: list[Quantity]) -> Iterable[Disagreement]:
    """Leftovers of the two sides in pairs, likest first; then those that stand alone and must not."""
    candidates = sorted(
        (
            (_unlikeness(one, other), index, place)
            for index, one in enumerate(left)
            for place, other in enumerate(right)
            if _comparable(one, other)
        ),
    )
    used_left: dict[int, int] = {}
    used_right: set[int] = set()
    for _, index, place in candidates:
        if index not in used_left and place not in used_right:
            used_left[index] = place
            used_right.add(place)
    for index, one in enumerate(left):
        if index in used_left:
            other = right[used_left[index]]
            yield Disagreement(_kind(one, other), one, other)
        elif _must_stand(one):
            yield Disagreement(_kind(one), one, None)
    for place, other in enumerate(right):
        if place not in used_right and _must_stand(other):
            yield Disagreement(_kind(other), None, other)


def _must_stand(quantity: Quantity) -> bool:
    if quantity.kind == "code" and quantity.text.lower().startswith(_NAMED_NUMBERS):
        return False
    return quantity.required and bool(quantity.keys)


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Whether one may be a slip for the other: months for months, telephone numbers for telephone numbers."""
    closed = {"month", "weekday", "phone"}
    if one.kind in closed or other.kind in closed:
        return one.kind == other.kind
    return _must_stand(one) and _must_stand(other)


def _unlikeness(one: Quantity, other: Quantity) -> float:
    """How unlike two quantities look: 0 and more."""
    distance = Levenshtein.normalized_distance(digits_of(one), digits_of(other))
    return distance + (one.unit != other.unit) + (one.kind != other.kind) * 0.5


def _kind(one: Quantity, other: Quantity | None = None) -> DisagreementKind:
    if other is not None and _is_regrouped(one, other):
        return "grouping"
    kinds = {one.kind, other.kind} if other else {one.kind}
    if "time" in kinds:
        return "time"
    dated = one.whole is not None or (other is not None and other.whole is not None)
    return "date" if dated or kinds & _DATES else "number"


def _is_regrouped(source: Quantity, target: Quantity) -> bool:
    """Whether the target has the same digits in groups that the source's language, but not its own, would read so."""
    whole = source.scale == target.scale and source.value == int(source.value) and target.kind == "number"
    return whole and _GROUPED.fullmatch(target.text) is not None and digits_of(source) == digits_of(target)


def _measured(pairs: Iterable[_Pair], source: Analysis, target: Analysis) -> Iterable[Disagreement]:
    """Equal numbers of unequal measure."""
    for one, other in pairs:
        if _is_other_span(one, other, source, target):
            yield Disagreement("unit", one, other)
        if same_measure(one.unit, other.unit) or same_amount(one, other):
            continue
        kind = _measure_kind(one, other)
        if not (one.unit_certain and other.unit_certain):
            if kind == "currency" and other.unit_certain and not source.count_measure(other.unit):
                yield Disagreement(kind, one, other)
        elif one.unit and other.unit:
            yield Disagreement(kind, one, other)
        elif kind in {"percent", "currency"} and one.text[0].isdigit() == other.text[0].isdigit():
            unit = one.unit or other.unit
            needed, given = (source, target) if one.unit else (target, source)
            enough = needed.count_measure(unit) if kind == "percent" else 1
            bare = other if one.unit else one
            if given.count_measure(unit) < enough or _stands_bare(bare.span, given.text, kind):
                yield Disagreement(kind, one, other)


def _stands_bare(number: Span, text: str, kind: DisagreementKind) -> bool:
    """Whether a number follows a percent sign and a dash, or ends a phrase that has no other place for the sign."""
    if _PERCENT_DASH.search(text, 0, number.start):
        return True
    return kind == "percent" and _PHRASE_END.match(text, number.end) is not None


def _is_other_span(one: Quantity, other: Quantity, source: Analysis, target: Analysis) -> bool:
    """Whether a word such as «сутки», which holds a number, became that number of a unit that makes it another time."""
    if (one.kind == "implied") == (other.kind == "implied"):
        return False
    word, number, pack = (one, other, source.pack) if one.kind == "implied" else (other, one, target.pack)
    unit = pack.measures.units.get(fold(word.text))
    return bool(unit and number.unit) and not convertible(1, unit or "", float(number.value), number.unit)


def _measure_kind(one: Quantity, other: Quantity) -> DisagreementKind:
    units = {one.unit, other.unit}
    if units & _PERCENT:
        return "percent"
    return "currency" if any(unit.isupper() and len(unit) == 3 for unit in units) else "unit"  # noqa: PLR2004
