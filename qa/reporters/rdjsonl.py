"""rdjsonl: a finding a line, for ``reviewdog -f=rdjsonl``."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, ClassVar, Final

import msgspec

from qa.reporters.diagnostics import diagnostics

if TYPE_CHECKING:
    from qa.core.report import Report
    from qa.reporters.protocol import Reporter

__all__ = ["REPORTER"]


class _Rdjsonl:
    name: ClassVar = "rdjsonl"
    suffix: ClassVar = ".jsonl"

    def render(self, report: Report, stream: BinaryIO) -> None:
        """Write one diagnostic a line, each with its source."""
        source = {"source": {"name": report.tool.name}}
        stream.writelines(msgspec.json.encode(source | found) + b"\n" for found in diagnostics(report))


REPORTER: Final[Reporter] = _Rdjsonl()
