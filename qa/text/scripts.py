"""Writing systems: which script a word is in, and letters of two scripts that look alike.

Source: Unicode Standard Annex 24 (script names) and, for the look-alikes, the table of Unicode Technical Standard 39.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

import regex

from qa.languages import language_pack

if TYPE_CHECKING:
    from qa.languages.pack import LanguagePack

__all__ = ["all_look_alike", "foreign_scripts", "in_script", "look_alikes", "scripts_of", "share_in"]

_SCRIPTS = ("Latin", "Cyrillic", "Greek", "Hebrew", "Arabic", "Georgian", "Armenian", "Han", "Hiragana", "Katakana",
    "Hangul", "Devanagari", "Thai")  # fmt: skip
_LATIN, _CYRILLIC = "ABCEHIJKMOPSTXYaceijopsxyh", "АВСЕНІЈКМОРЅТХУасеіјорѕхуһ"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_LETTER = regex.compile(r"\p{L}")


@cache
def in_script(script: str) -> regex.Pattern[str]:
    """Finds one letter of a script (by its Unicode name)."""
    return regex.compile(rf"\p{{Script={script}}}")


@cache
def foreign_scripts(source_language: str, target_language: str) -> frozenset[str]:
    """The scripts of a source in which nothing is to be left in the target; Latin letters stay in most languages."""
    return language_pack(source_language).scripts - language_pack(target_language).scripts - {"Latin"}


@lru_cache(maxsize=1 << 14)
def scripts_of(word: str) -> frozenset[str]:
    """The scripts of a word's letters; letters of rarer scripts count as ``other``."""
    if word.isascii():
        return frozenset({"Latin"}) if any(letter.isalpha() for letter in word) else frozenset()
    found = {script for script in _SCRIPTS if in_script(script).search(word)}
    letters = sum(len(in_script(script).findall(word)) for script in found)
    return frozenset(found) if letters == len(_LETTER.findall(word)) else frozenset(found | {"other"})


def share_in(text: str, pack: LanguagePack) -> float:
    """Which share of a text's letters is of a language's scripts, 0-1; 0 for a text without letters."""
    if text.isascii() and "Latin" not in pack.scripts:
        return 0.0
    own = sum(len(in_script(script).findall(text)) for script in pack.scripts)
    return own / len(_LETTER.findall(text)) if own else 0.0


def look_alikes(word: str, script: str) -> str:
    """``word`` with the letters that look like ones of ``script`` (Latin or Cyrillic) replaced by those."""
    return word.translate(_TO_LATIN if script == "Latin" else _TO_CYRILLIC)


def all_look_alike(word: str, script: str) -> bool:
    """Whether ``word`` can be written wholly in ``script`` without looking different."""
    return scripts_of(look_alikes(word, script)) == {script}
