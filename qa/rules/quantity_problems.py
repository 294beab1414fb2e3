"""Problems made of disagreeing quantities: what the rules for numbers, dates, times and measures share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.core.finding import Problem, Severity, Suggestion
from qa.core.span import Span
from qa.rules.candidates import numbers_of_candidates
from qa.rules.vocabulary import source_vocabulary, target_vocabulary
from qa.text.counting import ROMAN_LIKE, counting_words
from qa.text.listed import DIGITS
from qa.text.pair import both_sides
from qa.text.wording import corrected

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from qa.core.document import Document, TranslationUnit
    from qa.rules.context import Context
    from qa.text.comparison import Disagreement, DisagreementKind
    from qa.text.quantity import Quantity

__all__ = ["both_sides", "compared", "counting_units", "measured", "quantity_problems"]

_SINGLY = 3
"""So many missing quantities of a unit are reported one by one."""


def counting_units(document: Document, context: Context) -> Collection[int] | None:
    """The numbers of the units whose texts may disagree: in which one of them counts, measures or dates anything.

    None for all, where numbers do not stand between spaces.
    """
    ours, theirs = counting_words(context.source_language), counting_words(context.target_language)
    if not (ours.numbers_apart and theirs.numbers_apart):
        return None
    found = source_vocabulary(document).having(ours.every | {DIGITS})
    return found.union(
        numbers_of_candidates(document, ROMAN_LIKE, "source"),
        target_vocabulary(document).having(theirs.every | {DIGITS}),
    )


def compared(unit: TranslationUnit, context: Context, kinds: frozenset[DisagreementKind]) -> Sequence[Disagreement]:
    """The disagreements of ``kinds`` between the two texts of a unit."""
    return [disagreement for disagreement in context.pair(unit).disagreements if disagreement.kind in kinds]


def measured(quantity: Quantity) -> Span:
    """The number with its unit or currency, on whichever side that stands."""
    unit = quantity.unit_span
    if unit is None or not quantity.unit_certain:
        return quantity.span
    return Span(min(quantity.span.start, unit.start), max(quantity.span.end, unit.end))


def quantity_problems(
    unit: TranslationUnit, context: Context, kinds: frozenset[DisagreementKind], noun: str
) -> Iterator[Problem]:
    """A problem for each changed, missing or added quantity of ``kinds``; ``noun`` names one of them."""
    found = compared(unit, context, kinds)
    missing = [disagreement.source for disagreement in found if disagreement.source and not disagreement.target]
    if len(missing) > _SINGLY:
        yield _many_missing(unit, missing, noun)
        found = [disagreement for disagreement in found if disagreement.target]
    certain = all(disagreement.source and disagreement.target for disagreement in found)
    for disagreement in found:
        source, target = disagreement.source, disagreement.target
        yield Problem(
            unit=unit,
            message=_message(unit, source, target, noun),
            source=(_marked(source),) if source else (),
            target=(_marked(target),) if target else (),
            suggestion=_suggestion(source, target, context) if certain else None,
            severity=_severity(source, target),
        )


def _many_missing(unit: TranslationUnit, missing: list[Quantity], noun: str) -> Problem:
    """One problem for all, where a whole part of the text seems to be missing."""
    shown = ", ".join(_shown(quantity, unit.source.text) for quantity in missing[:_SINGLY])
    return Problem(
        unit=unit,
        message=f"{len(missing)} {noun}s are missing from the translation ({shown} …); translate them",
        source=tuple(dict.fromkeys(_marked(quantity) for quantity in missing)),
    )


def _severity(source: Quantity | None, target: Quantity | None) -> Severity | None:
    """Minor where only the year of a date is left out or added."""
    alone = source is None or target is None
    return Severity.MINOR if alone and _is_year_of_date(source or target) else None


def _message(unit: TranslationUnit, source: Quantity | None, target: Quantity | None, noun: str) -> str:
    said = _shown(source, unit.source.text)
    if target is None:
        return f"{said} is missing from the translation; translate the {noun}"
    written = _shown(target, unit.target.text)
    if source is None:
        return f"{written} has no counterpart in the source; remove the {noun} or check where it comes from"
    return f"{said} became {written}; correct the {noun}"


def _shown(quantity: Quantity | None, text: str) -> str:
    """The whole date or number with its unit, in quotation marks."""
    if quantity is None:
        return ""
    return f"“{_marked(quantity).of(text)}”"


def _is_year_of_date(quantity: Quantity | None) -> bool:
    """Whether it is the year beside a day or a month: often left out where it goes without saying."""
    return quantity is not None and quantity.kind == "year" and quantity.whole is not None


def _marked(quantity: Quantity) -> Span:
    """The whole date or time; of a date that only lacks its year, the year."""
    return quantity.span if _is_year_of_date(quantity) else quantity.mark


def _suggestion(source: Quantity | None, target: Quantity | None, context: Context) -> Suggestion | None:
    if source is None or target is None:
        return None
    text = corrected(source, target, context.target_pack)
    return Suggestion(target.span, text) if text and text != target.text else None
