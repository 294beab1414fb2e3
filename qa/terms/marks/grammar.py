"""The core of a legal mark: a word that bans or designates, with the place where it does so or the status it gives.

What a language's words are is data (``qa/terms/marks/<language>.py``); how they combine is the same everywhere.
Forms attested in the press are the source; see ``docs/companions.md``.
"""

from __future__ import annotations

import importlib
import importlib.util
from bisect import bisect_right
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple, cast

import msgspec
import regex

from qa.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["BAN", "Core", "MarkGrammar", "cores", "kinds_in", "mark_grammar", "may_hold_mark", "may_hold_marks"]

BAN = "ban"
_SANCTIONS = "sanctions"
_GAP = r"(?:[\s,:;–—-]+[\p{L}\p{N}][\p{L}\p{N}'’-]*){0,%d}?[\s,]+"
_JOIN = 45
_NEVER = "(?!)"


class MarkGrammar(msgspec.Struct, frozen=True, kw_only=True):
    """A language's words for legal marks; most fields are regular expressions, read without regard to case.

    ``place`` alone is read with regard to case, because a capital tells a country's name.
    """

    language: str
    hints: tuple[str, ...]
    """Parts of words, in lower case, one of which every mark holds; they tell quickly which texts have none."""
    ban: str
    """Words that ban: *banned*, *outlawed*."""
    status: str
    """Words that give a status: *designated*, *listed*."""
    kinds: dict[str, str]
    """The statuses by name: terrorist, extremist, agent, undesirable."""
    place: str
    """Where the ban holds, preposition and all."""
    sanctions: str = _NEVER
    weak: str = _NEVER
    """Words that make a mark only in a bracket of their own."""
    standing: str = _NEVER
    """A set phrase before a name that is a mark without a verb or a place, where a language's press has one."""
    premodifier: str = _NEVER
    """How a core begins that stands before the name it marks."""
    lead: str = _NEVER
    """Words between the comma after a name and the core: *which is*, *a group*."""
    plural: str = _NEVER
    """Words that say that a mark covers several names."""
    singular: str = _NEVER
    """Words that say that it covers one."""
    anaphor: str = _NEVER
    """Subjects of a sentence that go back to a name before: *the organisation*."""
    blanket: str = _NEVER
    """Words that extend a mark to all mentions."""
    banner: str = _NEVER
    """A notice about the whole text."""
    conjunction: str = _NEVER
    """Words between the names of a list."""


class Core(NamedTuple):
    """The words of a mark that carry it, without bracket or comma."""

    span: Span
    kinds: frozenset[str]
    """``ban``, ``sanctions`` or names of statuses."""


class _Patterns(NamedTuple):
    core: regex.Pattern[str]
    kinds: dict[str, regex.Pattern[str]]
    ban: regex.Pattern[str]
    sanctions: regex.Pattern[str]


@cache
def mark_grammar(language: str) -> MarkGrammar | None:
    """The grammar of a BCP 47 tag's primary subtag, or None where there is none yet."""
    primary = language.replace("_", "-").split("-", maxsplit=1)[0].lower()
    name = f"qa.terms.marks.{primary}"
    if not primary.isalpha() or primary in {"finding", "grammar"} or importlib.util.find_spec(name) is None:
        return None
    return cast("MarkGrammar", importlib.import_module(name).GRAMMAR)


def cores(text: str, grammar: MarkGrammar) -> tuple[Core, ...]:
    """The cores in ``text``, in order; those that follow each other in one clause are one core."""
    return tuple(_joined(text, _found(text, _patterns(grammar))))


def may_hold_mark(text: str, language: str) -> bool:
    """Whether ``text`` has any word without which there is no mark; false in languages without a grammar. Quick."""
    grammar = mark_grammar(language)
    lower = text.lower()
    for hint in grammar.hints if grammar else ():  # noqa: SIM110 -- half the time of any(), and all texts come here
        if hint in lower:
            return True
    return False


def may_hold_marks(texts: Sequence[str], language: str) -> set[int]:
    """The numbers of the ``texts`` that `may_hold_mark`, found by one search through all of them."""
    grammar = mark_grammar(language)
    joined = "\n".join(texts)
    lower = joined.lower()
    if len(lower) != len(joined):  # where a small letter is longer than its capital, ends are told text by text
        texts = [text.lower() for text in texts]
    ends = tuple(accumulate(len(text) + 1 for text in texts))
    found: set[int] = set()
    for hint in grammar.hints if grammar else ():
        place = lower.find(hint)
        while place >= 0:
            number = bisect_right(ends, place)
            found.add(number)
            place = lower.find(hint, ends[number])
    return found


def kinds_in(text: str, grammar: MarkGrammar) -> frozenset[str]:
    """The statuses that ``text`` names, and ``ban`` where it bans."""
    patterns = _patterns(grammar)
    found = {kind for kind, pattern in patterns.kinds.items() if pattern.search(text)}
    return frozenset(found | {BAN} if patterns.ban.search(text) else found)


@cache
def _patterns_of(language: str) -> _Patterns:
    grammar = cast("MarkGrammar", mark_grammar(language))  # of a grammar in hand, so that there is one
    kind = "|".join(grammar.kinds.values())
    ban, status, kind = (rf"(?i:\b(?:{words})(?!\w))" for words in (grammar.ban, grammar.status, kind))
    place = rf"(?:\b(?:{grammar.place})\b)"
    alternatives = (
        rf"{ban}(?:{_GAP % 4})?{place}",
        rf"{place}{_GAP % 3}{ban}",
        rf"{place}{_GAP % 2}{status}{_GAP % 8}{kind}",
        rf"{status}{_GAP % 8}{kind}(?:{_GAP % 3}{place})?",
        rf"{place}{_GAP % 3}{kind}{_GAP % 3}{status}",
        rf"(?i:\b(?:{grammar.sanctions}|{grammar.standing}))",
    )
    compiled = {name: regex.compile(rf"\b(?:{words})\b", regex.IGNORECASE) for name, words in grammar.kinds.items()}
    core = regex.compile("|".join(alternatives), regex.VERSION1)
    return _Patterns(core, compiled, regex.compile(ban), regex.compile(grammar.sanctions, regex.IGNORECASE))


def _patterns(grammar: MarkGrammar) -> _Patterns:
    return _patterns_of(grammar.language)


def _found(text: str, patterns: _Patterns) -> Iterator[Core]:
    for match in patterns.core.finditer(text):
        words = match.group()
        kinds = {kind for kind, pattern in patterns.kinds.items() if pattern.search(words)}
        kinds |= {BAN} if patterns.ban.search(words) else set()
        kinds |= {_SANCTIONS} if patterns.sanctions.search(words) else set()
        yield Core(Span(*match.span()), frozenset(kinds))


def _joined(text: str, found: Iterable[Core]) -> Iterator[Core]:
    last: Core | None = None
    for core in found:
        if last is not None:
            between = text[last.span.end : core.span.start]
            if len(between) <= _JOIN and not regex.search(r"[()\[\]\n«»“”\"*]|[.!?]\s", between):
                last = Core(Span(last.span.start, core.span.end), last.kinds | core.kinds)
                continue
            yield last
        last = core
    if last is not None:
        yield last
