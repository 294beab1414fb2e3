"""The part of the table of sentence pairs that is searched, as tiles along the expected path."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from qa.align.anchors import anchor_chain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.align.anchors import Points
    from qa.align.arrays import Ints
    from qa.align.encoding import EncodedText
    from qa.align.links import LinkTable
    from qa.align.settings import Settings

__all__ = ["Tile", "band_along", "find_band", "full_band"]

_TILE_ROWS = 64
_BAND_ROWS = 32
_NEIGHBOURS = 4
"""Anchors on either side whose distance from the diagonal tells how steady the path is."""
_GAP_SHARE = 0.25
"""Part of a stretch without anchors by which the band widens."""


@dataclass(frozen=True, slots=True)
class Tile:
    """The nodes ``(row, column)`` of consecutive rows and columns.

    Node ``(i, j)`` stands between sentences: i source and j target sentences lie before it.
    """

    top: int
    bottom: int
    """The first row below the tile."""
    left: int
    right: int
    """The last column."""

    @property
    def width(self) -> int:
        """Nodes in a row."""
        return self.right - self.left + 1


def find_band(source: EncodedText, target: EncodedText, links: LinkTable, settings: Settings) -> Sequence[Tile]:
    """The whole table of a short document, or a band along the chain of anchors of a long one."""
    if len(source) * len(target) <= settings.full_table:
        return full_band(len(source), len(target))
    return band_along(anchor_chain(source, target, links), source, target, settings)


def full_band(sources: int, targets: int) -> Sequence[Tile]:
    """Tiles over the whole table."""
    return [Tile(top, min(top + _TILE_ROWS, sources + 1), 0, targets) for top in range(0, sources + 1, _TILE_ROWS)]


def band_along(chain: Points, source: EncodedText, target: EncodedText, settings: Settings) -> Sequence[Tile]:
    """Tiles about a chain of anchors, wider where the anchors are few or leave the diagonal."""
    rows = np.concatenate(([0], chain.source, [len(source)]))
    columns = np.concatenate(([0], chain.target, [len(target)]))
    centre = _centres(rows, columns, source, target)
    margin = np.clip(_margins(rows, columns), settings.margin, settings.widest)
    spread = np.maximum(np.interp(np.arange(len(source) + 1), rows, margin), settings.margin).astype(np.int64)
    low, high = np.maximum(centre - spread, 0), np.minimum(centre + spread, len(target))
    low[0], high[-1] = 0, len(target)
    low[1:] = np.minimum(low[1:], centre[:-1])
    high[:-1] = np.maximum(high[:-1], centre[1:])
    low = np.minimum.accumulate(low[::-1])[::-1]
    high = np.maximum.accumulate(high)
    tops = range(0, len(source) + 1, _BAND_ROWS)
    bottoms = [min(top + _BAND_ROWS, len(source) + 1) for top in tops]
    return [Tile(top, bottom, int(low[top]), int(high[bottom - 1])) for top, bottom in zip(tops, bottoms, strict=True)]


def _centres(rows: Ints, columns: Ints, source: EncodedText, target: EncodedText) -> Ints:
    """The expected column of each row: between anchors, characters run at an even pace."""
    ours = np.concatenate(([0.0], np.cumsum(source.lengths, dtype=np.float64)))
    theirs = np.concatenate(([0.0], np.cumsum(target.lengths, dtype=np.float64)))
    expected = np.interp(ours, ours[rows], theirs[columns])
    columns_of: Ints = np.searchsorted(theirs, expected - 1e-6).clip(0, len(target))
    return columns_of


def _margins(rows: Ints, columns: Ints) -> Ints:
    """How far from each anchor the path may be."""
    gaps = np.maximum(np.diff(rows), np.diff(columns))
    gap = np.maximum(np.concatenate((gaps, [0])), np.concatenate(([0], gaps)))
    diagonal = columns - rows
    padded = np.pad(diagonal, _NEIGHBOURS, mode="edge")
    near = np.lib.stride_tricks.sliding_window_view(padded, 2 * _NEIGHBOURS + 1)
    margins: Ints = (_GAP_SHARE * gap).astype(np.int64) + near.max(1) - near.min(1)
    return margins
