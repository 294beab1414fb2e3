"""Whether a target text expresses a term: as it is, inflected, or with its words derived or moved apart."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from qa.languages.morphology import fold, lemmas
from qa.terms.pieces import cut
from qa.terms.termbase import primary
from qa.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qa.core.terminology import Term
    from qa.text.analysis import Analysis

__all__ = ["expresses"]

_STEM = 0.5
_SHORTEST_STEM = 4
_LONG_WORD = 6
_FUNCTION_WORD = 3
_CACHE_SIZE = 4096


def expresses(analysis: Analysis, terms: Iterable[Term]) -> bool:
    """Whether all content words of one of ``terms`` stand in the text, each as a form or a derivation.

    The order of the words is free, and other words may stand between: a translator writes «люди, с которыми был
    тесный контакт» for *close contacts*. Words of up to three letters are left out unless a term has no others.
    """
    language = primary(analysis.language)
    words = _words(analysis, language)
    return any(all(_stands(edge, words) for edge in _content(term.text, language)) for term in terms)


@lru_cache(_CACHE_SIZE)
def _words(analysis: Analysis, language: str) -> frozenset[str]:
    return frozenset(
        lemma for piece in cut(analysis.tokens) for lemma in lemmas(piece.text, language) | {fold(piece.text)}
    )


@lru_cache(_CACHE_SIZE)
def _content(text: str, language: str) -> tuple[frozenset[str], ...]:
    pieces = [piece.text for piece in cut(tokenize(text))]
    content = [piece for piece in pieces if len(piece) > _FUNCTION_WORD or not piece.islower()] or pieces
    return tuple(lemmas(piece, language) | {fold(piece)} for piece in content)


def _stands(edge: frozenset[str], words: frozenset[str]) -> bool:
    if edge & words:
        return True
    stems = [_stem(form) for form in edge if len(form) > _SHORTEST_STEM]
    return any(word.startswith(stem) and len(word) > len(stem) + 1 for stem in stems for word in words)


def _stem(form: str) -> str:
    """The part of a word that its derivations share, as a rule of thumb: half of it, five letters at least."""
    shortest = _SHORTEST_STEM + (len(form) > _LONG_WORD)
    return form[: max(shortest, round(len(form) * _STEM))]
