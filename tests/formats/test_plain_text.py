"""Plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conformance import FormatConformance

from qa.core import Span
from qa.formats import read_lines, read_monolingual

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from qa.core import Segment

ARTICLE = """Harbour council postpones the northern depot

4 May 2031

The council met on Monday. It heard two reports, said Ada Quill.

\u00a0

Who pays for it

"We have not decided yet," Quill told reporters.

"The budget is open."

Photo: Harbour archive

By the city desk
"""
WRAPPED = """The council met on Monday and heard two reports about the northern
depot, which has stood empty since the harbour was closed to ships in
the last century. Nobody spoke against it, said Ada Quill, who leads
the council and who first proposed the depot.

The second report was about costs. It names no sum, and it leaves the
question of who pays for the depot to the next meeting of the council,
which is in June.
"""


def read(path: Path, content: str) -> tuple[Segment, ...]:
    path.write_bytes(content.encode())
    return read_monolingual(path, language="en").paragraphs


class TestPlainText(FormatConformance):
    suffix = ".txt"
    cut_shows = False

    def render(self, texts: Sequence[str], encoding: str = "utf-8") -> str:
        del encoding
        return "".join(f"{text}\n\n" for text in texts)

    def test_a_file_cut_off_is_an_error_with_its_name(self, tmp_path: Path) -> None:
        segments = self.read(self.write(tmp_path, self.render(self.texts)[:20]))
        assert [segment.text for segment in segments] == ["The northern depot o"]


def test_the_shape_of_a_text_tells_its_parts(tmp_path: Path) -> None:
    found = read(tmp_path / "a.txt", ARTICLE)
    assert [segment.role for segment in found] == [
        "title",
        "heading",
        "body",
        "blank",
        "heading",
        "body",
        "body",
        "body",
        "body",
    ]
    assert [segment.paragraph for segment in found] == list(range(9))
    assert found[3].text == "\u00a0"


def test_lines_without_blank_lines_between_are_paragraphs_and_no_headings(tmp_path: Path) -> None:
    found = read(tmp_path / "a.txt", "Depot\nShort line\nThe council met.\nAnother short line\nIt met again.\n")
    assert [segment.role for segment in found] == ["title", "body", "body", "body", "body"]


def test_a_single_line_is_no_title(tmp_path: Path) -> None:
    assert [segment.role for segment in read(tmp_path / "a.txt", "A single line")] == ["body"]


def test_a_hard_wrapped_text_has_paragraphs_of_several_lines(tmp_path: Path) -> None:
    first, second = read(tmp_path / "a.txt", WRAPPED.replace("\n", "\r\n"))
    assert first.text.endswith("costs.") is False
    assert " northern depot, which " in first.text
    assert "\n" not in first.text + second.text
    location = second.locate(Span(second.text.index("June"), second.text.index("June") + 4))
    assert location is not None
    assert (location.line, location.column) == (8, 13)


def test_the_indentation_of_a_line_is_no_text(tmp_path: Path) -> None:
    (segment,) = read(tmp_path / "a.txt", "\n \t The council met.\t \n \t\n")
    assert segment.text == "The council met."
    location = segment.locate(Span(0, 3))
    assert location is not None
    assert (location.line, location.column, location.offset, location.length) == (2, 4, 4, 3)


def test_unicode_line_separators_end_no_line(tmp_path: Path) -> None:
    (segment,) = read(tmp_path / "a.txt", "one\u2028two\x0bthree\x85four.")
    assert segment.text == "one\u2028two\x0bthree\x85four."


def test_returns_alone_end_lines(tmp_path: Path) -> None:
    found = read(tmp_path / "a.txt", "One.\rTwo.\r\rThree.")
    assert [segment.text for segment in found] == ["One.", "Two.", "Three."]
    location = found[2].locate(Span(0, 1))
    assert location is not None
    assert (location.line, location.column) == (4, 1)


def test_lines_can_be_read_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "a.en"
    path.write_bytes("\ufeffOne. Two.\r\n\r\n Three\r\n".encode())
    document = read_lines(path, language="en")
    assert [(segment.text, segment.paragraph) for segment in document.paragraphs] == [
        ("One. Two.", 0),
        ("", 1),
        (" Three", 2),
    ]
