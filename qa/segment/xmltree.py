"""A small XML file as a tree of elements that know their line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

from qa.core import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Element", "parse_xml"]


@dataclass(slots=True)
class Element:
    """One element; ``namespace`` is empty where none is declared."""

    namespace: str
    name: str
    attributes: dict[str, str]
    line: int
    """1-based."""
    children: list[Element] = field(default_factory=list)
    text: str = ""
    """What stands directly in the element, without the text of its children."""

    def all(self, *names: str) -> Iterator[Element]:
        """The elements found by going down from this one, a name a step."""
        if not names:
            yield self
            return
        for child in self.children:
            if child.name == names[0]:
                yield from child.all(*names[1:])


def parse_xml(content: bytes, path: str) -> Element:
    """The root of ``content``, which messages call ``path``.

    Raises:
        ConfigError: when ``content`` is no well-formed XML or declares entities, which can blow up or read other files.
    """
    document = Element("", "", {}, 1)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    _connect(parser, document, path)
    try:
        parser.Parse(content, True)  # noqa: FBT003 -- the signature of expat
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        message = f"{path}:{error.lineno}: the file is no well-formed XML ({reason}); mend this place"
        raise ConfigError(message) from error
    return document.children[0]


def _connect(parser: expat.XMLParserType, document: Element, path: str) -> None:
    ancestors = [document]

    def start(tag: str, attributes: dict[str, str]) -> None:
        namespace, _, name = tag.rpartition(" ")
        element = Element(namespace, name, attributes, parser.CurrentLineNumber)
        ancestors[-1].children.append(element)
        ancestors.append(element)

    def end(_tag: str) -> None:
        ancestors.pop()

    def characters(text: str) -> None:
        ancestors[-1].text += text

    def refuse(name: str, *_declaration: object) -> None:
        message = f"{path}:{parser.CurrentLineNumber}: the file declares the entity “{name}”; write the text itself"
        raise ConfigError(message)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    parser.EntityDeclHandler = refuse
