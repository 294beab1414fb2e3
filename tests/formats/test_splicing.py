"""Spans of segments are replaced in texts of one language, and nothing else changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.core.errors import EncodingError, InputError
from qa.core.segment import join
from qa.core.span import Span
from qa.formats import Replacement, TextWriter, read_lines, read_monolingual

if TYPE_CHECKING:
    from pathlib import Path

    from qa.core.segment import Segment


def segments(path: Path, content: bytes, encoding: str | None = None) -> tuple[Segment, ...]:
    path.write_bytes(content)
    return read_monolingual(path, language="en", encoding=encoding).paragraphs


def replaced(segment: Segment, old: str, new: str) -> Replacement:
    start = segment.text.index(old)
    return Replacement(segment, Span(start, start + len(old)), new)


def test_plain_text_keeps_marks_ends_and_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    one, two = segments(path, b"\xef\xbb\xbf\tThe train  came.\r\n\r\n  It left.\r\n")
    changes = [replaced(two, "left", "went"), replaced(one, "  ", " ")]
    assert TextWriter(path).write(changes) == 2
    assert path.read_bytes() == b"\xef\xbb\xbf\tThe train came.\r\n\r\n  It went.\r\n"


def test_another_file_takes_the_text(tmp_path: Path) -> None:
    path, output = tmp_path / "a.txt", tmp_path / "b.txt"
    (one,) = segments(path, b"The cat.\n")
    TextWriter(path).write([replaced(one, "cat", "dog")], output=output)
    assert (path.read_bytes(), output.read_bytes()) == (b"The cat.\n", b"The dog.\n")


def test_nothing_to_write_leaves_the_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    segments(path, b"The cat.\n")
    before = path.stat().st_mtime_ns
    assert TextWriter(path).write([]) == 0
    assert path.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("name", "content", "old", "new", "expected"),
    [
        ("a.md", "A **bold word** here.\n", "word", "claim*", "A **bold claim\\*** here.\n"),
        ("a.md", "Salt &amp; oil.\n", "oil", "[oil]", "Salt &amp; \\[oil\\].\n"),
        ("a.md", "Two\nlines.\n", "lines", "rows", "Two\nrows.\n"),
        ("a.html", "<p>Salt &amp; <b>oil</b>.</p>", "oil", "R&D", "<p>Salt &amp; <b>R&amp;D</b>.</p>"),
        ("a.html", "<p>Salt  and\n oil.</p>", "oil", "fat", "<p>Salt  and\n fat.</p>"),
    ],
)
def test_markup(tmp_path: Path, name: str, content: str, old: str, new: str, expected: str) -> None:
    path = tmp_path / name
    (one,) = segments(path, content.encode())
    TextWriter(path).write([replaced(one, old, new)])
    assert path.read_text(encoding="utf-8") == expected
    assert one.text.replace(old, new) == read_monolingual(path, language="en").paragraphs[0].text


def test_text_put_in_goes_behind_the_tag_that_closes(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    (one,) = segments(path, b"<p><b>Alpha</b> came.</p>")
    TextWriter(path).write([Replacement(one, Span(5, 5), " (banned)"), Replacement(one, Span(0, 0), "So ")])
    assert path.read_bytes() == b"<p><b>So Alpha</b> (banned) came.</p>"


def test_a_segment_joined_of_sentences(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    whole = join(segments(path, b"One came.\n\n\nTwo left.\n"), "en")
    TextWriter(path).write([replaced(whole, "left", "went")])
    assert path.read_bytes() == b"One came.\n\n\nTwo went.\n"
    with pytest.raises(InputError, match="goes over the end of a paragraph; edit the file by hand"):
        TextWriter(path).edit(Replacement(whole, Span(4, 12), "x"))


def test_a_code_is_never_lost(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    (one,) = segments(path, b"<p>har<b>bo</b>ur</p>")
    with pytest.raises(InputError, match=r"a\.html: 'harbour' holds the inline code '<b>', which would be lost"):
        TextWriter(path).write([replaced(one, "harbour", "port")])
    assert path.read_bytes() == b"<p>har<b>bo</b>ur</p>"


def test_two_changes_of_one_place_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    (one,) = segments(path, b"The cat.\n")
    with pytest.raises(InputError, match="'dog' and 'a bird' go to one place"):
        TextWriter(path).write([replaced(one, "cat", "dog"), replaced(one, "cat.", "a bird")])


def test_an_encoding_without_the_character(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    (one,) = segments(path, "Порт.\n".encode("windows-1251"), "windows-1251")
    writer = TextWriter(path, encoding="windows-1251")
    with pytest.raises(EncodingError, match="lacks 'é'; convert the file to UTF-8 first"):
        writer.write([replaced(one, "Порт", "é")])
    assert writer.write([replaced(one, "Порт", "Пирс")]) == 1
    assert path.read_bytes() == "Пирс.\n".encode("windows-1251")


def test_a_segment_without_a_place(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    segments(path, b"The cat.\n")
    with pytest.raises(InputError, match="has no place of its own"):
        TextWriter(path).edit(Replacement(join([], "en"), Span(0, 0), "x"))


@pytest.mark.parametrize(("name", "words"), [("a.docx", "are not written back; make the"), ("a.tsv", "bilingual")])
def test_files_that_are_not_written(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / name).write_bytes(b"a\tb\n")
    with pytest.raises(InputError, match=words):
        TextWriter(tmp_path / name)


@given(text=st.text(st.sampled_from("ab é\n\r\t«*&")), data=st.data())
def test_lines_read_as_they_were_meant(
    text: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("spliced") / "a.txt"
    path.write_bytes(text.encode())
    lines = read_lines(path, language="en").paragraphs
    if not lines:
        return
    line = data.draw(st.sampled_from(lines))
    start = data.draw(st.integers(0, len(line.text)))
    span = Span(start, data.draw(st.integers(start, len(line.text))))
    TextWriter(path).write([Replacement(line, span, "xyz")])
    expected = [one.text[:start] + "xyz" + one.text[span.end :] if one is line else one.text for one in lines]
    assert [one.text for one in read_lines(path, language="en").paragraphs] == expected
