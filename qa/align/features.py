"""The closer look at the beads that may stand: one row of features for each.

The words of a bead are compared one by one, with their places, which the first score cannot afford: a neighbour that
was glued to a true pair has words that find no partner, or none at the place where its half of the other side stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from qa.align.settings import MOVES
from qa.align.shapes import End
from qa.align.weights import Weights

if TYPE_CHECKING:
    from qa.align.arrays import Bits, Floats, Ints
    from qa.align.encoding import EncodedText
    from qa.align.scoring import DocumentScorer, Speech
    from qa.align.search import Candidates

__all__ = ["FeatureMaker", "explained_parts", "explained_share"]

_COLUMN = {name: column for column, name in enumerate(Weights.__struct_fields__)}
_KINDS = {
    (0, 1): "added",
    (1, 0): "dropped",
    (1, 1): "one",
    (1, 2): "two",
    (2, 1): "two",
    (1, 3): "three",
    (3, 1): "three",
    (1, 4): "four",
    (4, 1): "four",
    (2, 2): "two_two",
}
_KIND_COLUMN = [_COLUMN[_KINDS.get(move, "larger")] for move in MOVES]
_ROWS = 64
"""Rows of candidates whose words are looked up together."""
_TRUST = 0.6
_NEARNESS = 6.0
"""How fast a word loses credit with its distance from the expected place, by the length of the bead."""
_LIKELY = 0.1
_NUMBER_FOUND = 0.2
_MOST_NUMBERS = 4
_SHORT = 3


class _Words:
    """The words of one side in a stretch of the document, as places in the stretch's link matrices."""

    def __init__(self, text: EncodedText, speech: Speech, numbers: Bits, start: int, stop: int) -> None:
        self.forms, self.words = np.unique(text.words(start, stop), return_inverse=True)
        self.starts = text.starts[start : stop + 1] - text.starts[start]
        self.first = start
        self.chance = speech.chances(self.forms)
        self.information = -np.log(self.chance)
        self.number = numbers[self.forms]

    def of(self, sentence: int, count: int) -> tuple[Ints, Ints]:
        """The words of ``count`` sentences, and where each of the sentences begins among them."""
        bounds = self.starts[sentence - self.first : sentence - self.first + count + 1]
        return self.words[bounds[0] : bounds[-1]], bounds[:-1] - bounds[0]


class FeatureMaker:
    """Describes beads of one document."""

    def __init__(self, scorer: DocumentScorer, numbers: tuple[Bits, Bits]) -> None:
        self._scorer = scorer
        self._numbers = numbers

    def describe(self, beads: Candidates) -> Floats:
        """The features of each bead (rows) in the order of ``Weights`` (columns)."""
        features = np.zeros((len(beads.row), len(_COLUMN)), np.float32)
        bounds = np.searchsorted(beads.row, np.arange(0, len(self._scorer.source) + _ROWS, _ROWS))
        for start, stop in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True):
            if start < stop:
                self._describe_some(beads, features, range(start, stop))
        return features

    def _describe_some(self, beads: Candidates, features: Floats, numbers: range) -> None:
        source, target = self._scorer.source, self._scorer.target
        chosen = slice(numbers.start, numbers.stop)
        sizes = np.array([MOVES[kind] for kind in beads.kind[chosen]])
        top, left = beads.row[chosen].min(), beads.column[chosen].min()
        bottom, right = (beads.row[chosen] + sizes[:, 0]).max(), (beads.column[chosen] + sizes[:, 1]).max()
        ours = _Words(source, self._scorer.source_speech, self._numbers[0], int(top), int(bottom))
        theirs = _Words(target, self._scorer.target_speech, self._numbers[1], int(left), int(right))
        links = self._scorer.links.dense(ours.forms, theirs.forms)
        for number in numbers:
            row, column, kind = int(beads.row[number]), int(beads.column[number]), int(beads.kind[number])
            features[number, _KIND_COLUMN[kind]] = 1
            a, b = MOVES[kind]
            if a and b:
                features[number, _COLUMN["given"]] = self._scorer.given(row, column, kind)
                self._paired(features[number], ours, theirs, links, (row, column, a, b))
            elif a:
                _alone(features[number], ours, row, int(source.ends[row]))
            else:
                _alone(features[number], theirs, column, int(target.ends[column]))

    def _paired(
        self,
        features: Floats,
        ours: _Words,
        theirs: _Words,
        links: tuple[Floats, Floats],
        bead: tuple[int, int, int, int],
    ) -> None:
        row, column, a, b = bead
        left, left_starts = ours.of(row, a)
        right, right_starts = theirs.of(column, b)
        forward, backward = (shares[left[:, None], right] for shares in links)
        near = _nearness(len(left), len(right))
        features[_COLUMN["placed"]] = (
            _worth((forward * (near / near.sum(0))).sum(0), theirs.chance[right])
            + _worth((backward * (near / near.sum(1)[:, None])).sum(1), ours.chance[left])
        ) / 10
        linked = _linked(forward, backward, near)
        parts = [
            _explained(ours.information[left], np.any(linked, axis=1), left_starts),
            _explained(theirs.information[right], np.any(linked, axis=0), right_starts),
        ]
        explained = sum(float(part.sum()) for part, _ in parts)
        features[_COLUMN["explained"]] = explained / 100
        features[_COLUMN["unexplained"]] = (sum(float(whole.sum()) for _, whole in parts) - explained) / 100
        joined = [share for part, whole in parts if len(whole) > 1 for share in (part / whole).tolist()]
        features[_COLUMN["weakest"]] = min(joined, default=0.0)
        lost = ours.number[left] & (backward.max(1) <= _NUMBER_FOUND)
        gained = theirs.number[right] & (forward.max(0) <= _NUMBER_FOUND)
        features[_COLUMN["numbers"]] = min(int(lost.sum() + gained.sum()), _MOST_NUMBERS)
        self._outline(features, bead)

    def _outline(self, features: Floats, bead: tuple[int, int, int, int]) -> None:
        """Lengths and marks at the ends of sentences."""
        row, column, a, b = bead
        source, target = self._scorer.source, self._scorer.target
        ours, theirs = source.lengths[row : row + a], target.lengths[column : column + b]
        features[_COLUMN["length"]] = self._scorer.length_term(ours.sum(keepdims=True), theirs.sum(keepdims=True))[0]
        features[_COLUMN["ends"]] = source.ends[row + a - 1] != target.ends[column + b - 1]
        full = int(source.full[row : row + a - 1].sum() + target.full[column : column + b - 1].sum())
        features[_COLUMN["joins_full"]] = full
        features[_COLUMN["joins_open"]] = a + b - 2 - full


def explained_share(features: Floats) -> float:
    """How much of the information in all beads has a partner, 0-1: what is known of the words of a document."""
    explained, whole = explained_parts(features)
    return float(explained.sum()) / max(float(whole.sum()), 1e-6)


def explained_parts(features: Floats) -> tuple[Floats, Floats]:
    """Of each bead the information of the words with a partner, and of all its words, in hundreds of nats."""
    explained = features[:, _COLUMN["explained"]]
    return explained, explained + features[:, _COLUMN["unexplained"]]


def _nearness(sources: int, targets: int) -> Floats:
    """Credit of each pair of words for standing near the same relative place, 1 at best."""
    places = (np.arange(sources, dtype=np.float32) + 0.5) / sources
    others = (np.arange(targets, dtype=np.float32) + 0.5) / targets
    return np.exp(-_NEARNESS * np.abs(places[:, None] - others))


def _worth(made: Floats, chance: Floats) -> float:
    """The log-likelihood ratio of words that their partners make with probability ``made``."""
    ratio = np.log1p(_TRUST * (np.minimum(made, 1) / chance - 1))
    return float(np.clip(ratio, -5, 8).sum())


def _linked(forward: Floats, backward: Floats, near: Floats) -> Bits:
    """Pairs of words that prefer each other to all others."""
    likelier = np.maximum(forward, backward)
    liking = (np.sqrt(forward * backward) + likelier / 2) * (near + np.float32(0.05))
    best = (liking >= liking.max(1, keepdims=True)) & (liking >= liking.max(0))
    mutual: Bits = best & (likelier > _LIKELY)
    return mutual


def _explained(information: Floats, linked: Bits, starts: Ints) -> tuple[Floats, Floats]:
    """For each sentence the information of its words with a partner, and of all its words."""
    return np.add.reduceat(information * linked, starts), np.add.reduceat(information, starts)


def _alone(features: Floats, words: _Words, sentence: int, end: int) -> None:
    own, _ = words.of(sentence, 1)
    features[_COLUMN["alone_words"]] = words.information[own].sum() / 100
    features[_COLUMN["alone_short"]] = len(own) <= _SHORT
    features[_COLUMN["alone_open"]] = end < End.STOP
