"""Markdown: within its bytes, to the byte, and with nothing in it that text of others could do."""

from __future__ import annotations

import html
import io
import re
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa.core.finding import Severity
from qa.reporters import reporter
from qa.reporters.markdown import COMMENT_LIMIT, fitted, shown_as_is
from qa.reporters.summary import SUMMARY_LIMIT

if TYPE_CHECKING:
    from qa.core.report import Report


def rendered(name: str, report: Report) -> bytes:
    stream = io.BytesIO()
    reporter(name).render(report, stream)
    return stream.getvalue()


def many(report: Report, number: int) -> Report:
    return msgspec.structs.replace(report, findings=report.findings[:1] * number)


def padded(report: Report, size: int) -> Report:
    """``report`` with findings whose Markdown has ``size`` bytes in all."""
    plain = msgspec.structs.replace(report.findings[0], suggestion=None, message="x")
    row = len(fitted(with_findings(report, (plain, plain)), 1 << 30)) - len(
        fitted(with_findings(report, (plain,)), 1 << 30)
    )
    number = (size - len(fitted(with_findings(report, ()), 1 << 30))) // row - 10
    base = len(fitted(with_findings(report, (plain,) * number), 1 << 30))
    long = msgspec.structs.replace(plain, severity=Severity.NEUTRAL, message="x" * (1 + size - base))
    wide = with_findings(report, (plain,) * (number - 1) + (long,))
    extra = len(fitted(wide, 1 << 30)) - size  # the other severity has a longer name
    exact = msgspec.structs.replace(long, message="x" * (len(long.message) - extra))
    return with_findings(report, (plain,) * (number - 1) + (exact,))


def with_findings(report: Report, findings: tuple[object, ...]) -> Report:
    return msgspec.structs.replace(report, findings=findings)


@pytest.mark.parametrize(("name", "limit"), [("summary", SUMMARY_LIMIT), ("markdown", COMMENT_LIMIT)])
def test_exactly_at_the_limit_all_is_shown_and_one_byte_more_is_cut(report: Report, name: str, limit: int) -> None:
    full = rendered(name, padded(report, limit))
    assert len(full) == limit
    assert b"in the report." not in full
    cut = rendered(name, padded(report, limit + 1))
    assert len(cut) <= limit
    assert cut.endswith(b"\n1 more finding is in the report.\n")


@pytest.mark.parametrize(("name", "limit"), [("summary", SUMMARY_LIMIT), ("markdown", COMMENT_LIMIT)])
def test_what_is_missing_is_counted(report: Report, name: str, limit: int) -> None:
    shown = rendered(name, many(report, 25_001))
    assert limit - 1000 < len(shown) <= limit
    rows = shown.count(b"\n| major |")
    more = re.search(rb"\n([\d,]+) more findings are in the report\.\n$", shown)
    assert more
    assert rows + int(more[1].replace(b",", b"")) == 25_001


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # a report is never changed
@given(limit=st.integers(0, 3000))
def test_no_limit_is_ever_passed(report: Report, limit: int) -> None:
    assert len(fitted(report, limit)) <= limit


HOSTILE = "@team #12 http://x.invalid <img src=x onerror=y> [a](b) `c` *d* _e_ ~~f~~ | $g$ & \\ {{h}} a@b.invalid"


def test_text_of_others_is_text(report: Report) -> None:
    shown = shown_as_is(HOSTILE)
    assert not re.search(r"[@*_`\[\]|~$\\{}]", re.sub(r"&#\d+;|<!-- -->", "", shown))
    assert "<img" not in shown
    assert "http:" not in shown
    assert "&#64;<!-- -->team" in shown
    first = msgspec.structs.replace(report.findings[0], message=HOSTILE + "\n| a row |\n# heading")
    page = rendered("markdown", with_findings(report, (first,))).decode()
    assert page.count("\n# ") == 0
    assert {line.count("|") for line in page.splitlines() if line.startswith("| major")} == {5}


def test_references_stand_for_what_was_written() -> None:
    assert html.unescape(shown_as_is(HOSTILE).replace("<!-- -->", "")) == HOSTILE
