"""Looks a termbase over before it judges translations: repeated, contradictory and nested terms."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple

from qa.core.errors import ConfigError
from qa.languages.morphology import fold
from qa.terms.matcher import Matcher, Phrase
from qa.text.analysis import Analysis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.terminology import Term, TermEntry
    from qa.terms.termbase import Termbase

__all__ = ["TermbaseRemark", "check_termbase", "refuse_conflicts"]

RemarkKind = Literal["duplicate", "conflict", "nested"]


class TermbaseRemark(NamedTuple):
    """Something in a termbase that its keeper should look at."""

    kind: RemarkKind
    message: str
    path: str
    line: int


def check_termbase(termbase: Termbase) -> Iterator[TermbaseRemark]:
    """What is odd in ``termbase``.

    *Duplicate*: two entries hold the same pair of terms. *Conflict*: a target term that one entry admits is forbidden
    or deprecated in another entry of the same source term. *Nested*: a source term stands inside a longer one whose
    translation does not hold its own translation, so that the longer one must be known to be right.
    """
    yield from _duplicates_and_conflicts(termbase)
    yield from _nested(termbase)


def refuse_conflicts(termbase: Termbase) -> None:
    """Check that no entry forbids a pair of terms that another one allows.

    Raises:
        ConfigError: one does; the message names both places.
    """
    for remark in _duplicates_and_conflicts(termbase):
        if remark.kind == "conflict":
            message = f"{remark.path or 'termbase'}:{remark.line}: {remark.message}"
            raise ConfigError(message)


def _duplicates_and_conflicts(termbase: Termbase) -> Iterator[TermbaseRemark]:
    seen: dict[tuple[str, str], tuple[TermEntry, Term]] = {}
    for entry in termbase.entries:
        for source in termbase.source_terms(entry):
            for target in termbase.target_terms(entry):
                key = fold(source.text), fold(target.text)
                earlier = seen.setdefault(key, (entry, target))
                if earlier[0] is not entry:
                    yield _doubled(source, earlier, (entry, target))


def _doubled(source: Term, first: tuple[TermEntry, Term], second: tuple[TermEntry, Term]) -> TermbaseRemark:
    (entry, term), (later, again) = first, second
    pair = f"“{source.text}” – “{again.text}”"
    place = f"{entry.path or 'termbase'}:{entry.line}"
    if term.status.usable == again.status.usable:
        return TermbaseRemark("duplicate", f"{pair} stands also at {place}; keep one", later.path, later.line)
    message = f"{pair} is {again.status} here and {term.status} at {place}; keep one"
    return TermbaseRemark("conflict", message, later.path, later.line)


def _nested(termbase: Termbase) -> Iterator[TermbaseRemark]:
    terms = [(entry, term) for entry in termbase.entries for term in termbase.source_terms(entry)]
    phrases = (Phrase(term.text, key, term.case_sensitive) for key, (_, term) in enumerate(terms))
    matcher = Matcher(phrases, termbase.source_language)
    for entry, term in terms:
        inside: dict[str, list[TermEntry]] = defaultdict(list)
        for match in matcher.find_all(Analysis(term.text, termbase.source_language)):
            inner_entry = terms[match.phrase.key][0]
            if len(match.span) < len(term.text) and _usable(termbase, inner_entry):
                inside[fold(match.phrase.text)].append(inner_entry)
        for text, inner in inside.items():
            if entry not in inner and not any(_agrees(termbase, entry, one) for one in inner):
                message = (
                    f"“{text}” stands inside “{term.text}”, whose translation does not hold “"
                    f"{_usable(termbase, inner[0])[0].text}”; make sure that both are meant"
                )
                yield TermbaseRemark("nested", message, entry.path, entry.line)


def _usable(termbase: Termbase, entry: TermEntry) -> list[Term]:
    return [term for term in termbase.target_terms(entry) if term.status.usable]


def _agrees(termbase: Termbase, outer: TermEntry, inner: TermEntry) -> bool:
    """Whether a translation of the longer term holds one of the shorter term."""
    matcher = Matcher([Phrase(term.text, 0) for term in _usable(termbase, inner)], termbase.target_language)
    texts = (Analysis(term.text, termbase.target_language) for term in termbase.target_terms(outer))
    return any(matcher.find_all(text) for text in texts)
