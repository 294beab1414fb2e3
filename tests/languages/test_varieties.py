from __future__ import annotations

import pytest

from qa.languages import language_pack
from qa.languages.en.varieties import AMERICAN, BRITISH, VARIETIES, spelling_families
from qa.rules.context import Context
from qa.text.analysis import Analyser

AMERICA, BRITAIN = VARIETIES["US"].wrong_spellings, VARIETIES["GB"].wrong_spellings


def test_there_are_many_families_and_each_differs() -> None:
    families = list(spelling_families())
    assert len(families) >= 300
    assert all(american != british for family in families for american, british in family)


def test_no_word_is_of_both_varieties() -> None:
    assert not AMERICAN.keys() & BRITISH.keys()
    assert not AMERICA.keys() & BRITAIN.keys()
    assert not {*AMERICAN.values()} & AMERICAN.keys()


@pytest.mark.parametrize(
    ("american", "british"),
    [
        ("colored", "coloured"), ("neighborhoods", "neighbourhoods"), ("centers", "centres"),
        ("travelers", "travellers"),
        ("enroll", "enrol"), ("analyzing", "analysing"), ("leukemia", "leukaemia"), ("catalogs", "catalogues"),
        ("skeptical", "sceptical"), ("maneuvers", "manoeuvres"), ("offenses", "offences"), ("honorable", "honourable"),
    ],
)  # fmt: skip
def test_both_spellings_are_known(american: str, british: str) -> None:
    assert BRITAIN[american] == british
    assert AMERICA[british] == american


@pytest.mark.parametrize(
    "word", ["organise", "realised", "privatisation", "grey", "theatre", "licence", "practise", "whilst"]
)
def test_wrong_in_america_alone(word: str) -> None:
    assert (word in AMERICA) == (word != "whilst")
    assert word not in BRITAIN


@pytest.mark.parametrize(
    "word",
    [
        "humorous",
        "vigorous",
        "honorary",
        "advise",
        "televise",
        "compromise",
        "metallic",
        "analyses",
        "dialogue",
        "parallel",
    ],
)
def test_right_everywhere(word: str) -> None:
    assert word not in AMERICA
    assert word not in BRITAIN


@pytest.mark.parametrize("word", ["organize", "program", "meter", "license", "check", "story", "tire", "sulfur"])
def test_an_american_spelling_that_britain_has_too(word: str) -> None:
    assert word not in BRITAIN


@pytest.mark.parametrize(
    ("tag", "name"), [("en-GB", "British"), ("en_us", "American"), ("en-Latn-AU", "British"), ("en", ""),
        ("en-CA", ""), ("ru-RU", "")]
)  # fmt: skip
def test_a_tag_declares_the_variety(tag: str, name: str) -> None:
    variety = Context(source_language="ru", target_language=tag, analyser=Analyser()).target_variety
    assert (variety.name if variety else "") == name
    assert language_pack("en").usage.varieties is VARIETIES
