"""Term that the termbase forbids.

What it finds: a target term whose status is forbidden, wherever it stands, and one whose status is deprecated where
the source names its concept.

Why it matters: a termbase forbids words that are wrong, misleading, or somebody else's trade mark.

Terms:
    source,target,status
    рабочая группа,task force,preferred
    рабочая группа,work group,deprecated
    захват,seizure,preferred
    захват,grab,forbidden

Fails:
    ru: Доклад рабочей группы готов.
    en: The ⟦work group⟧'s report is ready.

Passes:
    ru: Доклад рабочей группы готов.
    en: The task force's report is ready.

When to switch it off: never, where a termbase is in use.

Known limits: a forbidden word used in its common sense is reported as well. A word that another entry admits is not.

Source: ISO 30042 (TBX), administrativeStatus.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.core.finding import Problem, Severity, Suggestion
from qa.core.terminology import TermStatus
from qa.rules.rule import UnitRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import TranslationUnit
    from qa.rules.context import Context
    from qa.terms.termbase import Termbase, TermMatch

__all__ = ["ForbiddenTerm"]


class ForbiddenTerm(UnitRule):
    """A forbidden or deprecated term in the target."""

    category = "terminology/wrong-term"
    severity = Severity.MAJOR

    def applies(self, context: Context) -> bool:
        """With a termbase that has such terms."""
        return context.termbase is not None and context.termbase.has_barred_terms

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        """One problem for each place of such a term."""
        termbase = context.termbase
        if termbase is None or not unit.target:
            return
        matches = termbase.in_target(context.analyse(unit.target))
        admitted = [match.span for match in matches if match.term.status.usable]
        named = {id(match.entry) for match in termbase.in_source(context.analyse(unit.source))}
        seen = set()
        for match in matches:
            bad = match.term.status is TermStatus.FORBIDDEN or (
                match.term.status is TermStatus.DEPRECATED and id(match.entry) in named
            )
            covered = any(span.covers(match.span) for span in admitted)
            if bad and not covered and not match.partial and match.span not in seen:
                seen.add(match.span)
                yield _problem(unit, match, termbase)


def _problem(unit: TranslationUnit, match: TermMatch, termbase: Termbase) -> Problem:
    found = match.span.of(unit.target.text)
    right = _right(match, termbase)
    remedy = f"write “{right}”" if right else "write another word"
    as_listed = found == match.term.text and right
    return Problem(
        unit=unit,
        message=f"“{found}” is {match.term.status} in the termbase; {remedy}",
        target=(match.span,),
        suggestion=Suggestion(match.span, right) if as_listed else None,
        evidence=(f"entry {match.entry.id}, {match.entry.path or 'termbase'}:{match.entry.line}",),
        severity=Severity.MINOR if match.term.status is TermStatus.DEPRECATED else None,
    )


def _right(match: TermMatch, termbase: Termbase) -> str:
    """The preferred term of the concept, or else an admitted one; in CSV, of any row with the same source term."""
    sources = {term.text for term in termbase.source_terms(match.entry)}
    entries = [
        entry
        for entry in termbase.entries
        if entry is match.entry or sources & {term.text for term in termbase.source_terms(entry)}
    ]
    usable = [term for entry in entries for term in termbase.target_terms(entry) if term.status.usable]
    usable.sort(key=lambda term: term.status is not TermStatus.PREFERRED)
    return usable[0].text if usable else ""
