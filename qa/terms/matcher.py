"""Finds many phrases in any inflected form in one pass over a text.

The phrases stand in a trie whose edges are the lemma sets of their pieces: an edge may be taken by a piece of the
text when the two sets meet. Several edges may be open to one word; the sets of nodes that are reached together are
kept with the words that lead on from them, so that every step is made out once and looked up afterwards. The cost of a
pass depends on the text and hardly on the number of phrases (after Aho and Corasick 1975, with sets instead of
letters, and restarts instead of failure links; the subset construction is Rabin and Scott's, 1959, done as needed).
"""

from __future__ import annotations

from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from qa.core.span import Span
from qa.languages.morphology import fold, lemmas
from qa.terms.agreement import AGREEING, agrees
from qa.terms.casing import case_fits, is_abbreviation
from qa.terms.pieces import Piece, cut
from qa.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from qa.text.analysis import Analysis

__all__ = ["Match", "Matcher", "Phrase", "is_abbreviation"]

_CACHE_SIZE = 1 << 16
_MOST_STEPS = 1 << 18
"""How many steps a matcher remembers."""
_RECENT = 256
_CLOSING = frozenset('"»”')


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
    """A phrase that ends in a node, with what it asks of the text's letters and forms."""

    phrase: Phrase
    words: tuple[str, ...]
    cased: bool
    """Whether case matters: the phrase is case-sensitive, or one of its words is an abbreviation."""
    agreeing: bool
    """Whether its words must agree."""


_Found = tuple[int, int, int, int, Phrase]
"""A match by its pieces: minus its length, start, number of the first piece, of the one behind the last, phrase."""
_Reading = tuple[str, int, int]
"""Another way to read a piece: a word, the number of the piece behind it, and the offset of its end."""


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

    def step(self, edge: frozenset[str]) -> Iterable[_Node]:
        """The children whose sets meet ``edge``, each once."""
        by_lemma = self.by_lemma
        if by_lemma.keys().isdisjoint(edge):
            return ()
        return {id(child): child for lemma in edge for child in by_lemma.get(lemma, ())}.values()


class _State:
    """The nodes that one run of words leads to, and where further words lead from there."""

    __slots__ = ("ends", "loose", "nodes", "onward", "words")

    def __init__(self, nodes: Iterable[_Node], words: tuple[str, ...], language: str) -> None:
        self.nodes = tuple(node for node in nodes if node.by_set)
        self.words = words
        ends = [ending for node in nodes for ending in node.ends]
        self.ends = tuple(end for end in ends if not end.agreeing or agrees(end.words, words, language))
        """The phrases that end here."""
        self.loose = tuple(end for end in ends if end not in self.ends)
        """Those whose words do not agree: only compounds, the first part of which has but one form, are let pass."""
        self.onward: dict[str, _State | None] = {}


@lru_cache(_CACHE_SIZE)
def _edge(word: str, language: str) -> frozenset[str]:
    return frozenset({word}) if not word[0].isalpha() else lemmas(word, language) | {fold(word)}


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
        self._agreeing = language.replace("_", "-").split("-", maxsplit=1)[0].lower() in AGREEING
        root = _Node()
        for phrase in phrases:
            self._insert(root, phrase)
        self._root = _State((root,), (), language)
        self._steps = 0

    def _insert(self, root: _Node, phrase: Phrase) -> None:
        words = tuple(piece.text for piece in cut(tuple(tokenize(phrase.text))))
        node = root
        for word in words:
            node = node.grow(_edge(word, self.language))
        if words:
            cased = phrase.case_sensitive or any(map(is_abbreviation, words))
            node.ends.append(_End(phrase, words, cased, self._agreeing and len(words) > 1))

    def find(self, analysis: Analysis) -> tuple[Match, ...]:
        """The longest matches, none overlapping another of a different place; equal spans may hold several phrases."""
        pieces, others = _pieces(analysis)
        found = self._search(analysis.text, pieces, others)
        if len(found) > 1:
            found = _longest(found)
        return tuple([_told(match, pieces, analysis.text) for match in found])

    def find_all(self, analysis: Analysis) -> tuple[Match, ...]:
        """Every match, also inside longer ones, in order of their beginnings."""
        pieces, others = _pieces(analysis)
        return tuple([_told(match, pieces, analysis.text) for match in self._search(analysis.text, pieces, others)])

    def _search(self, text: str, pieces: Sequence[Piece], others: Mapping[int, Sequence[_Reading]]) -> list[_Found]:
        found: list[_Found] = []
        root = self._root
        if self._steps > _MOST_STEPS:
            root.onward.clear()
            self._steps = 0
        onward, last = root.onward, len(pieces)
        words = [piece.text for piece in pieces]
        run = _Pass(text, pieces, words, others, found)
        for index, word in enumerate(words):
            state = onward[word] if word in onward else self._step(root, word)
            following = index + 1
            # Most words that may begin a phrase do not: looked up here, the next word spares a call.
            if state is not None and (
                state.ends or others or (following < last and state.onward.get(words[following], root) is not None)
            ):
                self._follow(run, index, state, following, pieces[index].end)
            if others and index in others:
                for reading, behind, end in others[index]:
                    self._follow(run, index, self._step(root, reading), behind, end)
        return found

    def _step(self, state: _State, word: str) -> _State | None:
        """Where ``word`` leads from ``state``; None if nowhere."""
        if word in state.onward:
            return state.onward[word]
        edge = _edge(word, self.language)
        nodes = tuple({id(child): child for node in state.nodes for child in node.step(edge)}.values())
        following = state.onward[word] = _State(nodes, (*state.words, word), self.language) if nodes else None
        self._steps += 1
        return following

    def _follow(self, run: _Pass, first: int, state: _State | None, at: int, end: int) -> None:
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
                self._follow(run, first, self._step(state, reading), following, reading_end)
            word = words[at]
            state = state.onward[word] if word in state.onward else self._step(state, word)
            end = pieces[at].end
            at += 1


class _Pass(NamedTuple):
    """One text under search."""

    text: str
    pieces: Sequence[Piece]
    words: Sequence[str]
    others: Mapping[int, Sequence[_Reading]]
    found: list[_Found]


def _case_fits(ending: _End, run: _Pass, first: int, at: int, end: int) -> bool:
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
