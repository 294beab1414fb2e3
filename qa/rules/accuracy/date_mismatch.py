"""Date that differs from the source.

What it finds: days, months, years and weekdays that are not the same in both texts, in words or in digits:
«18 марта 2021 г.», “March 18, 2021”, “18 March 2021” and 18.03.2021 are equal.

Why it matters: a wrong date sends people to the wrong day and makes a report untrue; months are easily confused
(«июня» and «июля»), and 03/04 is read both ways.

Fails:
    ru: Выставка откроется 24 июня.
    en: The exhibition opens on ⟦July 24⟧.

Passes:
    ru: Соглашение подписали в четверг, 18 марта 2021 г.
    en: The agreement was signed on Thursday, 18 March 2021.

When to switch it off: where dates are moved to another calendar, as from the Hijri or the Julian one.

Known limits: a month or weekday that is only left out is not reported; *May* and *March* count as months only beside a
number or a word such as *in*; quarters and seasons are not compared; *yesterday* is never turned into a date.

Source: MQM, accuracy/date-time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.core.finding import Problem, Severity
from qa.rules.quantity_problems import counting_units, quantity_problems
from qa.rules.rule import UnitRule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from qa.core.document import Document, TranslationUnit
    from qa.rules.context import Context
    from qa.text.comparison import DisagreementKind

__all__ = ["DateMismatch"]

_KINDS: frozenset[DisagreementKind] = frozenset({"date"})


class DateMismatch(UnitRule):
    """Compares days, months, years and weekdays."""

    category = "accuracy/date-time"
    severity = Severity.MAJOR

    def asked_of(self, document: Document, context: Context) -> Collection[int] | None:
        """Of units in which anything is counted, measured or dated."""
        return counting_units(document, context)

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        """Changed, missing and added parts of dates."""
        return quantity_problems(unit, context, _KINDS, "date")
