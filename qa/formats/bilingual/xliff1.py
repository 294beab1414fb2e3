"""XLIFF 1.2 (OASIS, 2008; 1.0 and 1.1 read alike) with its dialects SDLXLIFF and MQXLIFF.

A unit is a ``<trans-unit>``, or each ``<mrk mtype="seg">`` of one that is segmented: then it is called by the unit's
id and the segment's ``mid`` (``12#3``), in SDLXLIFF by the ``mid`` alone, which the editor shows. The state is that of
``<target>``, in SDLXLIFF the confirmation level of the segment, in MQXLIFF the status of the unit. Text in ``<sub>``
is part of its code, and ``<alt-trans>`` is passed over.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, cast

from qa.core.errors import FormatError
from qa.formats.bilingual.xliff1_plain import PLAIN_UNIT, plain_units
from qa.formats.bilingual.xliff1_segments import pairs
from qa.formats.catalogues import is_catalogue
from qa.formats.format import CreatingFormat, DocumentKey, Entry, FormatInfo
from qa.formats.markup.comments import Comments
from qa.formats.markup.creating import XLIFF_NAMES, inline_markup
from qa.formats.markup.element import Closed, Element, Opened
from qa.formats.markup.escape import escape_attribute, escape_text
from qa.formats.markup.stream import declared_xml_encoding, read_elements
from qa.formats.markup.stretches import Simple, Stretch, read_stretches

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from typing import TextIO

    from qa.core.document import Document, TranslationUnit
    from qa.formats.decoding import TextFile
    from qa.formats.format import Languages

__all__ = ["FORMAT", "Xliff1"]

_VERSION_2 = re.compile(r"""<(?:\w+:)?xliff\b[^>]*?\sversion\s*=\s*["']2""")
_KEPT = ("trans-unit", "note")
_STRUCTURE = frozenset({"trans-unit", "alt-trans", "seg-defs", "seg"})
_SIMPLE = Simple("trans-unit", PLAIN_UNIT)


class Xliff1(CreatingFormat):
    """XLIFF 1.2."""

    info = FormatInfo(
        name="xliff",
        title="XLIFF 1.2, SDLXLIFF, MQXLIFF",
        suffixes=(".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".xml"),
        kind="bilingual",
        writes_back=True,
        creates=True,
    )

    encode_errors = "xmlcharrefreplace"

    def sniff(self, head: str) -> bool:
        """Any XLIFF but version 2."""
        return "xliff" in head and not _VERSION_2.search(head)

    def declared_encoding(self, head: bytes) -> str | None:
        """That of the XML declaration."""
        return declared_xml_encoding(head)

    def escape(self, text: str, form: str) -> str:
        """``text`` as XML."""
        return escape_text(text, form)

    def entries(self, file: TextFile, languages: Languages) -> Iterator[Entry]:
        """One entry a segment; each ``<file>`` is a document."""
        walk = _Walk(file.name, languages)
        for event in read_stretches(file, _KEPT, _STRUCTURE, _SIMPLE):
            yield from walk.plain(event) if isinstance(event, Stretch) else walk.take(event)

    def units(
        self, file: TextFile, languages: Languages, structure: Collection[str] = ()
    ) -> Iterator[tuple[Element, tuple[Entry, ...]]]:
        """Each ``<trans-unit>`` with its entries; places are not known of elements that are of ``structure``."""
        walk = _Walk(file.name, languages)
        for event in read_elements(file, _KEPT, structure):
            entries = tuple(walk.take(event))
            if isinstance(event, Element) and event.name != "note":
                yield event, entries

    def create(self, documents: Iterable[Document], stream: TextIO) -> None:
        """One ``<file>`` a document."""
        stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
        stream.write('<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n')
        for _, parts in groupby(documents, key=lambda document: document.id):
            opened = False
            for document in parts:
                stream.write("" if opened else _file_tag(document))
                opened = True
                stream.writelines(_trans_unit(unit) for unit in document.units)
            stream.write("    </body>\n  </file>\n")
        stream.write("</xliff>\n")


FORMAT = Xliff1()


class _Walk:
    """Where in the file the reader is."""

    def __init__(self, path: str, languages: Languages) -> None:
        self._path = path
        self._languages = languages
        self._file: Opened | None = None
        self._key: DocumentKey | None = None
        self._files = 0
        self._units = 0
        self._root = False
        self._translate = [True]
        self._notes = Comments()

    def take(self, event: Opened | Closed | Element) -> Iterator[Entry]:
        """The entries of the next piece of the file, if it is a unit."""
        if isinstance(event, Opened):
            self.open(event)
        elif isinstance(event, Closed):
            self.close(event)
        elif event.name == "note":
            self._notes.add(event.text())
        else:
            yield from self.unit(event)

    def plain(self, stretch: Stretch) -> Iterator[Entry]:
        """The entries of units of plain text; they stand behind another unit, and so in a document that is known."""
        key, around, translated = cast("DocumentKey", self._key), self._notes.of_groups, self._translate[-1]
        for unit in plain_units(stretch):
            self._units += 1
            yield Entry(
                key,
                unit.id or str(self._units),
                unit.source,
                unit.target,
                unit.state,
                (*filter(str.strip, unit.notes), *around) if unit.notes else around,
                unit.translate != "no" if unit.translate else translated,
            )

    def open(self, tag: Opened) -> None:
        """Go into an element."""
        if not self._root and tag.name != "xliff":
            message = f"starts with <{tag.name}>, so it is no XLIFF; take another file, or say its format"
            raise FormatError(message, path=self._path, line=tag.line)
        self._root = True
        if tag.name == "file":
            self._file, self._key = tag, None
            self._files += 1
            self._notes = Comments()
        elif tag.name == "group":
            stated = tag.attributes.get("translate")
            self._translate.append(stated != "no" if stated else self._translate[-1])
            self._notes.enter()

    def close(self, tag: Closed) -> None:
        """Leave an element."""
        if tag.name == "group":
            self._translate.pop()
            self._notes.leave()

    def unit(self, unit: Element) -> Iterator[Entry]:
        """The entries of one ``<trans-unit>``."""
        source = unit.first("source")
        if source is None:
            message = f"the unit {unit.get('id')!r} has no <source>; the file is damaged"
            raise FormatError(message, path=self._path, line=unit.line)
        self._units += 1
        target = unit.first("target")
        key = self._document(unit, source, target)
        translate, notes = (
            self._translated(unit.attributes),
            self._of_unit(note.text() for note in unit.elements("note")),
        )
        name = unit.get("id") or str(self._units)
        for pair in pairs(unit, source, target, name):
            yield Entry(key, pair.id, pair.source, pair.target, pair.state, notes, translate)

    def _translated(self, attributes: Mapping[str, str]) -> bool:
        """Whether a unit is to be translated, by its own word or that of the group."""
        stated = attributes.get("translate")
        return stated != "no" if stated else self._translate[-1]

    def _of_unit(self, notes: Iterable[str]) -> tuple[str, ...]:
        """The notes of a unit, with those of the groups around it."""
        return (*(note for note in notes if note.strip()), *self._notes.of_groups)

    def _document(self, unit: Element, source: Element, target: Element | None) -> DocumentKey:
        """The document of the ``<file>``, made when its first unit shows what languages it states."""
        if self._file is None:
            message = "a <trans-unit> stands outside <file>; the file is damaged"
            raise FormatError(message, path=self._path, line=unit.line)
        if self._key is None:
            stated = self._file.attributes
            original = stated.get("original", "")
            source_language = stated.get("source-language") or source.get("xml:lang")
            target_language = stated.get("target-language") or (target.get("xml:lang") if target else "")
            catalogue = is_catalogue(stated.get("datatype", ""), original)
            self._key = DocumentKey(
                self._path if self._files == 1 else f"{self._path}#{original or self._files}",
                *self._languages.resolve(source_language, target_language, path=self._path, line=self._file.line),
                running_text=not catalogue,
                notes=self._notes.of_file,
                catalogue=catalogue,
            )
        return self._key


def _file_tag(document: Document) -> str:
    languages = f'source-language="{document.source_language}" target-language="{document.target_language}"'
    original = escape_attribute(document.id)
    return f'  <file original="{original}" {languages} datatype="plaintext" xml:space="preserve">\n    <body>\n'


def _trans_unit(unit: TranslationUnit) -> str:
    source, target = inline_markup(unit.source, XLIFF_NAMES), inline_markup(unit.target, XLIFF_NAMES)
    notes = "".join(f"        <note>{escape_text(note)}</note>\n" for note in unit.notes)
    kept = "" if unit.translate else ' translate="no"'
    return (
        f'      <trans-unit id="{escape_attribute(unit.id)}"{kept}>\n'
        f"        <source>{source}</source>\n"
        f"        <target>{target}</target>\n"
        f"{notes}"
        f"      </trans-unit>\n"
    )
