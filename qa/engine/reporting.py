"""Puts a report together: findings, scores, counts and the rules that ran."""

from __future__ import annotations

import inspect
from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from qa.core.finding import Severity
from qa.core.report import BatchInfo, GateResult, Report, RuleInfo, Summary, Tool
from qa.core.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qa.core.finding import Finding
    from qa.core.report import DocumentInfo, Mention
    from qa.core.score import Score
    from qa.engine.recording import Recorder
    from qa.engine.ruleset import ActiveRule

__all__ = ["by_severity", "make_report", "rule_info", "summarize"]


def make_report(
    recorder: Recorder,
    languages: tuple[str, str],
    *,
    findings: Sequence[Finding] = (),
    scores: Sequence[Score] = (),
    rules: Iterable[ActiveRule] = (),
    mentions: Iterable[Mention] = (),
    notes: Sequence[str] = (),
) -> Report:
    """The report of one run, its gate not yet judged. ``languages`` are those of source and target."""
    return Report(
        tool=Tool("qa", VERSION),
        batch=BatchInfo(*languages, tuple(_told_apart(document, languages) for document in recorder.documents)),
        units=recorder.units,
        findings=findings,
        scores=tuple(scores),
        summary=summarize(recorder, findings),
        gate=GateResult(passed=True),
        rules=tuple(rule_info(active) for active in rules),
        mentions=tuple(mentions),
        notes=tuple(notes),
    )


def _told_apart(document: DocumentInfo, languages: tuple[str, str]) -> DocumentInfo:
    """``document`` without the languages that are those of the batch."""
    source, target = document.source_language, document.target_language
    return msgspec.structs.replace(
        document,
        source_language="" if source == languages[0] else source,
        target_language="" if target == languages[1] else target,
    )


def summarize(recorder: Recorder, findings: Sequence[Finding]) -> Summary:
    """Counts by severity, gravest first; suppressed findings are counted apart."""
    return Summary(
        units=len(recorder.units),
        findings=by_severity(findings),
        source_words=recorder.source_words,
        target_words=recorder.target_words,
        suppressed=sum(finding.suppressed is not None for finding in findings),
    )


def by_severity(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings count, gravest first; severities without a finding are left out."""
    counts = Counter(finding.severity for finding in findings if finding.suppressed is None)
    return {str(severity): counts[severity] for severity in reversed(Severity) if counts[severity]}


def rule_info(active: ActiveRule) -> RuleInfo:
    """The rule's id, its title from the first line of its module's docstring, its category and severity."""
    rule = active.rule
    title = getattr(rule, "title", "") or (inspect.getdoc(inspect.getmodule(type(rule))) or rule.id).splitlines()[0]
    return RuleInfo(rule.id, title.rstrip("."), rule.category, active.severity)
