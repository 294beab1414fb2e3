"""The numbers of the score, tuned on development data only; every one of them changes the result."""

from __future__ import annotations

import msgspec

from qa.align.weights import POOR, RICH, Weights

__all__ = ["ADDED", "DROPPED", "MOVES", "REACH", "Settings"]

MOVES = ((0, 1), (1, 0), (1, 1), (2, 1), (1, 2), (3, 1), (1, 3), (2, 2), (4, 1), (1, 4), (2, 3), (3, 2), (3, 3))
"""Source and target sentences of each kind of bead."""
ADDED, DROPPED = 0, 1
"""The kinds of unaligned sentences."""
REACH = max(max(move) for move in MOVES)
"""Sentences of the longest side of a bead."""


class Settings(msgspec.Struct, frozen=True):
    """How beads are scored; the defaults are those that the published figures were measured with."""

    rounds: int = 3
    """How often the lexicon is learnt anew from the beads found with the last one."""
    priors: tuple[float, ...] = (0.04, 0.04, 0.80, 0.05, 0.05, 0.012, 0.012, 0.008, 0.003, 0.003, 0.002, 0.002, 0.001)
    """Probability of each kind of bead in ``MOVES``."""
    alone: float = -3.2
    """First score of an unaligned sentence."""
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
    break_together: float = 1.0
    """Both sides of a bead begin a paragraph."""
    break_apart: float = -1.0
    """Only one of them does."""
    break_inside: float = -2.5
    """Each paragraph that begins within the bead."""
    similarity: float = 1.5
    """Weight of the margin of cosines of embeddings, where there is an encoder."""
    full_table: int = 200_000
    """Pairs of sentences up to which the whole table is searched."""
    margin: int = 24
    """Sentences on either side of the expected path that are searched at least."""
    widest: int = 160
    """The same at most, where the path is unsure."""
    least_chance: float = 1e-5
    """Probability of the beads that are looked at more closely."""
    alone_again: float = 2.19
    """Weight of an unaligned sentence that follows another of its side."""
    poor_share: float = 0.05
    """Share of information with a partner at which a document is aligned by ``poor_weights`` alone."""
    rich_share: float = 0.4
    """The same for ``rich_weights``; between the two, both count in proportion."""
    rich_weights: Weights = RICH
    poor_weights: Weights = POOR
    seed: bool = True
    """Whether to use the lexicon that comes with the program."""
