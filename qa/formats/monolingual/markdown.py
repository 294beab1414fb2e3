"""Markdown (CommonMark 0.31 with tables and footnotes of GFM): paragraphs, headings, list items, table cells.

Code blocks, front matter, HTML comments, thematic breaks and link definitions are no text. The date is that of the
front matter.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from qa.formats.dates import metadata_date
from qa.formats.decoding import read_text
from qa.formats.format import FormatInfo, MonolingualFormat
from qa.formats.lines import split_lines
from qa.formats.monolingual.assembly import Assembly
from qa.formats.monolingual.markdown_inline import read_inline

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from qa.core.document import MonolingualDocument
    from qa.core.segment import Role
    from qa.formats.decoding import TextFile
    from qa.formats.lines import Line

__all__ = ["FORMAT", "Markdown"]

_FRONT_MATTER = {"---": ("---", "..."), "+++": ("+++",)}
_DATE = re.compile(r"\s*date\s*[:=]\s*(.+)", re.IGNORECASE)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)")
_CLOSING = re.compile(r"[ \t]+#+[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_BREAK = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_QUOTE = re.compile(r" {0,3}> ?")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+(?:\[[ xX]\][ \t]+)?|$)")
_DEFINITION = re.compile(r" {0,3}\[(?!\^)[^\]]+\]:[ \t]*\S")
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\]]+\]:[ \t]*")
_DELIMITERS = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_CELL = re.compile(r"(?:[^|\\]|\\.)++")
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&]")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_INDENTED = re.compile(r" {4}| {0,3}\t")


class Piece(NamedTuple):
    """A stretch of one line that belongs to a paragraph, by offsets in the file."""

    start: int
    end: int


class Markdown(MonolingualFormat):
    """Markdown."""

    info = FormatInfo(
        name="markdown", title="Markdown", suffixes=(".md", ".markdown"), kind="monolingual", writes_back=True
    )

    def escape(self, text: str) -> str:
        """The text with a backslash before each character that may be markup."""
        return _SPECIAL.sub(r"\\\g<0>", text)

    def read(self, file: TextFile, language: str) -> MonolingualDocument:
        """The paragraphs of ``file``."""
        text = read_text(file)
        return _Blocks(text, Assembly(text, file.name, language)).document()


FORMAT = Markdown()


class _Blocks:
    def __init__(self, text: str, assembly: Assembly) -> None:
        self._text = text
        self._assembly = assembly
        self._lines: Sequence[Line] = list(split_lines((text,)))
        self._pieces: list[Piece] = []
        self._role: Role = "body"
        self._in_list = False

    def document(self) -> MonolingualDocument:
        """Read all blocks."""
        number, date = self._front_matter()
        while number < len(self._lines):
            number = self._block(number)
        self._close()
        return self._assembly.document(date)

    def _front_matter(self) -> tuple[int, dt.date | None]:
        """The number of the first line behind the front matter, and the date in it."""
        closers = _FRONT_MATTER.get(self._lines[0].text.rstrip()) if self._lines else None
        if closers is None:
            return 0, None
        ends = (n for n, line in enumerate(self._lines) if n and line.text.rstrip() in closers)
        end = next(ends, None)
        if end is None:
            return 0, None
        dates = (_DATE.match(line.text) for line in self._lines[1:end])
        return end + 1, next((metadata_date(match[1]) for match in dates if match), None)

    def _block(self, number: int) -> int:
        """Read the block or the line at ``number``; the number of the next."""
        line = self._lines[number]
        start = self._quoted(line)
        text = line.text[start:]
        if fence := _FENCE.match(text):
            self._close()
            return self._behind_fence(number, fence[1])
        if text.lstrip().startswith("<!--"):
            self._close()
            return self._comment(number)
        if "|" in text and not self._pieces and self._is_table(number):
            return self._table(number)
        if not text.strip(" \t"):
            self._close()
        elif self._pieces and self._role == "body" and _UNDERLINE.match(text):
            self._close("heading")
        elif not self._skipped(text):
            self._line(line, start, text)
        return number + 1

    def _quoted(self, line: Line) -> int:
        """Where the line goes on behind the marks of block quotes."""
        at = 0
        while match := _QUOTE.match(line.text, at):
            at = match.end()
        return at

    def _skipped(self, text: str) -> bool:
        if _BREAK.match(text):
            self._close()
            return True
        return not self._pieces and bool(
            _DEFINITION.match(text) or (_INDENTED.match(text) and not self._in_list and not _ITEM.match(text))
        )

    def _line(self, line: Line, start: int, text: str) -> None:
        """A line of a heading, an item, a footnote or a paragraph."""
        if match := _HEADING.match(text):
            self._close()
            closing = _CLOSING.search(text)
            self._add(line, start + match.end(), start + closing.start() if closing else len(line.text))
            self._close("heading")
            return
        footnote = _FOOTNOTE.match(text)
        if begun := footnote or _ITEM.match(text):
            self._close()
            self._role, self._in_list = ("footnote", False) if footnote else ("list-item", True)
            start += begun.end()
        elif not self._pieces and not text.startswith((" ", "\t")):
            self._in_list = False
        self._add(line, start, len(line.text))

    def _add(self, line: Line, start: int, end: int) -> None:
        content = line.text[start:end]
        start += len(content) - len(content.lstrip(" \t"))
        if start < end:
            self._pieces.append(Piece(line.offset + start, line.offset + end))

    def _close(self, role: Role | None = None) -> None:
        pieces, self._pieces = self._pieces, []
        if pieces:
            for comment in _COMMENT.finditer(self._text[pieces[0].start : pieces[-1].end]):
                self._assembly.comment(comment[1])
            read_inline(self._text, pieces, self._assembly)
            self._assembly.close(role or self._role)
        self._role = "body"

    def _behind_fence(self, number: int, fence: str) -> int:
        closing = re.compile(rf"[ \t>]*{re.escape(fence[0])}{{{len(fence)},}}[ \t]*$")
        ends = (n for n in range(number + 1, len(self._lines)) if closing.match(self._lines[n].text))
        return next(ends, len(self._lines)) + 1

    def _comment(self, number: int) -> int:
        """Read a comment; the number of the line behind it."""
        ends = (n for n in range(number, len(self._lines)) if "-->" in self._lines[n].text)
        last = next(ends, len(self._lines) - 1)
        text = "\n".join(line.text for line in self._lines[number : last + 1])
        for comment in _COMMENT.finditer(text):
            self._assembly.comment(comment[1])
        return last + 1

    def _is_table(self, number: int) -> bool:
        following = self._lines[number + 1] if number + 1 < len(self._lines) else None
        return following is not None and "-" in following.text and bool(_DELIMITERS.match(following.text))

    def _table(self, number: int) -> int:
        """Read a table, each cell a paragraph; a comment before the table is one on each of its cells."""
        comments = self._assembly.pending
        for row in range(number, len(self._lines)):
            line = self._lines[row]
            if "|" not in line.text:
                return row
            if row == number + 1:
                continue
            for cell in _CELL.finditer(line.text):
                self._add(line, cell.start(), cell.end())
                self._assembly.pending = comments
                self._close("table-cell")
            self._assembly.pending = ()
        return len(self._lines)
