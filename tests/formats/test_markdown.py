"""Markdown."""

from __future__ import annotations

import datetime as dt
import re
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


class TestMarkdown(FormatConformance):
    suffix = ".md"
    cut_shows = False

    def render(self, texts: Sequence[str], encoding: str = "utf-8") -> str:
        del encoding
        return "".join(f"{text}\n\n" for text in texts)

    def test_a_file_cut_off_is_an_error_with_its_name(self, tmp_path: Path) -> None:
        segments = self.read(self.write(tmp_path, "# Depot\n\nIt **ope"))
        assert [segment.text for segment in segments] == ["Depot", "It **ope"]


def test_blocks(tmp_path: Path) -> None:
    content = """---
title: not text
date: "2031-05-04T10:00:00Z"
---
# First #

Setext
---

A paragraph
over two lines.
* item
  goes on
1. [ ] second

   still in the list

> quoted
> twice

    code
```py
code
```
~~~
code
~~~
<!-- no
text -->
***
[ref]: https://example.org
| a | b |
|---|:-:|
| c \\| d | |

[^1]: A note.
"""
    document = read(tmp_path / "a.md", content)
    assert document.date == dt.date(2031, 5, 4)
    assert shown(document) == [
        ("heading", "First"),
        ("heading", "Setext"),
        ("body", "A paragraph over two lines."),
        ("list-item", "item goes on"),
        ("list-item", "second"),
        ("body", "still in the list"),
        ("body", "quoted twice"),
        ("table-cell", "a"),
        ("table-cell", "b"),
        ("table-cell", "c | d"),
        ("footnote", "A note."),
    ]


def test_front_matter_that_never_ends_is_text(tmp_path: Path) -> None:
    document = read(tmp_path / "a.md", "---\n\ntext\n")
    assert (document.date, shown(document)) == (None, [("body", "text")])


def test_a_fence_that_never_ends_hides_the_rest(tmp_path: Path) -> None:
    assert shown(read(tmp_path / "a.md", "text\n````\ncode\n```\ncode\n")) == [("body", "text")]


@pytest.mark.parametrize(
    ("markdown", "text", "codes"),
    [
        ("a **b _c_** d", "a b c d", [("sc", 2, "**"), ("sc", 4, "_"), ("ec", 5, "_"), ("ec", 5, "**")]),
        ("a `b*c*` d", "a d", [("ph", 2, "`b*c*`")]),
        ("a ``b`c`` d", "a d", [("ph", 2, "``b`c``")]),
        ("a [b *c*](d(e)) f", "a b c f", [("sc", 2, "["), ("sc", 4, "*"), ("ec", 5, "*"), ("ec", 5, "](d(e))")]),
        ("![a](b.png) c", "a c", [("sc", 0, "!["), ("ec", 1, "](b.png)")]),
        ("[a][b] [c]", "a [c]", [("sc", 0, "["), ("ec", 1, "][b]")]),
        (r"a \* b \_ c \d", r"a * b _ c \d", []),
        ("2 * 3 * 4, a_b_c, ** x", "2 * 3 * 4, a_b_c, ** x", []),
        ("a &amp; &#8212; &nothing; b", "a & — &nothing; b", []),
        ("a <br>b <b>c</b> <!-- d -->e", "a b c e", [("ph", 2, "<br>"), ("sc", 4, "<b>"), ("ec", 5, "</b>")]),
        ("see <https://example.org/x>.", "see https://example.org/x.", [("ph", 4, "<"), ("ph", 25, ">")]),
        ("a[^1] ~~b~~", "a b", [("ph", 1, "[^1]"), ("sc", 2, "~~"), ("ec", 3, "~~")]),
        ("`a", "`a", []),
        ("a\\\nb", "a b", [("ph", 1, "\\")]),
    ],
)
def test_inline_markup(tmp_path: Path, markdown: str, text: str, codes: list[tuple[str, int, str]]) -> None:
    (segment,) = read(tmp_path / "a.md", markdown).paragraphs
    assert segment.text == text
    assert [(code.kind, code.offset, code.data) for code in segment.codes if "!--" not in code.data] == codes
    for word in re.finditer(r"[a-z]+", text):
        location = segment.locate(Span(*word.span()))
        assert location is not None
        assert markdown[location.offset : location.offset + location.length] == word[0]


def test_pairs_share_an_id(tmp_path: Path) -> None:
    (segment,) = read(tmp_path / "a.md", "**a** *b* **c**").paragraphs
    ids = [code.id for code in segment.codes]
    assert ids[0] == ids[1] != ids[2] == ids[3] != ids[4] == ids[5]


def test_places_behind_quotes_and_line_ends(tmp_path: Path) -> None:
    content = "> one *two\r\n> three* four"
    (segment,) = read(tmp_path / "a.md", content).paragraphs
    assert segment.text == "one two three four"
    location = segment.locate(Span(segment.text.index("four"), len(segment.text)))
    assert location is not None
    assert (location.line, location.column, location.length) == (2, 10, 4)
    assert content[location.offset :] == "four"
