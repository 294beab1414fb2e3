"""Units of plain text, which one pattern reads: the same as when they are read as trees."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.core import FormatError
from qa.formats import read_bilingual
from qa.formats.bilingual.xliff1_plain import PLAIN_UNIT
from qa.formats.markup import stretches

if TYPE_CHECKING:
    from pathlib import Path

    from qa.core import TranslationUnit

HEAD = '<xliff version="1.2"><file source-language="ru" target-language="en" original="o"><body>'
FIRST = '<trans-unit id="first"><source>a</source><target>b</target></trans-unit>'
PLAIN = '<trans-unit id="plain"><source>c</source><target>d</target></trans-unit>'
FOOT = "</body></file></xliff>"
TEXT = st.text(st.sampled_from("aбЯ \n\t«»\"'>;ё́😀"), max_size=12)
MARKUP = st.sampled_from(["&amp;", "<x id='1'/>", "<![CDATA[</trans-unit>]]>", "<!-- </trans-unit> -->", "x\r\ny"])
SPACE = st.sampled_from(["", " ", "\n", "\r\n  ", "\t\n"])
BETWEEN = st.sampled_from(
    ["", "\n", "\r", "<note>n</note>", "</group><group translate='no'><note>qa:ignore[x] y</note>"]
)
ATTRIBUTES = st.sampled_from(["", ' state="final"', ' xml:lang="en"', ' state="new"  x:y="a b"'])
UNIT_ATTRIBUTES = st.sampled_from(
    ["", ' id="a"', ' id=""', ' x:id="b" id="a"', ' translate="no"', ' approved="yes"  id="c"', ' mq:status="Edited"']
)
NOTES = st.lists(TEXT, max_size=2)
UNIT = st.builds(
    lambda own, its, source, target, notes, space: (
        f"{space}<trans-unit{own}>{space}<source>{source}</source>{space}<target{its}>{target}</target>{space}"
        f"{''.join(f'<note>{note}</note>' for note in notes)}</trans-unit>"
    ),
    UNIT_ATTRIBUTES, ATTRIBUTES, TEXT, TEXT | MARKUP, NOTES, SPACE,
)  # fmt: skip


def read(path: Path, content: str) -> list[TranslationUnit]:
    path.write_bytes(content.encode())
    return [
        unit for document in read_bilingual(path, source_language=None, target_language=None) for unit in document.units
    ]


def matches(unit: str) -> bool:
    return PLAIN_UNIT.fullmatch(unit) is not None


@given(st.lists(st.tuples(UNIT, BETWEEN), min_size=1, max_size=6), st.integers(min_value=1, max_value=400))
def test_the_pattern_reads_as_the_tree_does(
    tmp_path_factory: pytest.TempPathFactory, units: list[tuple[str, str]], chunk: int
) -> None:
    body = "".join(unit + between for unit, between in units)
    file = f"{HEAD}<group>{body}</group>{FOOT}"
    path = tmp_path_factory.mktemp("plain") / "u.xlf"
    with patch.object(stretches, "_CHUNK", chunk):
        by_pattern = read(path, file)
    with patch.object(stretches._StretchReader, "_is_between", lambda _: False):
        assert by_pattern == read(path, file)


def test_only_plain_text_matches_the_pattern() -> None:
    assert matches('<trans-unit id="1"><source>a</source><target>b</target></trans-unit>')
    assert matches('\n<trans-unit id="1">\n<source>a</source >\n<target state="x">b</target>\n</trans-unit>')
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


@pytest.mark.parametrize("around", [("<!--", "-->"), ("<?x ", "?>"), ("<![CDATA[", "]]>")])
def test_what_looks_like_a_unit_and_is_none_is_passed_over(tmp_path: Path, around: tuple[str, str]) -> None:
    hidden = f"{around[0]} </trans-unit>{PLAIN}{PLAIN} {around[1]}"
    units = read(tmp_path / "u.xlf", f"{HEAD}{FIRST}{hidden}{PLAIN}{FOOT}")
    assert [unit.id for unit in units] == ["first", "plain"]


@pytest.mark.parametrize(
    "broken",
    [
        '<trans-unit id="1" id="2"><source>a</source><target>b</target></trans-unit>',
        '<trans-unit x="1" x="2"><source>a</source><target>b</target></trans-unit>',
        '<trans-unit id="1"><source>a\x01</source><target>b</target></trans-unit>',
        '<trans-unit id="1"><source>a]]></source><target>b</target></trans-unit>',
        '<trans-unit id="1" -x="2"><source>a</source><target>b</target></trans-unit>',
        '<trans-unit id="1"><source>a</source><target>\uffff</target></trans-unit>',
    ],
)
def test_what_the_pattern_matches_must_be_well_formed(tmp_path: Path, broken: str) -> None:
    assert matches(broken)
    with pytest.raises(FormatError, match=r"u\.xlf:3: is not well-formed"):
        read(tmp_path / "u.xlf", f"{HEAD}{FIRST}\n{PLAIN}\n{broken}{PLAIN}{FOOT}")


def test_an_attribute_that_the_document_type_adds_counts(tmp_path: Path) -> None:
    kind = '<!DOCTYPE xliff [<!ATTLIST trans-unit translate CDATA "no">]>'
    assert [unit.translate for unit in read(tmp_path / "u.xlf", kind + HEAD + FIRST + PLAIN + FOOT)] == [False, False]
