"""Denials that one of two texts has and the other seems to have lost.

A translator may turn a denial round («не справился», *lost control*), so that a missing *not* alone proves nothing.
What does prove something is what a lost *not* leaves behind: ``he did know``, ``we have any injuries``, ``they ca
come``; and the word that was denied, standing in the target with nothing like a denial around it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

import regex

from qa.core.lazy import Memo
from qa.text.coverage import counterparts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from qa.core.span import Span
    from qa.languages.lexicon import Denial
    from qa.text.analysis import Analysis

__all__ = ["CONTRACTED", "LostDenial", "denies", "lost_denial", "may_deny"]

_CONTRACTED = "n't"
CONTRACTED: Final = (re.compile("n't"), re.compile("n’t"))
"""What a text without any of the words for denials has where it denies."""
_BEFORE, _AFTER = 11, 5
"""How many words around a denied word a denial may stand."""
_REACH = 14
"""How many words a denial may stand before ``any``."""
_DENIED = 2
"""How many words behind a denial the denied one may be."""
_SHORTEST = 4


class LostDenial(NamedTuple):
    """What shows that a denial was lost."""

    source: Span | None
    """The denial, with the word that it denies; None where it is a part of a word."""
    target: Span
    """What is left of it in the target."""


def denies(text: Analysis, denial: Denial) -> bool:
    """Whether a text has a word that denies, outside turns of phrase that do not."""
    return any(not _is_idle(text, place, denial) for place in _denials(text, denial))


def may_deny(text: Analysis, denial: Denial) -> bool:
    """Whether a text has any word that may stand for a denial."""
    return any(map(_deniers(denial).__getitem__, text.passage.folded))


def lost_denial(source: Analysis, target: Analysis, denials: tuple[Denial, Denial]) -> LostDenial | None:
    """The first sign of a denial of ``source`` that ``target`` has lost; None where there is none."""
    ours, theirs = denials
    words, others = source.passage.folded, target.passage.folded
    every = [place for place, word in enumerate(words) if word in ours.words]
    left = _torn(target, theirs)
    if left is None:
        if not every or "?" in target.text:
            return None
        kept = [word for word in others if word in theirs.words or word.endswith(_CONTRACTED)]
        left = _left_behind(target, theirs) if len(kept) < len(every) else None
    if left is not None:
        return LostDenial(source.passage.span(every[0], every[0]) if every else None, left)
    return next(_undenied(source, target, denials), None)


def _torn(target: Analysis, denial: Denial) -> Span | None:
    """What is left of a contraction: ``ca`` of ``can't``."""
    words = target.passage.folded
    for place, word in enumerate(words[:-1]) if not denial.torn.isdisjoint(words) else ():
        if word in denial.torn and words[place + 1].isalpha() and target.tokens[place].text.islower():
            return target.passage.span(place, place)
    return None


def _left_behind(target: Analysis, denial: Denial) -> Span | None:
    """A helping verb or a word such as ``any`` that wants a denial."""
    words = target.passage.folded
    may_deny_by_word = _deniers(denial)
    for place, word in enumerate(words[:-1]):
        if word in denial.helpers and _is_emphatic(words, place, denial):
            return target.passage.span(place, place + 1)
        if word in denial.polar:
            before = words[max(0, place - _REACH) : place]
            if before and not any(may_deny_by_word[other] or other in denial.polar_signals for other in before):
                return target.passage.span(place, place)
    return None


def _is_emphatic(words: tuple[str, ...], place: int, denial: Denial) -> bool:
    """Whether a helping verb stands between its subject and another verb."""
    subject, verb = words[place - 1] if place else "", words[place + 1]
    between = subject.isalpha() and subject not in {"to", "not", "what", "and", "or", "as", "than"}
    helped = verb.isalpha() and verb not in denial.objects and not _is_denial(verb, denial)
    return between and helped and not verb.endswith(("ing", "ly"))


def _undenied(source: Analysis, target: Analysis, denials: tuple[Denial, Denial]) -> Iterator[LostDenial]:
    """Denied words of the source whose one translation stands without a denial in the target."""
    ours, theirs = denials
    known = counterparts(source.language, target.language)
    if known is None:
        return
    for place in _denials(source, ours):
        denied = _denied(source.passage.folded, place, known)
        if denied is not None:
            at = _only_place(target, known[source.passage.word(denied)])
            if at is None or _is_denied(target.passage.folded, at, theirs):
                continue
            if not _is_idle(source, place, ours):
                yield LostDenial(source.passage.span(place, denied), target.passage.span(at, at))


def _denied(words: Sequence[str], place: int, known: Mapping[str, frozenset[str]]) -> int | None:
    """The number of the first word behind a denial that has known translations."""
    for number in range(place + 1, min(place + 1 + _DENIED, len(words))):
        if len(words[number]) >= _SHORTEST and known[words[number]]:
            return number
    return None


def _only_place(target: Analysis, choices: frozenset[str]) -> int | None:
    """The number of the one word with a stem of ``choices``; None where there is no such word, or several."""
    if choices.isdisjoint(target.stem_set):
        return None
    found = [place for place, stem in enumerate(target.stems) if stem in choices]
    return found[0] if len(found) == 1 else None


def _is_denied(words: Sequence[str], place: int, denial: Denial) -> bool:
    """Whether something like a denial stands around a word."""
    around = words[max(0, place - _BEFORE) : place + _AFTER]
    return any(map(_deniers(denial).__getitem__, around))


def _denials(text: Analysis, denial: Denial) -> Sequence[int]:
    """The numbers of the tokens that deny, those in turns of phrase that do not among them."""
    words = denial.words
    return [at for at, word in enumerate(text.passage.folded) if word in words or word.endswith(_CONTRACTED)]


def _is_idle(text: Analysis, place: int, denial: Denial) -> bool:
    """Whether a word that denies stands in a turn of phrase that does not."""
    if not denial.idioms:
        return False
    start = text.tokens[place].start
    return any(match.start() <= start < match.end() for match in _idioms(denial).finditer(text.text.lower()))


@cache
def _idioms(denial: Denial) -> regex.Pattern[str]:
    return regex.compile(denial.idioms)


def _is_denial(word: str, denial: Denial) -> bool:
    return word in denial.words or word.endswith(_CONTRACTED)


@cache
def _deniers(denial: Denial) -> Mapping[str, bool]:
    """Of any word, whether it denies, or may be what a denial was turned into."""
    return Memo(lambda word: _may_deny(word, denial))


def _may_deny(word: str, denial: Denial) -> bool:
    if _is_denial(word, denial) or word in denial.kindred:
        return True
    prefixed = word.startswith(denial.prefixes) and not word.startswith(denial.unlike)
    return prefixed or word.endswith(denial.suffixes)
