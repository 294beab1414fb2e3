"""Markup that no longer parses.

What it finds: in a target whose source holds well-formed tags or entities as text: a tag that is never closed or closed
without being opened, a tag without its “>”, a tag with a space behind its “<”, an entity without its semicolon.

Why it matters: a browser guesses, a parser stops. One broken tag can swallow the rest of a page.

Fails:
    ru: Нажмите <b>Сохранить</b>, затем <i>Выйти</i>.
    en: Press <b>Save</b>, then <i>Exit⟦< /i>⟧.

Passes:
    ru: Нажмите <b>Сохранить</b>, затем <i>Выйти</i>.
    en: Press <b>Save</b>, then <i>Exit</i>.

When to switch it off: for texts in which angle brackets are plain signs, such as mathematics.

Known limits: only markup that stands in the text as text is looked at; a reader turns the tags of its own format into
inline codes, and those are compared by markup/tag-mismatch. Tags that HTML lets stand alone need no end.

Source: the HTML Living Standard, 13.1.2 (void elements) and 13.1.4 (character references).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.core.finding import Problem, Severity, Suggestion
from qa.core.span import Span
from qa.rules.rule import UnitRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import TranslationUnit
    from qa.rules.context import Context

__all__ = ["InvalidMarkup"]

_TAG = re.compile(r"(?<!<)<(?P<close>/?)(?P<name>[a-zA-Z][\w:-]*)(?:\s[^<>]*?)?(?P<alone>/?)>(?!>)")
_SPACED = re.compile(r"<\s+/?\s*[a-zA-Z][\w:-]*\s*>|<\s*/\s+[a-zA-Z][\w:-]*\s*>")
_CUT = re.compile(r"</?[a-zA-Z][\w:-]*(?:\s+[\w:-]+=\"[^\"<>]*\"?)*\s*(?=<|$)")
_BARE_ENTITY = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|mdash|ndash|laquo|raquo|hellip|copy|#\d{2,6}|#x[0-9a-fA-F]{2,6})\b(?!;)"
)
_ENTITY = re.compile(r"&(?:[a-zA-Z]\w+|#\d+|#x[0-9a-fA-F]+);")
_VOID = frozenset(
    {"br", "hr", "img", "input", "wbr", "area", "base", "col", "embed", "link", "meta", "source", "track"}
)
_VOID |= {"p", "li", "dt", "dd", "option", "tr", "td", "th"}  # their end tags may be left out


class InvalidMarkup(UnitRule):
    """Tags and entities in the text of the target that do not parse."""

    category = "design-and-markup/questionable-markup"
    trigger = re.compile("<"), re.compile("&")
    severity = Severity.MAJOR

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:  # noqa: ARG002 -- no words needed
        """One problem for each broken tag or entity."""
        source, text = unit.source.text, unit.target.text
        if _TAG.search(source) and not any(_broken_tags(source)):
            for span, what in _broken_tags(text):
                yield Problem(unit=unit, message=f"“{span.of(text)}” {what}", target=(span,))
        if _ENTITY.search(source) and not _BARE_ENTITY.search(source):
            for match in _BARE_ENTITY.finditer(text):
                yield Problem(
                    unit=unit,
                    message=f"the entity “{match.group()}” has no semicolon; write “{match.group()};”",
                    target=(Span(*match.span()),),
                    suggestion=Suggestion(Span(match.end(), match.end()), ";"),
                )


def _broken_tags(text: str) -> Iterator[tuple[Span, str]]:
    """The tags that do not parse, with what is wrong and what to do."""
    misspelt = [Span(*match.span()) for match in _SPACED.finditer(text)]
    yield from ((span, "has a space inside its brackets; delete it") for span in misspelt)
    cut = [Span(*match.span()) for match in _CUT.finditer(text)]
    yield from ((span, "lacks its closing “>”; add it") for span in cut)
    if not misspelt and not cut:
        yield from _unbalanced(text)


def _unbalanced(text: str) -> Iterator[tuple[Span, str]]:
    pending: list[tuple[str, Span]] = []
    for match in _TAG.finditer(text):
        name, span = match["name"].lower(), Span(*match.span())
        if match["alone"] or name in _VOID:
            continue
        if not match["close"]:
            pending.append((name, span))
        elif pending and pending[-1][0] == name:
            pending.pop()
        else:
            yield span, "closes a tag that is not open here; move or delete it"
            pending = [entry for entry in pending if entry[0] != name]
    yield from ((span, "is never closed; close it") for _, span in pending)
