"""Tables of Google's MQM data and of its viewer Marot: a row per error, its words between ``<v>`` and ``</v>``.

Columns, parted by tabs: system, document, segment in the document, segment in all, rater, source, target, category,
severity, and in newer files metadata (JSON). A segment without errors has one row of severity ``no-error``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

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
    one_line,
    severity_of,
    title_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["FORMAT"]

_HEADER: Final = (
    "system",
    "doc",
    "docSegId",
    "globalSegId",
    "rater",
    "source",
    "target",
    "category",
    "severity",
    "metadata",
)
_FEWEST: Final = 9
"""Columns of the older files, without metadata."""
_CLEAN: Final = ("no-error", "no_error")
_SPELT: Final = {"Non translation": "Non-translation!"}
"""Where the data set has its own spelling."""
_IN_SOURCE: Final = "Source issue"
"""The category of errors that the source has; they cost nothing. Words of the source that are missing are others."""
_MARK: Final = re.compile(r"</?v>")


def _sniff(head: str) -> bool:
    first = head.partition("\n")[0].rstrip("\r").split("\t")
    second = head.split("\n", 2)[1].split("\t") if head.count("\n") else []
    return (first[0] == "system" and "severity" in first) or (len(second) in {9, 10} and "<v>" in head)


def _read(text: str, path: str) -> Sequence[AnnotatedSegment]:
    groups: dict[tuple[str, ...], list[tuple[int, list[str]]]] = {}
    for row in _rows(text, path):
        system, document, unit, _, rater = row[1][:5]
        groups.setdefault((system, document, unit, rater), []).append(row)
    return [_segment(group, path) for group in groups.values()]


def _rows(text: str, path: str) -> Iterator[tuple[int, list[str]]]:
    """Number and cells of each line but the header."""
    for number, line in enumerate(text.split("\n"), start=1):
        cells = line.rstrip("\r").split("\t")
        if cells == [""] or (number == 1 and cells[0] == _HEADER[0]):
            continue
        if len(cells) < _FEWEST:
            message = f"has {len(cells)} columns, and {_FEWEST} are needed: {', '.join(_HEADER[:_FEWEST])}"
            raise FormatError(message, path=path, line=number)
        yield number, cells


def _segment(rows: Sequence[tuple[int, list[str]]], path: str) -> AnnotatedSegment:
    system, document, unit, _, rater = rows[0][1][:5]
    return AnnotatedSegment(
        document=document,
        unit=unit,
        system=system,
        rater=rater,
        source=_MARK.sub("", rows[0][1][5]),
        target=_MARK.sub("", rows[0][1][6]),
        findings=tuple(
            _finding(cells, path, number) for number, cells in rows if cells[8].strip().lower() not in _CLEAN
        ),
    )


def _finding(cells: Sequence[str], path: str, line: int) -> Finding:
    source, target = _spans(cells[5], path, line), _spans(cells[6], path, line)
    plain = _MARK.sub("", cells[6] if target else cells[5])
    words = " … ".join(span.of(plain) for span in target or source)
    category = category_of(cells[7])
    in_source = category.startswith("source")
    category = category.removeprefix(f"{category_of(_IN_SOURCE)}/")
    return Finding(
        rule=ANNOTATION,
        category=category,
        severity=severity_of(cells[8], path, line),
        message=f"marked: “{words}”",
        document=cells[1],
        unit=cells[2],
        source_spans=source,
        target_spans=target,
        suppressed=IN_SOURCE if in_source else None,
    )


def _spans(marked: str, path: str, line: int) -> tuple[Span, ...]:
    """The places between the marks, in the text without the marks."""
    ends = [(found.group() == "<v>", found.start() - 3 * number) for number, found in enumerate(_MARK.finditer(marked))]
    places = []
    shift = 0
    for number, (opens, at) in enumerate(ends):
        if opens != (number % 2 == 0):
            raise FormatError("has <v> and </v> that are no pairs; write <v>words</v>", path=path, line=line)
        places.append(at - shift)
        shift += 0 if opens else 1  # the closing mark is one character longer
    if len(places) % 2:
        raise FormatError("has <v> and </v> that are no pairs; write <v>words</v>", path=path, line=line)
    return tuple(Span(start, end) for start, end in zip(places[::2], places[1::2], strict=True))


def _write(segments: Iterable[AnnotatedSegment]) -> str:
    lines = ["\t".join(_HEADER)]
    for number, segment in enumerate(segments, start=1):
        key = [one_line(cell) for cell in (segment.system, segment.document, segment.unit)]
        head = [*key, str(number), one_line(segment.rater)]
        lines += ["\t".join([*head, *cells, "{}"]) for cells in _cells(segment)]
    return "\n".join(lines) + "\n"


def _cells(segment: AnnotatedSegment) -> Iterator[tuple[str, str, str, str]]:
    """Source, target, category and severity of each row."""
    findings = list(kept(segment))
    if not findings:
        yield one_line(segment.source), one_line(segment.target), "No-error", "no-error"
    for finding in findings:
        source = _marked(segment.source, finding.source_spans)
        target = _marked(segment.target, finding.target_spans)
        category = "/".join(title_of(level) for level in finding.category.split("/"))
        if finding.suppressed:
            category = f"{_IN_SOURCE}/{category}"
        yield source, target, _SPELT.get(category, category), finding.severity.capitalize()


def _marked(text: str, spans: Sequence[Span]) -> str:
    for span in sorted(spans, reverse=True):
        text = f"{text[: span.start]}<v>{span.of(text)}</v>{text[span.end :]}"
    return one_line(text)


FORMAT: Final = AnnotationFormat("marot", "Tables of Google's MQM data and Marot", _sniff, _read, _write)
