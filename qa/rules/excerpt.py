"""Short quotations of a text for messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa.core.span import Span

__all__ = ["around"]


def around(text: str, span: Span) -> str:
    """``span`` with the words that it touches, and the nearest word on a side where it touches white space only."""
    before = text[: span.start].rstrip()
    after = text[span.end :].lstrip()
    left = len(before) - len(before.split()[-1]) if before else 0
    right = len(text) - len(after) + (len(after.split(maxsplit=1)[0]) if after else 0)
    if span and not span.of(text)[0].isspace() and text[: span.start] != before:
        left = span.start
    if span and not span.of(text)[-1].isspace() and text[span.end :] != after:
        right = span.end
    return " ".join(text[left:right].split())
