"""Names written in Cyrillic: the forms that an inflected name may come from."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa.languages.morphology import fold, is_common_noun, lemmas
from qa.languages.transliteration import CYRILLIC, usual_spellings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from qa.text.analysis import Analysis
    from qa.text.tokens import Token

__all__ = ["all_forms", "base_forms", "cyrillic_names", "romanised", "undeclined"]

_NOUN_ENDINGS = ("ами", "ями", "ому", "ой", "ей", "ом", "ем", "ым", "ах", "ям", "ам", "а", "у", "е", "ы", "и", "я", "ю")
_ENDINGS = ("ского", "ской", "скую", "ская", "ский", "ском", "ого", "его", "ую", "ая", "ое", "ий", "ый", "ов", "ия",
    "ии", "ию", "о", "ь")  # fmt: skip
_FEMININE = {"ы": "а", "и": "я", "у": "а", "ю": "я", "е": "а", "ой": "а", "ей": "я", "ую": "ая"}
_SHORTEST = 3
_SHORTEST_ROMANISED = 4
_LETTER = re.compile(r"[^\W\d_]")


def cyrillic_names(analysis: Analysis) -> tuple[Token, ...]:
    """The words with a capital and nothing but Cyrillic letters: names, and first words that may be names."""
    return tuple(
        word
        for word in analysis.capitalised
        if CYRILLIC.fullmatch(word.text)
        and (_LETTER.search(analysis.text, 0, word.start) or not is_common_noun(word.text, analysis.language))
    )


@lru_cache(maxsize=1 << 14)
def romanised(name: str, language: str) -> Mapping[str, tuple[str, ...]]:
    """The usual spellings of all base forms of a name in Latin letters, by their first letter; short forms left out."""
    found: dict[str, dict[str, None]] = {}
    for form in base_forms(name, language):
        for spelling in usual_spellings(form) if len(form) >= _SHORTEST_ROMANISED else ():
            found.setdefault(spelling[:1], {})[spelling] = None
    return {letter: tuple(spellings) for letter, spellings in found.items()}


@lru_cache(maxsize=1 << 14)
def base_forms(name: str, language: str) -> tuple[str, ...]:
    """What an inflected name may be in its dictionary form, folded: as it stands, its lemmas, without a noun's ending.

    The word comes as it stands first, since names of other languages are often not inflected.
    """
    folded, *cut = undeclined(fold(name))
    return tuple(dict.fromkeys((folded, *sorted(lemmas(name, language)), *cut)))


@lru_cache(maxsize=1 << 14)
def undeclined(name: str) -> tuple[str, ...]:
    """A folded name as it stands, and without a noun's ending: the base forms that need no dictionary."""
    return (name, *_cut(name, _NOUN_ENDINGS))


@lru_cache(maxsize=1 << 14)
def all_forms(name: str, language: str) -> tuple[str, ...]:
    """The base forms, and what is left of an adjective: «Архангельскую» gives «архангельск» too."""
    folded = fold(name)
    adjectives = [
        form.removesuffix(ending) for form in lemmas(name, language) for ending in ("ский", "ий", "ый", "ия", "я")
    ]
    forms = (*base_forms(name, language), *_cut(folded, _ENDINGS), *adjectives)
    return tuple(
        form for form in dict.fromkeys((*forms, *(form + "ск" for form in adjectives))) if len(form) >= _SHORTEST
    )


def _cut(word: str, endings: tuple[str, ...]) -> Iterator[str]:
    """``word`` without each of the endings that it has, and with the nominative's in its place."""
    for ending in endings:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST:
            yield stem
            if ending in _FEMININE:
                yield stem + _FEMININE[ending]
