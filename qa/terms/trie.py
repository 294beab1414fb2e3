"""The trie of phrases: what words lead on from a run of words, in any inflected form.

Its edges are the lemma sets of the phrases' pieces: an edge may be taken by a piece of a text when the two sets meet.
Several edges may be open to one word; the sets of nodes that are reached together are kept with the words that lead on
from them, so that every step is made out once and looked up afterwards (after Aho and Corasick 1975, with sets instead
of letters, and restarts instead of failure links; the subset construction is Rabin and Scott's, 1959, done as needed).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa.languages.morphology import fold, lemmas
from qa.terms.agreement import AGREEING, agrees
from qa.terms.casing import is_abbreviation
from qa.terms.pieces import cut
from qa.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["End", "Phrase", "State", "Trie"]

_CACHE_SIZE = 1 << 16
_MOST_STEPS = 1 << 18
"""How many steps a trie remembers."""


class Phrase(NamedTuple):
    """What to look for."""

    text: str
    key: int
    """The caller's number for it; several phrases may share one."""
    case_sensitive: bool = False


class End(NamedTuple):
    """A phrase that ends in a node, with what it asks of the text's letters and forms."""

    phrase: Phrase
    words: tuple[str, ...]
    cased: bool
    """Whether case matters: the phrase is case-sensitive, or one of its words is an abbreviation."""
    agreeing: bool
    """Whether its words must agree."""


class _Node:
    """A state of the trie."""

    __slots__ = ("by_lemma", "by_set", "ends")

    def __init__(self) -> None:
        self.by_set: dict[frozenset[str], _Node] = {}
        self.by_lemma: dict[str, list[_Node]] = {}
        self.ends: list[End] = []

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


class State:
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
        self.onward: dict[str, State | None] = {}


@lru_cache(_CACHE_SIZE)
def _edge(word: str, language: str) -> frozenset[str]:
    return frozenset({word}) if not word[0].isalpha() else lemmas(word, language) | {fold(word)}


class Trie:
    """A set of phrases in one language."""

    def __init__(self, phrases: Iterable[Phrase], language: str) -> None:
        self._language = language
        self._agreeing = language.replace("_", "-").split("-", maxsplit=1)[0].lower() in AGREEING
        root = _Node()
        for phrase in phrases:
            self._insert(root, phrase)
        self._steps = 0
        self.root = State((root,), (), language)
        """Where every phrase begins."""

    def _insert(self, root: _Node, phrase: Phrase) -> None:
        words = tuple(piece.text for piece in cut(tuple(tokenize(phrase.text))))
        node = root
        for word in words:
            node = node.grow(_edge(word, self._language))
        if words:
            cased = phrase.case_sensitive or any(map(is_abbreviation, words))
            node.ends.append(End(phrase, words, cased, self._agreeing and len(words) > 1))

    def tidy(self) -> None:
        """Forget the steps when there are too many; to be called between two texts."""
        if self._steps > _MOST_STEPS:
            self.root.onward.clear()
            self._steps = 0

    def step(self, state: State, word: str) -> State | None:
        """Where ``word`` leads from ``state``; None if nowhere."""
        if word in state.onward:
            return state.onward[word]
        edge = _edge(word, self._language)
        nodes = tuple({id(child): child for node in state.nodes for child in node.step(edge)}.values())
        following = state.onward[word] = State(nodes, (*state.words, word), self._language) if nodes else None
        self._steps += 1
        return following
