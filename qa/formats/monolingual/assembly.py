"""Paragraphs put together piece by piece from the text of a markup file, for Markdown, HTML and DOCX."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from qa.core.document import MonolingualDocument
from qa.formats.content import Content, Mark, Place, Run

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from qa.core.segment import CodeKind, Role, Segment

__all__ = ["Assembly", "LineIndex"]

_SPACE = " \t\r\n\f"
_WIDE = re.compile(r"[ \t\r\n\f]{2,}|[\t\r\n\f]")
_LINE_END = re.compile(r"\r\n|\r|\n")


class LineIndex:
    """Turns offsets of a text into places."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def place(self, offset: int) -> Place:
        """The place of ``offset``."""
        line = bisect_right(self._starts, offset)
        return Place(offset, line, offset - self._starts[line - 1] + 1)


class Assembly:
    """Collects the runs and codes of one paragraph after another."""

    def __init__(self, text: str, path: str, language: str) -> None:
        self._text = text
        self.index = LineIndex(text)
        self._path = path
        self._language = language
        self._segments: list[Segment] = []
        self._parts: list[Run | Mark] = []
        self._notes: dict[int, tuple[str, ...]] = {}
        self.pending: tuple[str, ...] = ()
        """Comments that wait for the next paragraph with a text."""

    def comment(self, text: str) -> None:
        """Take a comment of the file, if it speaks to this program; it belongs to the paragraph that closes next."""
        if "qa:ignore" in text:
            self.pending += (" ".join(text.split()),)

    def text(self, start: int, end: int) -> None:
        """Take the file's text from ``start`` to ``end`` as it stands."""
        if end > start:
            self._parts.append(Run(self._text[start:end], self.index.place(start), end))

    def folded(self, start: int, end: int) -> None:
        """The same, with each stretch of ASCII white space as one space."""
        at = start
        for gap in _WIDE.finditer(self._text, start, end):
            self._spaced(at, gap.start())
            self.space(gap.start(), gap.end())
            at = gap.end()
        self._spaced(at, end)

    def _spaced(self, start: int, end: int) -> None:
        if self._text.startswith(" ", start, end):
            self.space(start, start + 1)
            start += 1
        self.text(start, end)

    def space(self, start: int, end: int) -> None:
        """One space for all that stands from ``start`` to ``end``; none behind another or at the start."""
        last = next((part for part in reversed(self._parts) if isinstance(part, Run)), None)
        if last is not None and not last.text.endswith((" ", "\n")):
            self.character(" ", start, end)

    def character(self, character: str, start: int, end: int) -> None:
        """``character`` for what stands from ``start`` to ``end``, such as ``&amp;``."""
        self._parts.append(Run(character, self.index.place(start), end))

    def code(self, kind: CodeKind, start: int, end: int, identifier: str = "", data: str = "") -> None:
        """An inline code; its data is what stands from ``start`` to ``end`` if none is given."""
        self._parts.append(Mark(start, end, kind, identifier, data or self._text[start:end]))

    def close(self, role: Role = "body") -> None:
        """End the paragraph; one without text leaves nothing behind, its codes neither."""
        content = Content(tuple(_trimmed(self._parts)))
        self._parts = []
        text = content.text
        if text:
            blank: Role = role if text.strip() else "blank"
            number = len(self._segments)
            if self.pending:
                self._notes[number], self.pending = self.pending, ()
            self._segments.append(content.segment(self._language, self._path, paragraph=number, role=blank))

    def document(self, date: dt.date | None = None) -> MonolingualDocument:
        """All paragraphs; a comment behind the last of them is one on the whole text."""
        return MonolingualDocument(
            id=self._path,
            path=self._path,
            language=self._language,
            paragraphs=tuple(self._segments),
            date=date,
            notes=self.pending,
            paragraph_notes=self._notes,
        )


def _trimmed(parts: list[Run | Mark]) -> Iterator[Run | Mark]:
    """The parts without the ASCII white space behind the last word."""
    runs = [number for number, part in enumerate(parts) if isinstance(part, Run)]
    for number, part in enumerate(parts):
        if isinstance(part, Run) and number == runs[-1] and part.text.endswith(tuple(_SPACE)):
            text = part.text.rstrip(_SPACE)
            if text:
                yield part._replace(text=text, end=part.place.offset + len(text))
        else:
            yield part
