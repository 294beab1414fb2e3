"""Russian."""

from __future__ import annotations

from qa.languages.pack import LanguagePack
from qa.languages.ru.calendar import CALENDAR
from qa.languages.ru.denial import DENIAL
from qa.languages.ru.measures import MEASURES
from qa.languages.ru.numbers import NUMBERS
from qa.languages.ru.usage import USAGE
from qa.languages.usage import words

__all__ = ["PACK"]

PACK = LanguagePack(
    code="ru",
    name="Russian",
    scripts=frozenset({"Cyrillic"}),
    letters="абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    quotes=(("«", "»"), ("„", "“")),
    dashes=(" — ",),
    decimal_mark=",",
    grouping_marks=frozenset({"\u00a0", "\u202f", " "}),
    abbreviations=words(
        "г гг в вв р руб коп долл тыс млн млрд трлн т д п пр др см ср напр стр с гл рис табл им ул пер пл просп наб "
        "д корп кв обл р-н пос дер ст п. акад проф доц чл-корр канд докт инж зам зав ген полк подп майор кап лейт "
        "янв февр мар апр июн июл авг сент окт нояб дек пн вт ср чт пт сб вс тел факс моб эл и.о врио м н э до ред "
        "изд сост пер соч собр т.е т.к т.н т.п т.д и.п шт экз кв куб мин сек ч"
    ),
    source_abbreviations={
        "en": {
            "№": "No.", "mln": "million", "bln": "billion", "mlrd": "billion", "trln": "trillion", "tln": "trillion",
            "tys": "thousand", "thous": "thousand", "ths": "thousand", "kop": "kopecks", "obl": "Region",
        },
    },
    denial=DENIAL,
    length_factor=1.04,
    common_words=words(
        "и в не на что с по как он из но за это то а к от для все также его до о у при был было были она они которые "
        "который после или чтобы уже еще только же так мы бы году более если"
    ),
    number_words=NUMBERS,
    calendar=CALENDAR,
    measures=MEASURES,
    usage=USAGE,
)  # fmt: skip
