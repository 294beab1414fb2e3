"""Where a translation names entities, how it marks them, and how it translates terms, for the report."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING, Final

from qa.core.report import Mention
from qa.core.span import Span
from qa.terms.disclosure import disclosure
from qa.terms.expression import expresses

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.core.document import Document, TranslationUnit
    from qa.core.terminology import Term, TermEntry
    from qa.terms.companions import Companions
    from qa.terms.termbase import Termbase
    from qa.text.analysis import Analyser

__all__ = ["TERMS_KEPT", "concepts", "kept_terms", "mentions"]

TERMS_KEPT: Final = 50_000
"""Mentions of terms that a report holds at most."""

_Key = tuple[str, str]


def mentions(document: Document, companions: Companions, analyser: Analyser) -> Iterator[Mention]:
    """The mentions in the target texts of a document, in order, each with the words of the mark beside it."""
    reading = disclosure(document, "target", companions, analyser)
    for placed in reading.mentions:
        unit, span = reading.place(placed.passage, placed.mention.span)
        evidence = placed.mention.evidence
        yield Mention(
            entity=placed.mention.entities[-1].id,
            document=unit.document,
            unit=unit.id,
            span=span,
            name=span.of(unit.target.text),
            form=evidence.span.of(reading.passages[placed.passage].text) if evidence else "",
        )


def concepts(document: Document, termbase: Termbase, analyser: Analyser) -> Iterator[Mention]:
    """The terms of the source texts of a document, in order, each with the term that translates it."""
    for unit in document.units:
        if unit.source and unit.target:
            found: dict[Span, list[TermEntry]] = {}
            for match in termbase.in_source(analyser.analyse(unit.source.text, unit.source.language)):
                found.setdefault(match.span, []).append(match.entry)
            for span, entries in found.items():
                entry, form, place = _translation(unit, entries, termbase, analyser)
                yield Mention(
                    entity=termbase.source_terms(entry)[0].text,
                    document=unit.document,
                    unit=unit.id,
                    span=place,
                    name=span.of(unit.source.text),
                    form=form,
                    kind="term",
                )


def kept_terms(found: Sequence[Mention], most: int = TERMS_KEPT) -> tuple[Sequence[Mention], str]:
    """The mentions of terms that a report has room for, and what is to be said of the others.

    Where there are too many, those of concepts that are always translated alike go first.
    """
    if len(found) <= most:
        return found, ""
    forms: dict[str, set[str]] = defaultdict(set)
    for mention in found:
        forms[mention.entity].add(mention.form)
    kept = list(islice((mention for mention in found if len(forms[mention.entity]) > 1), most))
    return kept, f"{len(found) - len(kept):,} of {len(found):,} mentions of terms are left out of the report"


def _translation(
    unit: TranslationUnit, entries: Sequence[TermEntry], termbase: Termbase, analyser: Analyser
) -> tuple[TermEntry, str, Span]:
    """Which of the concepts of one source term is expressed in the target, by which term, and where."""
    target = analyser.analyse(unit.target.text, unit.target.language)
    ids = {id(entry) for entry in entries}
    matches = [match for match in termbase.in_target(target) if id(match.entry) in ids and not match.partial]
    if matches:
        best = max(matches, key=lambda match: len(match.span))
        return best.entry, best.term.text, best.span
    for entry in entries:
        terms: Sequence[Term] = termbase.target_terms(entry)
        spread = next((term for term in terms if expresses(target, (term,))), None)
        if spread:
            return entry, spread.text, Span(0, 0)
    return entries[0], "", Span(0, 0)
