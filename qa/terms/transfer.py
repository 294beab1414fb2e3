"""Marks that one side of a document has and the other has not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qa.terms.marks import MarkForm, mark_grammar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import Document, TranslationUnit
    from qa.core.span import Span
    from qa.terms.disclosure import Disclosure
    from qa.terms.evidence import Evidence

__all__ = ["UnmatchedMark", "unmatched_marks"]


class UnmatchedMark(NamedTuple):
    """A mark with its unit, and its place in the text of its own side."""

    unit: TranslationUnit
    span: Span
    evidence: Evidence
    passage: int


def unmatched_marks(
    document: Document, having: Disclosure, lacking: Disclosure, forms: frozenset[MarkForm]
) -> Iterator[UnmatchedMark]:
    """The marks of the side ``having`` in units, the other side of which says nothing of the kind.

    On the side ``lacking``, words of a mark in any form count, in the unit itself or, where the neighbour has more of
    them than its own other side, in the neighbour; and so does a sign that calls a footnote with a mark.
    """
    if mark_grammar(having.language) is None or mark_grammar(lacking.language) is None:
        return
    if not having.evidence:
        return
    theirs, ours = _counts(lacking), _counts(having)
    units = document.units
    position = {unit.id: number for number, unit in enumerate(units)}
    for placed in having.evidence:
        evidence = placed.evidence
        unit, span = having.place(placed.passage, evidence.container)
        number = position[unit.id]
        if evidence.form not in forms or not evidence.kinds or not (unit.source and unit.target):
            continue
        near = (units[index].id for index in (number - 1, number + 1) if 0 <= index < len(units))
        spare = document.running_text and any(theirs.get(name, 0) > ours.get(name, 0) for name in near)
        if not theirs.get(unit.id) and not spare:
            yield UnmatchedMark(unit, span, evidence, placed.passage)


def _counts(reading: Disclosure) -> dict[str, int]:
    """How many marks each unit of a side has, in whatever form."""
    counts: dict[str, int] = {}
    for placed in reading.evidence:
        if placed.evidence.kinds or placed.evidence.wordings:
            unit, _ = reading.place(placed.passage, placed.evidence.span)
            counts[unit.id] = counts.get(unit.id, 0) + 1
    for note in reading.marking_footnotes:
        for number, passage in enumerate(reading.passages):
            for span in reading.signs(number, note.note.sign):
                unit, _ = passage.place(span)
                counts[unit.id] = counts.get(unit.id, 0) + 1
    return counts
