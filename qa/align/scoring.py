"""The score of every bead that starts in a tile: prior, words in both directions, lengths.

The word term is the log-likelihood ratio of Moore (2002): what the words of one side are worth as a translation of the
other, against chance. The length term is that of Gale and Church (1993) with a ratio of logarithms.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from qa.align.settings import MOVES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.align.arrays import Floats, Ints
    from qa.align.band import Tile
    from qa.align.encoding import EncodedText
    from qa.align.links import LinkTable
    from qa.align.settings import Settings

__all__ = ["NOTHING", "DocumentScorer"]

NOTHING = np.float32(-1e9)
"""The score of what cannot be."""

_REACH = 4
"""Sentences of the longest side of a bead."""
_RATIO_LIMITS = (0.75, 1.25)
_FEW = 3
_RARE = 0.1


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Consecutive sentences of one side of a tile as a matrix of word counts."""

    forms: Ints
    counts: Floats
    """Sentences by forms."""
    chance: Floats
    """Probability of each form in the document."""

    @property
    def sizes(self) -> Floats:
        """Words of each sentence."""
        return self.counts.sum(1)


class DocumentScorer:
    """Scores beads of one document."""

    def __init__(
        self, source: EncodedText, target: EncodedText, links: LinkTable, settings: Settings, *, learnt: bool
    ) -> None:
        self.source = source
        self.target = target
        self.links = links
        self.settings = settings
        self.trust = settings.trust_learnt if learnt else settings.trust_unlearnt
        self._chances = tuple(_chances(side, settings) for side in (source, target))
        self._ratio = _length_ratio(source, target)

    def tile(self, tile: Tile) -> Floats:
        """Scores of all beads that start in ``tile``: kind of bead by row by column."""
        rows, columns = tile.bottom - tile.top, tile.width
        scores = np.full((len(MOVES), rows, columns), NOTHING)
        ours = self._stretch(0, tile.top, tile.bottom)
        theirs = self._stretch(1, tile.left, tile.right + 1)
        forward, backward = self._word_terms(ours, theirs)
        lengths = self._lengths(tile)
        for kind, (a, b) in enumerate(MOVES):
            fits = (slice(0, max(min(rows, len(ours.counts) - a + 1), 0)), slice(0, max(min(columns, len(theirs.counts) - b + 1), 0)))
            block = scores[kind][fits]
            if not (a and b):
                block[:] = self.settings.alone
            elif block.size:
                words = _windows(forward[a - 1], b, 1) + _windows(backward[b - 1], a, 0)
                block[:] = np.log(self.settings.priors[kind])
                block += self.settings.words_weight / 2 * words[: block.shape[0], : block.shape[1]]
                block += self.settings.length_weight * lengths(a, b)[: block.shape[0], : block.shape[1]]
        return scores

    def _stretch(self, side: int, start: int, stop: int) -> _Stretch:
        text = (self.source, self.target)[side]
        stop = min(stop + _REACH - 1, len(text))
        forms, places = np.unique(text.words(start, stop), return_inverse=True)
        sizes = np.diff(text.starts[start : stop + 1])
        counts = np.zeros((max(stop - start, 0), len(forms)), np.float32)
        np.add.at(counts, (np.repeat(np.arange(len(sizes)), sizes), places), 1)
        known, chances, rest = self._chances[side]
        return _Stretch(forms, counts, chances[np.searchsorted(known, forms)] if len(forms) else chances[:0])

    def chance(self, side, forms):
        known, chances, _ = self._chances[side]
        return chances[np.searchsorted(known, forms)]

    def length_term(self, row, column, a, b):
        settings = self.settings
        left, right = self.source.lengths[row : row + a].sum() * self._ratio, self.target.lengths[column : column + b].sum()
        d = np.log(right / left) ** 2 / 2
        v = settings.length_spread**2 + settings.length_noise / (left / self._ratio + right)
        return max(-d / v - np.log(v) / 2 + d / settings.chance_spread**2 + np.log(settings.chance_spread), settings.length_floor)

    def _word_terms(self, ours: _Stretch, theirs: _Stretch) -> tuple[list[Floats], list[Floats]]:
        """For 1 to 4 joined sentences of one side, the worth of each sentence of the other side's words.

        Both lists hold matrices of source by target sentences.
        """
        forward, backward = self.links.dense(ours.forms, theirs.forms)
        to_target = [
            worth @ theirs.counts.T for worth in self._worth(ours.counts @ forward, ours.sizes, theirs.chance)
        ]
        to_source = [
            ours.counts @ worth.T for worth in self._worth(theirs.counts @ backward.T, theirs.sizes, ours.chance)
        ]
        return to_target, to_source

    def _worth(self, made: Floats, sizes: Floats, chance: Floats) -> Iterator[Floats]:
        """Of every form, given 1, 2, 3 and 4 sentences from each place on."""
        settings = self.settings
        for joined in range(1, _REACH + 1):
            share = np.minimum(_windows(made, joined, 0), 1)
            share /= _windows(sizes, joined, 0)[:, None] * chance
            worth = np.log1p(self.trust * (share - 1))
            yield np.clip(worth, settings.word_floor, settings.word_cap)

    def _lengths(self, tile: Tile):
        settings = self.settings
        ours = self.source.lengths[tile.top : tile.bottom + _REACH - 1]
        theirs = self.target.lengths[tile.left : tile.right + _REACH]

        def term(a: int, b: int) -> Floats:
            left, right = _windows(ours, a, 0)[:, None] * self._ratio, _windows(theirs, b, 0)
            distance = np.log(right / left) ** 2 / 2
            variance = settings.length_spread**2 + settings.length_noise / (left / self._ratio + right)
            likely = -distance / variance - np.log(variance) / 2
            chance = -distance / settings.chance_spread**2 - np.log(settings.chance_spread)
            return np.maximum(likely - chance, settings.length_floor)

        return term


def _windows(values: Floats, size: int, axis: int) -> Floats:
    """Sums of ``size`` neighbours along ``axis``, from each place on."""
    length = values.shape[axis] - size + 1
    if length <= 0:
        return values.take(range(0), axis)
    return sum(values.take(range(start, start + length), axis) for start in range(size))


def _chances(text: EncodedText, settings: Settings) -> tuple[Ints, Floats, float]:
    forms, counts = np.unique(text.forms, return_counts=True)
    total = counts.sum() + settings.background
    return forms, ((counts + _RARE) / total).astype(np.float32), float(_RARE / total)


def _length_ratio(source: EncodedText, target: EncodedText) -> np.float32:
    """Target characters for a source character."""
    if min(len(source), len(target)) <= _FEW:
        return np.float32(1)
    return np.clip(target.lengths.sum() / source.lengths.sum(), *_RATIO_LIMITS)
