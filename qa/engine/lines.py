"""Texts in which every line is a segment already, as aligners and sacrebleu take them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.engine.pairing import Sentences
from qa.formats import read_lines

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["line_sentences"]


def line_sentences(path: Path, language: str, encoding: str | None = None) -> Sentences:
    """Every line as one sentence, empty ones too, so that sentence numbers are line numbers.

    Raises:
        InputError: the file is missing or unreadable.
        EncodingError: its bytes are no text in the encoding.
    """
    document = read_lines(path, language=language, encoding=encoding)
    return Sentences(document, document.paragraphs, (), paragraphs_known=False)
