"""Cuts words into the pieces that terms are matched by: parts of compounds, stems before a possessive or an ending.

``hand-washing`` and ``hand washing`` have the same pieces, and so have ``Ajax`` and ``Ajax's``. Quotation marks
are left out, so that «движение "Икс"» is found with and without them; every other mark is a piece of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from qa.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.text.tokens import Token

__all__ = ["HYPHENS", "QUOTES", "Piece", "cut", "parts"]

QUOTES = frozenset("\"'«»„“”‟‘’‚‛‹›`")
HYPHENS = frozenset("-‐‑")
_PART = regex.compile(r"[^-‐‑]+")
_ENDING = regex.compile(r"(?<=\p{L})['’ʼ]s?$|(?<=\p{Latin})['’ʼ-]\p{Cyrillic}{1,3}$", regex.VERSION1)
_FOOTNOTE_DIGIT = regex.compile(r"(?<=\p{L}{2}|[»”\"])[1-9]$", regex.VERSION1)


class Piece(NamedTuple):
    """A part of a word, a number or a mark; ``start`` and ``end`` are offsets in the text."""

    text: str
    start: int
    end: int
    glued: bool
    """Whether a hyphen joins it to the piece before."""
    stem: str = ""
    """The text without a digit at its end, which may call a footnote."""


def cut(tokens: tuple[Token, ...]) -> list[Piece]:
    """The pieces of a text's tokens, in order."""
    pieces: list[Piece] = []
    hyphen_at = -1
    for token in tokens:
        span = token.span
        if token.kind == "word" and token.text.isalpha():
            pieces.append(Piece(token.text, span.start, span.end, hyphen_at == span.start))
        elif token.kind != "mark":
            pieces += _of_word(token.text, span, glued=hyphen_at == span.start)
        elif token.text in HYPHENS and pieces and pieces[-1].end == span.start:
            hyphen_at = span.end
        elif token.text not in QUOTES:
            pieces.append(Piece(token.text, span.start, span.end, glued=False))
    return pieces


def parts(word: str) -> Sequence[tuple[str, str]]:
    """What a word's pieces would be, each with its stem."""
    return [(piece.text, piece.stem) for piece in _of_word(word, Span(0, len(word)), glued=False)]


def _of_word(word: str, span: Span, *, glued: bool) -> Iterator[Piece]:
    bare = _ENDING.sub("", word)
    for match in _PART.finditer(bare):
        text = match.group()
        digit = _FOOTNOTE_DIGIT.search(text)
        stem = text[: digit.start()] if digit else ""
        start = span.start + match.start()
        yield Piece(text, start, start + len(text), glued or match.start() > 0, stem)
