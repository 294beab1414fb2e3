"""The words of a language's lists that rules look for before anything else: most texts have few of them or none."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from qa.core.lazy import Memo
from qa.languages import language_pack
from qa.text.counting import counting_words, has_digits
from qa.text.tokens import FOLDED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["DIGITS", "listed_by_stretch", "listed_in", "listed_words"]

DIGITS: Final = "0"
"""Stands among the listed words for any digits."""
_NONE: Final[frozenset[str]] = frozenset()


def listed_in(stretches: Iterable[str], language: str) -> frozenset[str]:
    """The listed words of a text that is cut at its spaces; of two numbers joined by a hyphen also the second one."""
    found = [*filter(None, map(listed_by_stretch(language).__getitem__, stretches))]
    return _NONE.union(*found) if found else _NONE


@cache
def listed_by_stretch(language: str) -> Mapping[str, frozenset[str]]:
    """The listed words of what stands between two spaces of a text: of most, none."""
    listed, counting = listed_words(language), counting_words(language)

    def find(stretch: str) -> frozenset[str]:
        words = FOLDED[stretch]
        found = _NONE if listed.isdisjoint(words) else listed.intersection(words)
        if stretch.isalpha():
            return found
        more = [*counting.behind_tens(words), *([DIGITS] if has_digits(stretch) else ())]
        return found.union(more) if more else found

    return Memo(find, 1 << 15)


@cache
def listed_words(language: str) -> frozenset[str]:
    """The folded words for numbers, months and weekdays, denials, calques and spellings of one region, and `DIGITS`."""
    pack = language_pack(language)
    usage, denial = pack.usage, pack.denial
    return counting_words(language).every.union(
        usage.american,
        usage.british,
        *[variety.wrong_spellings for variety in usage.varieties.values()],
        *[phrase.words for phrase in usage.calques],
        *([denial.words, denial.torn] if denial else []),
        [DIGITS],
    )
