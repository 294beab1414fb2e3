"""The content of an element that holds text and inline codes, for XLIFF 1.2, XLIFF 2 and TMX alike.

A format says what its inline elements are by a table from element name to `Inline`. Whatever stands inside an element
that hides its content (``<ph>``, ``<bpt>``: native code) is no text; ``<sub>`` inside it is part of the code.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from qa.formats.content import Content, Gap, Mark, Place, Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from qa.core.segment import CodeKind
    from qa.formats.markup.element import Element

__all__ = ["Inline", "content_of", "missing_gap", "opening_gap"]

Shape = Literal["pair", "standalone", "opening", "closing", "transparent", "isolated", "character", "mute"]
_PAIR: tuple[CodeKind, CodeKind] = ("sc", "ec")
_KINDS: Mapping[Shape, CodeKind] = {"standalone": "ph", "opening": "sc", "closing": "ec"}


class Inline(NamedTuple):
    """What an inline element is."""

    shape: Shape
    """``pair`` opens and closes around text; ``isolated`` is half of a pair, as its attribute ``pos`` says;
    ``character`` stands for the code point of its attribute ``hex``; ``transparent`` is no code at all, with text
    inside, and ``mute`` likewise, without."""
    id_attributes: tuple[str, ...] = ("id",)
    """The first that is there names the code; both halves of a pair have the same name."""


def content_of(
    element: Element, table: Mapping[str, Inline], originals: Mapping[str, str] = MappingProxyType({})
) -> Content:
    """The runs and marks in ``element``.

    Args:
        element: such as ``<source>`` or ``<seg>``.
        table: the format's inline elements by name; others count as codes too.
        originals: native codes by the id that ``dataRef`` names (XLIFF 2).
    """
    return Content(tuple(_parts(element, table, originals)), opening_gap(element))


def opening_gap(element: Element) -> Gap:
    """Where text goes in an element that has none."""
    if not element.empty:
        return Gap(element.inner, element.inner.offset)
    place = element.inner._replace(offset=element.inner.offset - 2, column=element.inner.column - 2)
    return Gap(place, element.inner.offset, ">", f"</{element.tag}>")


def missing_gap(sibling: Element, tag: str) -> Gap:
    """Where the element ``tag``, which is missing, goes with its text: behind ``sibling``, set in like it."""
    place = sibling.inner_end
    length = sibling.end - place.offset
    behind = Place(sibling.end, place.line, place.column + length)
    return Gap(behind, sibling.end, f"{sibling.before}<{tag}>", f"</{tag.partition(' ')[0]}>")


def _parts(element: Element, table: Mapping[str, Inline], originals: Mapping[str, str]) -> Iterator[Run | Mark]:
    for child in element.children:
        if isinstance(child, Run):
            yield child
            continue
        inline = table.get(child.name) or Inline("standalone" if child.empty else "pair")
        name = next((child.get(name) for name in inline.id_attributes if child.get(name)), "")
        if inline.shape == "character":
            yield _character(child)
        elif inline.shape == "mute":
            yield Mark(child.start, child.end)
        elif inline.shape in {"pair", "transparent"}:
            yield from _around(child, inline, name, table, originals)
        else:
            kind = _half(child) if inline.shape == "isolated" else _KINDS[inline.shape]
            data = _native(child, "dataRef", originals) or child.text() or _tag(child)
            yield Mark(child.start, child.end, kind, name, data)


def _around(
    element: Element, inline: Inline, name: str, table: Mapping[str, Inline], originals: Mapping[str, str]
) -> Iterator[Run | Mark]:
    opens, closes = (None, None) if inline.shape == "transparent" else _PAIR
    data = _native(element, "dataRefStart", originals) or _tag(element)
    yield Mark(element.start, element.inner.offset, opens, name, data)
    yield from _parts(element, table, originals)
    data = _native(element, "dataRefEnd", originals) or f"</{element.tag}>"
    yield Mark(element.inner_end.offset, element.end, closes, name, data)


def _native(element: Element, reference: str, originals: Mapping[str, str]) -> str:
    return originals.get(element.get(reference), "")


def _half(element: Element) -> CodeKind:
    position = element.get("pos")
    return "sc" if position in {"open", "begin"} else "ec" if position in {"close", "end"} else "ph"


def _character(element: Element) -> Run | Mark:
    """The code point that XML cannot hold as such (``<cp hex="001F"/>``); a code where the number is none."""
    length = element.inner.offset - element.start
    place = element.inner._replace(offset=element.start, column=element.inner.column - length)
    try:
        text = chr(int(element.get("hex"), 16))
        text.encode("utf-8")
    except (ValueError, OverflowError):
        return Mark(element.start, element.end, "ph", data=_tag(element))
    return Run(text, place, element.end)


def _tag(element: Element) -> str:
    attributes = "".join(f' {name}="{value}"' for name, value in element.attributes.items())
    return f"<{element.tag}{attributes}{'/' if element.empty else ''}>"
