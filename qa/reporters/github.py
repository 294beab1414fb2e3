"""GitHub annotations: the gravest findings as workflow commands, and one line for all others.

GitHub shows ten annotations of a kind per step and drops the rest without a word, so nine findings are given and a
notice tells how many more there are. Source: GitHub, "Workflow commands for GitHub Actions".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, ClassVar, Final

from qa.core.finding import Severity
from qa.core.workflow import command
from qa.reporters.index import ReportIndex
from qa.reporters.regions import ColumnUnit, Regions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.finding import Finding
    from qa.core.report import Report
    from qa.reporters.protocol import Reporter

__all__ = ["REPORTER", "SHOWN"]

SHOWN: Final = 9
"""How many findings become annotations; one more is left for the notice."""

_LEVELS: Final = {
    Severity.NEUTRAL: "notice",
    Severity.MINOR: "warning",
    Severity.MAJOR: "error",
    Severity.CRITICAL: "error",
}


class _Github:
    name: ClassVar = "github"
    suffix: ClassVar = ".txt"

    def render(self, report: Report, stream: BinaryIO) -> None:
        """Write one command a line."""
        stream.writelines(f"{line}\n".encode() for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    findings = ReportIndex(report).worst_first
    regions = Regions(report, ColumnUnit.UTF_16)
    yield from (_annotation(finding, regions) for finding in findings[:SHOWN])
    if (more := len(findings) - SHOWN) > 0:
        noun = "finding is" if more == 1 else "findings are"
        yield command("notice", f"{more:,} more {noun} in the step summary and in the report", title="qa")
    if not report.gate.passed:
        yield command("error", "; ".join(report.gate.tripped) or "the gate failed", title="qa: the gate failed")
    elif not findings:
        yield command("notice", "no findings; the gate passed", title="qa")


def _annotation(finding: Finding, regions: Regions) -> str:
    region = regions.region(finding)
    places: dict[str, str | int] = {"file": regions.path(finding), "line": region.line, "endLine": region.end_line}
    if region.line == region.end_line:  # GitHub takes columns only within one line
        places |= {"col": region.column, "endColumn": region.end_column}
    message = finding.message or finding.rule
    return command(_LEVELS[finding.severity], message, **places, title=f"{finding.rule} ({finding.severity})")


REPORTER: Final[Reporter] = _Github()
