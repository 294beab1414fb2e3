"""The part of the table of sentence pairs that is searched, as tiles along the expected path."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["TILE_ROWS", "Tile", "full_band"]

TILE_ROWS = 64


@dataclass(frozen=True, slots=True)
class Tile:
    """The nodes ``(row, column)`` of consecutive rows and columns, both ends included for columns.

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


def full_band(sources: int, targets: int) -> Sequence[Tile]:
    """Tiles over the whole table."""
    return [Tile(top, min(top + TILE_ROWS, sources + 1), 0, targets) for top in range(0, sources + 1, TILE_ROWS)]
