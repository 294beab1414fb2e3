"""German."""

from __future__ import annotations

from msgspec.structs import replace

from qa.languages import cldr
from qa.languages.lexicon import Denial, Measures, NumberWords, by_word, inflect
from qa.languages.pack import LanguagePack
from qa.languages.usage import words

__all__ = ["PACK"]

_UNITS = (
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn "
    "achtzehn neunzehn"
)
_TENS = {20: "zwanzig", 30: "dreißig", 40: "vierzig", 50: "fünfzig", 60: "sechzig", 70: "siebzig", 80: "achtzig",
    90: "neunzig"}  # fmt: skip
_BASE = {word: number for number, word in enumerate(_UNITS.split())} | {word: number for number, word in _TENS.items()}
_JOINED = {
    f"{'ein' if unit == 'eins' else unit}und{ten}": value + number
    for value, ten in _TENS.items()
    for number, unit in enumerate(_UNITS.split()[:10])
    if number
}
_CARDINALS = (
    _BASE | _JOINED | {"ein": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "beide": 2, "beiden": 2, "zwo": 2}
)
_ORDINAL_STEMS = {"erst": 1, "dritt": 3, "siebt": 7, "acht": 8} | {
    word + ("t" if value < 20 else "st"): value  # noqa: PLR2004 -- how ordinals are formed
    for word, value in (_BASE | _JOINED).items()
    if value not in {0, 1, 3, 8}
}

PACK = LanguagePack(
    code="de",
    name="German",
    letters="abcdefghijklmnopqrstuvwxyzäöüß",
    quotes=(("„", "“"), ("‚", "‘")),
    dashes=(" – ", " — "),
    decimal_mark=",",
    grouping_marks=frozenset({".", "\u00a0", "\u202f", " ", "’"}),
    abbreviations=words(
        "z b d h u a bzw ca dr prof hr fr st nr str bd s vgl evtl ggf inkl max min mio mrd usw etc jan feb apr aug "
        "sept "
        "okt nov dez mo di mi do sa so tel abs art"
    ),
    denial=Denial(words=words(
        "nicht kein keine keinen keinem keiner keines nie niemals niemand nichts nirgends ohne weder")),
    length_factor=1.13,
    common_words=words(
        "der die das und in zu den von mit ist im für auf des sich nicht ein eine als auch es an werden aus er hat "
        "dass "
        "sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder aber vor zur bis mehr durch "
        "wurde wurden seine ihre dem"
    ),
    number_words=NumberWords(
        cardinals=_CARDINALS,
        ordinals=inflect(_ORDINAL_STEMS, "e en er es em"),
        magnitudes=by_word(
            {
                12: "dutzend",
                100: "hundert hunderte",
                1000: "tausend tausende tsd",
                10**6: "million millionen mio",
                10**9: "milliarde milliarden mrd",
                10**12: "billion billionen bio",
            }
        ),
        fractions={"halb": "0.5", "halbe": "0.5", "halben": "0.5", "hälfte": "0.5", "drittel": "third",
            "viertel": "0.25", "anderthalb": "1.5"},
        compounds={word: value for word, value in _CARDINALS.items() if value > 1} | {"ein": 1},
        implied=by_word({(2, 100): "doppelt verdoppelt", (2,): "paar zweimal", (3,): "dreimal dreifach", (24,
            1): "tag", (7, 1): "woche", (12, 1): "jahr", (10,): "jahrzehnt", (100,): "jahrhundert"}),
        joiners=frozenset({"und"}),
        ordinal_suffixes=words("te ten ter er ern"),
        range_words=words("bis und oder"),
    ),
    calendar=replace(
        cldr.calendar("de"),
        hours=words("uhr stunde stunden h"),
        minutes=words("minute minuten min"),
        clock_words={"mittag": 720, "mitternacht": 0},
        day_words=frozenset({"."}),
    ),
    measures=Measures(
        units=cldr.unit_words("de") | by_word({"%": "prozent prozentpunkt prozentpunkte",
            "year": "jahre jahren jährige jähriger jährigen", "day": "tage tagen", "month": "monate monaten",
            "tonne": "tonne tonnen", "degree": "grad"}),
        currencies=by_word({"EUR": "euro euros", "USD": "dollar dollars", "GBP": "pfund", "CHF": "franken",
            "RUB": "rubel", "JPY": "yen", "CNY": "yuan", "PLN": "zloty", "UAH": "hrywnja griwna"}),
        squares=frozenset({"quadrat"}),
        modifiers=words("us amerikanische amerikanischer russische schweizer britische"),
    ),
)  # fmt: skip
