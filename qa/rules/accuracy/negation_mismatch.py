"""Negation lost in translation.

What it finds: units whose source denies something (*not*, «не») and whose target shows that a denial was lost: a
helping verb with nothing to help (“he did know”), the rest of a contraction (“they ca come”), *any* without a denial
before it, the denied word with nothing like a denial around it, or no word at all that denies, excludes, limits or ends
anything.

Why it matters: a lost *not* says the opposite of what the author said.

Fails:
    ru: Губернатор ⟦не подписал⟧ закон.
    en: The governor ⟦signed⟧ the law.

    ru: Директор ⟦не⟧ знал о проверке.
    en: The director ⟦did know⟧ about the inspection.

Passes:
    ru: Губернатор не подписал закон.
    en: The governor refused to sign the law.

When to switch it off: for free translations, which often turn a denial round.

Known limits: the signs are known for targets in English, and the denied word is looked up only in sources in Russian.
The option `one-sided` compares the other languages too, and reports denials that only the target has; good translators
put *lost control* for «не справился», so that more than half of what it finds is no error.

Source: our reading of translations; MQM, accuracy/mistranslation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.core.finding import Problem, Severity
from qa.rules.candidates import numbers_of_candidates
from qa.rules.rule import RuleOptions, UnitRule
from qa.rules.vocabulary import source_vocabulary, target_vocabulary
from qa.rules.whole_text import beginning, whole
from qa.text.negation import CONTRACTED, denies, lost_denial, may_deny

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from qa.core.document import Document, TranslationUnit
    from qa.languages.lexicon import Denial
    from qa.rules.context import Context
    from qa.text.pair import Pair

__all__ = ["NegationMismatch"]


class _Options(RuleOptions, frozen=True, kw_only=True):
    """What counts beside the signs of a lost denial."""

    one_sided: bool = False
    """Whether to report any text that denies something beside one that does not, in either direction."""


class NegationMismatch(UnitRule):
    """Looks for words that deny in the source, and for what their loss leaves behind in the target."""

    Options = _Options
    options: _Options
    category = "accuracy/mistranslation"
    severity = Severity.MAJOR

    def applies(self, context: Context) -> bool:
        """Where the denials of both languages are known, and what is left of a lost one, or the user asks for more."""
        source, target = context.source_pack.denial, context.target_pack.denial
        return source is not None and target is not None and (self.options.one_sided or bool(target.helpers))

    def asked_of(self, document: Document, context: Context) -> Collection[int] | None:
        """Of units with a denial in the source, or in whose target the rest of one may stand."""
        source, target = context.source_pack.denial, context.target_pack.denial
        if self.options.one_sided or source is None or target is None:
            return None
        contracted = (number for sign in CONTRACTED for number in numbers_of_candidates(document, sign, "source"))
        denying = source_vocabulary(document).having(source.words)
        return denying.union(contracted, target_vocabulary(document).having(target.torn))

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        """One problem at most: a lost denial, or else an added one."""
        source, target = context.source_pack.denial, context.target_pack.denial
        pair = context.pair(unit)
        if source is None or target is None:
            return
        if not pair.comparable:
            return
        lost = lost_denial(pair.source, pair.target, (source, target)) if target.helpers else None
        if lost is not None:
            said = lost.target.of(unit.target.text)
            denied = f", the source has “{lost.source.of(unit.source.text)}”" if lost.source else ""
            message = f"“{said}” stands without a denial{denied}; check the negation"
            source_spans = (lost.source,) if lost.source else ()
            yield Problem(unit=unit, message=message, source=source_spans, target=(lost.target,))
        elif self.options.one_sided or (source.kindred and target.helpers):
            yield from self._one_sided(unit, pair, (source, target))

    def _one_sided(self, unit: TranslationUnit, pair: Pair, denials: tuple[Denial, Denial]) -> Iterator[Problem]:
        """Both texts, where only one denies."""
        source, target = denials
        lost = not may_deny(pair.target, target) and denies(pair.source, source)
        added = self.options.one_sided and not may_deny(pair.source, source) and denies(pair.target, target)
        if lost or added:
            said = beginning(unit.target.text)
            what = "denies nothing, the source does" if lost else "denies what the source does not"
            spans = (whole(unit.source.text),), (whole(unit.target.text),)
            yield Problem(unit=unit, message=f"“{said}” {what}; check the negation", source=spans[0], target=spans[1])
