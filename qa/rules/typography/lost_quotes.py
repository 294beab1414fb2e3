"""Quotation marks lost around a term.

What it finds: a term that stands in quotation marks at least twice in the document and once without, in a unit whose
source has the same word in marks.

Why it matters: with and without marks, one term looks like two; “so-called” comes and goes.

Fails:
    ru: Расширенная «пятёрка» соберётся в мае.
    en: The expanded "quintet" will meet in May.

    ru: Формат «пятёрки» задан давно.
    en: The format of the "quintet" is an old one.

    ru: Мэр хвалит работу «пятёрки».
    en: The mayor praises the work of the ⟦quintet⟧.

Passes:
    ru: Расширенная «пятёрка» соберётся в мае.
    en: The expanded "quintet" will meet in May.

    ru: Мэр хвалит работу пятёрки.
    en: The mayor praises the work of the quintet.

When to switch it off: where a house sets marks at the first mention only.

Known limits: only terms of one to three words in lower case are looked at; a title in marks is a name, and names are
the business of the terminology rules. Words of the source are told by their first four letters.

Source: our reading of translations. On 5,994 segments of news by people (2,000 translated into English, 1,997 into
Russian, 1,997 written in English) it never fires.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.core.finding import Problem
from qa.core.span import Span
from qa.rules.quotations import pair_quotes, quoting_sources
from qa.rules.rule import DocumentRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import Document, TranslationUnit
    from qa.rules.context import Context

__all__ = ["LostQuotes"]

_LONGEST = 3
_FEWEST = 2
_SHORT = re.compile(r"[«“„\"](?P<word>[^\W\d_]{3,})[^«»“”„\"]{0,24}[»”“\"]")
_STEM = 4
"""Letters that tell a word of an inflected language."""


class LostQuotes(DocumentRule):
    """A term in marks here and without there, against the source."""

    category = "style/inconsistent-style"

    def check(self, document: Document, context: Context) -> Iterator[Problem]:  # noqa: ARG002 -- marks say all
        """One problem for each bare mention of a term that the source has in marks."""
        frequent = [(term, *seen) for term, seen in _quoted_terms(document).items() if seen[0] >= _FEWEST]
        quoting = [*_quoting(document)] if frequent else []
        for term, times, stems in frequent:
            bare = re.compile(rf"(?<![\w\"“«'‘’-]){re.escape(term)}(?![\w\"”»’-])")
            for unit, quoted in quoting:
                text = unit.target.text
                if term not in text or stems.isdisjoint(quoted):
                    continue
                for match in bare.finditer(text):
                    message = f"“{term}” has lost the quotation marks that it has elsewhere ({times} times); set them"
                    yield Problem(unit=unit, message=message, target=(Span(*match.span()),))


def _quoted_terms(document: Document) -> dict[str, tuple[int, set[str]]]:
    """Terms in marks: how often they stand so, and the stems of what stands in marks in their sources."""
    terms: dict[str, tuple[int, set[str]]] = {}
    for mark in pair_quotes(document):
        partner = mark.partner
        if mark.role == "open" and partner is not None and partner.unit is mark.unit:
            text = Span(mark.span.end, partner.span.start).of(mark.unit.target.text).strip(" .,")
            if text and text == text.lower() and text[0].isalpha() and len(text.split()) <= _LONGEST:
                times, stems = terms.get(text, (0, set()))
                terms[text] = (times + 1, stems | _stems(mark.unit.source.text))
    return terms


def _quoting(document: Document) -> Iterator[tuple[TranslationUnit, set[str]]]:
    """The units with a quotation in the source, and the stems of what stands in marks there."""
    for number in quoting_sources(document):
        unit = document.units[number]
        yield unit, _stems(unit.source.text)


def _stems(source: str) -> set[str]:
    """The beginnings of the words that short quotations begin with."""
    return {match["word"][:_STEM].casefold() for match in _SHORT.finditer(source)}
