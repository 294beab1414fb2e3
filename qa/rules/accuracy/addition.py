"""Target text that the source does not have.

What it finds: sentences of the target for which the aligner found nothing in the source.

Why it matters: the text says something that its author did not.

Fails:
    ru:
    en: ⟦Critics call the plan hopeless.⟧

Passes:
    ru: Критики называют план безнадёжным.
    en: Critics call the plan hopeless.

When to switch it off: for adaptations that explain or add to the source.

Known limits: only units made by alignment are judged. What the aligner mistakes, this rule mistakes too.

Source: MQM, accuracy/addition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.core.finding import Problem, Severity
from qa.rules.rule import UnitRule
from qa.rules.whole_text import beginning, has_words, whole

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from qa.core.document import Document, TranslationUnit
    from qa.rules.context import Context

__all__ = ["Addition"]


class Addition(UnitRule):
    """Reports aligned units without a source."""

    category = "accuracy/addition"
    severity = Severity.MAJOR

    def asked_of(self, document: Document, context: Context) -> Collection[int]:
        """Of units without a source."""
        del context
        return [number for number, unit in enumerate(document.units) if not unit.source.text or not unit.source]

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:  # noqa: ARG002 -- needs no analysis
        """The whole target, where nothing stands against it."""
        text = unit.target.text
        if not unit.aligned or unit.source or unit.target.role == "blank" or not has_words(text):
            return
        yield Problem(
            unit=unit,
            message=f"“{beginning(text)}” has no source; remove it or check where it comes from",
            target=(whole(text),),
        )
