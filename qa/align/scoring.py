"""The first score of every bead that starts in a tile: prior, words in both directions, lengths, paragraphs.

The word term is the log-likelihood ratio of Moore (2002): what the words of one side are worth as a translation of the
other, against chance. The length term follows Gale and Church (1993), with the logarithm of the ratio of lengths.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from qa.align.likeness import Likeness
from qa.align.settings import MOVES, REACH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.align.arrays import Floats, Ints
    from qa.align.band import Tile
    from qa.align.encoding import EncodedText
    from qa.align.links import LinkTable
    from qa.align.settings import Settings

__all__ = ["NOTHING", "DocumentScorer", "Speech"]

NOTHING = np.float32(-1e9)
"""The score of what cannot be."""

_BLOCK = 256
"""Columns that are scored at a time."""
_RATIO_LIMITS = (0.75, 1.25)
_FEW = 3
_RARE = 0.1


@dataclass(frozen=True, slots=True)
class Speech:
    """How often the forms of one side occur in its document."""

    forms: Ints
    """The forms that occur, sorted."""
    chance: Floats
    """Probability of each."""

    @classmethod
    def of(cls, text: EncodedText, background: float) -> Speech:
        """Count the forms of ``text``, as if it went on for ``background`` more words."""
        forms, counts = np.unique(text.forms, return_counts=True)
        return cls(forms, ((counts + _RARE) / (counts.sum() + background)).astype(np.float32))

    def chances(self, forms: Ints) -> Floats:
        """The probabilities of ``forms``, all of which occur."""
        return self.chance[np.searchsorted(self.forms, forms)]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Consecutive sentences of one side.

    Sums over the words of sentences are made by gathering, which is faster than a product with a matrix of counts and
    does not hang on the threads of a linear algebra library.
    """

    forms: Ints
    words: Ints
    """The words of all sentences, as places in ``forms``."""
    starts: Ints
    """Where each sentence begins in ``words``."""
    sizes: Floats
    """Words of each sentence."""
    chance: Floats
    """Probability of each form."""

    @classmethod
    def of(cls, text: EncodedText, speech: Speech, start: int, stop: int) -> _Stretch:
        stop = min(stop, len(text))
        forms, words = np.unique(text.words(start, stop), return_inverse=True)
        starts = text.starts[start : stop + 1] - text.starts[start]
        return cls(forms, words, starts[:-1], np.diff(starts).astype(np.float32), speech.chances(forms))

    def sums(self, values: Floats) -> Floats:
        """For each sentence the sum of the rows of ``values`` that belong to its words."""
        if not len(self.starts):
            return values[:0]
        return np.add.reduceat(values[self.words], self.starts, axis=0)


class DocumentScorer:
    """Scores the beads of one document.

    Args:
        source: The source sentences.
        target: The target sentences.
        links: What is known of words.
        settings: The weights of the terms.
        learnt: Whether ``links`` hold a lexicon, not cognates alone.
    """

    def __init__(
        self, source: EncodedText, target: EncodedText, links: LinkTable, settings: Settings, *, learnt: bool
    ) -> None:
        self.source = source
        self.target = target
        self.links = links
        self.settings = settings
        self.source_speech = Speech.of(source, settings.background)
        self.target_speech = Speech.of(target, settings.background)
        self._trust = settings.trust_learnt if learnt else settings.trust_unlearnt
        self._ratio = _length_ratio(source, target)
        self._paragraphs = len(source.opens) > 0 and len(target.opens) > 0
        self._likeness = Likeness(source.vectors, target.vectors) if source.vectors and target.vectors else None

    def tile(self, tile: Tile) -> Floats:
        """Scores of all beads that start in ``tile``: kind of bead by row by column."""
        scores = np.full((len(MOVES), tile.bottom - tile.top, tile.width), NOTHING)
        ours = _Stretch.of(self.source, self.source_speech, tile.top, tile.bottom + REACH - 1)
        for left in range(tile.left, tile.right + 1, _BLOCK):
            right = min(left + _BLOCK, tile.right + 1)
            block = scores[:, :, left - tile.left : right - tile.left]
            theirs = _Stretch.of(self.target, self.target_speech, left, right + REACH - 1)
            self._fill(block, tile.top, left, self._word_terms(ours, theirs))
        return scores

    def _fill(self, block: Floats, top: int, left: int, words: tuple[list[Floats], list[Floats]]) -> None:
        to_target, to_source = words
        for kind, (a, b) in enumerate(MOVES):
            rows = max(min(block.shape[1], len(self.source) - top - a + 1), 0)
            columns = max(min(block.shape[2], len(self.target) - left - b + 1), 0)
            cells = block[kind, :rows, :columns]
            if not (a and b):
                cells[:] = self.settings.alone
            elif cells.size:
                worth = (
                    _windows(to_target[a - 1], b, 1)[:rows, :columns]
                    + _windows(to_source[b - 1], a, 0)[:rows, :columns]
                )
                cells[:] = worth * (self.settings.words_weight / 2)
                cells += math.log(self.settings.priors[kind])
                cells += self.settings.length_weight * self._lengths(top, left, kind, rows, columns)
                if self._paragraphs or self._likeness:
                    cells += self._given(top, left, kind, rows, columns)

    def _word_terms(self, ours: _Stretch, theirs: _Stretch) -> tuple[list[Floats], list[Floats]]:
        """For 1 to 4 joined sentences of one side, the worth of each sentence of the other side's words.

        Both lists hold matrices of source by target sentences.
        """
        forward, backward = self.links.dense(ours.forms, theirs.forms)
        to_target = self._worth(ours.sums(forward), ours.sizes, theirs.chance)
        to_source = self._worth(theirs.sums(backward.T), theirs.sizes, ours.chance)
        return [theirs.sums(worth.T).T for worth in to_target], [ours.sums(worth.T) for worth in to_source]

    def _worth(self, made: Floats, sizes: Floats, chance: Floats) -> Iterator[Floats]:
        """Of every form, given 1, 2, 3 and 4 sentences from each place on."""
        settings = self.settings
        for joined in range(1, REACH + 1):
            share = np.minimum(_windows(made, joined, 0), 1)
            share /= _windows(sizes, joined, 0)[:, None] * chance
            share -= 1
            share *= self._trust
            yield np.clip(np.log1p(share, out=share), settings.word_floor, settings.word_cap, out=share)

    def _lengths(self, top: int, left: int, kind: int, rows: int, columns: int) -> Floats:
        """Log-likelihood ratio of the lengths of the beads of a kind."""
        a, b = MOVES[kind]
        ours = _windows(self.source.lengths[top : top + rows + a - 1], a, 0)[:, None]
        theirs = _windows(self.target.lengths[left : left + columns + b - 1], b, 0)
        return self.length_term(ours, theirs)

    def length_term(self, ours: Floats, theirs: Floats) -> Floats:
        """Log-likelihood ratio of lengths in characters, against those of sentences that are no translations."""
        settings = self.settings
        distance = np.log(theirs / (ours * self._ratio)) ** 2 / 2
        variance = settings.length_spread**2 + settings.length_noise / (ours + theirs)
        likely = -distance / variance - np.log(variance) / 2
        chance = -distance / settings.chance_spread**2 - math.log(settings.chance_spread)
        ratio: Floats = np.maximum(likely - chance, np.float32(settings.length_floor))
        return ratio

    def given(self, row: int, column: int, kind: int) -> float:
        """What paragraphs and an encoder say of one bead; 0 where there are neither."""
        return float(self._given(row, column, kind, 1, 1)[0, 0]) if self._paragraphs or self._likeness else 0.0

    def _given(self, top: int, left: int, kind: int, rows: int, columns: int) -> Floats:
        term = np.zeros((rows, columns), np.float32)
        if self._paragraphs:
            term += self._breaks(top, left, kind, rows, columns)
        if self._likeness:
            term += self._likeness.margins(top, left, MOVES[kind], rows, columns) * np.float32(self.settings.similarity)
        return term

    def _breaks(self, top: int, left: int, kind: int, rows: int, columns: int) -> Floats:
        """Whether paragraphs begin at the same places on both sides, and none within a bead."""
        a, b = MOVES[kind]
        ours = self.source.opens[top : top + rows + a - 1].astype(np.float32)
        theirs = self.target.opens[left : left + columns + b - 1].astype(np.float32)
        inside = _windows(ours[1:], a - 1, 0)[:rows, None] + _windows(theirs[1:], b - 1, 0)[:columns]
        at_ours, at_theirs = ours[:rows, None], theirs[:columns]
        together, apart = at_ours * at_theirs, np.abs(at_ours - at_theirs)
        settings = self.settings
        term: Floats = together * settings.break_together + apart * settings.break_apart
        return term + inside * settings.break_inside


def _windows(values: Floats, size: int, axis: int) -> Floats:
    """Sums of ``size`` neighbours along ``axis``, from each place on."""
    length = max(values.shape[axis] - size + 1, 0)
    if size == 1:
        return values
    moved = np.moveaxis(values, axis, 0)
    total = np.zeros((length, *moved.shape[1:]), np.float32)
    for start in range(size):
        total += moved[start : start + length]
    return np.moveaxis(total, 0, axis)


def _length_ratio(source: EncodedText, target: EncodedText) -> np.float32:
    """Target characters for a source character."""
    if min(len(source), len(target)) <= _FEW:
        return np.float32(1)
    return np.float32(np.clip(target.lengths.sum() / source.lengths.sum(), *_RATIO_LIMITS))
