"""The best choice among the beads that were looked at more closely, and how sure each of them is."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from qa.align.settings import ADDED, DROPPED, MOVES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.align.search import Candidates

__all__ = ["Lattice"]

_NEVER = -1e30
_STATES = 3
"""What stands before a node: 0 a pair of sentences, 1 a dropped sentence, 2 an added one."""
_DROPPED_STATE, _ADDED_STATE = 1, 2

_Values = list[list[float]]


class Lattice:
    """Scored beads as edges between nodes; an unaligned sentence that follows another of its side gains ``again``.

    The beads must hold a path from the first node to the last, sorted by row and column.
    """

    def __init__(self, beads: Candidates, scores: Sequence[float], again: float) -> None:
        moves = [MOVES[kind] for kind in beads.kind.tolist()]
        starts = list(zip(beads.row.tolist(), beads.column.tolist(), strict=True))
        ends = [(row + a, column + b) for (row, column), (a, b) in zip(starts, moves, strict=True)]
        nodes = {node: number for number, node in enumerate(sorted({*starts, *ends}))}
        self._starts = [nodes[node] for node in starts]
        self._ends = [nodes[node] for node in ends]
        self._nodes = len(nodes)
        self._states = [_state(kind) for kind in beads.kind.tolist()]
        self._scores = [float(score) for score in scores]
        self._again = again

    def _ways(self, edge: int) -> Iterator[tuple[int, float]]:
        """The states in which a bead can begin, with its score there."""
        state, score = self._states[edge], self._scores[edge]
        for before in range(_STATES):
            if state != _DROPPED_STATE or before != _ADDED_STATE:
                yield before, score + (self._again if state and state == before else 0.0)

    def best(self) -> list[int]:
        """The numbers of the beads of the path with the highest total score."""
        values: _Values = [[_NEVER] * _STATES for _ in range(self._nodes)]
        values[0][0] = 0.0
        origin: list[list[tuple[int, int]]] = [[(-1, 0)] * _STATES for _ in range(self._nodes)]
        for edge, (start, end) in enumerate(zip(self._starts, self._ends, strict=True)):
            state = self._states[edge]
            for before, score in self._ways(edge):
                if values[start][before] + score > values[end][state]:
                    values[end][state] = values[start][before] + score
                    origin[end][state] = (edge, before)
        node = self._nodes - 1
        state = max(range(_STATES), key=values[node].__getitem__)
        path = []
        while origin[node][state][0] >= 0:
            edge, state = origin[node][state]
            path.append(edge)
            node = self._starts[edge]
        return path[::-1]

    def chances(self) -> list[float]:
        """The probability of each bead, by the forward and backward algorithm."""
        forward, backward = self._forward(), self._backward()
        whole = backward[0][0]
        chances = []
        for edge, (start, end) in enumerate(zip(self._starts, self._ends, strict=True)):
            after = backward[end][self._states[edge]] - whole
            chances.append(
                sum(math.exp(min(forward[start][state] + score + after, 0.0)) for state, score in self._ways(edge))
            )
        return chances

    def _forward(self) -> _Values:
        values: _Values = [[_NEVER] * _STATES for _ in range(self._nodes)]
        values[0][0] = 0.0
        for edge, (start, end) in enumerate(zip(self._starts, self._ends, strict=True)):
            state = self._states[edge]
            for before, score in self._ways(edge):
                values[end][state] = _log_sum(values[end][state], values[start][before] + score)
        return values

    def _backward(self) -> _Values:
        values: _Values = [[_NEVER] * _STATES for _ in range(self._nodes)]
        values[-1] = [0.0] * _STATES
        for edge in reversed(range(len(self._starts))):
            start, after = self._starts[edge], values[self._ends[edge]][self._states[edge]]
            for before, score in self._ways(edge):
                values[start][before] = _log_sum(values[start][before], after + score)
        return values


def _state(kind: int) -> int:
    return {DROPPED: _DROPPED_STATE, ADDED: _ADDED_STATE}.get(kind, 0)


def _log_sum(left: float, right: float) -> float:
    if left < right:
        left, right = right, left
    return left if right <= _NEVER / 2 else left + math.log1p(math.exp(right - left))
