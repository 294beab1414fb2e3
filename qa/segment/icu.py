"""Regular expressions of ICU, which SRX prescribes, in the spelling of the ``regex`` library."""

from __future__ import annotations

from typing import Final

import regex

__all__ = ["translate"]

_ESCAPE: Final = regex.compile(
    r"""
    \\Q (?P<quoted> .*? ) (?: \\E | \Z )
  | \\x\{ (?P<hexadecimal> [0-9A-Fa-f]{1,8} ) \}
  | \\0 (?P<octal> [0-7]{1,3} )
  | (?P<line_end> \\Z )
  | (?P<reference> \\[1-9] | \\k< )
  | \\ .
    """,
    regex.VERBOSE | regex.DOTALL | regex.VERSION1,
)


def translate(pattern: str) -> str:
    r"""Spells the ICU expression ``pattern`` for ``regex``, version 1, which knows ``\h`` and ``[[..]&&[..]]`` itself.

    Source: ICU User Guide, chapter Regular Expressions.

    Raises:
        ValueError: for ``\x{…}`` beyond Unicode, and for a back reference, which cannot be told looking backwards.
    """
    return _ESCAPE.sub(_spell, pattern)


def _spell(match: regex.Match[str]) -> str:
    if match["reference"]:
        message = f"back references such as “{match.group()}” cannot be used in a rule"
        raise ValueError(message)
    if match["quoted"] is not None:
        return regex.escape(match["quoted"], special_only=True, literal_spaces=True)
    if match["hexadecimal"]:
        return regex.escape(chr(int(match["hexadecimal"], 16)), special_only=True)
    if match["octal"]:
        return regex.escape(chr(int(match["octal"], 8)), special_only=True)
    return r"(?=\n?\Z)" if match["line_end"] else match.group()
