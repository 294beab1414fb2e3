"""The words of a text cut into the pieces that numbers are spelt with: ``soixante-dix``, *zweihundertfünfzig*."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa.core.lazy import Memo
from qa.core.span import Span
from qa.languages import language_pack

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from qa.languages.lexicon import NumberWords
    from qa.text.passage import Passage

__all__ = ["Piece", "may_count", "number_pieces"]

_JOINTS = "-‑'"
_PART = re.compile(f"[^{_JOINTS}]+")
_SHORTEST_GLUED = 6


class Piece(NamedTuple):
    """A word, or a part of one; a mark has an empty word, a hyphen ``-``."""

    word: str
    span: Span
    token: int


def number_pieces(passage: Passage, index: int) -> Iterator[Piece]:
    """The pieces of token ``index`` in order."""
    start = passage.tokens[index].start
    for text, offset, length in _cut(passage.folded[index], passage.pack.code):
        yield Piece(text, Span(start + offset, start + offset + length), index)


@cache
def may_count(code: str) -> Mapping[str, bool]:
    """Of any folded token, whether a piece of it can begin a number in the language ``code``."""
    return Memo(lambda word: _may_count(word, code))


def _may_count(word: str, code: str) -> bool:
    words = language_pack(code).number_words
    return any(
        _is_number_word(piece, words) or any(piece.startswith(prefix) for prefix in words.half_prefixes)
        for piece, _, _ in _cut(word, code)
    )


@lru_cache(maxsize=1 << 16)
def _cut(word: str, code: str) -> tuple[tuple[str, int, int], ...]:
    """The pieces of a folded token, each with its offset and its length."""
    words = language_pack(code).number_words
    if not word[:1].isalpha():
        return (("-" if word in {"-", "‑"} else "", 0, len(word)),)
    if not word.isalpha() and not _is_number_word(word, words):
        return tuple(_parts(word, words))
    if words.glued and len(word) >= _SHORTEST_GLUED and not _is_number_word(word, words):
        return tuple(_placed(_glued(word, code) or (word,)))
    return ((word, 0, len(word)),)


def _is_number_word(word: str, words: NumberWords) -> bool:
    return word in words.cardinals or word in words.magnitudes or word in words.fractions or word in words.ordinals


def _parts(word: str, words: NumberWords) -> Iterator[tuple[str, int, int]]:
    """The parts between hyphens and apostrophes, those left together that make one number (``quatre-vingt``)."""
    found = list(_PART.finditer(word))
    place = 0
    while place < len(found):
        last = next(
            (last for last in range(len(found) - 1, place, -1) if word[found[place].start() : found[last].end()]
            in words.cardinals),
            place,
        )  # fmt: skip
        begin, end = found[place].start(), found[last].end()
        yield word[begin:end], begin, end - begin
        place = last + 1


def _placed(parts: tuple[str, ...]) -> Iterator[tuple[str, int, int]]:
    start = 0
    for part in parts:
        yield part, start, len(part)
        start += len(part)


@lru_cache(maxsize=1 << 14)
def _glued(word: str, code: str) -> tuple[str, ...]:
    """The number words that a word is made of, longest first; none where it is more than a number."""
    words = language_pack(code).number_words
    for size in range(len(word), 0, -1):
        head, rest = word[:size], word[size:]
        known = _is_number_word(head, words) or head in words.joiners
        if known and not rest:
            return (head,)
        tail = _glued(rest, code) if known and head not in words.ordinals else ()
        if tail:
            return (head, *tail)
    return ()
