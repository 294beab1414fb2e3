"""The words of a language's lists that rules look for before anything else: most texts have few of them or none."""

from __future__ import annotations

from functools import cache

from qa.languages import language_pack
from qa.text.counting import counting_words

__all__ = ["listed_words"]


@cache
def listed_words(language: str) -> frozenset[str]:
    """The folded words for numbers, months and weekdays, denials, calques and spellings of one region."""
    pack = language_pack(language)
    usage, denial = pack.usage, pack.denial
    return counting_words(language).every.union(
        usage.american,
        usage.british,
        *[variety.wrong_spellings for variety in usage.varieties.values()],
        *[phrase.words for phrase in usage.calques],
        *([denial.words, denial.torn] if denial else []),
    )
