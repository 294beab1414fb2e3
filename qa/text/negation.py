"""Denials that one of two texts has and the other seems to have lost.

A translator may turn a denial round («не справился», *lost control*), so that a missing *not* alone proves nothing.
What does prove something is what a lost *not* leaves behind: ``he did know``, ``we have any injuries``, ``they ca
come``; and the word that was denied, standing in the target with nothing like a denial around it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import regex

from qa.text.coverage import translations_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.span import Span
    from qa.languages.lexicon import Denial
    from qa.text.analysis import Analysis

__all__ = ["LostDenial", "denies", "lost_denial", "may_deny"]

_CONTRACTED = "n't"
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
    return next(_denials(text, denial), None) is not None


def may_deny(text: Analysis, denial: Denial) -> bool:
    """Whether a text has any word that may stand for a denial."""
    return any(_may_deny(word, denial) for word in text.passage.folded)


def lost_denial(source: Analysis, target: Analysis, denials: tuple[Denial, Denial]) -> LostDenial | None:
    """The first sign of a denial of ``source`` that ``target`` has lost; None where there is none."""
    ours, theirs = denials
    every = [place for place, word in enumerate(source.passage.folded) if word in ours.words]
    first = source.passage.span(every[0], every[0]) if every else None
    torn = _torn(target, theirs)
    if torn is not None:
        return LostDenial(first, torn)
    if first is None or "?" in target.text:
        return None
    kept = sum(_is_denial(word, theirs) for word in target.passage.folded)
    left = _left_behind(target, theirs) if kept < len(every) else None
    if left is not None:
        return LostDenial(first, left)
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
    for place, word in enumerate(words[:-1]):
        if word in denial.helpers and _is_emphatic(words, place, denial):
            return target.passage.span(place, place + 1)
        if word in denial.polar:
            before = words[max(0, place - _REACH) : place]
            if before and not any(_may_deny(other, denial) or other in denial.polar_signals for other in before):
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
    known = translations_of(source.language, target.language)
    if not known:
        return
    words, others = source.passage.folded, target.passage.folded
    for place in _denials(source, ours):
        for denied in range(place + 1, min(place + 1 + _DENIED, len(words))):
            choices = known.get(source.stems[denied]) if len(words[denied]) >= _SHORTEST else None
            if choices:
                found = [at for at, other in enumerate(target.stems) if other in choices]
                around = others[max(0, found[0] - _BEFORE) : found[0] + _AFTER] if found else ()
                if len(found) == 1 and not any(_may_deny(other, theirs) for other in around):
                    yield LostDenial(source.passage.span(place, denied), target.passage.span(found[0], found[0]))
                break


def _denials(text: Analysis, denial: Denial) -> Iterator[int]:
    """The numbers of the tokens that deny, outside turns of phrase that do not."""
    words = text.passage.folded
    if denial.words.isdisjoint(words) and _CONTRACTED not in text.text.replace("’", "'"):
        return
    idle = [match.span() for match in regex.finditer(denial.idioms, text.text.lower())] if denial.idioms else []
    for place, word in enumerate(words):
        if _is_denial(word, denial):
            start = text.tokens[place].start
            if not any(first <= start < last for first, last in idle):
                yield place


def _is_denial(word: str, denial: Denial) -> bool:
    return word in denial.words or word.endswith(_CONTRACTED)


@lru_cache(maxsize=1 << 16)
def _may_deny(word: str, denial: Denial) -> bool:
    """Whether a word denies, or may be what a denial was turned into."""
    if _is_denial(word, denial) or word in denial.kindred:
        return True
    prefixed = word.startswith(denial.prefixes) and not word.startswith(denial.unlike)
    return prefixed or word.endswith(denial.suffixes)
