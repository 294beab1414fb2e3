"""Columns in three units, by the file where it is there and by the texts of the report where it is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.core.finding import Finding, Severity, Suggestion
from qa.core.report import BatchInfo, DocumentInfo, GateResult, Report, Summary, Tool, UnitText
from qa.core.segment import Location
from qa.core.span import Span
from qa.reporters.regions import ColumnUnit, Region, Regions

LINE = "𐐀 👋 Слово\t𐐀 the Lena bridge"
"""A row of a table whose first cell is the source; two characters before the target take four bytes."""
TARGET = LINE.partition("\t")[2]


def made(path: str, line: int, column: int, offset: int, span: Span, **more: object) -> Report:
    finding = Finding(
        rule="style/calque",
        category="style",
        severity=Severity.MINOR,
        message="m",
        document="d",
        unit="1",
        target_spans=(span,),
        location=Location(path, line, column, offset, len(span)),
        **more,  # type: ignore[arg-type]
    )
    unit = UnitText(id="1", document="d", source="𐐀 👋 Слово", target=TARGET, line=line)
    return Report(
        tool=Tool("qa", "1"),
        batch=BatchInfo("ru", "en", (DocumentInfo("d", path, 1),)),
        units=(unit,),
        findings=(finding,),
        summary=Summary(units=1, findings={"minor": 1}),
        gate=GateResult(passed=True),
    )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def region(report: Report, unit: ColumnUnit) -> Region:
    return Regions(report, unit).region(report.findings[0])


LENA = Span(TARGET.index("Lena"), TARGET.index("Lena") + 4)
COLUMN = LINE.index("Lena") + 1


@pytest.mark.parametrize(
    ("unit", "before"),
    [(ColumnUnit.CODE_POINT, 0), (ColumnUnit.UTF_16, 3), (ColumnUnit.UTF_8, 3 * 3 + 5)],
    ids=lambda value: getattr(value, "name", value),
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_columns_count_what_stands_before_on_the_line(folder: Path, unit: ColumnUnit, before: int, ending: str) -> None:
    (folder / "a.tsv").write_bytes(f"𐐀\tx{ending}{LINE}{ending}".encode())
    report = made("a.tsv", 2, COLUMN, 3 + len(ending) + COLUMN - 1, LENA)
    column = COLUMN + before
    assert region(report, unit) == Region(2, column, 2, column + 4)
    text = LINE.encode("utf-16-le") if unit is ColumnUnit.UTF_16 else LINE.encode()
    if unit is ColumnUnit.UTF_16:
        assert text[2 * (column - 1) : 2 * (column + 3)].decode("utf-16-le") == "Lena"
    if unit is ColumnUnit.UTF_8:
        assert text[column - 1 : column + 3].decode() == "Lena"


def test_without_the_file_the_units_own_text_is_counted(folder: Path) -> None:
    report = made("gone.tsv", 2, COLUMN, 99, LENA)
    assert region(report, ColumnUnit.UTF_16) == Region(2, COLUMN + 1, 2, COLUMN + 5)
    (folder / "gone.tsv").write_text("another text\n\n", encoding="utf-8")  # a file that is not what was checked
    assert region(report, ColumnUnit.UTF_16) == Region(2, COLUMN + 1, 2, COLUMN + 5)


def test_a_region_over_a_line_end(folder: Path) -> None:
    (folder / "a.txt").write_text("one 𐐀\ntwo 𐐀 three\n", encoding="utf-8")
    report = made("a.txt", 1, 5, 4, Span(0, 7))
    assert region(report, ColumnUnit.UTF_16) == Region(1, 5, 2, 7)  # “𐐀\ntwo 𐐀” is seven code points
    assert region(report, ColumnUnit.UTF_8) == Region(1, 5, 2, 9)


def test_a_finding_without_a_place_stands_at_its_unit(folder: Path) -> None:
    del folder
    report = made("a.txt", 7, 1, 0, LENA)
    nowhere = Finding(
        rule="a/b", category="", severity=Severity.MINOR, message="m", document="d", unit="1", location=None
    )
    assert Regions(report, ColumnUnit.UTF_8).region(nowhere) == Region(7, 1, 7, 1)


def test_a_replacement_is_where_the_words_stand(folder: Path) -> None:
    (folder / "a.tsv").write_text(LINE + "\n", encoding="utf-8")
    words = Span(LENA.start + 1, LENA.end)
    report = made("a.tsv", 1, COLUMN, COLUMN - 1, LENA, suggestion=Suggestion(words, "ena’s"))
    found = Regions(report, ColumnUnit.UTF_16).replacement(report.findings[0])
    assert found == Region(1, COLUMN + 4, 1, COLUMN + 7)


@pytest.mark.parametrize("text", ["a & b", "a\tb", "“a”\n", "<b>", 'a "b"', "a\\b"])
def test_no_replacement_where_the_words_would_need_escaping(folder: Path, text: str) -> None:
    (folder / "a.tsv").write_text(LINE + "\n", encoding="utf-8")
    report = made("a.tsv", 1, COLUMN, COLUMN - 1, LENA, suggestion=Suggestion(LENA, text))
    assert Regions(report, ColumnUnit.UTF_16).replacement(report.findings[0]) is None


def test_no_replacement_where_the_file_has_other_words(folder: Path) -> None:
    (folder / "a.tsv").write_text(LINE.replace("Lena", "Lean") + "\n", encoding="utf-8")
    report = made("a.tsv", 1, COLUMN, COLUMN - 1, LENA, suggestion=Suggestion(LENA, "Volga"))
    assert Regions(report, ColumnUnit.UTF_16).replacement(report.findings[0]) is None


def test_no_insertion_behind_words_that_are_escaped(folder: Path) -> None:
    (folder / "a.tsv").write_text(LINE.replace("Lena", "L&#101;na") + "\n", encoding="utf-8")
    behind = Suggestion(Span(LENA.end, LENA.end), ",")
    report = made("a.tsv", 1, COLUMN, COLUMN - 1, LENA, suggestion=behind)
    assert Regions(report, ColumnUnit.UTF_16).replacement(report.findings[0]) is None
    (folder / "b.tsv").write_text(LINE + "\n", encoding="utf-8")
    report = made("b.tsv", 1, COLUMN, COLUMN - 1, LENA, suggestion=behind)
    found = Regions(report, ColumnUnit.UTF_16).replacement(report.findings[0])
    assert found == Region(1, COLUMN + 7, 1, COLUMN + 7)


def test_no_replacement_before_the_start_of_the_line(folder: Path) -> None:
    (folder / "a.tsv").write_text(LINE + "\n", encoding="utf-8")
    report = made("a.tsv", 1, 2, 1, LENA, suggestion=Suggestion(Span(0, 1), "x"))
    assert Regions(report, ColumnUnit.UTF_16).replacement(report.findings[0]) is None


def test_paths_are_those_of_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "repository/.git").mkdir(parents=True)
    (tmp_path / "repository/news").mkdir()
    monkeypatch.chdir(tmp_path / "repository/news")
    report = made("a.tsv", 1, 1, 0, LENA)
    assert Regions(report, ColumnUnit.UTF_8).path(report.findings[0]) == "news/a.tsv"
    assert Regions(report, ColumnUnit.UTF_8).relative("../b.tsv") == "b.tsv"
    outside = (tmp_path / "c.tsv").as_posix()
    assert Regions(report, ColumnUnit.UTF_8).relative(outside) == Path(outside).resolve().as_posix()


@given(st.text(st.characters(blacklist_categories=["Cs"])))
def test_units_are_those_of_the_encodings(text: str) -> None:
    assert ColumnUnit.CODE_POINT.count(text) == len(text)
    assert ColumnUnit.UTF_16.count(text) == len(text.encode("utf-16-le")) // 2
    assert ColumnUnit.UTF_8.count(text) == len(text.encode())
