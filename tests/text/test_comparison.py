from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text.analysis import Analysis
from qa.text.comparison import disagreements


def compare(source: str, target: str, languages: tuple[str, str] = ("ru", "en")) -> list[tuple[str, str, str]]:
    """Kind, source text and target text of each disagreement; a dash where a side has nothing."""
    found = disagreements(Analysis(source, languages[0]), Analysis(target, languages[1]))
    return [(kind, said.text if said else "-", written.text if written else "-") for kind, said, written in found]


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("48 мест", "43 seats", [("number", "48", "43")]),
        ("48 мест", "seats", [("number", "48", "-")]),
        ("мест", "43 seats", [("number", "-", "43")]),
        ("5 июня", "July 5", [("date", "июня", "July")]),
        ("в 17:30", "at 6:30 p.m.", [("time", "17:30", "6:30 p.m.")]),
        ("5 %", "5", [("percent", "5", "5")]),
        ("5 рублей", "$5", [("currency", "5", "5")]),
        ("5 км", "5 miles", [("unit", "5", "5")]),
        ("от 20 до 40 долларов", "€20 to $40", [("currency", "20", "20")]),
        ("4–6%", "4%-6", [("percent", "6", "6")]),
        ("16–20 лет и 7 мест", "16-18 years and 7 seats", [("number", "20", "18")]),
    ],
)
def test_what_two_texts_disagree_on(source: str, target: str, wanted: list[tuple[str, str, str]]) -> None:
    assert compare(source, target) == wanted


def test_thousands_in_the_marks_of_the_source_are_no_other_number() -> None:
    assert compare("12,500 seats", "12,500 мест", ("en", "ru")) == [("grouping", "12,500", "12,500")]


def test_equal_months_are_told_apart_by_their_days() -> None:
    assert compare("22 июля и 27 июля", "June 22 and July 27") == [("date", "июля", "June")]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("17,6 процента и 17,2 процента", "17.6 percent and 17.2"),
        ("в 2019 году", "in 2019, and 2019 was good"),
        ("6,2 мили", "10 km"),
        ("10 км (6 миль)", "10 km"),
        ("COVID-19", "COVID"),
        ("два дома", "a couple of houses"),
        ("в среду", "yesterday"),
        ("", ""),
    ],
)
def test_what_is_left_to_the_translator(source: str, target: str) -> None:
    assert compare(source, target) == []


NUMBERS = st.lists(st.integers(min_value=0, max_value=9_999), max_size=6)


@given(NUMBERS)
def test_a_text_agrees_with_itself(numbers: list[int]) -> None:
    text = " и ".join(f"{number} штук" for number in numbers)
    assert compare(text, text, ("ru", "ru")) == []


@given(NUMBERS, NUMBERS)
def test_swapping_the_texts_swaps_the_sides(one: list[int], other: list[int]) -> None:
    left, right = (" и ".join(f"{number} штук" for number in side) for side in (one, other))
    there, back = compare(left, right, ("ru", "ru")), compare(right, left, ("ru", "ru"))
    assert sorted(said for _, said, _ in there) == sorted(written for _, _, written in back)
