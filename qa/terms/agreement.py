"""Whether the words of a term, inflected in a text, can be one phrase: «рабочей группой», but not «рабочей группа».

Lemmas alone do not tell a phrase from words that only stand side by side, as in «считается опасной болезнь» for
*опасная болезнь*. What may agree is learnt from the term itself: an adjective agrees with the noun that it agrees with
there, and a noun that depends on another one keeps its case. A form that the dictionary does not know is let pass.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa.languages.morphology import fold, forms, lemmas

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.languages.morphology import Form

__all__ = ["AGREEING", "agrees", "can_agree"]

AGREEING = frozenset({"ru", "uk"})
"""Languages, by primary subtag, in which agreement is known."""
_CACHE_SIZE = 1 << 16
_DIRECT = frozenset({"nomn", "voct"})
_FREE = frozenset({"", "nomn", "accs", "voct"})
"""Cases that a noun may have without depending on another."""


class _Bonds(NamedTuple):
    """What holds a term together, by the numbers of its words."""

    pairs: tuple[tuple[int, int], ...]
    """Adjectives with their nouns."""
    cases: tuple[tuple[int, frozenset[str]], ...]
    """Nouns that depend on another, with the cases that they may have."""


@lru_cache(_CACHE_SIZE)
def agrees(term: tuple[str, ...], words: tuple[str, ...], language: str) -> bool:
    """Whether ``words`` of a text, which have the lemmas of ``term`` in its order, can be that term.

    Case, number and gender of an adjective and its noun must be possible together; after a numeral a plural adjective
    goes with a genitive singular («два новых случая»), and in a list a singular adjective with a plural noun
    («русский и английский языки»). Words are compared one by one, so that both must have the same number of them.
    """
    if len(term) != len(words) or term == words:
        return True
    bonds = _bonds(term, language)
    return all(_in_step(term, words, pair, language) for pair in bonds.pairs) and all(
        _keeps_case(term[number], words[number], cases, language) for number, cases in bonds.cases
    )


def can_agree(adjective: str, noun: str, language: str) -> bool:
    """Whether two words of a text may be an adjective and its noun; false in languages that are not known."""
    return _match(_of(forms(adjective, language), "adjective"), _of(forms(noun, language), "noun"))


@lru_cache(_CACHE_SIZE)
def _bonds(term: tuple[str, ...], language: str) -> _Bonds:
    known = [tuple(form for form in forms(word, language) if form.known) for word in term]
    pairs = [pair for number in range(len(term)) for pair in _partner(known, number)]
    cases = [(number, case) for number in range(1, len(term)) for case in _dependent(term, known, number, language)]
    return _Bonds(tuple(pairs), tuple(cases))


def _partner(known: Sequence[tuple[Form, ...]], number: int) -> Iterator[tuple[int, int]]:
    """An adjective with the next noun behind it that it agrees with, or else with the last one before it."""
    adjectives = _of(known[number], "adjective")
    for other in (*range(number + 1, len(known)), *range(number - 1, -1, -1)):
        if _match(adjectives, _of(known[other], "noun")):
            yield number, other
            return


def _dependent(
    term: Sequence[str], known: Sequence[tuple[Form, ...]], number: int, language: str
) -> Iterator[frozenset[str]]:
    """The cases of a noun that depends on one before it; none for the term's own noun."""
    nouns = _of(known[number], "noun")
    headed = any(_only_noun(before) and any(form.case in _DIRECT for form in before) for before in known[:number])
    if headed and _only_noun(known[number]) and fold(term[number]) not in lemmas(term[number], language):
        cases = frozenset(form.case for form in nouns) - _FREE
        if cases:
            yield cases


def _only_noun(readings: Sequence[Form]) -> bool:
    return all(form.part == "noun" for form in readings)


def _in_step(term: Sequence[str], words: Sequence[str], pair: tuple[int, int], language: str) -> bool:
    adjective, noun = (_readings(term[number], words[number], language) for number in pair)
    adjectives, nouns = _of(adjective, "adjective"), _of(noun, "noun")
    return not adjectives or not nouns or _match(adjectives, nouns)


def _keeps_case(term: str, word: str, cases: frozenset[str], language: str) -> bool:
    nouns = _of(_readings(term, word, language), "noun")
    return not nouns or any(form.case in cases for form in nouns)


@lru_cache(_CACHE_SIZE)
def _readings(term: str, word: str, language: str) -> tuple[Form, ...]:
    """The readings of a word of the text that have a lemma of the term's word; none if any of them is a guess."""
    wanted = lemmas(term, language)
    found = tuple(form for form in forms(word, language) if form.lemma in wanted)
    return found if all(form.known for form in found) else ()


def _of(readings: Sequence[Form], part: str) -> tuple[Form, ...]:
    return tuple(form for form in readings if form.part == part)


def _match(adjectives: Sequence[Form], nouns: Sequence[Form]) -> bool:
    return any(_fit(adjective, noun) for adjective in adjectives for noun in nouns)


def _fit(adjective: Form, noun: Form) -> bool:
    if adjective.number == "plur" and (noun.number, noun.case) == ("sing", "gent"):
        return adjective.case in {"nomn", "gent", "accs"}
    if not adjective.case or adjective.case != noun.case:
        return False
    if adjective.number == "plur":
        return noun.number != "sing" and _one_animacy(adjective, noun)
    genders = {adjective.gender, noun.gender} - {""}
    return len(genders) < 2 and _one_animacy(adjective, noun)  # noqa: PLR2004 -- one gender, or none that is known


def _one_animacy(adjective: Form, noun: Form) -> bool:
    return adjective.case != "accs" or not (adjective.animacy and noun.animacy) or adjective.animacy == noun.animacy
