"""A report that was written is read back the same, and a broken one is refused with file and line."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa.core.errors import EncodingError, FormatError, InputError
from qa.core.report import UnitText
from qa.core.span import Span
from qa.reporters import read_report, reporter
from qa.reporters.reading import _read_stream, _read_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from qa.core.report import Report

FORMATS = ("json", "jsonl")


def written(name: str, report: Report) -> bytes:
    stream = io.BytesIO()
    reporter(name).render(report, stream)
    return stream.getvalue()


@pytest.fixture
def saved(tmp_path: Path) -> Callable[[bytes], Path]:
    def save(content: bytes) -> Path:
        path = tmp_path / "saved-report"
        path.write_bytes(content)
        return path

    return save


@pytest.mark.parametrize("name", FORMATS)
def test_golden(name: str, report: Report, golden: Callable[[str, bytes], None]) -> None:
    golden(f"report.{name}", written(name, report))


@pytest.mark.parametrize("name", FORMATS)
def test_there_and_back(name: str, report: Report, empty_report: Report, saved: Callable[[bytes], Path]) -> None:
    for one in (report, empty_report):
        assert read_report(saved(written(name, one))) == one


@given(text=st.text(min_size=1))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # the report is frozen
@pytest.mark.parametrize(("name", "read"), [("json", _read_whole), ("jsonl", _read_stream)])
def test_any_text_goes_there_and_back(
    name: str, read: Callable[[bytes, str], tuple[Report, object]], report: Report, text: str
) -> None:
    unit = UnitText(id=text, document=text, source=text, target=text)
    finding = msgspec.structs.replace(
        report.findings[0], document=text, unit=text, message=text, source_spans=(Span(0, 1),), target_spans=()
    )
    one = msgspec.structs.replace(report, units=(unit,), findings=(finding,), notes=(text,))
    assert read(written(name, one), "saved")[0] == one


def test_the_schema_is_that_of_the_architecture(report: Report) -> None:
    content = msgspec.json.decode(written("json", report))
    assert list(content) == [
        "schema",
        "tool",
        "batch",
        "units",
        "findings",
        "scores",
        "summary",
        "gate",
        "rules",
        "notes",
        "mentions",
    ]
    finding = content["findings"][0]
    assert finding["source_spans"] == [[71, 87], [90, 104]]
    assert finding["target_spans"] == [[0, 13]]
    assert finding["suggestion"] == {"span": [0, 13], "text": "Northern Dawn (banned in Russia)"}
    assert finding["location"] == {"path": "news/bridge.en.txt", "line": 3, "column": 1, "offset": 300, "length": 13}
    assert finding["suppressed"] is None
    assert content["scores"][0]["level"] == "corpus"


def test_every_unit_and_finding_has_a_line(report: Report) -> None:
    lines = written("json", report).splitlines()
    assert sum(line.startswith(b'{"rule":') for line in lines) == len(report.findings)
    assert sum(line.startswith(b'{"id":') and b'"source":' in line for line in lines) == len(report.units)
    kinds = [msgspec.json.decode(line)["type"] for line in written("jsonl", report).splitlines()]
    assert kinds == (["report"] + ["unit"] * 7 + ["finding"] * 11 + ["score"] * 3 + ["summary", "gate"])


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_that_was_cut_off_is_refused(name: str, report: Report, saved: Callable[[bytes], Path]) -> None:
    content = written(name, report)
    for length in range(0, len(content) - 1, 97):
        with pytest.raises((FormatError, EncodingError)) as caught:  # inside a character it is no UTF-8 either
            read_report(saved(content[:length]))
        assert caught.value.line is not None


def test_the_line_of_the_cut_is_told(report: Report, saved: Callable[[bytes], Path]) -> None:
    path = saved(written("json", report)[:-1000])
    lines = path.read_bytes().count(b"\n") + 1
    with pytest.raises(FormatError, match=rf"saved-report:{lines}: the report ends too early: it was cut off"):
        read_report(path)
    path = saved(b"".join(written("jsonl", report).splitlines(keepends=True)[:-1]))
    with pytest.raises(FormatError, match="saved-report:23: the report ends too early"):
        read_report(path)


@pytest.mark.parametrize(
    ("name", "old", "new", "complaint"),
    [
        ("json", b"qa.report/1", b"qa.report/9", r":1: the schema is 'qa\.report/9', and only 'qa\.report/1'"),
        ("jsonl", b"qa.report/1", b"qa.report/9", r":1: the schema is 'qa\.report/9'"),
        ("json", b'{"schema":"qa.report/1",', b"{", r":1: no `schema` is given"),
        ("json", b'"severity":"neutral"', b'"severity":"grave"', r":15: not as the schema .* Invalid enum value"),
        ("jsonl", b'"severity":"neutral"', b'"severity":"grave"', r":10: not as the schema .* Invalid enum value"),
        ("json", b'"passed":false', b'"passed":"no"', r":32: not as the schema .* Expected `bool`, got `str`"),
        ("json", b'"summary":', b'"sum":', r":1: not as the schema .* missing required field `summary`"),
        ("json", b"[71,87]", b"[87,71]", r":14: not as the schema .* a span needs 0 <= start <= end"),
        ("json", b'"findings":[\n', b'"findings":[\n,', r":14: no valid JSON"),
        ("json", b"[71,87]", b"[71,987]", r":14: the span \[71, 987\] leaves the text, which has 176 characters"),
        ("jsonl", b"[71,87]", b"[71,987]", r":9: the span \[71, 987\] leaves the text"),
        ("json", b'"span":[12,14]', b'"span":[12,1400]', r":15: the span \[12, 1400\] leaves the text"),
        (
            "jsonl",
            b'"unit":"farewell"',
            b'"unit":"gone"',
            r":18: there is no unit 'gone' in document 'interface'",
        ),
        ("jsonl", b'"type":"score"', b'"type":"colour"', r":20: a record of type 'colour' does not belong"),
        ("json", b"Northern", b"\xff\xfe", r":\d+: the report is not UTF-8, or was cut off"),
        ("jsonl", b"Northern", b"\xff\xfe", r":\d+: the report is not UTF-8, or was cut off"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(
    name: str, old: bytes, new: bytes, complaint: str, report: Report, saved: Callable[[bytes], Path]
) -> None:
    content = written(name, report)
    assert old in content
    with pytest.raises(InputError, match=r"saved-report" + complaint):
        read_report(saved(content.replace(old, new, 1)))


@pytest.mark.parametrize("content", [b"[]", b"null", b"7", b'"text"'])
def test_json_that_is_no_object_is_refused(content: bytes, saved: Callable[[bytes], Path]) -> None:
    with pytest.raises(FormatError, match=r"saved-report:1: not as the schema qa\.report/1 has it: Expected `object`"):
        read_report(saved(content))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"absent\.json: the report cannot be read \(No such file or directory\)"):
        read_report(tmp_path / "absent.json")


def test_a_report_laid_out_by_another_program_is_read(report: Report, saved: Callable[[bytes], Path]) -> None:
    pretty = msgspec.json.format(written("json", report), indent=2)
    assert read_report(saved(pretty)) == report
    line = pretty[: pretty.index(b'"neutral"')].count(b"\n")
    with pytest.raises(FormatError) as caught:
        read_report(saved(pretty.replace(b'"neutral"', b'"grave"', 1)))
    assert caught.value.line is not None
    assert 0 <= line - caught.value.line <= 3  # where the finding starts
