"""English words for numbers."""

from __future__ import annotations

from qa.languages.lexicon import NumberWords, by_word

__all__ = ["NUMBERS"]

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety"}
_IRREGULAR = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth"}  # fmt: skip

_CARDINALS = {word: number for number, word in enumerate(_UNITS.split())} | {
    word: value for value, word in _TENS.items()
}
_ORDINALS = {
    _IRREGULAR.get(word) or (word[:-1] + "ieth" if word.endswith("y") else word + "th"): value
    for word, value in _CARDINALS.items()
    if value
} | {"hundredth": 100, "thousandth": 1000, "millionth": 10**6}

_MAGNITUDES = by_word(
    {
        10: "tens",
        12: "dozen dozens",
        100: "hundred hundreds",
        1000: "thousand thousands k thous thsd",
        10**6: "million millions mln mn m mio mil",
        10**9: "billion billions bln bn b milliard",
        10**12: "trillion trillions tln trn tn",
        10**15: "quadrillion quadrillions",
    }
)

_IMPLIED = by_word(
    {
        (1,): "once single sole only a an another each per solo every none",
        (2, 100): "double doubled doubling doubles",
        (2,): "twice both pair couple twin twins two-time brace dual bilateral duo half",
        (3,): "triple tripled thrice trio triplets hat-trick threefold trilateral quarter",
        (4,): "quadruple quadrupled quartet fourfold quadruplets",
        (5,): "fivefold quintuple",
        (7,): "week weeks weekly week's",
        (10,): "decade decades tenfold",
        (12, 1): "year annual yearly year's month",
        (14,): "fortnight",
        (24, 1): "day daily overnight day's round-the-clock",
        (60,): "hour minute",
        (100,): "century centenary centuries centennial fully entirely completely full absolutely absolute all entire",
        (150,): "sesquicentennial",
        (200,): "bicentenary bicentennial",
        (1000,): "millennium",
        (0,): "no nil nobody nothing",
        (6,): "half-year semester semi-annual",
        (13,): "teens",
    }
)
_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90, "noughties": 2000,
}  # fmt: skip

NUMBERS = NumberWords(
    cardinals=_CARDINALS,
    ordinals=_ORDINALS,
    magnitudes=_MAGNITUDES,
    magnitude_names={1000: "thousand", 10**6: "million", 10**9: "billion", 10**12: "trillion"},
    fractions={
        "half": "0.5", "halves": "0.5", "quarter": "0.25", "quarters": "0.25", "third": "third", "thirds": "third",
        "fourth": "0.25", "fourths": "0.25", "fifths": "0.2", "tenths": "0.1", "tenth": "0.1", "fifth": "0.2",
    },
    implied=_IMPLIED,
    decades=_DECADES,
    joiners=frozenset({"and"}),
    articles=frozenset({"a", "an"}),
    ordinal_suffixes=frozenset({"st", "nd", "rd", "th", "s", "'s"}),
    range_words=frozenset({"to", "and", "or", "through", "until", "by"}),
)  # fmt: skip
