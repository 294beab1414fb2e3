"""Which terms of a termbase come in texts, in any inflected form, and which never do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.terms.matcher import Matcher, Phrase
from qa.terms.termbase import primary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qa.core.terminology import Term, TermEntry
    from qa.text.analysis import Analysis

__all__ = ["unseen_terms"]


def unseen_terms(
    entries: Iterable[TermEntry], language: str, texts: Iterable[Analysis]
) -> Iterator[tuple[TermEntry, Term]]:
    """The terms of ``language`` that stand in none of ``texts``, not even inside a longer term.

    Terms that must not be used anyway, deprecated and forbidden ones, are left out.
    """
    wanted = primary(language)
    terms = [
        (entry, term)
        for entry in entries
        for term in entry.terms
        if term.status.usable and primary(term.language) == wanted
    ]
    phrases = (Phrase(term.text, number, term.case_sensitive) for number, (_, term) in enumerate(terms))
    matcher = Matcher(phrases, language)
    seen = {match.phrase.key for text in texts for match in matcher.find_all(text)}
    yield from (found for number, found in enumerate(terms) if number not in seen)
