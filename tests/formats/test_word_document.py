"""DOCX."""

from __future__ import annotations

import datetime as dt
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest
from conformance import FormatConformance

from qa.core import EncodingError, FormatError, Span
from qa.formats import read_monolingual
from qa.formats.monolingual import word_document

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from qa.core import MonolingualDocument

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def package(parts: Mapping[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def body(content: str, encoding: str = "utf-8") -> str:
    head = f'<?xml version="1.0" encoding="{encoding}"?>\n'
    return f"{head}<w:document {SPACE}>\n<w:body>\n{content}</w:body>\n</w:document>\n"


def paragraph(text: str, properties: str = "") -> str:
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>\n'


def read(path: Path, content: str, **parts: str) -> MonolingualDocument:
    names = {name.replace("__", "/") + ".xml": data.encode() for name, data in parts.items()}
    path.write_bytes(package({"word/document.xml": body(content).encode(), **names}))
    return read_monolingual(path, language="en")


class TestDocx(FormatConformance):
    suffix = ".docx"
    is_xml = True
    can_be_empty = False

    def render(self, texts: Sequence[str], encoding: str = "utf-8") -> str:
        return body("".join(paragraph(text) for text in texts), encoding)

    def pack(self, data: bytes) -> bytes:
        return package({"word/document.xml": data})

    def decoded(self, path: Path) -> str:
        return "\n".join(segment.text for segment in self.read(path))

    def check_undecodable(self, message: str, data: bytes) -> None:
        del data
        assert "word/document.xml is not text in utf-8" in message


def test_paragraphs_by_style_and_place(tmp_path: Path) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in (("a", "Title"), ("1", "heading 1"), ("b", "List Bullet"))
    )
    content = (
        paragraph("Depot", '<w:pPr><w:pStyle w:val="a"/></w:pPr>')
        + paragraph("Head", '<w:pPr><w:pStyle w:val="1"/></w:pPr>')
        + paragraph("Deep", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')
        + "<w:p/>"
        + paragraph("Item", '<w:pPr><w:pStyle w:val="b"/></w:pPr>')
        + paragraph("Numbered", '<w:pPr><w:pStyle w:val="z"/><w:numPr/></w:pPr>')
        + f"<w:tbl><w:tr><w:tc>{paragraph('Cell')}</w:tc></w:tr></w:tbl>"
        + paragraph("\u00a0")
        + paragraph("Body")
    )
    document = read(tmp_path / "a.docx", content, word__styles=f"<w:styles {SPACE}>{styles}</w:styles>")
    assert [(segment.role, segment.text) for segment in document.paragraphs] == [
        ("title", "Depot"),
        ("heading", "Head"),
        ("heading", "Deep"),
        ("list-item", "Item"),
        ("list-item", "Numbered"),
        ("table-cell", "Cell"),
        ("blank", "\u00a0"),
        ("body", "Body"),
    ]
    location = document.paragraphs[3].locate(Span(0, 4))
    assert location is not None
    assert (location.line, location.column, location.offset) == (5, 1, len("Depot\nHead\nDeep\n\n"))


def test_runs_tabs_breaks_and_tracked_changes(tmp_path: Path) -> None:
    content = (
        "<w:p><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r>"
        "<w:ins><w:r><w:t> added</w:t></w:r></w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        "<w:hyperlink><w:r><w:t> link</w:t></w:r></w:hyperlink><w:r><w:t>x</w:t><w:noBreakHyphen/><w:t>y</w:t></w:r>"
        '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    )
    notes = (
        f'<w:footnotes {SPACE}><w:footnote w:type="separator" w:id="0">{paragraph("no")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("The note.")}</w:footnote></w:footnotes>'
    )
    first, note = read(tmp_path / "a.docx", content, word__footnotes=notes).paragraphs
    assert first.text == "One\ttwo\nthree added linkx\u2011y"
    assert [(code.kind, code.offset, code.data) for code in first.codes] == [
        ("ph", len(first.text), "[footnoteReference 2]")
    ]
    assert (note.role, note.text) == ("footnote", "The note.")
    location = note.locate(Span(0, 3))
    assert location is not None
    assert (location.line, location.offset) == (3, len(first.text) + 1)


def test_text_boxes_come_behind_their_paragraph_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('Boxed.')}</w:txbxContent>"
    content = (
        f"<w:p><w:r><w:t>Outside.</w:t><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    found = read(tmp_path / "a.docx", content).paragraphs
    assert [segment.text for segment in found] == ["Outside.", "Boxed."]


def test_the_date_is_that_of_the_core_properties(tmp_path: Path) -> None:
    core = "<cp:coreProperties>{}</cp:coreProperties>"
    created = "<dcterms:created>2031-05-04T10:00:00Z</dcterms:created>"
    modified = "<dcterms:modified>2031-06-01T10:00:00Z</dcterms:modified>"
    path = tmp_path / "a.docx"
    assert read(path, "", docProps__core=core.format(modified + created)).date == dt.date(2031, 5, 4)
    assert read(path, "", docProps__core=core.format(modified)).date == dt.date(2031, 6, 1)
    assert read(path, "").date is None


def test_what_is_no_docx_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"plain text")
    with pytest.raises(FormatError, match="is no whole DOCX file"):
        read_monolingual(path, language="en")
    path.write_bytes(package({"other.xml": b"<x/>"}))
    with pytest.raises(FormatError, match=r"holds no word/document\.xml"):
        read_monolingual(path, language="en")
    path.write_bytes(package({"word/document.xml": body(paragraph("x")).encode()})[:100])
    with pytest.raises(FormatError, match="is no whole DOCX file"):
        read_monolingual(path, language="en")
    whole = package({"word/document.xml": body(paragraph("x")).encode()})
    path.write_bytes(whole.replace((0).to_bytes(4, "little"), b"\xff\xff\xff\xff"))
    with pytest.raises(FormatError, match="is no whole DOCX file"):
        read_monolingual(path, language="en")
    path.write_bytes(package({"word/document.xml": b'<?xml version="1.0" encoding="klingon"?><x/>'}))
    with pytest.raises(EncodingError, match="is not text in klingon"):
        read_monolingual(path, language="en")


def test_a_part_that_unpacks_to_too_much_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_document, "_MOST_BYTES", 1000)
    with pytest.raises(FormatError, match="is larger than"):
        read(tmp_path / "a.docx", paragraph("x" * 1000))
