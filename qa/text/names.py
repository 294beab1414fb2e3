"""Names written in Cyrillic: the forms that an inflected name may come from."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from qa.languages.morphology import fold, lemmas
from qa.languages.transliteration import CYRILLIC

if TYPE_CHECKING:
    from qa.text.analysis import Analysis
    from qa.text.tokens import Token

__all__ = ["base_forms", "cyrillic_names"]

_ENDINGS = (
    "ыми", "ими", "ами", "ями", "ого", "его", "ому", "ему", "ую", "ая", "ое", "ой", "ей", "ою", "ым", "им", "ом", "ем", "ых", "их",
    "ах", "ям", "ам", "ий", "ый", "а", "у", "е", "ы", "и", "я", "ю", "о", "ь",
)  # fmt: skip
_FEMININE = {"ы": "а", "и": "я", "у": "а", "ю": "я", "е": "а", "ой": "а", "ей": "я"}
_SHORTEST = 3


def cyrillic_names(analysis: Analysis) -> tuple[Token, ...]:
    """The words with a capital and nothing but Cyrillic letters: names, and first words of sentences."""
    return tuple(word for word in analysis.words if word.text[0].isupper() and CYRILLIC.fullmatch(word.text))


@lru_cache(maxsize=1 << 14)
def base_forms(name: str, language: str) -> tuple[str, ...]:
    """What an inflected name may be in its dictionary form, folded: the lemmas, the word itself, the word cut and mended.

    The word comes as it stands first, since names of other languages are often not inflected.
    """
    folded = fold(name)
    forms = [folded, *sorted(lemmas(name, language))]
    for ending in _ENDINGS:
        stem = folded.removesuffix(ending)
        if stem != folded and len(stem) >= _SHORTEST:
            forms.append(stem)
            if ending in _FEMININE:
                forms.append(stem + _FEMININE[ending])
    return tuple(dict.fromkeys(forms))
