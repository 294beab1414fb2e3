"""Decimal mark of the source's language.

What it finds: decimals that keep the mark of the source: “4,5%” in English, «4.5%» in Russian.

Why it matters: a comma between digits parts thousands in English, so 4,125 is read as four thousand.

Fails:
    ru: Ставка выросла до 4,5%.
    en: The rate rose to ⟦4,5⟧%.

Passes:
    ru: Ставка выросла до 4,5%.
    en: The rate rose to 4.5%.

When to switch it off: for tables that are pasted from a program with marks of its own.

Known limits: only decimals that the source has too are judged. Version and paragraph numbers, which keep their stops,
are left alone.

Source: Unicode Common Locale Data Repository, number symbols; MQM, locale-conventions/number-format.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa.core.finding import Problem, Severity, Suggestion
from qa.rules.rule import UnitRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import TranslationUnit
    from qa.rules.context import Context
    from qa.text.quantity import Quantity

__all__ = ["DecimalSeparator"]


class DecimalSeparator(UnitRule):
    """Looks at the decimals that both texts have."""

    category = "locale-conventions/number-format"
    severity = Severity.MAJOR
    trigger = re.compile(r"[.,][\s.]*\d")

    def applies(self, context: Context) -> bool:
        """Only between languages with different decimal marks."""
        return context.target_pack.decimal_mark != context.source_pack.decimal_mark

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        """Decimals with the wrong mark."""
        right, wrong = context.target_pack.decimal_mark, context.source_pack.decimal_mark
        pair = context.pair(unit)
        if right == wrong or not pair.comparable:
            return
        source = {
            key: quantity
            for quantity in pair.source.quantities
            for key in quantity.keys
            if key[0] == "n" and not _is_label(quantity, unit.source.text)
        }
        for quantity in pair.target.quantities:
            if _has_mark(quantity, wrong) and any(key in source for key in quantity.keys):
                corrected = quantity.text.replace(wrong, right)
                yield Problem(
                    unit=unit,
                    message=f"“{quantity.text}” has the decimal mark of the source; write “{corrected}”",
                    target=(quantity.span,),
                    suggestion=Suggestion(quantity.span, corrected),
                )


def _has_mark(quantity: Quantity, mark: str) -> bool:
    """Whether it is a decimal written with ``mark``."""
    if quantity.kind != "number" or quantity.text.count(mark) != 1:
        return False
    value = quantity.value / quantity.scale
    return value != int(value)


def _is_label(quantity: Quantity, text: str) -> bool:
    """Whether a bare number belongs to the capitalised word before it: a version, a project."""
    before = text[: quantity.span.start].split()
    bare = not quantity.unit and quantity.scale == 1
    return bare and bool(before) and before[-1][0].isupper() and before[-1].isalpha()
