"""Word left in the source's script.

What it finds: words in the script of the source that a translation into another script still holds: Cyrillic words in
an English text. A single look-alike letter, such as a Cyrillic «С» behind a degree sign, is found as well.

Why it matters: the reader cannot read the word, and search does not find it. A look-alike letter is invisible until a
name is searched for or a page is read aloud.

Fails:
    ru: Совет утвердил план «Озеро».
    en: The council approved the ⟦Озеро⟧ plan.

Passes:
    ru: Сайт музея — музей-озера.рф.
    en: The museum's website is музей-озера.рф.

When to switch it off: in texts about the source language, which quote its words.

Known limits: Latin letters in a text of another script are never reported, since names and abbreviations stay Latin in
most languages. Addresses and domains are left out.

Source: MQM, accuracy/untranslated.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.core.finding import Problem, Severity, Suggestion
from qa.core.span import Span
from qa.rules.candidates import beyond_ascii
from qa.rules.rule import UnitRule
from qa.text.scripts import all_look_alike, foreign_scripts, look_alikes, scripts_of, share_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from qa.core.document import Document, TranslationUnit
    from qa.rules.context import Context
    from qa.text.tokens import Token

__all__ = ["LeftoverScript"]

_MOSTLY = 0.5
_PART = re.compile(r"[^\W\d_]+")
_PART_SHORTEST = 3


class LeftoverScript(UnitRule):
    """Looks for words in the source's script, neighbours as one finding."""

    category = "accuracy/untranslated"
    severity = Severity.MAJOR

    def applies(self, context: Context) -> bool:
        """From languages in a script that the target language does not use."""
        return bool(foreign_scripts(context.source_language, context.target_language))

    def asked_of(self, document: Document, context: Context) -> Collection[int]:
        """Of targets with other than ASCII letters."""
        del context
        return beyond_ascii(document)

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        """Runs of words in a script of the source that the target language does not use."""
        foreign = foreign_scripts(context.source_language, context.target_language)
        text = unit.target.text
        if not unit.translate or text.isascii() or not 0 < share_in(text, context.source_pack) <= _MOSTLY:
            return
        target = context.analyse(unit.target)
        links = [link.span for link in target.links]
        letters = [span for word in target.words for span in _foreign_letters(word, foreign)]
        for span in _runs([span for span in letters if not any(link.overlaps(span) for link in links)], text):
            yield _problem(unit, span, context)


def _foreign_letters(word: Token, foreign: frozenset[str]) -> Iterator[Span]:
    """The word, or those of its joined parts that are words of another script: the first half of «года-long»."""
    scripts = scripts_of(word.text)
    if scripts and scripts <= foreign:
        yield _letters(word)
    elif not scripts.isdisjoint(foreign):
        for part in _PART.finditer(word.text):
            if len(part[0]) >= _PART_SHORTEST and scripts_of(part[0]) <= foreign:
                yield Span(word.start + part.start(), word.start + part.end())


def _letters(word: Token) -> Span:
    """The word without the digits at its end, as in the second half of ``105х195``."""
    return Span(word.span.start, word.span.start + len(word.text.rstrip("0123456789")))


def _runs(spans: Sequence[Span], text: str) -> Iterator[Span]:
    """Spans of neighbouring words with nothing but white space between them."""
    start = end = -1
    for span in spans:
        if start >= 0 and not text[end : span.start].strip():
            end = span.end
            continue
        if start >= 0:
            yield Span(start, end)
        start, end = span.start, span.end
    if start >= 0:
        yield Span(start, end)


def _problem(unit: TranslationUnit, span: Span, context: Context) -> Problem:
    left = span.of(unit.target.text)
    script = min(context.target_pack.scripts)
    if len(left) == 1 and script == "Latin" and all_look_alike(left, script):
        latin = look_alikes(left, script)
        message = f"“{left}” is not a {script} letter although it looks like one; type “{latin}”"
        return Problem(unit=unit, message=message, target=(span,), suggestion=Suggestion(span, latin))
    return Problem(
        unit=unit, message=f"“{left}” is left in the source's script; translate or transliterate it", target=(span,)
    )
