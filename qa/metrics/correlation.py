"""How well numbers agree with people's numbers: Pearson, Spearman and Kendall, each with a 95 % interval.

Intervals by Fisher's transformation with the standard errors of Bonett and Wright (2000). Kendall is tau-b, which
takes ties into account.
"""

from __future__ import annotations

from math import atanh, copysign, nan, sqrt, tanh
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Correlation", "Correlations", "correlate"]

_NORMAL: Final = 1.959964
"""Standard errors to either side that hold 95 %."""
_FEWEST: Final = 5
"""Pairs under which no interval can be given."""
_ROWS: Final = 256
"""Of the matrix of all pairs, at a time."""
_CERTAIN: Final = 1 - 1e-12


class Correlation(NamedTuple):
    """A coefficient, -1 to 1; not a number where one side does not vary."""

    value: float
    interval: tuple[float, float] | None


class Correlations(NamedTuple):
    """The three coefficients of one metric with the gold scores."""

    pearson: Correlation
    spearman: Correlation
    kendall: Correlation


def correlate(ours: Sequence[float], gold: Sequence[float]) -> Correlations:
    """The agreement of two lists of numbers of one length."""
    import numpy as np  # noqa: PLC0415 -- slow to import

    left, right = np.asarray(ours, dtype=np.float64), np.asarray(gold, dtype=np.float64)
    count = len(left)
    pearson = _pearson(left, right)
    spearman = _pearson(_ranks(left), _ranks(right))
    kendall = _kendall(left, right)
    return Correlations(
        _bounded(pearson, 1.0, count - 3),
        _bounded(spearman, 1 + spearman**2 / 2, count - 3),
        _bounded(kendall, 0.437, count - 4),
    )


def _bounded(value: float, variance: float, freedom: int) -> Correlation:
    if freedom + 3 < _FEWEST or value != value:  # noqa: PLR0124 -- not a number
        return Correlation(value, None)
    middle, width = atanh(copysign(min(abs(value), _CERTAIN), value)), _NORMAL * sqrt(variance / freedom)
    return Correlation(value, (tanh(middle - width), tanh(middle + width)))


def _pearson(left: NDArray[np.float64], right: NDArray[np.float64]) -> float:
    left, right = left - left.mean(), right - right.mean()
    size = sqrt(float(left @ left) * float(right @ right))
    return float(left @ right) / size if size else nan


def _ranks(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Ranks from 1; equal values share the mean of theirs."""
    import numpy as np  # noqa: PLC0415 -- slow to import

    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    shared: NDArray[np.float64] = np.cumsum(counts) - (counts - 1) / 2
    return shared[inverse]


def _kendall(left: NDArray[np.float64], right: NDArray[np.float64]) -> float:
    """Tau-b over all pairs, a block of rows at a time."""
    import numpy as np  # noqa: PLC0415 -- slow to import

    agreement, untied_left, untied_right = 0.0, 0.0, 0.0
    for start in range(0, len(left), _ROWS):
        first = np.sign(left[start : start + _ROWS, None] - left)
        second = np.sign(right[start : start + _ROWS, None] - right)
        agreement += float((first * second).sum())
        untied_left += float(np.abs(first).sum())
        untied_right += float(np.abs(second).sum())
    size = sqrt(untied_left * untied_right)
    return agreement / size if size else nan
