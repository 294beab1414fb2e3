r"""TSV: one finding a row under a header, for spreadsheets and for tools that read lines.

What cannot stand in a cell is written as in JSON: ``\t``, ``\n``, ``\\`` and ``\u001b``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO, ClassVar, Final

from qa.core.workflow import OLD_PREFIX
from qa.reporters.index import ReportIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.finding import Finding
    from qa.core.report import Report
    from qa.reporters.protocol import Reporter

__all__ = ["COLUMNS", "REPORTER"]

COLUMNS: Final = (
    "path",
    "line",
    "column",
    "severity",
    "rule",
    "message",
    "source",
    "target",
    "suggestion",
    "document",
    "unit",
    "fingerprint",
)
"""``source`` and ``target`` are the words at fault; ``column`` counts code points."""

_SHORT: Final = {"\t": r"\t", "\n": r"\n", "\r": r"\r", "\\": r"\\"}
_UNFIT: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\\\u2028\u2029\ud800-\udfff]")
_COLONS: Final = re.compile(r"^(\s*):(?=:)")
_JOINT: Final = " … "
"""Between words at fault that do not stand together."""


class _Tsv:
    name: ClassVar = "tsv"
    suffix: ClassVar = ".tsv"

    def render(self, report: Report, stream: BinaryIO) -> None:
        """Write the header and a row per finding."""
        stream.write("\t".join(COLUMNS).encode() + b"\n")
        index = ReportIndex(report)
        stream.writelines("\t".join(map(_cell, _row(finding, index))).encode() + b"\n" for finding in index.counting)


def _row(finding: Finding, index: ReportIndex) -> Iterator[str]:
    unit, place = index.unit(finding), finding.location
    yield place.path if place else index.document(finding.document).path
    yield str(place.line) if place else ""
    yield str(place.column) if place else ""
    yield finding.severity
    yield finding.rule
    yield finding.message
    yield _JOINT.join(span.of(unit.source) for span in finding.source_spans)
    yield _JOINT.join(span.of(unit.target) for span in finding.target_spans)
    yield finding.suggestion.text if finding.suggestion else ""
    yield finding.document
    yield finding.unit
    yield finding.fingerprint


def _cell(text: str) -> str:
    """``text`` without tabs, line ends and controls, and without what a runner of GitHub Actions would obey."""
    shown = _UNFIT.sub(_named, text).replace(OLD_PREFIX, r"#\u0023[")
    return _COLONS.sub(r"\1\\u003a", shown)


def _named(found: re.Match[str]) -> str:
    character = found.group()
    return _SHORT.get(character, f"\\u{ord(character):04x}")


REPORTER: Final[Reporter] = _Tsv()
