"""JSON lines."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest
from conformance import BilingualConformance

from qa.core import Document, FormatError, Segment, Span, TranslationUnit
from qa.formats import create, read_bilingual, write_back

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def read(path: Path, content: str) -> list[Document]:
    path.write_bytes(content.encode())
    return list(read_bilingual(path, source_language="ru", target_language="en"))


class TestJsonLines(BilingualConformance):
    suffix = ".jsonl"

    def escaped(self, text: str) -> str:
        return json.dumps(text, ensure_ascii=False)[1:-1]

    def render_pairs(self, pairs: Sequence[tuple[str, str]], encoding: str = "utf-8") -> str:
        del encoding
        rows = ({"source": source, "target": target} for source, target in pairs)
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def test_escapes_are_read_and_have_places(tmp_path: Path) -> None:
    content = r'{"target": "One \ud83d\ude9a\n\"two\" \u0074hree", "source": "Раз"}'
    (document,) = read(tmp_path / "a.jsonl", content)
    target = document.units[0].target
    assert target.text == 'One 🚚\n"two" three'
    location = target.locate(Span(target.text.index("two"), target.text.index("two") + 3))
    assert location is not None
    assert content[location.offset : location.offset + location.length] == "two"
    assert (location.line, location.column) == (1, location.offset + 1)


def test_optional_members_are_read(tmp_path: Path) -> None:
    rows = [
        {"id": 7, "document": "news", "date": "2026-03-18T10:00:00Z", "source": "Раз", "target": "One"},
        {"id": "x", "document": "news", "state": "draft", "note": "n", "source": "Два", "target": None, "more": [1]},
        {"source": "Три", "target": "Three", "id": None},
    ]
    first, second = read(tmp_path / "a.jsonl", "\n".join(json.dumps(row) for row in rows))
    assert (first.id, first.date, first.running_text) == ("news", dt.date(2026, 3, 18), True)
    assert [unit.id for unit in first.units] == ["7", "x"]
    assert (first.units[1].state, first.units[1].notes, first.units[1].target.text) == ("draft", ("n",), "")
    assert (second.running_text, second.units[0].id) == (False, "3")


def test_a_null_target_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    (document,) = read(path, '{"source": "Раз", "target": null}\n')
    assert write_back(path, {(document.id, "1"): 'One "1"'}) == 1
    assert path.read_text(encoding="utf-8") == '{"source": "Раз", "target": "One \\"1\\""}\n'


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"source": "Раз" "target": "One"}', r":2: is not valid JSON \(column 18: ',' or '}' was expected\)"),
        ('{"source": "Раз", "target": "One"', r"',' or '}' was expected"),
        ('{"source": "Раз", "target": "One"} x', "something follows the object"),
        ('{"source": "Раз", }', "'\"' was expected"),
        ('{source: "Раз"}', "a name in double quotes was expected"),
        ('{"source": "Раз\\q"}', "Invalid"),
        ('["Раз", "One"]', "an object {…} was expected"),
        ('{"source": "Раз"}', "has no member 'target'"),
        ('{"source": [0], "target": "One"}', r"'source' is no string: \[0\]"),
        ('{"source": null, "target": "One"}', "'source' is no string: null"),
        ('{"source": "\\ud800", "target": "One"}', "surrogate"),
        ('{"source": "a", "target": "b", "id": true}', "'id' must be a string or a whole number, not true"),
        ('{"source": "a", "target": "b", "date": "soon"}', "'soon' is no date"),
        ('{"a": ' + "[" * 100_000, "nested too deep"),
    ],
)
def test_a_bad_line_is_an_error_with_its_number(tmp_path: Path, line: str, message: str) -> None:
    with pytest.raises(FormatError, match=message) as caught:
        read(tmp_path / "a.jsonl", '{"source": "a", "target": "b"}\n' + line + "\n")
    assert caught.value.line == 2


def test_what_a_created_file_says(tmp_path: Path) -> None:
    path = tmp_path / "new.jsonl"
    unit = TranslationUnit("1", "d", Segment("ru", "Раз"), Segment("en", ""), state="new", notes=("a", "b"))
    create(path, [Document("d", "", "ru", "en", (unit,), date=dt.date(2026, 3, 18))])
    assert json.loads(path.read_text(encoding="utf-8")) == {
        "id": "1",
        "document": "d",
        "date": "2026-03-18",
        "source": "Раз",
        "target": "",
        "state": "new",
        "note": "a\nb",
    }
