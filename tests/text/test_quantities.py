from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text.analysis import Analysis

if TYPE_CHECKING:
    from qa.text.quantity import Quantity


def read(text: str, language: str) -> list[tuple[str, str, str]]:
    """Text, likeliest value and unit of what a text holds."""
    found = Analysis(text, language).quantities
    return [
        (quantity.text, str(quantity.value.normalize()) if quantity.keys else "", quantity.unit) for quantity in found
    ]


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("ru", "1 200", "1.2E+3", ""),
        ("ru", "1 200,5", "1200.5", ""),
        ("ru", "0,95%", "0.95", "%"),
        ("ru", "5 млн рублей", "5E+6", "RUB"),
        ("ru", "1,2 тыс. человек", "1.2E+3", ""),
        ("ru", "16 тысяч", "1.6E+4", ""),
        ("ru", "5-миллионный", "5E+6", ""),
        ("ru", "4-летний", "4", "year"),
        ("ru", "3-й", "3", ""),
        ("ru", "90-е", "9E+1", ""),
        ("ru", "105 кв. км", "105", "km2"),
        ("ru", "60 км/ч", "6E+1", "km/h"),
        ("ru", "60 километров в час", "6E+1", "km/h"),
        ("ru", "22°С", "22", "celsius"),
        ("ru", "0,5 п. п.", "0.5", "pp"),
        ("ru", "10 американских долларов", "1E+1", "USD"),
        ("en", "1,200.5", "1200.5", ""),
        ("en", "$5.2 million", "5.2E+6", "USD"),
        ("en", "€3bn", "3E+9", "EUR"),
        ("en", "US$5m", "5E+6", "USD"),
        ("en", "A$20", "2E+1", "AUD"),
        ("en", "EUR 20", "2E+1", "EUR"),
        ("en", "5 per cent", "5", "%"),
        ("en", "0.5 percentage points", "0.5", "pp"),
        ("en", "1990s", "1.99E+3", ""),
        ("en", "3rd", "3", ""),
        ("en", "5G", "5", ""),
        ("en", "12 miles per hour", "12", "mph"),
        ("en", "2 1/2 million", "2.5E+6", ""),
        ("en", "80 °F", "8E+1", "fahrenheit"),
        ("en", "12 m³", "12", "m3"),
        ("de", "1.250,5 Punkte", "1250.5", ""),
        ("de", "3,5 Mrd. Euro", "3.5E+9", "EUR"),
        ("zh", "约5万人", "5E+4", ""),
        ("zh", "1.2亿美元", "1.2E+8", "USD"),
        ("zh", "增长5%", "5", "%"),
    ],
)
def test_a_number_with_its_measure(language: str, text: str, value: str, unit: str) -> None:
    assert [found[1:] for found in read(text, language)] == [(value, unit)]


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        ("ru", "18 марта 2021 г.", {("n", 18), ("m", 3), ("n", 2021)}),
        ("ru", "18-го марта", {("n", 18), ("m", 3)}),
        ("ru", "18.03.2021", {("n", 18), ("m", 3), ("n", 2021)}),
        ("ru", "2021-03-18", {("n", 18), ("m", 3), ("n", 2021)}),
        ("en", "March 18, 2021", {("n", 18), ("m", 3), ("n", 2021)}),
        ("en", "18 March 2021", {("n", 18), ("m", 3), ("n", 2021)}),
        ("en", "the 18th of March", {("n", 18), ("m", 3)}),
        ("en", "March 18th", {("n", 18), ("m", 3)}),
        ("en", "March 2021", {("m", 3), ("n", 2021)}),
        ("en", "3/18/2021", {("n", 18), ("m", 3), ("n", 2021)}),
        ("en", "Sept. 5", {("n", 5), ("m", 9)}),
        ("de", "3. März 2020", {("n", 3), ("m", 3), ("n", 2020)}),
        ("es", "3 de marzo de 2020", {("n", 3), ("m", 3), ("n", 2020)}),
        ("pl", "3 marca 2020 r.", {("n", 3), ("m", 3), ("n", 2020)}),
    ],
)
def test_a_date_in_its_parts(language: str, text: str, parts: set[tuple[str, int]]) -> None:
    (date,) = Analysis(text, language).quantities
    assert {part.keys[0] for part in date.parts} == {(kind, Decimal(value)) for kind, value in parts}
    assert all(part.whole == date.span for part in date.parts)


def test_digits_that_may_be_month_or_day_have_both_readings() -> None:
    (date,) = Analysis("3/5/2021", "en").quantities
    assert {key for part in date.parts for key in part.keys} >= {("m", Decimal(3)), ("m", Decimal(5))}


@pytest.mark.parametrize(
    ("language", "text", "minutes"),
    [
        ("ru", "17:47", {1067}),
        ("ru", "17 часов 47 минут", {1067}),
        ("ru", "5 вечера", {1020}),
        ("ru", "12 ночи", {0}),
        ("en", "5:47 p.m.", {1067}),
        ("en", "5:47", {347, 1067}),
        ("en", "5pm", {1020}),
        ("en", "12 a.m.", {0}),
        ("en", "5.30 pm", {1050}),
        ("de", "17.30 Uhr", {1050}),
        ("fr", "12 h 05", {725, 5 + 720}),
    ],
)
def test_a_time_in_minutes_of_the_day(language: str, text: str, minutes: set[int]) -> None:
    (time,) = Analysis(text, language).quantities
    assert {int(value) for kind, value in time.keys if kind == "t"} == minutes


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The weather may change, march on."),
        ("en", "See port24.ru or write to a1@b2.org."),
        ("ru", "Десятки людей пришли."),
        ("en", ""),
    ],
)
def test_nothing_is_counted(language: str, text: str) -> None:
    assert read(text, language) == []


@pytest.mark.parametrize("text", ["+7 (495) 555-01-17", "8 (495) 555-01-17", "555-01-17", "0800 555 111"])
def test_a_telephone_number_is_one(text: str) -> None:
    (phone,) = Analysis(f"Тел.: {text}.", "ru").quantities
    assert phone.kind == "phone"


def test_ranges_share_unit_and_magnitude() -> None:
    low, high = Analysis("от 5 до 6 млн долларов", "ru").quantities
    assert ("n", Decimal(5_000_000)) in low.keys
    assert (low.unit, low.unit_certain) == ("USD", False)
    assert (high.unit, high.unit_certain) == ("USD", True)


def test_a_season_spans_two_years() -> None:
    _, end = Analysis("2019–20", "en").quantities
    assert ("n", Decimal(2020)) in end.keys


def test_two_magnitudes_add_up_and_fall_apart() -> None:
    (total,) = Analysis("5 млн 200 тыс. руб.", "ru").quantities
    assert total.value == 5_200_000
    assert [part.value for part in total.parts] == [5_000_000, 200_000]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("ru", "двадцать пять", 25),
        ("ru", "сто двадцать пять тысяч триста", 125_300),
        ("ru", "двадцать пятый", 25),
        ("ru", "четырёхлетний", 4),
        ("ru", "двадцатипятилетие", 25),
        ("ru", "полмиллиона", 500_000),
        ("ru", "полтора миллиона", 1_500_000),
        ("ru", "два с половиной миллиона", 2_500_000),
        ("ru", "две трети", Decimal(2) / 3),
        ("ru", "обе", 2),
        ("ru", "девяностые", 1990),
        ("ru", "ХIХ век", 19),
        ("en", "twenty-five", 25),
        ("en", "two hundred and five", 205),
        ("en", "twelve thousand three hundred", 12_300),
        ("en", "half a million", 500_000),
        ("en", "two and a half million", 2_500_000),
        ("en", "three quarters", Decimal("0.75")),
        ("en", "two dozen", 24),
        ("en", "twenty-fifth", 25),
        ("en", "both", 2),
        ("en", "noon", 12),
        ("en", "Louis XIV", 14),
        ("fr", "le XIVe siècle", 14),
        ("de", "fünfundzwanzig", 25),
        ("it", "ventuno", 21),
        ("es", "treinta y cinco", 35),
        ("pl", "dwadzieścia pięć tysięcy", 25_000),
        ("uk", "двадцять п'ять", 25),
        ("de", "neunhundertneunundneunzig", 999),
        ("de", "tausend", 1000),
        ("de", "elftausenddreihundertfünf", 11305),
        ("de", "siebzehn", 17),
        ("de", "der einundzwanzigste", 21),
        ("de", "dreieinhalb Millionen", 3500000),
        ("fr", "neuf cent quatre-vingt-dix-neuf", 999),
        ("fr", "mille", 1000),
        ("fr", "soixante et onze", 71),
        ("fr", "quatre-vingt-un", 81),
        ("fr", "dix-sept", 17),
        ("fr", "vingt et unième", 21),
        ("fr", "deux mille trois cents", 2300),
        ("fr", "septante-cinq", 75),
        ("es", "novecientos noventa y nueve", 999),
        ("es", "mil", 1000),
        ("es", "dieciséis", 16),
        ("es", "veintidós mil", 22000),
        ("es", "vigésimo primero", 21),
        ("es", "un millón y medio", 1500000),
        ("it", "novecentonovantanove", 999),
        ("it", "mille", 1000),
        ("it", "ventitré", 23),
        ("it", "trentatreesimo", 33),
        ("it", "millenovecentottanta", 1980),
        ("it", "millenovecentoottanta", 1980),
        ("it", "centomila", 100000),
        ("pl", "dziewięćset dziewięćdziesiąt dziewięć", 999),
        ("pl", "tysiąc", 1000),
        ("pl", "dwóch tysięcy trzystu", 2300),
        ("pl", "sto dwudziesty pierwszy", 121),
        ("pl", "półtora tysiąca", 1500),
        ("pl", "trzydziestoletni", 30),
        ("uk", "дев'ятсот дев'яносто дев'ять", 999),
        ("uk", "тисяча", 1000),
        ("uk", "двох тисяч трьохсот", 2300),
        ("uk", "сто двадцять перший", 121),
        ("uk", "півтори тисячі", 1500),
        ("uk", "сорокарічний", 40),
        ("uk", "п’ятдесятьма", 50),
        ("uk", "пів мільйона", 500000),
        ("uk", "дванадцятьма", 12),
        ("uk", "трьомастами", 300),
        ("zh", "九百九十九", 999),
        ("zh", "一千", 1000),
        ("zh", "二〇二一年", 2021),
        ("zh", "一万零五", 10005),
        ("zh", "三分之二", Decimal(2) / 3),
        ("zh", "三亿五千万", 350000000),
        ("zh", "十七", 17),
        ("ru", "девятьсот девяносто девять", 999),
        ("ru", "тысяча", 1000),
        ("ru", "двумя тысячами тремястами", 2300),
        ("ru", "полторы тысячи", 1500),
        ("en", "nine hundred and ninety-nine", 999),
        ("en", "one thousand", 1000),
        ("en", "hundred and first", 101),
        ("en", "one and a half million", 1500000),
    ],
)
def test_a_number_in_words(language: str, text: str, value: Decimal | int) -> None:
    keys = {key for number in Analysis(text, language).spelt_numbers for key in number.keys}
    assert ("n", Decimal(value)) in keys


def test_only_large_numbers_in_words_must_have_a_counterpart() -> None:
    required = [
        number.text
        for number in Analysis("two million and three, a million, four", "en").spelt_numbers
        if number.required
    ]
    assert required == ["two million and three"]


def flat(quantities: tuple[Quantity, ...]) -> list[Quantity]:
    return [part for quantity in quantities for part in (quantity, *flat(quantity.parts))]


@given(
    st.lists(
        st.sampled_from([*"0123456789 .,:-/%$°½()", "млн", "March", "мая", "тыс. ", " million ", "pm", "го", "км"])
    ).map("".join),
    st.sampled_from(["ru", "en", "de", "zh"]),
)
def test_spans_hold_their_text(text: str, language: str) -> None:
    analysis = Analysis(text, language)
    for quantity in (*flat(analysis.quantities), *analysis.spelt_numbers):
        assert quantity.span.of(text) == quantity.text
        assert quantity.unit_span is None or quantity.unit_span.end <= len(text)


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from(["", "\u00a0", "\u202f", " "]))
def test_grouped_integers_are_read_whole(value: int, mark: str) -> None:
    shown = f"{value:,}".replace(",", mark)
    (number,) = Analysis(f"Итого {shown} штук.", "ru").quantities
    assert number.value == value


def test_chinese_dates_are_read_part_by_part() -> None:
    found = Analysis("2021年3月18日", "zh").quantities
    assert [(quantity.kind, quantity.keys[0]) for quantity in found] == [
        ("year", ("n", Decimal(2021))),
        ("month", ("m", Decimal(3))),
        ("date", ("n", Decimal(18))),
    ]
