"""Time of day that differs from the source.

What it finds: times that are not the same on both sides: «17:47», «17 часов 47 минут» and “5:47 p.m.” are equal.

Why it matters: a time moved by twelve hours or with two digits swapped makes people miss what the text announces; the
24-hour and the 12-hour clock are where it happens.

Fails:
    ru: Регистрация начнётся в 17:30.
    en: Registration starts at ⟦6:30 p.m.⟧

Passes:
    ru: Регистрация начнётся в 17 часов 30 минут.
    en: Registration starts at 5:30 p.m.

When to switch it off: where times are turned into those of the reader's time zone.

Known limits: time zones are not reckoned with; a time without *a.m.* or *p.m.* up to twelve may be in either half of
the day.

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

__all__ = ["TimeMismatch"]

_KINDS: frozenset[DisagreementKind] = frozenset({"time"})


class TimeMismatch(UnitRule):
    """Compares times of day."""

    category = "accuracy/date-time"
    severity = Severity.MAJOR

    def asked_of(self, document: Document, context: Context) -> Collection[int] | None:
        """Of units in which anything is counted, measured or dated."""
        return counting_units(document, context)

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        """Changed, missing and added times."""
        return quantity_problems(unit, context, _KINDS, "time")
