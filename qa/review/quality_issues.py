"""Writes what is left of a review into XLIFF files, so that an editor shows it beside the segments.

Findings whose fix stands in the file are gone; dismissed ones are quality issues that are switched off; all others are
open. Types of issues are those of ITS 2.0 (W3C 2013, section 8.17), found by the finding's category of MQM.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from qa.core.finding import Severity
from qa.core.fingerprint import text_hash
from qa.formats import read_bilingual
from qa.formats.annotating import Annotation, annotate
from qa.review.applying import FileLanguages, fixed
from qa.review.merging import merge
from qa.review.suppressions import dismiss

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from qa.core.document import TranslationUnit
    from qa.core.finding import Finding
    from qa.core.report import Report
    from qa.formats.annotating import AnnotationForm
    from qa.review.decision import Decision

__all__ = ["Annotated", "annotate_files", "issue_type"]

_SEVERITIES: Final[Mapping[Severity, float]] = {
    Severity.NEUTRAL: 0,
    Severity.MINOR: 25,
    Severity.MAJOR: 50,
    Severity.CRITICAL: 100,
}
_TYPES: Final[Mapping[str, str]] = {
    "accuracy": "mistranslation",
    "accuracy/addition": "addition",
    "accuracy/date-time": "numbers",
    "accuracy/do-not-translate": "terminology",
    "accuracy/entity": "inconsistent-entities",
    "accuracy/number": "numbers",
    "accuracy/omission": "omission",
    "accuracy/unit-conversion": "numbers",
    "accuracy/untranslated": "untranslated",
    "design-and-markup": "formatting",
    "design-and-markup/link-cross-reference": "markup",
    "design-and-markup/markup-tag": "markup",
    "design-and-markup/questionable-markup": "markup",
    "design-and-markup/truncation-text-expansion": "length",
    "linguistic-conventions": "grammar",
    "linguistic-conventions/capitalization": "typographical",
    "linguistic-conventions/character-encoding": "characters",
    "linguistic-conventions/compounding": "misspelling",
    "linguistic-conventions/duplication": "duplication",
    "linguistic-conventions/punctuation": "typographical",
    "linguistic-conventions/spelling": "misspelling",
    "linguistic-conventions/unpaired-marks": "typographical",
    "linguistic-conventions/whitespace": "whitespace",
    "locale-conventions": "locale-violation",
    "style": "style",
    "style/inconsistent-style": "inconsistency",
    "style/register": "register",
    "terminology": "terminology",
    "verity": "other",
    "verity/legal-requirements": "legal",
}
"""By category of MQM, or by its first part for those that are not named."""


class Annotated(NamedTuple):
    """What was written."""

    files: tuple[tuple[Path, int], ...]
    """The files with how many segments have issues in each."""
    drifted: tuple[tuple[str, str], ...]
    """Document and unit of segments that are no longer as the report has them; they get no issues."""


def annotate_files(
    report: Report,
    decisions: Sequence[Decision],
    paths: Sequence[Path],
    form: AnnotationForm,
    languages: FileLanguages | None = None,
) -> Annotated:
    """Write the findings of ``report`` that no decision has settled beside the segments of XLIFF files.

    To be called when the accepted fixes are written. What an earlier call wrote is replaced.

    Raises:
        InputError: a file cannot be read or written, or is no XLIFF; this file stays as it was.
    """
    languages = languages or FileLanguages()
    units = _Units(report, decisions)
    files, drifted = [], []
    for path in paths:
        documents = read_bilingual(
            path,
            source_language=languages.source,
            target_language=languages.target,
            encoding=languages.encoding,
            format=languages.format,
        )
        open_issues: dict[tuple[str, str], Sequence[Annotation]] = {}
        for unit in (unit for document in documents for unit in document.units):
            found = units.open(unit)
            if found is None:
                drifted.append((unit.document, unit.id))
            elif found:
                open_issues[unit.document, unit.id] = found
        count = annotate(path, open_issues, form, encoding=languages.encoding, format=languages.format)
        files.append((path, count))
    return Annotated(tuple(files), tuple(drifted))


def issue_type(category: str) -> str:
    """The issue type of ITS 2.0 for a category of MQM."""
    return _TYPES.get(category) or _TYPES.get(category.partition("/")[0], "uncategorized")


class _Units:
    """The findings of a report by unit, with what was decided on them."""

    def __init__(self, report: Report, decisions: Sequence[Decision]) -> None:
        self._targets = {(unit.document, unit.id): unit.target for unit in report.units}
        self._findings: dict[tuple[str, str], list[Finding]] = {}
        for finding in dismiss(report, decisions).findings:
            self._findings.setdefault((finding.document, finding.unit), []).append(finding)
        self._fixes = {one.finding: one for one in merge([decisions]).decisions if one.is_fix}

    def open(self, unit: TranslationUnit) -> Sequence[Annotation] | None:
        """What is still to be said of a unit as its file has it; None where the report knows another text."""
        findings = self._findings.get((unit.document, unit.id), ())
        if not findings:
            return ()
        before = self._targets[unit.document, unit.id]
        own = [self._fixes[one.fingerprint] for one in findings if one.fingerprint in self._fixes]
        valid = [one for one in own if one.base == text_hash(before)]
        written = bool(valid) and unit.target.text == fixed(before, valid)
        if not written and unit.target.text != before:
            return None
        settled = {one.finding for one in valid} if written else set()
        return tuple(_annotations(one for one in findings if one.fingerprint not in settled))


def _annotations(findings: Iterator[Finding]) -> Iterator[Annotation]:
    for finding in findings:
        suppressed = finding.suppressed
        why = f"; {suppressed.kind}: {suppressed.reason}" if suppressed and suppressed.reason else ""
        comment = f"{finding.message} [{finding.rule}]{why}"
        yield Annotation(issue_type(finding.category), comment, _SEVERITIES[finding.severity], suppressed is None)
