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
_CARDINALS |= {
    hundred[:-1] + word: value + _CARDINALS[hundred]
    for hundred in ("cento", *(f"{unit}cento" for unit in list(_BASE)[2:10]))
    for word, value in _CARDINALS.items()
    if word.startswith("ott") and value < 100  # noqa: PLR2004 -- *centottanta*
}
_ORDINAL_STEMS = {
    "prim": 1, "second": 2, "terz": 3, "quart": 4, "quint": 5, "sest": 6, "settim": 7, "ottav": 8, "non": 9,
    "decim": 10, "centesim": 100, "millesim": 1000,
} | {
    (word if word.endswith(("tré", "sei")) else word[:-1]).replace("tré", "tre") + "esim": value
    for word, value in _CARDINALS.items() if 10 < value < 100  # noqa: PLR2004 -- those that are formed by one rule
}  # fmt: skip
_ORDINALS = inflect(_ORDINAL_STEMS, "o a i e")
_AGES: dict[str, tuple[int, ...]] = {
    word.replace("tré", "tre").rstrip("eiao") + ending: (value,)
    for word, value in _CARDINALS.items() for ending in ("enne", "enni", "ennale", "ennali") if value > 1
}  # fmt: skip
_CENTURIES: dict[str, tuple[int, ...]] = by_word(
    {
        (1200, 13): "duecento", (1300, 14): "trecento", (1400, 15): "quattrocento", (1500, 16): "cinquecento",
        (1600, 17): "seicento", (1700, 18): "settecento", (1800, 19): "ottocento", (1900, 20): "novecento",
    }
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
                10**6: "milione milioni mln mio m",
                10**9: "miliardo miliardi mld mrd",
                10**12: "bilione bilioni",
                10**15: "biliardo biliardi",
            }
        ),
        fractions=by_word({"0.5": "mezzo mezza mezzi metà", "third": "terzo terzi", "0.25": "quarto quarti",
            "0.2": "quinto quinti", "0.1": "decimo decimi"}),
        implied=_AGES | _CENTURIES | by_word({(2, 100): "doppio doppia raddoppiato raddoppiare raddoppiata",
            (2,): "entrambi entrambe paio coppia gemelli gemelle biennio",
            (3,): "triplo trio triennio trimestre triplicato",
            (4,): "quadruplo", (6,): "semestre semestrale", (24, 1): "giorno giornaliero", (7,
            1): "settimana settimanale",
            (12, 1): "anno annuale annuo", (10,): "decennio decenni", (100,): "secolo secoli centenario",
            (1000,): "millennio", (1,): "unico unica solo sola volta", (60, 1): "ora minuto", (200,): "bicentenario"}),
        decades={ten: value for value, ten in _TENS.items()},
        glued=True,
        compounds={word: value for word, value in _CARDINALS.items() if value > 1},
        joiners=frozenset({"e"}),
        ordinal_suffixes=words("º ª ° o a"),
        range_words=words("a e o fino"),
    ),
    calendar=replace(
        cldr.calendar("it"),
        weekdays=cldr.calendar("it").weekdays | {"domeniche": 7, "sabati": 6},
        year_words=words("anno anni"),
        hours=words("ora ore h"),
        minutes=words("minuto minuti min"),
        forenoon=words("mattino mattina notte"),
        afternoon=words("sera pomeriggio"),
        clock_words={"mezzogiorno": 720, "mezzanotte": 0},
    ),
    measures=Measures(
        units=cldr.unit_words("it") | {"per cento": "%", "m": "m", "t": "tonne", "l": "litre", "q": "centner",
            "punto percentuale": "pp", "punti percentuali": "pp", "punto base": "bp", "punti base": "bp"}
            | by_word({"year": "anni anno", "tonne": "tonnellata tonnellate", "degree": "gradi grado",
            "kg": "kilo chilo chili", "centner": "quintale quintali", "ml": "millilitro millilitri",
            "barrel": "barile barili", "knot": "nodo nodi", "acre": "acro acri", "yard": "iarda iarde",
            "ounce": "oncia once", "kw": "chilowatt kilowatt", "mw": "megawatt", "gw": "gigawatt",
            "century": "secolo secoli", "decade": "decennio decenni", "pp": "pp", "km": "kilometri kilometro"}),
        currencies=by_word({"EUR": "euro", "USD": "dollaro dollari", "GBP": "sterlina sterline", "RUB": "rublo rubli",
            "CHF": "franco franchi", "JPY": "yen", "CNY": "yuan", "PLN": "zloty", "UAH": "grivnia grivnie hryvnia",
            "TRY": "lira lire", "SEK": "corona corone", "INR": "rupia rupie", "KRW": "won", "ILS": "shekel",
            "ARS": "peso pesos", "AED": "dirham", "RSD": "dinaro dinari"}),
        rates={"all'ora": "/h", "per ora": "/h", "al secondo": "/s"},
        squares=words("quadrato quadrati quadri quadro quadrata"),
        cubes=words("cubo cubi"),
        modifiers=words("di statunitensi canadesi svizzeri"),
    ),
)  # fmt: skip
