"""Learning which stems translate each other from pairs of sentences: IBM model 1 (Brown et al. 1993), both ways.

Words near the same relative place of their sentences are likelier to belong together, as in the parametrised model 2 of
Dyer, Chahuneau and Smith (2013).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from qa.align.arrays import ragged

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from qa.align.arrays import Ints

    Doubles = npt.NDArray[np.float64]

__all__ = ["LearntPairs", "learn"]

_ROUNDS = 5
_MOST_WORDS = 60
_LEAST_SHARE = 0.03
_LEAST_TOGETHER = 2
_DIAGONAL = 2.0
_NULL = 0.5


@dataclass(frozen=True, slots=True)
class LearntPairs:
    """Pairs of stem ids with their shares in both directions."""

    source: Ints
    target: Ints
    forward: Doubles
    backward: Doubles


@dataclass(frozen=True, slots=True)
class _Meetings:
    """Every source stem with every target stem of every sentence pair."""

    pair: Ints
    """Which of the distinct pairs of stems meets."""
    source_word: Ints
    """Which of all source words of all sentences."""
    target_word: Ints
    closeness: Doubles
    pair_source: Ints
    pair_target: Ints
    count: Ints
    """How often each distinct pair meets."""


def learn(pairs: Sequence[tuple[Ints, Ints]], *, smoothing: float) -> LearntPairs:
    """Learn from the stem ids of sentences and their translations.

    Args:
        pairs: For each pair the stem ids of both sides, in order.
        smoothing: Expected occurrences that every stem owes to no partner; damps the shares of rare stems.
    """
    if not pairs:
        return LearntPairs(*np.zeros((2, 0), np.int64), *np.zeros((2, 0)))
    met = _meet(pairs)
    forward = _expect(met, met.target_word, met.pair_source, met.pair_target, smoothing)
    backward = _expect(met, met.source_word, met.pair_target, met.pair_source, smoothing)
    kept = (met.count >= _LEAST_TOGETHER) & (np.maximum(forward, backward) > _LEAST_SHARE)
    return LearntPairs(met.pair_source[kept], met.pair_target[kept], forward[kept], backward[kept])


def _meet(pairs: Sequence[tuple[Ints, Ints]]) -> _Meetings:
    ours, theirs = ([_distinct(pair[side]) for pair in pairs] for side in (0, 1))
    our_counts, their_counts = (np.array([len(words) for words in side]) for side in (ours, theirs))
    source, target = np.concatenate(ours), np.concatenate(theirs)
    our_places, their_places = _places(our_counts), _places(their_counts)
    their_starts = np.cumsum(their_counts) - their_counts
    rows = np.repeat(their_counts, our_counts)
    source_word = np.repeat(np.arange(len(source)), rows)
    target_word = ragged(np.repeat(their_starts, our_counts), rows)
    closeness = np.exp(-_DIAGONAL * np.abs(our_places[source_word] - their_places[target_word]))
    width = int(target.max(initial=0)) + 1
    keys, pair, count = np.unique(
        source[source_word] * width + target[target_word], return_inverse=True, return_counts=True
    )
    return _Meetings(pair, source_word, target_word, closeness, keys // width, keys % width, count)


def _distinct(words: Ints) -> Ints:
    return np.array(list(dict.fromkeys(words.tolist()))[:_MOST_WORDS], np.int64)


def _places(counts: Ints) -> Doubles:
    """The relative place of each word in its sentence, from 0 to 1."""
    return (ragged(np.zeros_like(counts), counts) + 0.5) / np.repeat(counts, counts)


def _expect(met: _Meetings, word: Ints, given: Ints, made: Ints, smoothing: float) -> Doubles:
    """p(made | given) of each distinct pair, by expectation and maximisation."""
    frequency = np.bincount(made, met.count)
    share = np.full(len(given), 1.0 / max(len(frequency), 1))
    words = int(word.max()) + 1
    maker = np.zeros(words, np.int64)
    maker[word] = made[met.pair]
    nothing = _NULL * frequency[maker] / frequency.sum()
    for _ in range(_ROUNDS):
        weight = share[met.pair] * met.closeness
        total = np.bincount(word, weight, words) + nothing
        gained = np.bincount(met.pair, weight / total[word], len(share))
        owed = np.bincount(given, gained)
        share = gained / (owed[given] + smoothing)
    return share
