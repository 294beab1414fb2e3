"""Decisions stay, move between browsers and files, and change what a later check says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import msgspec
from driver import finding, report_of, unit

from qa.api import check, read
from qa.config import Config
from qa.core.finding import Severity
from qa.review import apply_decisions, apply_to_files, read_decisions
from qa.review.applying import FileLanguages

if TYPE_CHECKING:
    from pathlib import Path

    from driver import Contexts, Opened, Show

    from qa.core.report import Report


LANGUAGES = FileLanguages("ru", "en")


def exported(opened: Opened, folder: Path, name: str = "Anna") -> Path:
    """Export the decisions as the reviewer would."""
    opened.page.focus("#list")
    opened.press("Shift+E")
    opened.page.fill("dialog input", name)
    with opened.page.expect_download() as download:
        opened.press("Enter")
    path = folder / f"{name}.jsonl"
    download.value.save_as(path)
    return path


def progress(opened: Opened) -> str:
    return str(opened.page.inner_text("#progress span"))


def test_decisions_outlive_a_reload(show: Show, report: Report) -> None:
    opened = show(report)
    opened.page.focus("#list")
    opened.press("a", "x", "1")
    opened.page.reload()
    opened.page.wait_for_selector("html[data-ready=all]")
    assert progress(opened) == "2 of 8 decided"
    assert opened.page.inner_text(".unexported") == "2 not exported"
    assert opened.page.inner_text("[data-facet='decision:dismissed'] .count") == "1"


def test_two_reports_do_not_mix(show: Show, report: Report, contexts: Contexts) -> None:
    context = contexts()
    first = show(report, context=context, name="one.html")
    first.page.focus("#list")
    first.press("a")
    other = msgspec.structs.replace(report, findings=report.findings[:-1])
    second = show(other, context=context, name="two.html")
    assert progress(second) == "0 of 7 decided"
    again = show(report, context=context, name="three.html")
    assert progress(again) == "1 of 8 decided"


def test_undo_goes_back_step_by_step(show: Show, report: Report) -> None:
    opened = show(report)
    opened.page.focus("#list")
    opened.press("j", "j", "a", "k", "Shift+A")
    assert progress(opened) == "3 of 8 decided"
    opened.press("u")
    assert progress(opened) == "1 of 8 decided"
    opened.press("u")
    assert progress(opened) == "0 of 8 decided"


def test_an_export_holds_what_was_decided(show: Show, report: Report, tmp_path: Path) -> None:
    opened = show(report)
    opened.page.focus("#list")
    opened.press("a", "x", "1")
    decisions = read_decisions(exported(opened, tmp_path))
    assert [(one.verdict, one.reviewer, one.unit) for one in decisions] == [
        ("accepted", "Anna", "1"),
        ("dismissed", "Anna", "1"),
    ]
    first = report.findings[0]
    assert first.suggestion is not None
    assert (decisions[0].span, decisions[0].text) == (first.suggestion.span, first.suggestion.text)
    assert decisions[1].reason == "false-positive"
    assert opened.page.locator(".unexported").count() == 0


def test_export_apply_check_again(show: Show, tmp_path: Path) -> None:
    path = tmp_path / "batch.tsv"
    lines = [
        "source\ttarget",
        "Мост длиной 840 м построят зимой.\tThe the bridge of 840 m will be built  in winter.",
        "Всего 12 человек.\tSome 21 people.",
        "Всего 15 человек.\tSome 15 people.",
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    config = Config(select=("typography/double-space", "linguistic/repeated-word", "accuracy/number-mismatch"))
    report = check(read(path, source_language="ru", target_language="en"), config=config)
    assert len(report.findings) == 3
    opened = show(report)
    opened.page.focus("#list")
    for found in report.findings:
        opened.press(*(("x", "4") if found.rule == "accuracy/number-mismatch" else ("a",)))
    decisions = read_decisions(exported(opened, tmp_path))
    done = apply_to_files(decisions, [path], LANGUAGES)
    assert done.refused == ()
    assert done.changed == ((path, 1),)
    again = check(read(path, source_language="ru", target_language="en"), config=config)
    left = [one for one in apply_decisions(again.findings, decisions) if one.suppressed is None]
    assert left == []
    assert path.read_text(encoding="utf-8").splitlines()[2:] == lines[2:]


def test_import_merges_and_shows_conflicts(show: Show, report: Report, tmp_path: Path, contexts: Contexts) -> None:
    boris = show(report, context=contexts())
    boris.page.focus("#list")
    boris.press("x", "1", "Shift+J", "a")
    path = exported(boris, tmp_path, "Boris")
    anna = show(report, context=contexts())
    anna.page.focus("#list")
    anna.press("a")
    anna.page.set_input_files("input[type=file]", path)
    anna.page.wait_for_selector("dialog fieldset")
    shown = anna.page.inner_text("dialog")
    assert "1 new" in shown
    assert "1 in conflict" in shown
    anna.page.check("dialog input[value=theirs]")
    anna.page.click("dialog .primary:has-text('Apply')")
    assert anna.status() == "2 decisions taken over."
    assert progress(anna) == "2 of 8 decided"
    assert anna.page.inner_text("[data-facet='decision:dismissed'] .count") == "1"


def test_a_broken_import_changes_nothing(show: Show, report: Report, tmp_path: Path) -> None:
    path = tmp_path / "broken.jsonl"
    path.write_text('{"schema": "qa.decision/1", "finding": "v1:0", "verdict": "accepted"}\n{"no": 1}\n')
    opened = show(report)
    opened.page.set_input_files("input[type=file]", path)
    opened.page.wait_for_selector("#status.shown")
    assert opened.status() == "Line 2 of the file is no decision; nothing was taken over."


def test_a_decision_is_bound_to_its_text(show: Show, tmp_path: Path) -> None:
    one = unit(1)
    report = report_of((one,), (finding(one, "6 May", "accuracy/date-mismatch", Severity.MAJOR, "5 May"),))
    opened = show(report)
    opened.page.focus("#list")
    opened.press("a")
    (decision,) = read_decisions(exported(opened, tmp_path))
    path = tmp_path / "batch.jsonl"
    for target, changed, refused in ((one.target, 1, 0), (f"{one.target}!", 0, 1)):
        row = {"id": "1", "document": "bridge", "source": one.source, "target": target}
        path.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
        done = apply_to_files([decision], [path], LANGUAGES)
        assert (done.changed[0][1], len(done.refused)) == (changed, refused)
