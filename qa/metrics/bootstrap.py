"""Confidence intervals by resampling segments with replacement (Koehn 2004)."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from qa.core.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np

__all__ = ["interval", "resamples", "seed"]


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


def resamples(rows: Sequence[Sequence[float]], count: int) -> Iterator[np.ndarray]:
    """``count`` times the column sums of as many rows, drawn with replacement.

    The draws are those of sacrebleu for the same seed. One is held at a time, so that memory does not grow with
    ``count``.
    """
    import numpy as np  # noqa: PLC0415 -- slow to import, and needed only when an interval is asked for

    table = np.asarray(rows, dtype=np.float64)
    random = np.random.default_rng(seed())
    for _ in range(count):
        drawn = random.choice(len(table), size=len(table), replace=True)
        yield np.bincount(drawn, minlength=len(table)) @ table


def interval(values: Sequence[float]) -> tuple[float, float]:
    """The 95 % interval, as sacrebleu gives it: the mean, less and plus half the width of the middle 95 %."""
    ranked = sorted(values)
    tail = len(ranked) // 40
    mean = sum(ranked) / len(ranked)
    half = (ranked[-tail - 1] - ranked[tail]) / 2
    return mean - half, mean + half
