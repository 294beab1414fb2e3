"""Confidence intervals by resampling segments with replacement (Koehn 2004)."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final

from qa.core.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    from numpy.typing import ArrayLike, NDArray

__all__ = ["CELLS", "interval", "product", "resamples", "seed"]

CELLS: Final = 1 << 21
"""How many weights of segments are held at a time (16 MiB); more would not be faster."""
_SMALL: Final = 1 << 18
"""Multiplications up to which OpenBLAS keeps to one core; on a busy machine its threads wait for each other."""


def seed() -> int:
    """Of the random numbers: ``SACREBLEU_SEED``, or sacrebleu's own default.

    Raises:
        UsageError: the variable holds no whole number; a run that nobody can repeat is not offered.
    """
    value = os.environ.get("SACREBLEU_SEED", "12345")
    if not value.isdecimal():
        message = f"SACREBLEU_SEED is {value!r}; set it to a whole number such as 12345, or unset it"
        raise UsageError(message)
    return int(value)


def resamples(rows: ArrayLike, count: int) -> Iterator[NDArray[np.float64]]:
    """``count`` times the column sums of as many rows, drawn with replacement.

    The draws are those of sacrebleu for the same seed. They are made into a matrix of weights block by block, so that
    memory does not grow with ``count``, and each block is one product of matrices.
    """
    import numpy as np  # noqa: PLC0415 -- slow to import, and needed only when an interval is asked for

    table = np.asarray(rows, dtype=np.float64)
    random = np.random.default_rng(seed())
    block = max(1, CELLS // len(table))
    for start in range(0, count, block):
        draws = (random.choice(len(table), size=len(table), replace=True) for _ in range(min(block, count - start)))
        weights = np.stack([np.bincount(drawn, minlength=len(table)) for drawn in draws])
        yield from product(weights, table)


def product(weights: NDArray[Any], table: NDArray[np.float64]) -> NDArray[np.float64]:
    """``weights @ table`` for a wide and a tall matrix, cut into products that fit the cache of one core."""
    import numpy as np  # noqa: PLC0415 -- slow to import

    step = max(1, _SMALL // (len(weights) * table.shape[1]))
    total = np.zeros((len(weights), table.shape[1]))
    for start in range(0, len(table), step):
        total += weights[:, start : start + step].astype(np.float64) @ table[start : start + step]
    return total


def interval(values: Sequence[float]) -> tuple[float, float]:
    """The 95 % interval, as sacrebleu gives it: the mean, less and plus half the width of the middle 95 %."""
    ranked = sorted(values)
    tail = len(ranked) // 40
    mean = sum(ranked) / len(ranked)
    half = (ranked[-tail - 1] - ranked[tail]) / 2
    return mean - half, mean + half
