"""What is left of a review goes into XLIFF files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qa import Config, check, read
from qa.core.fingerprint import text_hash
from qa.review import Decision, annotate_files, apply_to_files
from qa.review.decision import SCHEMA
from qa.review.quality_issues import issue_type
from qa.rules.discovery import all_rules

if TYPE_CHECKING:
    from pathlib import Path

    from qa.core.finding import Finding
    from qa.core.report import Report

BATCH = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="x" source-language="ru" target-language="en" datatype="plaintext"><body>
<trans-unit id="1"><source>Мост.</source><target>The  bridge bridge.</target></trans-unit>
<trans-unit id="2"><source>Паром.</source><target>The  ferry.</target></trans-unit>
</body></file></xliff>
"""
CONFIG = Config(select=("typography/double-space", "linguistic/repeated-word"))


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    path = tmp_path / "batch.xlf"
    path.write_text(BATCH, encoding="utf-8")
    return path


@pytest.fixture
def report(batch: Path) -> Report:
    return check(read(batch), config=CONFIG)


def decided(finding: Finding, verdict: str, target: str) -> Decision:
    fix = finding.suggestion if verdict == "accepted" else None
    return Decision(
        schema=SCHEMA,
        finding=finding.fingerprint,
        verdict=verdict,  # type: ignore[arg-type]
        document=finding.document,
        unit=finding.unit,
        base=text_hash(target),
        span=fix.span if fix else None,
        text=fix.text if fix else None,
        reason="intended" if verdict == "dismissed" else "",
    )


def found(report: Report, unit: str, rule: str) -> Finding:
    return next(one for one in report.findings if one.unit == unit and one.rule.endswith(rule))


def test_settled_findings_are_gone_and_dismissed_ones_switched_off(batch: Path, report: Report) -> None:
    targets = {unit.id: unit.target for unit in report.units}
    decisions = [
        decided(found(report, "1", "double-space"), "accepted", targets["1"]),
        decided(found(report, "1", "repeated-word"), "dismissed", targets["1"]),
    ]
    assert apply_to_files(decisions, [batch]).refused == ()
    done = annotate_files(report, decisions, [batch], "its")
    assert (done.files, done.drifted) == (((batch, 2),), ())
    written = batch.read_text(encoding="utf-8")
    assert "<target>The bridge bridge.</target>" in written
    assert written.count("<its:locQualityIssue ") == 2
    assert 'decision: intended" locQualityIssueSeverity="25" locQualityIssueEnabled="no"/>' in written
    assert 'locQualityIssueType="whitespace"' in written
    again = check(read(batch), config=CONFIG)
    assert [(one.unit, one.rule) for one in again.findings] == [
        ("1", "linguistic/repeated-word"),
        ("2", "typography/double-space"),
    ]


def test_a_text_that_has_drifted_gets_none(batch: Path, report: Report) -> None:
    batch.write_text(BATCH.replace("ferry", "boat"), encoding="utf-8")
    done = annotate_files(report, [], [batch], "notes")
    assert done.files == ((batch, 1),)
    assert [unit for _, unit in done.drifted] == ["2"]


def test_every_rule_has_a_type_of_issue() -> None:
    types = {issue_type(rule.category) for rule in all_rules().values()}
    assert "uncategorized" not in types
    assert issue_type("something/else") == "uncategorized"
