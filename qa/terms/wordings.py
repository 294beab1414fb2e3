"""Compares wordings without regard to inflection: «запрещена в РФ» and «запрещённое в РФ» are one wording."""

from __future__ import annotations

from functools import lru_cache

from qa.languages.morphology import fold, lemmas
from qa.terms.pieces import cut
from qa.text.tokens import tokenize

__all__ = ["grouped", "same_wording"]


@lru_cache(1024)
def _edges(text: str, language: str) -> tuple[frozenset[str], ...]:
    pieces = cut(tokenize(text))
    return tuple(lemmas(piece.text, language) | {fold(piece.text)} for piece in pieces)


def same_wording(first: str, second: str, language: str) -> bool:
    """Whether two texts hold the same words in the same order, in whatever form."""
    left, right = _edges(first, language), _edges(second, language)
    return len(left) == len(right) and all(one & other for one, other in zip(left, right, strict=True))


def grouped(texts: list[str], language: str) -> list[list[int]]:
    """The numbers of the texts, those of one wording together, in order of their first use."""
    groups: list[list[int]] = []
    for number, text in enumerate(texts):
        for group in groups:
            if same_wording(texts[group[0]], text, language):
                group.append(number)
                break
        else:
            groups.append([number])
    return groups
