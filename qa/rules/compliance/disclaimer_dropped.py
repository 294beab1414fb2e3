"""Disclaimer of the source lost in the translation.

What it finds: a legal mark beside a name in the source (a bracket, words before the name, a clause, a footnote) where
the translation of the same unit says nothing of the kind. It needs no list: marks are known by their words in both
languages.

Why it matters: the publisher of the source marked the name because the law asks for it; the publisher of the
translation mostly stands under the same law.

Fails:
    ru: Боевики «Серой лиги» ⟦(запрещена в Норландии)⟧ отступили.
    en: Fighters of the Grey League withdrew.

Passes:
    ru: Боевики «Серой лиги» (запрещена в Норландии) отступили.
    en: Fighters of the Grey League, which is banned in Norland, withdrew.

When to switch it off: when the house leaves such marks out on purpose in the target language.

Known limits: where the source unit has two marks and the target one, nothing is said: one mark may cover several
names. A mark that moved to a unit beside counts as kept. Knows the languages of qa/terms/marks. Measured: no finding
in 3,997 segments of news without marks, in both directions.

Source: a comparison of news agencies' Russian and English texts; see docs/companions.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.core.finding import Problem, Severity
from qa.rules.rule import DocumentRule
from qa.terms.disclosure import disclosure
from qa.terms.marks import MarkForm
from qa.terms.transfer import unmatched_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import Document
    from qa.rules.context import Context

__all__ = ["DisclaimerDropped"]

_FORMS = frozenset({MarkForm.BRACKET, MarkForm.PREMODIFIER, MarkForm.CLAUSE, MarkForm.FOOTNOTE})


class DisclaimerDropped(DocumentRule):
    """A mark of the source that the target lacks."""

    category = "accuracy/omission"
    severity = Severity.MAJOR

    def check(self, document: Document, context: Context) -> Iterator[Problem]:
        """One problem for each mark of the source whose unit has none in the target."""
        having = disclosure(document, "source", context.companions, context.analyser)
        lacking = disclosure(document, "target", context.companions, context.analyser)
        for lost in unmatched_marks(document, having, lacking, _FORMS):
            words = lost.evidence.span.of(having.passages[lost.passage].text)
            message = f"the source marks the name with “{words}”, the translation does not; translate the mark"
            yield Problem(unit=lost.unit, message=message, source=(lost.span,))
