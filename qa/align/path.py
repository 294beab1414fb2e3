"""From the words of one document to its alignment: a first look at the whole band, a second at what may stand."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import numpy as np

from qa.align.band import find_band
from qa.align.doubt import translation_chances
from qa.align.features import FeatureMaker, explained_share
from qa.align.lattice import Lattice
from qa.align.sampling import part_ends
from qa.align.scoring import DocumentScorer
from qa.align.search import Candidates, ScoredBand, best_path, likely_beads
from qa.align.settings import MOVES
from qa.core.alignment import Bead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.align.arrays import Bits, Floats
    from qa.align.encoding import EncodedText
    from qa.align.links import LinkTable
    from qa.align.settings import Settings

__all__ = ["Reading", "first_look", "second_look"]


_MOST_BEADS = 6
"""Beads that are looked at twice, for each sentence."""
_SURE = 0.99
_OVERLAP = 100
"""Source sentences at the end of a part that are read again with the next."""


class Reading(NamedTuple):
    """What is known when a document is aligned."""

    links: LinkTable
    learnt: bool
    """Whether ``links`` hold a lexicon, not cognates alone."""
    numbers: tuple[Bits, Bits]
    """For the forms of each side, whether they are numbers."""
    settings: Settings


def first_look(source: EncodedText, target: EncodedText, reading: Reading) -> tuple[Candidates, Floats]:
    """The best path by the first score alone, and the score of each of its beads."""
    band = _scored(_scorer(source, target, reading), reading)
    path = best_path(band)
    return path, band.pick(path)


def second_look(source: EncodedText, target: EncodedText, reading: Reading) -> list[Bead]:
    """The best path by all features; score and confidence of each bead are those of the second look.

    A long document is read part by part, so that memory does not grow with it. Parts overlap: each begins behind the
    last sure bead that lies well before the end of the part before it.
    """
    beads: list[Bead] = []
    row = column = 0
    for bottom, right in part_ends(source, target, reading.links):
        last = bottom == len(source) and right == len(target)
        if not last and (bottom <= row or right <= column):
            continue
        found = _part(source.part(row, bottom), target.part(column, right), reading)
        kept = found if last else found[: _sure_until(found, bottom - row)]
        beads += (_moved(bead, row, column) for bead in kept)
        row += sum(len(bead.source) for bead in kept)
        column += sum(len(bead.target) for bead in kept)
    return beads


def _sure_until(beads: Sequence[Bead], rows: int) -> int:
    """How many beads to keep of a part that another one follows: all up to the last sure pair before the overlap."""
    sure = (
        number
        for number, bead in enumerate(beads, 1)
        if len(bead.source) == len(bead.target) == 1 and bead.confidence > _SURE and bead.source[0] < rows - _OVERLAP
    )
    return max(sure, default=len(beads))


def _moved(bead: Bead, row: int, column: int) -> Bead:
    """The bead with the sentence numbers of the whole document."""
    source, target = (number + row for number in bead.source), (number + column for number in bead.target)
    return Bead(tuple(source), tuple(target), bead.score, bead.confidence)


def _part(source: EncodedText, target: EncodedText, reading: Reading) -> Sequence[Bead]:
    if not len(source) or not len(target):
        return _unpaired(len(source), len(target))
    scorer = _scorer(source, target, reading)
    band = _scored(scorer, reading)
    likely = likely_beads(band, reading.settings.least_chance)
    beads = likely.likeliest(_MOST_BEADS * (len(source) + len(target))).joined(best_path(band))
    maker = FeatureMaker(scorer, reading.numbers)
    features = maker.describe(beads)
    scores = (features @ _weights(explained_share(features), reading.settings)).tolist()
    lattice = Lattice(beads, scores, reading.settings.alone_again)
    path = lattice.best()
    alike = translation_chances(beads, features, path, maker).tolist()
    return _beads(beads, list(zip(path, alike, strict=True)), scores, lattice.chances())


def _weights(share: float, settings: Settings) -> Floats:
    """The weights for a document of whose information ``share`` has a partner."""
    rich, poor = (
        np.array(msgspec.structs.astuple(weights), np.float32)
        for weights in (settings.rich_weights, settings.poor_weights)
    )
    part = min(max((share - settings.poor_share) / (settings.rich_share - settings.poor_share), 0.0), 1.0)
    return part * rich + (1 - part) * poor


def _scorer(source: EncodedText, target: EncodedText, reading: Reading) -> DocumentScorer:
    return DocumentScorer(source, target, reading.links, reading.settings, learnt=reading.learnt)


def _scored(scorer: DocumentScorer, reading: Reading) -> ScoredBand:
    tiles = find_band(scorer.source, scorer.target, reading.links, reading.settings)
    return ScoredBand(tiles, [scorer.tile(tile) for tile in tiles])


def _unpaired(sources: int, targets: int) -> tuple[Bead, ...]:
    """Nothing stands against an empty side."""
    dropped = (Bead((number,), ()) for number in range(sources))
    added = (Bead((), (number,)) for number in range(targets))
    return (*dropped, *added)


def _beads(
    candidates: Candidates, path: Sequence[tuple[int, float]], scores: Sequence[float], chances: Sequence[float]
) -> tuple[Bead, ...]:
    """The beads of the path, each with the probability that it holds translations.

    A pair is sure when it stands in most paths and its words agree; an unaligned sentence when it stands alone in most
    paths, at whatever place.
    """
    sides = [_sides(*bead) for bead in zip(*(part.tolist() for part in candidates[:3]), strict=True)]
    sure: dict[tuple[tuple[int, ...], tuple[int, ...]], float] = defaultdict(float)
    for bead, chance in zip(sides, chances, strict=True):
        sure[bead] += chance
    return tuple(Bead(*sides[number], scores[number], min(sure[sides[number]], 1.0) * alike) for number, alike in path)


def _sides(row: int, column: int, kind: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    a, b = MOVES[kind]
    return tuple(range(row, row + a)), tuple(range(column, column + b))
