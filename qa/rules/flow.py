"""The target texts of a document as one flow of lines, for what runs over units: quotations, brackets, dashes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from qa.core.document import TranslationUnit
from qa.core.lazy import latest
from qa.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import Document
    from qa.core.segment import Segment

__all__ = ["Line", "beside_code", "lines", "tells_paragraphs"]


class Line(msgspec.Struct, frozen=True, gc=False):
    """A piece of a unit's target text without a newline in it; a newline starts a paragraph in running text only."""

    unit: TranslationUnit
    start: int
    """Offset of the line in ``unit.target.text``."""
    text: str
    opens: bool
    """Whether a paragraph starts here; true of every unit where the file tells no paragraphs."""
    number: int
    """Of the unit in its document."""

    def span(self, start: int, end: int) -> Span:
        """A range of the line as a span of the unit's target text."""
        return Span(self.start + start, self.start + end)


@latest
def lines(document: Document) -> tuple[Line, ...]:
    """The lines of all target texts in reading order; empty and blank ones are left out."""
    return tuple(_lines(document))


def _lines(document: Document) -> Iterator[Line]:
    told = tells_paragraphs(document)
    last: tuple[int, int] | None = None
    for number, unit in enumerate(document.units):
        start = 0
        for index, text in enumerate(unit.target.text.split("\n")):
            paragraph = (unit.target.paragraph if told else number, index if document.running_text else 0)
            if text and not text.isspace() and unit.target.role != "blank":
                yield Line(unit, start, text, paragraph != last, number)
                last = paragraph
            start += len(text) + 1


def tells_paragraphs(document: Document) -> bool:
    """Whether the file of ``document`` tells which sentences make a paragraph."""
    return document.running_text and len({unit.target.paragraph for unit in document.units}) > 1


def beside_code(segment: Segment, span: Span) -> bool:
    """Whether an inline code stands in or at either end of ``span``, so that the text there is not what one sees."""
    return any(span.start <= code.offset <= span.end for code in segment.codes)
