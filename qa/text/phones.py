"""Telephone numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from qa.text.quantity import Quantity

if TYPE_CHECKING:
    from qa.text.passage import Passage

__all__ = ["read_phone"]

_MARKS: Final = frozenset({"(", ")", "-", "‑", "–", "+"})
_FEWEST_DIGITS: Final = 7
_MOST_DIGITS: Final = 15
_COUNTED: Final = 7
"""Digits at the end that are compared: what stands before them may be left out."""
_FEWEST_GROUPS: Final = 3
_LONGEST_GROUP: Final = 3
"""Digits of a group that is no year."""


def read_phone(passage: Passage, index: int) -> tuple[Quantity, int] | None:
    """A telephone number: at least three groups with brackets, hyphens or a plus; its last seven digits count."""
    if passage.count_of_numbers < _FEWEST_GROUPS:
        return None
    end, digits, marks, between = index, "", set[str](), set[str]()
    while True:
        text = passage.word(end)
        if passage.is_number(end) and text.isdecimal():
            digits += text
            marks |= between
        elif text in _MARKS:
            between.add(text)
        else:
            break
        end += 1
        if passage.gap(end) not in {"", " ", "\u00a0"}:
            break
    groups = sum(passage.is_number(place) for place in range(index, end))
    zero = len(passage.word(index)) > 1 and passage.word(index)[0] == "0"
    bracketed = "(" in marks or passage.word(index - 1) in {"+", "("} or zero
    if (
        groups < _FEWEST_GROUPS
        or not _FEWEST_DIGITS <= len(digits) <= _MOST_DIGITS
        or not (bracketed or groups > _FEWEST_GROUPS or marks)
    ):
        return None
    while not passage.is_number(end - 1):
        end -= 1
    if not bracketed and not _is_hyphenated(passage, index, end):
        return None
    span = passage.span(index, end - 1)
    key = ("p", Decimal(digits[-_COUNTED:]))
    return Quantity(text=span.of(passage.text), span=span, keys=(key,), kind="phone"), end


def _is_hyphenated(passage: Passage, index: int, end: int) -> bool:
    """Whether groups such as 555-35-35 are joined by hyphens without any space, and no group is a year."""
    glued = all(passage.glued(place) for place in range(index + 1, end))
    return glued and all(len(passage.word(place)) <= _LONGEST_GROUP for place in range(index, end - 1))
