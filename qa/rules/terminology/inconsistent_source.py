"""Different source texts translated in the same way.

What it finds: units whose translations are equal although their sources are not. Differences of case, spaces,
quotation marks and the final stop do not count.

Why it matters: two source texts mostly mean two things; one translation for both may be a slip of the translation
memory.

Fails:
    ru: Включите насос и подождите минуту.
    en: Switch the pump on and wait a minute.

    ru: ⟦Выключите⟧ насос и подождите минуту.
    en: Switch the pump on and wait a minute.

Passes:
    ru: Включите насос и подождите минуту.
    en: Switch the pump on and wait a minute.

    ru: Выключите насос и подождите минуту.
    en: Switch the pump off and wait a minute.

When to switch it off: where the source says one thing in several ways.

Known limits: two sources may well mean the same, so that every finding needs a reader; off by default. Measured on
5,000 segments of news and a medical memory of 3,071 units: nine findings, in all of which the two sources said the same
in other words.

Source: MQM 2.0, terminology; Translate Toolkit and Weblate have the same check ("reused translation").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from qa.core.finding import Problem, Severity
from qa.rules.rule import BatchRule, Observation, RuleOptions
from qa.terms.likeness import different_part, fold_text, usual

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.core.document import Document
    from qa.rules.context import Context

__all__ = ["InconsistentSource"]


class Options(RuleOptions, frozen=True):
    """Settings of the rule."""

    min_words: int = 4
    """Translations of fewer words are left out, because they may stand for several things."""


class InconsistentSource(BatchRule):
    """Several sources, one target."""

    Options: ClassVar[type[RuleOptions]] = Options
    category = "terminology/multiple-translations-of-term"
    severity = Severity.NEUTRAL
    preview = True
    fewest = 2

    def observe(self, document: Document, context: Context) -> Iterator[Observation]:
        """The units with both texts, filed under the target."""
        shortest = cast("Options", self.options).min_words
        for unit in document.units:
            if unit.source and len(context.analyse(unit.target).words) >= shortest:
                yield Observation(key=fold_text(unit.target.text), unit=unit, value=fold_text(unit.source.text))

    def conclude(self, key: str, observations: Sequence[Observation], context: Context) -> Iterator[Problem]:
        """One problem for each unit whose source is not the usual one."""
        del key, context
        right = usual(observation.value for observation in observations)
        model = next(observation.unit for observation in observations if observation.value == right)
        for observation in observations:
            if observation.value != right:
                text = observation.unit.source.text
                span = different_part(text, model.source.text)
                message = (
                    f"“{span.of(text)}” stands here, and the translation is that of “{model.source.text}”; "
                    f"make sure that the two mean the same"
                )
                evidence = (f"document {model.document}, unit {model.id}",)
                yield Problem(unit=observation.unit, message=message, source=(span,), evidence=evidence)
