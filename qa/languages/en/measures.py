"""English words for units and currencies."""

from __future__ import annotations

from qa.languages.lexicon import Measures, by_word
from qa.languages.units import SYMBOLS
from qa.languages.usage import words

__all__ = ["MEASURES"]

_UNITS = by_word(
    {
        "%": "percent per-cent percents percentage pct percentile", "pp": "pp",
        "km": "kilometer kilometers kilometre kilometres kms",
        "m": "meter meters metre metres", "cm": "centimeter centimeters centimetre centimetres",
        "mm": "millimeter millimeters millimetre millimetres", "mile": "mile miles mi", "foot": "foot feet ft",
        "inch": "inch inches", "yard": "yard yards yd",
        "kg": "kilogram kilograms kilogramme kilogrammes kilo kilos kgs",
        "g": "gram grams gramme grammes", "mg": "milligram milligrams", "tonne": "ton tons tonne tonnes",
        "pound": "lb lbs",
        "ounce": "ounce ounces oz", "centner": "centner centners quintal quintals",
        "litre": "liter liters litre litres",
        "ml": "milliliter milliliters millilitre millilitres", "gallon": "gallon gallons", "pint": "pint pints",
        "barrel": "barrel barrels", "hectare": "hectare hectares ha", "acre": "acre acres", "degree": "degree degrees",
        "celsius": "celsius", "fahrenheit": "fahrenheit", "kw": "kilowatt kilowatts", "mw": "megawatt megawatts",
        "gw": "gigawatt gigawatts", "watt": "watt watts", "km/h": "km/h kph kmh", "mph": "mph", "knot": "knot knots",
        "second": "second seconds sec secs", "minute": "minute minutes min mins", "hour": "hour hours hr hrs",
        "day": "day days", "week": "week weeks", "month": "month months", "year": "year years yr yrs",
        "decade": "decade decades", "century": "century centuries", "stone": "stone",
    }
)  # fmt: skip

MEASURES = Measures(
    units={symbol: code for symbol, code in SYMBOLS.items() if len(symbol) > 1} | {"g": "g", "m": "m",
        "t": "tonne"} | _UNITS | {"per cent": "%", "percentage point": "pp", "percentage points": "pp",
        "basis point": "bp", "basis points": "bp"},
    currencies=by_word(
        {
            "USD": "dollar dollars buck bucks", "EUR": "euro euros", "GBP": "pound pounds sterling quid",
            "RUB": "ruble rubles rouble roubles rub rubs", "CNY": "yuan renminbi", "JPY": "yen",
            "UAH": "hryvnia hryvnias hryvna hryvnya",
            "KZT": "tenge", "CHF": "franc francs", "TRY": "lira liras",
            "SEK": "krona kronor krone kroner crown crowns koruna korunas",
            "INR": "rupee rupees", "KRW": "won", "PLN": "zloty zlotys", "ILS": "shekel shekels", "ARS": "peso pesos",
            "AED": "dirham dirhams", "RSD": "dinar dinars",
        }
    ),
    rates={"per hour": "/h", "an hour": "/h", "per second": "/s", "a second": "/s"},
    squares=frozenset({"square", "sq"}),
    cubes=frozenset({"cubic", "cu"}),
    modifiers=words(
        "us american u.s australian canadian hong kong singapore swiss turkish czech norwegian swedish danish "
        "british belarusian russian indian chinese nautical metric japanese ukrainian calendar working business full "
        "whole kazakhstani"
    ),
)  # fmt: skip
