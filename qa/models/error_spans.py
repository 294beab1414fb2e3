"""The error spans of XCOMET (Guerreiro et al. 2024): neighbouring tokens with an error label."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["ErrorSpan", "decode_spans", "span_score", "unpack_spans"]

_POINTS = (1, 5, 10)
"""Of a minor, a major and a critical error."""
_MOST = 25


class ErrorSpan(NamedTuple):
    """Words that the model takes for wrong."""

    start: int
    """In code points of the translation, and likewise ``end``, which is exclusive."""
    end: int
    rank: int
    """1 minor, 2 major, 3 critical: that of the first token."""
    probability: float
    """Mean over the tokens, of each one's likeliest label."""


def decode_spans(
    tags: Sequence[Sequence[float]], offsets: Sequence[tuple[int, int]], labels: Sequence[str], text: str
) -> list[ErrorSpan]:
    """The spans in a text.

    Args:
        tags: probabilities of no error and of each error label, by token; there may be more tokens than offsets.
        offsets: start and end of each token; a special token has none, ``(0, 0)``.
        labels: the error labels, lightest first.
        text: of the offsets; white space at the start of a span is left out.
    """
    spans: list[ErrorSpan] = []
    run: list[tuple[int, int, int, float]] = []
    for probabilities, (start, end) in zip(tags, offsets, strict=False):
        rank = max(range(len(labels) + 1), key=probabilities.__getitem__)
        if rank and end > start:
            run.append((start, end, rank, probabilities[rank]))
        elif run:
            spans.append(_span(run, text))
            run = []
    return [*spans, _span(run, text)] if run else spans


def _span(run: Sequence[tuple[int, int, int, float]], text: str) -> ErrorSpan:
    start, end = run[0][0], run[-1][1]
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return ErrorSpan(start, end, run[0][2], sum(probability for *_, probability in run) / len(run))


def span_score(spans: Sequence[ErrorSpan]) -> float:
    """1 for no error, 0 for 25 points or more."""
    return 1 - min(sum(_POINTS[span.rank - 1] for span in spans), _MOST) / _MOST


def unpack_spans(answer: Sequence[float]) -> list[ErrorSpan]:
    """The spans of an answer of a COMET model; none of a model that marks no words."""
    rest = answer[1:]
    return [ErrorSpan(int(rest[i]), int(rest[i + 1]), int(rest[i + 2]), rest[i + 3]) for i in range(0, len(rest), 4)]
