"""Where a translation names the entities of the companions files, and how it marks them, for the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.core.report import Mention
from qa.terms.disclosure import disclosure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import Document
    from qa.terms.companions import Companions
    from qa.text.analysis import Analyser

__all__ = ["mentions"]


def mentions(document: Document, companions: Companions, analyser: Analyser) -> Iterator[Mention]:
    """The mentions in the target texts of a document, in order, each with the words of the mark beside it."""
    reading = disclosure(document, "target", companions, analyser)
    for placed in reading.mentions:
        unit, span = reading.place(placed.passage, placed.mention.span)
        evidence = placed.mention.evidence
        yield Mention(
            entity=placed.mention.entities[-1].id,
            document=unit.document,
            unit=unit.id,
            span=span,
            name=span.of(unit.target.text),
            form=evidence.span.of(reading.passages[placed.passage].text) if evidence else "",
        )
