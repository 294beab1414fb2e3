"""Same source text translated in different ways.

What it finds: units with one source text and several translations. The commonest translation is taken to be right;
where two are equally common, the first; but one unit of prose in each of two documents proves nothing. Differences of
case, spaces, quotation marks, the final stop and the forms of words do not count.

Why it matters: repeated text (captions, warnings, standing phrases, buttons) must read the same everywhere.

Fails:
    ru: Поезд отправляется через пять минут.
    en: The train leaves in five minutes.

    ru: Поезд отправляется через пять минут.
    en: The train ⟦departs⟧ in five minutes.

Passes:
    ru: Поезд отправляется через пять минут.
    en: The train leaves in five minutes.

    ru: Поезд отправляется через пять минут.
    en: The train leaves in five minutes

When to switch it off: in fiction and in speech, where a repeated phrase may want another translation.

Known limits: short texts are ambiguous (*Open* is a verb and an adjective), so that sources of fewer words than
``min-words`` are left out. Measured: no finding in 1,000 segments of news and in a medical memory of 3,071 units, one
in 1,878 messages of programs, which was right.

Source: MQM 2.0, terminology; Weblate and OmegaT have the same check.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, ClassVar, cast

from qa.core.finding import Problem, Severity, Suggestion
from qa.core.span import Span
from qa.rules.rule import BatchRule, Observation, RuleOptions
from qa.terms.likeness import different_part, fold_text, usual
from qa.terms.wordings import grouped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.core.document import Document, TranslationUnit
    from qa.rules.context import Context

__all__ = ["InconsistentTranslation"]

_PROSE, _MESSAGES = "prose\n", "messages\n"
_NUMBER = re.compile(r"\d+")


_DIGEST = 16
"""Bytes that stand for a source: most sources have one unit, and their texts need not be kept twice."""


class Options(RuleOptions, frozen=True):
    """Settings of the rule."""

    min_words: int = 3
    """Sources of fewer words are left out, because they may mean several things."""


class InconsistentTranslation(BatchRule):
    """One source, several targets."""

    Options: ClassVar[type[RuleOptions]] = Options
    category = "terminology/inconsistent-use-of-terminology"
    severity = Severity.MINOR

    def observe(self, document: Document, context: Context) -> Iterator[Observation]:
        """The units with both texts, filed under the source."""
        shortest = cast("Options", self.options).min_words
        for unit in document.units:
            source, _ = _folded(unit)
            if unit.target and len(context.analyse(unit.source).folded_words) >= shortest and source:
                kind = _PROSE if document.running_text else _MESSAGES
                digest = hashlib.blake2b(source.encode(), digest_size=_DIGEST).hexdigest()
                yield Observation(key=kind + digest, unit=unit)

    def conclude(self, key: str, observations: Sequence[Observation], context: Context) -> Iterator[Problem]:
        """One problem for each unit that differs from the usual translation."""
        if len(observations) == 1:
            return
        values = [_folded(observation.unit)[1] for observation in observations]
        values = _without_inflection(values, context.target_language)
        right = usual(values)
        count = values.count(right)
        model = observations[values.index(right)].unit
        for observation, value in zip(observations, values, strict=True):
            near = observation.unit.document == model.document or not key.startswith(_PROSE)
            if value != right and (near or count > 1):
                yield _problem(observation.unit, model, count, len(values))


def _folded(unit: TranslationUnit) -> tuple[str, str]:
    """Both texts as they are compared; without their numbers where both have the same ones."""
    source, target = fold_text(unit.source.text), fold_text(unit.target.text)
    if not _NUMBER.search(source):
        return source, target
    if sorted(_NUMBER.findall(source)) != sorted(_NUMBER.findall(target)):
        return source, target
    return _NUMBER.sub("0", source), _NUMBER.sub("0", target)


def _without_inflection(values: list[str], language: str) -> list[str]:
    """The values, those that differ in the forms of their words alone made equal: numerals ask for other forms."""
    if len(set(values)) == 1:
        return values
    groups = grouped(values, language)
    first = {number: values[group[0]] for group in groups for number in group}
    return [first[number] for number in range(len(values))]


def _problem(unit: TranslationUnit, model: TranslationUnit, count: int, total: int) -> Problem:
    text = unit.target.text
    span = different_part(text, model.target.text)
    same = fold_text(unit.source.text) == fold_text(model.source.text)
    known = same and count > 1 and not unit.target.codes
    source = "the same source" if same else "the same source with other numbers"
    return Problem(
        unit=unit,
        message=f"“{span.of(text)}”: {source} is translated “{model.target.text}” elsewhere "
        f"({count} of {total}); translate it the same way",
        target=(span,),
        suggestion=Suggestion(Span(0, len(text)), model.target.text) if known else None,
        evidence=(f"document {model.document}, unit {model.id}",),
    )
