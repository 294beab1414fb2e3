"""Holds systems that were compared with a baseline against thresholds on scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.config import Thresholds
from qa.core.report import Summary
from qa.core.score import Score
from qa.gate.judging import judge
from qa.gate.regressions import Change, worsening

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from qa.config import ScoreThreshold
    from qa.core.report import GateResult
    from qa.gate.regressions import Regression
    from qa.metrics.comparison import Comparison, MetricRow

__all__ = ["judge_comparison"]


def judge_comparison(comparison: Comparison, thresholds: Mapping[str, ScoreThreshold]) -> GateResult | None:
    """Whether all systems reach the thresholds; None where there is none on a metric that was compared.

    What may be no worse than before is held against the baseline, by the test of the comparison.
    """
    rows = [(system.name, row) for system in comparison.systems for row in system.metrics]
    wanted = {row.metric: thresholds[row.metric] for _, row in rows if row.metric in thresholds}
    if not wanted:
        return None
    scores = [Score(metric=row.metric, value=row.system, system=name) for name, row in rows if row.metric in wanted]
    found = [
        regression
        for name, row in rows
        if row.metric in wanted
        for regression in _worsened(name, row, wanted[row.metric], comparison.segments)
    ]
    summary = Summary(units=comparison.segments, findings={})
    return judge((), scores, summary, Thresholds(fail_on=None, scores=wanted), found)


def _worsened(name: str, row: MetricRow, threshold: ScoreThreshold, segments: int) -> Iterator[Regression]:
    if threshold.target is None or row.better is not False:
        return
    change = Change(
        what=f"{row.metric} of {name}",
        before=row.baseline,
        now=row.system,
        higher_is_better=row.system < row.baseline,
        segments=segments,
        differing=row.differing,
        chance=lambda: row.p_value,
    )
    yield from worsening(change, threshold)
