"""The one hand-over point: everything that reporters, gates and comparisons are made from (``qa.report/1``)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from qa.core.finding import Finding, Severity
from qa.core.score import Score
from qa.core.span import Span

__all__ = [
    "SCHEMA",
    "BatchInfo",
    "DocumentInfo",
    "FindingTexts",
    "GateResult",
    "Mention",
    "Report",
    "RuleInfo",
    "Summary",
    "Tool",
    "UnitText",
]

SCHEMA = "qa.report/1"


class Tool(msgspec.Struct, frozen=True):
    """The program that made the report."""

    name: str
    version: str


class DocumentInfo(msgspec.Struct, frozen=True, omit_defaults=True):
    """A document of the batch."""

    id: str
    path: str
    units: int
    source_path: str = ""
    date: str = ""
    """ISO 8601, with where it was found in ``date_from``."""
    date_from: str = ""
    source_language: str = ""
    """Where it is another than the batch's, and likewise ``target_language``."""
    target_language: str = ""


class BatchInfo(msgspec.Struct, frozen=True):
    """What was checked."""

    source_language: str
    target_language: str
    documents: tuple[DocumentInfo, ...]


class UnitText(msgspec.Struct, frozen=True, omit_defaults=True):
    """The texts of one unit, as the spans of findings count them."""

    id: str
    document: str
    source: str
    target: str
    reference: str = ""
    source_parts: tuple[Span, ...] = ()
    """The sentences that an alignment joined."""
    target_parts: tuple[Span, ...] = ()
    line: int = 0
    """1-based line of the target in its file; 0 where it has no place."""
    confidence: float | None = None
    """The aligner's, 0-1."""


class Mention(msgspec.Struct, frozen=True, omit_defaults=True):
    """A name of the companions file where it stands in a translation, and the companion beside it; or a term.

    Of a term, ``entity`` is the concept's first term of the source language, ``name`` is the term of the source text,
    ``form`` the termbase's term that translates it, empty where none does, and ``span`` that term's place, or empty.
    """

    entity: str
    document: str
    unit: str
    span: Span
    """Of the name in the unit's target text."""
    name: str
    """As the text has it."""
    form: str = ""
    """The words of the companion as the text has them; empty where the name stands without one."""
    kind: Literal["name", "term"] = "name"


class RuleInfo(msgspec.Struct, frozen=True):
    """A rule that ran."""

    id: str
    title: str
    category: str
    severity: Severity


class Summary(msgspec.Struct, frozen=True):
    """Counts over the whole batch; suppressed findings are not counted in ``findings``."""

    units: int
    findings: dict[str, int]
    """By severity, gravest first."""
    source_words: int = 0
    target_words: int = 0
    suppressed: int = 0


class GateResult(msgspec.Struct, frozen=True):
    """Whether the batch may pass, and which thresholds said no."""

    passed: bool
    tripped: tuple[str, ...] = ()
    thresholds: dict[str, str] = {}


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """Everything one run found, sorted, equal to the byte for equal input.

    Units and findings of a run come as `qa.core.spool` keeps them, so that there is room for any number; they are read
    anew whenever one goes over them. What encodes a report as a whole takes ``list`` for its hook.
    """

    schema: str = SCHEMA
    tool: Tool
    batch: BatchInfo
    units: Sequence[UnitText]
    findings: Sequence[Finding]
    scores: tuple[Score, ...] = ()
    summary: Summary
    gate: GateResult
    rules: tuple[RuleInfo, ...] = ()
    notes: tuple[str, ...] = ()
    """What a reader should know: the date used and where it came from, rules switched off, units left out."""
    mentions: tuple[Mention, ...] = ()
    """The names of the companions files in the translations, in reading order."""

    def __post_init__(self) -> None:
        """What was decoded is frozen too."""
        for name in ("units", "findings"):
            values = getattr(self, name)
            if isinstance(values, list):
                msgspec.structs.force_setattr(self, name, tuple(values))


class FindingTexts:
    """The units that findings of a report are in; of the others nothing is kept.

    Args:
        report: the report.
        findings: those whose units are asked for; all of the report if None.
    """

    def __init__(self, report: Report, findings: Iterable[Finding] | None = None) -> None:
        self._units = report.units
        self._numbers: dict[str, dict[str, int]] = {}
        for finding in report.findings if findings is None else findings:
            self._numbers.setdefault(finding.document, {})[finding.unit] = -1
        for number, unit in enumerate(report.units if self._numbers else ()):
            numbers = self._numbers.get(unit.document)
            if numbers is not None and unit.id in numbers:
                numbers[unit.id] = number

    def of(self, finding: Finding) -> UnitText | None:
        """The unit that ``finding`` is in; None where the report does not hold it."""
        number = self._numbers.get(finding.document, {}).get(finding.unit, -1)
        return self._units[number] if number >= 0 else None
