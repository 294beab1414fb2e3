"""Spellings of one name brought to one skeleton, so that *Sergei* and *Sergey* meet, and both meet «Сергей».

Romanisations of Cyrillic (BGN/PCGN, ICAO 9303, ISO 9, press usage) differ in few letters; the skeleton folds exactly
those, and no more: *Ivanov* and *Ivanova* stay apart.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import regex

__all__ = ["skeleton"]

_CYRILLIC = dict(zip("абвгдезийклмнопрстуфхыэёіїєґ", "abvgdeziiklmnoprstufhieeiieg", strict=True))
_CYRILLIC |= {"ж": "3", "ц": "7", "ч": "4", "ш": "6", "щ": "6", "ъ": "", "ь": "", "ю": "iu", "я": "ia"}
_TO_LATIN = str.maketrans(_CYRILLIC)
# Digits stand for sounds that romanisations write with several letters.
_FOLDS = (
    (r"shch|šč|sch|sh|š|ś", "6"),
    (r"tch|ch|č|ć|cz", "4"),
    (r"zh|ž|ż", "3"),
    (r"kh", "h"),
    (r"x", "ks"),
    (r"ts|tz|c(?=[eiy])", "7"),
    (r"ph", "f"),
    (r"w", "v"),
    (r"ck|q|c(?!\d)", "k"),
    (r"(?<![a-z])(?:ye|je|yo|jo)", "e"),
    (r"yu|ju|iu", "iu"),
    (r"ya|ja|ia", "ia"),
    (r"(?<=[aeiou])(?:ye|je|yo|jo)|(?<=i)o(?=v)|ye|yo|jo|io|ie", "e"),
    (r"(?:yy|iy|ij|ii|yi|y|i|j(?![aeiou])|ï|î|í|ý)+", "i"),
)
_COMPILED = tuple((re.compile(pattern), replacement) for pattern, replacement in _FOLDS)
_CYRILLIC_LETTER = regex.compile(r"\p{Cyrillic}")
_APOSTROPHES = re.compile(r"[’'ʼ`´′]")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(1 << 14)
def skeleton(word: str) -> str:
    """The skeleton of a name in Latin or Cyrillic letters; equal for spellings that may be the same name."""
    lower = unicodedata.normalize("NFC", word.lower())
    if not lower.isascii() and _CYRILLIC_LETTER.search(lower):
        latin = lower.translate(_TO_LATIN)
    else:
        latin = _APOSTROPHES.sub("", lower)
        for pattern, replacement in _COMPILED:
            latin = pattern.sub(replacement, latin)
    return _DOUBLED.sub(r"\1", latin.replace("ie", "e").replace("io", "e"))
