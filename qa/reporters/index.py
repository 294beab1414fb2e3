"""Looks things up in a report: the texts of a finding, its place, the findings of a document."""

from __future__ import annotations

from array import array
from functools import cached_property
from typing import TYPE_CHECKING

from qa.core.report import DocumentInfo, FindingTexts, UnitText
from qa.core.spool import Shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qa.core.finding import Finding
    from qa.core.report import Report

__all__ = ["ReportIndex"]


class ReportIndex:
    """A report with its parts to hand."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._documents = {document.id: document for document in report.batch.documents}

    @cached_property
    def _texts(self) -> FindingTexts:
        return FindingTexts(self.report)

    @property
    def counting(self) -> Sequence[Finding]:
        """The findings that are not suppressed, in the report's order."""
        return self._picked(number for number, finding in enumerate(self.report.findings) if finding.suppressed is None)

    @property
    def worst_first(self) -> Sequence[Finding]:
        """The findings that are not suppressed, the gravest first, and else in the report's order."""
        return sorted(self.counting, key=lambda finding: -finding.severity.rank)

    def by_document(self) -> Iterator[tuple[DocumentInfo, Sequence[Finding]]]:
        """The documents that have findings, in the report's order, each with its findings in theirs."""
        groups: dict[str, array[int]] = {name: array("Q") for name in self._documents}
        for number, finding in enumerate(self.report.findings):
            if finding.suppressed is None:
                groups.setdefault(finding.document, array("Q")).append(number)
        for name, numbers in groups.items():
            if numbers:
                yield self.document(name), self._picked(numbers)

    def document(self, name: str) -> DocumentInfo:
        """What the report tells of a document; its id stands for the path where it tells nothing."""
        return self._documents.get(name) or DocumentInfo(id=name, path=name, units=0)

    def unit(self, finding: Finding) -> UnitText:
        """The texts that the spans of ``finding`` count; empty texts where the report does not hold them."""
        unit = self._texts.of(finding)
        return unit or UnitText(id=finding.unit, document=finding.document, source="", target="")

    def place(self, finding: Finding) -> str:
        """``path:line:column``, or the path and the unit where the finding has no place in a file."""
        if location := finding.location:
            return f"{location.path}:{location.line}:{location.column}"
        return f"{self.document(finding.document).path} [unit {finding.unit}]"

    def _picked(self, numbers: Iterable[int]) -> Sequence[Finding]:
        return Shown(array("Q", numbers), self.report.findings.__getitem__)
