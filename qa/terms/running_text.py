"""One side of a document as paragraphs of running text, with the way back to its units.

A mark in a bracket may hold a full stop, at which a segmenter cuts; read paragraph by paragraph it is whole again.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from qa.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qa.core.document import Document, TranslationUnit
    from qa.core.segment import Role, Segment

__all__ = ["Passage", "Piece", "Side", "in_paragraphs", "passages", "segments"]

Side = Literal["source", "target"]


class Piece(NamedTuple):
    """A part of a passage that comes from one unit."""

    start: int
    """Offset in the passage."""
    unit: TranslationUnit
    offset: int
    """Offset of the part in the unit's text."""
    length: int


class Passage(NamedTuple):
    """A paragraph of one side."""

    text: str
    language: str
    role: Role
    section: int
    """How many headings stand before it."""
    pieces: tuple[Piece, ...]

    def place(self, span: Span) -> tuple[TranslationUnit, Span]:
        """The unit in which ``span`` begins, and the part of ``span`` that lies in it, as offsets in its text."""
        index = bisect_right(self.pieces, span.start, key=lambda piece: piece.start) - 1
        piece = self.pieces[max(index, 0)]
        start = min(span.start - piece.start, piece.length)
        end = min(max(span.end - piece.start, start), piece.length)
        return piece.unit, Span(piece.offset + start, piece.offset + end)


def passages(document: Document, side: Side) -> tuple[Passage, ...]:
    """The paragraphs of one side, in order; blank ones are left out.

    Where the file tells no paragraphs, or its units stand alone, every unit is a paragraph.
    """
    return tuple(_grouped(document, side))


@dataclass(slots=True)
class _Open:
    """A passage that may go on."""

    key: int
    text: str
    segment: Segment
    role: Role
    pieces: list[Piece]


def segments(document: Document, side: Side) -> Sequence[Segment]:
    """The texts of one side, in order."""
    return [unit.source for unit in document.units] if side == "source" else [unit.target for unit in document.units]


def in_paragraphs(document: Document, side: Side) -> bool:
    """Whether the file tells which units are of one paragraph, so that a passage may hold several of them."""
    return document.running_text and len({segment.paragraph for segment in segments(document, side)}) > 1


def _grouped(document: Document, side: Side) -> Iterator[Passage]:
    placed = zip(document.units, segments(document, side), strict=True)
    return _paragraphs(placed) if in_paragraphs(document, side) else _single(placed)


def _single(placed: Iterable[tuple[TranslationUnit, Segment]]) -> Iterator[Passage]:
    """Each line of a unit by itself."""
    section = 0
    for unit, segment in placed:
        for index, (offset, text) in enumerate(_lines(segment)):
            role = _role(segment, index)
            section += role == "heading"
            yield Passage(text, segment.language, role, section, (Piece(0, unit, offset, len(text)),))


def _paragraphs(placed: Iterable[tuple[TranslationUnit, Segment]]) -> Iterator[Passage]:
    """The sentences of each paragraph together."""
    section = 0
    current: _Open | None = None
    for unit, segment in placed:
        for index, (offset, text) in enumerate(_lines(segment)):
            role = _role(segment, index)
            key = segment.paragraph + index
            if current is not None and current.key == key and role == current.role:
                current.text += current.segment.tail or " "
            else:
                if current is not None:
                    yield _closed(current, section)
                section += role == "heading"
                current = _Open(key, "", segment, role, [])
            current.pieces.append(Piece(len(current.text), unit, offset, len(text)))
            current.text += text
            current.segment = segment
    if current is not None:
        yield _closed(current, section)


def _closed(current: _Open, section: int) -> Passage:
    return Passage(current.text, current.segment.language, current.role, section, tuple(current.pieces))


def _role(segment: Segment, line: int) -> Role:
    return segment.role if line == 0 or segment.role not in {"title", "heading"} else "body"


def _lines(segment: Segment) -> Iterator[tuple[int, str]]:
    offset = 0
    for text in segment.text.split("\n") if segment.role != "blank" else ():
        if text.strip():
            yield offset, text
        offset += len(text) + 1
