"""Segments as markup, for new XLIFF 1.2 and TMX files."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from qa.formats.markup.escape import escape_attribute, escape_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.segment import InlineCode, Segment

__all__ = ["TMX_NAMES", "XLIFF_NAMES", "CodeNames", "inline_markup"]


class CodeNames(NamedTuple):
    """How a format names what all of them have: ``<bpt>``, ``<ept>``, ``<ph>`` and ``<it>``."""

    number: str
    """The attribute that numbers a code."""
    pair: str
    """The attribute that both halves of a pair share."""
    opens: str
    closes: str
    """The values of ``pos`` of an isolated half."""


XLIFF_NAMES = CodeNames(number="id", pair="rid", opens="open", closes="close")
TMX_NAMES = CodeNames(number="x", pair="i", opens="begin", closes="end")


def inline_markup(segment: Segment, names: CodeNames) -> str:
    """The text of ``segment``, escaped, with its codes as elements that hold the native code."""
    return "".join(_pieces(segment, names))


def _pieces(segment: Segment, names: CodeNames) -> Iterator[str]:
    kinds = Counter((code.id, code.kind) for code in segment.codes)
    at = 0
    for number, code in enumerate(segment.codes, 1):
        yield escape_text(segment.text[at : code.offset])
        yield _code(code, number, names, paired=kinds[code.id, "sc"] == kinds[code.id, "ec"] == 1)
        at = code.offset
    yield escape_text(segment.text[at:])


def _code(code: InlineCode, number: int, names: CodeNames, *, paired: bool) -> str:
    data = escape_text(code.data)
    numbered = f'{names.number}="{number}"'
    if code.kind == "ph":
        return f"<ph {numbered}>{data}</ph>"
    opens = code.kind == "sc"
    if not paired:
        return f'<it {numbered} pos="{names.opens if opens else names.closes}">{data}</it>'
    element = "bpt" if opens else "ept"
    shared = f'{names.pair}="{escape_attribute(code.id)}"'
    # TMX numbers the opening half only; XLIFF both.
    attributes = shared if names.number == "x" and not opens else f"{numbered} {shared}"
    return f"<{element} {attributes}>{data}</{element}>"
