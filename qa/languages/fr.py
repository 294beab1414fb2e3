"""French."""

from __future__ import annotations

from msgspec.structs import replace

from qa.languages import cldr
from qa.languages.lexicon import Denial, Measures, NumberWords, by_word
from qa.languages.pack import LanguagePack
from qa.languages.usage import Usage, words

__all__ = ["PACK"]

_UNITS = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
_CARDINALS = {word: number for number, word in enumerate(_UNITS.split())} | by_word(
    {1: "une", 20: "vingt vingts", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 70: "septante",
        80: "huitante octante", 90: "nonante"}
)  # fmt: skip
_ORDINALS = {"premier": 1, "première": 1, "second": 2, "seconde": 2} | {
    {"cinq": "cinquième", "neuf": "neuvième"}.get(word, word.rstrip("e") + "ième"): value
    for word, value in _CARDINALS.items()
    if value > 1
}

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
                1000: "mille millier milliers",
                10**6: "million millions",
                10**9: "milliard milliards",
                10**12: "billion billions",
            }
        ),
        fractions={"demi": "0.5", "demie": "0.5", "moitié": "0.5", "tiers": "third", "quart": "0.25", "quarts": "0.25"},
        implied=by_word({(2, 100): "double doublé", (2,): "deux paire couple", (3,): "triple trio", (24,
            1): "jour journée", (7, 1): "semaine", (12, 1): "an année ans", (10,): "décennie", (
            100,): "siècle siècles"}),
        joiners=frozenset({"et"}),
        ordinal_suffixes=words("e er ère ème re ème nd nde es"),
        range_words=words("à et ou jusqu'à"),
    ),
    calendar=replace(
        cldr.calendar("fr"),
        ambiguous_months=frozenset({"mars"}),
        month_signals=words("en de mi début fin depuis au"),
        hours=words("heure heures h"),
        minutes=words("minute minutes min"),
        clock_words={"midi": 720, "minuit": 0},
        forenoon=words("matin"),
        afternoon=words("soir"),
    ),
    measures=Measures(
        units=cldr.unit_words("fr") | {"pour cent": "%", "pourcent": "%", "ans": "year", "tonnes": "tonne",
            "degrés": "degree"},
        currencies=by_word({"EUR": "euro euros", "USD": "dollar dollars", "GBP": "livre livres", "CHF": "franc francs",
            "RUB": "rouble roubles", "JPY": "yen yens", "CNY": "yuan yuans"}),
        squares=words("carré carrés"),
        modifiers=words("de d'euros"),
    ),
    usage=Usage(doubled_words=words("nous vous"), spaced_marks=frozenset(";:!?»")),
)  # fmt: skip
