"""What the script of the page reads: sentences, and how many of either side each bead takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from qa.core.alignment import Alignment

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["DOUBTFUL", "AlignedText", "Counts", "counted", "payload"]

DOUBTFUL: Final = 0.8
"""Beads of a lower confidence are marked."""
_DIGITS: Final = 3


class AlignedText(msgspec.Struct, frozen=True):
    """A text, its translation, and which sentences stand against which."""

    source_path: str
    target_path: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    alignment: Alignment


class Counts(msgspec.Struct, frozen=True):
    """Beads by kind; doubtful ones are counted beside."""

    beads: int
    pairs: int
    """One sentence against one."""
    groups: int
    """More than one sentence on a side."""
    omissions: int
    additions: int
    doubtful: int
    confidence: float
    """The average."""


def counted(texts: Iterable[AlignedText]) -> Counts:
    """The beads of all texts together."""
    beads = [bead for text in texts for bead in text.alignment.beads]
    sizes = [(len(bead.source), len(bead.target)) for bead in beads]
    omissions = sum(not target for _, target in sizes)
    additions = sum(not source for source, _ in sizes)
    pairs = sizes.count((1, 1))
    return Counts(
        beads=len(beads),
        pairs=pairs,
        groups=len(beads) - pairs - omissions - additions,
        omissions=omissions,
        additions=additions,
        doubtful=sum(bead.confidence < DOUBTFUL for bead in beads),
        confidence=round(sum(bead.confidence for bead in beads) / max(len(beads), 1), _DIGITS),
    )


def payload(texts: Iterable[AlignedText], languages: tuple[str, str]) -> dict[str, object]:
    """Beads are lists of source sentences, target sentences, confidence and score; sentences follow on each other."""
    return {
        "languages": languages,
        "doubtful": DOUBTFUL,
        "texts": [
            {
                "sourcePath": text.source_path,
                "targetPath": text.target_path,
                "source": text.source,
                "target": text.target,
                "beads": [
                    (len(bead.source), len(bead.target), round(bead.confidence, _DIGITS), round(bead.score, _DIGITS))
                    for bead in text.alignment.beads
                ],
            }
            for text in texts
        ],
    }
