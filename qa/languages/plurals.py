"""The plural categories of languages (Unicode CLDR, UTS 35 part 3): which number takes which form."""

from __future__ import annotations

from functools import cache

import msgspec

__all__ = ["CATEGORIES", "Plurals", "plurals"]

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""Of all languages, in the order in which catalogues number their forms."""
_NUMBERS = 200
"""The rules repeat every hundred; some look at the last three digits."""
_SPARSE = 2


class Plurals(msgspec.Struct, frozen=True):
    """The categories of one language."""

    numbers: dict[str, tuple[int, ...]]
    """By category, the whole numbers below 200 that it is for; ``other`` is always there, if only for fractions."""
    known: frozenset[str]
    """All categories, those for fractions and for millions too."""

    @property
    def forms(self) -> tuple[str, ...]:
        """The categories of whole numbers, in the order in which catalogues number their forms."""
        return tuple(category for category in CATEGORIES if self.numbers.get(category))

    def is_sparse(self, category: str) -> bool:
        """Whether a category is for one or two numbers only, so that its text may do without the number."""
        return 0 < len(self.numbers.get(category, ())) <= _SPARSE


@cache
def plurals(language: str, *, ordinal: bool = False) -> Plurals | None:
    """The categories of a BCP 47 tag for cardinal or ordinal numbers; None where CLDR has none for it."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 -- needed for messages with plurals only

    primary = language.replace("-", "_").split("_")[0].lower()
    if primary == "und":
        return None
    try:
        locale = Locale.parse(primary)
    except (UnknownLocaleError, ValueError):
        return None
    rule = locale.ordinal_form if ordinal else locale.plural_form
    numbers: dict[str, tuple[int, ...]] = {"other": ()}
    for number in range(_NUMBERS):
        category = rule(number)
        numbers[category] = (*numbers.get(category, ()), number)
    return Plurals(numbers, frozenset({*rule.tags, "other"}))
