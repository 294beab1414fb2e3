"""Decisions of reviewers in later checks, and the review page that a check writes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from qa.core.fingerprint import text_hash

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Outcome

    Qa = Callable[..., Outcome]

SOURCE = "Мост длиной 840 м построят зимой."
TARGET = "The bridge of 840 m  will be built in winter."
SELECT = ("-s", "ru", "-t", "en", "--select", "typography/double-space", "--fail-on", "minor")


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    path = tmp_path / "batch.tsv"
    path.write_text(f"source\ttarget\n{SOURCE}\t{TARGET}\n", encoding="utf-8")
    return path


@pytest.fixture
def found(qa: Qa, batch: Path, tmp_path: Path) -> dict[str, Any]:
    """The one finding of the batch."""
    assert qa("check", batch.name, *SELECT, "--format", "json:report.json").code == 1
    (finding,) = report(tmp_path)["findings"]
    assert finding["suppressed"] is None
    return dict(finding)


def report(folder: Path, name: str = "report.json") -> dict[str, Any]:
    return dict(json.loads((folder / name).read_text(encoding="utf-8")))


def decided(folder: Path, finding: dict[str, Any], **more: object) -> str:
    """A file with a dismissal of the finding; its name."""
    name = f"decisions-{len(list(folder.glob('decisions-*')))}.jsonl"
    decision = {
        "schema": "qa.decision/1",
        "finding": finding["fingerprint"],
        "verdict": "dismissed",
        "rule": finding["rule"],
        "document": finding["document"],
        "unit": finding["unit"],
        "base": text_hash(TARGET),
        "reason": "intended",
        "reviewer": "Anna",
        **more,
    }
    (folder / name).write_text(json.dumps(decision) + "\n", encoding="utf-8")
    return name


def said(done: Outcome) -> str:
    """All that was printed, its lines joined again."""
    return " ".join((done.stdout + done.stderr).split())


def test_a_dismissed_finding_does_not_count(qa: Qa, tmp_path: Path, found: dict[str, Any]) -> None:
    done = qa("check", "batch.tsv", *SELECT, "--decisions", decided(tmp_path, found), "--format", "json:report.json")
    assert done.code == 0
    after = report(tmp_path)
    (finding,) = after["findings"]
    assert finding["suppressed"] == {"kind": "decision", "reason": "intended (Anna)"}
    assert after["summary"]["findings"] == {}
    assert after["summary"]["suppressed"] == 1
    assert after["gate"]["passed"] is True
    assert "1 finding dismissed by decisions" in after["notes"]


def test_a_drifted_text_is_judged_anew(qa: Qa, batch: Path, tmp_path: Path, found: dict[str, Any]) -> None:
    decisions = decided(tmp_path, found)
    batch.write_text(batch.read_text(encoding="utf-8").replace("in winter", "in summer"), encoding="utf-8")
    done = qa("check", "batch.tsv", *SELECT, "--decisions", decisions, "--format", "json:report.json")
    assert done.code == 1
    after = report(tmp_path)
    assert after["findings"][0]["fingerprint"] == found["fingerprint"]
    assert after["findings"][0]["suppressed"] is None
    (note,) = (note for note in after["notes"] if "Anna" in note)
    assert note.startswith(
        "the dismissal by Anna of typography/double-space, unit “2” of batch.tsv judged another text"
    )


def test_what_is_used_up_is_named(qa: Qa, batch: Path, tmp_path: Path, found: dict[str, Any]) -> None:
    decisions = decided(tmp_path, found)
    batch.write_text(batch.read_text(encoding="utf-8").replace("  will", " will"), encoding="utf-8")
    done = qa("check", "batch.tsv", *SELECT, "--decisions", decisions)
    assert done.code == 0
    assert "suppresses nothing" in said(done)
    other = decided(tmp_path, found, document="other.tsv")
    assert "suppresses nothing" not in said(qa("check", "batch.tsv", *SELECT, "--decisions", other))
    unselected = decided(tmp_path, found, rule="typography/quote-style")
    assert "suppresses nothing" not in said(qa("check", "batch.tsv", *SELECT, "--decisions", unselected))


def test_reviewers_who_disagree_suppress_nothing(qa: Qa, tmp_path: Path, found: dict[str, Any]) -> None:
    files = [decided(tmp_path, found), decided(tmp_path, found, reviewer="Boris", verdict="accepted", text=" ")]
    options = [part for name in files for part in ("--decisions", name)]
    done = qa("check", "batch.tsv", *SELECT, *options)
    assert done.code == 1
    assert "is contradicted by another reviewer" in said(done)


def test_a_decision_taken_back_suppresses_nothing(qa: Qa, tmp_path: Path, found: dict[str, Any]) -> None:
    first = decided(tmp_path, found, at="2031-05-01T10:00:00Z")
    second = decided(tmp_path, found, verdict="undecided", at="2031-05-01T11:00:00Z")
    assert qa("check", "batch.tsv", *SELECT, "--decisions", first, "--decisions", second).code == 1
    assert qa("check", "batch.tsv", *SELECT, "--decisions", second, "--decisions", first).code == 1


def test_a_finding_of_the_baseline_does_not_make_it_stale(qa: Qa, tmp_path: Path, found: dict[str, Any]) -> None:
    assert qa("baseline", "create", "batch.tsv", *SELECT).code == 0
    baseline = next(path.name for path in tmp_path.glob("*baseline*"))
    done = qa("check", "batch.tsv", *SELECT, "--baseline", baseline, "--decisions", decided(tmp_path, found))
    assert done.code == 0


def test_a_broken_file_of_decisions_is_an_error(qa: Qa, batch: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.jsonl").write_text("{}\n", encoding="utf-8")
    done = qa("check", batch.name, *SELECT, "--decisions", "broken.jsonl")
    assert done.code == 2
    assert "broken.jsonl:1" in done.stderr


def test_a_run_honours_decisions_and_shapes_its_page(qa: Qa, tmp_path: Path) -> None:
    (tmp_path / "ru.txt").write_text(f"{SOURCE}\n\nПаром ходит летом.\n", encoding="utf-8")
    (tmp_path / "en.txt").write_text(f"{TARGET}\n\nThe ferry runs in summer.\n", encoding="utf-8")
    run = ("run", "ru.txt", "en.txt", *SELECT, "-o", "out")
    assert qa(*run).code == 1
    first = report(tmp_path / "out")
    decisions = decided(tmp_path, first["findings"][0])
    before = tmp_path / "before.json"
    before.write_bytes((tmp_path / "out" / "report.json").read_bytes())
    done = qa(*run, "--decisions", decisions, "--compare-with", before.name, "--segments", "findings")
    assert done.code == 0
    assert report(tmp_path / "out")["findings"][0]["suppressed"]["kind"] == "decision"
    page = (tmp_path / "out" / "review.html").read_text(encoding="utf-8")
    assert '"rules":[{"rule":"typography/double-space","new":0,"fixed":1,"persisting":0}]' in page


def test_pages_of_a_saved_report(qa: Qa, tmp_path: Path, found: dict[str, Any]) -> None:
    assert found["document"] == "batch.tsv"
    shaped = ("--baseline", "report.json", "--segments", "changed", "--exit-zero")
    assert qa("report", "report.json", "--format", "html:review.html", *shaped).code == 0
    assert '"persisting":1' in (tmp_path / "review.html").read_text(encoding="utf-8")
    plain = qa("report", "report.json", *shaped)
    assert plain.code == 2
    assert "add --format html:review.html" in plain.stderr
    alone = qa("check", "batch.tsv", *SELECT, "--format", "html:review.html", "--segments", "changed")
    assert alone.code == 2
    assert "needs an earlier report" in alone.stderr
