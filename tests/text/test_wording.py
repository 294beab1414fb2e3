from __future__ import annotations

from decimal import Decimal

import pytest

from qa.languages import language_pack
from qa.text.analysis import Analysis
from qa.text.comparison import disagreements
from qa.text.wording import corrected, write_number


@pytest.mark.parametrize(
    ("value", "language", "grouped", "written"),
    [
        ("1200.50", "en", True, "1,200.5"),
        ("1200.5", "ru", True, "1\u00a0200,5"),
        ("1200", "de", True, "1.200"),
        ("1200", "en", False, "1200"),
    ],
)
def test_a_number_in_the_marks_of_a_language(value: str, language: str, grouped: bool, written: str) -> None:  # noqa: FBT001
    assert write_number(Decimal(value), language_pack(language), grouped=grouped) == written


@pytest.mark.parametrize(
    ("source", "target", "instead"),
    [
        ("16 000 мест", "26,000 seats", "16,000"),
        ("3,4 млн", "3.4 billion", "3.4 million"),
        ("3,4 млн", "3.5 million", "3.4 million"),
        ("3,4 млн", "3.5 billion", None),
        ("18 июня", "18 July", "June"),
        ("в июне", "in July", None),
        ("3-е место", "5th place", None),
        ("Ту-154", "Tu-145", None),
    ],
)
def test_what_should_stand_there(source: str, target: str, instead: str | None) -> None:
    (found,) = disagreements(Analysis(source, "ru"), Analysis(target, "en"))
    assert found.source is not None
    assert found.target is not None
    assert corrected(found.source, found.target, language_pack("en")) == instead
