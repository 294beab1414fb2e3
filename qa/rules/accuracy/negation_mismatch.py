"""Negation that only one side has.

What it finds: units in which one text denies something (*not*, «не») and the other holds no word that denies, excludes,
limits or ends anything.

Why it matters: a lost *not* says the opposite of what the author said.

Fails:
    ru: ⟦Губернатор не подписал закон.⟧
    en: ⟦The governor signed the law.⟧

Passes:
    ru: Губернатор не подписал закон.
    en: The governor refused to sign the law.

When to switch it off: for free translations, which often turn a denial round.

Known limits: off by default: good translators put *lost control* for «не справился», and no list holds all such turns.
Of dropped negations it finds those in texts with no other word of the kind.

Source: MQM, accuracy/mistranslation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from qa.core.finding import Problem, Severity
from qa.rules.quantity_problems import both_sides
from qa.rules.rule import UnitRule
from qa.rules.whole_text import beginning, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import TranslationUnit
    from qa.core.segment import Segment
    from qa.languages.lexicon import Denial
    from qa.rules.context import Context

__all__ = ["NegationMismatch"]


class NegationMismatch(UnitRule):
    """Looks for words that deny on one side, and for anything like them on the other."""

    category = "accuracy/mistranslation"
    severity = Severity.MAJOR
    preview = True

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        """Both texts, where only one denies."""
        source, target = context.source_pack.denial, context.target_pack.denial
        if source is None or target is None or not both_sides(unit):
            return
        lost = _denies(unit.source, context, source) and not _may_deny(unit.target, context, target)
        added = not lost and _denies(unit.target, context, target) and not _may_deny(unit.source, context, source)
        if lost or added:
            said = beginning(unit.target.text)
            message = (
                f"“{said}” denies nothing, the source does" if lost else f"“{said}” denies what the source does not"
            )
            spans = (whole(unit.source.text),), (whole(unit.target.text),)
            yield Problem(unit=unit, message=f"{message}; check the negation", source=spans[0], target=spans[1])


def _denies(segment: Segment, context: Context, denial: Denial) -> bool:
    """Whether a text has a word that denies, outside turns of phrase that do not."""
    text = regex.sub(denial.idioms, " ", segment.text.lower()) if denial.idioms else segment.text.lower()
    if text != segment.text.lower():
        return any(word.strip('.,;:!?«»“”"()') in denial.words for word in text.split())
    return any(_is_denial(word, denial) for word in context.analyse(segment).passage.folded)


def _is_denial(word: str, denial: Denial) -> bool:
    return word in denial.words or word.endswith("n't")


def _may_deny(segment: Segment, context: Context, denial: Denial) -> bool:
    """Whether a text has any word that may stand for a denial."""
    folded = context.analyse(segment).passage.folded
    return any(
        _is_denial(word, denial)
        or word in denial.kindred
        or word.startswith(denial.prefixes)
        or word.endswith(denial.suffixes)
        for word in folded
    )
