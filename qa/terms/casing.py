"""Whether the letters of a text are as a phrase asks: abbreviations, case-sensitive phrases, lines of capitals."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.terms.pieces import Piece

__all__ = ["case_fits", "is_abbreviation"]

_SHOUTED_LETTERS = 6
_SHOUTED_SHARE = 0.8
_ABBREVIATION_LENGTH = 6


def is_abbreviation(word: str) -> bool:
    """Whether ``word`` is a short run of capitals, such as *IS* or *ООН*, that must not be read as a common word."""
    return 1 < len(word) <= _ABBREVIATION_LENGTH and word.isalpha() and word.isupper()


def case_fits(words: Sequence[str], found: Sequence[Piece], text: str, end: int, *, sensitive: bool) -> bool:
    """Whether ``found``, which ends at ``end``, has capitals where it must.

    Abbreviations among ``words`` stand in capitals, and not only because the whole line does; with ``sensitive``, the
    other words begin as they do in the phrase, or with the capital of a sentence.
    """
    start = found[0].start
    pairs = [(word, piece.text) for word, piece in zip(words, found, strict=False)]
    abbreviations = [(word, form) for word, form in pairs if is_abbreviation(word)]
    if not all(form.startswith(word) for word, form in abbreviations):
        return False
    if abbreviations and len(abbreviations) == len(words) and _shouted(text, start, end):
        return False
    return not sensitive or all(
        form[0].isupper() if word[0].isupper() else form[0] == word[0] or (index == 0 and _opens(text, start))
        for index, (word, form) in enumerate(pairs)
    )


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether the line round the match is all capitals, so that capitals say nothing there."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line = text[line_start:start] + text[end : line_end if line_end >= 0 else len(text)]
    letters = [letter for letter in line if letter.isalpha()]
    upper = sum(letter.isupper() for letter in letters)
    return len(letters) >= _SHOUTED_LETTERS and upper >= _SHOUTED_SHARE * len(letters)


def _opens(text: str, start: int) -> bool:
    """Whether a sentence begins at ``start``."""
    before = text[:start].rstrip(" \t\u00a0\"'«„“(")
    return not before or before[-1] in ".!?…:\n"
