"""Thousands parted as in the source's language.

What it finds: groups of three digits that are parted by the source's mark: “10 000” in English, «10,000» in Russian.

Why it matters: spaces in a number look careless in English and may break over a line; a comma or a stop of the wrong
language turns thousands into decimals.

Fails:
    ru: На площадь вышли 10 000 человек.
    en: ⟦10 000⟧ people came to the square.

Passes:
    ru: На площадь вышли 10 000 человек.
    en: 10,000 people came to the square.

When to switch it off: for scientific texts that follow the International System of Units, which parts groups by a
space.

Known limits: telephone numbers and codes are left alone, and so is a number that the source does not have.

Source: Unicode Common Locale Data Repository, number symbols; The Chicago Manual of Style, 17th edition, 9.54.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.core.finding import Problem, Severity, Suggestion
from qa.rules.quantity_problems import compared
from qa.rules.rule import UnitRule
from qa.text.wording import write_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import TranslationUnit
    from qa.rules.context import Context
    from qa.text.comparison import DisagreementKind
    from qa.text.quantity import Quantity

__all__ = ["DigitGrouping"]

_SPACED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)")
_KINDS: frozenset[DisagreementKind] = frozenset({"grouping"})
_COMMA_LANGUAGES = frozenset({"en", "zh", "ja"})


class DigitGrouping(UnitRule):
    """Looks at the grouped numbers that both texts have."""

    category = "locale-conventions/number-format"
    severity = Severity.MINOR
    trigger = re.compile(r"\d[., \u00a0\u202f\u2009]\d{3}")

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        """Numbers grouped by the wrong mark."""
        for disagreement in compared(unit, context, _KINDS):
            if disagreement.source is not None and disagreement.target is not None:
                yield _problem(unit, disagreement.target, disagreement.source, context, Severity.MAJOR)
        pair = context.pair(unit)
        if context.target_pack.code not in _COMMA_LANGUAGES or not pair.comparable:
            return
        source = {key: quantity for quantity in pair.source.quantities for key in quantity.keys}
        for quantity in pair.target.quantities:
            partner = next((source[key] for key in quantity.keys if key in source), None)
            if quantity.kind == "number" and partner is not None and _SPACED.match(quantity.text):
                yield _problem(unit, quantity, partner, context, None)


def _problem(
    unit: TranslationUnit, target: Quantity, source: Quantity, context: Context, severity: Severity | None
) -> Problem:
    digits = write_number(source.value / target.scale, context.target_pack, grouped=True)
    tail = target.text.lstrip("0123456789., \u00a0\u202f\u2009")
    corrected = f"{digits} {tail}" if tail else digits
    return Problem(
        unit=unit,
        message=f"“{target.text}” parts its thousands as the source does; write “{corrected}”",
        target=(target.span,),
        suggestion=Suggestion(target.span, corrected),
        severity=severity,
    )
