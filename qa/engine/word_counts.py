"""How many words texts have, as word processors count them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import regex

from qa.text.plain import PLAIN_LETTERS, is_plain

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["count_words", "total_words"]

_JOINING: Final = "'’.,:/-"
_WORD = regex.compile(
    rf"\p{{Han}} | [[\p{{L}}\p{{N}}]--\p{{Han}}]+ (?:[{_JOINING}] [[\p{{L}}\p{{N}}]--\p{{Han}}]+)*",
    regex.VERSION1 | regex.VERBOSE,
)
_PLAIN_WORD = re.compile(rf"[0-9{PLAIN_LETTERS}]+(?:[{_JOINING}][0-9{PLAIN_LETTERS}]+)*+")


def _shape(code: int) -> str:
    """What a byte is to words: ``a`` is of them, ``-`` may join them, and a blank parts them."""
    character = bytes([code]).decode("cp1251", "replace")
    return "a" if character.isalnum() else "-" if character in _JOINING else " "


_SHAPES: Final = "".join(map(_shape, range(256))).encode("ascii")


def count_words(text: str) -> int:
    """The words of ``text``; every Han character is one."""
    return len((_PLAIN_WORD if is_plain(text) else _WORD).findall(text))


def total_words(texts: Iterable[str]) -> int:
    """The words of all ``texts``, at a fraction of the cost for those in English and Russian letters."""
    words, encoded = 0, [b""]
    for text in texts:
        try:
            encoded.append(text.encode("ascii" if text.isascii() else "cp1251"))
        except UnicodeEncodeError:
            words += count_words(text)
    shape = b" ".join(encoded).translate(_SHAPES)
    # A word begins wherever no word goes on: behind a blank, and behind a sign that joins nothing to it.
    return words + shape.count(b" a") + shape.count(b" -a") + shape.count(b"--a")
