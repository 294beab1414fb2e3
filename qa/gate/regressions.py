"""Whether scores became worse than in an earlier report, by more than is allowed and more than chance explains.

Both versions are scored on the units that they share, against the same references. The test is a paired bootstrap
(Koehn 2004). Few segments that differ cannot show anything: a sign test on five has a p-value of 1/16 at best.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import msgspec

from qa.gate.counterparts import counterparts
from qa.metrics.significance import compare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from qa.config import ScoreThreshold
    from qa.core.finding import Finding
    from qa.core.report import Report, UnitText
    from qa.gate.evidence import Evidence
    from qa.metrics.sample import Sample
    from qa.metrics.scored import Scored

__all__ = ["Change", "Regression", "regressions", "worsening"]

_SURE: Final = 0.05
_FEWEST: Final = 6
"""Segments that differ, under which nothing is tested."""
_OUTSIDE: Final = frozenset({"baseline", "decision", "unchanged"})
"""Suppressions that gates put on findings after they were scored."""
_SMALL: Final = 2
"""The scale up to which four decimals are shown."""


@dataclass(frozen=True, slots=True)
class Regression:
    """Something to be said about a score beside an earlier one."""

    sentence: str
    trips: bool
    """Whether the gate may not pass; otherwise it is for the reader alone."""


def regressions(
    evidence: Evidence, thresholds: Mapping[str, ScoreThreshold], *, part: bool = False
) -> Iterator[Regression]:
    """What is to be said about each score that must be no worse than before; nothing about those that are not.

    Args:
        evidence: the segments, and the earlier report.
        thresholds: by metric; those without a target are left alone.
        part: whether the segments are a part of the batch, which may well be new altogether.
    """
    for metric, threshold in sorted(thresholds.items()):
        if threshold.target is not None:
            yield from _held(metric, threshold, evidence, part=part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A score before and now, on the same segments."""

    what: str
    """The metric, and the system where there are several."""
    before: float
    now: float
    higher_is_better: bool
    segments: int
    differing: int
    """Segments whose share in the score is another one."""
    chance: Callable[[], float]
    """The p-value of the difference, worked out only where it is asked for."""


def worsening(change: Change, threshold: ScoreThreshold) -> Iterator[Regression]:
    """One sentence where a score became worse by more than is allowed."""
    allowed = threshold.threshold or 0.0
    gain = change.now - change.before
    if (-gain if change.higher_is_better else gain) <= allowed:
        return
    limit = _SURE if threshold.significance is None else threshold.significance
    units = f"{change.segments:,} units"
    fact = f"{change.what} is {_shown(change.now)}, and {_shown(change.before)} in the baseline"
    demand = f"it may be at most {allowed:g} worse" if allowed else "it may not be worse"
    if limit == 1:
        yield Regression(f"{fact} ({units}); {demand}", trips=True)
        return
    if change.differing < _FEWEST:
        few = f"only {change.differing} of {units} differ, too few to tell it from chance"
        yield Regression(f"{fact}; {demand}, but {few}", trips=False)
        return
    chance = change.chance()
    if chance < limit:
        yield Regression(f"{fact} ({units}, p = {chance:.4f}); {demand}", trips=True)
    else:
        yield Regression(f"{fact}; {demand}, but that may be chance ({units}, p = {chance:.4f})", trips=False)


def _held(metric: str, threshold: ScoreThreshold, evidence: Evidence, *, part: bool) -> Iterator[Regression]:
    earlier = evidence.earlier
    found = [one for one in evidence.scored if one.metric.name == metric]
    if earlier is None:
        reason = "there is no earlier report to compare with; give --baseline-report"
    elif not any(score.metric == metric and score.level == "corpus" for score in earlier.scores):
        reason = "the baseline report has no such corpus score; make it anew with this metric"
    elif not found and not part:
        reason = "it was not measured; ask for it with --metric"
    else:
        for one in found:
            yield from _compared(one, threshold, earlier, part=part)
        return
    yield Regression(f"{metric} must be no worse than before, and {reason}", trips=True)


def _compared(one: Scored, threshold: ScoreThreshold, earlier: Report, *, part: bool) -> Iterator[Regression]:
    name = f"{one.metric.name} of {one.system}" if one.system else one.metric.name
    sample = one.sample
    places = [(sample.document(i), sample.unit(i), _source(sample, i)) for i in range(len(sample.hypotheses))]
    pairs = [(row, unit) for row, unit in enumerate(counterparts(places, earlier)) if unit is not None]
    if not pairs:
        reason = f"the baseline report has none of the {len(places):,} units that were scored"
        yield Regression(f"{name} cannot be compared: {reason}; give texts of the same source", trips=not part)
        return
    now = sample.at([row for row, _ in pairs])
    before = _earlier_sample(now, [unit for _, unit in pairs], earlier)
    old, new = one.metric.statistics(before), one.metric.statistics(now)
    change = Change(
        what=name,
        before=old.total(),
        now=new.total(),
        higher_is_better=one.metric.higher_is_better,
        segments=len(pairs),
        differing=old.differing(new),
        chance=lambda: compare(old, new, "bootstrap").p_value,
    )
    yield from worsening(change, threshold)


def _source(sample: Sample, row: int) -> str:
    return sample.sources[row] if sample.sources else ""


def _earlier_sample(now: Sample, units: Sequence[UnitText], earlier: Report) -> Sample:
    """``now`` with the translations and findings of the earlier ``units``, which are in the same order."""
    hypotheses = [unit.target for unit in units]
    if now.findings is None:
        return replace(now, hypotheses=hypotheses)
    places = {(unit.document, unit.id): (now.document(row), now.unit(row)) for row, unit in enumerate(units)}
    findings = [
        _moved(finding, places[finding.document, finding.unit])
        for finding in earlier.findings
        if (finding.document, finding.unit) in places
    ]
    return replace(now, hypotheses=hypotheses, findings=findings)


def _moved(finding: Finding, place: tuple[str, str]) -> Finding:
    """``finding`` in another unit, as it was when it was scored."""
    suppressed = finding.suppressed
    if suppressed is not None and suppressed.kind in _OUTSIDE:
        suppressed = None
    return msgspec.structs.replace(finding, document=place[0], unit=place[1], suppressed=suppressed)


def _shown(value: float) -> str:
    return f"{value:.4f}" if abs(value) < _SMALL else f"{value:.2f}"
