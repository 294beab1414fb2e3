"""Same source text translated in different ways.

What it finds: units with one source text and several translations. The commonest translation is taken to be right;
where two are equally common, the first. Differences of case, spaces, quotation marks and the final stop do not count.

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
``min-words`` are left out.

Source: MQM 2.0, terminology; Weblate and OmegaT have the same check.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from qa.core.finding import Problem, Severity, Suggestion
from qa.core.span import Span
from qa.rules.rule import BatchRule, Observation, RuleOptions
from qa.terms.likeness import different_part, fold_text, usual

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.core.document import Document
    from qa.rules.context import Context

__all__ = ["InconsistentTranslation"]


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
            source = fold_text(unit.source.text)
            if unit.target and len(context.analyse(unit.source).words) >= shortest and source:
                yield Observation(key=source, unit=unit, value=fold_text(unit.target.text))

    def conclude(self, key: str, observations: Sequence[Observation], context: Context) -> Iterator[Problem]:
        """One problem for each unit that differs from the usual translation."""
        del key, context
        right = usual(observation.value for observation in observations)
        model = next(observation.unit for observation in observations if observation.value == right)
        count = sum(observation.value == right for observation in observations)
        for observation in observations:
            if observation.value != right:
                text = observation.unit.target.text
                span = different_part(text, model.target.text)
                whole = Suggestion(Span(0, len(text)), model.target.text) if not observation.unit.target.codes else None
                yield Problem(
                    unit=observation.unit,
                    message=f"“{span.of(text)}”: the same source is translated “{model.target.text}” elsewhere "
                    f"({count} of {len(observations)}); translate it the same way",
                    target=(span,),
                    suggestion=whole if count > 1 else None,
                    evidence=(f"document {model.document}, unit {model.id}",),
                )
