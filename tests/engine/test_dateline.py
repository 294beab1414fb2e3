from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from qa.core import Document, Segment, TranslationUnit
from qa.engine.dateline import dateline


def article(*lines: tuple[str, str]) -> Document:
    units = tuple(
        TranslationUnit(str(number), "a", Segment("ru", source), Segment("en", target))
        for number, (source, target) in enumerate(lines)
    )
    return Document("a", "a.en", "ru", "en", units)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("5 июня 2024 г.", "5 June 2024"),
        ("05.06.2024", "June 5, 2024"),
        ("5 июня 2024 г.", "Yesterday"),
        ("Москва, 5 июня 2024 года", ""),
    ],
)
def test_a_line_that_is_mostly_a_date_is_the_dateline(source: str, target: str) -> None:
    document = article(("Мост открыт", "Bridge opened"), (source, target), ("Мост открыли.", "It opened."))
    assert dateline(document) == dt.date(2024, 6, 5)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Мост через реку открыли 5 июня 2024 года.", "The bridge across the river was opened on June 5, 2024."),
        ("Июнь 2024", "June 2024"),
        ("31 июня 2024 г.", "31 June 2024"),
        ("", ""),
    ],
)
def test_other_lines_are_none(source: str, target: str) -> None:
    assert dateline(article((source, target))) is None


def test_a_date_far_down_is_no_dateline() -> None:
    body = [("Текст.", "Text.")] * 6
    assert dateline(article(*body, ("5 июня 2024", "5 June 2024"))) is None


def test_units_that_stand_alone_have_no_dateline() -> None:
    document = msgspec.structs.replace(article(("5 июня 2024", "5 June 2024")), running_text=False)
    assert dateline(document) is None
