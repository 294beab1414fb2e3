"""In GitHub Actions: annotations and summary by themselves, and no text that becomes a command."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qa.reporters import reporter_names
from qa.reporters.summary import SUMMARY_LIMIT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Qa = Callable[..., Outcome]

BATCH = (
    "Поезд прибыл в 17:40.\tThe train arrived at 18:40.\n"
    "::error::x ##[add-mask]y  z.\t::add-mask::x ##[add-mask]y  z  z.\n"
    "Цена 5 руб.\t  ::set-env name=A::price 6 roubles.\n"
)
LANGUAGES = ("-s", "ru", "-t", "en")
OURS = re.compile(r"::(error|warning|notice) [^:]*(title|file)=")


@pytest.fixture
def batch(qa: Qa, monkeypatch: pytest.MonkeyPatch) -> Path:
    del qa  # which goes into its folder
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    Path("batch.tsv").write_text(BATCH, encoding="utf-8")
    return Path("batch.tsv")


def obeyed(log: str) -> list[str]:
    """The lines of a log that a runner takes for commands, as long as it has not been told to stop."""
    commands, token = [], None
    for line in re.split(r"\r\n|\r|\n", log):
        stripped = line.lstrip()
        if token:
            token = None if stripped == f"::{token}::" else token
        elif stripped.startswith("::stop-commands::"):
            token = stripped.removeprefix("::stop-commands::")
        elif (stripped.startswith("::") and "::" in stripped[2:]) or "##[" in line:
            commands.append(line)
    assert token is None
    return commands


@pytest.mark.parametrize("name", reporter_names())
def test_only_our_own_commands_are_obeyed(qa: Qa, batch: Path, name: str) -> None:
    outcome = qa("check", batch, *LANGUAGES, "--format", name)
    assert outcome.code == 1
    commands = obeyed(outcome.stdout) + obeyed(outcome.stderr)
    assert len(commands) >= 2
    assert [line for line in commands if not OURS.match(line)] == []


def test_annotations_are_added_behind_the_text(qa: Qa, batch: Path) -> None:
    outcome = qa("check", batch, *LANGUAGES)
    assert "::error file=batch.tsv,line=1," in outcome.stdout
    assert outcome.stderr == ""
    assert qa("check", batch, *LANGUAGES, "--format", "github").stdout.count("file=batch.tsv,line=1,") == 1


def test_a_machine_format_stays_as_it_is_and_annotations_go_to_the_other_stream(qa: Qa, batch: Path) -> None:
    outcome = qa("check", batch, *LANGUAGES, "--format", "json")
    report = json.loads(outcome.stdout)
    assert report["units"][1]["target"].startswith("::add-mask::x ##[add-mask]")
    assert "::error file=batch.tsv" in outcome.stderr


def test_files_are_not_guarded(qa: Qa, batch: Path) -> None:
    qa("check", batch, *LANGUAGES, "--format", "text:out.txt", "--format", "json:out.json")
    assert "::stop-commands" not in Path("out.txt").read_text(encoding="utf-8")
    assert "##[add-mask]" in Path("out.json").read_text(encoding="utf-8")


def test_outside_of_actions_nothing_is_added(qa: Qa, batch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "false")
    assert "::error" not in qa("check", batch, *LANGUAGES, "--select", "accuracy/time-mismatch").stdout


def test_the_summary_is_appended_and_keeps_within_its_limit(
    qa: Qa, batch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = Path("summary.md")
    summary.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    qa("check", batch, *LANGUAGES)
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("before\n## Translation QA: the gate failed\n")
    assert "18&#58;40" in text
    for room in (200, 40, 0):
        summary.write_bytes(b"x" * (SUMMARY_LIMIT - room))
        qa("check", batch, *LANGUAGES)
        assert summary.stat().st_size <= SUMMARY_LIMIT


def test_a_summary_that_cannot_be_written_is_named(qa: Qa, batch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "gone/summary.md")
    outcome = qa("check", batch, *LANGUAGES)
    assert outcome.code == 2
    assert "gone/summary.md" in outcome.stderr


def test_a_saved_report_is_not_announced_again(qa: Qa, batch: Path) -> None:
    qa("check", batch, *LANGUAGES, "--format", "json:report.json")
    assert "::error file" not in qa("report", "report.json").stdout


def test_error_messages_cannot_be_commands(qa: Qa, batch: Path) -> None:
    del batch
    outcome = qa("check", "\n::add-mask::x.tsv", *LANGUAGES)
    assert outcome.code == 2
    assert obeyed(outcome.stderr) == []
    assert obeyed(qa("check", "##[add-mask]y.tsv", *LANGUAGES).stderr) == []
