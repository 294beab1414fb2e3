"""Texts compared without their trivial differences: case, spaces, quotation marks, dashes, the stop at the end."""

from __future__ import annotations

import re
import unicodedata
from string import ascii_letters
from typing import TYPE_CHECKING

import regex

from qa.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["different_part", "fold_text", "letters", "usual"]

_QUOTES = re.compile("[«»„“”‟‘’‚‛‹›\"'`]")
_DASHES = re.compile("[–—−‐‑]")
_NUMBER = re.compile(r"\d+")
_MARKS = "\u00a0«»‐‑–—−‘’‚‛“”„‟…"
_ORDINARY = re.compile(rf"[\x00-\x7f{_MARKS}\xc0-\xd6\xd8-\xde\xe0-\xf6\xf8-\xff\u0400-\u0481\u048a-\u052f]*+")
_NO_LETTERS = bytes({*range(0x80)} - {*ascii_letters.encode()} | {*_MARKS.encode()})
_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*")


def fold_text(text: str) -> str:
    """``text`` as it is compared with others."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    return " ".join(_DASHES.sub("-", _QUOTES.sub("", folded)).split()).strip(" .!?…:;,")


def letters(text: str) -> bytes:
    """A key that texts share if `fold_text` makes them equal but for numbers; other texts seldom share one.

    It costs a fifth of folding. The letters of most texts need lower case alone, and the marks that folding drops or
    changes go byte by byte; a letter with such a byte in its UTF-8 loses it too, in every text.
    """
    ordinary = _ORDINARY.fullmatch(text)
    folded = text.lower().replace("ё", "е") if ordinary else _NUMBER.sub("", fold_text(text))
    return folded.encode().translate(None, _NO_LETTERS)


def usual(values: Iterable[str]) -> str:
    """The value that occurs most often, the first of equals."""
    counts: dict[str, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return max(counts, key=lambda value: counts[value])


def different_part(text: str, other: str) -> Span:
    """The words of ``text`` between those that ``other`` has at its beginning and at its end; all of it if none."""
    mine = [(match.group(), match.span()) for match in _WORD.finditer(text)]
    theirs = [match.group() for match in _WORD.finditer(other)]
    shorter = min(len(mine), len(theirs))
    head = next((i for i in range(shorter) if mine[i][0] != theirs[i]), shorter)
    tail = next((i for i in range(shorter - head) if mine[-1 - i][0] != theirs[-1 - i]), shorter - head)
    kept = mine[head : len(mine) - tail] or mine
    return Span(kept[0][1][0], kept[-1][1][1]) if kept else Span(0, len(text))
