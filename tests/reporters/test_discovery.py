"""Asking for an output format by name."""

from __future__ import annotations

import io
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from qa.core.errors import UsageError
from qa.reporters import reporter, reporter_names

if TYPE_CHECKING:
    from qa.core.report import Report


def test_every_format_is_found_by_walking() -> None:
    machine = {"github", "gitlab", "json", "jsonl", "junit", "rdjson", "rdjsonl", "sarif", "tsv"}
    people = {"concise", "grouped", "html", "markdown", "statistics", "summary", "text"}
    assert reporter_names() == tuple(sorted(machine | people))
    assert [reporter(name).name for name in reporter_names()] == list(reporter_names())


def test_an_unknown_name_gets_the_nearest() -> None:
    with pytest.raises(UsageError, match=r"no output format is called 'jsonn'; did you mean 'json'\?"):
        reporter("jsonn")
    with pytest.raises(UsageError, match=r"'sheet'; there are concise, github, .*, text, tsv\."):
        reporter("sheet")


@pytest.mark.parametrize("name", reporter_names())
def test_the_same_report_gives_the_same_bytes(name: str, report: Report) -> None:
    first, second = io.BytesIO(), io.BytesIO()
    reporter(name).render(report, first)
    reporter(name).render(report, second)
    assert first.getvalue() == second.getvalue()
    assert first.getvalue().endswith(b"\n")
    assert not first.closed


@pytest.mark.parametrize("name", sorted({*reporter_names()} - {"rdjsonl"}))  # a line a finding: none is no line
def test_an_empty_report_is_a_report(name: str, empty_report: Report) -> None:
    stream = io.BytesIO()
    reporter(name).render(empty_report, stream)
    assert stream.getvalue()


def test_the_heavy_libraries_wait_until_a_report_is_written() -> None:
    code = (
        "import sys, qa.reporters as r; r.reporter_names(); print([x for x in ('rich', 'jinja2') if x in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
