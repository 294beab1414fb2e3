"""HTML."""

from __future__ import annotations

import datetime as dt
import re
from html import escape
from typing import TYPE_CHECKING

import pytest
from conformance import FormatConformance

from qa.core import Span
from qa.formats import read_monolingual

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from qa.core import MonolingualDocument


def read(path: Path, content: str) -> MonolingualDocument:
    path.write_bytes(content.encode())
    return read_monolingual(path, language="en")


def shown(document: MonolingualDocument) -> list[tuple[str, str]]:
    return [(segment.role, segment.text) for segment in document.paragraphs]


class TestHtml(FormatConformance):
    suffix = ".html"
    cut_shows = False

    def render(self, texts: Sequence[str], encoding: str = "utf-8") -> str:
        del encoding
        return "<html>\n<body>\n" + "".join(f"<p>{escape(text)}</p>\n" for text in texts) + "</body>\n</html>\n"

    def test_a_file_cut_off_is_an_error_with_its_name(self, tmp_path: Path) -> None:
        segments = self.read(self.write(tmp_path, "<p>One.</p><p>Two <b>th"))
        assert [segment.text for segment in segments] == ["One.", "Two th"]


def test_blocks(tmp_path: Path) -> None:
    content = """<!DOCTYPE html><html><head><title>Depot</title><style>p {}</style></head><body>
    <script>if (a < b) document.write("<p>no</p>")</script><h2>Head</h2>
    <p>One <p>Two<!-- no --> three
    <ul><li>four<li>five</ul> <template><p>no</p></template>
    <table><tr><th>six<td>seven</tr></table><dl><dt>t<dd>d</dl>
    <pre>
  eight
    nine</pre><div>ten<hr>eleven</div>&nbsp;<p></p></body></html>"""
    assert shown(read(tmp_path / "a.html", content)) == [
        ("title", "Depot"),
        ("heading", "Head"),
        ("body", "One"),
        ("body", "Two three"),
        ("list-item", "four"),
        ("list-item", "five"),
        ("table-cell", "six"),
        ("table-cell", "seven"),
        ("list-item", "t"),
        ("list-item", "d"),
        ("body", "\n  eight\n    nine"),
        ("body", "ten"),
        ("body", "eleven"),
        ("blank", "\u00a0"),
    ]


def test_inline_elements_are_codes_and_white_space_is_folded(tmp_path: Path) -> None:
    content = '<p>One  <a href="x">two</a>\r\n\t<i>three</i> <br/>four</b> &mdash;&#32;&unknown; &amp</p>'
    (segment,) = read(tmp_path / "a.html", content).paragraphs
    assert segment.text == "One two three four — &unknown; &"
    assert [(code.kind, code.id, code.offset, code.data) for code in segment.codes] == [
        ("sc", "1", 4, '<a href="x">'),
        ("ec", "1", 7, "</a>"),
        ("sc", "2", 8, "<i>"),
        ("ec", "2", 13, "</i>"),
        ("ph", "3", 14, "<br/>"),
    ]
    for word in re.finditer(r"[a-z]+", segment.text):
        location = segment.locate(Span(*word.span()))
        assert location is not None
        assert content[location.offset : location.offset + location.length] == word[0]


def test_the_page_states_its_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.htm"
    path.write_bytes('<meta charset="windows-1251"><p>Склад</p>'.encode("windows-1251"))
    assert shown(read_monolingual(path, language="ru")) == [("body", "Склад")]
    path.write_bytes("<p>Склад</p>".encode("koi8-r"))
    assert shown(read_monolingual(path, language="ru", encoding="koi8-r")) == [("body", "Склад")]


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ('<meta property="article:published_time" content="2031-05-04T10:00:00+03:00">', dt.date(2031, 5, 4)),
        ('<time datetime="2030-01-01">x</time><meta name="DC.Date" content="2031-05-04">', dt.date(2031, 5, 4)),
        ('<time datetime="2031-05-04">x</time><time datetime="2030-01-01">y</time>', dt.date(2031, 5, 4)),
        ('<meta name="date" content="4 May 2031">', None),
        ('<meta name="date" content="2031-02-31">', None),
        ("<p>2031-05-04</p>", None),
    ],
)
def test_the_page_states_its_date(tmp_path: Path, head: str, date: dt.date | None) -> None:
    assert read(tmp_path / "a.html", head).date == date


def test_marked_sections_are_comments(tmp_path: Path) -> None:
    content = "<p>One <![if x]>two<![endif]> <![CDATA[no]]>three <![nonsense> four</p>"
    assert shown(read(tmp_path / "a.html", content)) == [("body", "One two three four")]
