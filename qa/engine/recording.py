"""Keeps what a report needs of the documents that stream by."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from qa.core.document import TranslationUnit
from qa.core.report import DocumentInfo, UnitText
from qa.core.spool import Shown, Spool
from qa.engine.dateline import dateline
from qa.engine.word_counts import total_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from qa.core.document import Document

__all__ = ["Recorder"]

_DATED_BY = {
    "option": "the option --date",
    "document": "metadata",
    "dateline": "dateline",
    "": "without a date, as if written today",
}


class Recorder:
    """Passes documents through and notes their ids, dates, texts and word counts."""

    def __init__(self) -> None:
        self._documents: dict[str, DocumentInfo] = {}
        self.passed = Spool(TranslationUnit)
        """All units, in their order."""
        self.source_words = 0
        self.target_words = 0

    def watch(self, documents: Iterable[Document], *, date: dt.date | None = None) -> Iterator[Document]:
        """The same documents, dated and noted as they pass.

        The date is the one given, else the one in the file's metadata, else that of the dateline.
        """
        for undated in documents:
            document = self._dated(undated, date)
            self.source_words += total_words([unit.source.text for unit in document.units])
            self.target_words += total_words([unit.target.text for unit in document.units])
            self.passed.extend(document.units)
            yield document

    @property
    def documents(self) -> tuple[DocumentInfo, ...]:
        """The documents in the order of their first parts."""
        return tuple(self._documents.values())

    @property
    def units(self) -> Sequence[UnitText]:
        """The texts of all units."""
        return Shown(self.passed, _unit_text)

    def told_dates(self) -> Iterator[str]:
        """By what the documents are dated, as one note for people; nothing where there is no document."""
        counts = Counter(document.date_from for document in self.documents)
        if len(self._documents) == 1:
            document = self.documents[0]
            dated = f"dated {document.date} by {_DATED_BY[document.date_from]}" if document.date else _DATED_BY[""]
            yield f"{document.path or document.id}: {dated}"
        elif counts:
            by = ", ".join(f"{counts[key]} by {_DATED_BY[key]}" for key in _DATED_BY if key and counts[key])
            none = f"{counts['']} {_DATED_BY['']}" if counts[""] else ""
            yield f"documents dated: {'; '.join(filter(None, (by, none)))}"

    def _dated(self, document: Document, given: dt.date | None) -> Document:
        known = self._documents.get(document.id)
        found = None if given or document.date else dateline(document)
        date = given or document.date or found
        self._documents[document.id] = DocumentInfo(
            id=document.id,
            path=document.path,
            units=len(document.units) + (known.units if known else 0),
            source_path=document.source_path,
            date=date.isoformat() if date else "",
            date_from="option" if given else "dateline" if found else "document" if date else "",
            source_language=document.source_language,
            target_language=document.target_language,
        )
        return msgspec.structs.replace(document, date=date)


def _unit_text(unit: TranslationUnit) -> UnitText:
    place = unit.target.position(0)
    return UnitText(
        id=unit.id,
        document=unit.document,
        source=unit.source.text,
        target=unit.target.text,
        source_parts=unit.source.parts,
        target_parts=unit.target.parts,
        line=place.line if place else 0,
        confidence=unit.confidence,
    )
