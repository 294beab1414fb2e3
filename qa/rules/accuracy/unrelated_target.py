"""Target that translates another text.

What it finds: targets in which next to none of the source's words, names and figures has a counterpart.

Why it matters: rows that slipped, or a wrong match from a translation memory, put a faultless sentence in the wrong
place; nothing in the target by itself shows it.

Fails:
    ru: Директор завода сообщил, что новый цех откроют весной.
    en: ⟦Heavy rain is expected on the coast at the weekend.⟧

Passes:
    ru: Директор завода сообщил, что новый цех откроют весной.
    en: In spring a new shop will open, the plant's director said.

When to switch it off: for adaptations that say something else on purpose, such as slogans.

Known limits: Russian and English only; a lexicon of some 3,000 words tells what has a counterpart. Short sources and
those with few words of the lexicon are not judged.

Source: the same likelihoods as for omissions (W. Gale and K. Church, 1993), summed over the whole source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.core.finding import Problem, Severity
from qa.languages.translations import trust
from qa.rules.counterparts import surely_translated
from qa.rules.rule import DocumentRule, RuleOptions
from qa.rules.whole_text import beginning, has_words, whole
from qa.text.coverage import USUAL_RATE, most_weight, rate, shares_words, total_weight, witnesses
from qa.text.pair import both_sides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import Document, TranslationUnit
    from qa.rules.context import Context

__all__ = ["UnrelatedTarget"]

_FEWEST = 3
_BACK, _BACK_RATE = 0.8, 0.6
"""What the words of the target count for beside those of the source, and how often they have a known counterpart."""


class _Options(RuleOptions, frozen=True, kw_only=True):
    """How sure the rule must be."""

    evidence: float = 5.0
    """How much the missing counterparts must outweigh those that are there; more means fewer findings."""


class UnrelatedTarget(DocumentRule):
    """Asks first for a few common words, which any translation has, and weighs all only where there are none."""

    Options = _Options
    options: _Options
    category = "accuracy/mistranslation"
    severity = Severity.MAJOR
    profiles = frozenset({"prose"})

    def check(self, document: Document, context: Context) -> Iterator[Problem]:
        """The whole target, where it has nothing of the source; a free translation of all the rest counts for it."""
        analyse = context.analyse
        strange = [unit for unit in document.units if not shares_words(analyse(unit.source), analyse(unit.target))]
        suspects = [unit for unit in strange if self._is_suspect(unit, context)]
        if not suspects:
            return
        word_rate = rate(found for _, found in surely_translated(document.units, context))
        literalness = min(1.0, word_rate / USUAL_RATE)
        yield from (_problem(unit) for unit in suspects if self._is_sure(unit, literalness, context))

    def _is_suspect(self, unit: TranslationUnit, context: Context) -> bool:
        """Whether of a unit that shares no words so little has a counterpart as in no literal translation."""
        source, target = context.analyse(unit.source), context.analyse(unit.target)
        most = most_weight(source, target, USUAL_RATE) + _BACK * most_weight(target, source, _BACK_RATE)
        if most * trust(context.source_language, context.target_language) < self.options.evidence:
            return False
        return both_sides(unit) and has_words(unit.target.text) and self._is_sure(unit, 1.0, context)

    def _is_sure(self, unit: TranslationUnit, literalness: float, context: Context) -> bool:
        """Whether too little of either text has a counterpart in the other, for a translation as literal as that."""
        source, target = context.analyse(unit.source), context.analyse(unit.target)
        there, back = witnesses(source, target), witnesses(target, source)
        weight = total_weight(there, USUAL_RATE * literalness) + _BACK * total_weight(back, _BACK_RATE * literalness)
        weight *= trust(context.source_language, context.target_language)
        return len(there) + len(back) >= _FEWEST and weight >= self.options.evidence


def _problem(unit: TranslationUnit) -> Problem:
    return Problem(
        unit=unit,
        message=f"“{beginning(unit.target.text)}” has nothing of the source; check whether it belongs here",
        source=(whole(unit.source.text),),
        target=(whole(unit.target.text),),
    )
