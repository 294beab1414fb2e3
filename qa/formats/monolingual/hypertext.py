"""HTML: block elements are paragraphs, inline elements are codes; scripts, styles and comments are no text.

White space is folded as browsers do, except in ``<pre>``. The encoding is that of ``<meta charset>``, the date that
of a ``<meta>`` such as ``article:published_time`` or of the first ``<time datetime>``.
"""

from __future__ import annotations

import re
from html import escape, unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from qa.formats.dates import metadata_date
from qa.formats.decoding import read_text
from qa.formats.format import FormatInfo, MonolingualFormat
from qa.formats.monolingual.assembly import Assembly

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from qa.core.document import MonolingualDocument
    from qa.core.segment import Role
    from qa.formats.decoding import TextFile

__all__ = ["FORMAT", "Html"]

_CHARSET = re.compile(rb"""<meta\b[^>]*?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_ROLES: Mapping[str, Role] = {
    "title": "title",
    "h1": "heading",
    "h2": "heading",
    "h3": "heading",
    "h4": "heading",
    "h5": "heading",
    "h6": "heading",
    "li": "list-item",
    "dt": "list-item",
    "dd": "list-item",
    "td": "table-cell",
    "th": "table-cell",
}
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "button", "caption", "center", "details", "dialog", "div"}
    | {"dl", "fieldset", "figcaption", "figure", "footer", "form", "head", "header", "hgroup", "hr", "html", "iframe"}
    | {"legend", "main", "menu", "nav", "noscript", "ol", "optgroup", "option", "p", "pre", "search", "section"}
    | {"select", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul"}
    | set(_ROLES)
)
_HIDDEN = frozenset({"script", "style", "template", "svg", "math", "object", "textarea"})
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_DATES = ("article:published_time", "datepublished", "date", "dc.date", "dcterms.date", "pubdate", "og:published_time")


class Html(MonolingualFormat):
    """HTML."""

    info = FormatInfo(
        name="html", title="HTML", suffixes=(".html", ".htm", ".xhtml"), kind="monolingual", writes_back=True
    )

    def escape(self, text: str) -> str:
        """The text with character references for what may be markup."""
        return escape(text, quote=False)

    def declared_encoding(self, head: bytes) -> str | None:
        """That of the first ``<meta>`` that names one."""
        match = _CHARSET.search(head)
        return match[1].decode("ascii") if match else None

    def read(self, file: TextFile, language: str) -> MonolingualDocument:
        """The paragraphs of ``file``."""
        text = read_text(file)
        page = _Page(text, Assembly(text, file.name, language))
        page.feed(text)
        page.close()
        page.assembly.close(page.role())
        return page.assembly.document(page.date)


FORMAT = Html()


class _Page(HTMLParser):
    def __init__(self, text: str, assembly: Assembly) -> None:
        super().__init__(convert_charrefs=False)
        self.assembly = assembly
        self.date: dt.date | None = None
        self._rank = len(_DATES)
        self._text = text
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._blocks: list[str] = []
        self._open: list[tuple[str, str]] = []
        self._hidden: list[str] = []
        self._codes = 0

    def role(self) -> Role:
        """Of the paragraph that is being read."""
        return next((_ROLES[block] for block in reversed(self._blocks) if block in _ROLES), "body")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A start tag."""
        values = {name: value or "" for name, value in attrs}
        self._take_date(tag, values)
        if tag in _HIDDEN and tag not in _VOID:
            self._hidden.append(tag)
        if self._hidden:
            return
        if tag in _BLOCKS:
            self.assembly.close(self.role())
            self._open = []
            if tag not in _VOID:
                self._enter(tag)
        else:
            self._inline(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag such as ``<br/>``; HTML pays the slash no heed except on void elements."""
        self.handle_starttag(tag, attrs)
        if tag in _HIDDEN:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """An end tag."""
        if self._hidden:
            if tag in self._hidden:
                del self._hidden[self._hidden.index(tag) :]
            return
        if tag in _BLOCKS:
            self.assembly.close(self.role())
            self._open = []
            if tag in self._blocks:
                last = len(self._blocks) - 1 - self._blocks[::-1].index(tag)
                del self._blocks[last:]
        else:
            start, end = self._bounds()
            names = [name for name, _ in self._open]
            if tag in names:
                index = len(names) - 1 - names[::-1].index(tag)
                self.assembly.code("ec", start, end, self._open[index][1])
                del self._open[index:]

    def handle_data(self, data: str) -> None:
        """Text."""
        if self._hidden:
            return
        start = self._offset()
        if "pre" in self._blocks:
            self.assembly.text(start, start + len(data))
        else:
            self.assembly.folded(start, start + len(data))

    def handle_comment(self, data: str) -> None:
        """``<!--data-->``."""
        self.assembly.comment(data)

    def handle_entityref(self, name: str) -> None:
        """``&name;``."""
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        """``&#number;``."""
        self._reference(f"&#{name}")

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: FBT001, FBT002 -- the parser's own
        """``<![…]>`` is a comment to browsers, whatever is in it; the parser of the library gives up on some."""
        return self.parse_bogus_comment(i, report)

    def _reference(self, raw: str) -> None:
        if self._hidden:
            return
        start = self._offset()
        closed = self._text.startswith(";", start + len(raw))
        end = start + len(raw) + closed
        character = unescape(self._text[start:end])
        if character == self._text[start:end]:
            self.assembly.text(start, end)
        else:
            self.assembly.character(character, start, end)

    def _inline(self, tag: str) -> None:
        start, end = self._bounds()
        self._codes += 1
        if tag in _VOID:
            self.assembly.code("ph", start, end, str(self._codes))
            if tag == "br":
                self.assembly.space(end, end)
        else:
            self._open.append((tag, str(self._codes)))
            self.assembly.code("sc", start, end, str(self._codes))

    def _enter(self, tag: str) -> None:
        """Open a block; ``<p>``, ``<li>`` and the like end the one before them that was left open."""
        if self._blocks and self._blocks[-1] == tag and (tag == "p" or tag in _ROLES):
            self._blocks.pop()
        self._blocks.append(tag)

    def _take_date(self, tag: str, values: Mapping[str, str]) -> None:
        name = (values.get("property") or values.get("name") or values.get("itemprop") or "").lower()
        rank = _DATES.index(name) if name in _DATES else len(_DATES) - 1 if tag == "time" else len(_DATES)
        found = metadata_date(values.get("content") or values.get("datetime") or "")
        if found and rank < self._rank:
            self.date, self._rank = found, rank

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def _bounds(self) -> tuple[int, int]:
        start = self._offset()
        end = self._text.find(">", start) + 1
        tag = self.get_starttag_text()
        if tag and self._text.startswith(tag, start):
            end = start + len(tag)
        return start, end or len(self._text)
