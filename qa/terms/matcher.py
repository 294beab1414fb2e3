"""Finds many phrases in any inflected form in one pass over a text.

The phrases stand in a trie whose edges are the lemma sets of their pieces: an edge may be taken by a piece of the text
when the two sets meet. The cost of a pass depends on the text and hardly on the number of phrases
(after Aho and Corasick 1975, with sets instead of letters, and restarts instead of failure links).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qa.core.span import Span
from qa.languages.morphology import fold, lemmas
from qa.terms.pieces import Piece, cut
from qa.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qa.text.analysis import Analysis

__all__ = ["Match", "Matcher", "Phrase", "is_abbreviation"]

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


class _Node:
    """A state of the trie."""

    __slots__ = ("by_lemma", "by_set", "ends")

    def __init__(self) -> None:
        self.by_set: dict[frozenset[str], _Node] = {}
        self.by_lemma: dict[str, list[_Node]] = {}
        self.ends: list[tuple[Phrase, tuple[str, ...]]] = []

    def grow(self, edge: frozenset[str]) -> _Node:
        """The child behind ``edge``, made when there is none."""
        child = self.by_set.get(edge)
        if child is None:
            child = self.by_set[edge] = _Node()
            for lemma in edge:
                self.by_lemma.setdefault(lemma, []).append(child)
        return child

    def step(self, edge: frozenset[str]) -> tuple[_Node, ...]:
        """The children whose sets meet ``edge``."""
        found: dict[int, _Node] = {}
        for lemma in edge:
            for child in self.by_lemma.get(lemma, ()):
                found[id(child)] = child
        return tuple(found.values())


class Matcher:
    """A set of phrases in one language, ready to be looked for."""

    def __init__(self, phrases: Iterable[Phrase], language: str) -> None:
        self.language = language
        self._root = _Node()
        self._starts: dict[str, tuple[_Node, ...]] = {}
        for phrase in phrases:
            self._insert(phrase)

    def _insert(self, phrase: Phrase) -> None:
        words = tuple(piece.text for piece in cut(tuple(tokenize(phrase.text))))
        node = self._root
        for word in words:
            node = node.grow(self._edge(word))
        if words:
            node.ends.append((phrase, words))

    def _edge(self, word: str) -> frozenset[str]:
        return frozenset({word}) if not word[0].isalpha() else lemmas(word, self.language) | {fold(word)}

    def find(self, analysis: Analysis) -> tuple[Match, ...]:
        """The longest matches, none overlapping another of a different place; equal spans may hold several phrases."""
        chosen: list[Match] = []
        by_length = sorted(self.find_all(analysis), key=lambda match: (-len(match.span), match.span.start))
        for match in by_length:
            if all(match.span == other.span or not match.span.overlaps(other.span) for other in chosen):
                chosen.append(match)
        return tuple(sorted(chosen, key=lambda match: match.span))

    def find_all(self, analysis: Analysis) -> Iterator[Match]:
        """Every match, also inside longer ones."""
        pieces = cut(analysis.tokens)
        for index, piece in enumerate(pieces):
            nodes = self._start(piece.text)
            if nodes or piece.stem or _heads_compound(pieces, index):
                yield from self._from(analysis.text, pieces, index)

    def _start(self, word: str) -> tuple[_Node, ...]:
        nodes = self._starts.get(word)
        if nodes is None:
            nodes = self._starts[word] = self._root.step(self._edge(word))
        return nodes

    def _from(self, text: str, pieces: Sequence[Piece], index: int) -> Iterator[Match]:
        states: list[tuple[_Node, int, int]] = [(self._root, index, 0)]
        while states:
            node, at, end = states.pop()
            if at > index:
                yield from _matches(text, pieces, node, (index, at), end)
            if at < len(pieces) and (node.by_set or node is self._root):
                for word, following, word_end in _readings(pieces, at):
                    onward = self._start(word) if node is self._root else node.step(self._edge(word))
                    states += ((child, following, word_end) for child in onward)


def _readings(pieces: Sequence[Piece], index: int) -> Iterator[tuple[str, int, int]]:
    """The ways to read on: the piece itself, it without a footnote's digit, the whole compound as one word."""
    piece = pieces[index]
    yield piece.text, index + 1, piece.end
    if piece.stem:
        yield piece.stem, index + 1, piece.start + len(piece.stem)
    if _heads_compound(pieces, index):
        stop = index + 1
        while stop < len(pieces) and pieces[stop].glued:
            stop += 1
        yield "".join(part.text for part in pieces[index:stop]), stop, pieces[stop - 1].end


def _heads_compound(pieces: Sequence[Piece], index: int) -> bool:
    return not pieces[index].glued and index + 1 < len(pieces) and pieces[index + 1].glued


def _matches(
    text: str, pieces: Sequence[Piece], node: _Node, bounds: tuple[int, int], end: int
) -> Iterator[Match]:
    first, stop = bounds
    for phrase, words in node.ends:
        found = pieces[first:stop]
        if _case_fits(phrase, words, [piece.text for piece in found], text, pieces[first].start, end):
            partial = pieces[first].glued or (stop < len(pieces) and pieces[stop].glued)
            yield Match(Span(pieces[first].start, end), phrase, partial)


def is_abbreviation(word: str) -> bool:
    """Whether ``word`` is a short run of capitals, such as *IS* or *ООН*, that must not be read as a common word."""
    return 1 < len(word) <= _ABBREVIATION_LENGTH and word.isalpha() and word.isupper()


def _case_fits(  # noqa: PLR0913 -- all of one match
    phrase: Phrase, words: Sequence[str], found: Sequence[str], text: str, start: int, end: int
) -> bool:
    pairs = list(zip(words, found, strict=False))
    abbreviations = [(word, form) for word, form in pairs if is_abbreviation(word)]
    if abbreviations and (
        not all(form.startswith(word) for word, form in abbreviations)
        or (len(abbreviations) == len(words) and _shouted(text, start, end))
    ):
        return False
    if not phrase.case_sensitive:
        return True
    return all(
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
