"""Findings as reviewdog's Diagnostic Format has them: columns are UTF-8 bytes, and ends are exclusive.

Source: reviewdog, "Reviewdog Diagnostic Format".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from qa.core.finding import Severity
from qa.reporters.index import ReportIndex
from qa.reporters.regions import ColumnUnit, Region, Regions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.finding import Finding
    from qa.core.report import Report

__all__ = ["diagnostics"]

_SEVERITIES: Final = {
    Severity.NEUTRAL: "INFO",
    Severity.MINOR: "WARNING",
    Severity.MAJOR: "ERROR",
    Severity.CRITICAL: "ERROR",
}


def diagnostics(report: Report) -> Iterator[dict[str, Any]]:
    """One diagnostic per finding; a suggestion is there where the file holds the very words that it replaces."""
    regions = Regions(report, ColumnUnit.UTF_8)
    for finding in ReportIndex(report).counting:
        yield _diagnostic(finding, regions)


def _diagnostic(finding: Finding, regions: Regions) -> dict[str, Any]:
    diagnostic: dict[str, Any] = {
        "message": finding.message or finding.rule,
        "location": {"path": regions.path(finding), "range": _range(regions.region(finding))},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }
    replaced = regions.replacement(finding)
    if replaced and finding.suggestion:
        diagnostic["suggestions"] = [{"range": _range(replaced), "text": finding.suggestion.text}]
    return diagnostic


def _range(region: Region) -> dict[str, dict[str, int]]:
    return {
        "start": {"line": region.line, "column": region.column},
        "end": {"line": region.end_line, "column": region.end_column},
    }
