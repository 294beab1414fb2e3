"""JSON lines: the report as a stream of records, one a line, each with a ``type``.

First one ``report`` (schema, tool, batch, rules, notes, mentions), then every ``unit``, ``finding`` and ``score``,
then one ``summary`` and one ``gate``. A file without its last line was cut off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, ClassVar, Final

import msgspec

from qa.core.report import BatchInfo, Mention, RuleInfo, Tool

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.report import Report
    from qa.reporters.protocol import Reporter

__all__ = ["REPORTER", "Header"]


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """The first record, without its type."""

    schema: str
    tool: Tool
    batch: BatchInfo
    rules: tuple[RuleInfo, ...] = ()
    notes: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()


class _JsonLines:
    name: ClassVar = "jsonl"
    suffix: ClassVar = ".jsonl"

    def render(self, report: Report, stream: BinaryIO) -> None:
        """Write one record after the other."""
        stream.writelines(_line(kind, record) for kind, record in _records(report))


def _line(kind: str, record: msgspec.Struct) -> bytes:
    """An encoded struct opens with a brace; its type goes in behind it."""
    return b'{"type":' + msgspec.json.encode(kind) + b"," + msgspec.json.encode(record)[1:] + b"\n"


def _records(report: Report) -> Iterator[tuple[str, msgspec.Struct]]:
    header = Header(
        schema=report.schema,
        tool=report.tool,
        batch=report.batch,
        rules=report.rules,
        notes=report.notes,
        mentions=report.mentions,
    )
    yield "report", header
    yield from (("unit", unit) for unit in report.units)
    yield from (("finding", finding) for finding in report.findings)
    yield from (("score", score) for score in report.scores)
    yield "summary", report.summary
    yield "gate", report.gate


REPORTER: Final[Reporter] = _JsonLines()
