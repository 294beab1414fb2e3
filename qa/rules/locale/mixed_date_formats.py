"""Two orders of day and month in one document.

What it finds: dates with the day before the month (“18 March 2021”) and after it (“March 18, 2021”) in one target
document. The rarer form is marked, in a tie the one that is less usual in the language. Where the target language
names its region, the other order is marked wherever it stands: the day comes first in en-GB, the month in en-US.

Why it matters: two forms show that a text was patched together, and in digits they make a date ambiguous.

Fails:
    ru: Договор подписан 5 мая 2020 года.
    en: The treaty was signed on May 5, 2020.

    ru: Он вступил в силу 1 июня 2020 года.
    en: It came into force on ⟦1 June 2020⟧.

Passes:
    ru: Договор подписан 5 мая 2020 года.
    en: The treaty was signed on May 5, 2020.

    ru: Он вступил в силу 1 июня.
    en: It came into force on June 1.

When to switch it off: where the house style wants datelines in another form than the text.

Known limits: dates in digits only are not counted; quotations are counted like other text.

Source: MQM, locale-conventions/date-format; The Chicago Manual of Style, 17th edition, 6.38 and 9.35.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from qa.core.finding import Problem, Severity, Suggestion
from qa.rules.rule import DocumentRule
from qa.rules.vocabulary import target_vocabulary
from qa.text.counting import counting_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import Document, TranslationUnit
    from qa.rules.context import Context
    from qa.text.quantity import Quantity

__all__ = ["MixedDateFormats"]

_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[ \u00a0](?:of )?(?P<month>\w+\.?)(?:,?[ \u00a0](?P<year>\d{4}))?"
)
_MONTH_FIRST = re.compile(r"(?P<month>\w+\.?)[ \u00a0](?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,?[ \u00a0](?P<year>\d{4}))?")


class _Dated(NamedTuple):
    unit: TranslationUnit
    date: Quantity
    order: str


class MixedDateFormats(DocumentRule):
    """Collects the dates of a document, then reports them if both orders occur."""

    category = "locale-conventions/date-format"
    severity = Severity.MINOR
    languages = frozenset({"en"})

    def check(self, document: Document, context: Context) -> Iterator[Problem]:
        """The dates in the rarer order, where the document has both."""
        dates = [dated for unit in _with_months(document, context) for dated in _dates(unit, context)]
        variety = context.target_variety
        if variety is not None and variety.date_order:
            for dated in dates:
                if dated.order != variety.date_order:
                    yield _problem(dated, f"is not in the order of {variety.name} dates")
            return
        counts = Counter(dated.order for dated in dates)
        if len(counts) < 2:  # noqa: PLR2004 -- one order or none
            return
        usual = context.target_pack.calendar.order
        commoner = max(counts, key=lambda order: (counts[order], order == usual))
        example = next(dated.date.text for dated in dates if dated.order == commoner)
        often = f"{counts[commoner]} of {counts.total()}"
        for dated in dates:
            if dated.order != commoner:
                yield _problem(dated, f"stands beside “{example}” ({often} dates)")


def _with_months(document: Document, context: Context) -> Iterator[TranslationUnit]:
    """The units whose targets have the name of a month."""
    names = counting_words(context.target_language).calendar
    return map(document.units.__getitem__, sorted(target_vocabulary(document).having(names)))


def _problem(dated: _Dated, what: str) -> Problem:
    text, turned = dated.date.text, _turned(dated.date.text)
    advice = f"write “{turned}”" if turned else "write all dates in one order"
    return Problem(
        unit=dated.unit,
        message=f"“{text}” {what}; {advice}",
        target=(dated.date.span,),
        suggestion=Suggestion(dated.date.span, turned) if turned else None,
    )


def _turned(text: str) -> str:
    """A date in the other order; nothing for one with more to it than day, month and year."""
    if match := _DAY_FIRST.fullmatch(text):
        return f"{match['month']} {match['day']}" + (f", {match['year']}" if match["year"] else "")
    if match := _MONTH_FIRST.fullmatch(text):
        return f"{match['day']} {match['month']}" + (f" {match['year']}" if match["year"] else "")
    return ""


def _dates(unit: TranslationUnit, context: Context) -> Iterator[_Dated]:
    analysis = context.analyse(unit.target)
    if not any(quantity.kind == "date" for part, _ in analysis.readings for quantity in part.quantities):
        return
    for quantity in analysis.quantities:
        days = [part for part in quantity.parts if part.kind == "date"]
        months = [part for part in quantity.parts if part.kind == "month" and part.text.isalpha()]
        if quantity.kind == "date" and days and months:
            order = "DMY" if days[0].span < months[0].span else "MDY"
            if order == "MDY" or not _is_named(unit.target.text[: quantity.span.start], context):
                yield _Dated(unit, quantity, order)


def _is_named(before: str, context: Context) -> bool:
    """Whether the number belongs to a name before it: ``Windows 10 May 2020 Update``."""
    words = before.split()
    return len(words) > 1 and words[-1][:1].isupper() and words[-1].lower() not in context.target_pack.calendar.weekdays
