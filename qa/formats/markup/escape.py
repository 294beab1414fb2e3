"""Text as XML writes it."""

from __future__ import annotations

import re

from qa.core.errors import InputError

__all__ = ["escape_attribute", "escape_text"]

_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_ATTRIBUTE = {**_TEXT, '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}


def escape_text(text: str, form: str = "") -> str:
    """``text`` as character data, or inside a CDATA section for the form ``cdata``.

    Raises:
        InputError: XML 1.0 has no way to write a character of it.
    """
    _check(text)
    if form == "cdata":
        return text.replace("]]>", "]]]]><![CDATA[>")
    return "".join(_TEXT.get(character, character) for character in text)


def escape_attribute(text: str) -> str:
    """``text`` inside double quotes; raises as ``escape_text`` does."""
    _check(text)
    return "".join(_ATTRIBUTE.get(character, character) for character in text)


def _check(text: str) -> None:
    illegal = _ILLEGAL.search(text)
    if illegal:
        message = f"the text holds {illegal[0]!r}, which XML cannot; remove the character"
        raise InputError(message)
