"""A text as a whole: its span without the white space around it, and its beginning for messages."""

from __future__ import annotations

import re

import regex

from qa.core.span import Span
from qa.text.plain import PLAIN_LETTERS

__all__ = ["WORDLESS", "beginning", "has_words", "whole"]

_WORD = regex.compile(r"[\p{L}\p{Nd}]")
_PLAIN_WORD = re.compile(rf"[0-9{PLAIN_LETTERS}]")
"""Most texts have one of these, and that is seen sooner."""
WORDLESS = re.compile(rf"\n(?=[^0-9{PLAIN_LETTERS}]*\n)")
"""A trigger: the lines of a document in which there may be no letter or digit."""
_SHOWN = 60


def whole(text: str) -> Span:
    """The text without the white space at its ends."""
    start = len(text) - len(text.lstrip())
    return Span(start, start + len(text.strip()))


def beginning(text: str) -> str:
    """The text on one line, cut behind a word where it is long."""
    flat = " ".join(text.split())
    if len(flat) <= _SHOWN:
        return flat
    return flat[: flat.rfind(" ", 0, _SHOWN) if " " in flat[:_SHOWN] else _SHOWN] + " …"


def has_words(text: str) -> bool:
    """Whether there is a letter or a digit in ``text``."""
    return _PLAIN_WORD.search(text) is not None or _WORD.search(text) is not None
