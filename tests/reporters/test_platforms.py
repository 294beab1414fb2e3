"""GitHub annotations, GitLab code quality, reviewdog, TSV and statistics."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from qa.core.finding import Severity
from qa.core.workflow import command, enclosed, unarmed
from qa.reporters import reporter
from qa.reporters.tsv import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa.core.report import Report

POISON = "::add-mask::x\n::error::y\r  ::stop-commands::z ##[add-mask]w \u2028::set-env name=a::b"
COMMAND = re.compile(r"\s*::|.*##\[")
"""What a runner takes for a command, in a line."""


def rendered(name: str, report: Report) -> str:
    stream = io.BytesIO()
    reporter(name).render(report, stream)
    return stream.getvalue().decode()


def repeated(report: Report, number: int) -> Report:
    return msgspec.structs.replace(report, findings=report.findings[:1] * number)


def poisoned(report: Report) -> Report:
    """``report`` with commands in every text that others write."""
    first = report.findings[0]
    assert first.location is not None
    finding = msgspec.structs.replace(
        first,
        message=POISON,
        rule=f"a/{POISON}",
        unit=POISON,
        document=POISON,
        suggestion=None,
        location=msgspec.structs.replace(first.location, path=POISON),
    )
    unit = msgspec.structs.replace(report.units[1], id=POISON, document=POISON, source=POISON * 3, target=POISON * 3)
    gate = msgspec.structs.replace(report.gate, tripped=(POISON,))
    return msgspec.structs.replace(report, findings=(finding,), units=(unit,), gate=gate, notes=(POISON,))


@pytest.mark.parametrize("name", ["github", "gitlab", "markdown", "rdjson", "rdjsonl", "statistics", "tsv"])
def test_golden(name: str, report: Report, golden: Callable[[str, bytes], None]) -> None:
    golden(f"report.{name}{reporter(name).suffix}", rendered(name, report).encode())


@pytest.mark.parametrize("name", ["junit", "tsv"])
def test_text_of_others_starts_no_command(name: str, report: Report) -> None:
    lines = re.split(r"[\r\n]", rendered(name, poisoned(report)))
    assert len(lines) > 2
    assert not [line for line in lines if COMMAND.match(line)]


def test_annotations_hold_one_command_each(report: Report) -> None:
    lines = re.split(r"[\r\n]", rendered("github", poisoned(report)).rstrip("\n"))
    assert len(lines) == 2  # the finding, and the gate
    assert all(re.match(r"::error [^:]+::", line) for line in lines)
    assert "file=%3A%3Aadd-mask%3A%3Ax%0A" in lines[0]


@pytest.mark.parametrize(("number", "shown", "more"), [(9, 9, None), (10, 9, "1 more finding is"), (5001, 9, "4,992")])
def test_nine_annotations_and_how_many_more(report: Report, number: int, shown: int, more: str | None) -> None:
    lines = rendered("github", repeated(report, number)).splitlines()
    errors = [line for line in lines if line.startswith("::error file=")]
    notices = [line for line in lines if line.startswith("::notice ")]
    assert len(errors) == shown
    assert len(notices) == (more is not None)
    assert not more or more in notices[0]
    assert len([line for line in lines if line.startswith("::error")]) <= 10  # of a kind, with that of the gate


def test_severities_of_annotations(report: Report) -> None:
    first = report.findings[0]
    findings = tuple(msgspec.structs.replace(first, severity=severity) for severity in Severity)
    lines = rendered("github", msgspec.structs.replace(report, findings=findings)).splitlines()
    assert [line.split(" ")[0] for line in lines[:4]] == ["::error", "::error", "::warning", "::notice"]


def test_a_command_escapes_what_parts_it() -> None:
    assert command("error", "50 %\r\nb, c: d", title="a:b,c%") == "::error title=a%3Ab%2Cc%25::50 %25%0D%0Ab, c: d"
    assert command("notice", "x") == "::notice::x"


def test_what_is_enclosed_cannot_resume_commands() -> None:
    content = b"::error::x\n"
    shown = enclosed(content)
    token = re.fullmatch(rb"::stop-commands::([0-9a-f]{64})\n::error::x\n::\1::\n", shown)
    assert token
    assert enclosed(content) == shown
    assert enclosed(content.rstrip())[-68:] != shown[-68:]
    assert enclosed(b"a").count(b"\n") == 3


def test_a_message_is_unarmed() -> None:
    assert not [line for line in re.split(r"[\r\n]", unarmed(POISON)) if COMMAND.match(line)]
    assert unarmed("a: b::c (x::y)") == "a: b::c (x::y)"


def gitlab(report: Report) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(rendered("gitlab", report))
    return found


@pytest.mark.parametrize("fingerprint", ["v1:0", ""])
def test_gitlab_fingerprints_are_unique(report: Report, fingerprint: str) -> None:
    finding = msgspec.structs.replace(report.findings[0], fingerprint=fingerprint)
    found = gitlab(msgspec.structs.replace(report, findings=(finding,) * 5001))
    assert len({entry["fingerprint"] for entry in found}) == 5001
    assert all(entry["fingerprint"] for entry in found)


def test_gitlab_has_the_fields_that_are_asked_for(report: Report, empty_report: Report) -> None:
    found = gitlab(report)
    assert not rendered("gitlab", report).startswith("\ufeff")
    assert {entry["severity"] for entry in found} <= {"info", "minor", "major", "critical", "blocker"}
    for entry in found:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert set(entry["location"]) == {"path", "lines"}
        assert 1 <= entry["location"]["lines"]["begin"] <= entry["location"]["lines"]["end"]
        assert not entry["location"]["path"].startswith(("/", "./"))
    assert gitlab(empty_report) == []


def test_reviewdog_gets_bytes_and_suggestions(report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    attack = report.findings[0]
    assert attack.location is not None
    line = "𐐀\t" + report.units[1].target
    Path("a.tsv").write_text(line + "\n", encoding="utf-8")
    place = msgspec.structs.replace(attack.location, path="a.tsv", line=1, column=3, offset=2)
    moved = msgspec.structs.replace(report, findings=(msgspec.structs.replace(attack, location=place),))
    whole = json.loads(rendered("rdjson", moved))
    (one,) = whole["diagnostics"]
    assert one["location"] == {
        "path": "a.tsv",
        "range": {"start": {"line": 1, "column": 6}, "end": {"line": 1, "column": 19}},
    }
    assert line.encode()[5:18].decode() == "Northern Dawn"
    assert one["suggestions"] == [
        {"range": one["location"]["range"], "text": "Northern Dawn (banned in Russia)"},
    ]
    assert json.loads(rendered("rdjsonl", moved)) == {"source": {"name": "qa"}, **one}
    assert one["severity"] == "ERROR"


def test_reviewdog_gets_nothing_of_nothing(empty_report: Report) -> None:
    assert json.loads(rendered("rdjson", empty_report)) == {"source": {"name": "qa"}, "diagnostics": []}
    assert rendered("rdjsonl", empty_report) == ""


def test_a_table_has_a_row_per_finding_and_no_stray_cells(report: Report) -> None:
    rows = [line.split("\t") for line in rendered("tsv", report).splitlines()]
    assert tuple(rows[0]) == COLUMNS
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert len(rows) == len(report.findings)  # one is suppressed, and there is the header
    first = msgspec.structs.replace(report.findings[0], message="a\tb\\c\nd\x1b\u2028e")
    cells = rendered("tsv", msgspec.structs.replace(report, findings=(first,))).split("\n")[1].split("\t")
    assert cells[COLUMNS.index("message")] == r"a\tb\\c\nd\u001b\u2028e"


def test_statistics_count_findings_and_units(report: Report) -> None:
    twice = msgspec.structs.replace(report, findings=report.findings + report.findings[1:2])
    lines = rendered("statistics", twice).splitlines()
    assert lines[1].split() == ["2", "1", "neutral", "typography/double-space"]
