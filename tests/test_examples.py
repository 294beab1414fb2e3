"""The example reports are what the program writes today, and the README shows them truly."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import qa
from qa.config import read_config
from qa.engine.gold import evaluate_findings, read_gold
from qa.reporters import reporter

if TYPE_CHECKING:
    from qa.core.report import Report

ROOT = Path(__file__).parents[1]
NEWS = Path("corpora/news")
EXAMPLES = ROOT / "reports" / "examples"


def news_report(target: str) -> Report:
    config = read_config(NEWS / "qa.toml")
    batch = qa.align_files(NEWS / "ru.txt", NEWS / target, source_language="ru", target_language="en")
    return qa.check(batch, config=config)


@pytest.fixture
def draft(monkeypatch: pytest.MonkeyPatch) -> Report:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")
    return news_report("en.draft.txt")


@pytest.mark.parametrize(("name", "suffix"), [("text", "txt"), ("json", "json"), ("html", "html")])
def test_the_example_reports_are_current(draft: Report, name: str, suffix: str, request: pytest.FixtureRequest) -> None:
    buffer = io.BytesIO()
    reporter(name).render(draft, buffer)
    path = EXAMPLES / f"news.{suffix}"
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(buffer.getvalue())
    assert path.read_bytes() == buffer.getvalue(), f"{path.name} is out of date; `make golden` rewrites it"


def test_the_readme_quotes_the_example_report() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = readme.split("<!-- news.txt -->\n```text\n")[1].split("\n```")[0]
    report = {line.rstrip() for line in (EXAMPLES / "news.txt").read_text(encoding="utf-8").splitlines()}
    strangers = [line for line in block.splitlines() if line.rstrip() not in report and line.strip() != "…"]
    assert not strangers


def test_most_planted_errors_are_found_and_nothing_else(draft: Report) -> None:
    result = evaluate_findings(draft.findings, read_gold(NEWS / "expected.jsonl"))
    planted = len(result.found) + len(result.missed)
    assert len(result.found) >= 0.75 * planted
    assert len(result.unexpected) <= 0.1 * len(draft.findings)


def test_a_clean_translation_is_passed_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    report = news_report("en.clean.txt")
    assert [finding.message for finding in report.findings] == []
    assert report.gate.passed
    assert report.batch.documents[0].date == "2025-05-15"
    assert report.batch.documents[0].date_from == "dateline"
