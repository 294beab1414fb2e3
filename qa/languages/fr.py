"""French."""

from __future__ import annotations

from msgspec.structs import replace

from qa.languages import cldr
from qa.languages.lexicon import Denial, Measures, NumberWords, by_word, inflect
from qa.languages.pack import LanguagePack
from qa.languages.usage import Usage, words

__all__ = ["PACK"]

_UNITS = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
_CARDINALS = {word: number for number, word in enumerate(_UNITS.split())} | by_word(
    {1: "une", 20: "vingt vingts", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 70: "septante",
        80: "quatre-vingt quatre-vingts huitante octante", 90: "nonante"}
)  # fmt: skip
_ORDINAL_STEMS = {
    {"cinq": "cinqu", "neuf": "neuv"}.get(word, word.rstrip("e") if value != 80 else "quatre-vingt"): value  # noqa: PLR2004
    for word, value in _CARDINALS.items()
} | {"cent": 100, "mill": 1000, "million": 10**6}
_ORDINALS = inflect(_ORDINAL_STEMS, "ième ièmes") | by_word(
    {1: "premier première premiers premières", 2: "second seconde seconds secondes"}
)

PACK = LanguagePack(
    code="fr",
    name="French",
    letters="abcdefghijklmnopqrstuvwxyzàâæçéèêëîïôœùûüÿ",
    quotes=(("«", "»"), ("“", "”")),
    decimal_mark=",",
    grouping_marks=frozenset({".", "\u00a0", "\u202f", " "}),
    abbreviations=words(
        "m mm mme mlle dr pr me st ste av bd etc cf ex p pp vol no janv févr avr juil sept oct nov déc"),
    denial=Denial(words=words("ne n' pas non jamais rien aucun aucune personne ni sans guère")),
    length_factor=1.15,
    common_words=words(
        "de la le les et des en un une du que est pour qui dans par sur au plus pas ce avec ont il se ne sont aux "
        "été ou "
        "cette son mais à elle ses être comme leur nous vous d' l'"
    ),
    number_words=NumberWords(
        cardinals=_CARDINALS,
        ordinals=_ORDINALS,
        magnitudes=by_word(
            {
                12: "douzaine douzaines",
                10: "dizaine dizaines",
                100: "cent cents centaine centaines",
                15: "quinzaine", 20: "vingtaine", 30: "trentaine", 40: "quarantaine", 50: "cinquantaine",
                1000: "mille mil millier milliers k",
                10**6: "million millions mio m",
                10**9: "milliard milliards md mds mrd",
                10**12: "billion billions",
            }
        ),
        rooms={10: 10, 60: 20, 80: 20},
        fractions=by_word({"0.5": "demi demie moitié", "third": "tiers", "0.25": "quart quarts", "0.2": "cinquièmes",
            "0.1": "dixièmes"}),
        implied=by_word({(2, 100): "double doubles doublé doublée doubler", (2,): "paire couple jumeaux deuxième",
            (3,): "triple trio triplé tripler trimestre trimestriel", (4,): "quadruple quadruplé",
            (5,): "quintuple", (10,): "décuplé décennie décennies",
            (24, 1): "jour journée jours quotidien", (7, 1): "semaine semaines hebdomadaire",
            (12, 1): "an année ans annuel annuelle", (6,): "semestre semestriel",
            (1,): "unique seul seule fois", (60, 1): "heure minute", (30,): "demi-heure",
            (100,): "siècle siècles centenaire", (1000,): "millénaire", (200,): "bicentenaire"}),
        joiners=frozenset({"et"}),
        ordinal_suffixes=words("e er ère ème re ème nd nde es"),
        range_words=words("à et ou jusqu'à"),
    ),
    calendar=replace(
        cldr.calendar("fr"),
        ambiguous_months=cldr.calendar("fr").ambiguous_months | {"mars"},
        month_signals=words("en de mi début fin depuis au"),
        weekdays=inflect(cldr.calendar("fr").weekdays, "- s"),
        year_words=words("an année"),
        hours=words("heure heures h"),
        minutes=words("minute minutes min"),
        clock_words={"midi": 720, "minuit": 0},
        forenoon=words("matin"),
        afternoon=words("soir"),
    ),
    measures=Measures(
        units=cldr.unit_words("fr") | {"pour cent": "%", "m": "m", "t": "tonne", "l": "litre",
            "point de pourcentage": "pp", "points de pourcentage": "pp", "point de base": "bp",
            "points de base": "bp"} | by_word({"%": "pourcent", "year": "an ans année années",
            "tonne": "tonne tonnes", "degree": "degré degrés", "mile": "mile miles", "kg": "kilo kilos",
            "centner": "quintal quintaux", "ml": "millilitre millilitres", "barrel": "baril barils",
            "knot": "nœud nœuds",
            "acre": "acre acres", "yard": "yard yards", "kw": "kilowatt kilowatts", "mw": "mégawatt mégawatts",
            "gw": "gigawatt gigawatts", "century": "siècle siècles", "decade": "décennie décennies",
            "km/h": "kilomètre-heure kilomètres-heure", "celsius": "celsius", "pp": "pp"}),
        currencies=by_word({"EUR": "euro euros", "USD": "dollar dollars", "GBP": "livre livres sterling",
            "CHF": "franc francs", "RUB": "rouble roubles", "JPY": "yen yens", "CNY": "yuan yuans",
            "PLN": "zloty zlotys",
            "UAH": "hryvnia hryvnias", "TRY": "lire lires", "SEK": "couronne couronnes", "INR": "roupie roupies",
            "KRW": "won wons", "ILS": "shekel shekels", "ARS": "peso pesos", "AED": "dirham dirhams",
            "RSD": "dinar dinars", "KZT": "tenge tenges"}),
        rates={"par heure": "/h", "à l'heure": "/h", "par seconde": "/s"},
        squares=words("carré carrés"),
        cubes=words("cube cubes"),
        modifiers=words("de d américains canadiens suisses australiens sterling métriques"),
    ),
    usage=Usage(doubled_words=words("nous vous"), spaced_marks=frozenset(";:!?»")),
)  # fmt: skip
