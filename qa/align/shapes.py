"""How sentences begin and end: a cut that both languages mark in the same way is likelier to be a true one."""

from __future__ import annotations

from typing import NamedTuple

import regex

__all__ = ["Shape", "shape_of"]

_OPENING = regex.compile(r"""^[\s"'«»„“”‘’(\[*•_]*(?P<dash>[-–—]\s*)?["'«„“‘(\[]*(?P<first>.)?""", regex.DOTALL)
_QUOTES = regex.compile(r'["«»„“”]')
_ENDS = {".": "stop", "。": "stop", "…": "stop", "!": "stop", "！": "stop", "?": "question", "？": "question", "؟": "question"}
_PAUSES = frozenset(":;,：；，-–—")


class Shape(NamedTuple):
    """The marks at the ends of a sentence."""

    end: str
    """``stop``, ``question``, ``pause`` (a colon, a comma) or ``none``."""
    lower: bool
    """Whether it begins with a small letter."""
    dash: bool
    """Whether it begins with a dash, as speech or an item of a list does."""
    quotes: int
    """How many quotation marks it holds."""


def shape_of(sentence: str) -> Shape:
    """Look at the first and last marks of ``sentence``."""
    opening = _OPENING.match(sentence)
    first = (opening and opening["first"]) or ""
    last = next((mark for mark in reversed(sentence) if not (mark.isspace() or mark in "\"'«»„“”‘’)]*_")), "")
    end = _ENDS.get(last) or ("pause" if last in _PAUSES else "none")
    return Shape(end, first.islower(), bool(opening and opening["dash"]), len(_QUOTES.findall(sentence)))
