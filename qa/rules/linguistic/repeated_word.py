"""Word that stands twice in a row.

What it finds: a word written twice with nothing but a space between, “of of”.

Why it matters: it is left behind when a sentence is rephrased, and a spelling checker with the language set wrongly
lets it pass. A reader stumbles over it.

Fails:
    ru: Совет одобрил план развития порта.
    en: The council approved the plan ⟦of of⟧ the port's development.

Passes:
    ru: К тому времени они уже приняли решение.
    en: They had had enough time to decide by then.

When to switch it off: in dialogue, verse and song texts, where words are repeated for effect.

Known limits: words that a language may double (“had had”, “very very”) are never reported, nor are names that are
doubled (“Duran Duran”), nor any repetition in a unit whose source repeats a word as well. A word repeated over a line
break is not seen.

Source: Weblate compares with repetitions in the source in its check for duplicated words; so does this rule.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from qa.core.finding import Problem, Suggestion
from qa.core.span import Span
from qa.rules.flow import beside_code
from qa.rules.rule import UnitRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import TranslationUnit
    from qa.core.segment import Segment
    from qa.rules.context import Context

__all__ = ["RepeatedWord"]

_LIKELY = re.compile(r"(?<!\w)(\w+)[ \u00a0]+\1(?!\w)", re.IGNORECASE)


class RepeatedWord(UnitRule):
    """Two equal words in a row in the target, and none in the source."""

    category = "linguistic-conventions/duplication"

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        """One problem for each pair; of three equal words, two pairs."""
        found = list(_repeated(unit.target, context)) if _LIKELY.search(unit.target.text) else []
        if not found or any(_repeated(unit.source, context)):
            return
        for span, again in found:
            text = span.of(unit.target.text)
            yield Problem(
                unit=unit,
                message=f"“{text}” repeats a word; delete one of the two",
                target=(span,),
                suggestion=Suggestion(Span(again.start, span.end), ""),
            )


def _repeated(segment: Segment, context: Context) -> Iterator[tuple[Span, Span]]:
    """The two words as one span, and the white space and second word to delete."""
    analysis = context.analyse(segment)
    doubled = analysis.pack.usage.doubled_words
    text = segment.text
    for first, second in pairwise(analysis.words):
        if len(first.text) != len(second.text) or first.text.casefold() != second.text.casefold():
            continue
        between = text[first.span.end : second.span.start]
        if not between or between.strip(" \u00a0") or first.text.casefold() in doubled:
            continue
        is_name = second.text[0].isupper()
        again = Span(first.span.end, second.span.end)
        if not is_name and not beside_code(segment, Span(again.start, second.span.start)):
            yield Span(first.span.start, second.span.end), again
