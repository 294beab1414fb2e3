"""Encodings, lines and places."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.core import EncodingError, FormatError, InputError
from qa.formats.decoding import count_lines, open_file, read_text, text_chunks
from qa.formats.lines import split_lines
from qa.formats.markup.element import Element
from qa.formats.markup.stream import declared_xml_encoding, parse_elements, read_elements

if TYPE_CHECKING:
    from pathlib import Path


def nothing(_: bytes) -> None:
    """No declaration."""


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_outranks_all(tmp_path: Path, bom: bytes, encoding: str) -> None:
    path = tmp_path / "a"
    path.write_bytes(bom + "Склад 𐐀".encode(encoding))
    file = open_file(path, "cp1251", nothing)
    assert (file.encoding, file.bom, read_text(file)) == (encoding, bom, "Склад 𐐀")


def test_an_encoding_is_asked_for_or_declared_or_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x")
    assert open_file(path, "UTF-16", lambda _: "koi8-r").encoding == "utf-16-le"
    assert open_file(path, None, lambda _: "KOI8-R").encoding == "koi8-r"
    assert open_file(path, None, nothing).encoding == "utf-8"
    for name in ("klingon", "hex", "rot13", "a\0b", "é"):
        with pytest.raises(EncodingError, match="is not known; give --encoding"):
            open_file(path, name, nothing)


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b'<?xml version="1.0" encoding="windows-1251"?>', "windows-1251"),
        (b"<?xml version='1.0' encoding = 'koi8-r' ?>", "koi8-r"),
        (b'<?xml version="1.0" encoding="utf-16"?>', None),
        (b"<?xml version='1.0'?>", None),
        ('<?xml version="1.0"?>'.encode("utf-16-le"), "utf-16-le"),
        ('<?xml version="1.0"?>'.encode("utf-16-be"), "utf-16-be"),
        (b"", None),
    ],
)
def test_xml_declares_its_encoding(head: bytes, encoding: str | None) -> None:
    assert declared_xml_encoding(head) == encoding


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1 << 14])
def test_an_undecodable_byte_has_its_place_whatever_the_chunks(tmp_path: Path, size: int) -> None:
    path = tmp_path / "a"
    data = "Склад\r\nдва\rтри\n𐐀 ".encode() + b"\xf0\x9f\xff" + b"rest"
    path.write_bytes(data)
    file = open_file(path, None, nothing)
    with pytest.raises(EncodingError, match=f":4: the byte 0xF0 at byte offset {data.index(0xF0, 28)} is not text"):
        list(text_chunks(file, size))
    path.write_bytes(b"a\r\nb\r\n\0")
    with pytest.raises(FormatError, match=":3: holds a NUL"):
        list(text_chunks(file, size))


def test_a_text_that_ends_in_half_a_character_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes("Склад".encode()[:-1])
    with pytest.raises(EncodingError, match="0xD0 at byte offset 8"):
        read_text(open_file(path, None, nothing))


def test_a_file_that_may_not_be_read_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x")
    with pytest.raises(InputError, match="cannot be read: Not a directory"):
        open_file(path / "b", None, nothing)


@given(st.lists(st.text("ab\r\n\u2028\x0c", max_size=6)))
def test_lines_are_those_of_universal_newlines_however_the_text_is_cut(chunks: list[str]) -> None:
    text = "".join(chunks)
    lines = list(split_lines(chunks))
    assert "".join(line.text + line.ending for line in lines) == text
    assert [line.text for line in lines] == re.split(r"\r\n|\r|\n", text)[: len(lines)]
    for number, line in enumerate(lines, 1):
        assert line.number == number
        assert text[line.offset : line.end] == line.text
        assert count_lines(text[: line.offset]) == number - 1


XML = "<r><!-- é\r\n --><t a='>'>Склад &amp; 𐐀\r\n<b/>x\ry</t >\n<t/><t>&#65;<![CDATA[<&]]></t></r>"


@pytest.mark.parametrize("size", [1, 2, 5, 1000])
def test_places_in_xml_do_not_depend_on_the_chunks(size: int) -> None:
    chunks = [XML[at : at + size] for at in range(0, len(XML), size)]
    elements = [found for found in parse_elements(chunks, "a", {"t"}) if isinstance(found, Element)]
    assert [XML[element.start : element.end] for element in elements] == [
        XML[XML.index("<t a") : XML.index("</t >") + 5],
        "<t/>",
        "<t>&#65;<![CDATA[<&]]></t>",
    ]
    assert [element.text() for element in elements] == ["Склад & 𐐀\nx\ny", "", "A<&"]
    assert elements[0].inner == (XML.index("Склад"), 2, 14)
    assert elements[2].inner_end[:2] == (XML.index("</t></r>"), 5)


def test_a_huge_comment_is_read_in_linear_time() -> None:
    chunks = ["<r><!--", *(["x" * 16384] * 3000), "--><t>a</t></r>"]
    assert [found.text() for found in parse_elements(chunks, "a", {"t"}) if isinstance(found, Element)] == ["a"]


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("<r>" + "<t>x</t>" * 50_000 + "</r>", encoding="utf-8")
    found = read_elements(open_file(path, None, declared_xml_encoding), {"t"})
    assert sum(isinstance(event, Element) for event in found) == 50_000
