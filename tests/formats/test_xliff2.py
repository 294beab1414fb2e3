"""XLIFF 2."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest
from conformance import BilingualConformance

from qa.core import Document, FormatError, TranslationUnit
from qa.formats import detect, read_bilingual, write_back

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def xliff(body: str, encoding: str = "utf-8", root: str = 'srcLang="ru" trgLang="en"') -> str:
    head = f'<?xml version="1.0" encoding="{encoding}"?>\n'
    return f'{head}<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" {root}>\n{body}</xliff>\n'


def documents(path: Path, content: str) -> list[Document]:
    path.write_bytes(content.encode())
    return list(read_bilingual(path, source_language=None, target_language=None))


def read(path: Path, body: str) -> list[TranslationUnit]:
    content = xliff(f'<file id="f1">\n{body}</file>\n')
    return [unit for document in documents(path, content) for unit in document.units]


class TestXliff2(BilingualConformance):
    suffix = ".xlf"
    is_xml = True
    can_be_empty = False

    def escaped(self, text: str) -> str:
        return escape(text)

    def render_pairs(self, pairs: Sequence[tuple[str, str]], encoding: str = "utf-8") -> str:
        units = "".join(
            f'<unit id="{number}"><segment>\n<source>{escape(source)}</source>\n<target>{escape(target)}</target>\n'
            f"</segment></unit>\n"
            for number, (source, target) in enumerate(pairs)
        )
        return xliff(f'<file id="f1">\n{units}</file>\n', encoding)

    def test_a_created_file_holds_the_same_units(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, self.render(self.texts))
        assert not detect(path).creates


def test_inline_elements_are_codes(tmp_path: Path) -> None:
    body = (
        '<unit id="u"><originalData><data id="d1">&lt;b&gt;</data><data id="d2">&lt;/b&gt;</data>'
        '<data id="d3">%s</data></originalData><segment><source>A <pc id="1" dataRefStart="d1" dataRefEnd="d2">b</pc>'
        ' <ph id="2" dataRef="d3"/><sc id="3"/>c<ec startRef="3"/><mrk id="m" type="term">d</mrk>'
        '<sm id="n" type="term"/>e<em startRef="n"/><cp hex="001F"/>f</source></segment></unit>'
    )
    (unit,) = read(tmp_path / "a.xlf", body)
    assert unit.source.text == "A b cde\x1ff"
    assert [(code.kind, code.id, code.offset, code.data) for code in unit.source.codes] == [
        ("sc", "1", 2, "<b>"),
        ("ec", "1", 3, "</b>"),
        ("ph", "2", 4, "%s"),
        ("sc", "3", 4, '<sc id="3"/>'),
        ("ec", "3", 5, '<ec startRef="3"/>'),
    ]


@pytest.mark.parametrize("value", ["zz", "110000", "D800", ""])
def test_a_code_point_that_is_none_is_a_code(tmp_path: Path, value: str) -> None:
    body = f'<unit id="u"><segment><source>a<cp hex="{value}"/></source></segment></unit>'
    (unit,) = read(tmp_path / "a.xlf", body)
    assert unit.source.text == "a"
    assert [(code.kind, code.offset, code.data) for code in unit.source.codes] == [("ph", 1, f'<cp hex="{value}"/>')]


def test_segments_states_notes_and_what_must_stay(tmp_path: Path) -> None:
    body = (
        '<group id="g" translate="no"><unit id="u"><notes><note>n</note></notes>'
        '<segment id="s1" state="final"><source>A.</source><target>A.</target></segment>'
        "<ignorable><source> </source></ignorable><segment><source>B.</source></segment></unit></group>"
        '<unit id="v"><segment><source>C.</source><target>C.</target></segment></unit>'
    )
    assert [(u.id, u.state, u.notes, u.translate, u.target.text) for u in read(tmp_path / "a.xlf", body)] == [
        ("u#s1", "final", ("n",), False, "A."),
        ("u#2", "", ("n",), False, ""),
        ("v", "", (), True, "C."),
    ]


def test_each_file_is_a_document(tmp_path: Path) -> None:
    path = tmp_path / "a.xliff"
    unit = '<unit id="u"><segment><source>A.</source></segment></unit>'
    content = xliff(f'<file id="f1" original="a.docx">{unit}</file><file id="f2" original="b.resx">{unit}</file>')
    found = documents(path, content)
    assert [(document.id, document.running_text) for document in found] == [
        (path.as_posix(), True),
        (f"{path.as_posix()}#b.resx", False),
    ]


def test_a_missing_target_is_put_behind_the_source(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    read(path, '<unit id="u">\n  <segment>\n    <source>A.</source>\n  </segment>\n</unit>')
    before = path.read_text(encoding="utf-8")
    assert write_back(path, {(path.as_posix(), "u"): "B."}) == 1
    expected = before.replace("A.</source>", "A.</source>\n    <target>B.</target>")
    assert path.read_text(encoding="utf-8") == expected


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (xliff("<unit/>"), "a <unit> stands outside <file>"),
        (xliff('<file id="f"><unit id="u"><segment/></unit></file>'), "the segment 'u' has no <source>"),
    ],
)
def test_damage_is_an_error(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        documents(tmp_path / "a.xlf", content)


def test_another_vocabulary_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("<html/>", encoding="utf-8")
    with pytest.raises(FormatError, match="starts with <html>, so it is no XLIFF"):
        list(read_bilingual(path, source_language="ru", target_language="en", format="xliff2"))
