"""Reads Segmentation Rules eXchange files, versions 2.0 and 1.0.

Source: SRX 2.0 Specification, LISA OSCAR, 2008. Version 1.0 differs in that it has no cascade.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Never

import regex

from qa.core import ConfigError
from qa.segment.icu import translate
from qa.segment.rules import CodeKind, LanguageMap, Rule, RuleFile
from qa.segment.xmltree import Element, parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["parse_srx", "read_srx"]

_NAMESPACES: Final = frozenset({"", "http://www.lisa.org/srx10", "http://www.lisa.org/srx20"})
_VERSIONS: Final = frozenset({"1.0", "2.0"})
_INCLUDE: Final[dict[CodeKind, bool]] = {"start": False, "end": True, "isolated": True}
"""To which side of a break a code goes when the header does not say."""
_CHILDREN: Final[dict[str, frozenset[str]]] = {
    "srx": frozenset({"header", "body"}),
    "header": frozenset({"formathandle"}),
    "body": frozenset({"languagerules", "maprules"}),
    "languagerules": frozenset({"languagerule"}),
    "languagerule": frozenset({"rule"}),
    "rule": frozenset({"beforebreak", "afterbreak"}),
    "maprules": frozenset({"maprule", "languagemap"}),
    "maprule": frozenset({"languagemap"}),
}


def read_srx(path: Path) -> RuleFile:
    """The rules in the file at ``path``.

    Raises:
        ConfigError: when the file cannot be read, or is no valid SRX.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        message = f"{path}: the segmentation rules cannot be read ({error.strerror}); check the path"
        raise ConfigError(message) from error
    return parse_srx(content, str(path))


def parse_srx(content: bytes, path: str) -> RuleFile:
    """The rules in ``content``, which messages call ``path``.

    Raises:
        ConfigError: when ``content`` is no well-formed XML, declares entities, or is no valid SRX.
    """
    root = parse_xml(content, path)
    if root.name != "srx" or root.namespace not in _NAMESPACES:
        _fail(path, root, f"<{root.name}> is not the root of a file of segmentation rules; it must be <srx>")
    version = root.attributes.get("version", "")
    if version not in _VERSIONS:
        _fail(path, root, f"SRX version “{version}” is not known; write “2.0” or “1.0”")
    _check_children(path, root)
    sets = _sets(path, root)
    header = next(root.all("header"), None)
    cascade = header is not None and _yes_no(path, header, "cascade", default="no")
    return RuleFile(path, cascade, _include(path, root), sets, tuple(_maps(path, root, frozenset(sets))))


def _check_children(path: str, element: Element) -> None:
    """Refuses what SRX does not know, and drops what other namespaces have added."""
    element.children = [child for child in element.children if child.namespace == element.namespace]
    for child in element.children:
        if child.name not in _CHILDREN.get(element.name, ()):
            _fail(path, child, f"<{child.name}> cannot stand inside <{element.name}>; see the SRX 2.0 specification")
        _check_children(path, child)


def _include(path: str, root: Element) -> dict[CodeKind, bool]:
    include = dict(_INCLUDE)
    for element in root.all("header", "formathandle"):
        kind = element.attributes.get("type", "")
        if kind not in include:
            _fail(path, element, f"<formathandle> has the type “{kind}”; write “start”, “end” or “isolated”")
        include[kind] = _yes_no(path, element, "include", default="")
    return include


def _sets(path: str, root: Element) -> dict[str, tuple[Rule, ...]]:
    sets: dict[str, tuple[Rule, ...]] = {}
    for element in root.all("body", "languagerules", "languagerule"):
        name = _attribute(path, element, "languagerulename")
        if name in sets:
            _fail(path, element, f"a second <languagerule> is called “{name}”; rename one of the two")
        sets[name] = tuple(_rule(path, child) for child in element.children)
    return sets


def _rule(path: str, element: Element) -> Rule:
    breaks = _yes_no(path, element, "break", default="yes")
    texts = {"beforebreak": "", "afterbreak": ""}
    for child in element.children:
        _check_pattern(path, child, child.text)
        texts[child.name] = child.text
    return Rule(breaks, texts["beforebreak"], texts["afterbreak"], element.line)


def _maps(path: str, root: Element, names: frozenset[str]) -> Iterator[LanguageMap]:
    for step in ((), ("maprule",)):
        for element in root.all("body", "maprules", *step, "languagemap"):
            pattern, rules = _attribute(path, element, "languagepattern"), _attribute(path, element, "languagerulename")
            _check_pattern(path, element, pattern)
            if rules not in names:
                _fail(path, element, f"no <languagerule> is called “{rules}”; correct the name or add the rules")
            yield LanguageMap(translate(pattern), rules, element.line)


def _check_pattern(path: str, element: Element, pattern: str) -> None:
    try:
        regex.compile(translate(pattern), regex.V1)
    except (ValueError, OverflowError, regex.error) as error:
        _fail(path, element, f"the pattern “{pattern}” is no regular expression of ICU ({error}); correct it")


def _attribute(path: str, element: Element, name: str) -> str:
    value = element.attributes.get(name, "")
    if not value:
        _fail(path, element, f"<{element.name}> lacks the attribute {name}; add it")
    return value


def _yes_no(path: str, element: Element, name: str, *, default: str) -> bool:
    value = element.attributes.get(name, default)
    if value not in {"yes", "no"}:
        _fail(path, element, f"<{element.name}> says {name}=“{value}”; write “yes” or “no”")
    return value == "yes"


def _fail(path: str, element: Element, message: str) -> Never:
    where = f"{path}:{element.line}: {message}"
    raise ConfigError(where)
