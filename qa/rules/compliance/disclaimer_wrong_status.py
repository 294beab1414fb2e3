"""Disclaimer that gives an organisation another status than the list does.

What it finds: a mark beside a name of the companions file whose words belong to another class: an organisation listed
as extremist called terrorist, a foreign agent called banned.

Why it matters: the statuses are different acts of law with different consequences; the wrong one is a false
statement.

Companions:
    [class.terrorist]
    [class.terrorist.en]
    preferred = "terrorist organisation banned in Norland"
    [class.agent]
    [class.agent.en]
    preferred = "listed as a foreign agent in Norland"
    [[entity]]
    id = "grey-league"
    class = "terrorist"
    names.en = ["Grey League"]
    [[entity]]
    id = "morning-post"
    class = "agent"
    names.en = ["Morning Post"]

Fails:
    ru: «Серая лига» (признана экстремистской в Норландии) не ответила.
    en: The Grey League ⟦(recognised as extremist in Norland)⟧ did not answer.

Passes:
    ru: «Серая лига» (террористическая организация, запрещена в Норландии) не ответила «Утренней почте» (иноагент).
    en: The Grey League (banned in Norland) did not answer the Morning Post (a foreign agent).

When to switch it off: never, where a companions file with more than one class is in use.

Known limits: an organisation that has two statuses needs two entries with dates, or wordings of its own that name
both.

Source: the classes of the companions file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.core.finding import Problem, Severity, Suggestion
from qa.rules.rule import DocumentRule
from qa.terms.disclosure import disclosure
from qa.terms.duty import entity_of
from qa.terms.marks import BAN, MarkForm
from qa.terms.status import wrong_status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import Document
    from qa.rules.context import Context

__all__ = ["DisclaimerWrongStatus"]


class DisclaimerWrongStatus(DocumentRule):
    """A mark of another class than the entity's."""

    category = "verity/legal-requirements"
    severity = Severity.MAJOR

    def check(self, document: Document, context: Context) -> Iterator[Problem]:
        """One problem for each mark that gives the wrong status."""
        if context.companions is None:
            return
        reading = disclosure(document, "target", context.companions, context.analyser)
        for placed in reading.mentions:
            evidence = placed.mention.evidence
            companion = entity_of(placed, context.date).companion
            said = wrong_status(evidence, companion, context.companions, reading.language) if evidence else None
            if evidence and said:
                unit, span = reading.place(placed.passage, evidence.container)
                name = placed.mention.span.of(reading.passages[placed.passage].text)
                preferred = companion.wordings[reading.language].preferred
                bracket = evidence.form is MarkForm.BRACKET
                yield Problem(
                    unit=unit,
                    message=f"“{name}” is of the class “{companion.id}”, but marked as {_said(said)}; "
                    f"write “{preferred}”",
                    target=(span,),
                    suggestion=Suggestion(span, f"({preferred})") if bracket else None,
                )


def _said(kinds: frozenset[str]) -> str:
    return " and ".join("banned" if kind == BAN else kind for kind in sorted(kinds))
