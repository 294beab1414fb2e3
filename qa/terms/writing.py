"""Writes concept entries as TBX (ISO 30042) or as CSV, so that every file this program reads can become another."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Literal, cast

from qa.core.terminology import TermStatus
from qa.terms.matcher import is_abbreviation
from qa.terms.termbase import primary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from qa.core.terminology import Term, TermEntry

__all__ = ["TbxStyle", "to_csv", "to_tbx"]

TbxStyle = Literal["v2", "dca", "dct"]

_NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_MODULES = {"min": "http://www.tbxinfo.net/ns/min", "basic": "http://www.tbxinfo.net/ns/basic"}
_NOT_IN_ID = re.compile(r"[^\w.-]")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_STATUSES = {
    TermStatus.PREFERRED: "preferredTerm-admn-sts",
    TermStatus.ADMITTED: "admittedTerm-admn-sts",
    TermStatus.DEPRECATED: "deprecatedTerm-admn-sts",
    TermStatus.FORBIDDEN: "deprecatedTerm-admn-sts",
}
_HEADER = ("source", "target", "status", "note", "domain", "case_sensitive", "translate")


class _Names:
    """The element names of one version and style of TBX."""

    def __init__(self, style: TbxStyle) -> None:
        self.style = style
        old = style == "v2"
        self.space = "" if old else f"{{{_NAMESPACE}}}"
        self.entry = "termEntry" if old else "conceptEntry"
        self.language = "langSet" if old else "langSec"
        self.term = "tig" if old else "termSec"

    def add(self, parent: _Element, name: str, text: str = "") -> _Element:
        """A new last child of ``parent``."""
        from lxml import etree  # noqa: PLC0415 -- only for those who write XML

        child = etree.SubElement(parent, self.space + name)
        child.text = text or None
        return child

    def category(self, parent: _Element, element: str, name: str, text: str, module: str = "") -> None:
        """A data category: an attribute's value in DCA, the element's own name in DCT. Private ones stay DCA."""
        from lxml import etree  # noqa: PLC0415 -- as above

        if self.style == "dct" and module:
            etree.SubElement(parent, f"{{{_MODULES[module]}}}{name}").text = text
        else:
            self.add(parent, element, text).set("type", name)


def to_tbx(entries: Iterable[TermEntry], language: str, *, style: TbxStyle = "dca") -> bytes:
    """The entries as a TBX-Basic file in UTF-8.

    What TBX has no category for is written with the private categories ``x-status`` (``forbidden``),
    ``x-caseSensitive`` and ``x-translate``. Ids that XML does not allow, or that come twice, are changed.

    Args:
        entries: In the order of the file.
        language: Of the file's own texts, BCP 47.
        style: Version 2, or version 3 with categories as attributes (DCA) or as tags (DCT).
    """
    from lxml import etree  # noqa: PLC0415 -- as above

    names = _Names(style)
    if style == "v2":
        root = etree.Element("martif", type="TBX-Basic")
        header, body_parent = "martifHeader", "text"
    else:
        spaces = {None: _NAMESPACE} | (_MODULES if style == "dct" else {})
        root = etree.Element(f"{names.space}tbx", type="TBX-Basic", style=style, nsmap=cast("dict[str, str]", spaces))
        header, body_parent = "tbxHeader", "text"
    root.set(_LANG, language)
    source = names.add(names.add(names.add(root, header), "fileDesc"), "sourceDesc")
    names.add(source, "p", "Written by qa.")
    body = names.add(names.add(root, body_parent), "body")
    taken: set[str] = set()
    for entry in entries:
        element = names.add(body, names.entry)
        element.set("id", _new_id(entry.id, taken))
        _write_entry(names, element, entry)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _new_id(wanted: str, taken: set[str]) -> str:
    """An id that XML allows and that is not taken yet."""
    base = _NOT_IN_ID.sub("-", wanted)
    base = base if base[:1].isalpha() else f"c{base}"
    number = 1
    name = base
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    taken.add(name)
    return name


def _write_entry(names: _Names, element: _Element, entry: TermEntry) -> None:
    if entry.domain:
        names.category(element, "descrip", "subjectField", entry.domain, "min")
    if entry.note:
        names.add(element, "note", entry.note)
    if not entry.translate:
        names.category(element, "admin", "x-translate", "no")
    for language in dict.fromkeys(term.language for term in entry.terms):
        section = names.add(element, names.language)
        section.set(_LANG, language.replace("_", "-"))
        for term in entry.terms:
            if term.language == language:
                _write_term(names, section, term)


def _write_term(names: _Names, section: _Element, term: Term) -> None:
    group = names.add(section, names.term)
    names.add(group, "term", term.text)
    if term.status is TermStatus.FORBIDDEN:
        names.category(group, "termNote", "x-status", "forbidden")
    else:
        names.category(group, "termNote", "administrativeStatus", _STATUSES[term.status], "min")
    if term.case_sensitive and not is_abbreviation(term.text):
        names.category(group, "termNote", "x-caseSensitive", "yes")


def to_csv(entries: Iterable[TermEntry], source_language: str, target_language: str) -> str:
    """The entries as CSV with a header, one line for each source term and target term of a concept."""
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(_HEADER)
    for entry in entries:
        writer.writerows(_rows(entry, source_language, target_language))
    return table.getvalue()


def _rows(entry: TermEntry, source_language: str, target_language: str) -> Iterator[tuple[str, ...]]:
    sources = [term for term in entry.terms if primary(term.language) == primary(source_language)]
    targets = [term for term in entry.terms if primary(term.language) == primary(target_language)]
    for source in sources:
        for target in targets:
            sensitive = any(term.case_sensitive and not is_abbreviation(term.text) for term in (source, target))
            yield (
                source.text,
                target.text,
                target.status.value,
                entry.note,
                entry.domain,
                "yes" if sensitive else "",
                "" if entry.translate else "no",
            )
