"""Statistics: how many findings each rule has, the most frequent first, and how many units they stand in."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from qa.reporters.index import ReportIndex
from qa.reporters.terminal import TerminalReporter
from qa.reporters.totals import counted, gate_lines
from qa.reporters.visible import harmless, width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.report import Report
    from qa.reporters.protocol import Reporter
    from qa.reporters.terminal import Terminal

__all__ = ["REPORTER"]


def _lines(report: Report, terminal: Terminal) -> Iterator[str]:
    rows = [("findings", "units", "worst", "rule"), *_rows(report)]
    stub = max(width(worst) for _, _, worst, _ in rows)
    for number, (findings, units, worst, rule) in enumerate(rows):
        line = f"{findings:>8}  {units:>8}  {worst:<{stub}}  {rule}"
        yield terminal.paint(line, "strong") if number == 0 else line
    yield counted(report)
    yield from gate_lines(report, terminal)


def _rows(report: Report) -> Iterator[tuple[str, str, str, str]]:
    counting = ReportIndex(report).counting
    counts = Counter(finding.rule for finding in counting)
    units: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for finding in counting:
        units[finding.rule].add((finding.document, finding.unit))
    worst = {finding.rule: finding.severity for finding in sorted(counting, key=lambda found: found.severity.rank)}
    for rule, number in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])):
        yield str(number), str(len(units[rule])), str(worst[rule]), harmless(rule)


REPORTER: Final[Reporter] = TerminalReporter("statistics", _lines)
