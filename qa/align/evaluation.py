"""How well found alignments agree with gold ones.

Strict and lax precision and recall are those of the scorer published with vecalign (Thompson and Koehn 2019): strict
counts beads that are equal, lax those that share at least one sentence on each side with a gold bead. Precision counts
unaligned sentences among the found beads, recall does not.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qa.core.alignment import Alignment

__all__ = ["Evaluation", "Figures", "evaluate"]

_Pair = tuple[tuple[int, ...], tuple[int, ...]]


class Figures(NamedTuple):
    """Shares between 0 and 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


class Evaluation(NamedTuple):
    """The agreement over all documents together."""

    strict: Figures
    lax: Figures
    unaligned: Figures
    """Of the sentences that stand alone, by side and number."""


class _Hits(NamedTuple):
    strict: int
    lax: int
    total: int


def evaluate(gold: Sequence[Alignment], found: Sequence[Alignment]) -> Evaluation:
    """Compare ``found`` with ``gold``, document by document in the same order.

    Raises:
        ValueError: when the two do not hold the same number of documents.
    """
    pairs = [(_pairs(right), _pairs(ours)) for right, ours in zip(gold, found, strict=True)]
    precision = _sum(_hits(ours, right) for right, ours in pairs)
    recall = _sum(_hits(_aligned(right), _aligned(ours)) for right, ours in pairs)
    return Evaluation(
        Figures(_share(precision.strict, precision.total), _share(recall.strict, recall.total)),
        Figures(_share(precision.lax, precision.total), _share(recall.lax, recall.total)),
        _unaligned(pairs),
    )


def _pairs(alignment: Alignment) -> set[_Pair]:
    return {(bead.source, bead.target) for bead in alignment.beads if bead.source or bead.target}


def _aligned(beads: set[_Pair]) -> set[_Pair]:
    return {bead for bead in beads if bead[0] and bead[1]}


def _hits(tested: set[_Pair], against: set[_Pair]) -> _Hits:
    partners: dict[int, set[int]] = defaultdict(set)
    for sources, targets in against:
        for source in sources:
            partners[source].update(targets)
    strict = len(tested & against)
    touching = sum(any(partners[source] & set(targets) for source in sources) for sources, targets in tested - against)
    return _Hits(strict, strict + touching, len(tested))


def _sum(hits: Iterable[_Hits]) -> _Hits:
    every = list(hits)
    return _Hits(*(sum(column) for column in zip(*every, strict=True))) if every else _Hits(0, 0, 0)


def _unaligned(pairs: Sequence[tuple[set[_Pair], set[_Pair]]]) -> Figures:
    right = [_alone(gold) for gold, _ in pairs]
    ours = [_alone(found) for _, found in pairs]
    hits = sum(len(gold & found) for gold, found in zip(right, ours, strict=True))
    return Figures(_share(hits, sum(map(len, ours))), _share(hits, sum(map(len, right))))


def _alone(beads: set[_Pair]) -> set[tuple[str, int]]:
    sources = {("source", number) for sources, targets in beads if not targets for number in sources}
    return sources | {("target", number) for sources, targets in beads if not sources for number in targets}


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
