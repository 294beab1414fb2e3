"""The numbers of the score, tuned on development data only; every one of them changes the result."""

from __future__ import annotations

import msgspec

__all__ = ["ADDED", "DROPPED", "MOVES", "Settings"]

MOVES = ((0, 1), (1, 0), (1, 1), (2, 1), (1, 2), (3, 1), (1, 3), (2, 2), (4, 1), (1, 4), (2, 3), (3, 2), (3, 3))
"""Source and target sentences of each kind of bead."""
ADDED, DROPPED = 0, 1
"""The kinds of unaligned sentences."""


class Settings(msgspec.Struct, frozen=True):
    """How beads are scored; the defaults are those that the published figures were measured with."""

    rounds: int = 2
    """How often the lexicon is learnt anew from the beads found with the last one."""
    priors: tuple[float, ...] = (0.04, 0.04, 0.80, 0.05, 0.05, 0.012, 0.012, 0.008, 0.003, 0.003, 0.002, 0.002, 0.001)
    """Probability of each kind of bead in ``MOVES``."""
    alone: float = -4.0
    """Score of an unaligned sentence."""
    words_weight: float = 0.7
    length_weight: float = 1.3
    trust_unlearnt: float = 0.08
    """Share of words that a translation explains, where only cognates are known."""
    trust_learnt: float = 0.5
    """The same with a lexicon."""
    word_floor: float = -5.0
    word_cap: float = 8.0
    """Limits of the log-likelihood ratio of one word."""
    background: float = 2000.0
    """Words of imagined text that damp the frequencies of short documents."""
    length_spread: float = 0.14
    """Standard deviation of the logarithm of the ratio of lengths of long sentences."""
    length_noise: float = 4.0
    """Variance that short sentences add, in characters."""
    chance_spread: float = 0.95
    """Standard deviation of the same ratio for sentences that are no translations."""
    length_floor: float = -12.0
    learn_above: float = 2.0
    """Score of beads that the lexicon is learnt from."""
    smoothing: float = 0.5
    """Occurrences of each stem that the learnt lexicon leaves unexplained."""
    full_width: int = 400
    """Target sentences up to which every pair of places is compared."""
