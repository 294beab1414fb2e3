"""JSON of the annotation platform Pearmut: what annotators did (JSON lines), and campaigns with spans to review.

Offsets are inclusive at both ends. A span behind the end of the text marks something that is missing. Campaigns are
written with our findings as spans that annotators can keep, change or delete.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

import msgspec

from qa.core.errors import FormatError
from qa.core.finding import Finding, Severity
from qa.metrics.annotations.segment import (
    ANNOTATION,
    AnnotatedSegment,
    AnnotationFormat,
    category_of,
    severity_of,
    title_of,
    within,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["FORMAT"]

_UNSPECIFIED: Final = "unspecified"


class _Span(msgspec.Struct, frozen=True):
    start_i: int
    end_i: int
    severity: str | None = None
    category: str | None = None


class _Item(msgspec.Struct, frozen=True, omit_defaults=True):
    tgt: dict[str, str] = {}
    src: str = ""
    item_id: str | int = ""
    error_spans: dict[str, list[_Span]] = {}


class _Judgement(msgspec.Struct, frozen=True):
    error_spans: list[_Span] = []


class _Line(msgspec.Struct, frozen=True):
    """One document as one annotator left it."""

    item: list[_Item]
    annotation: list[dict[str, _Judgement]]
    user_id: str = ""
    item_i: str | int = ""


class _Campaign(msgspec.Struct, frozen=True):
    info: dict[str, Any]
    campaign_id: str
    data: list[Any]


def _sniff(head: str) -> bool:
    start = head.lstrip()[:1] == "{"
    return start and ('"campaign_id"' in head or ('"annotation"' in head and '"tgt"' in head))


def _read(text: str, path: str) -> Sequence[AnnotatedSegment]:
    try:
        return list(_campaign(text, path) if '"campaign_id"' in text else _log(text, path))
    except msgspec.MsgspecError as error:
        message = f"is neither a campaign nor annotations of Pearmut ({error}); take a file that it wrote"
        raise FormatError(message, path=path) from error


def _log(text: str, path: str) -> Iterator[AnnotatedSegment]:
    for line in filter(str.strip, text.split("\n")):
        entry = msgspec.json.decode(line, type=_Line)
        if len(entry.item) != len(entry.annotation):
            message = f"has {len(entry.item)} items and {len(entry.annotation)} annotations; one belongs to each"
            raise FormatError(message, path=path)
        for item, judgements in zip(entry.item, entry.annotation, strict=True):
            for system, judgement in judgements.items():
                yield _segment(item, system, judgement.error_spans, (str(entry.item_i), entry.user_id), path)


def _campaign(text: str, path: str) -> Iterator[AnnotatedSegment]:
    data = msgspec.json.decode(text, type=_Campaign).data
    for number, document in enumerate(_documents(data), start=1):
        for item in msgspec.convert(document, list[_Item]):
            for system in item.tgt:
                yield _segment(item, system, item.error_spans.get(system, []), (str(number), ""), path)


def _documents(data: Sequence[Any]) -> Iterator[Any]:
    """The documents of a campaign: lists of items, in one list or in one list per annotator."""
    for entry in data:
        if isinstance(entry, list) and entry and isinstance(entry[0], list):
            yield from _documents(entry)
        else:
            yield entry


def _segment(item: _Item, system: str, spans: Sequence[_Span], whose: tuple[str, str], path: str) -> AnnotatedSegment:
    document, rater = whose
    target = item.tgt.get(system)
    if target is None:
        message = f"has an annotation of {system!r} in an item that has no such translation"
        raise FormatError(message, path=path)
    findings = (_finding(span, target, document, str(item.item_id), path) for span in spans)
    return AnnotatedSegment(
        document=document,
        unit=str(item.item_id),
        system=system,
        rater=rater,
        source=item.src,
        target=target,
        findings=tuple(findings),
    )


def _finding(span: _Span, target: str, document: str, unit: str, path: str) -> Finding:
    spans = within(span.start_i, span.end_i + 1, target)
    return Finding(
        rule=ANNOTATION,
        category=category_of(span.category or _UNSPECIFIED),
        severity=severity_of(span.severity or Severity.NEUTRAL, path),
        message=f"marked: “{spans[0].of(target)}”" if spans else "marked: something is missing",
        document=document,
        unit=unit,
        target_spans=spans,
    )


def _write(segments: Iterable[AnnotatedSegment]) -> str:
    documents = groupby(segments, key=lambda segment: (segment.document, segment.system))
    data = [[_item(segment) for segment in group] for _, group in documents]
    info = {
        "assignment": "single-stream",
        "protocol": "MQM",
        "users": 1,
        "mqm_severities": [severity.capitalize() for severity in Severity],
    }
    return msgspec.json.format(msgspec.json.encode(_Campaign(info, "qa", data)), indent=2).decode() + "\n"


def _item(segment: AnnotatedSegment) -> _Item:
    system = segment.system or "qa"
    spans = [_span(finding, segment.target) for finding in segment.findings if finding.suppressed is None]
    return _Item({system: segment.target}, segment.source, f"{segment.document}_#_{segment.unit}", {system: spans})


def _span(finding: Finding, target: str) -> _Span:
    """The first place of a finding, or the one behind the text."""
    start, end = len(target), len(target)
    if finding.target_spans:
        start, end = finding.target_spans[0].start, max(finding.target_spans[0].end - 1, finding.target_spans[0].start)
    category = "/".join(title_of(level) for level in finding.category.split("/"))
    return _Span(start, end, finding.severity.value, category)


FORMAT: Final = AnnotationFormat("pearmut", "Campaigns and annotations of Pearmut", _sniff, _read, _write)
