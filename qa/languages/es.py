"""Spanish."""

from __future__ import annotations

from msgspec.structs import replace

from qa.languages import cldr
from qa.languages.lexicon import Denial, Measures, NumberWords, by_word, inflect
from qa.languages.pack import LanguagePack
from qa.languages.usage import words

__all__ = ["PACK"]

_UNITS = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
    "dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete "
    "veintiocho veintinueve"
)
_CARDINALS = {word: number for number, word in enumerate(_UNITS.split())} | by_word(
    {
        1: "un una", 21: "veintiún", 30: "treinta", 40: "cuarenta", 50: "cincuenta", 60: "sesenta", 70: "setenta",
        80: "ochenta", 90: "noventa", 100: "cien ciento", 200: "doscientos doscientas", 300: "trescientos trescientas",
        400: "cuatrocientos cuatrocientas", 500: "quinientos quinientas", 600: "seiscientos seiscientas",
        700: "setecientos setecientas", 800: "ochocientos ochocientas", 900: "novecientos novecientas",
    }
)  # fmt: skip
_ORDINALS = inflect(
    {
        "primer": 1, "segund": 2, "tercer": 3, "cuart": 4, "quint": 5, "sext": 6, "séptim": 7, "octav": 8, "noven": 9,
        "décim": 10, "vigésim": 20, "centésim": 100,
    },
    "- o a os as",
)  # fmt: skip

PACK = LanguagePack(
    code="es",
    name="Spanish",
    letters="abcdefghijklmnñopqrstuvwxyzáéíóúü",
    quotes=(("«", "»"), ("“", "”"), ("‘", "’")),
    decimal_mark=",",
    grouping_marks=frozenset({".", "\u00a0", "\u202f", " "}),
    abbreviations=words(
        "sr sra srta dr dra d dña ud uds etc pág núm art av c ej ene feb mar abr may jun jul ago sept oct"),
    denial=Denial(words=words("no nunca jamás nadie nada ningún ninguno ninguna ni sin tampoco")),
    length_factor=1.14,
    common_words=words(
        "de la que el en y a los del se las por un para con no una su al lo es como más o pero sus le ha me sin sobre "
        "este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde"
    ),
    number_words=NumberWords(
        cardinals=_CARDINALS,
        ordinals=_ORDINALS,
        magnitudes=by_word(
            {
                10: "decena decenas",
                12: "docena docenas",
                100: "centenar centenares",
                1000: "mil miles millar millares",
                10**6: "millón millones",
                10**12: "billón billones",
            }
        ),
        fractions={"medio": "0.5", "media": "0.5", "mitad": "0.5", "tercio": "third", "tercios": "third",
            "cuarto": "0.25"},
        implied=by_word({(2, 100): "doble duplicó", (2,): "ambos ambas par", (3,): "triple", (24, 1): "día", (7,
            1): "semana", (12, 1): "año", (10,): "década", (100,): "siglo"}),
        joiners=frozenset({"y"}),
        ordinal_suffixes=words("º ª o a er"),
        range_words=words("a y o hasta"),
    ),
    calendar=replace(
        cldr.calendar("es"),
        ambiguous_months=frozenset({"mar", "ene"}),
        day_words=frozenset({"de", "del"}),
        hours=words("hora horas h"),
        minutes=words("minuto minutos min"),
        forenoon=words("a.m am mañana"),
        afternoon=words("p.m pm tarde noche"),
        clock_words={"mediodía": 720, "medianoche": 0},
    ),
    measures=Measures(
        units=cldr.unit_words("es") | {"por ciento": "%", "años": "year", "toneladas": "tonne", "grados": "degree"},
        currencies=by_word({"EUR": "euro euros", "USD": "dólar dólares", "GBP": "libra libras", "RUB": "rublo rublos",
            "ARS": "peso pesos", "JPY": "yen yenes", "CNY": "yuan yuanes"}),
        squares=words("cuadrado cuadrados"),
        modifiers=words("de"),
    ),
)  # fmt: skip
