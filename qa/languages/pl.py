"""Polish."""

from __future__ import annotations

from msgspec.structs import replace

from qa.languages import cldr
from qa.languages.lexicon import Denial, Measures, NumberWords, by_word, inflect
from qa.languages.pack import LanguagePack
from qa.languages.usage import words

__all__ = ["PACK"]

_CARDINALS = by_word(
    {
        0: "zero zera", 1: "jeden jednego jednemu jednym jedna jednej jedną jedno",
        2: "dwa dwaj dwie dwóch dwu dwom dwoma dwoje oba obie obu", 3: "trzy trzej trzech trzem trzema troje",
        4: "cztery czterej czterech czterem czterema czworo", 5: "pięć pięciu", 6: "sześć sześciu", 7: "siedem siedmiu",
        8: "osiem ośmiu", 9: "dziewięć dziewięciu", 10: "dziesięć dziesięciu", 11: "jedenaście jedenastu",
        12: "dwanaście dwunastu", 13: "trzynaście trzynastu", 14: "czternaście czternastu", 15: "piętnaście piętnastu",
        16: "szesnaście szesnastu", 17: "siedemnaście siedemnastu", 18: "osiemnaście osiemnastu",
        19: "dziewiętnaście dziewiętnastu", 20: "dwadzieścia dwudziestu", 30: "trzydzieści trzydziestu",
        40: "czterdzieści czterdziestu", 50: "pięćdziesiąt pięćdziesięciu", 60: "sześćdziesiąt sześćdziesięciu",
        70: "siedemdziesiąt siedemdziesięciu", 80: "osiemdziesiąt osiemdziesięciu",
        90: "dziewięćdziesiąt dziewięćdziesięciu", 100: "sto stu", 200: "dwieście dwustu", 300: "trzysta trzystu",
        400: "czterysta czterystu", 500: "pięćset pięciuset", 600: "sześćset sześciuset", 700: "siedemset siedmiuset",
        800: "osiemset ośmiuset", 900: "dziewięćset dziewięciuset",
    }
)  # fmt: skip
_ORDINALS = inflect(
    {
        "pierwsz": 1, "drug": 2, "trzec": 3, "czwart": 4, "piąt": 5, "szóst": 6, "siódm": 7, "ósm": 8, "dziewiąt": 9,
        "dziesiąt": 10, "jedenast": 11, "dwunast": 12, "dwudziest": 20, "trzydziest": 30, "setn": 100,
    },
    "y ego emu ym a ej ą e ych ymi i iego iemu im ia iej ią ie ich",
)  # fmt: skip

PACK = LanguagePack(
    code="pl",
    name="Polish",
    letters="aąbcćdeęfghijklłmnńoóprsśtuwyzźż",
    quotes=(("„", "”"), ("«", "»")),
    dashes=(" – ", " — "),
    decimal_mark=",",
    grouping_marks=frozenset({"\u00a0", "\u202f", " ", "."}),
    abbreviations=words(
        "r w ul al pl np itd itp m in tzn tj dr prof mgr inż św nr str tys mln mld godz min zł gr pt ok"),
    denial=Denial(words=words("nie brak bez nigdy nikt nic żaden żadna żadne ani nigdzie")),
    length_factor=1.08,
    common_words=words(
        "w i na z do się nie że jest o to jak od za po przez co dla ale a tym być ma są już czy przy oraz tego jego "
        "które "
        "który która także było był tylko jako ich może ze roku lub pod"
    ),
    number_words=NumberWords(
        cardinals=_CARDINALS,
        ordinals=_ORDINALS,
        magnitudes=by_word(
            {
                100: "setki setek",
                1000: "tysiąc tysiąca tysiące tysięcy tysiącom tysiącami tys",
                10**6: "milion miliona miliony milionów milionom milionami mln",
                10**9: "miliard miliarda miliardy miliardów mld",
                10**12: "bilion biliona biliony bilionów bln",
            }
        ),
        fractions=by_word({"0.5": "pół połowa połowę połowy", "1.5": "półtora półtorej", "0.25": "ćwierć"}),
        implied=by_word({(2, 100): "podwójny dwukrotnie", (2,): "dwukrotny para parę", (3,): "trzykrotnie", (24,
            1): "doba doby dobę dzień", (7, 1): "tydzień tygodnia", (12, 1): "rok roku", (10,): "dekada dekadę", (
            100,): "wiek wieku"}),
        ordinal_suffixes=words("go ej y a e tych"),
        range_words=words("do i lub albo oraz"),
    ),
    calendar=replace(
        cldr.calendar("pl"),
        months=cldr.calendar("pl").months
        | by_word({1: "styczniu", 2: "lutym", 3: "marcu", 4: "kwietniu", 5: "maju", 6: "czerwcu", 7: "lipcu",
            8: "sierpniu", 9: "wrześniu", 10: "październiku", 11: "listopadzie", 12: "grudniu"}),
        weekdays=cldr.calendar("pl").weekdays
        | by_word({1: "poniedziałku", 2: "wtorku", 3: "środę środy", 4: "czwartku", 5: "piątku", 6: "sobotę soboty",
            7: "niedzielę niedzieli"}),
        year_words=words("r rok roku rokiem"),
        hours=words("godzina godziny godzin godz h"),
        minutes=words("minuta minuty minut min"),
        clock_words={"południe": 720, "północ": 0},
    ),
    measures=Measures(
        units=cldr.unit_words("pl") | by_word({"%": "procent procenta procentów proc",
            "year": "lat lata latach letni letnia letniego", "day": "dni dnia", "tonne": "ton tony tona"}),
        currencies=by_word({"PLN": "złoty złotych złote zł", "EUR": "euro", "USD": "dolar dolary dolarów dolara",
            "GBP": "funt funtów funty", "RUB": "rubel ruble rubli rubla", "UAH": "hrywna hrywien hrywny"}),
        modifiers=words("amerykańskich rosyjskich kwadratowych"),
        squares=words("kwadratowych kw"),
    ),
)  # fmt: skip
