"""Terms found in texts: inflection, compounds, capitals, offsets."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.core.span import Span
from qa.terms.glance import Glance
from qa.terms.matcher import Match, Matcher, Phrase, _pieces, is_abbreviation
from qa.terms.pieces import cut
from qa.terms.trie import Trie
from qa.text.analysis import Analysis
from qa.text.tokens import token_texts, tokenize

GLANCED = [
    "group",
    "Groups",
    "work",
    "IS",
    "2",
    "1",
    " ",
    " ",
    "-",
    "‑",
    "'",
    "’s",
    "«",
    "»",
    ",",
    "C++",
    "e-mail",
    "я",
    "Ajax",
]


def found(text: str, *terms: str, language: str = "ru", case_sensitive: bool = False) -> list[str]:
    matcher = Matcher([Phrase(term, key, case_sensitive) for key, term in enumerate(terms)], language)
    return [match.span.of(text) for match in matcher.find(Analysis(text, language))]


@pytest.mark.parametrize(
    ("text", "term", "expected"),
    [
        ("Доклад рабочей группы готов.", "рабочая группа", ["рабочей группы"]),
        ("Рабочими группами довольны.", "рабочая группа", ["Рабочими группами"]),
        ("Группа рабочая.", "рабочая группа", []),
        ("Рабочая, группа.", "рабочая группа", []),
        ("Движению «Заря» пора.", "движение Заря", ["Движению «Заря»"]),
        ("Учёт и учета.", "учёт", ["Учёт", "учета"]),
        ("Аль-Рафида и Аль-Рафиды.", "Аль-Рафида", ["Аль-Рафида", "Аль-Рафиды"]),
        ("WaveForge'а и WaveForge.", "WaveForge", ["WaveForge", "WaveForge"]),
        ("ничего", "рабочая группа", []),
    ],
)
def test_russian_forms(text: str, term: str, expected: list[str]) -> None:
    assert found(text, term) == expected


@pytest.mark.parametrize(
    ("text", "term", "expected"),
    [
        ("Wash hands, hand-washing and hand washing.", "hand washing", ["hand-washing", "hand washing"]),
        ("Send an e-mail.", "email", ["e-mail"]),
        ("Send an e-mail.", "e-mail", ["e-mail"]),
        ("The League's men.", "League", ["League"]),
        ("Norland's Wardens came.", "Norland's Wardens", ["Norland's Wardens"]),
        ("C++ and C.", "C++", ["C++"]),
        ("In 2019-nCoV times.", "2019-nCoV", ["2019-nCoV"]),
        ("GL1 left.", "GL", ["GL"]),
        ("The NOE/RL desk.", "NOE/RL", ["NOE/RL"]),
    ],
)
def test_english_forms(text: str, term: str, expected: list[str]) -> None:
    assert found(text, term, language="en") == expected


@given(
    st.lists(st.sampled_from(GLANCED), max_size=9).map("".join),
    st.lists(st.lists(st.sampled_from(GLANCED), min_size=1, max_size=4).map("".join), min_size=1, max_size=3),
)
def test_a_glance_misses_no_phrase(text: str, phrases: list[str]) -> None:
    matcher = Matcher([Phrase(phrase, key) for key, phrase in enumerate(phrases)], "en")
    analysis = Analysis(text, "en")
    found = matcher._search(text, *_pieces(analysis))
    assert bool(found) == bool(matcher.find_all(analysis))


def test_a_glance_saves_the_search() -> None:
    glance = Glance(Trie([Phrase("working group", 0), Phrase("email", 1)], "en"))
    assert glance.may_match(token_texts("The working groups met."))
    assert glance.may_match(token_texts("An e-mail came."))
    assert not glance.may_match(token_texts("The working people met a group of others."))


def test_the_longest_match_wins() -> None:
    assert found("Совет безопасности мира.", "совет", "совет безопасности", "безопасность мира") == [
        "Совет безопасности"
    ]


def test_all_matches_include_the_nested_ones() -> None:
    text = "Совет безопасности."
    matcher = Matcher([Phrase("совет", 0), Phrase("совет безопасности", 1)], "ru")
    assert sorted(match.span.of(text) for match in matcher.find_all(Analysis(text, "ru"))) == [
        "Совет",
        "Совет безопасности",
    ]


def test_phrases_may_share_a_place() -> None:
    matcher = Matcher([Phrase("bank", 0), Phrase("bank", 1)], "en")
    assert [match.phrase.key for match in matcher.find(Analysis("A bank.", "en"))] == [0, 1]


@pytest.mark.parametrize("text", ["this is it", "Is it?", "IS IT A WORD IN HERE", "a well-known ISLAND"])
def test_an_abbreviation_is_no_common_word(text: str) -> None:
    assert found(text, "IS", language="en") == []


@pytest.mark.parametrize("text", ["The IS left.", "IS", "(IS)", "IS/GL", "first\nIS left"])
def test_an_abbreviation_is_found_in_capitals(text: str) -> None:
    assert found(text, "IS", language="en") == ["IS"]


def test_capitals_matter_where_the_term_says_so() -> None:
    assert found("Red Dawn at red dawn. RED DAWN.", "Red Dawn", language="en", case_sensitive=True) == [
        "Red Dawn",
        "RED DAWN",
    ]
    assert found("Meta. A Meta is no meta.", "meta", language="en", case_sensitive=True) == ["Meta", "meta"]


def test_parts_of_compounds_are_told_apart() -> None:
    text = "League-like and pro-League and League."
    matches = Matcher([Phrase("League", 0)], "en").find(Analysis(text, "en"))
    assert [match.partial for match in matches] == [True, True, False]


def test_an_empty_phrase_is_never_found() -> None:
    assert found("x", "", "«»") == []


@pytest.mark.parametrize(
    ("word", "expected"), [("IS", True), ("ООН", True), ("I", False), ("Is", False), ("X1", False)]
)
def test_abbreviations(word: str, expected: bool) -> None:  # noqa: FBT001 -- a table of cases
    assert is_abbreviation(word) is expected


@given(st.text(alphabet="abc -'’«»*1.", max_size=40))
def test_pieces_lie_in_the_text_in_order(text: str) -> None:
    pieces = cut(tuple(tokenize(text)))
    assert all(text[piece.start : piece.end] == piece.text for piece in pieces)
    assert all(first.end <= second.start for first, second in pairwise(pieces))


@given(st.lists(st.sampled_from(["alpha", "beta", "gamma", "alpha beta", "beta gamma"]), max_size=5), st.data())
def test_matches_hold_their_phrase_and_do_not_overlap(terms: list[str], data: st.DataObject) -> None:
    text = " ".join(data.draw(st.lists(st.sampled_from(["alpha", "beta", "gamma", "delta"]), max_size=12)))
    matches: tuple[Match, ...] = Matcher([Phrase(term, key) for key, term in enumerate(terms)], "en").find(
        Analysis(text, "en")
    )
    assert all(match.span.of(text) == match.phrase.text for match in matches)
    places = sorted({match.span for match in matches})
    assert not any(one.overlaps(two) for one, two in pairwise(places))
    assert all(isinstance(place, Span) for place in places)
