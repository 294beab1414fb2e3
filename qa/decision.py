"""From findings to a verdict: what a baseline knows and what was wrong before does not count, and the gate judges."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from qa.baseline import apply, read_baseline, relaxed
from qa.core.finding import Suppression
from qa.core.report import GateResult
from qa.core.repository import repository_root
from qa.engine.reporting import by_severity
from qa.engine.word_counts import count_words
from qa.gate import Evidence, changed_since, judge, regressions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qa.baseline import Entry
    from qa.config import Config, GateConfig, Thresholds
    from qa.core.finding import Finding
    from qa.core.report import Report

__all__ = ["Changes", "decide", "judged"]

_NOTHING: Final = Evidence()


@dataclass(frozen=True, slots=True)
class Changes:
    """Which units are not as they were."""

    revision: str
    units: frozenset[tuple[str, str]]
    """Document and id of each unit that is new or has other texts."""


def decide(
    report: Report,
    config: Config,
    changes: Changes | None = None,
    dismiss: Callable[[Report], Report] | None = None,
    evidence: Evidence = _NOTHING,
) -> Report:
    """``report`` with its verdict.

    Args:
        report: with its findings and scores, not yet judged.
        config: names the baseline and the thresholds.
        changes: where given, only changed units count; with thresholds in ``[gate.changed]`` they are judged by
            these, and the whole batch by the others.
        dismiss: suppresses the findings that reviewers have dismissed; it sees what the baseline has left.
        evidence: the segments behind the scores, and the earlier report that scores are compared with.

    Raises:
        ConfigError: the baseline is missing or broken.
    """
    gate: GateConfig = config.gate
    stale: Sequence[Entry] = ()
    if config.baseline is not None:
        report, gate, stale = _with_baseline(report, config.baseline, gate)
    if dismiss is not None:
        report = dismiss(report)
    if changes is not None and gate.changed is None:
        report = _only(report, changes)
    report = judged(report, gate, changes, evidence)
    if stale and gate.stale_baseline == "error":
        tripped = (*report.gate.tripped, _complaint(stale))
        verdict = msgspec.structs.replace(report.gate, passed=False, tripped=tripped)
        return msgspec.structs.replace(report, gate=verdict)
    return report


def judged(report: Report, gate: GateConfig, changes: Changes | None = None, evidence: Evidence = _NOTHING) -> Report:
    """``report`` with the verdict of a gate, and with notes on scores that became worse and may.

    Where nobody says which units are changed, ``[gate.changed]`` is for those that the earlier report has otherwise.
    """
    if changes is None and gate.changed is not None and evidence.earlier is not None:
        changes = Changes("the baseline report", changed_since(report, evidence.earlier))
    part = report if changes is None else _changed_part(report, changes)
    if changes is None or gate.changed is None:
        verdict, notes = _verdict(msgspec.structs.replace(part, scores=report.scores), gate, evidence)
    else:
        verdict, notes = _verdict(report, gate, evidence)
        seen = evidence.part(changes.units)
        wanted = _on_changed(gate.changed, evidence, seen)
        part = msgspec.structs.replace(part, scores=tuple(seen.scores(wanted.scores)))
        second, more = _verdict(part, wanted, seen, part=True)
        verdict, notes = _both(verdict, second), (*notes, *(f"in changed units, {note}" for note in more))
    return msgspec.structs.replace(report, gate=verdict, notes=(*report.notes, *notes))


def _verdict(
    report: Report, thresholds: Thresholds, evidence: Evidence, *, part: bool = False
) -> tuple[GateResult, tuple[str, ...]]:
    """The verdict, and what is worse and may be."""
    found = tuple(regressions(evidence, thresholds.scores, part=part))
    verdict = judge(report.findings, report.scores, report.summary, thresholds, found)
    return verdict, tuple(regression.sentence for regression in found if not regression.trips)


def _on_changed(changed: Thresholds, evidence: Evidence, seen: Evidence) -> Thresholds:
    """``changed`` without the thresholds on metrics that ran, and had no changed segment to score."""
    idle = {one.metric.name for one in evidence.scored} - {one.metric.name for one in seen.scored}
    scores = {metric: threshold for metric, threshold in changed.scores.items() if metric not in idle}
    return msgspec.structs.replace(changed, scores=scores)


def _both(whole: GateResult, changed: GateResult) -> GateResult:
    return GateResult(
        passed=whole.passed and changed.passed,
        tripped=(*whole.tripped, *(f"in changed units, {reason}" for reason in changed.tripped)),
        thresholds=whole.thresholds | {f"changed.{name}": value for name, value in changed.thresholds.items()},
    )


def _with_baseline(report: Report, path: str, gate: GateConfig) -> tuple[Report, GateConfig, Sequence[Entry]]:
    baseline = read_baseline(Path(path))
    applied = apply(report, baseline, repository_root())
    before, after = (_suppressed(findings) for findings in (report.findings, applied.report.findings))
    noted = _recounted(applied.report, f"{_plural(after - before, 'finding')} known to the baseline")
    return noted, relaxed(gate, baseline.debts), applied.stale


def _only(report: Report, changes: Changes) -> Report:
    """``report`` with the findings in unchanged units suppressed."""
    before = Suppression("unchanged", f"the unit is as in {changes.revision}")
    findings = tuple(
        finding
        if finding.suppressed or _is_in(finding, changes)
        else msgspec.structs.replace(finding, suppressed=before)
        for finding in report.findings
    )
    shown = f"{len(changes.units):,} of {_plural(len(report.units), 'unit')} changed since {changes.revision}"
    return _recounted(msgspec.structs.replace(report, findings=findings), shown)


def _changed_part(report: Report, changes: Changes) -> Report:
    """The findings in changed units, counted against the words of these units."""
    units = tuple(unit for unit in report.units if (unit.document, unit.id) in changes.units)
    findings = tuple(finding for finding in report.findings if _is_in(finding, changes))
    summary = msgspec.structs.replace(report.summary, source_words=sum(count_words(unit.source) for unit in units))
    return msgspec.structs.replace(report, units=units, findings=findings, summary=summary)


def _is_in(finding: Finding, changes: Changes) -> bool:
    return (finding.document, finding.unit) in changes.units


def _recounted(report: Report, note: str) -> Report:
    summary = msgspec.structs.replace(
        report.summary, findings=by_severity(report.findings), suppressed=_suppressed(report.findings)
    )
    return msgspec.structs.replace(report, summary=summary, notes=(*report.notes, note))


def _suppressed(findings: Sequence[Finding]) -> int:
    return sum(finding.suppressed is not None for finding in findings)


def _complaint(stale: Sequence[Entry]) -> str:
    number = sum(entry.count for entry in stale)
    verb = "is" if number == 1 else "are"
    first = f"{stale[0].path} {stale[0].rule}"
    return (
        f"{_plural(number, 'finding')} of the baseline {verb} gone ({first} first); `qa baseline update` takes them out"
    )


def _plural(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
