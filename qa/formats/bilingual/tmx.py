"""TMX 1.4b (LISA, 2005): a translation memory, whose units stand alone.

Of each ``<tu>`` the ``<tuv>`` of either language is taken: the same tag first, then the same primary subtag. The
source language is the caller's, or ``srclang`` of the header; the target language is the caller's, or the first other
language of the first unit. A unit without a text in the target language has an empty target; a unit with neither
language is none of the pair and is passed over. A unit is called by its ``tuid``, or else by its number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.core.errors import FormatError, InputError
from qa.core.version import VERSION
from qa.formats.content import Content
from qa.formats.format import CreatingFormat, DocumentKey, Entry, FormatInfo, Languages, primary
from qa.formats.markup.creating import TMX_NAMES, inline_markup
from qa.formats.markup.element import Element, Opened
from qa.formats.markup.escape import escape_attribute, escape_text
from qa.formats.markup.inline import Inline, content_of, missing_gap
from qa.formats.markup.stream import declared_xml_encoding, read_elements

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import TextIO

    from qa.core.document import Document, TranslationUnit
    from qa.formats.decoding import TextFile

__all__ = ["FORMAT", "Tmx"]

_INLINE: Mapping[str, Inline] = {
    "bpt": Inline("opening", ("i",)),
    "ept": Inline("closing", ("i",)),
    "ph": Inline("standalone", ("x", "assoc")),
    "it": Inline("isolated", ("x",)),
    "ut": Inline("standalone", ("x",)),
    "hi": Inline("transparent"),
}
_STRUCTURE = frozenset({"tu", "tuv"})
_ANY = "*all*"


class Tmx(CreatingFormat):
    """TMX 1.4b; older versions read alike."""

    info = FormatInfo(
        name="tmx", title="TMX 1.4", suffixes=(".tmx", ".xml"), kind="bilingual", writes_back=True, creates=True
    )
    encode_errors = "xmlcharrefreplace"

    def sniff(self, head: str) -> bool:
        """A file whose root is ``<tmx>``."""
        return "<tmx" in head

    def declared_encoding(self, head: bytes) -> str | None:
        """That of the XML declaration."""
        return declared_xml_encoding(head)

    def escape(self, text: str, form: str) -> str:
        """``text`` as XML."""
        return escape_text(text, form)

    def entries(self, file: TextFile, languages: Languages) -> Iterator[Entry]:
        """One entry a ``<tu>`` that has either language; there must be one."""
        memory = _Memory(file.name, languages)
        for event in read_elements(file, ("tu", "note"), _STRUCTURE):
            if isinstance(event, Element) and event.name == "note":
                memory.notes += (event.text(),)
            elif isinstance(event, Element):
                entry = memory.entry(event)
                if entry:
                    yield entry
            elif isinstance(event, Opened):
                memory.open(event)
        memory.finish()

    def create(self, documents: Iterable[Document], stream: TextIO) -> None:
        """One ``<tu>`` a unit, with the document's name as a property."""
        opened = False
        for document in documents:
            if not opened:
                stream.write(
                    '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
                    f'  <header creationtool="qa" creationtoolversion="{VERSION}" segtype="block" o-tmf="qa" '
                    f'adminlang="en" srclang="{escape_attribute(document.source_language)}" datatype="plaintext"/>\n'
                    "  <body>\n"
                )
                opened = True
            stream.writelines(_tu(unit, document) for unit in document.units)
        stream.write("  </body>\n</tmx>\n")


FORMAT = Tmx()


class _Memory:
    """What the header and the first unit say of the whole file."""

    def __init__(self, path: str, languages: Languages) -> None:
        self._path = path
        self._languages = languages
        self._source = languages.source or ""
        self._target = languages.target or ""
        self._key: DocumentKey | None = None
        self._root = False
        self._units = 0
        self.notes: tuple[str, ...] = ()
        """Those of the header."""
        self._first: tuple[list[str], int] | None = None
        """The languages of the first unit, and its line."""

    def open(self, tag: Opened) -> None:
        """Take the source language from the header."""
        if not self._root and tag.name != "tmx":
            message = f"starts with <{tag.name}>, so it is no TMX; take another file, or say its format"
            raise FormatError(message, path=self._path, line=tag.line)
        self._root = True
        stated = tag.attributes.get("srclang", "")
        if tag.name == "header" and stated.lower() != _ANY and not self._source:
            self._source = stated

    def entry(self, unit: Element) -> Entry | None:
        """The unit's pair, if it has either language."""
        self._units += 1
        variants = tuple(unit.elements("tuv"))
        languages = [_language(variant) for variant in variants]
        self._first = self._first or (languages, unit.line)
        self._source = self._source or next(iter(languages), "")
        source = _pick(variants, self._source)
        if source is not None and not self._target:
            self._target = next((tag for tag in languages if primary(tag) != primary(self._source)), "")
        target = _pick(variants, self._target)
        self._refuse_doubt(unit, languages)
        if source is None and target is None:
            return None
        self._key = self._key or self._document(unit, source, target)
        notes = tuple(note.text() for note in unit.elements("note") if note.text().strip())
        name = unit.get("tuid") or str(self._units)
        return Entry(self._key, name, _content(source), self._target_content(unit, source, target), notes=notes)

    def _refuse_doubt(self, unit: Element, languages: Sequence[str]) -> None:
        """A memory of several pairs needs a caller who says which one is meant."""
        pair = {primary(self._source), primary(self._target)}
        others = [language for language in languages if primary(language) not in pair]
        if others and self._target and not (self._languages.source and self._languages.target):
            message = (
                f"has texts in {self._source}, {self._target} and {others[0]}; say with -s and -t which two to take"
            )
            raise InputError(message, path=self._path, line=unit.line)

    def finish(self) -> None:
        """Refuse a memory of other languages."""
        if self._first and not self._key:
            languages, line = self._first
            asked = " or ".join(language for language in (self._source, self._target) if language)
            message = (
                f"has no text in {asked}; its first unit is in {', '.join(languages) or 'no language'}, so change -s"
            )
            raise FormatError(message, path=self._path, line=line)

    def _document(self, unit: Element, source: Element | None, target: Element | None) -> DocumentKey:
        """The document that all units belong to, in the language tags of the first of them."""
        stated = (_language(variant) if variant else "" for variant in (source, target))
        tags = self._languages.resolve(*stated, path=self._path, line=unit.line)
        return DocumentKey(self._path, *tags, running_text=False, notes=self.notes)

    def _target_content(self, unit: Element, source: Element | None, target: Element | None) -> Content:
        if target is not None or source is None:
            return _content(target)
        prefix = unit.tag.removesuffix("tu")
        gap = missing_gap(source, f'{prefix}tuv xml:lang="{escape_attribute(self._target)}"')
        opening = f"{gap.opening}<{prefix}seg>"
        return Content((), gap._replace(opening=opening, closing=f"</{prefix}seg></{prefix}tuv>"))


def _language(variant: Element) -> str:
    return variant.get("xml:lang") or variant.get("lang")


def _pick(variants: Sequence[Element], language: str) -> Element | None:
    """The variant of the language: the very tag, or else the first with its primary subtag."""
    exact = (variant for variant in variants if _language(variant).lower() == language.lower())
    near = (variant for variant in variants if primary(_language(variant)) == primary(language))
    return next(exact, None) or next(near, None)


def _content(variant: Element | None) -> Content:
    segment = variant.first("seg") if variant else None
    return content_of(segment, _INLINE) if segment else Content()


def _tu(unit: TranslationUnit, document: Document) -> str:
    notes = "".join(f"      <note>{escape_text(note)}</note>\n" for note in unit.notes)
    variants = "".join(
        f'      <tuv xml:lang="{escape_attribute(language)}"><seg>{inline_markup(segment, TMX_NAMES)}</seg></tuv>\n'
        for language, segment in (
            (document.source_language, unit.source),
            (document.target_language, unit.target),
        )
    )
    return (
        f'    <tu tuid="{escape_attribute(unit.id)}">\n{notes}'
        f'      <prop type="x-document">{escape_text(document.id)}</prop>\n{variants}    </tu>\n'
    )
