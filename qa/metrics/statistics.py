"""What a metric keeps of each segment, so that the score of any set of segments follows from a sum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Statistics", "mean_statistics"]


@dataclass(frozen=True, slots=True)
class Statistics:
    """Sufficient statistics: a row of numbers per segment, and the score of rows that were added up."""

    rows: NDArray[np.float64]
    """One row per segment; every metric has its own columns."""
    value: Callable[[Sequence[float]], float]
    """The score of the column sums of one or more rows."""

    def total(self, segments: Sequence[int] | None = None) -> float:
        """The score of some segments together, by their 0-based numbers; of all where none are named."""
        rows = self.rows if segments is None else self.rows[list(segments)]
        return self.value(rows.sum(axis=0).tolist())

    def differing(self, other: Statistics) -> int:
        """How many segments have other numbers in ``other``, which is of the same segments."""
        return int((self.rows != other.rows).any(axis=1).sum())

    def each(self) -> list[float]:
        """The score of every segment by itself."""
        return [self.value(row) for row in self.rows.tolist()]


def mean_statistics(values: Sequence[float]) -> Statistics:
    """For a metric whose corpus score is the mean of the segments' ``values``."""
    import numpy as np  # noqa: PLC0415 -- slow to import

    column = np.asarray(values, dtype=np.float64)
    return Statistics(np.column_stack((column, np.ones_like(column))), _mean)


def _mean(sums: Sequence[float]) -> float:
    total, count = sums
    return total / count
