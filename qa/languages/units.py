"""Units of measure that all languages share: their symbols, and what one is worth in another.

Source: The International System of Units (BIPM, 9th edition); ISO 4217 for currencies.
"""

from __future__ import annotations

from qa.languages.lexicon import by_word
from qa.languages.usage import words

__all__ = [
    "CURRENCY_CODES",
    "CURRENCY_FAMILIES",
    "CURRENCY_SIGNS",
    "SYMBOLS",
    "UNIT_SIGNS",
    "convertible",
    "is_convertible",
    "same_measure",
]

CURRENCY_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₴": "UAH", "₸": "KZT", "₹": "INR",
    "₺": "TRY", "₩": "KRW", "₪": "ILS"}  # fmt: skip
UNIT_SIGNS = {"%": "%", "‰": "permille", "°": "degree", "℃": "celsius", "℉": "fahrenheit"}
CURRENCY_CODES = words(
    "AED AMD ARS AUD AZN BGN BRL BYN CAD CHF CNY CZK DKK EUR GBP GEL HKD HUF IDR ILS INR IRR JPY KGS KRW KZT MDL MXN "
    "NOK NZD PLN RON RSD RUB SAR SEK SGD THB TJS TMT TRY TWD UAH USD UZS VND ZAR"
)
CURRENCY_FAMILIES = {
    **dict.fromkeys(("USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD"), "dollar"),
    **dict.fromkeys(("NOK", "SEK", "DKK", "CZK"), "crown"),
    **dict.fromkeys(("RUB", "BYN"), "rouble"),
    **dict.fromkeys(("JPY", "CNY"), "¥"),
    **dict.fromkeys(("KGS", "UZS"), "som"),
    **dict.fromkeys(("INR", "IDR"), "rupee"),
    **dict.fromkeys(("ARS", "MXN"), "peso"),
}
"""Currencies that share a word or a sign: a bare *dollar* may be any of them."""

SYMBOLS: dict[str, str] = by_word(
    {
        "km": "km", "m": "m", "cm": "cm", "mm": "mm", "mile": "mi", "foot": "ft", "inch": "inch", "yard": "yd",
        "kg": "kg", "g": "g", "mg": "mg", "tonne": "t", "pound": "lb lbs", "ounce": "oz",
        "litre": "l", "ml": "ml", "hectare": "ha", "km2": "km² km2", "m2": "m² m2", "m3": "m³ m3",
        "km/h": "km/h kmh kph", "m/s": "m/s", "mph": "mph", "kw": "kw", "mw": "mw", "gw": "gw", "kwh": "kwh",
        "hz": "hz",
        "khz": "khz", "mhz": "mhz", "ghz": "ghz", "kb": "kb", "mb": "mb", "gb": "gb", "tb": "tb",
        "hour": "h", "minute": "min", "second": "sec",
    }
)  # fmt: skip
"""Codes of units by their international symbol, in lower case."""

SPEEDS = {("km", "/h"): "km/h", ("mile", "/h"): "mph", ("m", "/s"): "m/s"}
"""Speeds by distance and rate."""

_WORTH: dict[str, tuple[str, float]] = {
    "mm": ("length", 0.001), "cm": ("length", 0.01), "m": ("length", 1), "km": ("length", 1000),
    "inch": ("length", 0.0254), "foot": ("length", 0.3048), "yard": ("length", 0.9144), "mile": ("length", 1609.344),
    "mg": ("mass", 1e-6), "g": ("mass", 0.001), "kg": ("mass", 1), "tonne": ("mass", 1000), "centner": ("mass", 100),
    "pound": ("mass", 0.45359237), "ounce": ("mass", 0.0283495), "stone": ("mass", 6.35),
    "ml": ("volume", 0.001), "litre": ("volume", 1), "gallon": ("volume", 3.785), "pint": ("volume", 0.473),
    "barrel": ("volume", 158.987), "m3": ("volume", 1000),
    "m2": ("area", 1), "km2": ("area", 1e6), "hectare": ("area", 1e4), "acre": ("area", 4046.86),
    "foot2": ("area", 0.092903), "mile2": ("area", 2.58999e6), "yard2": ("area", 0.836127),
    "km/h": ("speed", 1), "mph": ("speed", 1.609344), "knot": ("speed", 1.852), "m/s": ("speed", 3.6),
    "second": ("time", 1), "minute": ("time", 60), "hour": ("time", 3600), "day": ("time", 86400),
    "week": ("time", 604800), "month": ("time", 2629800), "year": ("time", 31557600), "decade": ("time", 315576000),
    "century": ("time", 3155760000),
}  # fmt: skip
_TOLERANCE = 0.06
_TEMPERATURES = frozenset({"degree", "celsius", "fahrenheit"})
_DEGREES_LOST = 2
"""To rounding."""


def _worth(unit: str, beside: str) -> tuple[str, float] | None:
    """The dimension of a unit and its worth there; a *pound* beside a mass is one."""
    if unit == "GBP" and _WORTH.get(beside, ("", 0))[0] == "mass":
        return _WORTH["pound"]
    return _WORTH.get(unit)


def same_measure(one: str, other: str) -> bool:
    """Whether two codes may name one unit, in the loose way of running text (*dollar* for any dollar)."""
    if one == other or CURRENCY_FAMILIES.get(one, one) == CURRENCY_FAMILIES.get(other, other):
        return True
    pair = {one, other}
    return pair in ({"%", "pp"}, {"degree", "celsius"}, {"degree", "fahrenheit"}, {"GBP", "pound"}, {"%", "percentile"})


def is_convertible(unit: str) -> bool:
    """Whether the unit has others beside it that one may turn it into."""
    return unit in _WORTH or unit in _TEMPERATURES or unit == "GBP"  # a pound is a weight, too


def convertible(value: float, unit: str, other_value: float, other_unit: str, *, tolerance: float = _TOLERANCE) -> bool:
    """Whether the two quantities are about the same amount, as where a text turns kilometres into miles."""
    if {unit, other_unit} <= _TEMPERATURES:
        celsius, fahrenheit = sorted((value, other_value))
        return abs(celsius * 9 / 5 + 32 - fahrenheit) <= _DEGREES_LOST
    one, other = _worth(unit, other_unit), _worth(other_unit, unit)
    if one is None or other is None or one[0] != other[0]:
        return False
    amount, other_amount = value * one[1], other_value * other[1]
    return abs(amount - other_amount) <= tolerance * max(amount, other_amount)
