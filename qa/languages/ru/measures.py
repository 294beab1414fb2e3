"""Russian words for units and currencies, in all their forms."""

from __future__ import annotations

from qa.languages.lexicon import Measures, inflect

__all__ = ["MEASURES"]

_MASCULINE = "- а у ом е ы ов ам ами ах"
_FEMININE = "а ы е у ой - ам ами ах"
_ADJECTIVE = "ый ой ого ому ым ом ая ую ое ые ых ыми ий ие их ими ей его"
_COMPOUND = "ый ого ому ым ом ая ой ую ое ые ых ыми"

_UNITS = {
    **inflect({"процент": "%"}, _MASCULINE),
    **inflect({"процентн": "%"}, _COMPOUND),
    **inflect(
        {
            "километр": "km", "метр": "m", "сантиметр": "cm", "миллиметр": "mm", "килограмм": "kg", "грамм": "g",
            "миллиграмм": "mg", "центнер": "centner", "литр": "litre", "миллилитр": "ml", "гектар": "hectare",
            "акр": "acre", "градус": "degree", "киловатт": "kw", "мегаватт": "mw", "гигаватт": "gw", "ватт": "watt",
            "фут": "foot", "дюйм": "inch", "ярд": "yard", "час": "hour", "год": "year", "век": "century",
            "узел": "knot", "мегабайт": "mb", "гигабайт": "gb",
        },
        _MASCULINE,
    ),
    **inflect({"тонн": "tonne", "минут": "minute", "секунд": "second", "унци": "ounce", "мил": "mile"}, _FEMININE),
    **inflect({"мил": "mile", "недел": "week", "унци": "ounce"}, "я и е ю ей ь ям ями ях"),
    **inflect({"баррел": "barrel", "галлон": "gallon"}, "ь я ю ем и ей ям ями ях - а ов ы"),
    **inflect({"узл": "knot"}, "а у ом е ы ов ам ами ах"),
    **inflect({"месяц": "month"}, "- а у ем е ы ев ам ами ах"),
    **inflect({"столети": "century", "десятилети": "decade"}, "е я ю ем и й ям ями ях"),
    **inflect({"километров": "km", "метров": "m", "тонн": "tonne", "литров": "litre", "минутн": "minute",
    "килограммов": "kg"}, _COMPOUND),
    **inflect({"секундн": "second", "часов": "hour", "процентн": "%"}, _COMPOUND),
    **inflect({"дневн": "day", "недельн": "week", "месячн": "month"}, _COMPOUND),
    **inflect({"летн": "year"}, "ий яя ее его ему им ем ей юю ие их ими"),
    **dict.fromkeys(("день", "дня", "дню", "днем", "дне", "дни", "дней", "дням", "днями", "днях", "сутки", "суток"),
    "day"),
    **dict.fromkeys(("лет", "летию", "летия", "летие"), "year"),
    **inflect({"процентный пункт": "pp", "процентного пункт": "pp", "процентных пункт": "pp", "базисных пункт": "bp"},
    _MASCULINE),
    "п п": "pp", "б п": "bp",
    "км": "km", "м": "m", "см": "cm", "мм": "mm", "кг": "kg", "г": "g", "гр": "g", "мг": "mg", "т": "tonne",
    "ц": "centner", "л": "litre", "мл": "ml", "га": "hectare", "квт": "kw", "мвт": "mw", "гвт": "gw", "мин": "minute",
    "сек": "second", "ч": "hour", "км/ч": "km/h", "м/с": "m/s", "мес": "month", "нед": "week",
    "мб": "mb", "гб": "gb", "тб": "tb", "гц": "hz", "мгц": "mhz", "ггц": "ghz", "км²": "km2", "м²": "m2", "м³": "m3",
}  # fmt: skip

_CURRENCIES = {
    **inflect({"рубл": "RUB"}, "ь я ю ем е и ей ям ями ях"),
    **inflect({"рублев": "RUB", "долларов": "USD", "юанев": "CNY"}, _COMPOUND),
    **inflect({"доллар": "USD", "фунт": "GBP", "франк": "CHF", "динар": "RSD", "дирхам": "AED"}, _MASCULINE),
    **inflect({"юан": "CNY"}, "ь я ю ем е и ей ям ями ях"),
    **inflect({"гривн": "UAH"}, "а ы е у ой - ам ами ах"),
    **inflect({"гривен": "UAH"}, "-"),
    **inflect({"лир": "TRY", "йен": "JPY", "иен": "JPY", "крон": "SEK", "вон": "KRW"}, _FEMININE),
    **inflect({"рупи": "INR"}, "я и е ю ей й ям ями ях"),
    **inflect({"злот": "PLN"}, "ый ого ых ые"),
    **inflect({"шекел": "ILS"}, "ь я ю ем е и ей ям ями ях"),
    **dict.fromkeys(("евро",), "EUR"),
    **dict.fromkeys(("тенге",), "KZT"),
    **dict.fromkeys(("песо",), "ARS"),
    "руб": "RUB", "долл": "USD", "р": "RUB", "грн": "UAH", "дол": "USD",
}  # fmt: skip

MEASURES = Measures(
    units=_UNITS,
    currencies=_CURRENCIES,
    rates={"в час": "/h", "в секунду": "/s"},
    squares=frozenset(
        {"кв", *inflect({"квадратн": 2}, _ADJECTIVE)},
    ),
    cubes=frozenset({"куб", *inflect({"кубическ": 3}, _ADJECTIVE)}),
    modifiers=frozenset(
        {
            *inflect(
                {
                    "американск": 0,
                    "австралийск": 0,
                    "канадск": 0,
                    "гонконгск": 0,
                    "сингапурск": 0,
                    "швейцарск": 0,
                    "турецк": 0,
                    "чешск": 0,
                    "норвежск": 0,
                    "шведск": 0,
                    "датск": 0,
                    "белорусск": 0,
                    "российск": 0,
                    "индийск": 0,
                    "китайск": 0,
                    "британск": 0,
                    "морск": 0,
                    "метрическ": 0,
                    "казахстанск": 0,
                    "японск": 0,
                    "украинск": 0,
                    "календарн": 0,
                    "рабоч": 0,
                    "полн": 0,
                    "цел": 0,
                },
                _ADJECTIVE,
            )
        }
    ),
)
