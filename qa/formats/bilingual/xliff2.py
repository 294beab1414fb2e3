"""XLIFF 2.0 and 2.1 (OASIS, 2014 and 2018; ISO 21720).

A unit of ours is a ``<segment>``; it is called by the unit's id, with ``#`` and the segment's id or number where the
unit has several. ``<ignorable>`` holds no text to translate and is passed over. The state is that of the segment.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.core.errors import FormatError
from qa.formats.catalogues import is_catalogue
from qa.formats.content import Content
from qa.formats.format import BilingualFormat, DocumentKey, Entry, FormatInfo
from qa.formats.markup.comments import Comments
from qa.formats.markup.element import Element, Opened
from qa.formats.markup.escape import escape_text
from qa.formats.markup.inline import Inline, content_of, missing_gap
from qa.formats.markup.stream import declared_xml_encoding, read_elements

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from qa.formats.decoding import TextFile
    from qa.formats.format import Languages
    from qa.formats.markup.element import Closed

__all__ = ["FORMAT", "Xliff2"]

_VERSION_2 = re.compile(r"""<(?:\w+:)?xliff\b[^>]*?\sversion\s*=\s*["']2""")
_STRUCTURE = frozenset({"unit", "segment", "ignorable", "notes", "originalData"})
_INLINE: Mapping[str, Inline] = {
    "ph": Inline("standalone"),
    "pc": Inline("pair"),
    "sc": Inline("opening"),
    "ec": Inline("closing", ("startRef", "id")),
    "mrk": Inline("transparent"),
    "sm": Inline("mute"),
    "em": Inline("mute"),
    "cp": Inline("character"),
}


class Xliff2(BilingualFormat):
    """XLIFF 2."""

    info = FormatInfo(
        name="xliff2",
        title="XLIFF 2.0 and 2.1",
        suffixes=(".xlf", ".xliff", ".xml"),
        kind="bilingual",
        writes_back=True,
    )
    encode_errors = "xmlcharrefreplace"

    def sniff(self, head: str) -> bool:
        """Only version 2."""
        return bool(_VERSION_2.search(head))

    def declared_encoding(self, head: bytes) -> str | None:
        """That of the XML declaration."""
        return declared_xml_encoding(head)

    def escape(self, text: str, form: str) -> str:
        """``text`` as XML."""
        return escape_text(text, form)

    def entries(self, file: TextFile, languages: Languages) -> Iterator[Entry]:
        """One entry a segment; each ``<file>`` is a document."""
        for _, entries in self.units(file, languages, _STRUCTURE):
            yield from entries

    def units(
        self, file: TextFile, languages: Languages, structure: Collection[str] = ()
    ) -> Iterator[tuple[Element, tuple[Entry, ...]]]:
        """Each ``<unit>`` with its entries; places are not known of elements that are of ``structure``."""
        walk = _Walk(file.name, languages)
        for event in read_elements(file, ("unit", "note"), structure):
            if isinstance(event, Element) and event.name == "note":
                walk.note(event)
            elif isinstance(event, Element):
                yield event, tuple(walk.unit(event))
            elif isinstance(event, Opened):
                walk.open(event)
            else:
                walk.close(event)


FORMAT = Xliff2()


class _Walk:
    """Where in the file the reader is."""

    def __init__(self, path: str, languages: Languages) -> None:
        self._path = path
        self._languages = languages
        self._source = ""
        self._target = ""
        self._files = 0
        self._root: Opened | None = None
        self._file: Opened | None = None
        self._key: DocumentKey | None = None
        self._translate = [True]
        self._notes = Comments()

    def open(self, tag: Opened) -> None:
        """Go into an element."""
        if self._root is None:
            self._start(tag)
        if tag.name == "file":
            self._files += 1
            self._file, self._key = tag, None
            self._notes = Comments()
        elif tag.name == "group":
            self._notes.enter()
        if tag.name in {"file", "group"}:
            stated = tag.attributes.get("translate")
            self._translate.append(stated != "no" if stated else self._translate[-1])

    def close(self, tag: Closed) -> None:
        """Leave an element."""
        if tag.name in {"file", "group"}:
            self._translate.pop()
        if tag.name == "group":
            self._notes.leave()

    def note(self, note: Element) -> None:
        """Take a note on a file or a group."""
        self._notes.add(note.text())

    def _document(self, unit: Element) -> DocumentKey:
        """The document of the ``<file>``, made when its first unit comes, behind the notes on the whole."""
        if self._file is None:
            message = "a <unit> stands outside <file>; the file is damaged"
            raise FormatError(message, path=self._path, line=unit.line)
        if self._key is None:
            original, identifier = (self._file.attributes.get(name, "") for name in ("original", "id"))
            self._key = DocumentKey(
                self._path if self._files == 1 else f"{self._path}#{original or identifier}",
                self._source,
                self._target,
                running_text=not is_catalogue("", original),
                notes=self._notes.of_file,
                catalogue=is_catalogue("", original),
            )
        return self._key

    def _start(self, tag: Opened) -> None:
        if tag.name != "xliff":
            message = f"starts with <{tag.name}>, so it is no XLIFF; take another file, or say its format"
            raise FormatError(message, path=self._path, line=tag.line)
        self._root = tag
        stated = tag.attributes.get("srcLang", ""), tag.attributes.get("trgLang", "")
        self._source, self._target = self._languages.resolve(*stated, path=self._path, line=tag.line)

    def unit(self, unit: Element) -> Iterator[Entry]:
        """The entries of one ``<unit>``."""
        key = self._document(unit)
        stated = unit.get("translate")
        translate = stated != "no" if stated else self._translate[-1]
        own = tuple(note.text() for note in unit.descendants("note") if note.text().strip())
        notes = (*own, *self._notes.of_groups)
        originals = _originals(unit)
        segments = list(unit.elements("segment"))
        for number, segment in enumerate(segments, 1):
            name = unit.get("id") if len(segments) == 1 else f"{unit.get('id')}#{segment.get('id') or number}"
            source, target = segment.first("source"), segment.first("target")
            if source is None:
                message = f"the segment {name!r} has no <source>; the file is damaged"
                raise FormatError(message, path=self._path, line=segment.line)
            translated = content_of(target, _INLINE, originals) if target else _missing(segment, source)
            original = content_of(source, _INLINE, originals)
            yield Entry(key, name, original, translated, segment.get("state"), notes, translate)


def _originals(unit: Element) -> Mapping[str, str]:
    """The native codes of the unit by their ids."""
    holder = unit.first("originalData")
    return {entry.get("id"): entry.text() for entry in holder.elements("data")} if holder else {}


def _missing(segment: Element, source: Element) -> Content:
    return Content((), missing_gap(source, f"{segment.tag.removesuffix('segment')}target"))
