"""Name or term translated although the termbase keeps it as it is.

What it finds: a source term marked do-not-translate that the target does not hold letter by letter.

Why it matters: product names, commands and trade marks lose their meaning, or their protection, when they are
translated.

Terms:
    source,target,status
    WaveForge,,do-not-translate

Fails:
    en: Open ⟦WaveForge⟧ first.
    ru: Сначала откройте Волновую Кузницу.

Passes:
    en: Open WaveForge first.
    ru: Сначала откройте WaveForge.

When to switch it off: in languages that write foreign names in their own script.

Known limits: one occurrence in the target is enough, however often the source has the term.

Source: ITS 2.0, data category Translate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from qa.core.finding import Problem, Severity
from qa.rules.rule import UnitRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import TranslationUnit
    from qa.rules.context import Context

__all__ = ["DoNotTranslate"]


class DoNotTranslate(UnitRule):
    """A term that must stay as it is, and did not."""

    category = "accuracy/do-not-translate"
    severity = Severity.MAJOR

    def applies(self, context: Context) -> bool:
        """With a termbase that has such terms."""
        return context.termbase is not None and context.termbase.has_fixed_terms

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        """One problem for each such term, at its first place in the source."""
        termbase = context.termbase
        if termbase is None or not unit.target:
            return
        seen: set[str] = set()
        for match in termbase.in_source(context.analyse(unit.source)):
            found = match.span.of(unit.source.text)
            if match.entry.translate or match.term.text in seen:
                continue
            seen.add(match.term.text)
            if not _holds(unit.target.text, match.term.text) and not _holds(unit.target.text, found):
                message = f"“{found}” must stay as it is, and the translation lacks it; write “{match.term.text}”"
                yield Problem(unit=unit, message=message, source=(match.span,))


def _holds(text: str, term: str) -> bool:
    """Whether ``term`` stands in ``text`` as a word, its case kept; an ending behind an apostrophe may follow."""
    return regex.search(rf"(?<![\p{{L}}\p{{N}}]){regex.escape(term)}(?![\p{{L}}\p{{N}}])", text) is not None
