"""Amount in another currency than in the source.

What it finds: equal amounts with unequal currencies («5 млн рублей», “$5 million”), and amounts whose currency is
named on one side only.

Why it matters: the amount looks right, so nobody checks it, and it is wrong by the rate of exchange.

Fails:
    ru: Ремонт обошёлся в 5 млн рублей.
    en: The repairs cost ⟦$5 million⟧.

Passes:
    ru: Ремонт обошёлся в 5 млн австралийских долларов.
    en: The repairs cost A$5 million.

When to switch it off: never for news; for marketing texts in which prices are set anew for each market.

Known limits: one dollar is as good as another, so is one crown or rupee, since texts say *dollars* for any of them. An
amount that was turned into another currency is reported as a changed number.

Source: MQM, accuracy/mistranslation; ISO 4217 for the codes.
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
    from qa.text.quantity import Quantity

__all__ = ["CurrencyMismatch"]

_KINDS: frozenset[DisagreementKind] = frozenset({"currency"})


class CurrencyMismatch(UnitRule):
    """Compares the currencies of equal amounts."""

    category = "accuracy/mistranslation"
    severity = Severity.MAJOR

    def asked_of(self, document: Document, context: Context) -> Collection[int] | None:
        """Of units in which anything is counted, measured or dated."""
        return counting_units(document, context)

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        """Amounts in the wrong currency, or in none."""
        for disagreement in compared(unit, context, _KINDS):
            source, target = disagreement.source, disagreement.target
            if source is not None and target is not None:
                yield self._problem(unit, source, target)

    @staticmethod
    def _problem(unit: TranslationUnit, source: Quantity, target: Quantity) -> Problem:
        said, written = measured(source), measured(target)
        message = f"“{said.of(unit.source.text)}” became “{written.of(unit.target.text)}”; "
        if not target.unit:
            message += "name the currency"
        elif not source.unit:
            message += "the source names no currency: check which one is meant"
        else:
            message += "correct the currency"
        severity = None if source.unit else Severity.MINOR
        return Problem(unit=unit, message=message, source=(said,), target=(written,), severity=severity)
