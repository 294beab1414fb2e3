"""The figures of a page's summary: counts, scores, documents, and what a comparison shows."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, Final

from qa.core.finding import Severity

if TYPE_CHECKING:
    from qa.core.finding import Finding
    from qa.core.report import Report
    from qa.reporters.review_page.comparison import Comparison

__all__ = ["overview"]

_FIXED_SHOWN: Final = 200
"""Fixed findings that a page lists one by one."""


def overview(report: Report, comparison: Comparison | None) -> dict[str, Any]:
    """Everything the summary shows, ready to be written as JSON."""
    counting = [finding for finding in report.findings if finding.suppressed is None]
    return {
        "gate": report.gate,
        "summary": report.summary,
        "severities": [str(severity) for severity in Severity],
        "scores": [score for score in report.scores if score.level == "corpus"],
        "notes": report.notes,
        "categories": _table(counting, "category"),
        "documents": _table(counting, "document"),
        "compared": _compared(report, comparison) if comparison else None,
    }


def _table(findings: list[Finding], field: str) -> list[tuple[str, list[int]]]:
    """For each value of ``field`` the counts by severity, lightest first; the longest rows first."""
    counts: dict[str, Counter[Severity]] = defaultdict(Counter)
    for finding in findings:
        counts[getattr(finding, field)][finding.severity] += 1
    rows = [(name, [count[severity] for severity in Severity]) for name, count in counts.items()]
    return sorted(rows, key=lambda row: (-sum(row[1]), row[0]))


def _compared(report: Report, comparison: Comparison) -> dict[str, Any]:
    return {
        "rules": comparison.counts(report),
        "changed": len(comparison.previous),
        "fixed": [
            {"rule": f.rule, "severity": f.severity, "message": f.message, "document": f.document, "unit": f.unit}
            for f in comparison.fixed[:_FIXED_SHOWN]
        ],
    }
