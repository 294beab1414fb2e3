"""Disclaimer in the translation that the source does not have.

What it finds: a legal mark in a bracket or a footnote of the translation where the source says nothing of the kind,
and no companions file asks for it.

Why it matters: such a mark is a statement of the publisher's country on an organisation; put in by a translator
without an order, it makes the author say what was never said.

Fails:
    ru: Боевики «Серой лиги» отступили.
    en: Fighters of the Grey League ⟦(banned in Norland)⟧ withdrew.

Passes:
    ru: Боевики запрещённой в Норландии «Серой лиги» отступили.
    en: Fighters of the Grey League (banned in Norland) withdrew.

When to switch it off: when the house adds marks to every translation without keeping a companions file.

Known limits: with a companions file, a mark beside a name that the file lists for the document's date is never
reported. Knows the languages of qa/terms/marks. Measured: no finding in 3,997 segments of news without marks.

Source: a comparison of news agencies' Russian and English texts; see docs/companions.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.core.finding import Problem, Severity, Suggestion
from qa.core.span import Span
from qa.rules.rule import DocumentRule
from qa.terms.disclosure import disclosure
from qa.terms.duty import entity_of
from qa.terms.marks import MarkForm
from qa.terms.transfer import unmatched_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import Document
    from qa.rules.context import Context
    from qa.terms.disclosure import Disclosure

__all__ = ["DisclaimerAdded"]

_FORMS = frozenset({MarkForm.BRACKET, MarkForm.FOOTNOTE})


class DisclaimerAdded(DocumentRule):
    """A mark of the target that neither the source nor the companions file asks for."""

    category = "accuracy/addition"
    severity = Severity.MINOR
    gives_way_to = frozenset({"compliance/disclaimer-stale"})

    def check(self, document: Document, context: Context) -> Iterator[Problem]:
        """One problem for each mark of the target whose unit has none in the source."""
        having = disclosure(document, "target", context.companions, context.analyser)
        lacking = disclosure(document, "source", context.companions, context.analyser)
        due = set(_due(having, context))
        for added in unmatched_marks(document, having, lacking, _FORMS):
            if (added.passage, added.evidence.container) not in due:
                text = added.unit.target.text
                message = f"“{added.span.of(text)}” is not in the source; leave it out, or list the name as a companion"
                suggestion = Suggestion(_with_space(text, added.span), "")
                yield Problem(unit=added.unit, message=message, target=(added.span,), suggestion=suggestion)


def _due(reading: Disclosure, context: Context) -> Iterator[tuple[int, Span]]:
    """The marks that stand beside a name of the companions file, and the footnotes that such names call."""
    for placed in reading.mentions:
        evidence = placed.mention.evidence
        entity = entity_of(placed, context.date)
        if evidence and entity.in_force(context.date):
            yield placed.passage, evidence.container
        note = reading.footnote(placed.mention.sign, [entity])
        if note is not None:
            yield from ((note.passage, found.container) for found in note.evidence)


def _with_space(text: str, span: Span) -> Span:
    """The mark with the space before it."""
    start = span.start - (span.start > 0 and text[span.start - 1] in " \u00a0")
    return Span(start, span.end)
