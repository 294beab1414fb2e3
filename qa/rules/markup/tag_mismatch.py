"""Inline tag missing or added.

What it finds: an inline code of the source (bold, link, line break, image, placeholder) that the target lacks, and one
that the target has in excess; a pair of codes that closes before it opens. Tags that stand in the text as text
(“<b>”) are compared too.

Why it matters: a lost link cannot be followed, and a broken pair can break the page or the file.

Fails:
    ru: Нажмите ⟦<b>⟧Сохранить⟦</b>⟧.
    en: Press Save.

Passes:
    ru: Нажмите <b>Сохранить</b>.
    en: Press <b>Save</b>.

When to switch it off: for catalogues in which translators may choose the markup.

Known limits: codes are told apart by what they hold, or by their ids where the file does not tell. Their order is not
compared, for word order differs between languages. A source and a target in two file formats are not compared.

Source: XLIFF 2.1, inline content.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from qa.core.finding import Problem, Severity
from qa.core.span import Span
from qa.rules.candidates import SIDES, numbers_of_candidates
from qa.rules.rule import UnitRule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from qa.core.document import Document, TranslationUnit
    from qa.core.segment import Segment
    from qa.rules.context import Context

__all__ = ["TagMismatch"]

_TAG = re.compile(r"(?<!<)<(?P<close>/?)(?P<name>[a-zA-Z][\w:-]*)(?:\s[^<>]*)?(?P<alone>/?)>(?!>)")


_OPENING = re.compile("<")
_COMMENT = "<!--"


class _Code(NamedTuple):
    """An inline code or a tag in the text; ``key`` is what must be equal on both sides."""

    key: tuple[str, str]
    shown: str
    span: Span


class TagMismatch(UnitRule):
    """The codes of source and target differ."""

    category = "design-and-markup/markup-tag"
    severity = Severity.MAJOR

    def asked_of(self, document: Document, context: Context) -> Collection[int]:
        """Of units in which either text has inline codes or may have tags."""
        del context
        coded = [number for number, unit in enumerate(document.units) if unit.source.codes or unit.target.codes]
        return {*coded, *chain.from_iterable(numbers_of_candidates(document, _OPENING, side) for side in SIDES)}

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:  # noqa: ARG002 -- no words needed
        """One problem for the missing codes, one for the added ones, one for each pair in the wrong order."""
        coded = unit.source.codes or unit.target.codes or "<" in unit.source.text or "<" in unit.target.text
        if not coded or not unit.source or not unit.target or _in_two_formats(unit):
            return
        by_data = all(code.data for code in (*unit.source.codes, *unit.target.codes))
        source, target = _codes(unit.source, by_data=by_data), _codes(unit.target, by_data=by_data)
        missing, added = _without(source, target), _without(target, source)
        if missing:
            message = f"{_list(missing)} of the source is missing in the target; insert it"
            yield Problem(unit=unit, message=message, source=tuple(code.span for code in missing))
        if added:
            message = f"{_list(added)} of the target is not in the source; delete it"
            yield Problem(unit=unit, message=message, target=tuple(code.span for code in added))
        if not missing and not added:
            yield from _crossed(unit)


def _in_two_formats(unit: TranslationUnit) -> bool:
    """Whether the texts come from files of two formats, which write the same mark in two ways."""
    suffixes = {PurePath(segment.path).suffix.lower() for segment in (unit.source, unit.target) if segment.path}
    return len(suffixes) > 1


def _codes(segment: Segment, *, by_data: bool) -> list[_Code]:
    codes = [
        _Code((code.kind, code.data if by_data else code.id), code.data or code.id, Span(code.offset, code.offset))
        for code in segment.codes
        if not code.data.startswith(_COMMENT)
    ]
    for match in _TAG.finditer(segment.text):
        kind = "ec" if match["close"] else "ph" if match["alone"] else "sc"
        codes.append(_Code((kind, match["name"].lower()), match.group(), Span(*match.span())))
    return codes


def _without(codes: Iterable[_Code], others: Iterable[_Code]) -> list[_Code]:
    left = Counter(code.key for code in others)
    remaining: list[_Code] = []
    for code in codes:
        if left[code.key]:
            left[code.key] -= 1
        else:
            remaining.append(code)
    return remaining


def _list(codes: Iterable[_Code]) -> str:
    return ", ".join(f"“{code.shown}”" for code in codes)


def _crossed(unit: TranslationUnit) -> Iterator[Problem]:
    """Pairs whose end stands before their start, though not so in the source."""
    if _reversed(unit.source):
        return
    for identifier in _reversed(unit.target):
        spans = tuple(Span(code.offset, code.offset) for code in unit.target.codes if code.id == identifier)
        message = f"the pair of tags “{identifier}” closes before it opens; swap the two"
        yield Problem(unit=unit, message=message, target=spans)


def _reversed(segment: Segment) -> list[str]:
    opened: Counter[str] = Counter()
    early: list[str] = []
    for code in segment.codes:
        if code.kind == "sc":
            opened[code.id] += 1
        elif code.kind == "ec":
            opened[code.id] -= 1
            if opened[code.id] < 0:
                early.append(code.id)
    return early
