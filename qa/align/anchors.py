"""Places where rare words of both sides agree: the coarse path through a long document."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from qa.align.arrays import ragged

if TYPE_CHECKING:
    from qa.align.arrays import Floats, Ints
    from qa.align.encoding import EncodedText
    from qa.align.links import LinkTable

__all__ = ["Points", "anchor_chain"]

_RARE = 8
"""Occurrences of a word in the document up to which it may be an anchor."""
_MEETINGS = 16
"""Occurrences of a word times those of its partner, at most."""
_LEAST_SHARE = 0.3
_STEPS = 1000
"""Weights are whole numbers of thousandths, so that sums do not depend on their order."""


class Points(NamedTuple):
    """Pairs of sentences, sorted by source and target."""

    source: Ints
    target: Ints


def anchor_chain(source: EncodedText, target: EncodedText, links: LinkTable) -> Points:
    """The heaviest chain of pairs of sentences, rising on both sides, that share rare words."""
    rows, columns, weights = _meetings(source, target, links)
    if not len(rows):
        return Points(rows, columns)
    keys, inverse = np.unique(rows * len(target) + columns, return_inverse=True)
    totals = np.rint(np.bincount(inverse, weights) * _STEPS).astype(np.int64)
    rows, columns = np.divmod(keys, len(target))
    chain = _heaviest(rows, columns, totals)
    return Points(rows[chain], columns[chain])


def _meetings(source: EncodedText, target: EncodedText, links: LinkTable) -> tuple[Ints, Ints, Floats]:
    """Source and target sentences of all pairs of rare words that may translate each other, and their weights."""
    sources, our_starts, ours = _occurrences(source, len(links.starts) - 1)
    _, their_starts, theirs = _occurrences(target, links.targets)
    counts = links.starts[sources + 1] - links.starts[sources]
    taken = ragged(links.starts[sources], counts)
    left, right = np.repeat(sources, counts), links.columns[taken]
    share = np.sqrt(links.forward[taken] * links.backward[taken])
    our_count, their_count = np.diff(our_starts)[left], np.diff(their_starts)[right]
    good = (share >= _LEAST_SHARE) & (their_count > 0) & (their_count <= _RARE) & (our_count * their_count <= _MEETINGS)
    left, right, share, our_count, their_count = (part[good] for part in (left, right, share, our_count, their_count))
    meetings = our_count * their_count
    pair = np.repeat(np.arange(len(left)), meetings)
    place = ragged(np.zeros_like(meetings), meetings)
    rows = ours[our_starts[left][pair] + place // their_count[pair]]
    columns = theirs[their_starts[right][pair] + place % their_count[pair]]
    return rows, columns, (share / meetings)[pair]


def _occurrences(text: EncodedText, forms: int) -> tuple[Ints, Ints, Ints]:
    """The rare forms; where each form's sentences begin in the list of all sentences that hold a form."""
    sentence = np.repeat(np.arange(len(text)), np.diff(text.starts))
    held = np.unique(text.forms * max(len(text), 1) + sentence)
    form, sentence = np.divmod(held, max(len(text), 1))
    starts = np.searchsorted(form, np.arange(forms + 1))
    counts = np.diff(starts)
    return np.flatnonzero((counts > 0) & (counts <= _RARE)), starts, sentence


def _heaviest(rows: Ints, columns: Ints, weights: Ints) -> Ints:
    """Numbers of the points of the heaviest chain that rises strictly in rows and columns.

    The best ends of chains so far are kept as a staircase: columns rising, totals rising.
    """
    order = np.lexsort((-columns, rows))
    stair_columns: list[int] = []
    stair_totals: list[int] = []
    stair_points: list[int] = []
    before = np.full(len(rows), -1)
    for point in order.tolist():
        column, total = int(columns[point]), int(weights[point])
        place = bisect_left(stair_columns, column)
        if place:
            before[point] = stair_points[place - 1]
            total += stair_totals[place - 1]
        stop = place
        while stop < len(stair_columns) and stair_totals[stop] <= total:
            stop += 1
        if stop > place or place == len(stair_columns) or stair_columns[place] > column:
            stair_columns[place:stop] = [column]
            stair_totals[place:stop] = [total]
            stair_points[place:stop] = [point]
    chain = []
    point = stair_points[-1]
    while point >= 0:
        chain.append(point)
        point = int(before[point])
    return np.array(chain[::-1])
