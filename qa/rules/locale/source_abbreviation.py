"""Abbreviation of the source's language left in the target.

What it finds: signs and abbreviations that belong to the source language and were carried over: “№ 5”, “3 mln roubles”.

Why it matters: readers of the target do not know them; № is read as a misprint.

Fails:
    ru: Школа № 5 закрыта на ремонт.
    en: School ⟦№⟧ 5 is closed for repairs.

Passes:
    ru: Школа № 5 закрыта на ремонт.
    en: School No. 5 is closed for repairs.

When to switch it off: where the house style allows them, as some news agencies do with *mln* and *bln*.

Known limits: only the abbreviations of the source language's pack are known. Those in another script are the business
of linguistic/leftover-script.

Source: MQM, accuracy/untranslated.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from qa.core.finding import Problem, Severity, Suggestion
from qa.core.span import Span
from qa.languages import language_pack
from qa.rules.rule import UnitRule
from qa.rules.vocabulary import target_vocabulary

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from qa.core.document import Document, TranslationUnit
    from qa.rules.context import Context

__all__ = ["SourceAbbreviation"]


@cache
def _abbreviations(source_language: str, target_language: str) -> Mapping[str, str]:
    """What translations between the two languages carry over, with what to write."""
    return language_pack(source_language).source_abbreviations.get(language_pack(target_language).code, {})


class SourceAbbreviation(UnitRule):
    """Looks up each token of the target in the source pack's list."""

    category = "accuracy/untranslated"
    severity = Severity.MINOR

    def applies(self, context: Context) -> bool:
        """To pairs of languages with a list."""
        return bool(_abbreviations(context.source_language, context.target_language))

    def asked_of(self, document: Document, context: Context) -> Collection[int]:
        """Of targets with a word of the list."""
        return target_vocabulary(document).having(
            _abbreviations(context.source_language, context.target_language).keys()
        )

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        """Abbreviations with what they stand for."""
        left_over = _abbreviations(context.source_language, context.target_language)
        passage = context.pair(unit).target.passage
        if not unit.translate or unit.source.text == unit.target.text:
            return
        for index, token in enumerate(passage.tokens):
            instead = left_over.get(passage.word(index))
            if instead is not None and not token.text[0].isupper():
                end = token.span.end
                if passage.word(index + 1) == "." and passage.glued(index + 1) and index + 2 < len(passage.tokens):
                    end += 1
                span = Span(token.span.start, end)
                yield Problem(
                    unit=unit,
                    message=f"“{span.of(unit.target.text)}” belongs to the source language; write “{instead}”",
                    target=(span,),
                    suggestion=Suggestion(span, instead),
                )
