"""Text for people: golden files, colour, width, and nothing that harms a terminal."""

from __future__ import annotations

import dataclasses
import io
import os
import re
from typing import TYPE_CHECKING

import msgspec
import pytest

from qa.core.finding import Suggestion
from qa.core.report import UnitText
from qa.core.span import Span
from qa.reporters import concise, grouped, reporter, text
from qa.reporters.terminal import wrap
from qa.reporters.visible import width

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa.core.report import Report
    from qa.reporters.terminal import TerminalReporter


def shown(made: TerminalReporter, report: Report, **options: object) -> bytes:
    stream = io.BytesIO()
    dataclasses.replace(made, **{"colour": False, "width": 80, **options}).render(report, stream)
    return stream.getvalue()


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("made", [text.REPORTER, concise.REPORTER, grouped.REPORTER], ids=lambda made: made.name)
def test_golden(made: TerminalReporter, report: Report, golden: Callable[[str, bytes], None]) -> None:
    golden(f"report.{made.name}.txt", shown(made, report))


def test_golden_in_colour(report: Report, golden: Callable[[str, bytes], None]) -> None:
    golden("report.colour.txt", shown(text.REPORTER, report, colour=True))


def test_golden_of_nothing(empty_report: Report, golden: Callable[[str, bytes], None]) -> None:
    golden("empty.txt", shown(text.REPORTER, empty_report))


@pytest.mark.parametrize("columns", [40, 60, 80, 132])
def test_excerpts_stay_inside_the_width(report: Report, columns: int) -> None:
    lines = shown(text.REPORTER, report, width=columns).decode().splitlines()
    excerpts = [line for line in lines if re.match(r"  │ (ru|en|  |fix)  ", line)]
    assert len(excerpts) > 20
    assert max(map(width, excerpts)) <= columns


def test_carets_stand_under_their_words(report: Report) -> None:
    lines = shown(text.REPORTER, report, width=100).decode().splitlines()
    row = next(number for number, line in enumerate(lines) if "«Северный рассвет»" in line)
    start = lines[row].index("Северный")
    assert lines[row + 1][start - 1 : start + 17] == " ^^^^^^^^^^^^^^^^ "
    row = next(number for number, line in enumerate(lines) if "𐐀 Hello 👋🏽, %d" in line)
    column = width(lines[row][: lines[row].index("%d")])
    assert lines[row + 1].index("^^") == column


def test_a_suppressed_finding_is_counted_and_not_shown(report: Report) -> None:
    out = shown(text.REPORTER, report).decode()
    assert "written twice" in out  # of the English words
    assert "“再见” is written twice" not in out
    assert "1 suppressed" in out


@pytest.mark.parametrize("made", [text.REPORTER, concise.REPORTER, grouped.REPORTER], ids=lambda made: made.name)
def test_text_cannot_reach_the_terminal(made: TerminalReporter, report: Report) -> None:
    poison = "\x1b]0;owned\x07 \x1b[2J\r\x9b31m \u202eevil\u2066 \x08\x7f \u2028::error::x\n::add-mask::y \ud800"
    first, *others = report.findings
    units = tuple(
        UnitText(id=unit.id, document=unit.document, source=poison + unit.source, target=poison + unit.target)
        for unit in report.units
    )
    poisoned = msgspec.structs.replace(
        report,
        units=units,
        findings=(
            msgspec.structs.replace(
                first,
                message=poison,
                rule=f"a/{poison}",
                evidence=(poison,),
                location=None,
                suggestion=Suggestion(Span(0, 4), poison),
            ),
            *others,
        ),
        notes=(poison,),
        batch=msgspec.structs.replace(report.batch, source_language=poison),
    )
    out = shown(made, poisoned).decode()
    assert not set(out) & set("\x1b\x07\r\x9b\u202e\u2066\x08\x7f\u2028\ud800")
    assert not [line for line in out.splitlines() if line.startswith("::")]
    assert "␛" in out


def test_a_tab_and_a_line_end_are_seen(report: Report) -> None:
    unit = UnitText(id="1", document="bridge", source="a\tb", target="c\nd")
    finding = msgspec.structs.replace(
        report.findings[0], unit="1", source_spans=(Span(1, 2),), target_spans=(), suggestion=None
    )
    out = shown(text.REPORTER, msgspec.structs.replace(report, units=(unit,), findings=(finding,))).decode()
    assert "a␉b" in out
    assert "c↵d" in out


def test_a_lone_accent_is_marked_under_its_letter(report: Report) -> None:
    unit = UnitText(id="1", document="bridge", source="", target="за\u0301мок")
    finding = msgspec.structs.replace(
        report.findings[0], unit="1", source_spans=(), target_spans=(Span(2, 3),), suggestion=None
    )
    lines = shown(text.REPORTER, msgspec.structs.replace(report, units=(unit,), findings=(finding,))).decode()
    assert "en   за\u0301мок\n  │       ^\n" in lines


class _Screen(io.BytesIO):
    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 1


@pytest.mark.parametrize(
    ("stream", "environment", "coloured"),
    [
        (io.BytesIO, {}, False),
        (_Screen, {"TERM": "xterm"}, True),
        (_Screen, {"TERM": "dumb"}, False),
        (_Screen, {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (io.BytesIO, {"FORCE_COLOR": "1"}, True),
        (io.BytesIO, {"FORCE_COLOR": "0"}, False),
        (io.BytesIO, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colour(
    stream: type[io.BytesIO],
    environment: dict[str, str],
    *,
    coloured: bool,
    report: Report,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    out = stream()
    reporter("text").render(report, out)
    assert (b"\x1b[" in out.getvalue()) is coloured


def test_colour_changes_nothing_but_colour(report: Report) -> None:
    coloured = re.sub(r"\x1b\[[0-9;]*m", "", shown(concise.REPORTER, report, colour=True).decode())
    assert coloured == shown(concise.REPORTER, report).decode()


def test_the_width_comes_from_the_environment_or_the_terminal(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    def rendered(stream: io.BytesIO) -> bytes:
        text.REPORTER.render(report, stream)
        return stream.getvalue()

    assert rendered(io.BytesIO()) == shown(text.REPORTER, report, width=100)
    monkeypatch.setenv("COLUMNS", "72")
    assert rendered(io.BytesIO()) == shown(text.REPORTER, report, width=72)
    monkeypatch.setenv("COLUMNS", "7")
    assert rendered(io.BytesIO()) == shown(text.REPORTER, report, width=40)
    monkeypatch.delenv("COLUMNS")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((90, 20)))
    assert rendered(_Screen()) == shown(text.REPORTER, report, width=90)


def test_lines_are_broken_at_spaces_and_a_long_word_stays_whole() -> None:
    assert list(wrap("one two three", 7)) == ["one two", "three"]
    assert list(wrap("a_very_long_word b", 5)) == ["a_very_long_word", "b"]
    assert list(wrap("再见 再见 再见", 9)) == ["再见 再见", "再见"]
    assert list(wrap("", 9)) == [""]
