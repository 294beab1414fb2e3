"""Systems beside a baseline: differences with intervals and p-values, and the segments that changed most."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Final

import msgspec

from qa.core.errors import UsageError
from qa.core.finding import Finding
from qa.core.report import GateResult
from qa.metrics.batch import metrics_for
from qa.metrics.significance import compare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qa.core.score import Level
    from qa.metrics.protocol import Metric
    from qa.metrics.sample import Sample
    from qa.metrics.significance import Test
    from qa.metrics.statistics import Statistics

__all__ = ["ChangedSegment", "Comparison", "MetricRow", "SystemComparison", "compare_systems"]

_SCHEMA: Final = "qa.comparison/1"
_SEGMENTS: Final[frozenset[Level]] = frozenset({"segment"})


class MetricRow(msgspec.Struct, frozen=True, kw_only=True):
    """One metric of one system beside the baseline."""

    metric: str
    baseline: float
    system: float
    difference: float
    """The system's score less the baseline's."""
    p_value: float
    better: bool | None
    """Whether the system is; None where the scores are equal."""
    differing: int
    """Segments whose share in the score is another one."""
    test: str
    signature: str
    interval: tuple[float, float] | None = None
    """95 %, of the difference; only the bootstrap has one."""
    baseline_interval: tuple[float, float] | None = None
    system_interval: tuple[float, float] | None = None


class ChangedSegment(msgspec.Struct, frozen=True, kw_only=True):
    """A segment that the two systems translated with different success."""

    document: str
    unit: str
    source: str
    reference: str
    baseline: str
    system: str
    baseline_score: float
    system_score: float
    difference: float


class SystemComparison(msgspec.Struct, frozen=True, kw_only=True):
    """One system beside the baseline."""

    name: str
    metrics: tuple[MetricRow, ...]
    changed_by: str
    """The metric that ``changed`` goes by: the first one."""
    changed: tuple[ChangedSegment, ...]
    """The greatest differences first, for better or worse."""
    new: tuple[Finding, ...] | None = None
    """Findings that only the system has; None where no rule ran."""
    gone: tuple[Finding, ...] | None = None
    """Findings that only the baseline has."""


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Some systems beside a baseline."""

    schema: str = _SCHEMA
    baseline: str
    segments: int
    systems: tuple[SystemComparison, ...]
    gate: GateResult | None = None
    """The verdict on the systems; None where no threshold is set."""


def compare_systems(
    metrics: Iterable[str], named: Sequence[tuple[str, Sample]], test: Test, trials: int = 0, *, changed: int = 10
) -> Comparison:
    """Compare every system with the first one.

    Args:
        metrics: by name; the first one tells which segments changed most.
        named: the systems with their samples, of the same segments in the same order.
        test: which test of significance.
        trials: of the test; 0 for its usual number.
        changed: how many changed segments to keep.

    Raises:
        UsageError: there is no second system, or the systems differ in their number of segments.
    """
    (baseline, first), *others = named
    if not others:
        raise UsageError("there is nothing to compare the baseline with; name a second system")
    for name, sample in others:
        if len(sample.hypotheses) != len(first.hypotheses):
            lengths = f"{baseline} has {len(first.hypotheses)} segments and {name} {len(sample.hypotheses)}"
            message = f"{lengths}; give the same ones"
            raise UsageError(message)
    wanted = metrics_for(metrics, first)
    known = _Baseline(first, wanted, [metric.statistics(first) for metric in wanted], _segment_scores(wanted[0], first))
    systems = tuple(_compared(known, name, sample, (test, trials), changed) for name, sample in others)
    return Comparison(baseline=baseline, segments=len(first.hypotheses), systems=systems)


@dataclass(frozen=True, slots=True)
class _Baseline:
    """What is worked out once for all systems."""

    sample: Sample
    metrics: Sequence[Metric]
    statistics: Sequence[Statistics]
    segments: Sequence[float]
    """The score of each segment by the first metric."""


def _compared(known: _Baseline, name: str, sample: Sample, how: tuple[Test, int], most: int) -> SystemComparison:
    pairs = zip(known.metrics, known.statistics, strict=True)
    rows = (_row(metric, before, metric.statistics(sample), how, known.sample) for metric, before in pairs)
    new, gone = _apart(known.sample, sample)
    changed = _changed(known.sample, sample, known.segments, _segment_scores(known.metrics[0], sample))
    return SystemComparison(
        name=name,
        metrics=tuple(rows),
        changed_by=known.metrics[0].name,
        changed=tuple(islice(changed, most)),
        new=new,
        gone=gone,
    )


def _row(metric: Metric, before: Statistics, after: Statistics, how: tuple[Test, int], sample: Sample) -> MetricRow:
    paired = compare(before, after, *how)
    return MetricRow(
        metric=metric.name,
        baseline=paired.baseline,
        system=paired.system,
        difference=paired.difference,
        p_value=paired.p_value,
        better=(paired.difference > 0) == metric.higher_is_better if paired.difference else None,
        differing=before.differing(after),
        test=paired.test,
        signature=metric.signature(sample),
        interval=paired.interval,
        baseline_interval=paired.baseline_interval,
        system_interval=paired.system_interval,
    )


def _segment_scores(metric: Metric, sample: Sample) -> list[float]:
    """By segment; a segment without a score, such as one without source words, counts as 0."""
    scores = {
        (score.document, score.unit): score.value
        for score in metric.score(replace(sample, levels=_SEGMENTS))
        if score.metric == metric.name
    }
    return [scores.get((sample.document(i), sample.unit(i)), 0.0) for i in range(len(sample.hypotheses))]


def _changed(
    first: Sample, second: Sample, before: Sequence[float], after: Sequence[float]
) -> Iterator[ChangedSegment]:
    order = sorted(range(len(before)), key=lambda i: -abs(after[i] - before[i]))
    for i in order:
        if before[i] != after[i]:
            yield ChangedSegment(
                document=second.document(i),
                unit=second.unit(i),
                source=first.sources[i] if first.sources else "",
                reference=first.references[0][i] if first.references else "",
                baseline=first.hypotheses[i],
                system=second.hypotheses[i],
                baseline_score=before[i],
                system_score=after[i],
                difference=after[i] - before[i],
            )


def _apart(first: Sample, second: Sample) -> tuple[tuple[Finding, ...] | None, tuple[Finding, ...] | None]:
    """Findings of the second sample alone, and of the first alone; equal ones are of one rule in one segment."""
    if first.findings is None or second.findings is None:
        return None, None
    left, right = _by_place(first), _by_place(second)
    return tuple(_surplus(right, left)), tuple(_surplus(left, right))


def _by_place(sample: Sample) -> list[tuple[tuple[str, int], Finding]]:
    places = {(sample.document(i), sample.unit(i)): i for i in range(len(sample.hypotheses))}
    return [
        ((finding.rule, places[finding.document, finding.unit]), finding)
        for finding in sample.findings or ()
        if finding.suppressed is None
    ]


def _surplus(
    ours: Sequence[tuple[tuple[str, int], Finding]], theirs: Sequence[tuple[tuple[str, int], Finding]]
) -> Iterator[Finding]:
    left = Counter(place for place, _ in theirs)
    for place, finding in ours:
        if left[place]:
            left[place] -= 1
        else:
            yield finding
