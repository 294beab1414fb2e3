"""A segment with the errors that one person marked in it, and what a format of such segments is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import msgspec

from qa.core.errors import FormatError
from qa.core.finding import Finding, Severity, Suppression
from qa.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

__all__ = [
    "ANNOTATION",
    "IN_SOURCE",
    "AnnotatedSegment",
    "AnnotationFormat",
    "category_of",
    "kept",
    "one_line",
    "severity_of",
    "title_of",
    "within",
]

ANNOTATION: Final = "human/annotation"
"""Stands where a finding of ours has its rule."""
IN_SOURCE: Final = Suppression("source-error", "marked in the source text; penalties are for errors of the target")


class AnnotatedSegment(msgspec.Struct, frozen=True, kw_only=True):
    """One translation of one segment as one person saw it; no finding means that nothing was wrong."""

    document: str
    unit: str
    source: str
    target: str
    findings: tuple[Finding, ...] = ()
    system: str = ""
    rater: str = ""


@dataclass(frozen=True, slots=True)
class AnnotationFormat:
    """How annotations are written in a file."""

    name: str
    title: str
    sniff: Callable[[str], bool]
    """Whether a file that starts like this is one."""
    read: Callable[[str, str], Sequence[AnnotatedSegment]]
    """The segments in a text; the second argument is the path, for errors."""
    write: Callable[[Iterable[AnnotatedSegment]], str]


def category_of(*levels: str) -> str:
    """A category as reports write it: ``Linguistic_conventions`` and ``Other`` are linguistic-conventions/other."""
    parts = (part for level in levels for part in level.split("/"))
    return "/".join(
        part.strip().rstrip("!").lower().replace("_", "-").replace(" ", "-") for part in parts if part.strip()
    )


def kept(segment: AnnotatedSegment) -> Iterator[Finding]:
    """The findings that are written: those that count, and errors of the source, which people marked too."""
    yield from (finding for finding in segment.findings if finding.suppressed in {None, IN_SOURCE})


def title_of(level: str, joint: str = " ") -> str:
    """A level of a category as people read it."""
    return level.replace("-", joint).capitalize()


def severity_of(word: str, path: str, line: int | None = None) -> Severity:
    """The severity behind a word of a file.

    Raises:
        FormatError: there is no such severity.
    """
    try:
        return Severity(word.strip().lower())
    except ValueError:
        message = f"{word!r} is no severity; write {', '.join(Severity)}"
        raise FormatError(message, path=path, line=line) from None


def within(start: int, end: int, text: str) -> tuple[Span, ...]:
    """The part of a half-open range that lies in ``text``; nothing for a range behind it, such as an omission."""
    start, end = max(start, 0), min(end, len(text))
    return (Span(start, end),) if start < end else ()


def one_line(text: str) -> str:
    """``text`` for a cell of a table: each tab and line end becomes a space, so that offsets stay."""
    return text.translate(_TO_SPACE)


_TO_SPACE: Final = {ord(character): " " for character in "\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"}
