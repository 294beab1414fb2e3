"""Texts in which every line is a segment already, as aligners and sacrebleu take them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.core.document import MonolingualDocument
from qa.core.segment import Anchor, Segment
from qa.engine.pairing import Sentences
from qa.formats.decoding import open_file
from qa.formats.lines import read_lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from qa.formats.lines import Line

__all__ = ["line_sentences", "read_lines"]


def read_lines(path: Path, encoding: str | None = None) -> tuple[str, ...]:
    """The lines of a text file, empty ones too.

    Raises:
        InputError: the file is missing or unreadable.
        EncodingError: its bytes are no text in the encoding.
    """
    return tuple(line.text for line in _lines(path, encoding))


def line_sentences(path: Path, language: str, encoding: str | None = None) -> Sentences:
    """Every line as one sentence, empty ones too, so that sentence numbers are line numbers; raises as above."""
    segments = tuple(
        Segment(language, line.text, path.as_posix(), (Anchor(0, line.offset, line.number, 1),))
        for line in _lines(path, encoding)
    )
    return Sentences(MonolingualDocument(path.stem, path.as_posix(), language, segments), segments, ())


def _lines(path: Path, encoding: str | None) -> Iterator[Line]:
    return read_lines_of(open_file(path, encoding, lambda _head: None))
