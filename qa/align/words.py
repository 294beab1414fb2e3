"""The words of a sentence in the form in which the two languages are compared."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import regex

from qa.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.text.tokens import Token

__all__ = ["NUMBER", "is_number", "word_forms"]

NUMBER = "#"
"""First character of the form of a number."""

_MARKS = {mark: mark for mark in "?!%$€£№()"} | dict.fromkeys('"«»„“”', '"') | {"：": ":", "？": "?", "！": "!"}
_JOINT = regex.compile(r"[-‑ʼ’']")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Khmer}\p{Lao}\p{Myanmar}]")
_GROUP_MARK = regex.compile(r"[.,](?=\d{3}(?:\D|$))")
_GROUP_SPACES = frozenset(" \u00a0\u2009\u202f'’")
_GROUP = 3


def is_number(form: str) -> bool:
    """Whether a form stands for a number written in digits."""
    return form.startswith(NUMBER)


def word_forms(text: str) -> list[str]:
    """Words in small letters, numbers by value (``1 200`` and ``1,200`` are both ``#1200``), and telling marks.

    Hyphened words are split; a script without spaces gives its single characters.
    """
    forms: list[str] = []
    digits = ""
    end = -1
    for token in tokenize(text):
        if token.kind == "number":
            if digits and _continues(digits, token, text[end : token.span.start]):
                digits += "," + token.text
            else:
                forms += _number(digits)
                digits = token.text
            end = token.span.end
            continue
        forms += _number(digits)
        digits = ""
        forms += _word(token.text) if token.kind == "word" else _mark(token.text)
    forms += _number(digits)
    return forms


def _continues(digits: str, token: Token, gap: str) -> bool:
    first = digits.split(",", 1)[0]
    following = regex.match(r"\d+", token.text)
    return (
        gap in _GROUP_SPACES
        and len(first) <= _GROUP
        and "." not in digits
        and following is not None
        and len(following.group()) == _GROUP
    )


def _number(digits: str) -> Iterator[str]:
    if digits:
        plain = "".join(str(unicodedata.digit(mark, 0)) if mark.isdigit() else mark for mark in digits)
        yield NUMBER + _GROUP_MARK.sub("", plain).replace(",", ".")


def _word(text: str) -> list[str]:
    form = unicodedata.normalize("NFC", text.lower())
    if _UNSPACED.search(form):
        return list(form)
    return [part for part in _JOINT.split(form) if part]


def _mark(text: str) -> list[str]:
    mark = _MARKS.get(text)
    return [mark] if mark else []
