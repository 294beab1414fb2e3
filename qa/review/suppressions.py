"""Dismissed findings become suppressions: a later check still shows them, but they do not count."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from qa.core.finding import Suppression
from qa.core.fingerprint import text_hash
from qa.core.report import FindingTexts
from qa.engine.reporting import by_severity
from qa.metrics.mqm import mqm_score
from qa.review.merging import merge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from qa.core.finding import Finding
    from qa.core.report import Report, UnitText
    from qa.review.decision import Decision

__all__ = ["Dismissals", "apply_decisions", "dismiss", "unused_decisions"]

_NAMED = 20
"""Decisions of one kind that are named one by one; the rest is counted."""


class Dismissals(NamedTuple):
    """What decisions say against the findings of one report."""

    valid: Mapping[str, Decision]
    """By fingerprint, those that suppress a finding."""
    drifted: Sequence[Decision]
    """Those that judged another text than the finding's unit has now; their findings count."""
    unused: Sequence[Decision]
    """Those of findings that are no longer found, though their document and rule were checked: their lines can go."""
    disputed: Sequence[Decision]
    """Those that other reviewers contradict; their findings count."""

    @classmethod
    def of(cls, report: Report, decisions: Sequence[Decision]) -> Dismissals:
        """The dismissals among ``decisions``, each reviewer's last word on a finding only."""
        merged = merge([decisions])
        dismissed = [one for one in merged.decisions if one.verdict == "dismissed"]
        judged = {one.finding for one in dismissed}
        found = {finding.fingerprint: finding for finding in report.findings if finding.fingerprint in judged}
        texts = FindingTexts(report, found.values())
        unused = [one for one in dismissed if one.finding not in found and _was_checked(one, report)]
        used = [one for one in dismissed if one.finding in found]
        drifted = [one for one in used if _is_drifted(one, texts.of(found[one.finding]))]
        valid = {one.finding: one for one in used if one not in drifted}
        disputed = [one for side in merged.conflicts for one in side if one.verdict == "dismissed"]
        return cls(valid, drifted, unused, disputed)

    def notes(self) -> Iterator[str]:
        """A sentence for each decision that does not count any more, and one for how many findings are suppressed."""
        kinds = (
            (self.drifted, "judged another text than there is now, so the finding counts; decide again"),
            (self.disputed, "is contradicted by another reviewer, so the finding counts; settle it"),
            (self.unused, "suppresses nothing, as there is no such finding any more; remove its line"),
        )
        for decisions, complaint in kinds:
            yield from (f"{_named(one)} {complaint}" for one in decisions[:_NAMED])
            if len(decisions) > _NAMED:
                yield f"{len(decisions) - _NAMED:,} more decisions like the last one"


def dismiss(report: Report, decisions: Sequence[Decision]) -> Report:
    """``report`` with dismissed findings suppressed with the reviewer's reason, its counts and notes brought in line.

    A decision counts only for the text that it judged. Decisions that have drifted, that nothing was found for, or on
    which reviewers disagree are named in the notes.
    """
    dismissals = Dismissals.of(report, decisions)
    findings = tuple(_judged(finding, dismissals.valid.get(finding.fingerprint)) for finding in report.findings)
    suppressed = sum(finding.suppressed is not None for finding in findings)
    new = suppressed - report.summary.suppressed
    said = f"{new:,} {'finding' if new == 1 else 'findings'} dismissed by decisions"
    words = report.summary.source_words
    scores = tuple(
        mqm_score(findings, words) if score.metric == "mqm" and score.level == "corpus" and words else score
        for score in report.scores
    )
    summary = msgspec.structs.replace(report.summary, findings=by_severity(findings), suppressed=suppressed)
    notes = (*report.notes, said, *dismissals.notes())
    return msgspec.structs.replace(report, findings=findings, scores=scores, summary=summary, notes=notes)


def apply_decisions(findings: Iterable[Finding], decisions: Iterable[Decision]) -> tuple[Finding, ...]:
    """The findings in their order, those that were dismissed suppressed with the reviewer's reason.

    Fingerprints join them, whatever has become of the text; what is suppressed already stays as it is. :func:`dismiss`
    also holds the decisions against the texts.
    """
    dismissed = {decision.finding: decision for decision in decisions if decision.verdict == "dismissed"}
    return tuple(_judged(finding, dismissed.get(finding.fingerprint)) for finding in findings)


def unused_decisions(findings: Iterable[Finding], decisions: Iterable[Decision]) -> Sequence[Decision]:
    """Dismissals of findings that are no longer found: their lines can go."""
    found = {finding.fingerprint for finding in findings}
    return [one for one in decisions if one.verdict == "dismissed" and one.finding not in found]


def _is_drifted(decision: Decision, unit: UnitText | None) -> bool:
    """Whether it was made on another target; one that names none is bound by the fingerprint alone."""
    return bool(decision.base) and (unit is None or decision.base != text_hash(unit.target))


def _was_checked(decision: Decision, report: Report) -> bool:
    documents = not decision.document or any(one.id == decision.document for one in report.batch.documents)
    return documents and (not decision.rule or any(one.id == decision.rule for one in report.rules))


def _named(decision: Decision) -> str:
    who = f" by {decision.reviewer}" if decision.reviewer else ""
    where = f", unit “{decision.unit}” of {decision.document}" if decision.document else ""
    return f"the dismissal{who} of {decision.rule or decision.finding}{where}"


def _judged(finding: Finding, decision: Decision | None) -> Finding:
    if decision is None or finding.suppressed is not None:
        return finding
    said = ": ".join(filter(None, (decision.reason, decision.comment)))
    reason = f"{said} ({decision.reviewer})" if said and decision.reviewer else said or decision.reviewer
    return msgspec.structs.replace(finding, suppressed=Suppression("decision", reason))
