"""Italian."""

from __future__ import annotations

from msgspec.structs import replace

from qa.languages import cldr
from qa.languages.lexicon import Denial, Measures, NumberWords, by_word, inflect
from qa.languages.pack import LanguagePack
from qa.languages.usage import words

__all__ = ["PACK"]

_UNITS = (
    "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici "
    "diciassette diciotto diciannove"
)
_TENS = {20: "venti", 30: "trenta", 40: "quaranta", 50: "cinquanta", 60: "sessanta", 70: "settanta", 80: "ottanta",
    90: "novanta"}  # fmt: skip
_BASE = {word: number for number, word in enumerate(_UNITS.split())}
_CARDINALS = _BASE | {word: value for value, word in _TENS.items()} | {"un": 1, "una": 1, "cento": 100}
_CARDINALS |= {
    (ten[:-1] if unit[0] in "uo" else ten) + (unit if unit != "tre" else "tré"): value + number
    for value, ten in _TENS.items()
    for unit, number in list(_BASE.items())[1:10]
}
_CARDINALS |= {f"{unit}cento": number * 100 for unit, number in list(_BASE.items())[2:10]}
_ORDINALS = inflect(
    {
        "prim": 1, "second": 2, "terz": 3, "quart": 4, "quint": 5, "sest": 6, "settim": 7, "ottav": 8, "non": 9,
        "decim": 10, "undicesim": 11, "dodicesim": 12, "ventesim": 20, "centesim": 100,
    },
    "o a i e",
)  # fmt: skip

PACK = LanguagePack(
    code="it",
    name="Italian",
    letters="abcdefghijklmnopqrstuvwxyzàèéìîòù",
    quotes=(("«", "»"), ("“", "”"), ("‘", "’")),
    decimal_mark=",",
    grouping_marks=frozenset({".", "\u00a0", "\u202f", " "}),
    abbreviations=words(
        "sig sigg dott prof avv ing ecc es pag n art cfr gen feb mar apr mag giu lug ago set ott nov dic"),
    denial=Denial(words=words("non no mai nessuno nessuna niente nulla né senza neanche nemmeno")),
    length_factor=1.13,
    common_words=words(
        "di e il la che in a per un è del con non una le si della i da sono al come dei alla ha più nel gli lo anche "
        "delle ma dal o ad questo suo nella se dalla stato sua tra ai cui essere degli ed"
    ),
    number_words=NumberWords(
        cardinals=_CARDINALS,
        ordinals=_ORDINALS,
        magnitudes=by_word(
            {
                10: "decina decine",
                12: "dozzina dozzine",
                100: "centinaio centinaia",
                1000: "mille mila migliaio migliaia",
                10**6: "milione milioni mln",
                10**9: "miliardo miliardi mld",
            }
        ),
        fractions={"mezzo": "0.5", "mezza": "0.5", "metà": "0.5", "terzo": "third", "terzi": "third", "quarto": "0.25",
            "quarti": "0.25"},
        implied=by_word({(2, 100): "doppio raddoppiato", (2,): "entrambi entrambe paio coppia", (3,): "triplo", (24,
            1): "giorno", (7, 1): "settimana", (12, 1): "anno", (10,): "decennio", (100,): "secolo"}),
        compounds={word: value for word, value in _CARDINALS.items() if value > 1},
        joiners=frozenset({"e"}),
        ordinal_suffixes=words("º ª o a"),
        range_words=words("a e o fino"),
    ),
    calendar=replace(
        cldr.calendar("it"),
        ambiguous_months=frozenset({"set", "mar", "dic"}),
        hours=words("ora ore h"),
        minutes=words("minuto minuti min"),
        forenoon=words("mattino mattina"),
        afternoon=words("sera pomeriggio"),
        clock_words={"mezzogiorno": 720, "mezzanotte": 0},
    ),
    measures=Measures(
        units=cldr.unit_words("it") | {"per cento": "%", "anni": "year", "tonnellate": "tonne", "gradi": "degree"},
        currencies=by_word({"EUR": "euro", "USD": "dollaro dollari", "GBP": "sterlina sterline", "RUB": "rublo rubli",
            "CHF": "franco franchi", "JPY": "yen", "CNY": "yuan"}),
        squares=words("quadrato quadrati quadri"),
        modifiers=words("di"),
    ),
)  # fmt: skip
