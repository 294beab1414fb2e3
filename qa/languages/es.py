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
        "décim": 10, "undécim": 11, "duodécim": 12, "decimotercer": 13, "decimocuart": 14, "decimoquint": 15,
        "decimosext": 16, "decimoséptim": 17, "decimoctav": 18, "decimonoven": 19, "vigésim": 20, "trigésim": 30,
        "cuadragésim": 40, "quincuagésim": 50, "sexagésim": 60, "septuagésim": 70, "octogésim": 80, "nonagésim": 90,
        "centésim": 100, "milésim": 1000,
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
                15: "quincena",
                100: "centenar centenares centena centenas",
                1000: "mil miles millar millares k",
                10**6: "millón millones mill mm m mio",
                10**9: "millardo millardos mm.mm",
                10**12: "billón billones",
            }
        ),
        fractions=by_word({"0.5": "medio media medios medias mitad", "third": "tercio tercios",
        "0.25": "cuarto cuartos",
            "0.2": "quinto quintos", "0.1": "décimo décimos décima décimas"}),
        implied=by_word({(2, 100): "doble dobles duplicó duplicar duplica duplicado",
            (2,): "ambos ambas par pareja gemelos gemelas bienal", (3,): "triple triplicó triplicar trío trimestre",
            (4,): "cuádruple cuatrienio", (5,): "quíntuple quinquenio lustro", (6,): "semestre", (24,
            1): "día diario diaria",
            (7, 1): "semana semanal semanas", (12, 1): "año anual", (10,): "década décadas decenio",
            (100,): "siglo siglos centenario", (1000,): "milenio milenios", (200,): "bicentenario",
            (1,): "único única sola solo vez", (60, 1): "hora minuto", (30,): "mensual"}),
        decades=by_word({20: "veinte", 30: "treinta", 40: "cuarenta", 50: "cincuenta", 60: "sesenta", 70: "setenta",
            80: "ochenta", 90: "noventa"}),
        joiners=frozenset({"y"}),
        ordinal_suffixes=words("º ª ° o a er ro ra do da to ta mo ma vo va no na"),
        range_words=words("a y o hasta"),
    ),
    calendar=replace(
        cldr.calendar("es"),
        weekdays=cldr.calendar("es").weekdays | {"sábados": 6, "domingos": 7},
        year_words=words("año años"),
        day_words=frozenset({"de", "del"}),
        hours=words("hora horas h"),
        minutes=words("minuto minutos min"),
        forenoon=words("a.m am mañana"),
        afternoon=words("p.m pm tarde noche"),
        clock_words={"mediodía": 720, "medianoche": 0},
    ),
    measures=Measures(
        units=cldr.unit_words("es") | {"por ciento": "%", "m": "m", "t": "tonne", "l": "litre", "por cien": "%",
            "punto porcentual": "pp", "puntos porcentuales": "pp", "punto básico": "bp", "puntos básicos": "bp"}
            | by_word({"year": "años año", "tonne": "tonelada toneladas", "degree": "grados grado", "kg": "kilo kilos",
            "centner": "quintal quintales", "ml": "mililitro mililitros", "barrel": "barril barriles",
            "knot": "nudo nudos", "acre": "acre acres", "yard": "yarda yardas", "ounce": "onza onzas",
            "kw": "kilovatio kilovatios", "mw": "megavatio megavatios", "gw": "gigavatio gigavatios",
            "century": "siglo siglos", "decade": "década décadas", "pp": "pp"}),
        currencies=by_word({"EUR": "euro euros", "USD": "dólar dólares", "GBP": "libra libras", "RUB": "rublo rublos",
            "ARS": "peso pesos", "JPY": "yen yenes", "CNY": "yuan yuanes", "CHF": "franco francos",
            "PLN": "esloti eslotis",
            "UAH": "grivna grivnas", "TRY": "lira liras", "SEK": "corona coronas", "INR": "rupia rupias",
            "KRW": "won wones", "ILS": "séquel séqueles", "AED": "dírham dírhams", "RSD": "dinar dinares",
            "BRL": "reales"}),
        rates={"por hora": "/h", "por segundo": "/s"},
        squares=words("cuadrado cuadrados cuadrada"),
        cubes=words("cúbico cúbicos"),
        modifiers=words("de estadounidenses canadienses esterlinas suizos"),
    ),
)  # fmt: skip
