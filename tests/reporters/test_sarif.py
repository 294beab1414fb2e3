"""SARIF: the rules of its schema that our objects fall under, and what GitHub asks beyond it."""

from __future__ import annotations

import gzip
import io
import json
import re
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from qa.core.finding import Severity
from qa.core.report import DocumentInfo
from qa.reporters import reporter
from qa.reporters.sarif import MOST_RESULTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.report import Report

LEVELS = {"none", "note", "warning", "error"}
MESSAGE = {"text": str}
REGION = {"startLine": int, "startColumn": int, "endLine": int, "endColumn": int}
SHAPES: dict[str, dict[str, Any]] = {
    "log": {"$schema": str, "version": str, "runs": list},
    "run": {
        "tool": dict,
        "automationDetails": dict,
        "columnKind": str,
        "originalUriBaseIds": dict,
        "invocations": list,
        "results": list,
    },
    "driver": {"name": str, "version": str, "rules": list},
    "rule": {
        "id": str,
        "name": str,
        "shortDescription": dict,
        "fullDescription": dict,
        "help": dict,
        "defaultConfiguration": dict,
    },
    "result": {
        "ruleId": str,
        "ruleIndex": int,
        "level": str,
        "message": dict,
        "locations": list,
        "partialFingerprints": dict,
    },
}
"""Objects of the schema: the properties that we write and their types; `properties` is a bag and may always stand."""


def log(report: Report) -> dict[str, Any]:
    stream = io.BytesIO()
    reporter("sarif").render(report, stream)
    decoded: dict[str, Any] = json.loads(stream.getvalue())
    return decoded


def many(report: Report, number: int) -> Report:
    """``report`` with a number of findings, the last of them the gravest."""
    first = report.findings[0]
    findings = [
        msgspec.structs.replace(first, severity=Severity.MINOR, fingerprint=f"v1:{count:032x}")
        for count in range(number - 1)
    ]
    findings.append(msgspec.structs.replace(first, severity=Severity.CRITICAL, fingerprint="v1:worst"))
    return msgspec.structs.replace(report, findings=tuple(findings))


def assert_shape(kind: str, found: dict[str, Any]) -> None:
    shape = SHAPES[kind]
    assert set(found) - {"properties"} == set(shape), kind
    for name, type_ in shape.items():
        assert type(found[name]) is type_, (kind, name)


def texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)
    elif isinstance(value, str):
        yield value


def assert_valid(found: dict[str, Any]) -> None:
    """Required properties, types, enumerations, minima and uniqueness as the schema 2.1.0 has them."""
    assert_shape("log", found)
    assert found["version"] == "2.1.0"
    assert re.match(r"https://.*sarif-schema-2\.1\.0\.json$", found["$schema"])
    for run in found["runs"]:
        assert_shape("run", run)
        driver = run["tool"]["driver"]
        assert_shape("driver", driver)
        assert run["columnKind"] == "utf16CodeUnits"
        assert re.fullmatch(r"qa/[\w-]+/", run["automationDetails"]["id"])
        for invocation in run["invocations"]:
            assert invocation["executionSuccessful"] is True
            for notification in invocation["toolExecutionNotifications"]:
                assert notification["level"] in LEVELS
                assert type(notification["message"]["text"]) is str
        identifiers = [rule["id"] for rule in driver["rules"]]
        assert len(identifiers) == len(set(identifiers))
        for rule in driver["rules"]:
            assert_rule(rule)
        for result in run["results"]:
            assert_result(result, identifiers)


def assert_rule(rule: dict[str, Any]) -> None:
    assert_shape("rule", rule)
    assert len(rule["name"]) <= 255
    for description in ("shortDescription", "fullDescription"):
        assert 0 < len(rule[description]["text"]) <= 1024
    assert rule["help"]["text"]
    assert rule["defaultConfiguration"]["level"] in LEVELS
    tags = rule.get("properties", {}).get("tags", [])
    assert len(tags) <= 10
    assert len(tags) == len(set(tags))
    assert rule.get("properties", {}).get("problem.severity", "error") in {"error", "warning", "recommendation"}


def assert_result(result: dict[str, Any], identifiers: list[str]) -> None:
    assert_shape("result", result)
    assert identifiers[result["ruleIndex"]] == result["ruleId"]
    assert result["level"] in LEVELS
    assert result["message"]["text"]
    assert len(result["locations"]) == 1
    place = result["locations"][0]["physicalLocation"]
    uri = place["artifactLocation"]["uri"]
    assert re.fullmatch(r"[\w%./~-]+", uri, re.ASCII)
    assert not uri.startswith(("/", ".."))
    region = place["region"]
    assert {name: type(value) for name, value in region.items()} == REGION
    assert min(region.values()) >= 1
    assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])
    assert result["partialFingerprints"]["primaryLocationLineHash"]


def test_the_log_keeps_the_rules_of_the_schema_and_of_github(report: Report) -> None:
    found = log(report)
    assert_valid(found)
    assert "" not in list(texts(found["runs"][0]["results"]))


def test_an_empty_batch_is_a_valid_run(empty_report: Report) -> None:
    found = log(empty_report)
    assert_valid(found)
    assert [run["results"] for run in found["runs"]] == [[]]


def test_the_gravest_come_first_and_suppressed_findings_stay_out(report: Report) -> None:
    results = log(report)["runs"][0]["results"]
    levels = [result["level"] for result in results]
    assert levels == sorted(levels, key=["error", "warning", "note"].index)
    assert len(results) == len(report.findings) - 1
    assert results[0]["properties"]["severity"] == "critical"


def test_rules_are_explained(report: Report) -> None:
    rules = {rule["id"]: rule for rule in log(report)["runs"][0]["tool"]["driver"]["rules"]}
    shown = rules["accuracy/number-mismatch"]
    assert shown["shortDescription"]["text"] == "Numbers that differ."
    assert "## When to switch it off" in shown["help"]["markdown"]
    assert rules["locale/unit-space"]["help"]["text"] == "locale/unit-space."  # no rule of this program


@pytest.mark.parametrize(
    ("number", "kept"), [(4_999, 4_999), (5_000, 5_000), (5_001, 4_999), (25_001, 4_999)], ids=lambda value: f"{value}"
)
def test_no_run_has_more_results_than_github_keeps(report: Report, number: int, kept: int) -> None:
    found = log(many(report, number))
    (run,) = found["runs"]
    results = run["results"]
    assert len(results) <= MOST_RESULTS
    assert sum(result["ruleId"] == report.findings[0].rule for result in results) == kept
    assert results[0]["partialFingerprints"]["primaryLocationLineHash"] == "v1:worst"
    notices = [entry["message"]["text"] for entry in run["invocations"][0]["toolExecutionNotifications"]]
    if kept < number:
        assert_result(results[-1], [rule["id"] for rule in run["tool"]["driver"]["rules"]])
        assert results[-1]["message"]["text"].startswith(f"{number - kept:,} more findings")
        assert notices[-1].startswith(f"{number - kept:,} more findings")
    else:
        assert not any("more findings" in notice for notice in notices)


def test_a_full_run_is_small_enough_to_upload(report: Report) -> None:
    stream = io.BytesIO()
    reporter("sarif").render(many(report, 25_001), stream)
    assert len(gzip.compress(stream.getvalue())) < 10_000_000


def test_documents_of_another_language_get_a_run_of_their_own(report: Report) -> None:
    bridge, interface = report.batch.documents
    other = DocumentInfo(id=interface.id, path=interface.path, units=2, target_language="de")
    batch = msgspec.structs.replace(report.batch, documents=(bridge, other))
    found = log(msgspec.structs.replace(report, batch=batch))
    assert_valid(found)
    assert [(run["automationDetails"]["id"], len(run["results"])) for run in found["runs"]] == [
        ("qa/ru-de/", 3),
        ("qa/ru-en/", 7),
    ]


def test_paths_become_uris(report: Report) -> None:
    first = report.findings[0]
    assert first.location is not None
    moved = msgspec.structs.replace(
        first, location=msgspec.structs.replace(first.location, path="news/мост #1 & 2.txt")
    )
    found = log(msgspec.structs.replace(report, findings=(moved,)))
    place = found["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "news/%D0%BC%D0%BE%D1%81%D1%82%20%231%20%26%202.txt", "uriBaseId": "%SRCROOT%"}


def test_findings_without_words_and_fingerprints_are_completed(report: Report) -> None:
    bare = msgspec.structs.replace(report.findings[0], message="", fingerprint="")
    found = log(msgspec.structs.replace(report, findings=(bare,), rules=()))
    assert_valid(found)
    assert found["runs"][0]["results"][0]["message"]["text"] == bare.rule
