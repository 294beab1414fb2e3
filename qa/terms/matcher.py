"""Finds many phrases in any inflected form in one pass over a text.

The phrases stand in a trie, so that the cost of a pass depends on the text and hardly on the number of phrases. Most
texts hold none of them, and a glance at the texts of the tokens tells so, before the places of their pieces are made.
"""

from __future__ import annotations

from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from qa.core.span import Span
from qa.terms.casing import case_fits, is_abbreviation
from qa.terms.glance import Glance
from qa.terms.pieces import Piece, cut
from qa.terms.trie import Phrase, Trie
from qa.text.tokens import token_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from qa.terms.trie import End, State
    from qa.text.analysis import Analysis

__all__ = ["Match", "Matcher", "Phrase", "is_abbreviation"]

_RECENT = 256
_CLOSING = frozenset('"»”')


class Match(NamedTuple):
    """Where a phrase stands; ``span`` covers the words as inflected there."""

    span: Span
    phrase: Phrase
    partial: bool
    """Whether a hyphen joins the match to a word beside it, as in *X-like*."""


_Found = tuple[int, int, int, int, Phrase]
"""A match by its pieces: minus its length, start, number of the first piece, of the one behind the last, phrase."""
_Reading = tuple[str, int, int]
"""Another way to read a piece: a word, the number of the piece behind it, and the offset of its end."""


@lru_cache(_RECENT)
def _pieces(analysis: Analysis) -> tuple[list[Piece], Mapping[int, Sequence[_Reading]]]:
    """The pieces of a text, which several matchers ask for in turn, and other readings by the number of the piece."""
    pieces = cut(analysis.tokens)
    heads = {number for number, piece in enumerate(pieces) if piece.stem}
    heads |= {number - 1 for number, piece in enumerate(pieces) if piece.glued and not pieces[number - 1].glued}
    return pieces, {number: tuple(_other_readings(pieces, number)) for number in sorted(heads)}


class Matcher:
    """A set of phrases in one language, ready to be looked for."""

    def __init__(self, phrases: Iterable[Phrase], language: str) -> None:
        self.language = language
        self._trie = Trie(phrases, language)
        self._glance = Glance(self._trie)

    def find(self, analysis: Analysis) -> tuple[Match, ...]:
        """The longest matches, none overlapping another of a different place; equal spans may hold several phrases."""
        if not self._may_match(analysis):
            return ()
        pieces, others = _pieces(analysis)
        found = self._search(analysis.text, pieces, others)
        if len(found) > 1:
            found = _longest(found)
        return tuple([_told(match, pieces, analysis.text) for match in found])

    def find_all(self, analysis: Analysis) -> tuple[Match, ...]:
        """Every match, also inside longer ones, in order of their beginnings."""
        if not self._may_match(analysis):
            return ()
        pieces, others = _pieces(analysis)
        return tuple([_told(match, pieces, analysis.text) for match in self._search(analysis.text, pieces, others)])

    def _may_match(self, analysis: Analysis) -> bool:
        self._trie.tidy()
        return self._glance.may_match(token_texts(analysis.text))

    def _search(self, text: str, pieces: Sequence[Piece], others: Mapping[int, Sequence[_Reading]]) -> list[_Found]:
        found: list[_Found] = []
        root = self._trie.root
        onward, last = root.onward, len(pieces)
        words = [piece.text for piece in pieces]
        run = _Pass(text, pieces, words, others, found)
        for index, word in enumerate(words):
            state = onward[word] if word in onward else self._trie.step(root, word)
            following = index + 1
            # Most words that may begin a phrase do not: looked up here, the next word spares a call.
            if state is not None and (
                state.ends or others or (following < last and state.onward.get(words[following], root) is not None)
            ):
                self._follow(run, index, state, following, pieces[index].end)
            if others and index in others:
                for reading, behind, end in others[index]:
                    self._follow(run, index, self._trie.step(root, reading), behind, end)
        return found

    def _follow(self, run: _Pass, first: int, state: State | None, at: int, end: int) -> None:
        """Add to what ``run`` found what ends in ``state``, before piece ``at``, or behind it."""
        _, pieces, words, others, found = run
        while state is not None:
            for ending in state.ends:
                if not ending.cased or _case_fits(ending, run, first, at, end):
                    start = pieces[first].start
                    found.append((start - end, start, first, at, ending.phrase))
            if others and state.loose and any(piece.glued for piece in pieces[first:at]):
                start = pieces[first].start
                fitting = (one for one in state.loose if not one.cased or _case_fits(one, run, first, at, end))
                found += ((start - end, start, first, at, one.phrase) for one in fitting)
            if not state.nodes or at >= len(words):
                return
            for reading, following, reading_end in others.get(at, ()) if others else ():
                self._follow(run, first, self._trie.step(state, reading), following, reading_end)
            word = words[at]
            state = state.onward[word] if word in state.onward else self._trie.step(state, word)
            end = pieces[at].end
            at += 1


class _Pass(NamedTuple):
    """One text under search."""

    text: str
    pieces: Sequence[Piece]
    words: Sequence[str]
    others: Mapping[int, Sequence[_Reading]]
    found: list[_Found]


def _case_fits(ending: End, run: _Pass, first: int, at: int, end: int) -> bool:
    found = run.pieces[first:at]
    return case_fits(ending.words, found, run.text, end, sensitive=ending.phrase.case_sensitive)


def _longest(found: list[_Found]) -> list[_Found]:
    """The longest matches that do not overlap, and all that share a place with one of them, in order."""
    found.sort()
    taken = 0
    places: set[tuple[int, int]] = set()
    chosen: list[_Found] = []
    for match in found:
        length, start, first, stop, _ = match
        mask = (1 << stop) - (1 << first)
        if not mask & taken or (length, start) in places:
            taken |= mask
            places.add((length, start))
            chosen.append(match)
    chosen.sort(key=_START)
    return chosen


_START = itemgetter(1)


def _told(match: _Found, pieces: Sequence[Piece], text: str) -> Match:
    length, start, first, stop, phrase = match
    end = start - length
    if stop > first + 1 and text[end : end + 1] in _CLOSING and _opens_quotation(text[start:end]):
        end += 1
    partial = pieces[first].glued or (stop < len(pieces) and pieces[stop].glued)
    return Match(Span(start, end), phrase, partial)


def _opens_quotation(text: str) -> bool:
    """Whether a quotation opens inside a match and does not close there: *expanded "troika*."""
    return text.count('"') % 2 == 1 or text.count("«") > text.count("»") or text.count("“") > text.count("”")


def _other_readings(pieces: Sequence[Piece], index: int) -> Iterator[_Reading]:
    """The ways to read on beside the plain word: without a footnote's digit, the whole compound as one word."""
    piece = pieces[index]
    if piece.stem:
        yield piece.stem, index + 1, piece.start + len(piece.stem)
    if index + 1 < len(pieces) and pieces[index + 1].glued and not piece.glued:
        stop = index + 1
        while stop < len(pieces) and pieces[stop].glued:
            stop += 1
        yield "".join(part.text for part in pieces[index:stop]), stop, pieces[stop - 1].end
