"""Whether the two sides of a bead say the same, which a path alone cannot tell: it must put each sentence somewhere.

A sentence that was replaced by another text still stands between the right neighbours, and no other bead can take it.
Its words tell: the share of their information that has a partner is held against that of the document's other beads,
and against that of sentences which are no translations of each other. Both shares are the document's own, so that
nothing is concluded where no words are known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from qa.align.features import explained_parts
from qa.align.search import Candidates
from qa.align.settings import MOVES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.align.arrays import Floats, Ints
    from qa.align.features import FeatureMaker

__all__ = ["translation_chances"]

_PRIOR = 2.9
"""Logarithm of the odds that a bead of the best path holds a translation: 19 in 20."""
_INDEPENDENT = 0.13
"""Hundreds of nats that count as one observation: two words, since the words of a sentence hang together."""
_DISTANCE = 3
"""How many beads lie between a source sentence and the target sentence that stands for a stranger to it."""
_MOST_STRANGERS = 500
_USUAL_SHARE, _STRANGE_SHARE = 0.5, 0.12
"""Shares of information with a partner in translations and in strangers, to begin with."""
_BEGINNING = 1.0, 3.0
"""How much these beginnings weigh, in hundreds of nats: about that many sentences."""
_LEAST_SHARE, _MOST_SHARE = 0.02, 0.98


def translation_chances(beads: Candidates, features: Floats, path: Sequence[int], maker: FeatureMaker) -> Floats:
    """For each bead of ``path`` (numbers in ``beads``) the probability that its sides are translations; 1 if unaligned.

    Args:
        beads: All beads that were looked at.
        features: Their features.
        path: The best path.
        maker: Describes pairs of strangers, to compare with.
    """
    chances = np.ones(len(path), np.float32)
    paired = [place for place, number in enumerate(path) if all(MOVES[int(beads.kind[number])])]
    if not paired:
        return chances
    numbers = np.array(path, np.int64)[paired]
    explained, whole = explained_parts(features[numbers])
    usual = _share(explained, whole, _USUAL_SHARE, _BEGINNING[0])
    strange = _share(*explained_parts(maker.describe(_strangers(beads, numbers))), _STRANGE_SHARE, _BEGINNING[1])
    strange = min(strange, usual)
    ratio = explained * np.log(usual / strange) + (whole - explained) * np.log((1 - usual) / (1 - strange))
    chances[paired] = 1 / (1 + np.exp(-np.clip(ratio / _INDEPENDENT + _PRIOR, -30, 30)))
    return chances


def _share(explained: Floats, whole: Floats, beginning: float, weight: float) -> float:
    share = (explained.sum() + beginning * weight) / (whole.sum() + weight)
    return float(np.clip(share, _LEAST_SHARE, _MOST_SHARE))


def _strangers(beads: Candidates, numbers: Ints) -> Candidates:
    """First source sentences of beads with the first target sentences of beads some way further on."""
    left, right = numbers[:-_DISTANCE][:_MOST_STRANGERS], numbers[_DISTANCE:][:_MOST_STRANGERS]
    kinds = np.full(len(left), MOVES.index((1, 1)), np.int64)
    return Candidates(beads.row[left], beads.column[right], kinds, np.ones(len(left)))
