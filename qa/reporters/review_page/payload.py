"""What a page knows of its report: a head that is read at once, and chunks of units that are unpacked after it.

The head holds the rows that are seen first and, for every finding, the numbers that filters need; the texts of all
units are in chunks, each compressed by itself. Offsets stay code points of the text.
"""

from __future__ import annotations

import base64
import gzip
from array import array
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

import msgspec

from qa.core.fingerprint import text_hash
from qa.reporters.index import ReportIndex
from qa.reporters.review_page.comparison import compare
from qa.reporters.review_page.identity import report_id
from qa.reporters.review_page.overview import overview

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qa.core.finding import Finding
    from qa.core.report import Report, UnitText
    from qa.reporters.review_page.comparison import Comparison
    from qa.reporters.review_page.options import PageOptions

__all__ = ["CHUNK", "PLAIN", "Payload"]

CHUNK: Final = 2000
"""Units in one chunk."""
PLAIN: Final = 500
"""Units up to which nothing is compressed."""
_FIRST_ROWS: Final = 24
"""Rows that stand in the head, of all units and of those with findings each."""
_CONTEXT: Final = 3
"""Units before and behind a unit that are its context."""
_SUPPRESSED, _NEW, _PERSISTING = 1, 2, 4
"""Flags of a finding."""


class Payload:
    """The data of one page."""

    def __init__(self, report: Report, options: PageOptions) -> None:
        self._index = ReportIndex(report)
        self._options = options
        self._report = report
        self.comparison: Comparison | None = compare(report, options.baseline) if options.baseline else None
        by_unit = _by_unit(report)
        self._listed = [self._is_listed(unit, by_unit) for unit in report.units]
        kept = sorted(_with_context(self._listed)) if options.segments != "all" else range(len(report.units))
        self._units = [report.units[number] for number in kept]
        self._kept = kept
        self._found = [by_unit.get((unit.document, unit.id), []) for unit in self._units]
        self._scores = {(s.document, s.unit): s.value for s in report.scores if s.level == "segment" and s.unit}
        self._documents = _documents(report)

    def head(self) -> dict[str, Any]:
        """Everything that is needed before the first row is drawn."""
        report = self._report
        rules = sorted({finding.rule for finding in report.findings} | {rule.id for rule in report.rules})
        titles = {rule.id: rule for rule in report.rules}
        return {
            "schema": "qa.page/1",
            "report": report_id(report),
            "served": self._options.served,
            "tool": report.tool,
            "languages": [report.batch.source_language, report.batch.target_language],
            "documents": [self._index.document(name) for name in self._documents],
            "rules": [{"id": rule, "title": titles[rule].title if rule in titles else ""} for rule in rules],
            "units": len(self._units),
            "chunk": CHUNK,
            "runs": self._runs(),
            "listed": _packed("B", [self._listed[number] for number in self._kept]),
            "bands": self._bands(),
            "categories": (categories := sorted({finding.category for finding in report.findings})),
            "findings": self._facets(_numbered(rules), _numbered(categories)),
            "first": {"units": self._first(), **self._record(self._first())},
            "overview": overview(report, self.comparison),
            "mentions": self._mentions(),
        }

    @property
    def packed(self) -> bool:
        """Whether chunks are compressed; a short report stays legible, and the same whatever zlib is installed."""
        return len(self._units) > PLAIN

    def chunks(self) -> Iterator[bytes]:
        """The units in chunks of ``CHUNK``: JSON by columns, and where they are packed, gzip in base 64."""
        for start in range(0, len(self._units), CHUNK):
            record = self._record(range(start, min(start + CHUNK, len(self._units))))
            content = msgspec.json.encode(record)
            yield base64.b64encode(gzip.compress(content, 6, mtime=0)) if self.packed else content

    def _is_listed(self, unit: UnitText, by_unit: dict[tuple[str, str], list[Finding]]) -> bool:
        if self._options.segments == "all" or by_unit.get((unit.document, unit.id)):
            return True
        changed = self._options.segments == "changed" and self.comparison
        return bool(changed and (unit.document, unit.id) in changed.previous)

    def _runs(self) -> list[tuple[int, int]]:
        """Which document the units are of: its number, and how many units in a row."""
        numbers = {name: number for number, name in enumerate(self._documents)}
        return [(numbers[name], sum(1 for _ in units)) for name, units in groupby(u.document for u in self._units)]

    def _bands(self) -> str:
        """The score of each unit in tenths of the range that occurs, 1-10; 0 without one; empty without any scores."""
        values = [self._scores.get((unit.document, unit.id)) for unit in self._units]
        known = [value for value in values if value is not None]
        if not known:
            return ""
        low, high = (0.0, 100.0) if min(known) >= 0 and max(known) > 1 else (min(known), max(known))
        width = (high - low) / 10 or 1.0
        return _packed("B", [0 if v is None else 1 + min(9, max(0, int((v - low) / width))) for v in values])

    def _facets(self, rules: dict[str, int], categories: dict[str, int]) -> dict[str, str]:
        """The numbers of every finding, in the order of the units."""
        found = [(number, finding) for number, findings in enumerate(self._found) for finding in findings]
        return {
            "unit": _packed("I", [number for number, _ in found]),
            "rule": _packed("H", [rules[finding.rule] for _, finding in found]),
            "category": _packed("H", [categories[finding.category] for _, finding in found]),
            "severity": _packed("B", [finding.severity.rank for _, finding in found]),
            "flags": _packed("B", [self._flags(finding) for _, finding in found]),
        }

    def _flags(self, finding: Finding) -> int:
        flags = _SUPPRESSED if finding.suppressed else 0
        if self.comparison:
            flags |= _PERSISTING if finding.fingerprint in self.comparison.persisting else _NEW
        return flags

    def _mentions(self) -> dict[str, Any]:
        """Who is named how: numbers of entity, unit, name, form and kind, and the words they stand for."""
        words: dict[str, int] = {}
        numbers = {(unit.document, unit.id): number for number, unit in enumerate(self._units)}
        rows = []
        for mention in self._report.mentions:
            number = numbers.get((mention.document, mention.unit))
            if number is not None:
                texts = (mention.entity, mention.name, mention.form)
                entity, name, form = (words.setdefault(text, len(words)) for text in texts)
                rows.append((entity, number, name, form, int(mention.kind == "term")))
        return {"words": list(words), "rows": rows}

    def _first(self) -> list[int]:
        """The units that are seen first, with the context of the very first."""
        having = [number for number, found in enumerate(self._found) if found][:_FIRST_ROWS]
        shown = [number for number, kept in enumerate(self._kept) if self._listed[kept]][:_FIRST_ROWS]
        around = range(max(0, having[0] - _CONTEXT), having[0] + _CONTEXT + 1) if having else ()
        return sorted({*having, *shown, *(number for number in around if number < len(self._units))})

    def _record(self, numbers: Sequence[int]) -> dict[str, Any]:
        """Units by columns; columns that are mostly empty are maps by the place in the list."""
        units = [self._units[number] for number in numbers]
        found = [self._found[number] for number in numbers]
        previous = self.comparison.previous if self.comparison else {}
        return {
            "id": [unit.id for unit in units],
            "source": [unit.source for unit in units],
            "target": [unit.target for unit in units],
            "line": [unit.line for unit in units],
            "reference": _sparse(unit.reference for unit in units),
            "confidence": _sparse(unit.confidence for unit in units),
            "score": _sparse(self._scores.get((unit.document, unit.id)) for unit in units),
            "sourceParts": _sparse(unit.source_parts for unit in units),
            "targetParts": _sparse(unit.target_parts for unit in units),
            "previous": _sparse(previous.get((unit.document, unit.id)) for unit in units),
            "base": _sparse(text_hash(u.target) if here else None for u, here in zip(units, found, strict=True)),
            "findings": [self._finding(finding) for findings in found for finding in findings],
        }

    def _finding(self, finding: Finding) -> dict[str, Any]:
        known: dict[str, Any] = {"f": finding.fingerprint, "m": finding.message}
        suggestion = finding.suggestion
        optional: dict[str, Any] = {
            "s": finding.source_spans,
            "t": finding.target_spans,
            "fix": [*_edges(suggestion.span), suggestion.text] if suggestion else None,
            "why": finding.evidence,
            "at": self._index.place(finding) if finding.location else None,
            "not": finding.suppressed,
        }
        return known | {name: value for name, value in optional.items() if value}


def _edges(span: Any) -> tuple[int, int]:  # noqa: ANN401
    return span.start, span.end


def _by_unit(report: Report) -> dict[tuple[str, str], list[Finding]]:
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in report.findings:
        found.setdefault((finding.document, finding.unit), []).append(finding)
    return found


def _documents(report: Report) -> list[str]:
    """The ids of all documents: those the batch names, then those that only units name."""
    named = [document.id for document in report.batch.documents]
    return list(dict.fromkeys([*named, *(unit.document for unit in report.units)]))


def _with_context(listed: Sequence[bool]) -> set[int]:
    return {
        near
        for number, shown in enumerate(listed)
        if shown
        for near in range(max(0, number - _CONTEXT), min(len(listed), number + _CONTEXT + 1))
    }


def _numbered(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}


def _packed(kind: str, numbers: Iterable[int]) -> str:
    """Numbers as little-endian bytes in base 64; the kinds are those of :mod:`array`."""
    values = array(kind, numbers)
    return base64.b64encode(values.tobytes()).decode()


def _sparse(values: Iterable[Any]) -> dict[str, Any]:
    return {str(number): value for number, value in enumerate(values) if value is not None and value not in ("", ())}
