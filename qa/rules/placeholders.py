"""Placeholders of message formats, and how to tell that a file has them.

In prose “50 % of” and “{sic}” are no placeholders. A dialect counts as spoken by a document only on strict evidence in
its sources, and the strictest where the document is running text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from qa.core.span import Span
from qa.text.messages import fluent, icu

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qa.core.document import Document

__all__ = ["DIALECTS", "Dialect", "Placeholder", "dialects_of", "numbered", "placeholders", "without_placeholders"]

_FLAGS = r"[-+#0]*(?:\d+|\*)?(?:\.(?:\d+|\*))?"
_TYPE = r"(?:hh|h|ll|l|z|j|t|L)?[diouxXeEfFgGcspa@]"
_PRINTF = re.compile(
    rf"(?<!%)(?:%%)*(?P<it>%(?:(?P<name>\(\w+\))|(?P<number>\d+)\$)?{_FLAGS}(?P<type>{_TYPE})(?(name)|(?(number)|(?![A-Za-z]{{3}}))))"
)
_PERCENTAGE = re.compile(r"(?<=\d)%(?:[-+#]|[A-Za-z]{2})")
"""“4.5%-5.5%”, “100%ig”."""
_NEVER = re.compile(r"(?!)")


class Dialect(msgspec.Struct, frozen=True):
    """A way to write placeholders.

    Patterns may have the groups ``it``, the placeholder without its surroundings; ``name``, what must be equal on both
    sides; ``type``, likewise; and ``number``, which value of several it takes. One with neither a name nor a number
    takes the next value.
    """

    name: str
    pattern: re.Pattern[str]
    evidence: re.Pattern[str]
    """What proves, in a source text, that the document speaks this dialect."""
    in_prose: re.Pattern[str] = _NEVER
    """What proves it in running text, which is odder."""
    numbered_as: str = ""
    """How numbered placeholders look, for advice."""
    unless: re.Pattern[str] = _NEVER
    """What a placeholder never looks like."""


class Placeholder(msgspec.Struct, frozen=True):
    """A placeholder in a text."""

    text: str
    span: Span
    dialect: str = ""
    name: str = ""
    """What must be equal on both sides; empty where it takes the next value."""
    type: str = ""
    number: int = 0
    """1-based; 0 for none."""

    @property
    def key(self) -> str:
        """Two placeholders of one key stand for one value."""
        return f"{self.dialect}:{self.name or self.number or ''}:{self.type}"

    @property
    def takes_next(self) -> bool:
        """Whether every occurrence takes a value of its own."""
        return not self.name and not self.number


_BRACES = re.compile(r"\{\{\s*(?P<name>-?\s*[^{}]*?)\s*(?:,[^{}]*)?\}\}|(?P<key>\$t\([^),]*)[^)]*\)")
_INTERPOLATED = re.compile(r"%\{(?P<name>\w+)\}|%<(?P<named>\w+)>[-+0#]*\d*(?:\.\d+)?[a-zA-Z]?|#\{(?P<code>[^{}]*)\}")
_SHELL = re.compile(
    r"\$\{(?P<name>\w+)(?:[-:#%/][^{}]*)?\}|(?<![\w$\\])\$(?P<bare>[a-z_]\w*|[A-Z][A-Z0-9_]{3,})\b", re.ASCII
)

DIALECTS = (
    Dialect("i18next", _BRACES, re.compile(r"\{\{\s*-?\s*[\w.]+.*?\}\}"), re.compile(r"\{\{\s*-?\s*[\w.]+.*?\}\}")),
    Dialect("Ruby", _INTERPOLATED, re.compile(r"%\{\w+\}|%<\w+>|#\{[^}]*\}"), re.compile(r"%\{\w+\}|#\{[^}]*\}")),
    Dialect(
        "shell",
        _SHELL,
        re.compile(r"\$\{\w+[^{}]*\}|(?<![\w$\\])\$(?:[a-z_]\w+|[A-Z][A-Z0-9]*_[A-Z0-9_]+|HOME|PATH|USER)\b"),
        re.compile(r"\$\{\w+\}"),
    ),
    Dialect(
        "printf",
        _PRINTF,
        re.compile(rf"(?<![\d%\w])%(?:\(\w+\)|\d+\$)?{_FLAGS}{_TYPE}(?!\w)"),
        numbered_as="%1$s",
        unless=_PERCENTAGE,
    ),
    Dialect(
        "Qt",
        re.compile(r"%(?P<name>L?\d{1,2}(?![\d$])|n(?![A-Za-z]))"),
        re.compile(r"(?<![\d%])%(?:L?\d{1,2}|n)(?![\w$.,]\d|%|\$)"),
    ),
    Dialect(
        "brace",
        re.compile(
            r"(?<!\$)\{(?:(?P<number>\d+)|(?P<name>[a-zA-Z_]\w*(?:[.\[][\w.\[\]]+)?))?(?:![rsa])?(?::[^{}]*)?\}"
            r"|\{\s*(?P<argument>\w+)\s*,\s*(?:plural|selectordinal|select|number|date|time|choice)\s*(?=[,}])"
        ),
        re.compile(rf"(?<![$%{{#])\{{(?:\d+|[a-zA-Z_]\w*)?(?::[^{{}}\s]*)?\}}|{icu.EVIDENCE.pattern}"),
        numbered_as="{0}",
    ),
)


_BRANCHES = re.compile(r"\{\s*\w+\s*,\s*(?:plural|select|selectordinal)\s*,|(?:=\d+|\b\w+)\s*(?=\{)|[{}#]")
"""The scaffolding of a plural or a selection of ICU MessageFormat, around the words of its branches."""
_FLUENT_BRANCHES = re.compile(r"\{\s*[^{}]*?(?:->|\})|\*?\[\s*[\w-]+\s*\]|[{}]")


def dialects_of(document: Document) -> tuple[Dialect, ...]:
    """The dialects that the sources of ``document`` give evidence of."""
    texts = [unit.source.text for unit in document.units if any(sign in unit.source.text for sign in "%{$")]
    spoken = (
        dialect
        for dialect in DIALECTS
        if any((dialect.in_prose if document.running_text else dialect.evidence).search(text) for text in texts)
    )
    return tuple(spoken)


def placeholders(text: str, dialects: Iterable[Dialect]) -> Iterator[Placeholder]:
    """The placeholders of a text in order; where two dialects read one stretch, the first of them has it."""
    taken: list[Placeholder] = []
    for dialect in dialects:
        for match in dialect.pattern.finditer(text):
            found = _placeholder(match, dialect)
            if not dialect.unless.match(text, found.span.start) and not any(
                found.span.overlaps(other.span) for other in taken
            ):
                taken.append(found)
    return iter(sorted(taken, key=lambda one: one.span))


def _placeholder(match: re.Match[str], dialect: Dialect) -> Placeholder:
    groups = match.groupdict()
    whole = "it" if groups.get("it") else 0
    number, kind = groups.pop("number", None), groups.pop("type", None) or ""
    groups.pop("it", None)
    name = next((value for value in groups.values() if value), "")
    return Placeholder(
        match[whole],
        Span(*match.span(whole)),
        dialect.name,
        "".join(name.split()),
        "d" if kind == "i" else kind,
        int(number) + (dialect.name == "brace") if number else 0,
    )


def numbered(found: Sequence[Placeholder]) -> tuple[Placeholder, ...]:
    """The same, those that take the next value with its number."""
    counts: dict[str, int] = {}
    result: list[Placeholder] = []
    for one in found:
        if one.takes_next:
            counts[one.dialect] = number = counts.get(one.dialect, 0) + 1
            result.append(msgspec.structs.replace(one, number=number))
        else:
            result.append(one)
    return tuple(result)


def without_placeholders(text: str) -> str:
    """The text with blanks in place of whatever any dialect would read as a placeholder; offsets stay."""
    if not any(sign in text for sign in "%{$"):
        return text
    if fluent.EVIDENCE.search(text):
        for match in list(_FLUENT_BRANCHES.finditer(text)):
            text = _blanked(text, *match.span())
    for found in placeholders(text, DIALECTS):
        text = _blanked(text, found.span.start, found.span.end)
    if "{" in text:
        for match in list(_BRANCHES.finditer(text)):
            text = _blanked(text, *match.span())
    return text


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]
