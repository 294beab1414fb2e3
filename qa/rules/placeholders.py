"""Placeholders of message formats, and how to tell that a file has them.

In prose “50 % of” and “{sic}” are no placeholders. A dialect counts as spoken by a document only on strict evidence in
its sources, and the strictest where the document is running text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from qa.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import Document

__all__ = ["DIALECTS", "Dialect", "Placeholder", "dialects_of", "placeholders", "without_placeholders"]

_CONVERSION = r"[-+#0]*(?:\d+|\*)?(?:\.\d+)?(?:hh|h|ll|l|z|j|t|L)?[diouxXeEfFgGcs@]"


class Dialect(msgspec.Struct, frozen=True):
    """A way to write placeholders."""

    name: str
    pattern: re.Pattern[str]
    evidence: re.Pattern[str]
    """What proves, in a source text, that the document speaks this dialect."""
    in_prose: bool
    """Whether the evidence is so odd that it proves the dialect in running text too."""
    ordered: re.Pattern[str] | None = None
    """Placeholders whose order says which value they take."""


class Placeholder(msgspec.Struct, frozen=True):
    """A placeholder in a text."""

    text: str
    span: Span


DIALECTS = (
    Dialect(
        "i18next", re.compile(r"\{\{.*?\}\}|\$t\([^)]*\)"), re.compile(r"\{\{\s*-?\s*[\w.]+.*?\}\}"), in_prose=True
    ),
    Dialect("Ruby", re.compile(r"%\{\w+\}|#\{[^}]*\}"), re.compile(r"%\{\w+\}|#\{[^}]*\}"), in_prose=True),
    Dialect("shell", re.compile(r"\$\{\w+\}"), re.compile(r"\$\{\w+\}"), in_prose=True),
    Dialect(
        "printf",
        re.compile(rf"(?<!%)(?:%%)*(?P<it>%(?:\(\w+\)|\d+\$)?{_CONVERSION})(?![^\W\d_]{{3}})"),
        re.compile(rf"(?<![\d%\w])%(?:\(\w+\)|\d+\$)?{_CONVERSION}(?!\w)"),
        in_prose=False,
        ordered=re.compile(rf"(?<!%)(?:%%)*(?P<it>%{_CONVERSION})(?![^\W\d_]{{3}})"),
    ),
    Dialect(
        "Qt",
        re.compile(r"%(?:L?\d{1,2}|n)(?![\w$])"),
        re.compile(r"(?<![\d%])%(?:L?\d{1,2}|n)(?![\w$.,]\d|%|\$)"),
        in_prose=False,
    ),
    Dialect(
        "brace",
        re.compile(r"\{(?:\d*|[a-zA-Z_]\w*(?:[.\[][\w.\]]+)?)(?:![rsa])?(?::[^{}]*)?\}|\{\s*\w+\s*,\s*\w+\s*(?=[,}])"),
        re.compile(
            r"\{(?:\d+|[a-zA-Z_]\w*)(?::[^{}\s]*)?\}|\{\}|\{\s*\w+\s*,\s*(?:plural|select|selectordinal|number|date|time)\s*[,}]"
        ),
        in_prose=False,
    ),
)


_BRANCHES = re.compile(r"\{\s*\w+\s*,\s*(?:plural|select|selectordinal)\s*,|(?:=\d+|\b\w+)\s*(?=\{)|[{}#]")
"""The scaffolding of a plural or a selection of ICU MessageFormat, around the words of its branches."""


def dialects_of(document: Document) -> tuple[Dialect, ...]:
    """The dialects that the sources of ``document`` give evidence of."""
    texts = [unit.source.text for unit in document.units if "%" in unit.source.text or "{" in unit.source.text]
    spoken = (
        dialect
        for dialect in DIALECTS
        if (dialect.in_prose or not document.running_text) and any(dialect.evidence.search(text) for text in texts)
    )
    return tuple(spoken)


def placeholders(text: str, dialects: tuple[Dialect, ...]) -> Iterator[Placeholder]:
    """The placeholders of a text in order; where two dialects read one stretch, the first of them has it."""
    taken: list[Span] = []
    for dialect in dialects:
        for match in dialect.pattern.finditer(text):
            group = "it" if "it" in dialect.pattern.groupindex else 0
            span = Span(*match.span(group))
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
    for span in sorted(taken):
        yield Placeholder(span.of(text), span)


def without_placeholders(text: str) -> str:
    """The text with blanks in place of whatever any dialect would read as a placeholder; offsets stay."""
    if "%" not in text and "{" not in text:
        return text
    for found in placeholders(text, DIALECTS):
        text = _blanked(text, found.span.start, found.span.end)
    if "{" in text:
        for match in list(_BRANCHES.finditer(text)):
            text = _blanked(text, *match.span())
    return text


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]
