"""How much more alike the embeddings of two sentences are than those of strangers.

Cosines of one encoder lie between 0.7 and 0.9 and those of another between 0 and 0.6, so that neither a cosine nor its
margin over the average (Artetxe and Schwenk 2019) means the same in both. A margin is told in units of how far the
margins of a document's strangers spread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from qa.align.arrays import Floats

__all__ = ["Likeness"]

_SAMPLE = 256
"""Sentences of either side from which the spread is taken."""
_LEAST_SPREAD = 0.01
_NORMAL = 1.4826
"""Standard deviation of a normal distribution by its median absolute deviation, which true pairs hardly move."""


class Likeness:
    """Margins of the sentences of one document.

    Args:
        source: For 1, 2 ... joined sentences their unit vectors, from each sentence on.
        target: The same of the other side.
    """

    def __init__(self, source: tuple[Floats, ...], target: tuple[Floats, ...]) -> None:
        self._source = source
        self._target = target
        self._means = tuple(side[0].mean(0, dtype=np.float32) for side in (source, target))
        ours, theirs = (_spread_over(side[0]) for side in (source, target))
        margins = self._margins(ours, theirs)
        deviation = float(np.median(np.abs(margins - np.median(margins))))
        self._spread = np.float32(max(deviation * _NORMAL, _LEAST_SPREAD))

    def margins(self, top: int, left: int, size: tuple[int, int], rows: int, columns: int) -> Floats:
        """Margins of all beads of a size (sentences of either side) that start in a rectangle, as a matrix."""
        ours = self._source[size[0] - 1][top : top + rows].astype(np.float32)
        theirs = self._target[size[1] - 1][left : left + columns].astype(np.float32)
        return self._margins(ours, theirs) / self._spread

    def _margins(self, ours: Floats, theirs: Floats) -> Floats:
        """Cosines less the mean of what either vector has with the other side."""
        usual = ((ours @ self._means[1])[:, None] + theirs @ self._means[0]) / 2
        margins: Floats = ours @ theirs.T - usual
        return margins


def _spread_over(vectors: Floats) -> Floats:
    """Some of the vectors, from the whole document."""
    chosen = np.unique(np.linspace(0, len(vectors) - 1, min(_SAMPLE, len(vectors))).round().astype(np.int64))
    return vectors[chosen].astype(np.float32)
