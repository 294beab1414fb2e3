"""Packs made from the Unicode Common Locale Data Repository, through babel: months, weekdays, marks, units.

A language with a module of its own may build on these parts; one without gets all of them.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from babel import Locale, UnknownLocaleError
from babel.units import format_unit

from qa.languages.lexicon import Calendar, Measures
from qa.languages.morphology import fold
from qa.languages.pack import LanguagePack
from qa.languages.units import SYMBOLS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["calendar", "pack", "unit_words"]

_UNITS = {
    "length-kilometer": "km", "length-meter": "m", "length-centimeter": "cm", "length-millimeter": "mm",
    "length-mile": "mile", "length-foot": "foot", "length-inch": "inch", "mass-kilogram": "kg", "mass-gram": "g",
    "mass-tonne": "tonne", "mass-pound": "pound", "volume-liter": "litre", "volume-gallon": "gallon",
    "area-hectare": "hectare", "area-square-kilometer": "km2", "area-square-meter": "m2", "volume-cubic-meter": "m3",
    "speed-kilometer-per-hour": "km/h", "speed-meter-per-second": "m/s", "mass-ounce": "ounce",
    "duration-second": "second", "duration-minute": "minute", "duration-hour": "hour",
    "duration-day": "day", "duration-week": "week", "duration-month": "month", "duration-year": "year",
    "concentr-percent": "%", "temperature-generic": "degree",
}  # fmt: skip
_UNSPACED = frozenset({"ja", "km", "lo", "my", "th", "yue"})
"""Languages that write no spaces between words."""
_COUNTS = (1, 2, 5, 100)
_SHORTEST = 2
_SPACES = frozenset({"\u00a0", "\u202f", " "})


def calendar(code: str, *, order: str = "DMY") -> Calendar:
    """Months and weekdays in the forms that CLDR has: beside a day and alone.

    Abbreviated months are often other words too (*mar*, *set*), so they must stand beside a day or year; abbreviated
    weekdays (*do*, *mer*) are left out.
    """
    locale = Locale.parse(code)
    wide = locale.months["format"]["wide"]
    return Calendar(
        months=dict(_names(locale.months, 0, ("wide", "abbreviated"))),
        month_names=tuple(wide[number] for number in sorted(wide)),
        ambiguous_months=frozenset(dict(_names(locale.months, 0, ("abbreviated",))))
        - frozenset(dict(_names(locale.months, 0, ("wide",)))),
        weekdays=dict(_names(locale.days, 1, ("wide",))),
        order=order,
    )


def _names(table: Mapping[str, Any], shift: int, widths: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """Folded names of months or weekdays with their numbers; one-letter names are left out."""
    for context in ("format", "stand-alone"):
        for width in widths:
            for number, name in table[context][width].items():
                folded = fold(str(name)).rstrip(".")
                if len(folded) >= _SHORTEST and not folded.isdecimal():
                    yield folded, number + shift


def unit_words(code: str) -> dict[str, str]:
    """The words for units after 1, 2, 5 and 100, and the international symbols."""
    found = {symbol: unit for symbol, unit in SYMBOLS.items() if len(symbol) > 1}
    for name, unit in _UNITS.items():
        for length in ("long", "short"):
            for count in _COUNTS:
                shown = format_unit(count, name, length, locale=code)
                word = fold("".join(letter for letter in shown if not letter.isdecimal()).strip()).rstrip(".")
                if len(word) >= _SHORTEST and name not in shown and word.replace("/", "").isalpha():
                    found.setdefault(word, unit)
    return found


@cache
def pack(code: str) -> LanguagePack | None:
    """The pack of a language that CLDR knows; None for one that it does not."""
    try:
        locale = Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return None
    symbols = locale.number_symbols.get("latn", {})
    group = str(symbols.get("group", ","))
    return LanguagePack(
        code=code,
        name=locale.english_name or code,
        decimal_mark=str(symbols.get("decimal", ".")),
        grouping_marks=frozenset({group}) | _SPACES,
        spaces_between_words=code not in _UNSPACED,
        calendar=calendar(code),
        measures=Measures(units=unit_words(code)),
    )
