"""JUnit XML: a test suite per file, a test case per rule, so that what passed is seen too and counts stay as they are.

A case fails when its rule found something worse than a remark; remarks are its output. The gate is a suite of its own.
Elements, attributes and their order are those of the schema that Jenkins publishes; times are 0, so that the same
report is the same file.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from typing import TYPE_CHECKING, BinaryIO, ClassVar, Final

from qa.core.finding import Severity
from qa.core.workflow import OLD_PREFIX
from qa.reporters.index import ReportIndex
from qa.reporters.regions import ColumnUnit, Regions
from qa.reporters.rulehelp import rules_of
from qa.reporters.visible import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.core.finding import Finding
    from qa.core.report import GateResult, Report
    from qa.reporters.protocol import Reporter

__all__ = ["REPORTER"]

_NO_CHARACTERS: Final = re.compile("[\ufffe\uffff]")
"""Unknown to XML 1.0; controls and surrogates are named by then."""


class _Junit:
    name: ClassVar = "junit"
    suffix: ClassVar = ".xml"

    def render(self, report: Report, stream: BinaryIO) -> None:
        """Write one ``testsuites`` element."""
        stream.writelines(f"{line}\n".encode() for line in _document(report))


def _document(report: Report) -> Iterator[str]:
    found = _by_file_and_rule(report)
    rules = [rule.id for rule in rules_of(report)]
    failures = sum(_fails(findings) for by_rule in found.values() for findings in by_rule.values())
    tests = len(found) * len(rules) + 1
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f"<testsuites {_attributes(name='qa', **_counts(tests, failures + (not report.gate.passed)))}>"
    for path, by_rule in found.items():
        yield from _suite(path, rules, by_rule)
    yield from _gate_suite(report.gate)
    yield "</testsuites>"


def _by_file_and_rule(report: Report) -> dict[str, dict[str, list[Finding]]]:
    """The findings by repository path and rule; every file of the batch is there."""
    regions = Regions(report, ColumnUnit.CODE_POINT)
    found: dict[str, dict[str, list[Finding]]] = {}
    for document in report.batch.documents:
        found.setdefault(regions.relative(document.path), defaultdict(list))
    for finding in ReportIndex(report).counting:
        found.setdefault(regions.path(finding), defaultdict(list))[finding.rule].append(finding)
    return found


def _suite(path: str, rules: Sequence[str], by_rule: dict[str, list[Finding]]) -> Iterator[str]:
    failures = sum(map(_fails, by_rule.values()))
    yield f"  <testsuite {_attributes(name=path, file=path, **_counts(len(rules), failures))}>"
    for rule in rules:
        attributes = _attributes(name=rule, classname=path, time="0")
        findings = by_rule.get(rule)
        if not findings:
            yield f"    <testcase {attributes}/>"
            continue
        yield f"    <testcase {attributes}>"
        yield from _outcome(findings)
        yield "    </testcase>"
    yield "  </testsuite>"


def _outcome(findings: Sequence[Finding]) -> Iterator[str]:
    lines = [_text(_line(finding)) for finding in findings]
    if not _fails(findings):
        yield "      <system-out>" + "\n".join(lines) + "</system-out>"
        return
    worst = max(findings, key=lambda finding: finding.severity.rank)
    more = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
    attributes = _attributes(message=worst.message + more, type=str(worst.severity))
    yield f"      <failure {attributes}>" + "\n".join(lines) + "</failure>"


def _gate_suite(gate: GateResult) -> Iterator[str]:
    yield f"  <testsuite {_attributes(name='gate', **_counts(1, 0 if gate.passed else 1))}>"
    case = _attributes(name="gate", classname="qa", time="0")
    if gate.passed:
        yield f"    <testcase {case}/>"
    else:
        reasons = gate.tripped or ("the gate failed",)
        failure = _attributes(message=reasons[0], type="gate")
        yield f"    <testcase {case}>"
        yield f"      <failure {failure}>" + "\n".join(_text(f"- {reason}") for reason in reasons) + "</failure>"
        yield "    </testcase>"
    yield "  </testsuite>"


def _fails(findings: Sequence[Finding]) -> bool:
    return any(finding.severity.at_least(Severity.MINOR) for finding in findings)


def _line(finding: Finding) -> str:
    place = finding.location
    where = f"{place.path}:{place.line}:{place.column}" if place else f"unit {finding.unit}"
    return f"{finding.severity} {where} {finding.message}"


def _counts(tests: int, failures: int) -> dict[str, str]:
    return {"tests": str(tests), "failures": str(failures), "errors": "0", "time": "0"}


def _attributes(**values: str) -> str:
    return " ".join(f'{name}="{_text(value)}"' for name, value in values.items())


def _text(text: str) -> str:
    """``text`` as XML 1.0 may hold it: one line, controls named, and code points that are no characters too."""
    shown = _NO_CHARACTERS.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", harmless(text))
    return html.escape(shown).replace(OLD_PREFIX, "#&#35;[")


REPORTER: Final[Reporter] = _Junit()
