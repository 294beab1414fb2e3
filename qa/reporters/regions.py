"""Places of findings as CI platforms count them: lines, and columns in code points, UTF-16 units or UTF-8 bytes.

A report counts code points of the file. What stands before a finding on its line decides how many units that makes, so
the file is read again where it is there; without it, what stands before the unit on its line counts as one unit each.
"""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from qa.core.errors import InputError
from qa.core.repository import repository_path, repository_root
from qa.core.span import Span
from qa.formats.decoding import open_file
from qa.formats.lines import read_lines_of
from qa.formats.registry import find_format
from qa.reporters.index import ReportIndex

if TYPE_CHECKING:
    from qa.core.finding import Finding
    from qa.core.report import Report
    from qa.core.segment import Location
    from qa.formats.lines import Line

__all__ = ["ColumnUnit", "Region", "Regions"]

_NOT_PLAIN = frozenset('&<>"\\\t\r\n')
"""What some file format writes otherwise than it reads."""


class ColumnUnit(Enum):
    """What one column is."""

    CODE_POINT = "utf-32-le", 4
    UTF_16 = "utf-16-le", 2
    UTF_8 = "utf-8", 1

    def count(self, text: str) -> int:
        """The length of ``text`` in this unit."""
        encoding, size = self.value
        return len(text) if text.isascii() else len(text.encode(encoding, "surrogatepass")) // size


class Region(NamedTuple):
    """A stretch of a file: lines and columns count from 1, and the end is behind the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


class Regions:
    """Finds the regions of a report's findings."""

    def __init__(self, report: Report, unit: ColumnUnit) -> None:
        self._index = ReportIndex(report)
        self._unit = unit
        self._root = repository_root()
        self._path = ""
        self._lines: tuple[Line, ...] = ()

    def path(self, finding: Finding) -> str:
        """The file of ``finding``, relative to the repository."""
        return self.relative(_file_of(finding, self._index))

    def relative(self, path: str) -> str:
        """``path`` as seen from the root of the repository."""
        return repository_path(path, self._root)

    def region(self, finding: Finding) -> Region:
        """Where ``finding`` stands; the first column of the unit's line, or of the file, where it has no place."""
        if finding.location is None:
            line = max(self._index.unit(finding).line, 1)
            return Region(line, 1, line, 1)
        return self._in_file(finding.location) or self._by_texts(finding, finding.location)

    def replacement(self, finding: Finding) -> Region | None:
        """Where the file has the words that the suggestion of ``finding`` replaces.

        None where the file does not hold these very words there, or where the new words would have to be escaped.
        """
        suggestion, place = finding.suggestion, finding.location
        if suggestion is None or place is None or not finding.target_spans:
            return None
        target, first = self._index.unit(finding).target, finding.target_spans[0]
        both = Span(min(first.start, suggestion.span.start), max(first.end, suggestion.span.end))
        moved = _moved(place, suggestion.span, first)
        as_read = self._words(_moved(place, both, first)) == both.of(target)
        plain = not _NOT_PLAIN & {*suggestion.span.of(target), *suggestion.text}
        return self._in_file(moved) if as_read and plain else None

    def _in_file(self, place: Location) -> Region | None:
        """The region by the lines of the file; None where it is not there, or is another file by now."""
        lines = self._read(place.path)
        if not _holds(lines, place):
            return None
        end_line = place.line
        end = place.offset + place.length
        while end > lines[end_line - 1].end and end_line < len(lines):
            end_line += 1
        first, last = lines[place.line - 1], lines[end_line - 1]
        return Region(
            place.line,
            1 + self._unit.count(first.text[: place.column - 1]),
            end_line,
            1 + self._unit.count(last.text[: max(end - last.offset, 0)]),
        )

    def _by_texts(self, finding: Finding, place: Location) -> Region:
        unit = self._index.unit(finding)
        text, spans = (
            (unit.target, finding.target_spans) if finding.target_spans else (unit.source, finding.source_spans)
        )
        span = spans[0] if spans else Span(0, 0)
        before = text[: span.start].rpartition("\n")[2]
        column = place.column + self._unit.count(before) - len(before)
        *broken, last = span.of(text).split("\n")
        start = 1 if broken else column
        return Region(place.line, column, place.line + len(broken), start + self._unit.count(last))

    def _words(self, place: Location) -> str | None:
        """What the file has at ``place``, as far as its line goes; None where it is another file by now."""
        lines = self._read(place.path)
        if not _holds(lines, place):
            return None
        return lines[place.line - 1].text[place.column - 1 : place.column - 1 + place.length]

    def _read(self, path: str) -> tuple[Line, ...]:
        """The lines of a file; the last file is kept, since findings come file by file."""
        if path != self._path:
            self._path, self._lines = path, _lines_of(Path(path))
        return self._lines


def _file_of(finding: Finding, index: ReportIndex) -> str:
    return finding.location.path if finding.location else index.document(finding.document).path


def _moved(place: Location, span: Span, first: Span) -> Location:
    """Where ``span`` stands, if nothing between it and ``first``, which stands at ``place``, is escaped."""
    shift = span.start - first.start
    return msgspec.structs.replace(place, column=place.column + shift, offset=place.offset + shift, length=len(span))


def _holds(lines: tuple[Line, ...], place: Location) -> bool:
    """Whether the file still has the line of ``place`` where it was."""
    if place.line > len(lines) or place.column < 1:
        return False
    line = lines[place.line - 1]
    return line.offset + place.column - 1 == place.offset <= line.end


def _lines_of(path: Path) -> tuple[Line, ...]:
    try:
        return tuple(read_lines_of(open_file(path, None, find_format(path).declared_encoding)))
    except InputError:
        return ()
