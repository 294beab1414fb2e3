"""Makes one document of translation units out of a source text and its translation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from qa.align import Text, TextPair
from qa.core.document import Document, TranslationUnit
from qa.core.segment import join
from qa.segment import Segmenter, segment_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from qa.align import Aligner
    from qa.core.alignment import Alignment, Bead
    from qa.core.document import MonolingualDocument
    from qa.core.segment import Segment

__all__ = ["SegmentedPair", "Sentences", "pair_documents", "segment_pair"]


@dataclass(frozen=True, slots=True)
class Sentences:
    """A text and its sentences; ``blanks`` are paragraphs of white space, which no aligner sees."""

    document: MonolingualDocument
    filled: tuple[Segment, ...]
    blanks: tuple[Segment, ...]
    paragraphs_known: bool = True

    def text(self) -> Text:
        """The sentences as an aligner takes them."""
        paragraphs = (sentence.paragraph for sentence in self.filled if self.paragraphs_known)
        return Text(tuple(sentence.text for sentence in self.filled), tuple(paragraphs))

    def notes(self, numbers: Iterable[int]) -> tuple[str, ...]:
        """The comments on the paragraphs that some of the sentences are of."""
        noted = self.document.paragraph_notes
        paragraphs = dict.fromkeys(self.filled[number].paragraph for number in numbers) if noted else {}
        return tuple(note for paragraph in paragraphs for note in noted.get(paragraph, ()))

    def joined(self, numbers: Iterable[int]) -> Segment:
        """One segment of some of the sentences."""
        return join([self.filled[number] for number in numbers], self.document.language)


class _Sides(NamedTuple):
    """What a unit is made of."""

    source: Segment
    target: Segment
    confidence: float
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SegmentedPair:
    """A source text and its translation, in sentences."""

    source: Sentences
    target: Sentences

    def texts(self) -> TextPair:
        """Both sides as an aligner takes them."""
        return TextPair(self.source.text(), self.target.text())

    def document(self, alignment: Alignment) -> Document:
        """One unit per bead, numbered from 1; blank paragraphs of the target stand in their places."""
        blanks = list(self.target.blanks)
        sides: list[_Sides] = []
        for bead in alignment.beads:
            while blanks and bead.target and _offset(blanks[0]) < _offset(self.target.filled[bead.target[0]]):
                sides.append(self._blank(blanks.pop(0)))
            sides.append(self._joined(bead))
        sides += (self._blank(blank) for blank in blanks)
        source, target = self.source.document, self.target.document
        return Document(
            id=target.id,
            path=target.path,
            source_language=source.language,
            target_language=target.language,
            units=tuple(
                TranslationUnit(
                    str(number), target.id, side.source, side.target, notes=side.notes, confidence=side.confidence
                )
                for number, side in enumerate(sides, start=1)
            ),
            date=target.date or source.date,
            source_path=source.path,
            notes=(*source.notes, *target.notes),
        )

    def _joined(self, bead: Bead) -> _Sides:
        notes = (*self.source.notes(bead.source), *self.target.notes(bead.target))
        return _Sides(self.source.joined(bead.source), self.target.joined(bead.target), bead.confidence, notes)

    def _blank(self, blank: Segment) -> _Sides:
        return _Sides(self.source.joined(()), blank, 1.0)


def segment_pair(source: MonolingualDocument, target: MonolingualDocument, srx: Path | None = None) -> SegmentedPair:
    """Cut both texts into sentences, by the rules of their languages or of the user's SRX file."""
    return SegmentedPair(_sentences(source, srx), _sentences(target, srx))


def pair_documents(pairs: Sequence[SegmentedPair], aligner: Aligner) -> Iterator[Document]:
    """Align all pairs together, and yield a document per pair."""
    for pair, alignment in zip(pairs, aligner.align([pair.texts() for pair in pairs]), strict=True):
        yield pair.document(alignment)


def _sentences(document: MonolingualDocument, srx: Path | None) -> Sentences:
    found = segment_document(document, Segmenter(document.language, srx=srx))
    return Sentences(document, tuple(filter(bool, found)), tuple(blank for blank in found if not blank))


def _offset(segment: Segment) -> int:
    return segment.anchors[0].file if segment.anchors else 0
