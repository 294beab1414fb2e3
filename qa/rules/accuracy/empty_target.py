"""Target that is empty or has no words.

What it finds: units of a bilingual file whose source has words or numbers and whose target has none: nothing at all,
white space, or punctuation alone.

Why it matters: the text is missing from the product.

Fails:
    ru: Билеты продаются в кассе.
    en: ⟦…⟧

Passes:
    ru: ***
    en: ***

When to switch it off: in files that are still being translated.

Known limits: units that an aligner made are left to accuracy/omission.

Source: MQM, accuracy/omission; every tool of the trade has this check.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.core.finding import Problem, Severity
from qa.rules.rule import UnitRule
from qa.rules.whole_text import WORDLESS, beginning, has_words, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import TranslationUnit
    from qa.rules.context import Context

__all__ = ["EmptyTarget"]


class EmptyTarget(UnitRule):
    """Looks whether there is anything to read in the target."""

    category = "accuracy/omission"
    severity = Severity.CRITICAL
    trigger = WORDLESS

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:  # noqa: ARG002 -- needs no analysis
        """The source, where the target says nothing."""
        source, target = unit.source.text, unit.target.text
        if not unit.translate or has_words(target) or not has_words(source):
            return
        if unit.aligned and not unit.target:
            return
        left = f"only “{target.strip()}” stands" if target.strip() else "nothing stands"
        yield Problem(
            unit=unit,
            message=f"{left} for “{beginning(source)}”; translate it",
            source=(whole(source),),
            target=(whole(target),) if target.strip() else (),
        )
