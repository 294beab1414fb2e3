"""Translation much shorter than its source.

What it finds: targets that are so short for their source that a clause or half of the sentence must be missing. The
length to be expected depends on the two languages and on the length of the source.

Why it matters: an omission inside a sentence leaves no gap; the target reads well, and only the comparison shows it.

Fails:
    ru: ⟦Директор завода сообщил, что новый цех откроют весной, а старое здание передадут городскому музею.⟧
    en: The plant's director said so on Monday.

Passes:
    ru: Директор завода сообщил, что новый цех откроют весной, а старое здание передадут городскому музею.
    en: The plant's director said the new shop would open in spring and the old building would go to the city museum.

When to switch it off: for summaries, subtitles and headlines that are shortened on purpose.

Known limits: a short clause lost from a long sentence does not stand out. Sources under 40 characters are not judged,
nor are languages whose usual length is not known. Of sentences that lose their second half, about three in four are
found.

Source: W. Gale and K. Church, "A program for aligning sentences in bilingual corpora" (1993), for the model of lengths;
its parameters were fitted to news in Russian, English, German, French and Polish.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from qa.core.finding import Problem, Severity
from qa.rules.quantity_problems import both_sides
from qa.rules.rule import RuleOptions, UnitRule
from qa.rules.whole_text import beginning, has_words, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import TranslationUnit
    from qa.rules.context import Context

__all__ = ["PartialOmission"]

_SHORTEST = 40
_BASE, _SLOPE = 0.29, -0.06
_SPREAD, _SPREAD_SLOPE, _SPREAD_LEAST = 0.35, -0.037, 0.1


class _Options(RuleOptions, frozen=True, kw_only=True):
    """How sure the rule must be."""

    deviations: float = 3.5
    """By how many standard deviations a target must be too short; more means fewer findings."""


class PartialOmission(UnitRule):
    """Compares the lengths of both texts with the length to be expected."""

    Options = _Options
    options: _Options
    category = "accuracy/omission"
    severity = Severity.MAJOR
    profiles = frozenset({"prose"})

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        """The source, where the target is far too short for it."""
        factors = context.source_pack.length_factor, context.target_pack.length_factor
        source, target = unit.source.text.strip(), unit.target.text.strip()
        if len(source) < _SHORTEST or not all(factors) or not both_sides(unit) or not has_words(target):
            return
        expected, spread = _expected(len(source), factors[1] / factors[0])
        deviation = (math.log(len(target) / len(source)) - expected) / spread
        if deviation <= -self.options.deviations:
            usual = round(len(source) * math.exp(expected))
            yield Problem(
                unit=unit,
                message=f"“{beginning(target)}” is too short for its source; translate what is missing",
                source=(whole(unit.source.text),),
                evidence=(f"{len(target)} characters stand for {len(source)}; about {usual} are usual",),
            )


def _expected(length: int, ratio: float) -> tuple[float, float]:
    """Mean and standard deviation of log(target length / source length), for a source of ``length`` characters.

    Longer sources have relatively shorter translations, and vary less.
    """
    size = math.log(length)
    return math.log(ratio) + _BASE + _SLOPE * size, max(_SPREAD + _SPREAD_SLOPE * size, _SPREAD_LEAST)
