"""What the HTML page shows, ready for the template: texts cut at their marks, suggestions as word diffs."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from qa.core.finding import Finding
from qa.core.report import DocumentInfo, UnitText
from qa.core.span import Span
from qa.reporters.index import ReportIndex
from qa.reporters.marks import partition
from qa.reporters.visible import harmless
from qa.reporters.worddiff import Operation, word_diff

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.core.report import Report

__all__ = ["DocumentView", "FindingView", "Piece", "UnitView", "documents", "units"]


class Piece(msgspec.Struct, frozen=True):
    """A stretch of text as it is shown, and how many spans cover it."""

    text: str
    covers: int


class Change(msgspec.Struct, frozen=True):
    """A stretch of a word diff as it is shown."""

    operation: Operation
    text: str


class FindingView(msgspec.Struct, frozen=True):
    """A finding with its texts."""

    number: int
    """1-based, in the order of the page."""
    finding: Finding
    place: str
    source: tuple[Piece, ...]
    target: tuple[Piece, ...]
    changes: tuple[Change, ...]
    """The target with the suggestion worked in; empty where there is none."""


class DocumentView(msgspec.Struct, frozen=True):
    """A document that has findings."""

    info: DocumentInfo
    findings: tuple[FindingView, ...]


class UnitView(msgspec.Struct, frozen=True):
    """A unit, sentence by sentence on both sides, with the marks and numbers of all its findings."""

    unit: UnitText
    path: str
    """Of its document."""
    source: tuple[tuple[Piece, ...], ...]
    target: tuple[tuple[Piece, ...], ...]
    findings: tuple[int, ...]


def documents(report: Report) -> tuple[DocumentView, ...]:
    """The documents that have findings which count, each with these findings."""
    index = ReportIndex(report)
    views, number = [], 0
    for info, findings in index.by_document():
        shown = tuple(_finding(finding, index, number + place) for place, finding in enumerate(findings, start=1))
        number += len(shown)
        views.append(DocumentView(info, shown))
    return tuple(views)


def units(report: Report, shown: Sequence[DocumentView]) -> Iterator[UnitView]:
    """Every unit of the report, with the findings that are shown."""
    index = ReportIndex(report)
    found: dict[tuple[str, str], list[FindingView]] = defaultdict(list)
    for document in shown:
        for view in document.findings:
            found[view.finding.document, view.finding.unit].append(view)
    for unit in report.units:
        views = found.get((unit.document, unit.id), [])
        source = [span for view in views for span in view.finding.source_spans]
        target = [span for view in views for span in view.finding.target_spans]
        yield UnitView(
            unit=unit,
            path=index.document(unit.document).path,
            source=tuple(_sentences(unit.source, unit.source_parts, source)),
            target=tuple(_sentences(unit.target, unit.target_parts, target)),
            findings=tuple(view.number for view in views),
        )


def _finding(finding: Finding, index: ReportIndex, number: int) -> FindingView:
    unit = index.unit(finding)
    return FindingView(
        number=number,
        finding=finding,
        place=index.place(finding),
        source=tuple(_pieces(unit.source, finding.source_spans)),
        target=tuple(_pieces(unit.target, finding.target_spans)),
        changes=tuple(_changes(unit.target, finding)),
    )


def _pieces(text: str, spans: Sequence[Span]) -> Iterator[Piece]:
    for piece, covers in partition(text, spans):
        shown = piece.of(text)
        yield Piece(_named(shown) if covers else shown, covers)


def _sentences(text: str, parts: Sequence[Span], spans: Sequence[Span]) -> Iterator[tuple[Piece, ...]]:
    """The pieces of each sentence; what stands between two sentences goes with the first."""
    edges = [0, *(part.start for part in parts[1:]), len(text)]
    for number, start in enumerate(edges[:-1]):
        sentence = Span(start, edges[number + 1])
        inside = [_clipped(span, sentence) for span in spans if _touches(span, sentence, text)]
        yield tuple(_pieces(sentence.of(text), inside))


def _touches(span: Span, sentence: Span, text: str) -> bool:
    """Whether a span, empty or not, belongs to a sentence; at the very end of the text, to the last."""
    if span:
        return span.overlaps(sentence)
    return sentence.start <= span.start < sentence.end or span.start == sentence.end == len(text)


def _clipped(span: Span, sentence: Span) -> Span:
    return Span(max(span.start, sentence.start), min(span.end, sentence.end)).shift(-sentence.start)


def _changes(text: str, finding: Finding) -> Iterator[Change]:
    if finding.suggestion is None:
        return
    span = finding.suggestion.span
    yield Change("same", text[: span.start])
    for operation, words in word_diff(span.of(text), finding.suggestion.text):
        yield Change(operation, words if operation == "same" else _named(words))
    yield Change("same", text[span.end :])


def _named(text: str) -> str:
    """``text`` with its blanks named; lines still end where they ended. What is not marked is left to the template."""
    return "↵\n".join(harmless(line, marked=True) for line in text.split("\n"))
