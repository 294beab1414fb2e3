"""JUnit XML, held against the rules of the schema that Jenkins publishes (junit-10.xsd)."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import msgspec
import pytest

from qa.core.finding import Severity
from qa.reporters import reporter

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa.core.report import Report

COUNTS = ("tests", "failures", "errors")
ATTRIBUTES = {
    "testsuites": {"name", "time", *COUNTS},
    "testsuite": {"name", "time", "file", *COUNTS},
    "testcase": {"name", "classname", "time"},
    "failure": {"message", "type"},
    "system-out": set(),
}
CHILDREN = {
    "testsuites": ("testsuite",),
    "testsuite": ("testcase",),
    "testcase": ("failure", "system-out"),
    "failure": (),
    "system-out": (),
}


def rendered(report: Report) -> bytes:
    stream = io.BytesIO()
    reporter("junit").render(report, stream)
    return stream.getvalue()


def tree(report: Report) -> ET.Element:
    return ET.fromstring(rendered(report))  # noqa: S314 -- our own file


def assert_valid(element: ET.Element) -> None:
    assert set(element.keys()) <= ATTRIBUTES[element.tag]
    assert {"testcase": {"name", "classname"}, "failure": {"message"}}.get(element.tag, set()) <= set(element.keys())
    for child in element:
        assert child.tag in CHILDREN[element.tag]
        assert_valid(child)
    if element.tag in {"testsuites", "testsuite"}:
        assert int(element.get("tests", "-1")) == len(element.findall(".//testcase"))
        assert int(element.get("failures", "-1")) == len(element.findall(".//testcase/failure"))
        assert element.get("errors") == "0"
    if element.tag == "testcase":
        assert len(element) <= 1


def test_golden(report: Report, golden: Callable[[str, bytes], None]) -> None:
    golden("report.junit.xml", rendered(report))


def test_elements_attributes_and_counts(report: Report) -> None:
    assert_valid(tree(report))


def test_every_rule_has_a_case_in_every_file(report: Report) -> None:
    suites = tree(report).findall("testsuite")
    assert [suite.get("name") for suite in suites] == ["news/bridge.en.txt", "ui/en.jsonl", "gate"]
    rules = [[case.get("name") for case in suite] for suite in suites[:2]]
    assert rules[0] == rules[1]
    assert "accuracy/number-mismatch" in rules[0]
    passed = [case.get("name") for case in suites[1] if not len(case)]
    assert "accuracy/number-mismatch" in passed


def test_counts_stay_when_findings_go(report: Report) -> None:
    clean = msgspec.structs.replace(
        report,
        findings=(),
        rules=tuple(msgspec.structs.replace(report.rules[0], id=f"a/{number}") for number in range(3)),
    )
    assert tree(clean).get("tests") == "7"
    assert tree(msgspec.structs.replace(clean, findings=())).get("failures") == "1"  # the gate


def test_remarks_do_not_fail(report: Report) -> None:
    remark = msgspec.structs.replace(report.findings[0], severity=Severity.NEUTRAL)
    found = tree(msgspec.structs.replace(report, findings=(remark,)))
    case = found.find(f".//testcase[@name='{remark.rule}']")
    assert case is not None
    assert [child.tag for child in case] == ["system-out"]


@pytest.mark.parametrize(
    "text", ["\x00\x01\x08\x0b\x1b[2J", "\ufffe\uffff", "\ud800", "]]> & < > \" '", "a\nb\r\nc\u2028d", "##[error]x"]
)
def test_any_text_is_well_formed(report: Report, text: str) -> None:
    first = report.findings[0]
    findings = (msgspec.structs.replace(first, message=text, unit=text, rule=f"a/{text}"),)
    gate = msgspec.structs.replace(report.gate, tripped=(text,))
    poisoned = msgspec.structs.replace(report, findings=findings, gate=gate)
    assert_valid(tree(poisoned))
    assert b"##[" not in rendered(poisoned)


def test_a_batch_of_nothing_still_has_its_gate(empty_report: Report) -> None:
    found = tree(empty_report)
    assert_valid(found)
    assert (found.get("tests"), found.get("failures")) == ("1", "0")
