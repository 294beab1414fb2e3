"""gettext PO."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conformance import BilingualConformance

from qa.core import Document, FormatError, Span
from qa.formats import read_bilingual, write_back

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

HEADER = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset={}\\n"\n\n'
ESCAPES = {"\\": "\\\\", '"': '\\"'}


def documents(path: Path, body: str, language: str = "ru", charset: str = "UTF-8") -> list[Document]:
    path.write_bytes((HEADER.format(language, charset) + body).encode(charset if charset != "CHARSET" else "utf-8"))
    return list(read_bilingual(path, source_language="en", target_language=None))


class TestPo(BilingualConformance):
    suffix = ".po"

    def escaped(self, text: str) -> str:
        return "".join(ESCAPES.get(character, character) for character in text)

    def render_pairs(self, pairs: Sequence[tuple[str, str]], encoding: str = "utf-8") -> str:
        messages = (
            f'#: a.c:1\nmsgid "{self.escaped(source)}"\nmsgstr "{self.escaped(target)}"\n\n' for source, target in pairs
        )
        return HEADER.format("en_GB", encoding) + "".join(messages)


def test_plurals_context_flags_and_comments(tmp_path: Path) -> None:
    body = (
        '# by hand\n#. from the code\n#: a.c:1\n#, fuzzy, c-format\n#| msgid "old"\nmsgctxt "menu"\nmsgid "%d file"\n'
        'msgid_plural "%d files"\nmsgstr[0] "%d файл"\nmsgstr[1] "%d файла"\nmsgstr[2] ""\n'
        '#~ msgid "gone"\n#~ msgstr "нет"\n'
        'msgid "Open"\nmsgstr "Открыть"\nmsgctxt "x"\nmsgid ""\nmsgstr "пусто"\n'
    )
    (document,) = documents(tmp_path / "a.po", body)
    assert (document.target_language, document.running_text) == ("ru", False)
    assert [(u.id, u.source.text, u.target.text, u.state) for u in document.units] == [
        ("1[0]", "%d file", "%d файл", "fuzzy"),
        ("1[1]", "%d files", "%d файла", "fuzzy"),
        ("1[2]", "%d files", "", "fuzzy"),
        ("2", "Open", "Открыть", ""),
        ("3", "", "пусто", ""),
    ]
    assert document.units[0].notes == ("by hand", "from the code", "msgctxt: menu")


def test_a_language_with_one_form_has_the_plural_as_its_source(tmp_path: Path) -> None:
    body = 'msgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] "%d 个文件"\n'
    (document,) = documents(tmp_path / "a.po", body, "zh_CN")
    assert document.target_language == "zh-CN"
    assert document.units[0].source.text == "%d files"


@pytest.mark.parametrize(
    ("locale", "tag"), [("pt_BR", "pt-BR"), ("sr@latin", "sr-Latn"), ("sr_RS@latin", "sr-Latn-RS"), ("ru.UTF-8", "ru")]
)
def test_locale_names_become_language_tags(tmp_path: Path, locale: str, tag: str) -> None:
    (document,) = documents(tmp_path / "a.po", 'msgid "a"\nmsgstr "b"\n', locale)
    assert document.target_language == tag


def test_strings_over_several_lines_have_places(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    (document,) = documents(path, 'msgid ""\n"one\\n"\n"two"\nmsgstr ""\n"раз\\t\\"\\n"\n"\\x41\\101два"\n')
    unit = document.units[0]
    assert (unit.source.text, unit.target.text) == ("one\ntwo", 'раз\t"\nAAдва')
    location = unit.target.locate(Span(8, 11))
    assert location is not None
    text = path.read_text(encoding="utf-8")
    assert text[location.offset : location.offset + location.length] == "два"
    assert (location.line, location.column) == (11, 10)


def test_changing_a_string_over_several_lines_keeps_the_other_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    documents(path, 'msgid "x"\nmsgstr ""\n"раз два\\n"\n"три"\n')
    before = path.read_text(encoding="utf-8")
    assert write_back(path, {(path.as_posix(), "1"): 'раз "две"\nтри'}) == 1
    assert path.read_text(encoding="utf-8") == before.replace("два", '\\"две\\"')


def test_the_header_states_the_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    (document,) = documents(path, 'msgid "a"\nmsgstr "файл"\n', charset="koi8-r")
    assert document.units[0].target.text == "файл"
    assert write_back(path, {(path.as_posix(), "1"): "файлы"}) == 1
    assert 'msgstr "файлы"'.encode("koi8-r") in path.read_bytes()
    documents(path, 'msgid "a"\nmsgstr "файл"\n', charset="CHARSET")


def test_a_catalogue_without_a_header_needs_languages(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_text('msgid "a"\nmsgstr "b"', encoding="utf-8")
    (document,) = read_bilingual(path, source_language="en", target_language="de")
    assert [unit.id for unit in document.units] == ["1"]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('msgid "a"\nmsgstr b\n', ":7: 'msgstr b' is no line of a PO file"),
        ('"a"\n', ":6: '\"a\"' is no line of a PO file"),
        ('msgid "a"\n\nmsgid "b"\nmsgstr "c"\n', "the message 'a' has no msgstr"),
        ('msgid "a"\n', "the message 'a' has no msgstr"),
        ('msgid "a"\nmsgstr "\\q"\n', r":7: the escape '\\\\q' has no meaning"),
        ('msgid "a\nmsgstr "b"\n', ":6: "),
    ],
)
def test_damage_is_an_error_with_its_line(tmp_path: Path, body: str, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        documents(tmp_path / "a.po", body)
