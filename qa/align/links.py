"""Which word forms may translate each other, and how likely: a sparse matrix by source form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from qa.align.arrays import ragged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.align.arrays import Floats, Ints

__all__ = ["LinkTable", "Links"]


@dataclass(frozen=True, slots=True)
class Links:
    """Pairs of form ids in any order, with p(target form | source form) and p(source form | target form)."""

    source: Ints
    target: Ints
    forward: Floats
    backward: Floats

    @classmethod
    def of(cls, rows: Sequence[tuple[int, int, float, float]]) -> Links:
        """Links written out one by one."""
        table = np.array(rows, np.float64).reshape(-1, 4)
        ids = table[:, :2].astype(np.int64)
        shares = table[:, 2:].astype(np.float32)
        return cls(ids[:, 0], ids[:, 1], shares[:, 0], shares[:, 1])

    def spread(self, source_groups: Sequence[int], target_groups: Sequence[int]) -> Links:
        """Links of groups (stems) as links of all their members (forms).

        Args:
            source_groups: For each source form the number of its group.
            target_groups: The same for the target.
        """
        ours, our_starts = _members(source_groups)
        theirs, their_starts = _members(target_groups)
        our_counts, their_counts = np.diff(our_starts)[self.source], np.diff(their_starts)[self.target]
        sizes = our_counts * their_counts
        link = np.repeat(np.arange(len(sizes)), sizes)
        place = ragged(np.zeros_like(sizes), sizes)
        return Links(
            ours[our_starts[self.source][link] + place // their_counts[link]],
            theirs[their_starts[self.target][link] + place % their_counts[link]],
            self.forward[link],
            self.backward[link],
        )


def _members(groups: Sequence[int]) -> tuple[Ints, Ints]:
    """Members sorted by group, and where each group begins among them."""
    numbers = np.array(groups, np.int64)
    order = np.argsort(numbers, kind="stable")
    return order, np.searchsorted(numbers[order], np.arange(numbers.max(initial=-1) + 2))


@dataclass(frozen=True, slots=True)
class LinkTable:
    """All links of a batch, source form after source form."""

    starts: Ints
    columns: Ints
    forward: Floats
    backward: Floats
    targets: int
    """How many target forms there are."""

    @classmethod
    def merge(cls, kinds: Sequence[Links], sources: int, targets: int) -> LinkTable:
        """One table of links of several kinds; the likeliest reading of a pair counts."""
        keys = np.concatenate([links.source * targets + links.target for links in kinds])
        order = np.argsort(keys, kind="stable")
        keys = keys[order]
        forward = np.concatenate([links.forward for links in kinds])[order]
        backward = np.concatenate([links.backward for links in kinds])[order]
        first = np.flatnonzero(np.diff(keys, prepend=-1))
        if len(first):
            forward, backward = np.maximum.reduceat(forward, first), np.maximum.reduceat(backward, first)
        rows, columns = np.divmod(keys[first], max(targets, 1))
        starts = np.searchsorted(rows, np.arange(sources + 1))
        return cls(starts, columns, forward, backward, targets)

    def dense(self, sources: Ints, targets: Ints) -> tuple[Floats, Floats]:
        """The two shares of every pair of the given forms, as matrices of sources by targets."""
        place = np.full(self.targets, -1, np.int64)
        place[targets] = np.arange(len(targets))
        counts = self.starts[sources + 1] - self.starts[sources]
        taken = ragged(self.starts[sources], counts)
        columns = place[self.columns[taken]]
        rows = np.repeat(np.arange(len(sources)), counts)
        inside = columns >= 0
        forward, backward = np.zeros((2, len(sources), len(targets)), np.float32)
        forward[rows[inside], columns[inside]] = self.forward[taken[inside]]
        backward[rows[inside], columns[inside]] = self.backward[taken[inside]]
        return forward, backward
