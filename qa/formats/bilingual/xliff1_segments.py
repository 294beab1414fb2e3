"""The segments of one XLIFF 1.2 unit: the unit itself, or each ``<mrk mtype="seg">`` of one that is segmented."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qa.formats.content import Content, Gap
from qa.formats.markup.escape import escape_attribute
from qa.formats.markup.inline import Inline, content_of, missing_gap, opening_gap

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from qa.formats.markup.element import Element

__all__ = ["Pair", "pairs", "stated"]

_INLINE: Mapping[str, Inline] = {
    "g": Inline("pair"),
    "x": Inline("standalone"),
    "bx": Inline("opening", ("rid", "id")),
    "ex": Inline("closing", ("rid", "id")),
    "bpt": Inline("opening", ("rid", "id")),
    "ept": Inline("closing", ("rid", "id")),
    "ph": Inline("standalone"),
    "it": Inline("isolated", ("rid", "id")),
    "mrk": Inline("transparent"),
}


class Pair(NamedTuple):
    """A segment with its translation."""

    id: str
    source: Content
    target: Content
    state: str


def pairs(unit: Element, source: Element, target: Element | None, name: str) -> Iterator[Pair]:
    """The segments of a unit called ``name``, in order; a ``<target>`` without marks is taken as a whole."""
    segmented = unit.first("seg-source")
    sources, targets = list(_segments(segmented)), list(_segments(target))
    state = _state(unit, target)
    if segmented is None or not sources or (target is not None and not targets and target.text().strip()):
        translated = content_of(target, _INLINE) if target else Content((), _missing(unit, source))
        yield Pair(name, content_of(source, _INLINE), translated, state)
        return
    levels = {level.get("id"): level.get("conf") for level in unit.descendants("seg")}
    for original, found in _matched(sources, targets):
        mid = (original or found or unit).get("mid")
        translated = content_of(found, _INLINE) if found else Content((), _segment_gap(unit, segmented, target, mid))
        yield Pair(
            mid if mid in levels else f"{name}#{mid}",
            content_of(original, _INLINE) if original else Content(),
            translated,
            levels.get(mid) or state,
        )


def _matched(sources: Sequence[Element], targets: Sequence[Element]) -> Iterator[tuple[Element | None, Element | None]]:
    """The segments of either side that have one ``mid``; those of the target alone come last."""
    left = list(targets)
    for source in sources:
        found = next((target for target in left if target.get("mid") == source.get("mid")), None)
        if found:
            left.remove(found)
        yield source, found
    yield from ((None, target) for target in left)


def _segments(element: Element | None) -> Iterator[Element]:
    if element is not None:
        yield from (mark for mark in element.descendants("mrk") if mark.get("mtype") == "seg")


def _state(unit: Element, target: Element | None) -> str:
    return stated(unit.attributes, target.attributes if target else {})


def stated(unit: Mapping[str, str], target: Mapping[str, str]) -> str:
    """The state that the attributes of unit and target tell."""
    foreign = (value for name, value in unit.items() if name.endswith(":status"))
    return target.get("state") or next(foreign, "") or ("approved" if unit.get("approved") == "yes" else "")


def _missing(unit: Element, sibling: Element) -> Gap:
    prefix = unit.tag.removesuffix("trans-unit")
    return missing_gap(sibling, f"{prefix}target")


def _segment_gap(unit: Element, segmented: Element, target: Element | None, mid: str) -> Gap:
    """Where the translation of segment ``mid`` goes if there is none: behind the others in ``<target>``."""
    if target is None:
        gap = _missing(unit, segmented)
    elif target.empty:
        gap = opening_gap(target)
    else:
        gap = Gap(target.inner_end, target.inner_end.offset)
    tag = unit.tag.replace("trans-unit", "mrk")
    return gap._replace(inner_opening=f'<{tag} mtype="seg" mid="{escape_attribute(mid)}">', inner_closing=f"</{tag}>")
