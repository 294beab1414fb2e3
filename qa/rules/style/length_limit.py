"""Target longer than its limit.

What it finds: a target with more characters than the notes of its unit or the option `characters` allow, or, where
neither says anything, many times as long as its source.

Why it matters: a button, a table cell or a headline slot cuts the rest off.

Fails:
    ru: Сохранить
    en: Save all changes made to this document since it⟦ was opened⟧

Passes:
    ru: Сохранить
    en: Save

When to switch it off: for running text.

Known limits: a character is what a reader sees as one (a grapheme cluster), and its width in pixels is not known;
inline codes count nothing. A limit in a note must be written like “maxlength: 40” or “max. 40 characters”.

Source: the data category “storage size” of ITS 2.0; notes in XLIFF and PO files.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, cast

import regex

from qa.core.finding import Problem
from qa.core.span import Span
from qa.rules.rule import RuleOptions, UnitRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import TranslationUnit
    from qa.rules.context import Context

__all__ = ["LengthLimit", "Options"]

_NOTED = re.compile(
    r"max(?:imum)?[\s._-]*(?:length|len|size|width|chars?|characters)?\s*[:=]?\s*(\d{1,5})(?!\s*(?:px|pixels|%))",
    re.IGNORECASE,
)
_GRAPHEME = regex.compile(r"\X")


class Options(RuleOptions, frozen=True):
    """Settings of the rule."""

    characters: int = 0
    """Most characters of any target; 0 to go by notes and `ratio`."""
    ratio: float = 3.0
    """How many times the length of its source a target may have where no limit is told; 0 for any."""
    slack: int = 20
    """Characters that are free on top of `ratio`, for short sources."""


class LengthLimit(UnitRule):
    """A target that goes over its limit."""

    Options: ClassVar[type[RuleOptions]] = Options
    category = "design-and-markup/truncation-text-expansion"
    preview = True
    profiles = frozenset({"interface"})

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:  # noqa: ARG002 -- no words needed
        """One problem, on what goes over the limit."""
        options = cast("Options", self.options)
        limit, reason = _limit(unit, options)
        ends = [match.end() for match in _GRAPHEME.finditer(unit.target.text)] if limit else []
        if len(ends) > limit:
            text = unit.target.text
            shown = " ".join(text.split()[:4])
            message = f"“{shown} …” has {len(ends)} characters, {reason} allows {limit}; shorten it"
            yield Problem(unit=unit, message=message, target=(Span(ends[limit - 1], len(text)),))


def _limit(unit: TranslationUnit, options: Options) -> tuple[int, str]:
    """The limit in characters, 0 for none, and what sets it."""
    for note in unit.notes:
        match = _NOTED.search(note)
        if match:
            return int(match[1]), "its note"
    if options.characters:
        return options.characters, "the option `characters`"
    if options.ratio and unit.source:
        return int(len(unit.source.text) * options.ratio) + options.slack, "the length of its source"
    return 0, ""
