"""Hyphen where a dash belongs.

What it finds: three uses of a hyphen for a dash that a reader trips over. A parenthesis that a spaced hyphen opens and
an unspaced one closes (“the board - two members, later three-was formed”); a spaced hyphen inside a quoted name
(“Forum "North - South"”); a spaced hyphen in a document that sets proper dashes elsewhere.

Why it matters: an unspaced hyphen makes one word of two, and two signs for one thing look careless.

Fails:
    ru: Совет — два члена, потом три — был создан в мае.
    en: The board⟦ - ⟧two members, later three⟦-⟧was formed in May.

Passes:
    ru: Совет — два члена, потом три — был создан в мае.
    en: The board — two members, later three — was formed in May.

When to switch it off: for plain-text wires, where no dash can be typed.

Known limits: a document that uses spaced hyphens throughout, as British wires do, is left alone unless the option
`every` is on. Ranges, scores, list markers and compounds are left alone.

Source: Chicago Manual of Style, chapter 6, on the em dash. On 5,994 segments of news by people (2,000 translated into
English, 1,997 into Russian, 1,997 written in English) it fires twice, each time rightly. With `every`, one English
segment in 20 is marked: a matter of house style.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, ClassVar, cast

from qa.core.finding import Problem, Severity, Suggestion
from qa.core.span import Span
from qa.rules.candidates import candidates, numbers_of_any
from qa.rules.excerpt import around
from qa.rules.quotations import pair_quotes
from qa.rules.rule import DocumentRule, RuleOptions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qa.core.document import Document, TranslationUnit
    from qa.languages.usage import Usage
    from qa.rules.context import Context

__all__ = ["HyphenAsDash", "Options"]

_HYPHEN = re.compile("-(?<=[ \u00a0].)[ \u00a0]")
_SPACED = re.compile(r"(?<=[\w\"”»’.,)%])(?P<hyphen>[ \u00a0]-[ \u00a0])(?=[\w\"“«‘(])")
_CLOSING = re.compile(r"(?<=[^\W\d_])-(?=(?P<next>[^\W\d_]+)\b)")
_ANY_DASH = (re.compile("–"), re.compile("—"))
_DASH = re.compile(r"[\w\"”»’,)] ?[–—] ?[\w\"“«(]")
_SENTENCE_END = re.compile(r"[.!?…][\"”»]?\s")


class Options(RuleOptions, frozen=True):
    """Settings of the rule."""

    every: bool = False
    """Report every spaced hyphen between words, also where the document never sets a dash."""


class HyphenAsDash(DocumentRule):
    """A hyphen that does a dash's work."""

    Options: ClassVar[type[RuleOptions]] = Options
    category = "linguistic-conventions/punctuation"

    def check(self, document: Document, context: Context) -> Iterator[Problem]:
        """One problem for each hyphen, or for each pair of them."""
        spaced = [
            (unit, match) for unit in candidates(document, _HYPHEN) for match in _SPACED.finditer(unit.target.text)
        ]
        if not spaced:
            return
        every = cast("Options", self.options).every or _mixes(document, len(spaced))
        named = _inside_names(document)
        usage = context.target_pack.usage
        dash = context.target_pack.dashes[0]
        for unit, match in spaced:
            span = Span(*match.span("hyphen"))
            if not _between_words(unit.target.text, span, usage):
                continue
            closing = _closing_hyphen(unit.target.text, span, usage)
            if closing:
                yield _pair(unit, span, closing)
            elif every or _is_name(unit, span, named):
                yield _single(unit, span, dash if every else " – ")


def _pair(unit: TranslationUnit, opening: Span, closing: Span) -> Problem:
    text = unit.target.text
    word = around(text, closing)
    return Problem(
        unit=unit,
        message=f"“{word}” reads as one word, but its hyphen closes the parenthesis that “ - ” opens; set two dashes",
        target=(opening, closing),
        severity=Severity.MAJOR,
    )


def _single(unit: TranslationUnit, span: Span, dash: str) -> Problem:
    text = unit.target.text
    shown = around(text, span)
    return Problem(
        unit=unit,
        message=f"“{shown}” has a hyphen for a dash; write “{dash.strip()}”",
        target=(span,),
        suggestion=Suggestion(span, dash),
    )


def _mixes(document: Document, hyphens: int) -> bool:
    """Whether the document sets dashes more often than spaced hyphens."""
    dashed = sorted(numbers_of_any(document, _ANY_DASH))
    dashes = (dash for number in dashed for dash in _DASH.finditer(document.units[number].target.text))
    return next(islice(dashes, hyphens, None), None) is not None


def _between_words(text: str, span: Span, usage: Usage) -> bool:
    """Not a range or score, nor a compound that typography/spaced-hyphen reports."""
    left, right = text[: span.start].rsplit(maxsplit=1)[-1], text[span.end :].split(maxsplit=1)[0]
    if left[-1].isdigit() and right[0].isdigit():
        return False
    first, second = left.strip('"“”«»(').casefold(), right.strip('.,"“”«»)').casefold()
    return first not in usage.joining_prefixes and second not in usage.compound_tails


def _closing_hyphen(text: str, opening: Span, usage: Usage) -> Span | None:
    """An unspaced hyphen before a finite verb in the same sentence, which can be no compound."""
    end = _SENTENCE_END.search(text, opening.end)
    for match in _CLOSING.finditer(text, opening.end, end.start() if end else len(text)):
        if match["next"].casefold() in usage.finite_verbs and match["next"].islower():
            return Span(match.start(), match.start() + 1)
    return None


def _inside_names(document: Document) -> tuple[tuple[TranslationUnit, Span], ...]:
    """Quotations of a few words with a capital at each end: names."""
    found: list[tuple[TranslationUnit, Span]] = []
    for mark in pair_quotes(document):
        partner = mark.partner
        if mark.role == "open" and partner is not None and partner.unit is mark.unit:
            span = Span(mark.span.end, partner.span.start)
            if len(span.of(mark.unit.target.text).split()) <= 8:  # noqa: PLR2004 -- names are short
                found.append((mark.unit, span))
    return tuple(found)


def _is_name(unit: TranslationUnit, hyphen: Span, quotations: Iterable[tuple[TranslationUnit, Span]]) -> bool:
    text = unit.target.text
    capitals = text[: hyphen.start].rsplit(maxsplit=1)[-1].strip('"“«').istitle() and text[hyphen.end].isupper()
    return capitals and any(owner is unit and span.covers(hyphen) for owner, span in quotations)
