"""Names for the kinds of numpy arrays that the aligner passes about."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

__all__ = ["Bits", "Floats", "Ints", "ragged"]

Floats = npt.NDArray[np.floating[Any]]
"""Single precision where they are many; which one a mixed result has differs between releases of numpy's types."""
Ints = npt.NDArray[np.int64]
Bits = npt.NDArray[np.bool_]


def ragged(starts: Ints, counts: Ints) -> Ints:
    """All numbers of the ranges ``[start, start + count)``, one range after the other."""
    total = int(counts.sum())
    offsets = np.repeat(starts - np.concatenate(([0], np.cumsum(counts[:-1]))), counts) if total else starts[:0]
    return offsets + np.arange(total)
