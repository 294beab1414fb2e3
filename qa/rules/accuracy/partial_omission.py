"""Translation that leaves out a part of its source.

What it finds: targets so short for their source that a clause or half of the sentence must be missing, and targets that
are shorter than usual while a run of words, names and figures of the source has no counterpart in them. The length to
be expected depends on the two languages and on the length of the source.

Why it matters: an omission inside a sentence leaves no gap; the target reads well, and only the comparison shows it.

Fails:
    ru: ⟦Директор завода сообщил, что новый цех откроют весной, а старое здание передадут городскому музею.⟧
    en: The plant's director said so on Monday.

    ru: Директор завода сообщил, что новый цех откроют весной, а ⟦старое здание передадут городскому музею⟧.
    en: The plant's director said that the new shop would open in spring.

Passes:
    ru: Директор завода сообщил, что новый цех откроют весной, а старое здание передадут городскому музею.
    en: The plant's director said the new shop would open in spring and the old building would go to the city museum.

When to switch it off: for summaries, subtitles and headlines that are shortened on purpose.

Known limits: counterparts are looked for between Russian and English only, with a lexicon of some 3,000 words; for
other languages length alone counts, and finds about half of the sentences that lose their second half. A clause of few
words lost from a long sentence does not stand out. Sources under 40 characters are not judged, nor are languages whose
usual length is not known. Where a document is translated freely, missing counterparts count less.

Source: W. Gale and K. Church, "A program for aligning sentences in bilingual corpora" (1993), for the model of lengths;
its parameters were fitted to news in Russian, English, German, French and Polish.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from qa.core.finding import Problem, Severity
from qa.core.span import Span
from qa.languages.translations import trust
from qa.rules.counterparts import surely_translated
from qa.rules.rule import DocumentRule, RuleOptions
from qa.rules.whole_text import beginning, has_words, whole
from qa.text.coverage import longest_gap, rate, witnesses

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.core.document import Document, TranslationUnit
    from qa.rules.context import Context
    from qa.text.coverage import Witness

__all__ = ["PartialOmission"]

_SHORTEST = 40
_CLOSERS = ' \t\n\u00a0.!?…"”»)'
_BASE, _SLOPE = 0.29, -0.06
"""Mean of log(target length / source length) less that of the languages, and by how much it falls with log(length)."""
_SPREAD, _SPREAD_SLOPE, _SPREAD_LEAST = 0.35, -0.037, 0.1
_SHORT = -1.5
"""Targets that deviate less from the usual length are not searched for gaps."""
_LENGTH_WEIGHT = 2.0
"""Of a standard deviation of length, against the weight of a gap."""
_NORMAL = -1.5
"""Units that deviate more do not show how a document is translated."""
_PRIOR, _MOST_SHIFT = 3, 1.0
"""For so many units the usual length counts, and by so many deviations a document may differ from it."""
_MOST_RATE = 0.85


class _Options(RuleOptions, frozen=True, kw_only=True):
    """How sure the rule must be."""

    deviations: float = 3.5
    """By how many standard deviations a target must be too short; more means fewer findings."""
    evidence: float = 8.0
    """How much length and missing counterparts must weigh together; more means fewer findings."""


class _Manner(NamedTuple):
    """How a document is translated."""

    shift: float
    """By how many standard deviations its targets are longer than usual."""
    word_rate: float
    """How often the known translations of words stand in its targets."""


_BOLDEST = _Manner(_MOST_SHIFT, _MOST_RATE)
"""What makes most of a gap: a unit that is not suspicious so is not suspicious at all."""


class PartialOmission(DocumentRule):
    """Compares the lengths of both texts with the length to be expected, and looks for gaps where a target is short."""

    Options = _Options
    options: _Options
    category = "accuracy/omission"
    severity = Severity.MAJOR
    profiles = frozenset({"prose"})

    def check(self, document: Document, context: Context) -> Iterator[Problem]:
        """The part of the source that has no counterpart; the whole, where only the length tells."""
        factors = context.source_pack.length_factor, context.target_pack.length_factor
        if not all(factors):
            return
        log_ratio = math.log(factors[1] / factors[0])
        deviations = [_deviation(unit, log_ratio) for unit in document.units]
        manner: _Manner | None = None
        for unit, deviation in zip(document.units, deviations, strict=True):
            if deviation is None or deviation - _MOST_SHIFT > _SHORT:
                continue
            if manner is None:  # dear, so that the first suspicious unit asks for it
                if self._judged(unit, deviation, _BOLDEST, context) is None:
                    continue
                manner = _manner(document, deviations, context)
            span = self._judged(unit, deviation, manner, context)
            if span is not None:
                yield _problem(unit, span)

    def _judged(self, unit: TranslationUnit, deviation: float, manner: _Manner, context: Context) -> Span | None:
        """What is left out of the source, if anything."""
        deviation -= manner.shift
        if deviation > _SHORT:
            return None
        seen = witnesses(context.analyse(unit.source), context.analyse(unit.target))
        gap = longest_gap(seen, manner.word_rate)
        weight = gap.weight * trust(context.source_language, context.target_language) if gap else 0.0
        if gap and weight - _LENGTH_WEIGHT * deviation >= self.options.evidence:
            return _to_the_end(gap.span, seen, unit.source.text)
        return whole(unit.source.text) if deviation <= -self.options.deviations else None


def _to_the_end(gap: Span, seen: Sequence[Witness], source: str) -> Span:
    """A gap behind which nothing is found goes on to the last word."""
    if any(witness.found and witness.span.start >= gap.end for witness in seen):
        return gap
    return Span(gap.start, max(gap.end, len(source.rstrip(_CLOSERS))))


def _deviation(unit: TranslationUnit, log_ratio: float) -> float | None:
    """How far the target's length is from the usual one, in standard deviations; None for units not judged.

    Longer sources have relatively shorter translations, and vary less.
    """
    text, translation = unit.source.text, unit.target.text
    source, target = len(text.strip()), len(translation.strip())
    if source < _SHORTEST or text == translation or not unit.translate or not has_words(translation):
        return None
    size = math.log(source)
    expected = log_ratio + _BASE + _SLOPE * size
    return (math.log(target / source) - expected) / max(_SPREAD + _SPREAD_SLOPE * size, _SPREAD_LEAST)


def _manner(document: Document, deviations: Sequence[float | None], context: Context) -> _Manner:
    """How long and how literal those units are that are surely translated."""
    usual = {
        unit.id: deviation
        for unit, deviation in zip(document.units, deviations, strict=True)
        if deviation is not None and deviation > _NORMAL
    }
    translated = list(surely_translated((unit for unit in document.units if unit.id in usual), context))
    shift = sum(usual[unit.id] for unit, _ in translated) / (len(translated) + _PRIOR)
    word_rate = min(_MOST_RATE, rate(found for _, found in translated))
    return _Manner(max(-_MOST_SHIFT, min(_MOST_SHIFT, shift)), word_rate)


def _problem(unit: TranslationUnit, span: Span) -> Problem:
    source, target = unit.source.text, unit.target.text
    if span == whole(source):
        message = f"“{beginning(target)}” is too short for its source; translate what is missing"
    else:
        message = f"“{beginning(span.of(source))}” has no counterpart in the translation; translate it"
    evidence = f"{len(target.strip())} characters stand for {len(source.strip())} of the source"
    return Problem(unit=unit, message=message, source=(span,), evidence=(evidence,))
