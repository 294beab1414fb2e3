"""Quotation mark without a partner.

What it finds: a quotation that is opened and never closed, or closed once more than it was opened. The marks are paired
over the whole document, because a quotation may run over sentences and paragraphs. A quotation that was closed too
early is marked at the early mark as well. Where the source ends what somebody says, the target must end it too.

Why it matters: the reader cannot tell whose words these are. A statement of one side of a conflict may read as the
newspaper's own.

Fails:
    ru: «Вода прибывает, — сказал мэр. — По нашим оценкам, дамба выдержит».
    en: "The water is rising⟦"⟧, the mayor said. By our estimate, the dam will hold.⟦"⟧

Passes:
    ru: «Вода прибывает, — сказал мэр. — По нашим оценкам, дамба выдержит.
    en: "The water is rising," the mayor said. "By our estimate, the dam will hold.

    ru: Эвакуация не нужна».
    en: "There is no need to evacuate."

When to switch it off: for interface texts that are put together from pieces.

Known limits: single marks are not paired, because most of them are apostrophes. Inch signs behind digits are left out.
Where paragraphs of a quotation do not open with marks of their own, an unclosed quotation is found only at the next
opening mark. In catalogues, whose units stand alone, a unit is left alone if its source is unbalanced too.

Source: Chicago Manual of Style, chapter 13, on quotations of several paragraphs. On 5,994 segments of news by people
(2,000 translated into English, 1,997 into Russian, 1,997 written in English) it fires 34 times, 32 of them rightly;
479 of these texts have an odd number of marks, most of them rightly.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.core.finding import Problem, Severity
from qa.rules.quotations import Unpaired, quoting_sources, quoting_targets, unpaired_quotes
from qa.rules.rule import DocumentRule
from qa.rules.whole_text import beginning, whole
from qa.text.pair import both_sides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import Document, TranslationUnit
    from qa.rules.context import Context
    from qa.rules.quotations import QuoteMark

__all__ = ["UnpairedQuote"]

_DOUBLE = frozenset('"“”„‟«»＂')
_WORDS = 4
_DASHED_SPEECH = frozenset({"ru", "uk", "be", "bg", "pl", "fr", "es"})
"""Languages that may set what somebody says between dashes instead of marks."""
_LEFT_OPEN = re.compile(r"(?<=[\w,:] )[\"“„«]\w[^\"“”„«»]*$")
_SINGLE = re.compile(r"(?:^|[\s(])['‘](?=\w)|(?<=[\w.,!?])['’](?=[\s.,!?)]|$)")
_ATTRIBUTION = re.compile(r"(?:[,!?…][\"»”]?|[\"»”],)\s*[-–—−―]\s+[^\W\d_A-ZА-ЯЁ]")
"""A dash between what somebody says and who says it."""


class UnpairedQuote(DocumentRule):
    """A double quotation mark or guillemet that nothing pairs with."""

    category = "linguistic-conventions/unpaired-marks"

    def check(self, document: Document, context: Context) -> Iterator[Problem]:  # noqa: ARG002 -- pairing needs no words
        """One problem for each mark without partner, and one where the quotation may have been closed too early."""
        reported = set[str]()
        for unpaired in unpaired_quotes(document):
            unit = unpaired.mark.unit
            if document.running_text or not _count(unit.source.text) % 2:
                yield from _problems(unpaired)
                reported.add(unit.id)
        if document.running_text and document.target_language[:2].lower() not in _DASHED_SPEECH:
            yield from (_lost(unit) for unit in _quoting(document) if unit.id not in reported and _has_lost(unit))


def _quoting(document: Document) -> Iterator[TranslationUnit]:
    """The units with a mark in either text."""
    return map(document.units.__getitem__, sorted({*quoting_sources(document), *quoting_targets(document)}))


def _count(text: str) -> int:
    return sum(map(text.count, _DOUBLE))


def _has_lost(unit: TranslationUnit) -> bool:
    """Whether a quotation that the source begins or ends in this unit does neither in the target."""
    if not both_sides(unit):
        return False
    marks, text = _count(unit.target.text), unit.target.text
    if marks == 0:
        return _count(unit.source.text) % 2 == 1 and not _SINGLE.search(text)
    if marks % 2 and _is_left_open(text) and not _SINGLE.search(text):
        quoted = _count(unit.source.text)
        return quoted % 2 == 0 and quoted > marks
    opens_only = marks == 1 and text.lstrip()[0] in _DOUBLE
    return opens_only and _ATTRIBUTION.search(unit.source.text) is not None and "," in text


def _is_left_open(text: str) -> bool:
    """Whether the last mark opens a quotation inside a sentence."""
    return _LEFT_OPEN.search(text) is not None


def _lost(unit: TranslationUnit) -> Problem:
    """The last word of the quotation cannot be told, so that the whole target is marked."""
    verb = "is never closed" if _count(unit.target.text) else "has no mark in the target"
    said = beginning(unit.target.text)
    return Problem(
        unit=unit,
        message=f"the quotation of “{said}” {verb}, though the source has one; set the quotation mark",
        source=(whole(unit.source.text),),
        target=(whole(unit.target.text),),
    )


def _problems(unpaired: Unpaired) -> Iterator[Problem]:
    mark, early = unpaired.mark, unpaired.early
    if early is not None:
        yield from _closed_early(mark, early)
        return
    if mark.role == "open":
        message = f"the quotation that opens with “{_excerpt(mark)}” is never closed; close it, or delete the mark"
    else:
        message = f"the mark behind “{_excerpt(mark)}” closes nothing; open the quotation before it, or delete the mark"
    yield Problem(unit=mark.unit, message=message, target=(mark.span,))


def _closed_early(mark: QuoteMark, early: QuoteMark) -> Iterator[Problem]:
    message = (
        f"the mark behind “{_excerpt(mark)}” closes a quotation that was closed behind “{_excerpt(early)}” already; "
        f"delete the early mark, or open the quotation again"
    )
    together = early.unit is mark.unit
    spans = (early.span, mark.span) if together else (mark.span,)
    yield Problem(unit=mark.unit, message=message, target=spans, severity=Severity.MAJOR)
    if not together:
        message = (
            f"the quotation may be closed too early behind “{_excerpt(early)}”: it is closed again behind "
            f"“{_excerpt(mark)}”; delete this mark, or open the quotation again"
        )
        yield Problem(unit=early.unit, message=message, target=(early.span,), severity=Severity.MAJOR)


def _excerpt(mark: QuoteMark) -> str:
    """A few words inside the quotation."""
    words = mark.after.split()[:_WORDS] if mark.role == "open" else mark.before.split()[-_WORDS:]
    return " ".join(words).strip('"“”«»')
