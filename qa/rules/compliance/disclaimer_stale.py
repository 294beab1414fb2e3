"""Disclaimer beside a name that is not on the list at the document's date.

What it finds: a mark beside a name of the companions file although the document is dated before the name was listed
(``since``) or after it was taken off the list (``until``).

Why it matters: to call an organisation banned when it is not is a false statement, and may be actionable.

Companions:
    [class.listed]
    [class.listed.en]
    preferred = "banned in Norland"
    [[entity]]
    id = "grey-league"
    class = "listed"
    until = 1990-01-01
    names.en = ["Grey League"]
    [[entity]]
    id = "red-union"
    class = "listed"
    names.en = ["Red Union"]

Fails:
    ru: «Серая лига» (запрещена в Норландии) не ответила.
    en: The Grey League ⟦(banned in Norland)⟧ did not answer.

Passes:
    ru: «Красный союз» (запрещён в Норландии) не ответил.
    en: The Red Union (banned in Norland) did not answer.

When to switch it off: when older texts are published again with the marks of their time.

Known limits: the date is the document's, not that of the events it tells of. A document without a date counts as
written today, so that a name with an ``until`` is off the list and every other name on it.

Source: the dates of the companions file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.core.finding import Problem, Severity, Suggestion
from qa.core.span import Span
from qa.rules.rule import DocumentRule
from qa.terms.disclosure import disclosure
from qa.terms.duty import entity_of
from qa.terms.marks import MarkForm

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from qa.core.document import Document
    from qa.core.terminology import Entity
    from qa.rules.context import Context
    from qa.terms.evidence import Evidence

__all__ = ["DisclaimerStale"]


class DisclaimerStale(DocumentRule):
    """A mark outside the dates of its entity."""

    category = "verity/legal-requirements"
    severity = Severity.MAJOR

    def check(self, document: Document, context: Context) -> Iterator[Problem]:
        """One problem for each mark beside a name that is not listed at the document's date."""
        if context.companions is None:
            return
        reading = disclosure(document, "target", context.companions, context.analyser)
        for placed in reading.mentions:
            mention = placed.mention
            entity = entity_of(placed, context.date)
            beside = mention.evidence.container if mention.evidence else None
            called = mention.sign_span if mention.sign and reading.footnote(mention.sign, [entity]) else None
            mark = beside or called
            if mark is not None and not entity.in_force(context.date):
                unit, span = reading.place(placed.passage, mark)
                name = mention.span.of(reading.passages[placed.passage].text)
                marked = f"“{span.of(unit.target.text)}” marks “{name}”"
                yield Problem(
                    unit=unit,
                    message=f"{marked}, which {_when(entity, context.date)}; take it out",
                    target=(span,),
                    suggestion=_removal(unit.target.text, span) if _separable(mention.evidence) else None,
                    evidence=(f"{entity.id}, {entity.path or 'companions'}:{entity.line}",),
                )


def _when(entity: Entity, date: dt.date | None) -> str:
    of_text = f"; the text is of {date}" if date else "; the text has no date"
    if date is not None and entity.since is not None and date < entity.since:
        return f"is listed only since {entity.since}{of_text}"
    return f"is off the list since {entity.until}{of_text}"


def _separable(evidence: Evidence | None) -> bool:
    """Whether the mark can go without harm to the sentence."""
    return evidence is None or evidence.form is MarkForm.BRACKET


def _removal(text: str, span: Span) -> Suggestion:
    start = span.start - (span.start > 0 and text[span.start - 1] in " \u00a0")
    return Suggestion(Span(start, span.end), "")
