"""SARIF 2.1.0, as GitHub code scanning takes it.

One run for each pair of languages; the gravest 5,000 results of a run, since GitHub drops the others, with a note that
says how many are missing. Columns count UTF-16 units, paths are relative to the repository, and fingerprints rest on
texts. Source: OASIS, "Static Analysis Results Interchange Format 2.1.0"; GitHub, "SARIF support for code scanning".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO, ClassVar, Final
from urllib.parse import quote

import msgspec

from qa.core.finding import Severity
from qa.core.fingerprint import text_hash
from qa.reporters.index import ReportIndex
from qa.reporters.regions import ColumnUnit, Region, Regions
from qa.reporters.rulehelp import rule_help, rules_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from qa.core.finding import Finding
    from qa.core.report import Report, RuleInfo
    from qa.reporters.protocol import Reporter

__all__ = ["MOST_RESULTS", "REPORTER"]

MOST_RESULTS: Final = 5000
"""In one run, the note about missing results counted."""

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT: Final = "%SRCROOT%"
_LONGEST: Final = 1000
"""Of a description, in characters; GitHub takes 1,024."""
_CUT: Final = "qa/more-findings"
"""The rule of the note about missing results."""
_LEVELS: Final = {
    Severity.NEUTRAL: "note",
    Severity.MINOR: "warning",
    Severity.MAJOR: "error",
    Severity.CRITICAL: "error",
}


class _Sarif:
    name: ClassVar = "sarif"
    suffix: ClassVar = ".sarif"

    def render(self, report: Report, stream: BinaryIO) -> None:
        """Write one log with its runs."""
        log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": list(_runs(report))}
        stream.write(msgspec.json.format(msgspec.json.encode(log), indent=1) + b"\n")


def _runs(report: Report) -> Iterator[dict[str, Any]]:
    index, regions = ReportIndex(report), Regions(report, ColumnUnit.UTF_16)
    batch = (report.batch.source_language, report.batch.target_language)
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in index.worst_first:
        document = index.document(finding.document)
        pair = (document.source_language or batch[0], document.target_language or batch[1])
        groups.setdefault(pair, []).append(finding)
    for pair, findings in sorted((groups or {batch: []}).items()):
        yield _run(report, pair, findings, regions)


def _run(report: Report, pair: tuple[str, str], findings: Sequence[Finding], regions: Regions) -> dict[str, Any]:
    kept = findings if len(findings) <= MOST_RESULTS else findings[: MOST_RESULTS - 1]
    missing = len(findings) - len(kept)
    rules = rules_of(report)
    numbers = {rule.id: number for number, rule in enumerate(rules)}
    descriptors = [_descriptor(rule) for rule in rules]
    results = [_result(finding, numbers, regions) for finding in kept]
    notes = list(report.notes)
    if missing:
        notes.append(
            f"{missing:,} more findings are left out, for code scanning keeps {MOST_RESULTS:,} results of a run"
        )
        descriptors.append(_cut_descriptor())
        results.append(_cut_result(notes[-1], len(rules), kept[0], regions))
    return {
        "tool": {"driver": {"name": report.tool.name, "version": report.tool.version, "rules": descriptors}},
        "automationDetails": {"id": f"{report.tool.name}/{pair[0]}-{pair[1]}/"},
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository."}}},
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [{"level": "note", "message": {"text": note}} for note in notes],
            }
        ],
        "results": results,
    }


def _descriptor(rule: RuleInfo) -> dict[str, Any]:
    shown = rule_help(rule)
    return {
        "id": rule.id,
        "name": _name(rule.id),
        "shortDescription": {"text": _cut(f"{rule.title or rule.id}.")},
        "fullDescription": {"text": _cut(shown.description)},
        "help": {"text": shown.text, "markdown": shown.markdown},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "category": rule.category,
            "problem.severity": _LEVELS[rule.severity].replace("note", "recommendation"),
            "tags": ["translation", rule.id.partition("/")[0]],
        },
    }


def _result(finding: Finding, numbers: Mapping[str, int], regions: Regions) -> dict[str, Any]:
    fingerprint = finding.fingerprint or text_hash(f"{finding.rule} {finding.unit} {finding.message}")
    return {
        "ruleId": finding.rule,
        "ruleIndex": numbers[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message or finding.rule},
        "locations": [_location(regions.path(finding), regions.region(finding))],
        "partialFingerprints": {"primaryLocationLineHash": fingerprint, "qaFinding/v1": fingerprint},
        "properties": {"severity": finding.severity, "unit": finding.unit},
    }


def _location(path: str, region: Region) -> dict[str, Any]:
    artifact = {"uri": f"file://{quote(path)}"} if path.startswith("/") else {"uri": quote(path), "uriBaseId": _ROOT}
    return {
        "physicalLocation": {
            "artifactLocation": artifact,
            "region": {
                "startLine": region.line,
                "startColumn": region.column,
                "endLine": region.end_line,
                "endColumn": region.end_column,
            },
        }
    }


def _cut_descriptor() -> dict[str, Any]:
    text = {"text": "More findings than code scanning takes."}
    return {
        "id": _CUT,
        "name": _name(_CUT),
        "shortDescription": text,
        "fullDescription": text,
        "help": {"text": "The JSON report of the same run has all findings."},
        "defaultConfiguration": {"level": "note"},
    }


def _cut_result(note: str, number: int, near: Finding, regions: Regions) -> dict[str, Any]:
    return {
        "ruleId": _CUT,
        "ruleIndex": number,
        "level": "note",
        "message": {"text": f"{note}."},
        "locations": [_location(regions.path(near), Region(1, 1, 1, 1))],
        "partialFingerprints": {"primaryLocationLineHash": text_hash(_CUT)},
    }


def _name(rule: str) -> str:
    """``accuracy/number-mismatch`` as ``AccuracyNumberMismatch``: a name without marks, as SARIF wants it."""
    return "".join(word.capitalize() for word in rule.replace("/", "-").split("-"))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


REPORTER: Final[Reporter] = _Sarif()
