"""Which source sentences stand against which target sentences."""

from __future__ import annotations

import msgspec

__all__ = ["Alignment", "Bead"]


class Bead(msgspec.Struct, frozen=True, gc=False):
    """A group of source sentences and the target sentences that translate them, by 0-based number.

    One side is empty for an omission (``target``) or an addition (``source``).
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    score: float = 0.0
    """Log-likelihood ratio of "translation" against "chance"; higher is surer."""
    confidence: float = 1.0
    """How sure the aligner is of exactly this bead, 0-1."""


class Alignment(msgspec.Struct, frozen=True):
    """Beads in order: monotone, every sentence of both sides in exactly one of them."""

    beads: tuple[Bead, ...]
    signature: str = ""
    """The aligner and every setting that changes its result."""
