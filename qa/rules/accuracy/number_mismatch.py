"""Number that differs from the source, is missing or was added.

What it finds: numbers that are not the same in both texts. Values are compared, not digits: «1 200», «1,2 тыс.» and
1,200 are equal, so are 0,95 and 0.95, «4-летний» and “four-year-old”, «5 млн» and 5,000,000, «90-е» and the 1990s,
«XIX век» and the 19th century, 10 km and 6.2 miles. A percentage that lost its sign is found as well.

Why it matters: a wrong number is the error that readers quote. It slips in where a text is typed anew, where a decimal
comma becomes a thousands mark, and where *млрд* is read as *million*.

Fails:
    ru: В зале собралось 16 тысяч человек.
    en: There were ⟦26,000⟧ people in the hall.

Passes:
    ru: Завод выпустил 1,2 тыс. станков, на 0,5% больше, чем в 2019-м.
    en: The plant built 1,200 machine tools, 0.5 percent more than in 2019.

When to switch it off: for adaptations, in which figures are rounded or replaced on purpose.

Known limits: numbers in words only help to explain those in digits: *two* for «три» is not seen, but *two million* for
«три миллиона» is. Vague words («десятки», *dozens*) never count. A number that stands on one side twice and on the
other once is taken as a matter of style.

Source: ISO 5060:2024 and MQM, accuracy/number; Translate Toolkit and Okapi compare digits, which flags clean
translations for their form alone.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from qa.core.finding import Problem, Severity, Suggestion
from qa.rules.quantity_problems import compared, counting_units, measured, quantity_problems
from qa.rules.rule import UnitRule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from qa.core.document import Document, TranslationUnit
    from qa.rules.context import Context
    from qa.text.comparison import Disagreement, DisagreementKind

__all__ = ["NumberMismatch"]

_KINDS: frozenset[DisagreementKind] = frozenset({"number"})
_PERCENT: frozenset[DisagreementKind] = frozenset({"percent"})


class NumberMismatch(UnitRule):
    """Compares the values of both texts."""

    category = "accuracy/number"
    severity = Severity.MAJOR

    def asked_of(self, document: Document, context: Context) -> Collection[int] | None:
        """Of units in which anything is counted, measured or dated."""
        return counting_units(document, context)

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        """Changed, missing and added numbers, and percentages that are none on the other side."""
        shares = (_percent(unit, disagreement) for disagreement in compared(unit, context, _PERCENT))
        return chain(quantity_problems(unit, context, _KINDS, "number"), *shares)


def _percent(unit: TranslationUnit, disagreement: Disagreement) -> Iterator[Problem]:
    source, target = disagreement.source, disagreement.target
    if source is None or target is None:
        return
    said, written = measured(source), measured(target)
    shown = f"“{said.of(unit.source.text)}” became “{written.of(unit.target.text)}”"
    lost = not target.unit
    yield Problem(
        unit=unit,
        message=f"{shown}; add the percent sign" if lost else f"{shown}; check the percent sign",
        source=(said,),
        target=(written,),
        suggestion=Suggestion(written, target.text + "%") if lost and target.scale == 1 else None,
    )
