"""Units of plain text, which one pattern reads: the same as when they are read as trees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from qa.formats import read_bilingual
from qa.formats.bilingual.xliff1_plain import plain_unit
from qa.formats.content import Place

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from qa.core import TranslationUnit

TEXT = st.text(st.sampled_from("aбЯ \n\t«»\"'>;ё́😀"), min_size=1, max_size=12)
SPACE = st.sampled_from(["", " ", "\n", "\r\n  ", "\t\n"])
ATTRIBUTES = st.sampled_from(["", ' state="final"', ' xml:lang="en"', ' state="new"  x:y="a b"'])
UNIT_ATTRIBUTES = st.sampled_from(["", ' translate="no"', ' approved="yes"', ' mq:status="Edited"', ' translate="yes"'])
NOTES = st.lists(TEXT, max_size=2)


def read(path: Path, content: str) -> list[TranslationUnit]:
    path.write_bytes(content.encode())
    return [
        unit for document in read_bilingual(path, source_language=None, target_language=None) for unit in document.units
    ]


def shown(unit: TranslationUnit) -> tuple[object, ...]:
    return unit.id, unit.source.text, unit.target.text, unit.state, unit.notes, unit.translate


@given(
    st.lists(st.tuples(UNIT_ATTRIBUTES, ATTRIBUTES, TEXT, TEXT, NOTES, SPACE), min_size=1, max_size=4),
)
def test_the_pattern_reads_as_the_tree_does(
    tmp_path_factory: pytest.TempPathFactory, units: list[tuple[str, str, str, str, list[str], str]]
) -> None:
    body = "".join(
        f'{space}<trans-unit id="{number}"{own}>{space}<source>{source}</source>{space}'
        f"<target{its}>{target}</target>{space}{''.join(f'<note>{note}</note>' for note in notes)}</trans-unit>"
        for number, (own, its, source, target, notes, space) in enumerate(units)
    )
    head = '<xliff version="1.2"><file source-language="ru" target-language="en" original="o">'
    file = f"{head}<body>{body}</body></file></xliff>"
    path = tmp_path_factory.mktemp("plain") / "u.xlf"
    by_pattern = read(path, file)
    by_tree = read(path, f"<!DOCTYPE xliff>{file}")
    assert [shown(unit) for unit in by_pattern] == [shown(unit) for unit in by_tree]
    for unit in by_pattern:
        for segment in (unit.source, unit.target):
            place = segment.position(0)
            assert place is not None
            assert file[place.file : place.file + len(segment.text)] == segment.text


def test_only_plain_text_matches_the_pattern() -> None:
    def matches(unit: str) -> bool:
        return plain_unit(unit, Place(0, 1, 1)) is not None

    assert matches('<trans-unit id="1"><source>a</source><target>b</target></trans-unit>')
    assert matches('<trans-unit id="1">\n<source>a</source >\n<target state="x">b</target>\n</trans-unit>')
    assert not matches('<trans-unit id="1"><source>a &amp; b</source><target>b</target></trans-unit>')
    assert not matches('<trans-unit id="1"><source>a<x id="1"/></source><target>b</target></trans-unit>')
    assert not matches('<trans-unit id="1"><source>a</source></trans-unit>')
    assert not matches('<trans-unit id="1"><source>a\r\nb</source><target>b</target></trans-unit>')
    assert not matches('<trans-unit id="a&lt;b"><source>a</source><target>b</target></trans-unit>')


def test_line_and_column_are_those_of_the_file(tmp_path: Path) -> None:
    file = (
        '<xliff version="1.2">\n<file source-language="ru" target-language="en">\n<body>\n'
        '<trans-unit id="1"><source>a</source><target>b</target></trans-unit>\n'
        '<trans-unit id="2">\r\n  <source>в</source>\r\n  <target>two</target></trans-unit></body></file></xliff>'
    )
    place = read(tmp_path / "u.xlf", file)[1].target.position(0)
    assert place is not None
    assert (place.line, place.column) == (7, 11)
