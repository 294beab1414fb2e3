"""Concise text: one line per finding, and one for the gate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from qa.reporters.index import ReportIndex
from qa.reporters.terminal import TerminalReporter
from qa.reporters.totals import counted, gate_lines
from qa.reporters.visible import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.report import Report
    from qa.reporters.protocol import Reporter
    from qa.reporters.terminal import Terminal

__all__ = ["REPORTER"]


def _lines(report: Report, terminal: Terminal) -> Iterator[str]:
    index = ReportIndex(report)
    for _, findings in index.by_document():
        for finding in findings:
            place = terminal.paint(harmless(index.place(finding)), "strong")
            severity = terminal.severity(finding.severity)
            yield f"{place}: {severity} {harmless(finding.rule)}: {harmless(finding.message)}"
    yield counted(report)
    yield from gate_lines(report, terminal)


REPORTER: Final[Reporter] = TerminalReporter("concise", _lines)
