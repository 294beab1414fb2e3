"""Cuts a text at the edges of the spans that mark it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from qa.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["partition"]


def partition(text: str, spans: Sequence[Span]) -> Iterator[tuple[Span, int]]:
    """``text`` cut at every edge of a span: each piece, and how many of the spans cover it.

    The pieces tile the text. An empty span makes an empty piece at its place.
    """
    points = {span.start for span in spans if not span}
    edges = sorted({0, len(text), *(edge for span in spans for edge in (span.start, span.end))})
    for start, end in pairwise([*edges, edges[-1]]):
        if start in points:
            yield Span(start, start), sum(span == Span(start, start) for span in spans)
        if start < end:
            yield Span(start, end), sum(span.start <= start and end <= span.end for span in spans)
