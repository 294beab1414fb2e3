"""Texts that the standard library's patterns read as the Unicode ones do, and much faster: most texts are."""

from __future__ import annotations

import re
from typing import Final
from unicodedata import category

__all__ = ["PLAIN_CAPITALS", "PLAIN_LETTERS", "PLAIN_SMALL", "is_plain"]

PLAIN_LETTERS: Final = "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0400-\u0481\u048a-\u052f"
"""The letters of plain texts, as they stand in a character class; their digits are 0 to 9."""

_RANGES = ((0x41, 0x250), (0x400, 0x530))
_CASED = [letter for start, end in _RANGES for letter in map(chr, range(start, end))]
_OF_PLAIN = re.compile(f"[{PLAIN_LETTERS}]")

PLAIN_CAPITALS: Final = "".join(letter for letter in _CASED if letter.isupper() and _OF_PLAIN.match(letter))
PLAIN_SMALL: Final = "".join(letter for letter in _CASED if category(letter) == "Ll" and _OF_PLAIN.match(letter))

_PLAIN = re.compile(rf"[\x00-\x1b\x20-\xb1\xb4-\xb8\xba\xbb\xbf{PLAIN_LETTERS}\u2010-\u2027№€−]*+")


def is_plain(text: str) -> bool:
    """Whether ``text`` has only ASCII digits, letters of Latin-1 and Cyrillic, usual marks, and none that combine."""
    return (text.isascii() and text.isprintable()) or _PLAIN.fullmatch(text) is not None
