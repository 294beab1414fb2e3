"""What is checked: translation units in documents, documents in a batch."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec

from qa.core.segment import Segment

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Batch", "Document", "MonolingualDocument", "TranslationUnit"]


class TranslationUnit(msgspec.Struct, frozen=True, omit_defaults=True):
    """A source text and its translation; ``source`` or ``target`` is an empty segment after an omission or addition."""

    id: str
    """Unique in its document."""
    document: str
    source: Segment
    target: Segment
    state: str = ""
    """As the file says it: ``needs-translation``, ``final``, ``fuzzy`` ..."""
    notes: tuple[str, ...] = ()
    confidence: float | None = None
    """How sure the aligner is of this pair, 0-1; None where the file itself pairs the texts."""
    translate: bool = True
    """False where the file says that the source must stay as it is."""

    @property
    def aligned(self) -> bool:
        """Whether an aligner paired the texts, not the file."""
        return self.confidence is not None


class Document(msgspec.Struct, frozen=True):
    """Translation units in reading order.

    A file with a great many units comes as several documents of one ``id``, with ``part`` counting from 0,
    so that memory does not grow with the file.
    """

    id: str
    path: str
    source_language: str
    target_language: str
    units: tuple[TranslationUnit, ...]
    date: dt.date | None = None
    source_path: str = ""
    """The file of the source text where it is not ``path``."""
    part: int = 0
    running_text: bool = True
    """Whether the units follow on from each other (an article), or stand alone (a memory, a message catalogue)."""
    notes: tuple[str, ...] = ()
    """What the file says of the document as a whole, such as a comment in its header."""
    catalogue: bool = False
    """Whether the units are strings of a program."""

    def __hash__(self) -> int:
        """Of the name alone: documents are kept by name, and have a great many units."""
        return hash((self.id, self.part))


class MonolingualDocument(msgspec.Struct, frozen=True):
    """The paragraphs of one text in one language; a segmenter cuts them into sentences."""

    id: str
    path: str
    language: str
    paragraphs: tuple[Segment, ...]
    date: dt.date | None = None
    notes: tuple[str, ...] = ()
    """Comments on the text as a whole."""
    paragraph_notes: dict[int, tuple[str, ...]] = {}
    """Comments by the number of the paragraph that they stand before."""


class Batch(msgspec.Struct, frozen=True):
    """Documents that are checked together; their ids are unique in it."""

    source_language: str
    target_language: str
    documents: tuple[Document, ...]

    def units(self) -> Iterator[TranslationUnit]:
        """All units of all documents, in order."""
        for document in self.documents:
            yield from document.units
