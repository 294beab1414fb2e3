"""The difference between two texts, word by word."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Final, Literal

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Operation", "word_diff"]

Operation = Literal["same", "removed", "added"]

_WORDS: Final = regex.compile(
    r"[\p{L}\p{M}\p{N}]+(?:[.,:'’-][\p{L}\p{M}\p{N}]+)*+|\s+|.", regex.VERSION1 | regex.DOTALL
)


def word_diff(before: str, after: str) -> Iterator[tuple[Operation, str]]:
    """Stretches that both texts share, and those that only one has: what is removed stands before what is added.

    ``same`` and ``removed`` together make ``before``, ``same`` and ``added`` make ``after``.
    """
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    for _, old_start, old_end, new_start, new_end in difflib.SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        removed, added = "".join(old[old_start:old_end]), "".join(new[new_start:new_end])
        if removed == added:
            yield "same", removed
            continue
        if removed:
            yield "removed", removed
        if added:
            yield "added", added
