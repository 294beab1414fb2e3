"""What the aligner reads: the sentences of a text and of its translation."""

from __future__ import annotations

from itertools import pairwise

import msgspec

__all__ = ["Text", "TextPair"]


class Text(msgspec.Struct, frozen=True):
    """One side: its sentences in order and, where known, the paragraph of each.

    Raises:
        ValueError: when ``paragraphs`` is neither empty nor as long as ``sentences``, or steps backwards.
    """

    sentences: tuple[str, ...]
    paragraphs: tuple[int, ...] = ()
    """For each sentence the number of its paragraph, never decreasing; empty where paragraphs are unknown."""

    def __post_init__(self) -> None:
        numbers = self.paragraphs
        if not numbers:
            return
        if len(numbers) != len(self.sentences):
            message = f"{len(self.sentences)} sentences need as many paragraph numbers, not {len(numbers)}"
            raise ValueError(message)
        if any(left > right for left, right in pairwise(numbers)):
            message = "paragraph numbers must not decrease"
            raise ValueError(message)


class TextPair(msgspec.Struct, frozen=True):
    """A text and its translation."""

    source: Text
    target: Text
