"""Writes MQM scorecards: text, Markdown or JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from qa.cli.grids import Grid, markdown, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from qa.metrics.scorecard import Scorecard

__all__ = ["SCORECARDS"]

_DOCUMENTS: Final = 50
"""Rows of the table by document in text and Markdown; the worst documents come first."""


def _json(cards: Sequence[Scorecard]) -> str:
    return msgspec.json.format(msgspec.json.encode(cards), indent=2).decode() + "\n"


def _text(cards: Sequence[Scorecard]) -> str:
    return "\n\n".join(part for card in cards for part in (_head(card), *map(plain, _grids(card)))) + "\n"


def _markdown(cards: Sequence[Scorecard]) -> str:
    return "\n\n".join(part for card in cards for part in (f"## {_head(card)}", *map(markdown, _grids(card)))) + "\n"


def _head(card: Scorecard) -> str:
    verdict = "passed" if card.passed else f"failed ({'; '.join(card.reasons)})"
    small = ", a small sample" if card.small else ""
    return f"{card.system}: {verdict}; {card.points:g} points in {card.words:,} {card.words_of} words{small}"


def _grids(card: Scorecard) -> Iterator[Grid]:
    yield Grid(
        ("score", "value", "95 %", "model"),
        [(score.metric, f"{score.value:.2f}", _interval(score.interval), score.signature) for score in card.scores],
    )
    names = [
        name
        for name in ("critical", "major", "minor", "neutral")
        if any(name in row.severities for row in card.categories)
    ]
    yield Grid(
        ("category", *names, "points", "per 1,000 words"),
        [
            (
                row.category,
                *(str(row.severities.get(name, 0)) for name in names),
                f"{row.points:g}",
                f"{row.points_per_1000:.2f}",
            )
            for row in card.categories
        ],
    )
    worst = sorted(card.documents, key=lambda row: (row.score if row.score is not None else 0.0, row.document))
    yield Grid(
        ("document", "words", "findings", "points", "score"),
        [
            (
                row.document,
                str(row.words),
                str(row.findings),
                f"{row.points:g}",
                "" if row.score is None else f"{row.score:.2f}",
            )
            for row in worst[:_DOCUMENTS]
        ],
    )


def _interval(bounds: tuple[float, float] | None) -> str:
    return f"{bounds[0]:.2f} to {bounds[1]:.2f}" if bounds else ""


SCORECARDS: Final[Mapping[str, Callable[[Sequence[Scorecard]], str]]] = {
    "text": _text,
    "markdown": _markdown,
    "json": _json,
}
"""What writes scorecards in each format."""
