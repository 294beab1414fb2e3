"""Cuts a segment into clauses at its punctuation: a rough cut that needs no knowledge of the language."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import regex

from qa.core.span import Span

__all__ = ["clauses"]

_SEAM: Final = regex.compile(r"(?<=[,;:.!?…)])\s+|\s+(?=\()|\s+[–—-]\s+|(?<=[。、，；：！？])")
"""What stands between two clauses, white space included."""
_CHARACTERS: Final = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
_FEWEST: Final = 3
"""Words, or four characters of Chinese or Japanese, that a clause has at least."""


def clauses(text: str) -> list[Span]:
    """Clauses of three words or more, which tile ``text``; a shorter piece goes with the one before it."""
    seams = [0, *(found.end() for found in _SEAM.finditer(text)), len(text)]
    found: list[Span] = []
    for start, end in pairwise(seams):
        if found and (_short(text[start:end]) or _short(found[-1].of(text))):
            found[-1] = Span(found[-1].start, end)
        elif end > start:
            found.append(Span(start, end))
    return found


def _short(piece: str) -> bool:
    return len(piece.split()) < _FEWEST and len(_CHARACTERS.findall(piece)) <= _FEWEST
