"""English."""

from __future__ import annotations

from qa.languages.en.calendar import CALENDAR
from qa.languages.en.denial import DENIAL
from qa.languages.en.measures import MEASURES
from qa.languages.en.numbers import NUMBERS
from qa.languages.en.usage import USAGE
from qa.languages.pack import LanguagePack
from qa.languages.usage import words

__all__ = ["PACK"]

PACK = LanguagePack(
    code="en",
    name="English",
    scripts=frozenset({"Latin"}),
    letters="abcdefghijklmnopqrstuvwxyz",
    quotes=(("“", "”"), ("‘", "’")),
    dashes=("—", " – "),
    decimal_mark=".",
    grouping_marks=frozenset({",", "\u00a0", "\u202f", " "}),
    abbreviations=words(
        "mr mrs ms dr prof rev gen col maj capt lt sgt adm gov sen rep hon st mt ft jr sr inc ltd co corp bros no "
        "nos vs etc e.g i.e cf al fig figs vol vols p pp ed eds dept univ assn est approx a.m p.m u.s u.k u.n e.u "
        "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun ave blvd rd"
    ),
    denial=DENIAL,
    length_factor=1.0,
    common_words=words(
        "the of and to a in is was for on that with as by it at from he his are were be has have had an not this "
        "which but or their they its will would who been more said after also than about all her she there into one "
        "can"
    ),
    number_words=NUMBERS,
    calendar=CALENDAR,
    measures=MEASURES,
    usage=USAGE,
)
