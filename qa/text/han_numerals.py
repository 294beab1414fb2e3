"""Numbers in Chinese characters."""

from __future__ import annotations

import re
from decimal import Decimal

__all__ = ["HAN_NUMBER", "han_value"]

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_CHARACTERS = "".join((*_DIGITS, *_SMALL, *_LARGE))
_RUN = f"[{_CHARACTERS}]+"

HAN_NUMBER = re.compile(rf"(?P<percent>百分之)?(?:(?P<under>{_RUN})分之)?(?P<number>{_RUN})(?P<half>半)?")
"""A number in characters, with what makes a percentage or a fraction of it."""


def han_value(run: str) -> Decimal:
    """The value of a run of number characters; a run of digits alone is read digit by digit (二〇二一)."""
    if len(run) > 1 and all(character in _DIGITS for character in run):
        return Decimal("".join(str(_DIGITS[character]) for character in run))
    total = section = digit = 0
    for character in run:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _SMALL:
            section, digit = section + (digit or 1) * _SMALL[character], 0
        else:
            scale = _LARGE[character]
            below = section + digit
            total = (total + below) * scale if 0 < total < scale else total + (below or 1) * scale
            section = digit = 0
    return Decimal(total + section + digit)
