"""Finds the reference of each unit: a second translation of the same source, aligned with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.align import Text, TextPair

if TYPE_CHECKING:
    from qa.align import Aligner
    from qa.core.document import Document
    from qa.engine.pairing import Sentences

__all__ = ["aligned_references"]


def aligned_references(document: Document, reference: Sentences, aligner: Aligner) -> list[str]:
    """The words of ``reference`` that stand for each unit's source; empty where no words stand for it alone.

    Of two units that the reference puts into one sentence neither has a reference: no score could be fair to both.
    """
    rows = [row for row, unit in enumerate(document.units) if unit.source]
    sources = [document.units[row].source for row in rows]
    text = Text(tuple(source.text for source in sources), tuple(source.paragraph for source in sources))
    (alignment,) = aligner.align([TextPair(text, reference.text())])
    found = [""] * len(document.units)
    for bead in alignment.beads:
        if len(bead.source) == 1 and bead.target:
            found[rows[bead.source[0]]] = reference.joined(bead.target).text
    return found
