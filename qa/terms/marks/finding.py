"""Where legal marks stand in a paragraph, and in which of their attested forms."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, cast

import regex

from qa.core.span import Span
from qa.terms.marks.grammar import Core, MarkGrammar, cores, kinds_in, mark_grammar, may_hold_mark

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Footnote", "Mark", "MarkForm", "find_marks", "footnotes"]

_BRACKET = regex.compile(r"\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]\n]*\]")
_FOOTNOTE = regex.compile(
    r"(?:^|(?<=\n)|(?<=[.!?»”\"]\s)|\G\s)[ \t\u00a0]*"
    r"(?P<sign>[*✱∗]{1,4}|[†‡]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹]|(?:(?<=^|\n)\d{1,2}(?=[.)\s]))|[(\[](?:\*{1,3}|\d)[)\]])"
    r"[ \t\u00a0]*[.):–—-]?\s*"
    r"(?P<text>\p{L}(?:(?!\s[*✱∗†‡]+\s?[–—\p{L}-])[^\n])*)"
)
_SIGNS = regex.compile(r"[*✱∗†‡¹²³⁴⁵⁶⁷⁸⁹]|[(\[]\d[)\]]")
_NAME_AFTER = regex.compile(r"\s*(?:[\p{L}-]+\s+){0,5}?(?:[«“\"„'’]|\p{Lu})")
_NAME_BEFORE = regex.compile(r"(?:\p{Lu}[\p{L}\p{N}.'’-]*|[»”\"*†‡✱)\]])\s*$")
_SENTENCE_END = regex.compile(r"[.!?…]+[\"»”')\]]*\s+(?=[\p{Lu}«“\"„(\[])|\n")
_SUPERSCRIPTS = str.maketrans("✱∗¹²³⁴⁵⁶⁷⁸⁹", "**123456789")
_WEAK_WORDS = 7


class MarkForm(StrEnum):
    """How a mark stands beside its name."""

    BRACKET = "bracket"
    PREMODIFIER = "premodifier"
    CLAUSE = "clause"
    FOOTNOTE = "footnote"
    BANNER = "banner"
    SENTENCE = "sentence"
    """A statement about the organisation in a sentence of its own."""
    LOOSE = "loose"
    """The words of a mark in running text, which may be no mark at all."""


class Mark(NamedTuple):
    """A legal mark in a paragraph; offsets are those of the paragraph's text."""

    span: Span
    """With its bracket, or the whole footnote or banner."""
    core: Core
    form: MarkForm
    kinds: frozenset[str]
    """The statuses that the whole of the mark names, and ``ban``."""

    @property
    def certain(self) -> bool:
        """Whether the form alone tells that this is a mark."""
        return self.form is not MarkForm.LOOSE


class Footnote(NamedTuple):
    """A note that a sign in the text calls."""

    sign: str
    """``*``, ``**``, ``†`` or a digit; look-alikes are folded into these."""
    span: Span
    text: Span


def footnotes(text: str) -> Iterator[Footnote]:
    """The footnotes among the lines of ``text``, whatever they say."""
    if not (_SIGNS.search(text) or text.lstrip()[:1].isdigit() or "\n" in text):
        return
    for match in _FOOTNOTE.finditer(text):
        sign = match["sign"].strip("()[]").translate(_SUPERSCRIPTS)
        yield Footnote(sign, Span(match.start("sign"), match.end()), Span(*match.span("text")))


def find_marks(text: str, language: str) -> tuple[Mark, ...]:
    """The marks in one paragraph, in order; none in a language without a grammar."""
    grammar = mark_grammar(language)
    if grammar is None or not may_hold_mark(text, language):
        return ()
    return tuple(sorted(_marks(text, grammar), key=lambda mark: mark.span))


def _marks(text: str, grammar: MarkGrammar) -> Iterator[Mark]:
    banner = regex.search(grammar.banner, text, regex.IGNORECASE)
    if banner:
        whole = Core(Span(*banner.span()), kinds_in(text, grammar))
        yield Mark(Span(0, len(text.rstrip())), whole, MarkForm.BANNER, whole.kinds)
        return
    found = cores(text, grammar)
    notes = [note.span for note in footnotes(text)]
    brackets = [Span(*match.span()) for match in _BRACKET.finditer(text)]
    for core in found:
        span, form = _form(text, core, notes, brackets, grammar)
        kinds = core.kinds if form is MarkForm.LOOSE else core.kinds | kinds_in(span.of(text), grammar)
        yield Mark(span, core, form, kinds)
    taken = [core.span for core in found]
    for note in [*brackets, *notes]:
        if not any(note.covers(span) for span in taken):
            yield from _weak(text, note, grammar, MarkForm.FOOTNOTE if note in notes else MarkForm.BRACKET)


def _form(
    text: str, core: Core, notes: list[Span], brackets: list[Span], grammar: MarkGrammar
) -> tuple[Span, MarkForm]:
    for bracket in brackets:
        if bracket.covers(core.span):
            return bracket, MarkForm.BRACKET
    for note in notes:
        if note.covers(core.span):
            return note, MarkForm.FOOTNOTE
    words = _words(grammar.language)
    before, after = text[: core.span.start], text[core.span.end :]
    lead = words.lead.search(before)
    if lead and _NAME_BEFORE.search(before[: lead.start()]):
        return Span(lead.start("lead"), core.span.end), MarkForm.CLAUSE
    if words.premodifier.match(text, core.span.start) and _NAME_AFTER.match(after):
        return core.span, MarkForm.PREMODIFIER
    return core.span, MarkForm.SENTENCE if _states(text, core, words) else MarkForm.LOOSE


def _states(text: str, core: Core, words: _Words) -> bool:
    """Whether the core says of an organisation what it is: a status and a place, or its activity and a ban."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    start = max((end for end in ends if end <= core.span.start), default=0)
    stop = min((end for end in ends if end >= core.span.end), default=len(text))
    sentence = text[start:stop]
    status = core.kinds - {"ban", "sanctions"}
    return bool(status and words.place.search(core.span.of(text)) and words.noun.search(sentence))


def _weak(text: str, span: Span, grammar: MarkGrammar, form: MarkForm) -> Iterator[Mark]:
    """A bracket or note of a few words that say no place: *(foreign agent)*."""
    match = _words(grammar.language).weak.search(text, span.start, span.end)
    quoted = match and text[match.start() - 1] in "\"“«„'‘"
    if match and not quoted and len(span.of(text).split()) <= _WEAK_WORDS:
        kinds = kinds_in(span.of(text), grammar)
        yield Mark(span, Core(Span(*match.span()), kinds), form, kinds)


class _Words(NamedTuple):
    lead: regex.Pattern[str]
    premodifier: regex.Pattern[str]
    weak: regex.Pattern[str]
    place: regex.Pattern[str]
    noun: regex.Pattern[str]


@cache
def _words(language: str) -> _Words:
    grammar = cast("MarkGrammar", mark_grammar(language))  # of a grammar in hand, so that there is one
    return _Words(
        regex.compile(rf"\s*(?P<lead>[,–—-]\s+(?:{grammar.lead}\s+){{0,5}})$", regex.IGNORECASE),
        regex.compile(grammar.premodifier, regex.IGNORECASE),
        regex.compile(rf"\b(?:{grammar.weak})\b", regex.IGNORECASE),
        regex.compile(rf"\b(?:{grammar.place})\b"),
        regex.compile(rf"\b(?:{grammar.anaphor})\b|organi[sz]ation|организаци|activit|деятельност", regex.IGNORECASE),
    )
