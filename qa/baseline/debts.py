"""Scores that miss their thresholds when a baseline is made: they may get better, and not worse."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import msgspec

from qa.baseline.entries import Debt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.config import GateConfig, ScoreThreshold
    from qa.core.report import Report
    from qa.core.score import Score

__all__ = ["debts_of", "reduced", "relaxed"]

_DECIMALS: Final = 4
"""A debt is rounded to the lenient side, so that the last digits of another machine do not count."""


def relaxed(gate: GateConfig, debts: Sequence[Debt]) -> GateConfig:
    """``gate`` with each threshold that has a debt moved to it; a threshold is never made stricter."""
    scores = dict(gate.scores)
    for debt in debts:
        if threshold := scores.get(debt.score):
            scores[debt.score] = msgspec.structs.replace(
                threshold,
                min=None if threshold.min is None else min(threshold.min, debt.value),
                max=None if threshold.max is None else max(threshold.max, debt.value),
            )
    return msgspec.structs.replace(gate, scores=scores)


def debts_of(report: Report, gate: GateConfig) -> tuple[Debt, ...]:
    """The scores of the whole batch that miss the thresholds of ``gate``."""
    return tuple(_missed(report.scores, gate))


def reduced(old: Sequence[Debt], report: Report, gate: GateConfig) -> tuple[Debt, ...]:
    """``old`` as far as it is still owed: debts that were paid are gone, those that became smaller are smaller."""
    now = {(debt.score, debt.system): debt for debt in debts_of(report, gate)}
    measured = {(score.metric, score.system) for score in report.scores if score.level == "corpus"}
    return tuple(_reduced(old, now, measured, gate))


def _reduced(
    old: Sequence[Debt], now: dict[tuple[str, str], Debt], measured: set[tuple[str, str]], gate: GateConfig
) -> Iterator[Debt]:
    for debt in old:
        key = (debt.score, debt.system)
        if key not in measured:
            yield debt
        elif key in now:
            better = min if gate.scores[debt.score].min is None else max
            yield msgspec.structs.replace(debt, value=better(debt.value, now[key].value))


def _missed(scores: Sequence[Score], gate: GateConfig) -> Iterator[Debt]:
    for score in scores:
        threshold = gate.scores.get(score.metric)
        if score.level == "corpus" and threshold and (value := _owed(score.value, threshold)) is not None:
            yield Debt(score=score.metric, value=value, system=score.system)


def _owed(value: float, threshold: ScoreThreshold) -> float | None:
    scale = 10**_DECIMALS
    if threshold.min is not None and value < threshold.min:
        return math.floor(value * scale) / scale
    if threshold.max is not None and value > threshold.max:
        return math.ceil(value * scale) / scale
    return None
