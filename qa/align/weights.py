"""How much each feature of the second look counts.

The numbers are fitted, not set by hand: they make the gold alignments of development texts likeliest among all paths
through the beads that were looked at (a conditional random field over beads, with a penalty on large weights). Texts
of which no word is known, where one side was turned to nonsense, were among them: there lengths count for more, and
words without a partner say little. Two sets were fitted together, and each document mixes them by how much of its
words is known.
"""

from __future__ import annotations

import msgspec

__all__ = ["POOR", "RICH", "Weights"]


class Weights(msgspec.Struct, frozen=True):
    """One weight for each feature of the second look, in the order of the columns."""

    added: float
    dropped: float
    one: float
    """1-1."""
    two: float
    """1-2 and 2-1."""
    three: float
    """1-3 and 3-1."""
    four: float
    """1-4 and 4-1."""
    two_two: float
    larger: float
    """2-3, 3-2, 3-3."""
    length: float
    """The log-likelihood ratio of the lengths."""
    given: float
    """The terms of paragraph breaks and embeddings, as in the first score; set by hand, not fitted."""
    placed: float
    """Words, each at its relative place in the bead."""
    explained: float
    """Information, in hundreds of nats, of the words with a partner."""
    unexplained: float
    """The same of the words without a partner."""
    weakest: float
    """Share of information with a partner in the worst sentence of several that are joined."""
    numbers: float
    """Numbers without a partner."""
    ends: float
    """The two sides end with different marks."""
    joins_full: float
    """Sentences within the bead that end with a full stop or the like."""
    joins_open: float
    """Sentences within the bead that end otherwise."""
    alone_words: float
    """Information of an unaligned sentence, in hundreds of nats."""
    alone_short: float
    """An unaligned sentence has three words or fewer."""
    alone_open: float
    """An unaligned sentence ends without a full stop or the like."""


RICH = Weights(
    added=-1.77,
    dropped=-1.55,
    one=1.81,
    two=0.43,
    three=0.43,
    four=0.06,
    two_two=-0.29,
    larger=-0.47,
    length=0.57,
    given=1.00,
    placed=1.11,
    explained=0.71,
    unexplained=-0.44,
    weakest=0.75,
    numbers=-0.81,
    ends=-1.51,
    joins_full=-0.54,
    joins_open=-0.07,
    alone_words=-0.26,
    alone_short=-0.80,
    alone_open=0.62,
)
"""Where most words have a partner."""
POOR = Weights(
    added=-1.61,
    dropped=-1.57,
    one=1.44,
    two=0.73,
    three=0.35,
    four=0.02,
    two_two=-0.36,
    larger=-0.38,
    length=1.03,
    given=1.00,
    placed=1.76,
    explained=0.34,
    unexplained=0.94,
    weakest=0.16,
    numbers=-1.00,
    ends=-0.87,
    joins_full=-0.60,
    joins_open=0.21,
    alone_words=-1.28,
    alone_short=-0.42,
    alone_open=-0.31,
)
"""Where hardly any word has."""
