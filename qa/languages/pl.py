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
_TENS = {20: "dwudziest", 30: "trzydziest", 40: "czterdziest", 50: "pięćdziesiąt", 60: "sześćdziesiąt",
    70: "siedemdziesiąt", 80: "osiemdziesiąt", 90: "dziewięćdziesiąt"}  # fmt: skip
_ORDINALS = inflect(
    {
        "pierwsz": 1, "drug": 2, "trzec": 3, "czwart": 4, "piąt": 5, "szóst": 6, "siódm": 7, "ósm": 8, "dziewiąt": 9,
        "dziesiąt": 10, "jedenast": 11, "dwunast": 12, "trzynast": 13, "czternast": 14, "piętnast": 15, "szesnast": 16,
        "siedemnast": 17, "osiemnast": 18, "dziewiętnast": 19, "setn": 100, "dwusetn": 200, "trzechsetn": 300,
        "pięćsetn": 500, "tysięczn": 1000, "dwutysięczn": 2000, "milionow": 10**6, **{stem: value for value,
        stem in _TENS.items()},
    },
    "y ego emu ym a ej ą e ych ymi i iego iemu im ia iej ią ie ich",
)  # fmt: skip
_STEMS = {
    "jedno": 1, "dwu": 2, "trzy": 3, "trój": 3, "cztero": 4, "pięcio": 5, "sześcio": 6, "siedmio": 7, "ośmio": 8,
    "dziewięcio": 9, "dziesięcio": 10, "jedenasto": 11, "dwunasto": 12, "trzynasto": 13, "czternasto": 14,
    "piętnasto": 15, "szesnasto": 16, "siedemnasto": 17, "osiemnasto": 18, "dziewiętnasto": 19, "stu": 100,
    "dwustu": 200, "trzystu": 300, "pięćset": 500, **{
        (stem if value < 50 else stem.replace("siąt", "sięci")) + "o": value for value, stem in _TENS.items()  # noqa: PLR2004
    },
}  # fmt: skip
_LOCATIVES = "styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie grudniu"
_INSTRUMENTALS = (
    "styczniem lutym marcem kwietniem majem czerwcem lipcem sierpniem wrześniem październikiem listopadem grudniem"
)
_DATIVES = (
    "styczniowi lutemu marcowi kwietniowi majowi czerwcowi lipcowi sierpniowi wrześniowi październikowi listopadowi "
    "grudniowi"
)
_ADJECTIVES = inflect(
    {
        "styczniow": 1, "lutow": 2, "marcow": 3, "kwietniow": 4, "majow": 5, "czerwcow": 6, "lipcow": 7, "sierpniow": 8,
        "wrześniow": 9, "październikow": 10, "listopadow": 11, "grudniow": 12,
    },
    "y ego emu ym a ej ą e ych ymi",
)  # fmt: skip
_ROMAN_MONTHS = by_word({1: "i", 2: "ii", 3: "iii", 4: "iv", 5: "v", 6: "vi", 7: "vii", 8: "viii", 9: "ix", 10: "x",
    11: "xi", 12: "xii"})  # fmt: skip
_MONTHS = _ADJECTIVES | {
    name: number for names in (_LOCATIVES, _INSTRUMENTALS, _DATIVES) for number, name in enumerate(names.split(), 1)
}
_WEEKDAYS = {
    **inflect({"poniedział": 1, "wtor": 2, "czwart": 4, "piąt": 5}, "ek ku kowi kiem ki ków kom kami kach"),
    **inflect({"śro": 3}, "da dę dy dzie dą dom dami dach"),
    **inflect({"sobot": 6}, "a ę y ą om ami ach"),
    **inflect({"sobo": 6}, "cie t"),
    **inflect({"niedziel": 7}, "a ę i ą e om ami ach"),
    "śród": 3,
}

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
                10: "dziesiątka dziesiątki dziesiątek",
                12: "tuzin tuzina tuziny tuzinów",
                100: "setka setki setek setkę setkami",
                1000: "tysiąc tysiąca tysiące tysięcy tysiącom tysiącami tysiącach tysiącem tysiącu tys",
            }
        )
        | inflect({"milion": 10**6, "miliard": 10**9, "bilion": 10**12, "biliard": 10**15},
        "- a owi em ie y ów om ami ach")
        | by_word({10**6: "mln", 10**9: "mld mrd miliardzie", 10**12: "bln"}),
        fractions=by_word({"0.5": "pół połowa połowę połowy połowie", "1.5": "półtora półtorej",
            "0.25": "ćwierć", "third": "trzecia trzecich trzecie", "0.2": "piąta piątych piąte"}),
        compounds=_STEMS,
        implied=by_word({(2, 100): "podwójny podwójna podwójne dwukrotnie podwoić podwoił podwoiła podwoiło",
            (2,): "dwukrotny para parę pary dwukrotna dwukrotny obydwa obaj obydwie",
            (3,): "trzykrotnie trzykrotny potrójny kwartał kwartału", (4,): "czterokrotnie", (6,): "półrocze półroczu",
            (24, 1): "doba doby dobę dzień dnia", (7, 1): "tydzień tygodnia tygodniu tygodniowo",
            (12, 1): "rok roku roczny roczna", (10,): "dekada dekadę dekady dziesięciolecie",
            (100,): "wiek wieku stulecie stulecia", (1000,): "tysiąclecie tysiąclecia", (1,): "raz jedyny jedyna",
            (60, 1): "godzina godzinę minuta minutę", (30,): "pół godziny", (150,): "półtorarocze"}),
        decades=inflect({**{stem: value for value, stem in _TENS.items()}, "dziesiąt": 10, "dwutysięczn": 2000},
            "e ych ym ymi"),
        joiners=frozenset({"i"}),
        ordinal_suffixes=words("go ej y a e tych mu szy szego wszy ci"),
        range_words=words("do i lub albo oraz"),
    ),
    calendar=replace(
        cldr.calendar("pl"),
        months=cldr.calendar("pl").months | _MONTHS | _ROMAN_MONTHS,
        ambiguous_months=cldr.calendar("pl").ambiguous_months | _ROMAN_MONTHS.keys(),
        weekdays=_WEEKDAYS,
        year_words=words("r rok roku rokiem lata lat latach"),
        forenoon=words("rano"),
        afternoon=words("wieczorem południu"),
        hours=words("godzina godziny godzin godz h godzinie"),
        minutes=words("minuta minuty minut min"),
        clock_words={"południe": 720, "północ": 0},
    ),
    measures=Measures(
        units=cldr.unit_words("pl")
        | inflect({"kilometr": "km", "metr": "m", "centymetr": "cm", "milimetr": "mm", "kilogram": "kg", "gram": "g",
            "litr": "litre", "hektar": "hectare", "akr": "acre", "funt": "pound", "jard": "yard"},
            "- a owi em ze y ów om ami ach")
        | inflect({"ton": "tonne", "minut": "minute", "sekund": "second", "godzin": "hour"}, "a y ę ą - om ami ach ie")
        | {"pkt proc": "pp", "p p": "pp", "m": "m", "t": "tonne", "l": "litre", "g": "g", "km/godz": "km/h"}
        | {f"{point} {adjective}": unit for unit, adjective in (("pp", "procentowy"), ("pp", "procentowego"),
            ("pp", "procentowe"), ("pp", "procentowych"), ("pp", "procentowymi"), ("bp", "bazowy"), ("bp", "bazowego"),
            ("bp", "bazowe"), ("bp", "bazowych"), ("bp", "bazowymi"))
            for point in ("punkt", "punktu", "punkty", "punktów", "punktami")}
        | by_word({"%": "procent procenta procentów procentach procentami proc procentowy procentowa procentowego",
            "year": "lat lata latach letni letnia letniego letniej letnią letnie letnich letnim rok roku roczny roczna",
            "day": "dni dnia dzień dniowy dniowa dobę doby", "week": "tydzień tygodni tygodnie tygodnia",
            "centner": "kwintal kwintali kwintale", "barrel": "baryłka baryłki baryłek", "knot": "węzeł węzłów węzły",
            "mile": "mila mile mil mili", "degree": "stopień stopnie stopni stopnia", "celsius": "celsjusza",
            "kg": "kilo", "kw": "kilowat kilowatów", "mw": "megawat megawatów megawaty", "gw": "gigawat gigawatów",
            "century": "wiek wieków wieku", "decade": "dekada dekady dekad", "ounce": "uncja uncji uncje",
            "ml": "mililitr mililitrów", "km": "kilometrowy kilometrowa kilometrowej",
            "m": "metrowy metrowa metrowej"}),
        currencies=inflect({"dolar": "USD", "funt": "GBP", "frank": "CHF", "dinar": "RSD", "juan": "CNY", "jen": "JPY",
            "dirham": "AED", "szekl": "ILS", "won": "KRW"}, "- a owi em y ów om ami ach i e")
        | by_word({"PLN": "złoty złotych złote złotego złotymi złotowy zł pln", "EUR": "euro",
            "RUB": "rubel ruble rubli rubla rublami", "UAH": "hrywna hrywien hrywny hrywnami hrywnach",
            "TRY": "lira lir liry", "SEK": "korona koron korony", "INR": "rupia rupii rupie", "ARS": "peso",
            "ILS": "szekel", "KZT": "tenge"}),
        rates={"na godzinę": "/h", "na sekundę": "/s"},
        modifiers=words("amerykańskich rosyjskich szwajcarskich kanadyjskich szterlingów"),
        squares=words("kwadratowych kwadratowe kwadratowy kwadratowego kwadratowymi kw"),
        cubes=words("sześciennych sześcienne sześcienny sześciennego sześc"),
    ),
)  # fmt: skip
