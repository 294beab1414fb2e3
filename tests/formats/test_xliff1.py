"""XLIFF 1.2, SDLXLIFF, MQXLIFF."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest
from conformance import BilingualConformance

from qa.core import Document, FormatError, InlineCode, InputError, Segment, Span, TranslationUnit
from qa.formats import create, read_bilingual, write_back

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FILE = '<file original="news.docx" source-language="ru-RU" target-language="en-GB" datatype="x-docx">\n<body>\n'


def xliff(body: str, encoding: str = "utf-8", file: str = FILE) -> str:
    head = f'<?xml version="1.0" encoding="{encoding}"?>\n'
    root = '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
    return f"{head}{root}{file}{body}</body>\n</file>\n</xliff>\n"


def unit(source: str, target: str, name: str = "1") -> str:
    return f'<trans-unit id="{name}">\n  <source>{source}</source>\n  <target>{target}</target>\n</trans-unit>\n'


def documents(path: Path, content: str, source: str | None = None, target: str | None = None) -> list[Document]:
    path.write_bytes(content.encode())
    return list(read_bilingual(path, source_language=source, target_language=target))


def read(path: Path, body: str) -> list[TranslationUnit]:
    return [entry for document in documents(path, xliff(body)) for entry in document.units]


class TestXliff1(BilingualConformance):
    suffix = ".xlf"
    is_xml = True
    can_be_empty = False

    def escaped(self, text: str) -> str:
        return escape(text)

    def render_pairs(self, pairs: Sequence[tuple[str, str]], encoding: str = "utf-8") -> str:
        units = (unit(escape(source), escape(target), str(n)) for n, (source, target) in enumerate(pairs))
        return xliff("".join(units), encoding)


class TestSdlxliff(TestXliff1):
    suffix = ".sdlxliff"

    def render_pairs(self, pairs: Sequence[tuple[str, str]], encoding: str = "utf-8") -> str:
        sources, targets, levels = "", "", ""
        for number, (source, target) in enumerate(pairs, 1):
            mark = f'<mrk mtype="seg" mid="{number}">'
            sources += f"{mark}{escape(source)}</mrk>\n"
            targets += f"{mark}{escape(target)}</mrk>\n"
            levels += f'<sdl:seg id="{number}" conf="Translated"/>'
        segmented = f'<seg-source><g id="0">{sources}</g></seg-source>\n<target><g id="0">{targets}</g></target>\n'
        definitions = f'<sdl:seg-defs xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0">{levels}</sdl:seg-defs>'
        return xliff(f'<trans-unit id="g-u-i-d"><source/>{segmented}{definitions}</trans-unit>\n', encoding)

    def test_states_and_ids_are_those_of_the_segments(self, tmp_path: Path) -> None:
        units = self.units(self.write(tmp_path, self.render(self.texts)))
        assert [entry.id for entry in units] == ["1", "2", "3", "4"]
        assert {entry.state for entry in units} == {"Translated"}

    def test_an_empty_target_has_a_place(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, self.render_pairs([("Раз.", ""), ("Два.", "Two.")]))
        location = self.units(path)[0].target.locate(Span(0, 0))
        assert location is not None
        file = self.decoded(path)
        assert file.index("<target>") < location.offset < file.index("Two.")


def test_inline_elements_are_codes(tmp_path: Path) -> None:
    source = (
        'A <g id="1">b<x id="2"/></g> <bx id="3" rid="r"/>c<ex id="4" rid="r"/> '
        '<bpt id="5">&lt;i&gt;</bpt>d<ept id="5">&lt;/i&gt;</ept><ph id="6">%s<sub>no</sub></ph>'
        '<it id="7" pos="open">{</it><mrk mtype="x-term">e</mrk><own:tag a="1">f</own:tag><own:br/>'
    )
    (entry,) = read(tmp_path / "a.xlf", unit(source, ""))
    assert entry.source.text == "A b c def"
    assert [(code.kind, code.id, code.offset, code.data) for code in entry.source.codes] == [
        ("sc", "1", 2, '<g id="1">'),
        ("ph", "2", 3, '<x id="2"/>'),
        ("ec", "1", 3, "</g>"),
        ("sc", "r", 4, '<bx id="3" rid="r"/>'),
        ("ec", "r", 5, '<ex id="4" rid="r"/>'),
        ("sc", "5", 6, "<i>"),
        ("ec", "5", 7, "</i>"),
        ("ph", "6", 7, "%sno"),
        ("sc", "7", 7, "{"),
        ("sc", "10", 8, '<own:tag a="1">'),
        ("ec", "11", 9, "</own:tag>"),
        ("ph", "12", 9, "<own:br/>"),
    ]


def test_states_notes_and_what_must_stay(tmp_path: Path) -> None:
    body = (
        '<group translate="no"><trans-unit id="1"><source>A</source><target state="final">A</target></trans-unit>'
        '<trans-unit id="2" translate="yes" approved="yes"><source>B</source><target>B</target><note>n</note>'
        "<note> </note></trans-unit></group>"
        '<trans-unit id="3" translate="no" mq:status="Proofread"><source>C</source><target/></trans-unit>'
        "<trans-unit><source>D</source><target>D</target>"
        "<alt-trans><source>X</source><target>Y</target></alt-trans></trans-unit>"
    )
    units = read(tmp_path / "a.mqxliff", body)
    assert [(entry.id, entry.state, entry.translate, entry.notes) for entry in units] == [
        ("1", "final", False, ()),
        ("2", "approved", True, ("n",)),
        ("3", "Proofread", False, ()),
        ("4", "", True, ()),
    ]
    assert units[3].target.text == "D"


def test_each_file_is_a_document(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    body = unit("Раз", "One")
    strings = FILE.replace("news.docx", "ui.strings").replace("x-docx", "plaintext")
    nameless = FILE.replace("news.docx", "").replace("x-docx", "javapropertyresourcebundle")
    more = "".join(f"</body></file>{file}{body}" for file in (FILE, strings, nameless, FILE))
    found = documents(path, xliff(body + more))
    name = path.as_posix()
    assert [(document.id, document.running_text) for document in found] == [
        (name, True),
        (f"{name}#news.docx", True),
        (f"{name}#ui.strings", False),
        (f"{name}#4", False),
        (f"{name}#news.docx-2", True),
    ]


def test_languages_are_stated_or_asked_for_and_agree(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    bare = '<file original="a" source-language="ru" datatype="html"><body>'
    content = xliff('<trans-unit id="1"><source>Раз</source><target xml:lang="en">1</target></trans-unit>', file=bare)
    (document,) = documents(path, content)
    assert (document.source_language, document.target_language) == ("ru", "en")
    with pytest.raises(FormatError, match=r":3: states the target language 'en', not 'de'; change -t"):
        documents(path, content, target="de")
    with pytest.raises(InputError, match="does not state its target language; give -t"):
        documents(path, xliff(unit("Раз", "One"), file=bare))


def test_a_missing_target_is_put_behind_the_source(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    content = xliff('<trans-unit id="1">\r\n\t<source>Раз</source>\r\n\t<note>n</note>\r\n</trans-unit>\r\n')
    documents(path, content)
    assert write_back(path, {(path.as_posix(), "1"): "One <1>"}) == 1
    expected = content.replace("Раз</source>", "Раз</source>\r\n\t<target>One &lt;1&gt;</target>")
    assert path.read_bytes() == expected.encode()


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("", '<target><mrk mtype="seg" mid="1">One.</mrk><mrk mtype="seg" mid="2">Two.</mrk></target>'),
        (
            '<target state="new"/>',
            '<target state="new"><mrk mtype="seg" mid="1">One.</mrk><mrk mtype="seg" mid="2">Two.</mrk></target>',
        ),
        (
            '<target><mrk mtype="seg" mid="1"/></target>',
            '<target><mrk mtype="seg" mid="1">One.</mrk><mrk mtype="seg" mid="2">Two.</mrk></target>',
        ),
    ],
)
def test_missing_segments_are_put_into_the_target(tmp_path: Path, target: str, expected: str) -> None:
    path = tmp_path / "a.xlf"
    segments = '<mrk mtype="seg" mid="1">Раз.</mrk> <mrk mtype="seg" mid="2">Два.</mrk>'
    body = f'<trans-unit id="7"><source>Раз. Два.</source><seg-source>{segments}</seg-source>{target}</trans-unit>'
    assert [entry.id for entry in read(path, body)] == ["7#1", "7#2"]
    assert write_back(path, {(path.as_posix(), "7#2"): "Two.", (path.as_posix(), "7#1"): "One."}) == 2
    assert expected in path.read_text(encoding="utf-8")
    assert [entry.target.text for entry in documents(path, path.read_text(encoding="utf-8"))[0].units] == [
        "One.",
        "Two.",
    ]


def test_a_target_without_segments_is_that_of_the_whole_unit(tmp_path: Path) -> None:
    body = (
        '<trans-unit id="7"><source>Раз. Два.</source><seg-source><mrk mtype="seg" mid="1">Раз.</mrk>'
        ' <mrk mtype="seg" mid="2">Два.</mrk></seg-source><target>One and two.</target></trans-unit>'
    )
    (entry,) = read(tmp_path / "a.xlf", body)
    assert (entry.source.text, entry.target.text) == ("Раз. Два.", "One and two.")


def test_segments_of_the_target_alone_are_units_too(tmp_path: Path) -> None:
    mark = '<mrk mtype="seg" mid="{}">{}</mrk>'.format
    body = (
        f'<trans-unit id="7"><source/><seg-source>{mark(1, "Раз.")}{mark(1, "Два.")}</seg-source>'
        f"<target>{mark(3, 'Three.')}{mark(1, 'One.')}</target></trans-unit>"
    )
    units = read(tmp_path / "a.xlf", body)
    assert [(entry.id, entry.source.text, entry.target.text) for entry in units] == [
        ("7#1", "Раз.", "One."),
        ("7#1-2", "Два.", ""),
        ("7#3", "", "Three."),
    ]


def test_character_data_sections_and_references_keep_their_form(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    (entry,) = read(path, unit("Раз", "a &#x2014; b &amp; <![CDATA[<c> & d]]> e<!-- note --> f"))
    assert entry.target.text == "a — b & <c> & d e f"
    location = entry.target.locate(Span(14, 15))
    assert location is not None
    text = path.read_text(encoding="utf-8")
    assert text[location.offset :].startswith("d]]> e")
    assert write_back(path, {(path.as_posix(), "1"): "a — b & <x> & ]]> & y f!"}) == 1
    changed = path.read_text(encoding="utf-8")
    assert "a &#x2014; b &amp; <![CDATA[<" in changed
    assert "<!-- note -->" in changed
    assert documents(path, changed)[0].units[0].target.text == "a — b & <x> & ]]> & y f!"


def test_an_encoding_without_the_character_gets_a_reference(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    path.write_bytes(xliff(unit("Раз", "Один <![CDATA[два]]>"), "windows-1251").encode("windows-1251"))
    assert write_back(path, {(path.as_posix(), "1"): "Один é два"}) == 1
    assert "Один &#233; <![CDATA[два]]>".encode("windows-1251") in path.read_bytes()
    with pytest.raises(InputError, match="cp1251, which lacks"):
        write_back(path, {(path.as_posix(), "1"): "Один é двàа"})


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<html/>", "starts with <html>, so it is no XLIFF"),
        ("<xliff><trans-unit id='1'><source/></trans-unit></xliff>", "stands outside <file>"),
        (xliff('<trans-unit id="9"><target>x</target></trans-unit>'), ":5: the unit '9' has no <source>"),
        (xliff("<trans-unit></x>"), ":5: is not well-formed XML in column"),
        (xliff("\x01"), ":5: is not well-formed XML"),
    ],
)
def test_damage_is_an_error_with_its_line(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "a.sdlxliff"
    with pytest.raises(FormatError, match=message):
        documents(path, content)


def test_xml_cannot_hold_a_control_character(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    read(path, unit("Раз", "One"))
    with pytest.raises(InputError, match="which XML cannot"):
        write_back(path, {(path.as_posix(), "1"): "One\x02"})


def test_a_created_file_keeps_codes_notes_and_what_must_stay(tmp_path: Path) -> None:
    path = tmp_path / "new.xlf"
    codes = (InlineCode("1", "sc", 0, "<b>"), InlineCode("1", "ec", 3, "</b>"), InlineCode("2", "ec", 3, "</i>"))
    entry = TranslationUnit(
        "1", "d", Segment("ru", "Раз"), Segment("en", "One", codes=codes), notes=("n",), translate=False
    )
    parts = [Document("d", "", "ru", "en", (entry,), part=part) for part in (0, 1)]
    create(path, [*parts, Document("e", "", "ru", "en", (entry,))])
    first, second = read_bilingual(path, source_language=None, target_language=None)
    assert [found.id for found in first.units] == ["1", "1-2"]
    assert second.id.endswith("#e")
    found = first.units[0]
    assert (found.notes, found.translate) == (("n",), False)
    assert [(c.kind, c.offset, c.data) for c in found.target.codes] == [(c.kind, c.offset, c.data) for c in codes]
