"""Source text without a translation.

What it finds: sentences of the source for which the aligner found nothing in the target.

Why it matters: what the author said is missing; a dropped sentence is the omission that a reader cannot notice.

Fails:
    ru: ⟦Музей закроют на ремонт.⟧
    en:

Passes:
    ru: Музей закроют на ремонт.
    en: The museum will close for repairs.

When to switch it off: for abridged translations and summaries.

Known limits: only units made by alignment are judged; an empty unit of a bilingual file is accuracy/empty-target. A
clause that is missing inside a sentence is accuracy/partial-omission. What the aligner mistakes, this rule mistakes
too.

Source: MQM, accuracy/omission.
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

__all__ = ["Omission"]


class Omission(UnitRule):
    """Reports aligned units without a target."""

    category = "accuracy/omission"
    severity = Severity.MAJOR
    trigger = WORDLESS

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:  # noqa: ARG002 -- needs no analysis
        """The whole source, where nothing stands against it."""
        text = unit.source.text
        if not unit.aligned or unit.target or unit.source.role == "blank" or not has_words(text):
            return
        yield Problem(unit=unit, message=f"“{beginning(text)}” has no translation; translate it", source=(whole(text),))
