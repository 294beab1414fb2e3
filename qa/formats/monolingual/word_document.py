"""DOCX (ECMA-376): paragraphs, headings by style, table cells, footnotes and endnotes.

Read from the package itself, so that inserted text of tracked changes counts and deleted text does not. A place is
one in the paragraphs joined by newlines, one paragraph a line: a text that any word processor can show. Tabs and
line breaks count as one character each. The date is the core property ``created``.
"""

from __future__ import annotations

import zipfile
import zlib
from typing import TYPE_CHECKING

from qa.core.document import MonolingualDocument
from qa.core.errors import EncodingError, FormatError
from qa.formats.content import Content, Mark, Place, Run, advance
from qa.formats.dates import metadata_date
from qa.formats.decoding import HEAD, found_encoding
from qa.formats.format import FormatInfo, MonolingualFormat
from qa.formats.markup.element import Element, Opened
from qa.formats.markup.stream import declared_xml_encoding, parse_elements

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from qa.core.segment import Role
    from qa.formats.decoding import TextFile
    from qa.formats.markup.element import Closed

__all__ = ["FORMAT", "Docx"]

_MOST_BYTES = 1 << 28
"""How large a part of the package may be when unpacked (256 MiB); no text is, but a zip bomb would be."""
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
"""What a damaged or encrypted package raises (NotImplementedError is a RuntimeError)."""
_BODY = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_PASSED_OVER = frozenset({"pPr", "rPr", "del", "moveFrom", "instrText", "delText", "Fallback", "oMath", "oMathPara"})
_REFERENCES = frozenset({"footnoteReference", "endnoteReference"})


class Docx(MonolingualFormat):
    """DOCX."""

    info = FormatInfo(name="docx", title="Word document (DOCX)", suffixes=(".docx", ".docm"), kind="monolingual")

    def read(self, file: TextFile, language: str) -> MonolingualDocument:
        """The paragraphs of ``file``: those of the body, then those of the notes."""
        try:
            with zipfile.ZipFile(file.path) as package:
                return _Package(package, file.name).document(language)
        except _DAMAGE as error:
            message = f"is no whole DOCX file ({error}); open and save it in a word processor"
            raise FormatError(message, path=file.name) from None


FORMAT = Docx()


class _Package:
    def __init__(self, package: zipfile.ZipFile, path: str) -> None:
        self._package = package
        self._path = path
        self._names = frozenset(package.namelist())

    def document(self, language: str) -> MonolingualDocument:
        if _BODY not in self._names:
            message = f"holds no {_BODY}, so it is no DOCX file; take another file"
            raise FormatError(message, path=self._path)
        segments = []
        place = Place(0, 1, 1)
        for number, (paragraph, role) in enumerate(self._paragraphs()):
            content = Content(tuple(_placed(_pieces(paragraph), place)))
            text = content.text
            if text:
                kind: Role = role if text.strip() else "blank"
                segments.append(content.segment(language, self._path, paragraph=number, role=kind))
            place = advance(place, text + "\n")
        return MonolingualDocument(self._path, self._path, language, tuple(segments), self._date())

    def _paragraphs(self) -> Iterator[tuple[Element, Role]]:
        styles = self._styles()
        cells = 0
        for event in self._elements(_BODY, ("p",)):
            if isinstance(event, Element):
                role = "table-cell" if cells else _role(event, styles)
                yield from ((paragraph, role) for paragraph in _with_boxes(event))
            elif event.name == "tc":
                cells += 1 if isinstance(event, Opened) else -1
        for part in _NOTES:
            for note in self._elements(part, ("footnote", "endnote")):
                if isinstance(note, Element) and not note.foreign("type"):
                    yield from ((paragraph, "footnote") for paragraph in note.descendants("p"))

    def _styles(self) -> Mapping[str, str]:
        """The names of the paragraph styles by their ids, lower case."""
        styles: dict[str, str] = {}
        for style in self._elements("word/styles.xml", ("style",)):
            if isinstance(style, Element) and (name := style.first("name")):
                styles[style.foreign("styleId")] = name.foreign("val").lower()
        return styles

    def _date(self) -> dt.date | None:
        found = {
            element.name: metadata_date(element.text())
            for element in self._elements("docProps/core.xml", ("created", "modified"))
            if isinstance(element, Element)
        }
        return found.get("created") or found.get("modified")

    def _elements(self, part: str, keep: tuple[str, ...]) -> Iterator[Opened | Closed | Element]:
        if part in self._names:
            yield from parse_elements((self._text(part),), f"{self._path}/{part}", keep)

    def _text(self, part: str) -> str:
        with self._package.open(part) as stream:
            data = stream.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            message = f"{part} is larger than {_MOST_BYTES >> 20} MiB, which no document is; take another file"
            raise FormatError(message, path=self._path)
        encoding, bom = found_encoding(data[:HEAD], declared_xml_encoding(data[:HEAD]))
        try:
            return data[len(bom) :].decode(encoding)
        except (UnicodeDecodeError, LookupError):
            message = f"{part} is not text in {encoding}; open and save the file in a word processor"
            raise EncodingError(message, path=self._path) from None


def _role(paragraph: Element, styles: Mapping[str, str]) -> Role:
    properties = paragraph.first("pPr")
    if properties is None:
        return "body"
    style = properties.first("pStyle")
    name = styles.get(style.foreign("val"), "") if style else ""
    if name == "title":
        return "title"
    if name.startswith("heading") or properties.first("outlineLvl"):
        return "heading"
    return "list-item" if name.startswith("list") or properties.first("numPr") else "body"


def _with_boxes(paragraph: Element) -> Iterator[Element]:
    """The paragraph, and behind it those of the text boxes that are anchored in it."""
    yield paragraph
    yield from _nested(paragraph)


def _nested(element: Element) -> Iterator[Element]:
    for child in element.elements():
        if child.name == "p":
            yield child
        if child.name not in _PASSED_OVER:
            yield from _nested(child)


def _pieces(element: Element) -> Iterator[str | Element]:
    """The texts and the references to notes of a paragraph, without those of paragraphs inside it."""
    for child in element.elements():
        if child.name == "t":
            yield child.text()
        elif child.name in _CHARACTERS:
            yield _CHARACTERS[child.name]
        elif child.name in _REFERENCES:
            yield child
        elif child.name not in _PASSED_OVER and child.name != "p":
            yield from _pieces(child)


def _placed(pieces: Iterator[str | Element], place: Place) -> Iterator[Run | Mark]:
    for piece in pieces:
        if isinstance(piece, str):
            if piece:
                yield Run(piece, place, place.offset + len(piece))
            place = advance(place, piece)
        else:
            yield Mark(place.offset, place.offset, "ph", data=f"[{piece.name} {piece.foreign('id')}]")
