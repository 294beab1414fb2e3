"""Writes the page of an alignment."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

import msgspec

from qa.reporters.alignment_page.payload import DOUBTFUL, counted, payload
from qa.reporters.review_page.bundle import script, style
from qa.reporters.review_page.frame import inert, policy, template

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.core.alignment import Bead
    from qa.reporters.alignment_page.payload import AlignedText

__all__ = ["write_alignment_page"]

_WITHOUT_SCRIPT = 2000
"""Beads in the table that is shown where JavaScript is switched off."""


class _Row(NamedTuple):
    """A bead as a row of a table."""

    source: str
    target: str
    confidence: str


def write_alignment_page(texts: Sequence[AlignedText], languages: tuple[str, str], stream: BinaryIO) -> None:
    """Write one HTML file, UTF-8, that needs nothing beside it; the same bytes for the same texts.

    Args:
        texts: in the order in which they shall stand on the page.
        languages: of source and target, BCP 47.
        stream: left open.
    """
    counts = counted(texts)
    ours, look = script("alignment.js"), style("alignment.css")
    frame = template("alignment.html.j2").render(
        languages=languages,
        counts=counts,
        rows=islice(_rows(texts), _WITHOUT_SCRIPT),
        left_out=max(0, counts.beads - _WITHOUT_SCRIPT),
        policy=policy(ours, look),
    )
    before, after_style, after_texts, end = frame.split("<!--part-->")
    stream.write(before.encode() + look.text.encode() + after_style.encode())
    stream.write(inert(msgspec.json.encode(payload(texts, languages))))
    stream.write(after_texts.encode() + ours.text.encode() + end.encode())


def _rows(texts: Sequence[AlignedText]) -> Iterator[_Row]:
    for text in texts:
        for bead in text.alignment.beads:
            yield _Row(
                "\n".join(text.source[number] for number in bead.source),
                "\n".join(text.target[number] for number in bead.target),
                _mark(bead),
            )


def _mark(bead: Bead) -> str:
    if not bead.target:
        return "omission"
    if not bead.source:
        return "addition"
    return f"{bead.confidence:.2f}{' doubtful' if bead.confidence < DOUBTFUL else ''}"
