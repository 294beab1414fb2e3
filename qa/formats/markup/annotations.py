"""Quality issues as XLIFF writes them: ITS 2.0 localization quality issues, or notes.

ITS (W3C, Internationalization Tag Set 2.0, 2013, section 8.17): the issues stand in ``<its:locQualityIssues>``, which
``<trans-unit>`` refers to in XLIFF 1.2 and, as the ITS module of XLIFF 2.1 has it, an ``<mrk>`` round the text in
XLIFF 2. Every function gives the edits of one unit, which also take out what an earlier run wrote.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from qa.core.errors import InputError
from qa.formats.editing import Edit
from qa.formats.markup.escape import escape_attribute, escape_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qa.formats.markup.element import Element

__all__ = ["Annotated", "Annotation", "AnnotationForm", "issues1", "issues2", "notes1", "notes2"]

AnnotationForm: TypeAlias = Literal["its", "notes"]

_NAMESPACE: Final = ' xmlns:its="http://www.w3.org/2005/11/its"'
_VERSION: Final = ' its:version="2.0"'
_REFERENCE: Final = "locQualityIssuesRef"
_ISSUES: Final = "locQualityIssues"
_OURS: Final = "qa-lqi-"
"""How the ids of our issues start."""
_AUTHOR: Final = "qa-review"
_OLD: Final = re.compile(rf'(?:{_NAMESPACE})?(?:{_VERSION})? its:{_REFERENCE}="#{_OURS}[^"]*"')
_ILLEGAL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DIRECTIVE: Final = re.compile(r"qa:ignore(?=[\w-]*\[)")
_CORE1: Final = frozenset(
    {"source", "seg-source", "target", "context-group", "count-group", "prop-group", "note", "alt-trans"}
)
_CORE2: Final = frozenset({"notes", "originalData", "segment", "ignorable"})
_PRIORITIES: Final = ((100, 1), (50, 3), (25, 5))
"""From which severity on a note has which priority, 1 for the most urgent."""
_LEAST_URGENT: Final = 9
_LOOK_BACK: Final = 200
"""How much white space before a tag is looked at."""


class Annotation(NamedTuple):
    """A quality issue of a segment."""

    type: str
    """One of the issue types of ITS 2.0, such as ``terminology``."""
    comment: str
    severity: float
    """0-100."""
    enabled: bool = True
    """False for an issue that a reviewer has dismissed."""


class Annotated(NamedTuple):
    """A unit of a file, and what is to be said of each of its segments."""

    element: Element
    segments: Sequence[tuple[str, Sequence[Annotation]]]
    """The name of each segment, empty where there is only one, with its issues."""
    number: int
    """1-based, of the unit in the file."""
    content: str
    """The text of the file."""

    @property
    def opening(self) -> str:
        """The start tag as it is written."""
        return self.content[self.element.start : self.element.inner.offset]

    @property
    def prefix(self) -> str:
        """That of the names of XLIFF, with its colon."""
        return self.element.tag.removesuffix(self.element.name)

    @property
    def indent(self) -> str:
        """The white space before the first child; empty where it follows its parent at once."""
        return _space_before(next(self.element.elements()), self.content)

    def named(self) -> tuple[Annotation, ...]:
        """All issues; where there are several segments, each says of which one it is."""
        return tuple(
            issue._replace(comment=f"segment {name}: {issue.comment}") if name else issue
            for name, issues in self.segments
            for issue in issues
        )

    def reopened(self, tag: str) -> Iterator[Edit]:
        """The edit that makes ``tag`` the start tag."""
        if tag != self.opening:
            yield Edit(self.element.start, self.element.inner.offset, tag)


def issues1(unit: Annotated) -> Iterator[Edit]:
    """The edits of an XLIFF 1.2 unit that make its ITS issues those of ``unit``.

    Raises:
        InputError: another program has put issues there.
    """
    issues, name = unit.named(), f"{_OURS}{unit.number}"
    tag = _OLD.sub("", unit.opening)
    if issues and f":{_REFERENCE}=" in tag:
        message = f"the unit {unit.element.get('id')!r} has quality issues of another program; take notes instead"
        raise InputError(message)
    yield from unit.reopened(_with_its(tag, f' its:{_REFERENCE}="#{name}"') if issues else tag)
    yield from (_removed(child, unit.content) for child in _old(unit.element))
    if issues:
        end = [child for child in unit.element.elements() if not _is_ours(child)][-1].end
        yield Edit(end, end, _standoff(issues, name, unit.indent))


def notes1(unit: Annotated) -> Iterator[Edit]:
    """The edits of an XLIFF 1.2 unit that make our notes those of ``unit``; dismissed issues get none."""
    ours = [note for note in unit.element.elements("note") if note.get("from") == _AUTHOR]
    yield from (_removed(note, unit.content) for note in ours)
    head = f'<{unit.prefix}note from="{_AUTHOR}" annotates="target"'
    written = "".join(unit.indent + note for note in _notes(unit, head))
    if written:
        end = [child for child in unit.element.elements(*_CORE1) if child not in ours][-1].end
        yield Edit(end, end, written)


def issues2(unit: Annotated) -> Iterator[Edit]:
    """The edits of an XLIFF 2 unit that make its ITS issues those of ``unit``."""
    for mark in unit.element.descendants("mrk"):
        if mark.foreign(_REFERENCE).startswith(f"#its={_OURS}"):
            yield Edit(mark.start, mark.inner.offset, "")
            yield Edit(mark.inner_end.offset, mark.end, "")
    yield from (_removed(child, unit.content) for child in _old(unit.element))
    tag = unit.opening.replace(_NAMESPACE + _VERSION, "") if _old(unit.element) else unit.opening
    yield from unit.reopened(_with_its(tag) if any(issues for _, issues in unit.segments) else tag)
    at = _before_core(unit)
    for number, (segment, (_, issues)) in enumerate(
        zip(unit.element.elements("segment"), unit.segments, strict=True), 1
    ):
        if issues:
            name = f"{_OURS}{unit.number}-{number}"
            yield Edit(at, at, _standoff(issues, name, unit.indent))
            yield from _marked(segment, unit.prefix, name)


def notes2(unit: Annotated) -> Iterator[Edit]:
    """The edits of an XLIFF 2 unit that make our notes those of ``unit``; dismissed issues get none."""
    holder = unit.element.first("notes")
    notes = list(holder.elements()) if holder else []
    others = [note for note in notes if note.get("category") != _AUTHOR]
    written = list(_notes(unit, f'<{unit.prefix}note category="{_AUTHOR}" appliesTo="target"'))
    if holder and (others or written):
        yield from (_removed(note, unit.content) for note in notes if note not in others)
        at = others[-1].end if others else holder.inner.offset
        space = _space_before(notes[0], unit.content)
        yield Edit(at, at, "".join(space + note for note in written))
    elif holder:
        yield _removed(holder, unit.content)
    elif written:
        inner = "".join(f"{unit.indent}  {note}" if unit.indent else note for note in written)
        at = _before_core(unit)
        yield Edit(at, at, f"{unit.indent}<{unit.prefix}notes>{inner}{unit.indent}</{unit.prefix}notes>")


def _with_its(tag: str, reference: str = "") -> str:
    """A start tag with what the use of ITS needs to be declared."""
    namespace = "" if " xmlns:its=" in tag else _NAMESPACE
    version = "" if " its:version=" in tag else _VERSION
    end = len(tag.removesuffix(">").rstrip())
    return f"{tag[:end]}{namespace}{version}{reference}{tag[end:]}"


def _marked(segment: Element, prefix: str, name: str) -> Iterator[Edit]:
    """An ``<mrk>`` round the target, or round the source where there is none."""
    target = segment.first("target")
    held = target if target is not None and not target.empty else segment.first("source")
    if held is not None and not held.empty:
        mark = f'<{prefix}mrk id="{name}" type="its:generic" its:{_REFERENCE}="#its={name}">'
        yield Edit(held.inner.offset, held.inner.offset, mark)
        yield Edit(held.inner_end.offset, held.inner_end.offset, f"</{prefix}mrk>")


def _standoff(issues: Iterable[Annotation], name: str, indent: str) -> str:
    inner = f"{indent}  " if indent else ""
    lines = "".join(f"{inner}{_issue(issue)}" for issue in issues)
    return f'{indent}<its:{_ISSUES} xml:id="{name}">{lines}{indent}</its:{_ISSUES}>'


def _issue(issue: Annotation) -> str:
    enabled = "" if issue.enabled else ' locQualityIssueEnabled="no"'
    return (
        f'<its:locQualityIssue locQualityIssueType="{issue.type}"'
        f' locQualityIssueComment="{escape_attribute(_legal(issue.comment))}"'
        f' locQualityIssueSeverity="{issue.severity:g}"{enabled}/>'
    )


def _notes(unit: Annotated, head: str) -> Iterator[str]:
    for issue in unit.named():
        if issue.enabled:
            priority = next((rank for least, rank in _PRIORITIES if issue.severity >= least), _LEAST_URGENT)
            yield f'{head} priority="{priority}">{escape_text(_legal(issue.comment))}</{unit.prefix}note>'


def _is_ours(child: Element) -> bool:
    return child.name == _ISSUES and child.get("xml:id").startswith(_OURS)


def _old(element: Element) -> list[Element]:
    return [child for child in element.elements(_ISSUES) if _is_ours(child)]


def _before_core(unit: Annotated) -> int:
    """Where elements of other vocabularies and notes go in XLIFF 2: before all that is of its core."""
    first = next(child for child in unit.element.elements() if child.name in _CORE2)
    return first.start - len(_space_before(first, unit.content))


def _space_before(child: Element, content: str) -> str:
    before = content[: child.start] if child.start < _LOOK_BACK else content[child.start - _LOOK_BACK : child.start]
    return before[len(before.rstrip()) :]


def _removed(child: Element, content: str) -> Edit:
    """The edit that takes out an element and the white space before it."""
    return Edit(child.start - len(_space_before(child, content)), child.end, "")


def _legal(text: str) -> str:
    """``text`` without the characters that XML has no way to write, and without directives to this program."""
    return _DIRECTIVE.sub("qa: ignore", _ILLEGAL.sub("\ufffd", text))
