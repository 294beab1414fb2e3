"""GitLab Code Quality: a JSON array of findings, each with a fingerprint that no other has, without a byte order mark.

Source: GitLab, "Code Quality", the section on the report's format.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, BinaryIO, ClassVar, Final

import msgspec

from qa.core.finding import Severity
from qa.core.fingerprint import text_hash
from qa.reporters.index import ReportIndex
from qa.reporters.regions import ColumnUnit, Regions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.report import Report
    from qa.reporters.protocol import Reporter

__all__ = ["REPORTER"]

_SEVERITIES: Final = {
    Severity.NEUTRAL: "info",
    Severity.MINOR: "minor",
    Severity.MAJOR: "major",
    Severity.CRITICAL: "critical",
}


class _Gitlab:
    name: ClassVar = "gitlab"
    suffix: ClassVar = ".json"

    def render(self, report: Report, stream: BinaryIO) -> None:
        """Write one object a line."""
        lines = b",\n".join(msgspec.json.encode(entry) for entry in _entries(report))
        stream.write(b"[\n" + lines + b"\n]\n" if lines else b"[]\n")


def _entries(report: Report) -> Iterator[dict[str, Any]]:
    regions = Regions(report, ColumnUnit.CODE_POINT)
    given: Counter[str] = Counter()
    for finding in ReportIndex(report).counting:
        region = regions.region(finding)
        basis = finding.fingerprint or text_hash(f"{finding.rule} {finding.unit} {finding.message}")
        given[basis] += 1
        yield {
            "description": f"{finding.message or finding.rule} ({finding.rule})",
            "check_name": finding.rule,
            # GitLab shows findings of one fingerprint as one
            "fingerprint": basis if given[basis] == 1 else text_hash(f"{basis} repeated {given[basis]}"),
            "severity": _SEVERITIES[finding.severity],
            "location": {"path": regions.path(finding), "lines": {"begin": region.line, "end": region.end_line}},
        }


REPORTER: Final[Reporter] = _Gitlab()
