"""Termbases as TBX (ISO 30042): version 2 (``martif``) and version 3 (``tbx``) in the styles DCA and DCT.

In DCA a data category is an attribute (``<termNote type="administrativeStatus">``), in DCT it is the element's name
(``<basic:administrativeStatus>``); both are read by the same walk over local names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from qa.core.errors import FormatError
from qa.core.terminology import Term, TermEntry, TermStatus
from qa.terms.csv_terms import TermsRead
from qa.terms.matcher import is_abbreviation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

__all__ = ["parse_tbx"]

_ENTITY: Final = re.compile(rb"<!ENTITY\s+(?:%\s+)?([^\s>]+)")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ITS_TRANSLATE = "{http://www.w3.org/2005/11/its}translate"
_ENTRY = frozenset({"termEntry", "conceptEntry"})
_LANGUAGE_SECTION = frozenset({"langSet", "langSec"})
_TERM_SECTION = frozenset({"tig", "ntig", "termSec"})
_STATUS = frozenset({"administrativeStatus", "normativeAuthorization", "x-status"})
_STATUSES = {
    "preferred": TermStatus.PREFERRED,
    "standardized": TermStatus.PREFERRED,
    "admitted": TermStatus.ADMITTED,
    "deprecated": TermStatus.DEPRECATED,
    "notrecommended": TermStatus.DEPRECATED,
    "superseded": TermStatus.DEPRECATED,
    "obsolete": TermStatus.DEPRECATED,
    "forbidden": TermStatus.FORBIDDEN,
}


def parse_tbx(content: bytes, path: str) -> TermsRead:
    """The concept entries of a TBX file, in all its languages.

    Raises:
        FormatError: the XML is broken, declares an entity, holds no concept entry, or a term has no language.
    """
    from lxml import etree  # noqa: PLC0415 -- only for those who bring XML

    _refuse_entities(content, path)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        message = f"the TBX file is no well-formed XML: {error.msg}"
        raise FormatError(message, path=path, line=error.lineno) from error
    notes: list[str] = []
    entries = tuple(_entry(element, path, notes) for element in root.iter() if _name(element) in _ENTRY)
    if not entries:
        message = f"<{_name(root)}> holds no <termEntry> and no <conceptEntry>; is it a TBX file?"
        raise FormatError(message, path=path, line=1)
    return TermsRead(tuple(entry for entry in entries if entry.terms), tuple(notes))


def _refuse_entities(content: bytes, path: str) -> None:
    """None is ever resolved, and a term that lost one would be another term; in attributes they could grow at will."""
    plain = content.replace(b"\0", b"")  # as UTF-16 has it
    declared = _ENTITY.search(plain)
    if declared is not None:
        name = declared[1].decode("utf-8", "replace")
        message = f"declares the entity {name!r}; entity declarations are refused, so remove them from the DOCTYPE"
        raise FormatError(message, path=path, line=plain.count(b"\n", 0, declared.start()) + 1)


def _name(element: _Element) -> str:
    tag: object = element.tag  # a comment's is a function
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _category(element: _Element) -> str:
    """The data category an element carries: its type in DCA, its name in DCT."""
    return element.get("type") or _name(element)


def _entry(element: _Element, path: str, notes: list[str]) -> TermEntry:
    line = _line(element)
    terms = tuple(_terms(element, path))
    if not terms:
        notes.append(f"{path}:{line}: left out, because the entry has no term")
    return TermEntry(
        id=element.get("id") or f"line-{line}",
        terms=terms,
        domain=_value(element, "subjectField"),
        note=_value(element, "definition") or _value(element, "note"),
        translate=not any(
            child.get(_ITS_TRANSLATE) == "no"
            or (_category(child) in {"translate", "x-translate"} and _text(child) == "no")
            for child in element.iter()
        ),
        path=path,
        line=line,
    )


def _terms(entry: _Element, path: str) -> Iterator[Term]:
    for section in entry.iter():
        if _name(section) not in _LANGUAGE_SECTION:
            continue
        language = section.get(_LANG) or section.get("lang")
        if not language:
            message = f'<{_name(section)}> has no xml:lang; name its language, such as xml:lang="en"'
            raise FormatError(message, path=path, line=_line(section))
        for group in section.iter():
            if _name(group) in _TERM_SECTION:
                yield from _term(group, language, path)


def _term(group: _Element, language: str, path: str) -> Iterator[Term]:
    texts = [_text(child) for child in group.iter() if _name(child) == "term"]
    status = next((_text(child) for child in group.iter() if _category(child) in _STATUS), "")
    key = status.lower().replace("term-admn-sts", "").replace("term", "").replace("-", "").replace(" ", "")
    if key and key not in _STATUSES:
        message = f"the status “{status}” is not one of TBX; write preferredTerm-admn-sts or another of its picklist"
        raise FormatError(message, path=path, line=_line(group))
    sensitive = any(_category(child) == "x-caseSensitive" and _text(child) == "yes" for child in group.iter())
    for text in texts:
        if text:
            case_sensitive = sensitive or is_abbreviation(text)
            chosen = _STATUSES.get(key, TermStatus.ADMITTED)
            yield Term(language=language, text=text, status=chosen, case_sensitive=case_sensitive)


def _value(entry: _Element, category: str) -> str:
    return next((_text(child) for child in entry.iter() if _category(child) == category), "")


def _text(element: _Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split())


def _line(element: _Element) -> int:
    """1-based; 0 where lxml does not tell it."""
    line: object = element.sourceline
    return line if isinstance(line, int) else 0
