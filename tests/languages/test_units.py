from __future__ import annotations

import pytest

from qa.languages.units import convertible, is_convertible, same_measure


@pytest.mark.parametrize(
    ("one", "other"),
    [("USD", "AUD"), ("%", "pp"), ("degree", "celsius"), ("km", "km"), ("CNY", "JPY"), ("GBP", "pound")],
)
def test_measures_that_running_text_takes_for_one(one: str, other: str) -> None:
    assert same_measure(one, other)


@pytest.mark.parametrize(("one", "other"), [("USD", "EUR"), ("km", "mile"), ("%", ""), ("kg", "tonne")])
def test_measures_that_differ(one: str, other: str) -> None:
    assert not same_measure(one, other)


@pytest.mark.parametrize(
    ("value", "unit", "other_value", "other_unit"),
    [
        (100, "km", 62, "mile"),
        (550, "GBP", 250, "kg"),
        (27, "degree", 80, "degree"),
        (2, "day", 48, "hour"),
        (6, "foot", 183, "cm"),
    ],
)
def test_amounts_in_other_units(value: float, unit: str, other_value: float, other_unit: str) -> None:
    assert convertible(value, unit, other_value, other_unit)
    assert convertible(other_value, other_unit, value, unit)


@pytest.mark.parametrize(
    ("value", "unit", "other_value", "other_unit"),
    [(100, "km", 100, "mile"), (5, "km", 5, "kg"), (5, "USD", 5, "EUR"), (20, "celsius", 20, "fahrenheit")],
)
def test_other_amounts(value: float, unit: str, other_value: float, other_unit: str) -> None:
    assert not convertible(value, unit, other_value, other_unit)


def test_currencies_are_not_turned_into_each_other() -> None:
    assert is_convertible("km")
    assert not is_convertible("USD")
