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
names. A mark that moved to a unit beside counts as kept. Where to put the mark is known for names of a companions
file only. Knows the languages of qa/terms/marks. Measured: no finding
in 3,997 segments of news without marks, in both directions.

Source: a comparison of news agencies' Russian and English texts; see docs/companions.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qa.core.finding import Problem, Severity, Suggestion
from qa.rules.rule import DocumentRule
from qa.terms.disclosure import disclosure
from qa.terms.duty import behind, entity_of, grounds
from qa.terms.marks import MarkForm
from qa.terms.termbase import primary
from qa.terms.transfer import unmatched_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import Document
    from qa.core.span import Span
    from qa.core.terminology import Entity
    from qa.rules.context import Context
    from qa.terms.disclosure import Disclosure
    from qa.terms.transfer import UnmatchedMark

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
            said = f"the source marks the name with “{words}”, the translation does not"
            name = next(_bare_names(lost, having, lacking, context), None)
            if name is None:
                yield Problem(unit=lost.unit, message=f"{said}; translate the mark", source=(lost.span,))
            else:
                yield _told(lost, name, said, primary(context.target_language))


class _BareName(NamedTuple):
    """A name of the target that stands for the marked one of the source."""

    span: Span
    entity: Entity


def _bare_names(lost: UnmatchedMark, having: Disclosure, lacking: Disclosure, context: Context) -> Iterator[_BareName]:
    """The unmarked names in the target of the unit that the companions file knows as the marked name's."""
    marked = {
        entity.id
        for placed in having.mentions
        if placed.passage == lost.passage and placed.mention.evidence == lost.evidence
        for entity in placed.mention.entities
    }
    for placed in lacking.mentions:
        entity = entity_of(placed, context.date)
        unit, span = lacking.place(placed.passage, placed.mention.span)
        listed = entity.in_force(context.date) and lacking.language in entity.companion.wordings
        if unit is lost.unit and entity.id in marked and listed and not placed.marked:
            yield _BareName(span, entity)


def _told(lost: UnmatchedMark, name: _BareName, said: str, language: str) -> Problem:
    text = lost.unit.target.text
    preferred = name.entity.companion.wordings[language].preferred
    return Problem(
        unit=lost.unit,
        message=f"{said}; add “({preferred})” after “{name.span.of(text)}”",
        source=(lost.span,),
        target=(name.span,),
        suggestion=Suggestion(behind(text, name.span), f" ({preferred})"),
        evidence=(grounds(name.entity),),
    )
