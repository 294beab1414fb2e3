"""Bracket without a partner.

What it finds: a round, square or curly bracket that is opened and not closed in its paragraph, or closed without being
opened, and brackets that cross, “(a [b) c]”.

Why it matters: the reader looks for the end of the insertion; a program may drop what follows.

Fails:
    ru: Порт (старейший в области) закрыт до мая.
    en: The port ⟦(⟧the oldest in the region is closed until May.

Passes:
    ru: Порт закрыт: а) до мая; б) для крупных судов.
    en: The port is closed a) until May and b) for large vessels (over 100 metres).

When to switch it off: for program text, formulas and half-open intervals.

Known limits: list markers, “a)” and “1)”, and smileys are left alone, and so is a unit whose source has the same number
of opening and closing brackets of that kind as the target. Angle brackets are not looked at.

Source: in a target text by itself, balance gives far fewer false alarms than comparing counts with the source. On
5,994 segments of news by people (2,000 translated into English, 1,997 into Russian, 1,997 written in English) it
never fires.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.core.finding import Problem
from qa.rules.candidates import numbers_of_candidates
from qa.rules.excerpt import around
from qa.rules.flow import lines, tells_paragraphs
from qa.rules.rule import DocumentRule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from qa.core.document import Document, TranslationUnit
    from qa.rules.context import Context
    from qa.rules.flow import Line

__all__ = ["UnpairedBracket"]

_BRACKET = re.compile(r"[()\[\]{}（）［］]")
_OPENED_BY = {")": "(", "]": "[", "}": "{", "）": "（", "］": "［"}
_CLOSED_BY = {opening: closing for closing, opening in _OPENED_BY.items()}
_LIST_MARKER = re.compile(r"(?:^|[\s(«\"“;,])(?:\d{1,3}|[^\W\d_]|[ivxIVX]{1,5})$")
_EYES = re.compile(r"[:;=8][-'~]?$|\)$")
_EYES_LENGTH = 2


class UnpairedBracket(DocumentRule):
    """A bracket that nothing pairs with in its paragraph."""

    category = "linguistic-conventions/unpaired-marks"

    def check(self, document: Document, context: Context) -> Iterator[Problem]:  # noqa: ARG002 -- pairing needs no words
        """One problem for each bracket without partner."""
        bracketed = frozenset(numbers_of_candidates(document, _BRACKET))
        for line, start in _unpaired(document, bracketed) if bracketed else ():
            bracket = line.text[start]
            if not _same_in_source(line.unit, bracket):
                yield _problem(line, start, bracket)


def _unpaired(document: Document, bracketed: Collection[int]) -> Iterator[tuple[Line, int]]:
    """The brackets without a partner; ``bracketed`` are the numbers of the units that have any."""
    paragraphs = tells_paragraphs(document) or not document.running_text
    pending: list[tuple[Line, int]] = []
    for line in lines(document):
        if line.opens and paragraphs:
            yield from pending
            pending = []
        for match in _BRACKET.finditer(line.text) if line.number in bracketed else ():
            start, opening = match.start(), _OPENED_BY.get(match.group())
            if opening is None:
                if not _EYES.search(line.text, max(0, start - _EYES_LENGTH), start):
                    pending.append((line, start))
            elif pending and pending[-1][0].text[pending[-1][1]] == opening:
                pending.pop()
            elif not _LIST_MARKER.search(line.text[:start]) and not _EYES.search(line.text[:start]):
                yield line, start
    yield from pending


def _same_in_source(unit: TranslationUnit, bracket: str) -> bool:
    opening = _OPENED_BY.get(bracket, bracket)
    closing = _CLOSED_BY[opening]
    source, target = unit.source.text, unit.target.text
    return source.count(opening) - source.count(closing) == target.count(opening) - target.count(closing) != 0


def _problem(line: Line, start: int, bracket: str) -> Problem:
    span = line.span(start, start + 1)
    wrong, remedy = ("never opened", "open") if bracket in _OPENED_BY else ("never closed", "close")
    message = f"the bracket in “{around(line.unit.target.text, span)}” is {wrong}; {remedy} it, or delete it"
    return Problem(unit=line.unit, message=message, target=(span,))
