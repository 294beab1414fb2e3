"""Grouped text: the findings of each document under its path, one line each in columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from qa.reporters.index import ReportIndex
from qa.reporters.terminal import TerminalReporter
from qa.reporters.totals import totals
from qa.reporters.visible import harmless, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.core.finding import Finding
    from qa.core.report import Report
    from qa.reporters.protocol import Reporter
    from qa.reporters.terminal import Terminal

__all__ = ["REPORTER"]


def _lines(report: Report, terminal: Terminal) -> Iterator[str]:
    for document, findings in ReportIndex(report).by_document():
        yield terminal.paint(f"{harmless(document.path)} ({len(findings)})", "strong")
        yield from _table(findings, terminal)
        yield ""
    yield from totals(report, terminal)


def _table(findings: Sequence[Finding], terminal: Terminal) -> Iterator[str]:
    places = [harmless(_short_place(finding)) for finding in findings]
    widths = (
        max(map(width, places)),
        max(len(finding.severity) for finding in findings),
        max(width(harmless(finding.rule)) for finding in findings),
    )
    for place, finding in zip(places, findings, strict=True):
        rule = harmless(finding.rule)
        yield (
            f"  {' ' * (widths[0] - width(place))}{place}"
            f"  {terminal.severity(finding.severity)}{' ' * (widths[1] - len(finding.severity))}"
            f"  {terminal.paint(rule, 'faint')}{' ' * (widths[2] - width(rule))}"
            f"  {harmless(finding.message)}"
        )


def _short_place(finding: Finding) -> str:
    """``line:column``, or the unit where the finding has no place in a file."""
    return f"{finding.location.line}:{finding.location.column}" if finding.location else f"unit {finding.unit}"


REPORTER: Final[Reporter] = TerminalReporter("grouped", _lines)
