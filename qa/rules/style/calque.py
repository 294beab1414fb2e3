"""Turn of phrase copied word by word from the source language.

What it finds: phrases of the list in the target's language pack, such as “in the conditions of” for «в условиях» and
“this was announced by” for «об этом заявил».

Why it matters: each word is English and the phrase is not. Readers notice at once that the text is a translation.

Fails:
    ru: В условиях растущих цен спрос падает.
    en: ⟦In the conditions of⟧ the growing prices, demand is falling.

Passes:
    ru: На фоне растущих цен спрос падает.
    en: Amid growing prices, demand is falling.

When to switch it off: for legal texts and treaties, where some of these phrases are fixed.

Known limits: the list is short on purpose. A phrase that belongs to one source phrase is reported only beside it, where
the source is in the language that the phrase is copied from.

Source: our reading of translations from Russian. On 5,994 segments of news by people (2,000 translated into English,
1,997 into Russian, 1,997 written in English) it fires 9 times, each time on a phrase that an editor would change; one
wire story holds four.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from qa.core.finding import Problem, Severity
from qa.core.span import Span
from qa.rules.rule import UnitRule
from qa.rules.vocabulary import target_vocabulary

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from qa.core.document import Document, TranslationUnit
    from qa.languages.usage import Calque as Phrase
    from qa.rules.context import Context

__all__ = ["Calque"]


class Calque(UnitRule):
    """A phrase on the target language's list of calques."""

    category = "style/unidiomatic"

    def applies(self, context: Context) -> bool:
        """Where the target language has a list."""
        return bool(context.target_pack.usage.calques)

    def asked_of(self, document: Document, context: Context) -> Collection[int]:
        """Of targets with a word that a phrase has."""
        return target_vocabulary(document).having(_words(context.target_pack.usage.calques))

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        """One problem for each phrase."""
        words = context.analyse(unit.target).passage.folded
        text = unit.target.text
        for phrase in context.target_pack.usage.calques:
            if phrase.words.isdisjoint(words):
                continue
            if phrase.source and unit.source.text and not _pattern(phrase.source).search(unit.source.text):
                continue
            for match in _pattern(phrase.pattern).finditer(text):
                yield Problem(
                    unit=unit,
                    message=f"“{match.group()}” is copied from the source language; better {phrase.instead}",
                    target=(Span(*match.span()),),
                    severity=Severity.NEUTRAL if phrase.mild else None,
                )


@cache
def _words(phrases: tuple[Phrase, ...]) -> frozenset[str]:
    """The words, folded, one of which every text with any of the phrases has."""
    return frozenset().union(*[phrase.words for phrase in phrases])


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)
