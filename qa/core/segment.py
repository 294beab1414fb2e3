"""One language's text with the place it came from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Literal

import msgspec

from qa.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Anchor", "InlineCode", "Location", "Role", "Segment", "join"]

CodeKind = Literal["ph", "sc", "ec"]
Role = Literal["title", "heading", "body", "list-item", "table-cell", "footnote", "blank"]


class Location(msgspec.Struct, frozen=True, gc=False):
    """A place in a file as read (after decoding, the byte order mark not counted)."""

    path: str
    line: int = 1
    """1-based."""
    column: int = 1
    """1-based, in code points."""
    offset: int = 0
    """0-based, in code points from the start of the file."""
    length: int = 0
    """In code points of the file."""

    def __str__(self) -> str:
        """``en.txt:9:35``, as editors and terminals understand it."""
        return f"{self.path}:{self.line}:{self.column}"


class Anchor(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """From ``text`` on (an offset in a segment's text), the text runs in step with the file at ``file``."""

    text: int
    file: int
    line: int
    column: int


class InlineCode(msgspec.Struct, frozen=True, gc=False):
    """A tag or placeholder inside a segment; it takes no room in the segment's text.

    Kinds are those of XLIFF 2: ``ph`` stands alone, ``sc`` and ``ec`` open and close a pair that shares ``id``.
    """

    id: str
    kind: CodeKind
    offset: int
    """Between which code points of the segment's text the code stands."""
    data: str = ""
    """The native code, such as ``<b>`` or ``%s``, where the file tells it."""


class Segment(msgspec.Struct, frozen=True, omit_defaults=True):
    """A stretch of text in one language, with its inline codes and its place in a file.

    ``anchors`` map offsets in ``text`` to the file piece by piece: there is one behind every escaped character, and
    one on either side of every inline code (two of the same text offset). ``parts`` are the spans of the sentences
    that an alignment joined into this text.
    """

    language: str
    """BCP 47."""
    text: str
    path: str = ""
    anchors: tuple[Anchor, ...] = ()
    codes: tuple[InlineCode, ...] = ()
    paragraph: int = 0
    """0-based number of the paragraph in its document."""
    role: Role = "body"
    parts: tuple[Span, ...] = ()
    tail: str = ""
    """White space between this sentence and the next of its paragraph, so that the sentences tile their text."""

    def __bool__(self) -> bool:
        return bool(self.text.strip())

    def position(self, offset: int, *, end: bool = False) -> Anchor | None:
        """Where code point ``offset`` of the text stands in the file; None for a text without a place.

        With ``end``, the place just behind the code point before ``offset``, which differs where an inline code stands.
        """
        if not self.anchors:
            return None
        index = bisect_right(self.anchors, offset, key=_text_offset) - 1
        if end:
            index = bisect_left(self.anchors, offset, key=_text_offset)
            index -= index == len(self.anchors) or self.anchors[index].text != offset
        anchor = self.anchors[max(index, 0)]
        between = self.text[anchor.text : offset]
        newlines = between.count("\n")
        column = len(between) - between.rfind("\n") if newlines else anchor.column + len(between)
        return Anchor(offset, anchor.file + offset - anchor.text, anchor.line + newlines, column)

    def locate(self, span: Span) -> Location | None:
        """The place of ``span`` in the file; None for a text without a place."""
        start, end = self.position(span.start), self.position(span.end, end=True)
        if start is None or end is None:
            return None
        length = max(end.file - start.file, 0) if span else 0
        return Location(self.path, start.line, start.column, start.file, length)

    def cut(self, span: Span) -> Segment:
        """The segment that holds only ``span`` of this one; codes on a seam go to the left piece."""
        first = self.position(span.start)
        inner = [anchor for anchor in self.anchors if span.start < anchor.text < span.end]
        last = self.position(span.end, end=True) if len(span) else None
        kept = tuple(anchor for anchor in (first, *inner, last) if anchor)
        return msgspec.structs.replace(
            self,
            text=span.of(self.text),
            anchors=tuple(Anchor(a.text - span.start, a.file, a.line, a.column) for a in kept),
            codes=tuple(
                msgspec.structs.replace(code, offset=code.offset - span.start)
                for code in self.codes
                if span.start < code.offset <= span.end or code.offset == span.start == 0
            ),
            parts=(),
            tail="",
        )


def _text_offset(anchor: Anchor) -> int:
    return anchor.text


def join(segments: Sequence[Segment], language: str = "und") -> Segment:
    """One segment of several in order: what the file has between sentences, a newline between paragraphs."""
    if len(segments) == 1:
        return segments[0]
    if not segments:
        return Segment(language, "")
    text = ""
    anchors: list[Anchor] = []
    codes: list[InlineCode] = []
    parts: list[Span] = []
    previous: Segment | None = None
    for segment in segments:
        if previous is not None:
            text += "\n" if segment.paragraph != previous.paragraph else previous.tail or " "
        base = len(text)
        anchors += (Anchor(a.text + base, a.file, a.line, a.column) for a in segment.anchors)
        codes += (msgspec.structs.replace(code, offset=code.offset + base) for code in segment.codes)
        parts.append(Span(base, base + len(segment.text)))
        text += segment.text
        previous = segment
    return msgspec.structs.replace(
        segments[0], text=text, anchors=tuple(anchors), codes=tuple(codes), parts=tuple(parts)
    )
