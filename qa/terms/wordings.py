"""Compares wordings without regard to inflection: «запрещена в РФ» and «запрещённое в РФ» are one wording."""

from __future__ import annotations

from functools import lru_cache

from qa.languages.morphology import fold, lemmas
from qa.terms.pieces import cut
from qa.text.tokens import tokenize

__all__ = ["grouped", "same_wording"]


@lru_cache(1024)
def _pieces(text: str) -> tuple[str, ...]:
    return tuple(piece.text for piece in cut(tokenize(text)))


def same_wording(first: str, second: str, language: str) -> bool:
    """Whether two texts hold the same words in the same order, in whatever form."""
    left, right = _pieces(first), _pieces(second)
    return len(left) == len(right) and all(_same(one, other, language) for one, other in zip(left, right, strict=True))


def _same(one: str, other: str, language: str) -> bool:
    """Whether two words are forms of one; the dictionary, which takes time to load, is asked only if they differ."""
    first, second = fold(one), fold(other)
    return first == second or not {first, *lemmas(one, language)}.isdisjoint({second, *lemmas(other, language)})


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
