"""Rows of cells divided by a delimiter, each cell with its place (CSV after RFC 4180, TSV after its IANA registration).

In CSV a cell that starts with a quotation mark is quoted. In TSV quotation marks are text, as machine translation
tools write them; only a cell that spreadsheets alone write is taken as quoted: it starts and ends with a mark, holds
no tab, and has a doubled mark or a line end inside. Where the lines are whole rows by themselves, they are rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qa.core.errors import FormatError
from qa.formats.content import Content, Gap, Place, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qa.formats.lines import Line

__all__ = ["Row", "read_rows", "reads_as_quoted"]

_QUOTE = '"'
_PAIR = 2


class Row(NamedTuple):
    """The cells of one row."""

    line: int
    """1-based, where it starts."""
    cells: tuple[Content, ...]
    """Each with a gap that is the whole cell, its form being the delimiter, behind a quotation mark if quoted."""


def read_rows(lines: Iterable[Line], delimiter: str, path: str) -> Iterator[Row]:
    """The rows that ``lines`` make; empty lines are passed over.

    Raises:
        FormatError: a quoted cell that never ends, or goes on behind its closing mark.
    """
    scanner = _Scanner(lines, delimiter, path)
    while scanner.next_line():
        if scanner.line.text:
            number = scanner.line.number
            cells = tuple(scanner.cells())
            scanner.width = scanner.width or len(cells)
            yield Row(number, cells)


def reads_as_quoted(text: str) -> bool:
    """Whether ``text``, standing plain in a TSV cell, would be taken as quoted."""
    inner = text[1:-1]
    wrapped = len(text) > 1 and text[0] == text[-1] == _QUOTE
    return wrapped and _QUOTE * 2 in inner and _QUOTE not in inner.replace(_QUOTE * 2, "")


class _Scanner:
    def __init__(self, lines: Iterable[Line], delimiter: str, path: str) -> None:
        self._lines = iter(lines)
        self._ahead: list[Line] = []
        self._delimiter = delimiter
        self._path = path
        self._at = 0
        self.line: Line
        self.width = 0
        """How many cells the first row has."""

    def next_line(self) -> bool:
        """Go on to the next line; False at the end of the file."""
        line = self._ahead.pop(0) if self._ahead else next(self._lines, None)
        if line is not None:
            self.line, self._at = line, 0
        return line is not None

    def cells(self) -> Iterator[Content]:
        """The cells of the row that starts with the present line."""
        while True:
            quoted = self.line.text.startswith(_QUOTE, self._at) and (self._delimiter != "\t" or self._closes())
            yield self._quoted() if quoted else self._plain()
            if self._at == len(self.line.text):
                return
            self._at += 1

    def _plain(self) -> Content:
        text, start = self.line.text, self._at
        end = text.find(self._delimiter, start)
        self._at = end if end >= 0 else len(text)
        place = self._place(start)
        stop = self.line.offset + self._at
        runs = (Run(text[start : self._at], place, stop),) if self._at > start else ()
        return Content(runs, Gap(place, stop, form=self._delimiter), whole=True)

    def _quoted(self) -> Content:
        opening = self._place(self._at)
        runs: list[Run] = []
        self._at += 1
        while self._to_mark(runs, opening):
            if not self.line.text.startswith(_QUOTE * 2, self._at):
                break
            runs.append(Run(_QUOTE, self._place(self._at), self.line.offset + self._at + 2))
            self._at += 2
        self._at += 1
        if self._at < len(self.line.text) and self.line.text[self._at] != self._delimiter:
            message = "text follows the closing quotation mark of a cell; double the marks that belong to the text"
            raise FormatError(message, path=self._path, line=self.line.number)
        gap = Gap(opening, self.line.offset + self._at, form=_QUOTE + self._delimiter)
        return Content(tuple(runs), gap, whole=True)

    def _to_mark(self, runs: list[Run], opening: Place) -> bool:
        """Collect what stands before the next quotation mark, over line ends."""
        while (mark := self.line.text.find(_QUOTE, self._at)) < 0:
            text = self.line.text[self._at :] + self.line.ending
            runs.append(Run(text, self._place(self._at), self.line.offset + self._at + len(text)))
            if not self.next_line():
                message = "a quoted cell starts here and never ends; the file may be cut off"
                raise FormatError(message, path=self._path, line=opening.line)
        if mark > self._at:
            runs.append(Run(self.line.text[self._at : mark], self._place(self._at), self.line.offset + mark))
        self._at = mark
        return True

    def _closes(self) -> bool:
        """Whether the TSV cell that starts here is one that a spreadsheet has quoted."""
        text, at, line_number, special = self.line.text, self._at + 1, 0, False
        while True:
            mark = text.find(_QUOTE, at)
            if "\t" in text[at : mark if mark >= 0 else None]:
                return False
            if mark < 0:
                ahead = self._peek(line_number)
                if ahead is None:
                    return False
                text, at, line_number, special = ahead.text, 0, line_number + 1, True
            elif text.startswith(_QUOTE * 2, mark):
                at, special = mark + 2, True
            else:
                ends = text[mark + 1 : mark + 2] in {"", "\t"}
                return special and ends and not (line_number and self._are_rows(self.line.text, text))

    def _are_rows(self, *lines: str) -> bool:
        """Whether each line has as many cells as the first row, or two: then no cell goes over its end."""
        return all(line.count("\t") + 1 == (self.width or _PAIR) for line in lines)

    def _peek(self, number: int) -> Line | None:
        while len(self._ahead) <= number:
            line = next(self._lines, None)
            if line is None:
                return None
            self._ahead.append(line)
        return self._ahead[number]

    def _place(self, at: int) -> Place:
        return Place(self.line.offset + at, self.line.number, at + 1)
