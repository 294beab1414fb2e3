"""Term rendered in two ways in one document.

What it finds: without any termbase, a two-word term of the source that comes back and is mostly translated by one
pair of words, but here by the same noun behind another word; and a term that stands in quotation marks elsewhere and
is bare here although the source quotes it.

Why it matters: readers take two names for two things.

Fails:
    ru: Участники расширенной «тройки» собрались.
    en: Members of the expanded "troika" met.

    ru: Формат «тройки» удобен.
    en: The format of the "troika" is convenient.

    ru: Доклад расширенной «тройки» готов.
    en: The report of the expanded ⟦troika⟧ is ready.

Passes:
    ru: Участники расширенной «тройки» собрались.
    en: Members of the expanded "troika" met.

    ru: Заседание тройки закончилось.
    en: The meeting of the troika is over.

When to switch it off: in prose that varies its words on purpose.

Known limits: a pair must come back four times to be learnt, so that short documents show little; in Russian and
Ukrainian it must be able to be an adjective with its noun. Two source words that mean different things in different
places are reported. Documents of more than ``max-units`` units are left out, because memories and catalogues have many
hands. Measured on two human translations of 107 news documents, on 123 news documents in both directions and on a
medical memory in both (``max-units`` lifted there; 12,000 units together): two findings, both right.

Source: MQM 2.0, multiple translations of term.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from qa.core.finding import Problem, Severity, Suggestion
from qa.rules.rule import DocumentRule, RuleOptions
from qa.terms.pairs import renderings
from qa.terms.quoting import bare_terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import Document
    from qa.rules.context import Context

__all__ = ["TermVariant"]


class Options(RuleOptions, frozen=True):
    """Settings of the rule."""

    max_units: int = 1000
    """Longer documents are left out."""


class TermVariant(DocumentRule):
    """A term with two names in one document."""

    Options: ClassVar[type[RuleOptions]] = Options
    category = "terminology/multiple-terms-for-concept"
    severity = Severity.MINOR

    def check(self, document: Document, context: Context) -> Iterator[Problem]:
        """One problem for each place of the rarer name."""
        if document.part or len(document.units) > cast("Options", self.options).max_units:
            return
        units = [unit for unit in document.units if unit.source and unit.target]
        sources = [context.analyse(unit.source) for unit in units]
        targets = [context.analyse(unit.target) for unit in units]
        for place in bare_terms(sources, targets):
            message = (
                f"“{place.span.of(units[place.unit].target.text)}” stands in quotation marks elsewhere "
                f"({place.times} times) and in the source; write {place.quoted}"
            )
            suggestion = Suggestion(place.span, place.quoted)
            yield Problem(unit=units[place.unit], message=message, target=(place.span,), suggestion=suggestion)
        for odd in renderings(sources, targets):
            message = f"“{odd.text}” stands for what is “{odd.usual}” elsewhere ({odd.units} units); choose one name"
            yield Problem(unit=units[odd.unit], message=message, target=(odd.span,))
