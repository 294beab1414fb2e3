"""JSON of the biomedical MQM data set (Zouhar et al. 2024): a list of segments, end offsets inclusive, UTF-8 with BOM.

Where the words at the offsets are not the term that was marked, the term decides: the nearest place where it stands.
Errors marked in the source text are kept as findings that do not count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from qa.core.errors import FormatError
from qa.core.finding import Finding
from qa.core.span import Span
from qa.metrics.annotations.segment import (
    ANNOTATION,
    IN_SOURCE,
    AnnotatedSegment,
    AnnotationFormat,
    category_of,
    kept,
    severity_of,
    title_of,
    within,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["FORMAT"]

_MARK: Final = "\ufeff"


class _Error(msgspec.Struct, frozen=True, rename={"start": "startIndex", "end": "endIndex"}):
    term: str
    start: int
    end: int
    error_category: str
    error_subcategory: str
    severity: str


class _Row(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    rename={"unit": "SEG_ID", "system": "MT_Engine", "rater": "Annotator_ID", "document": "DOC_ID"},
):
    source: str
    target: str
    unit: str
    filename: str = ""
    system: str = ""
    source_locale: str = ""
    target_locale: str = ""
    source_errors: list[_Error]
    target_errors: list[_Error]
    rater: str = ""
    document: str


def _sniff(head: str) -> bool:
    return head.lstrip().startswith("[") and '"SEG_ID"' in head and '"target_errors"' in head


def _read(text: str, path: str) -> Sequence[AnnotatedSegment]:
    try:
        rows = msgspec.json.decode(text, type=list[_Row])
    except msgspec.MsgspecError as error:
        message = f"is no list of annotated segments ({error}); write objects with source, target, SEG_ID and errors"
        raise FormatError(message, path=path) from error
    return [_segment(row, path) for row in rows]


def _segment(row: _Row, path: str) -> AnnotatedSegment:
    return AnnotatedSegment(
        document=row.document,
        unit=row.unit,
        source=row.source,
        target=row.target,
        system=row.system,
        rater=row.rater.strip(),
        findings=(
            *(_finding(error, row, path, in_source=False) for error in row.target_errors),
            *(_finding(error, row, path, in_source=True) for error in row.source_errors),
        ),
    )


def _finding(error: _Error, row: _Row, path: str, *, in_source: bool) -> Finding:
    spans = _place(error, row.source if in_source else row.target)
    return Finding(
        rule=ANNOTATION,
        category=category_of(error.error_category, error.error_subcategory),
        severity=severity_of(error.severity, path),
        message=f"marked: “{error.term}”",
        document=row.document,
        unit=row.unit,
        source_spans=spans if in_source else (),
        target_spans=() if in_source else spans,
        suppressed=IN_SOURCE if in_source else None,
    )


def _place(error: _Error, text: str) -> tuple[Span, ...]:
    spans = within(error.start, error.end + 1, text)
    if not error.term or (spans and spans[0].of(text) == error.term):
        return spans
    places = [place for place in range(len(text)) if text.startswith(error.term, place)]
    if not places:
        return spans
    nearest = min(places, key=lambda place: abs(place - error.start))
    return (Span(nearest, nearest + len(error.term)),)


def _write(segments: Iterable[AnnotatedSegment]) -> str:
    rows = [_row(segment) for segment in segments]
    return _MARK + msgspec.json.format(msgspec.json.encode(rows), indent=4).decode() + "\n"


def _row(segment: AnnotatedSegment) -> _Row:
    return _Row(
        source=segment.source,
        target=segment.target,
        unit=segment.unit,
        system=segment.system,
        source_errors=[error for finding in kept(segment) for error in _errors(finding, segment, in_source=True)],
        target_errors=[error for finding in kept(segment) for error in _errors(finding, segment, in_source=False)],
        rater=segment.rater,
        document=segment.document,
    )


def _errors(finding: Finding, segment: AnnotatedSegment, *, in_source: bool) -> Iterator[_Error]:
    """One error per finding, at its first place: a second one would count its penalty twice."""
    if in_source != bool(finding.source_spans and not finding.target_spans):
        return
    text = segment.source if in_source else segment.target
    spans = (finding.source_spans if in_source else finding.target_spans) or (Span(0, 0),)
    top, _, sub = finding.category.partition("/")
    yield _Error(
        spans[0].of(text),
        spans[0].start,
        max(spans[0].end - 1, spans[0].start),
        title_of(top, "_"),
        title_of(sub, "_"),
        finding.severity.capitalize(),
    )


FORMAT: Final = AnnotationFormat("bio-mqm", "JSON of the biomedical MQM data set", _sniff, _read, _write)
