"""Makes text safe and legible on a terminal: nothing in it can move the cursor, hide, or turn the line round."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

__all__ = ["cells", "glyph", "harmless", "is_even", "runs_right_to_left", "width"]

_NO_BREAK_SPACE: Final = "\u00a0"
_LINE_ENDS: Final = frozenset("\n\r\u0085\u2028\u2029")
_SHAPING: Final = frozenset("\u200c\u200d")
"""Joiners, which the spelling of Persian and of emoji needs."""
_CONTROL_PICTURES: Final = 0x2400
_EVEN: Final = re.compile("[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027€№−]*+")
"""Code points of which each is shown as itself, in one column and from left to right: most texts have no others."""


def is_even(text: str) -> bool:
    """Whether ``text`` surely takes as many columns as it has code points, and is shown as it is."""
    return _EVEN.fullmatch(text) is not None


@cache
def glyph(character: str, *, marked: bool = False) -> str:
    """How one code point is shown.

    Controls and invisible format characters are named, line ends are an arrow. Inside a mark, blanks that look like
    an ordinary space are named too, and the no-break space is ``⍽``.
    """
    if character in _LINE_ENDS:
        return "↵"
    if character < " ":
        return chr(_CONTROL_PICTURES + ord(character))
    if marked and character == _NO_BREAK_SPACE:
        return "⍽"
    return f"⟨U+{ord(character):04X}⟩" if _is_hidden(character, marked=marked) else character


def _is_hidden(character: str, *, marked: bool) -> bool:
    category = unicodedata.category(character)
    if category == "Zs":
        return marked and character != " "
    if category == "Cf":  # Arabic number signs are of this category too, and are seen
        return character not in _SHAPING and unicodedata.bidirectional(character) not in {"AN", "AL"}
    return category in {"Cc", "Cs"}


class _Glyphs(dict[int, str]):
    """For :meth:`str.translate`; remembers what it was asked for."""

    def __init__(self, *, marked: bool) -> None:
        super().__init__()
        self._marked = marked

    def __missing__(self, code_point: int) -> str:
        shown = self[code_point] = glyph(chr(code_point), marked=self._marked)
        return shown


_PLAIN: Final = _Glyphs(marked=False)
_MARKED: Final = _Glyphs(marked=True)


def harmless(text: str, *, marked: bool = False) -> str:
    """``text`` with each code point as :func:`glyph` shows it; a mark of nothing but blanks shows each as a dot."""
    if not marked:
        return text if is_even(text) else text.translate(_PLAIN)
    shown = text.translate(_MARKED)
    return shown.replace(" ", "·") if text.isspace() else shown


@cache
def cells(character: str) -> int:
    """The columns that one code point takes on a terminal: 0 for a combining mark, 2 for a wide character."""
    return width(glyph(character))


def width(text: str) -> int:
    """The columns that ``text`` takes on a terminal, as it is."""
    if text.isascii() or is_even(text):
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415 -- only for such texts

    return cell_len(text)


def runs_right_to_left(text: str) -> bool:
    """Whether a terminal may show parts of ``text`` in another order than they are written."""
    return not is_even(text) and any(unicodedata.bidirectional(character) in {"R", "AL", "AN"} for character in text)
