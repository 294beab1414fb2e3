"""Plain text: each line that is not blank is a paragraph, unless the text is clearly hard-wrapped.

A title and headings are told by their shape: short, no final punctuation, blank lines around them.
"""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from qa.core.document import MonolingualDocument
from qa.formats.content import Content, Place, Run, advance
from qa.formats.format import FormatInfo, MonolingualFormat
from qa.formats.lines import Line, read_lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qa.core.segment import Role
    from qa.formats.decoding import TextFile

__all__ = ["FORMAT", "PlainText"]

_LAYOUT = " \t\v\f"
"""White space of ASCII: it sets lines apart and in, and is no part of the text."""
_TITLE_LENGTH = 200
_HEADING_LENGTH = 100
_FINAL = re.compile(r"[.!?…։؟。！？:;,][\"'”’»)\]]*$")
_WRAP_WIDTHS = range(40, 121)
_WRAPPED_PAIRS = 3
"""How many lines must run on into the next before a text counts as hard-wrapped."""
_WRAPPED_SHARE = 0.9
_UNFINISHED_SHARE = 0.5


class _Paragraph(NamedTuple):
    lines: tuple[Line, ...]
    alone: bool
    """Whether blank lines, or the ends of the file, are around it."""

    @property
    def text(self) -> str:
        return " ".join(line.text.strip(_LAYOUT) for line in self.lines)


class PlainText(MonolingualFormat):
    """Plain text."""

    info = FormatInfo(name="text", title="plain text", suffixes=(".txt", ".text"), kind="monolingual", writes_back=True)

    def escape(self, text: str) -> str:
        """The text itself."""
        return text

    def read(self, file: TextFile, language: str) -> MonolingualDocument:
        """The paragraphs of ``file``; a line of non-ASCII white space alone is a segment of the role ``blank``."""
        found = tuple(_paragraphs(tuple(_blocks(read_lines_of(file)))))
        segments = (
            _content(paragraph).segment(language, file.name, paragraph=number, role=role)
            for number, (paragraph, role) in enumerate(zip(found, _roles(found), strict=True))
        )
        return MonolingualDocument(file.name, file.name, language, tuple(segments))


FORMAT = PlainText()


def _blocks(lines: Iterable[Line]) -> Iterator[tuple[Line, ...]]:
    """Runs of lines with text, and each line of other white space by itself."""
    for kind, group in groupby(lines, key=_kind):
        if kind == "text":
            yield tuple(group)
        elif kind == "blank":
            yield from ((line,) for line in group)


def _kind(line: Line) -> str:
    if not line.text.strip(_LAYOUT):
        return "empty"
    return "text" if line.text.strip() else "blank"


def _paragraphs(blocks: Sequence[tuple[Line, ...]]) -> Iterator[_Paragraph]:
    wrapped = _hard_wrapped(blocks)
    for block in blocks:
        if wrapped:
            yield _Paragraph(block, alone=True)
        else:
            yield from (_Paragraph((line,), alone=len(block) == 1) for line in block)


def _hard_wrapped(blocks: Sequence[tuple[Line, ...]]) -> bool:
    """Whether lines end where the next word would not have fitted any more, in the midst of sentences."""
    pairs = [pair for block in blocks for pair in pairwise(line.text.rstrip() for line in block)]
    width = max((len(line.text.rstrip()) for block in blocks for line in block), default=0)
    if len(pairs) < _WRAPPED_PAIRS or width not in _WRAP_WIDTHS:
        return False
    full = sum(len(line) + 1 + len(_first_word(following)) > width for line, following in pairs)
    unfinished = sum(not _FINAL.search(line) for line, _ in pairs)
    return full >= _WRAPPED_SHARE * len(pairs) and unfinished >= _UNFINISHED_SHARE * len(pairs)


def _first_word(line: str) -> str:
    return next(iter(line.split(maxsplit=1)), "")


def _content(paragraph: _Paragraph) -> Content:
    """The text of the lines; a line end inside a paragraph reads as one space."""
    runs: list[Run] = []
    for line in paragraph.lines:
        text = line.text.lstrip(_LAYOUT)
        start = len(line.text) - len(text)
        text = text.rstrip(_LAYOUT)
        place = Place(line.offset + start, line.number, start + 1)
        if runs:
            last = runs[-1]
            runs.append(Run(" ", advance(last.place, last.text), place.offset))
        runs.append(Run(text, place, place.offset + len(text)))
    return Content(tuple(runs))


def _roles(paragraphs: Sequence[_Paragraph]) -> Iterator[Role]:
    """Headings stand before text, so short lines at the end (a signature, a credit) are none."""
    texts = [number for number, paragraph in enumerate(paragraphs) if paragraph.text.strip()]
    bodies = [number for number in texts if not _is_short(paragraphs[number].text, _HEADING_LENGTH)]
    for number, paragraph in enumerate(paragraphs):
        if not paragraph.text.strip():
            yield "blank"
        elif number == texts[0] and len(texts) > 1 and _is_short(paragraph.text, _TITLE_LENGTH):
            yield "title"
        elif paragraph.alone and bodies and number < bodies[-1] and _is_short(paragraph.text, _HEADING_LENGTH):
            yield "heading"
        else:
            yield "body"


def _is_short(text: str, length: int) -> bool:
    return len(text) <= length and not _FINAL.search(text)
