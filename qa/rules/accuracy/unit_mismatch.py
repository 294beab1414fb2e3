"""Quantity in another unit than in the source.

What it finds: equal numbers with unequal units: «5 км» and “5 miles”, «3 тонны» and “3 kg”, «12 дней» and “12 weeks”.

Why it matters: converting the unit without the number, or misreading an abbreviation, changes the amount by orders of
magnitude while the digits look right.

Fails:
    ru: До станции 12 километров.
    en: It is ⟦12 miles⟧ to the station.

Passes:
    ru: До станции 10 км пути.
    en: The station is 6.2 miles away.

When to switch it off: for adaptations with measures of another system that are rounded freely.

Known limits: a unit that only one side names is not reported; converted quantities may differ by six percent.

Source: MQM, accuracy/unit-conversion; The International System of Units (BIPM, 9th edition).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.core.finding import Problem, Severity
from qa.rules.quantity_problems import compared, counting_units, measured
from qa.rules.rule import UnitRule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from qa.core.document import Document, TranslationUnit
    from qa.rules.context import Context
    from qa.text.comparison import DisagreementKind

__all__ = ["UnitMismatch"]

_KINDS: frozenset[DisagreementKind] = frozenset({"unit"})


class UnitMismatch(UnitRule):
    """Compares the units of equal numbers."""

    category = "accuracy/unit-conversion"
    severity = Severity.MAJOR

    def asked_of(self, document: Document, context: Context) -> Collection[int] | None:
        """Of units in which anything is counted, measured or dated."""
        return counting_units(document, context)

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        """Numbers that stand with another unit."""
        for disagreement in compared(unit, context, _KINDS):
            source, target = disagreement.source, disagreement.target
            if source is not None and target is not None:
                said, written = measured(source), measured(target)
                yield Problem(
                    unit=unit,
                    message=f"“{said.of(unit.source.text)}” became “{written.of(unit.target.text)}”; correct the unit",
                    source=(said,),
                    target=(written,),
                )
