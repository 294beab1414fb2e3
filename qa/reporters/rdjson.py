"""rdjson: all findings as one object, for ``reviewdog -f=rdjson``."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, ClassVar, Final

import msgspec

from qa.reporters.diagnostics import diagnostics

if TYPE_CHECKING:
    from qa.core.report import Report
    from qa.reporters.protocol import Reporter

__all__ = ["REPORTER"]


class _Rdjson:
    name: ClassVar = "rdjson"
    suffix: ClassVar = ".json"

    def render(self, report: Report, stream: BinaryIO) -> None:
        """Write one diagnostic a line."""
        source = msgspec.json.encode({"name": report.tool.name})
        lines = b",\n".join(map(msgspec.json.encode, diagnostics(report)))
        stream.write(b'{"source":' + source + b',"diagnostics":[' + (b"\n" + lines + b"\n" if lines else b"") + b"]}\n")


REPORTER: Final[Reporter] = _Rdjson()
