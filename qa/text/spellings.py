"""Which words of a source in Cyrillic letters a word in Latin letters spells, in any system of transliteration.

The answers are remembered by word, because a batch has the same names on every page.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa.languages.transliteration import CYRILLIC, first_letters, is_spelling
from qa.text.names import all_forms, undeclined

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Spellings", "spellings"]

_SHORTEST = 3
_MOST_OTHERS = 1 << 10
_HYPHEN = re.compile("[-‑]")


class Spellings:
    """What is known of one word in Latin letters: which words of sources it spells, and which it does not."""

    def __init__(self, word: str, language: str) -> None:
        self.word = word
        self.language = language
        self._spelt: set[str] = set()
        self._others: set[str] = set()

    def plainly_any_of(self, words: Sequence[str]) -> bool:
        """Whether any of the folded ``words`` is spelt so as it stands or without a noun's ending, as most names are.

        That needs no dictionary, and the answers are remembered.
        """
        if not self._spelt.isdisjoint(words):
            return True
        if len(self._others) > _MOST_OTHERS:
            self._others.clear()
        for word in set(words).difference(self._others):
            if self._spells_plainly(word):
                self._spelt.add(word)
                return True
            self._others.add(word)
        return False

    def any_of(self, words: Sequence[str]) -> bool:
        """Whether any of the folded ``words`` of a source is spelt so, in whatever form."""
        if self.plainly_any_of(words):
            return True
        forms = (form for word in words for form in _forms(word, self.language).get(self.word[0], ()))
        return any(is_spelling(self.word, form) for form in forms)

    def _spells_plainly(self, word: str) -> bool:
        fitting = len(word) >= _SHORTEST and self.word[0] in first_letters(word) and CYRILLIC.fullmatch(word)
        return bool(fitting) and any(is_spelling(self.word, form) for form in undeclined(word))


@lru_cache(maxsize=1 << 13)
def spellings(word: str, language: str) -> Spellings:
    """What is known of a folded word in Latin letters without accents, the source being in ``language``."""
    return Spellings(word, language)


@lru_cache(maxsize=1 << 13)
def _forms(word: str, language: str) -> Mapping[str, Sequence[str]]:
    """All forms of a word, and of the parts between its hyphens, by the first letters of their spellings."""
    parts = dict.fromkeys((word, *_HYPHEN.split(word))) if CYRILLIC.fullmatch(word) else ()
    found: dict[str, list[str]] = {}
    for form in (form for part in parts if len(part) >= _SHORTEST for form in all_forms(part, language)):
        for letter in first_letters(form):
            found.setdefault(letter, []).append(form)
    return found
