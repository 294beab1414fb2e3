"""TMX."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest
from conformance import BilingualConformance

from qa.core import Document, FormatError, InlineCode, InputError, Segment, TranslationUnit
from qa.formats import create, read_bilingual, write_back

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

HEAD = '<?xml version="1.0" encoding="{}"?>\n<tmx version="1.4">\n<header srclang="{}" segtype="block"/>\n<body>\n'
TAIL = "</body>\n</tmx>\n"


def memory(*units: str, source: str = "ru") -> str:
    return HEAD.format("utf-8", source) + "\n".join(units) + TAIL


def tu(*variants: tuple[str, str], tuid: str = "") -> str:
    inner = "".join(f'<tuv xml:lang="{language}"><seg>{text}</seg></tuv>' for language, text in variants)
    return f'<tu tuid="{tuid}">{inner}</tu>' if tuid else f"<tu>{inner}</tu>"


def read(path: Path, content: str, source: str | None = None, target: str | None = None) -> list[TranslationUnit]:
    path.write_bytes(content.encode())
    documents = read_bilingual(path, source_language=source, target_language=target)
    return [unit for document in documents for unit in document.units]


class TestTmx(BilingualConformance):
    suffix = ".tmx"
    is_xml = True
    can_be_empty = False

    def escaped(self, text: str) -> str:
        return escape(text)

    def render_pairs(self, pairs: Sequence[tuple[str, str]], encoding: str = "utf-8") -> str:
        units = "\n".join(tu(("ru-RU", escape(source)), ("en-GB", escape(target))) for source, target in pairs)
        return HEAD.format(encoding, "ru-RU") + units + TAIL


def test_the_languages_of_the_file_are_used(tmp_path: Path) -> None:
    content = memory(tu(("en-US", "One"), ("ru-RU", "Раз")), source="ru-RU")
    path = tmp_path / "a.tmx"
    path.write_text(content, encoding="utf-8")
    (document,) = read_bilingual(path, source_language=None, target_language=None)
    assert (document.source_language, document.target_language, document.running_text) == ("ru-RU", "en-US", False)
    (turned,) = read_bilingual(path, source_language="en", target_language="ru")
    assert turned.units[0].source.text == "One"


def test_a_variant_is_taken_by_its_tag_then_by_its_language(tmp_path: Path) -> None:
    unit = tu(("ru", "Цвет"), ("en-US", "Color"), ("en-GB", "Colour"))
    assert read(tmp_path / "a.tmx", memory(unit), "ru", "en-gb")[0].target.text == "Colour"
    assert read(tmp_path / "a.tmx", memory(unit), "ru", "en")[0].target.text == "Color"


def test_a_memory_of_other_languages_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=r":5: has no text in fr or de; its first unit is in ru, en"):
        read(tmp_path / "a.tmx", memory(tu(("ru", "Раз"), ("en", "One"))), "fr", "de")


def test_a_memory_of_three_languages_needs_to_be_told_which(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    unit = tu(("ru", "Раз"), ("en", "One"), ("de", "Eins"))
    assert read(path, memory(unit), "ru", "de")[0].target.text == "Eins"
    with pytest.raises(InputError, match=r":5: has texts in ru, en and de; say with -s and -t which two to take"):
        read(path, memory(unit), "ru")
    with pytest.raises(InputError, match="which two to take"):
        write_back(path, {(path.as_posix(), "1"): "Uno"})
    assert write_back(path, {(path.as_posix(), "1"): "Uno"}, source_language="ru", target_language="de") == 1


def test_a_memory_of_one_language_needs_a_target_language(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="give -t"):
        read(tmp_path / "a.tmx", memory(tu(("ru", "Раз")), source="*all*"))


def test_units_without_the_target_language_have_an_empty_target(tmp_path: Path) -> None:
    units = [tu(("fr", "Un")), tu(("ru", "Раз"), ("en", "One")), tu(("ru", "Два")), tu(("en", "Three"))]
    found = read(tmp_path / "a.tmx", memory(*units), "ru", "en")
    assert [(unit.id, unit.source.text, unit.target.text) for unit in found] == [
        ("2", "Раз", "One"),
        ("3", "Два", ""),
        ("4", "", "Three"),
    ]


def test_a_missing_variant_is_put_behind_the_source(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    content = memory('<tu tuid="a">\n  <tuv xml:lang="ru"><seg>Раз</seg></tuv>\n</tu>')
    read(path, content, "ru", "en")
    assert write_back(path, {(path.as_posix(), "a"): "One"}, target_language="en") == 1
    added = '\n  <tuv xml:lang="en"><seg>One</seg></tuv>'
    assert path.read_text(encoding="utf-8") == content.replace("Раз</seg></tuv>", f"Раз</seg></tuv>{added}")


def test_a_unit_without_the_source_language_cannot_be_filled_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    read(path, memory(tu(("ru", "Раз"), ("en", "One")), '<tu><tuv xml:lang="en"/></tu>'), "ru", "en")
    with pytest.raises(InputError, match="no place for the target"):
        write_back(path, {(path.as_posix(), "2"): "Two"}, source_language="ru", target_language="en")


def test_inline_elements_are_codes(tmp_path: Path) -> None:
    text = (
        'A <bpt i="1">&lt;b&gt;</bpt>bold<ept i="1">&lt;/b&gt;</ept> <ph x="2">%s<sub>sub</sub></ph> '
        '<it x="3" pos="begin">{</it>x<it x="4" pos="end">}</it> <hi>shown</hi> <ut>u</ut><it>o</it>'
    )
    (unit,) = read(tmp_path / "a.tmx", memory(tu(("ru", "Раз"), ("en", text))))
    assert unit.target.text == "A bold  x shown "
    assert [(code.kind, code.id, code.offset, code.data) for code in unit.target.codes] == [
        ("sc", "1", 2, "<b>"),
        ("ec", "1", 6, "</b>"),
        ("ph", "2", 7, "%ssub"),
        ("sc", "3", 8, "{"),
        ("ec", "4", 9, "}"),
        ("ph", "6", 16, "u"),
        ("ph", "7", 16, "o"),
    ]


def test_ids_and_notes(tmp_path: Path) -> None:
    unit = tu(("ru", "Раз"), ("en", "One"), tuid="a").replace("<tuv", "<note>check</note><tuv", 1)
    first, second = read(tmp_path / "a.tmx", memory(unit, unit))
    assert (first.id, second.id, first.notes) == ("a", "a-2", ("check",))


def test_another_vocabulary_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=r":1: starts with <html>, so it is no TMX"):
        read(tmp_path / "a.tmx", "<html><tu/></html>")


def test_a_doctype_without_entities_is_no_error_but_its_entities_are(tmp_path: Path) -> None:
    doctype = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
    content = memory(tu(("ru", "Раз"), ("en", "One"))).replace("<tmx", f"{doctype}<tmx")
    assert len(read(tmp_path / "a.tmx", content)) == 1
    with pytest.raises(FormatError, match="uses the entity &nbsp;, which is declared outside"):
        read(tmp_path / "a.tmx", content.replace("One", "One&nbsp;1"))


def test_a_created_memory_keeps_codes_and_notes(tmp_path: Path) -> None:
    path = tmp_path / "new.tmx"
    codes = (
        InlineCode("7", "sc", 0, "<b>"),
        InlineCode("7", "ec", 3, "</b>"),
        InlineCode("x", "ph", 3, "<br/>"),
        InlineCode("y", "ec", 4, "</i>"),
        InlineCode("z", "sc", 4, "<i>"),
    )
    unit = TranslationUnit("1", "d&d", Segment("ru", "Раз."), Segment("en", "One.", codes=codes), notes=("a < b",))
    create(path, [Document("d&d", "", "ru", "en", (unit,), part=part) for part in (0, 1)])
    found = read(path, path.read_text(encoding="utf-8"))
    assert [(code.kind, code.offset, code.data) for code in found[0].target.codes] == [
        (code.kind, code.offset, code.data) for code in codes
    ]
    assert [entry.id for entry in found] == ["1", "1-2"]
    assert found[0].notes == ("a < b",)
