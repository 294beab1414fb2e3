"""The best path of beads through a band, and how likely each bead is.

Unaligned source sentences stand before unaligned target sentences that follow on them, so that a gap on both sides is
one path and not many.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from qa.align.scoring import NOTHING
from qa.align.settings import ADDED, DROPPED, MOVES, REACH

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from qa.align.arrays import Floats, Ints
    from qa.align.band import Tile

    Row = npt.NDArray[np.float64]

__all__ = ["Candidates", "ScoredBand", "best_path", "likely_beads"]

_PAIRED = tuple(kind for kind, (a, b) in enumerate(MOVES) if a and b)


class Candidates(NamedTuple):
    """Beads that may stand in the alignment, one entry each; a bead starts at node (row, column)."""

    row: Ints
    column: Ints
    kind: Ints
    chance: Row
    """Probability of the bead by the first scoring."""

    def likeliest(self, most: int) -> Candidates:
        """The beads, or about ``most`` of the likeliest of them."""
        if len(self.row) <= most:
            return self
        chosen = self.chance >= np.sort(self.chance)[-most]
        return Candidates(*(part[chosen] for part in self))

    def joined(self, other: Candidates) -> Candidates:
        """The beads of both, each once, in order."""
        every = [np.concatenate(pair) for pair in zip(self, other, strict=True)]
        _, first = np.unique(np.stack(every[:3]), axis=1, return_index=True)
        return Candidates(*(part[first] for part in every))


class ScoredBand:
    """The scores of all beads of a band, by row."""

    def __init__(self, tiles: Sequence[Tile], scores: Sequence[Floats]) -> None:
        self.tiles = tiles
        self._scores = scores
        self._height = tiles[0].bottom
        self.rows = tiles[-1].bottom
        self._overlaps: dict[tuple[int, int, int], tuple[slice, slice]] = {}

    def tile(self, row: int) -> Tile:
        """The tile that holds ``row``."""
        return self.tiles[row // self._height]

    def scores(self, row: int) -> Floats:
        """Scores of the beads that start in a row: kind by column."""
        index = row // self._height
        return self._scores[index][:, row - self.tiles[index].top]

    def pick(self, beads: Candidates) -> Floats:
        """The scores of some beads."""
        places = zip(beads.row.tolist(), beads.column.tolist(), beads.kind.tolist(), strict=True)
        return np.array([self.scores(row)[kind, column - self.tile(row).left] for row, column, kind in places])

    def overlap(self, row: int, kind: int) -> tuple[slice, slice]:
        """Columns of ``row`` from which a bead stays in the band, and where it ends in its last row; both relative."""
        a, b = MOVES[kind]
        key = (row // self._height, (row + a) // self._height, kind)
        if key not in self._overlaps:
            ours, theirs = self.tiles[key[0]], self.tiles[key[1]]
            first = max(ours.left, theirs.left - b)
            stop = max(min(ours.right, theirs.right - b) + 1, first)
            self._overlaps[key] = (
                slice(first - ours.left, stop - ours.left),
                slice(first + b - theirs.left, stop + b - theirs.left),
            )
        return self._overlaps[key]


def best_path(band: ScoredBand) -> Candidates:
    """The beads of the path with the highest total score from the first node to the last."""
    totals: list[Row] = []
    choices = []
    undropped: Row = np.zeros(0)
    for row in range(band.rows):
        best = np.full(band.tile(row).width, float(NOTHING))
        chosen = np.zeros(len(best), np.int8)
        if row == 0:
            best[0] = 0
        for kind in (*_PAIRED, DROPPED):
            a = MOVES[kind][0]
            if a > row:
                continue
            start, end = band.overlap(row - a, kind)
            before = undropped if kind == DROPPED else totals[row - a]
            reached = before[start] + band.scores(row - a)[kind, start]
            better = reached > best[end]
            best[end][better] = reached[better]
            chosen[end][better] = kind
        undropped = best
        added = _running(band.scores(row)[ADDED])
        total = np.maximum.accumulate(best - added) + added
        chosen[total > best] = ADDED
        totals.append(total)
        choices.append(chosen)
    return _trace(band, choices)


def _trace(band: ScoredBand, choices: Sequence[npt.NDArray[np.int8]]) -> Candidates:
    row, column = band.rows - 1, band.tiles[-1].right
    path = []
    while row or column:
        kind = int(choices[row][column - band.tile(row).left])
        row, column = row - MOVES[kind][0], column - MOVES[kind][1]
        path.append((row, column, kind))
    rows, columns, kinds = np.array(path[::-1], np.int64).reshape(-1, 3).T
    return Candidates(rows, columns, kinds, np.ones(len(rows)))


def likely_beads(band: ScoredBand, least: float) -> Candidates:
    """All beads of a probability of ``least`` or more, by the forward and backward algorithm."""
    forward, undropped = _forward(band)
    whole = forward[-1][-1]
    found = []
    open_rows: dict[int, Row] = {}
    for row in reversed(range(band.rows)):
        scores = band.scores(row)
        tile = band.tile(row)
        onward = np.full((len(MOVES), tile.width), float(NOTHING))
        for kind in (*_PAIRED, DROPPED):
            if row + MOVES[kind][0] < band.rows:
                start, end = band.overlap(row, kind)
                onward[kind, start] = open_rows[row + MOVES[kind][0]][end] + scores[kind, start]
        rest = np.logaddexp.reduce(onward[list(_PAIRED)], axis=0)
        if row == band.rows - 1:
            rest[-1] = 0
        added = _running(scores[ADDED])
        after_added = np.logaddexp.accumulate((rest + added)[::-1])[::-1] - added
        onward[ADDED, :-1] = after_added[1:] + scores[ADDED, :-1]
        open_rows[row] = np.logaddexp(after_added, onward[DROPPED])
        open_rows.pop(row + REACH, None)
        mass = onward + forward[row] - whole
        mass[DROPPED] += undropped[row] - forward[row]
        kinds, columns = np.nonzero(mass > np.log(least))
        found.append((np.full(len(kinds), row), columns + tile.left, kinds, np.exp(mass[kinds, columns])))
    return _ordered(found)


def _forward(band: ScoredBand) -> tuple[list[Row], list[Row]]:
    """Logarithms of the mass of all paths to each node, and of those that do not come by an added sentence."""
    totals: list[Row] = []
    undropped: list[Row] = []
    for row in range(band.rows):
        reached = np.full((len(MOVES), band.tile(row).width), float(NOTHING))
        if row == 0:
            reached[ADDED, 0] = 0
        for kind in (*_PAIRED, DROPPED):
            a = MOVES[kind][0]
            if a <= row:
                start, end = band.overlap(row - a, kind)
                before = undropped if kind == DROPPED else totals
                reached[kind, end] = before[row - a][start] + band.scores(row - a)[kind, start]
        base = np.logaddexp.reduce(reached, axis=0)
        added = _running(band.scores(row)[ADDED])
        undropped.append(base)
        totals.append(np.logaddexp.accumulate(base - added) + added)
    return totals, undropped


def _running(added: Floats) -> Row:
    """What it costs to come from the first column of a row to each by added sentences."""
    return np.concatenate(([0.0], np.cumsum(added[:-1], dtype=np.float64)))


def _ordered(found: Sequence[tuple[Ints, Ints, Ints, Row]]) -> Candidates:
    row, column, kind, chance = (np.concatenate(part) for part in zip(*found, strict=True))
    order = np.lexsort((kind, column, row))
    return Candidates(row[order], column[order], kind[order], chance[order])
