"""Finds many phrases in any inflected form in one pass over a text.

The phrases stand in a trie whose edges are the lemma sets of their pieces: an edge may be taken by a piece of the
text when the two sets meet. The cost of a pass depends on the text and hardly on the number of phrases (after Aho and
Corasick 1975, with sets instead of letters, and restarts instead of failure links).
"""

from __future__ import annotations

from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from qa.core.span import Span
from qa.languages.morphology import fold, lemmas
from qa.terms.pieces import Piece, cut
from qa.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qa.text.analysis import Analysis

__all__ = ["Match", "Matcher", "Phrase", "is_abbreviation"]

_CACHE_SIZE = 1 << 16
_RECENT = 256
_CLOSING = frozenset('"»”')
_SHOUTED_LETTERS = 6
_SHOUTED_SHARE = 0.8
_ABBREVIATION_LENGTH = 6


class Phrase(NamedTuple):
    """What to look for."""

    text: str
    key: int
    """The caller's number for it; several phrases may share one."""
    case_sensitive: bool = False


class Match(NamedTuple):
    """Where a phrase stands; ``span`` covers the words as inflected there."""

    span: Span
    phrase: Phrase
    partial: bool
    """Whether a hyphen joins the match to a word beside it, as in *X-like*."""


class _End(NamedTuple):
    """A phrase that ends in a node, with what its letters ask of the text's."""

    phrase: Phrase
    words: tuple[str, ...]
    cased: bool
    """Whether case matters: the phrase is case-sensitive, or one of its words is an abbreviation."""


_Found = tuple[int, int, int, int, Phrase]
"""A match by its pieces: minus its length, start, number of the first piece, of the one behind the last, phrase."""


class _Node:
    """A state of the trie."""

    __slots__ = ("by_lemma", "by_set", "ends")

    def __init__(self) -> None:
        self.by_set: dict[frozenset[str], _Node] = {}
        self.by_lemma: dict[str, list[_Node]] = {}
        self.ends: list[_End] = []

    def grow(self, edge: frozenset[str]) -> _Node:
        """The child behind ``edge``, made when there is none."""
        child = self.by_set.get(edge)
        if child is None:
            child = self.by_set[edge] = _Node()
            for lemma in edge:
                self.by_lemma.setdefault(lemma, []).append(child)
        return child

    def step(self, word: str, language: str) -> Iterable[_Node]:
        """The children whose sets meet the lemmas of ``word``, each once."""
        by_lemma = self.by_lemma
        edge = _edge(word, language)
        if by_lemma.keys().isdisjoint(edge):
            return ()
        return {id(child): child for lemma in edge for child in by_lemma.get(lemma, ())}.values()


class _Start(NamedTuple):
    """A word of a text: its lemmas, and where it leads from the root."""

    edge: frozenset[str]
    nodes: tuple[_Node, ...]
    ends: bool
    """Whether a phrase is only this word."""
    onward: frozenset[str]
    """The lemmas that may follow."""


@lru_cache(_CACHE_SIZE)
def _edge(word: str, language: str) -> frozenset[str]:
    return frozenset({word}) if not word[0].isalpha() else lemmas(word, language) | {fold(word)}


@lru_cache(_RECENT)
def _pieces(analysis: Analysis) -> list[Piece]:
    """The pieces of a text, which several matchers ask for in turn."""
    return cut(analysis.tokens)


class Matcher:
    """A set of phrases in one language, ready to be looked for."""

    def __init__(self, phrases: Iterable[Phrase], language: str) -> None:
        self.language = language
        self._root = _Node()
        self._starts: dict[str, _Start] = {}
        """The first steps by the words of texts, as they are met."""
        for phrase in phrases:
            self._insert(phrase)

    def _insert(self, phrase: Phrase) -> None:
        words = tuple(piece.text for piece in cut(tuple(tokenize(phrase.text))))
        node = self._root
        for word in words:
            node = node.grow(_edge(word, self.language))
        if words:
            node.ends.append(_End(phrase, words, phrase.case_sensitive or any(map(is_abbreviation, words))))

    def find(self, analysis: Analysis) -> tuple[Match, ...]:
        """The longest matches, none overlapping another of a different place; equal spans may hold several phrases."""
        pieces = _pieces(analysis)
        found = self._search(analysis.text, pieces)
        if len(found) > 1:
            found = _longest(found)
        return tuple([_told(match, pieces, analysis.text) for match in found])

    def find_all(self, analysis: Analysis) -> tuple[Match, ...]:
        """Every match, also inside longer ones, in order of their beginnings."""
        pieces = _pieces(analysis)
        return tuple([_told(match, pieces, analysis.text) for match in self._search(analysis.text, pieces)])

    def _search(self, text: str, pieces: Sequence[Piece]) -> list[_Found]:
        found: list[_Found] = []
        root, known = self._root, self._starts
        starts = [known.get(piece.text) or self._start(piece.text) for piece in pieces]
        for index, piece in enumerate(pieces):
            start = starts[index]
            if start.nodes and (start.ends or _promises(start, starts, pieces, index + 1)):
                states = [(node, index + 1, piece.end) for node in start.nodes]
                self._follow(text, pieces, index, states, found)
            if piece.stem or _heads_compound(pieces, index):
                states = self._onward(pieces, index, root)[len(start.nodes) :]
                self._follow(text, pieces, index, states, found)
        return found

    def _start(self, word: str) -> _Start:
        edge = _edge(word, self.language)
        nodes = tuple(self._root.step(word, self.language))
        onward = frozenset(lemma for node in nodes for lemma in node.by_lemma)
        if len(self._starts) >= _CACHE_SIZE:
            self._starts.clear()
        start = self._starts[word] = _Start(edge, nodes, any(node.ends for node in nodes), onward)
        return start

    def _follow(
        self, text: str, pieces: Sequence[Piece], first: int, states: list[_State], found: list[_Found]
    ) -> None:
        """Add to ``found`` what ends in ``states`` or behind them."""
        start = pieces[first].start
        while states:
            node, at, end = states.pop()
            for ending in node.ends:
                if not ending.cased or _case_fits(ending, pieces[first:at], text, end):
                    match = (start - end, start, first, at, ending.phrase)
                    found.append(match)
            if node.by_set and at < len(pieces):
                states += self._onward(pieces, at, node)

    def _onward(self, pieces: Sequence[Piece], at: int, node: _Node) -> list[_State]:
        """The states one word further, that of the plain word first."""
        piece = pieces[at]
        states = [(child, at + 1, piece.end) for child in node.step(piece.text, self.language)]
        if piece.stem or _heads_compound(pieces, at):
            for word, following, end in _other_readings(pieces, at):
                states += [(child, following, end) for child in node.step(word, self.language)]
        return states


def _promises(start: _Start, starts: Sequence[_Start], pieces: Sequence[Piece], following: int) -> bool:
    """Whether a phrase that begins with ``start`` may go on with the next piece: a test made very often."""
    if following >= len(pieces):
        return False
    meets = not start.onward.isdisjoint(starts[following].edge)
    return meets or bool(pieces[following].stem) or _heads_compound(pieces, following)


_State = tuple[_Node, int, int]
"""A node, the number of the next piece, and the offset behind the last word."""


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


def _other_readings(pieces: Sequence[Piece], index: int) -> Iterator[tuple[str, int, int]]:
    """The ways to read on beside the plain word: without a footnote's digit, the whole compound as one word."""
    piece = pieces[index]
    if piece.stem:
        yield piece.stem, index + 1, piece.start + len(piece.stem)
    if _heads_compound(pieces, index):
        stop = index + 1
        while stop < len(pieces) and pieces[stop].glued:
            stop += 1
        yield "".join(part.text for part in pieces[index:stop]), stop, pieces[stop - 1].end


def _heads_compound(pieces: Sequence[Piece], index: int) -> bool:
    return index + 1 < len(pieces) and pieces[index + 1].glued and not pieces[index].glued


def is_abbreviation(word: str) -> bool:
    """Whether ``word`` is a short run of capitals, such as *IS* or *ООН*, that must not be read as a common word."""
    return 1 < len(word) <= _ABBREVIATION_LENGTH and word.isalpha() and word.isupper()


def _case_fits(ending: _End, found: Sequence[Piece], text: str, end: int) -> bool:
    start = found[0].start
    pairs = [(word, piece.text) for word, piece in zip(ending.words, found, strict=False)]
    abbreviations = [(word, form) for word, form in pairs if is_abbreviation(word)]
    if not all(form.startswith(word) for word, form in abbreviations):
        return False
    if abbreviations and len(abbreviations) == len(ending.words) and _shouted(text, start, end):
        return False
    return not ending.phrase.case_sensitive or all(
        form[0].isupper() if word[0].isupper() else form[0] == word[0] or (index == 0 and _opens(text, start))
        for index, (word, form) in enumerate(pairs)
    )


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether the line round the match is all capitals, so that capitals say nothing there."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line = text[line_start:start] + text[end : line_end if line_end >= 0 else len(text)]
    letters = [letter for letter in line if letter.isalpha()]
    upper = sum(letter.isupper() for letter in letters)
    return len(letters) >= _SHOUTED_LETTERS and upper >= _SHOUTED_SHARE * len(letters)


def _opens(text: str, start: int) -> bool:
    """Whether a sentence begins at ``start``."""
    before = text[:start].rstrip(" \t\u00a0\"'«„“(")
    return not before or before[-1] in ".!?…:\n"
