"""Error spans of the WMT shared task on quality estimation (2023, task 2): a line per segment, without its source.

Columns, parted by tabs: language pair, method, 0-based segment number, target, start offsets, end offsets (exclusive,
as the organisers' scorer reads them), and ``minor`` or ``major`` for each; ``-1``, ``-1`` and ``no-error`` for none.
A submission opens with three lines of one number. Two equal offsets mark a place where something is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from qa.core.errors import FormatError
from qa.core.finding import Finding, Severity
from qa.metrics.annotations.segment import (
    ANNOTATION,
    AnnotatedSegment,
    AnnotationFormat,
    one_line,
    severity_of,
    within,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["FORMAT"]

_COLUMNS: Final = 7
_OPENING: Final = 3
"""Lines at the start of a submission that are no segments."""
_NONE: Final = "no-error"
_UNSPECIFIED: Final = "unspecified"


def _sniff(head: str) -> bool:
    """Whether the fourth line, or the second behind a header, is one of seven cells with offsets in them."""
    lines = [line.split("\t") for line in head.splitlines()[: _OPENING + 1]]
    return any(len(cells) == _COLUMNS and cells[2].isdecimal() and _numbers(cells[4]) for cells in lines)


def _numbers(cell: str) -> bool:
    return bool(cell.split()) and all(word.lstrip("-").isdecimal() for word in cell.split())


def _read(text: str, path: str) -> Sequence[AnnotatedSegment]:
    segments = []
    for number, line in enumerate(text.split("\n"), start=1):
        cells = line.rstrip("\r").split("\t")
        opening = number <= _OPENING and (len(cells) == 1 or not cells[2].isdecimal())
        if cells == [""] or opening:
            continue
        if len(cells) != _COLUMNS:
            needed = "pair, method, number, target, starts, ends, types"
            message = f"has {len(cells)} columns, and {_COLUMNS} are needed: {needed}"
            raise FormatError(message, path=path, line=number)
        segments.append(_segment(cells, path, number))
    return segments


def _segment(cells: Sequence[str], path: str, line: int) -> AnnotatedSegment:
    pair, method, unit, target = cells[:4]
    return AnnotatedSegment(
        document=pair,
        unit=unit,
        system=method,
        source="",
        target=target,
        findings=tuple(_findings(cells, path, line)),
    )


def _findings(cells: Sequence[str], path: str, line: int) -> Iterator[Finding]:
    starts, ends, types = (cell.split() for cell in cells[4:])
    if types == [_NONE]:
        return
    if not _numbers(cells[4]) or not _numbers(cells[5]) or not len(starts) == len(ends) == len(types):
        message = (
            f"has {len(starts)} starts, {len(ends)} ends and {len(types)} types; give one number, number and type each"
        )
        raise FormatError(message, path=path, line=line)
    for start, end, kind in zip(map(int, starts), map(int, ends), types, strict=True):
        spans = within(start, end, cells[3])
        yield Finding(
            rule=ANNOTATION,
            category=_UNSPECIFIED,
            severity=severity_of(kind, path, line),
            message=f"marked: “{spans[0].of(cells[3])}”" if spans else "marked: something is missing here",
            document=cells[0],
            unit=cells[2],
            target_spans=spans,
        )


def _write(segments: Iterable[AnnotatedSegment]) -> str:
    """The lines of a submission without the three opening ones; the format knows minor and major alone."""
    return "".join(_line(number, segment) for number, segment in enumerate(segments))


def _line(number: int, segment: AnnotatedSegment) -> str:
    marks = [mark for finding in segment.findings for mark in _marks(finding)] or [("-1", "-1", _NONE)]
    unit = segment.unit if segment.unit.isdecimal() else str(number)
    columns = (" ".join(column) for column in zip(*marks, strict=True))
    head = (segment.document, segment.system or "qa", unit, segment.target)
    return "\t".join((*map(one_line, head), *columns)) + "\n"


def _marks(finding: Finding) -> Iterator[tuple[str, str, str]]:
    if finding.suppressed or not finding.severity.at_least(Severity.MINOR):
        return
    kind = "major" if finding.severity.at_least(Severity.MAJOR) else "minor"
    if not finding.target_spans:
        yield "0", "0", kind
    for span in finding.target_spans:
        yield str(span.start), str(span.end), kind


FORMAT: Final = AnnotationFormat("wmt-qe", "Error spans of the WMT quality estimation task", _sniff, _read, _write)
