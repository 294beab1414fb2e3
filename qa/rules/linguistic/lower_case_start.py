"""Sentence that begins with a small letter.

What it finds: a target that begins in lower case though its source begins with a capital and the text before it came to
an end.

Why it matters: something was cut off at the front, or a sentence was rebuilt and its first word not touched.

Fails:
    ru: Мост закрыт до мая.
    en: ⟦the⟧ bridge is closed until May.

Passes:
    ru: Мост закрыт до мая.
    en: The bridge is closed until May.

When to switch it off: for catalogues whose target language writes labels in lower case.

Known limits: names that begin in lower case (“iPhone”, “al-Masri”, “example.org”) and words of the source are left
alone, and so are single words in a catalogue, such as months. Where the unit before ends without a full stop, the
sentence may go on, and nothing is reported.

Source: the DEMETR set lowers first letters on purpose; the rule finds 83 % of these. On 5,994 segments of news by
people (2,000 translated into English, 1,997 into Russian, 1,997 written in English) it never fires.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.core.finding import Problem, Suggestion
from qa.core.span import Span
from qa.rules.candidates import numbers_of_candidates
from qa.rules.rule import DocumentRule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.core.document import Document, TranslationUnit
    from qa.rules.context import Context

__all__ = ["LowerCaseStart"]

_BEFORE_WORD = r"\s*(?:[—–-]\s+)?[\"“”„«»‘’'(\[¿¡]*"
_FIRST_WORD = re.compile(rf"{_BEFORE_WORD}(?P<word>[^\W\d_][\w’'.@/-]*)")
_SMALL_START = re.compile(rf"\n{_BEFORE_WORD}[^\x00-`{{-\x7f]")
"""At the front of every text that may begin with a small letter."""
_WORD = re.compile(r"[\w’'-]+")
_ENDS = re.compile(r"[.!?…:。！？][\s\"”»’')\]]*$")
_INNER = re.compile(
    r"[A-ZА-ЯЁ\d@/]|\.\w|^(?:al|el|ad|ar|as|an|at|de|du|van|von|bin|ibn|ben|di|da|del|den|der|ter)(?:-|$)"
)


class LowerCaseStart(DocumentRule):
    """A target with a small first letter beside a source with a capital."""

    category = "linguistic-conventions/capitalization"

    def check(self, document: Document, context: Context) -> Iterator[Problem]:
        """At most one problem for each unit."""
        for number in numbers_of_candidates(document, _SMALL_START):
            unit = document.units[number]
            if _ended(document.units, number) if document.running_text else " " in unit.target.text.strip():
                yield from _check(unit, context.target_pack.common_words)


def _ended(units: Sequence[TranslationUnit], number: int) -> bool:
    """Whether the last text before unit ``number`` came to an end."""
    earlier = (units[at].target for at in range(number - 1, -1, -1))
    before = next(filter(None, earlier), None)
    return before is None or _ENDS.search(before.text) is not None or before.role != "body"


def _check(unit: TranslationUnit, common: frozenset[str]) -> Iterator[Problem]:
    target = _FIRST_WORD.match(unit.target.text)
    if target is None or not _begins_sentence(unit.source.text):
        return
    word = target["word"].rstrip(".")
    kept = _INNER.search(word) is not None or word in _WORD.findall(unit.source.text)
    if word[0].islower() and (word in common or not kept):
        span = Span(target.start("word"), target.start("word") + len(word))
        yield Problem(
            unit=unit,
            message=f"“{word}” begins the target in lower case, the source begins with a capital; write a capital",
            target=(span,),
            suggestion=Suggestion(Span(span.start, span.start + 1), word[0].upper()),
        )


def _begins_sentence(source: str) -> bool:
    """Whether a text begins with a capital letter that is none of an abbreviation, or a sentence with a figure."""
    first = _FIRST_WORD.match(source)
    if first is None:
        return source[:1].isdigit() and source.rstrip()[-1] in ".!?"
    return first["word"][0].isupper() and (len(first["word"]) == 1 or not first["word"].isupper())
