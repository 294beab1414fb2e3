"""Candidate terms learnt from units, and terms that texts never have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.terms.attestation import unseen_terms
from qa.terms.extraction import log_likelihood, term_candidates
from qa.terms.phrases import Vocabulary, occurrences
from qa.terms.termbase import Termbase
from qa.text.analysis import Analysis

UNITS = [
    ("Рабочая группа собралась утром.", "The task force met in the morning."),
    ("Мы ждали решения рабочей группы.", "We waited for a decision of the task force."),
    ("С рабочими группами говорила Вера.", "Vera spoke with the task forces."),
    ("Паром ушёл вчера, и Вера осталась.", "The ferry left yesterday, and Vera stayed."),
    ("Погода портилась, но Вера молчала.", "The weather got worse, but Vera said nothing."),
    ("Дождь кончился к вечеру.", "The rain ended by the evening."),
    ("Никто не спешил домой.", "Nobody hurried home."),
    ("Кошка спала на окне.", "The cat slept on the window sill."),
    ("Чайник закипел быстро.", "It was not long before the kettle boiled."),
    ("Снег растаял за ночь.", "The snow melted overnight."),
]


def analysed(units: list[tuple[str, str]]) -> list[tuple[Analysis, Analysis]]:
    return [(Analysis(source, "ru"), Analysis(target, "en")) for source, target in units]


def phrases(text: str, language: str) -> set[str]:
    analysis = Analysis(text, language)
    return {found.form for found in occurrences(analysis, Vocabulary([analysis], language)) if " " in found.form}


def test_inflected_forms_are_one_term_and_names_are_found() -> None:
    found = term_candidates(analysed(UNITS))
    assert {(one.source, one.target, one.units) for one in found} == {
        ("рабочая группа", "task force", 3),
        ("Вера", "Vera", 3),
    }
    term = next(one for one in found if one.target == "task force")
    assert (term.source_units, term.target_units) == (3, 3)
    assert term.examples == (UNITS[0], UNITS[1])


def test_short_names_are_found() -> None:
    units = [(f"{source} ЕС.", f"{target} the EU.") for source, target in zip("АБВ", "ABC", strict=True)]
    found = term_candidates(analysed(units + UNITS[3:]))
    assert ("ЕС", "EU") in {(one.source, one.target) for one in found}


def test_pairs_stand_in_enough_units() -> None:
    assert term_candidates(analysed(UNITS), fewest=4) == ()


def test_equal_units_count_once() -> None:
    assert term_candidates(analysed([UNITS[0]] * 5 + UNITS[5:])) == ()


def test_the_order_of_units_changes_no_pair() -> None:
    def told(units: list[tuple[str, str]]) -> list[tuple[str, str, int]]:
        return [one[:3] for one in term_candidates(analysed(units))]

    assert told(UNITS) == told(UNITS[::-1])


def test_no_units_no_candidates() -> None:
    assert term_candidates([]) == ()


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The quality of water matters", "en", {"quality of water", "quality of water matters", "water matters"}),
        ("They said that rain and snow would come", "en", set()),
        ("Many ports", "en", set()),
        ("Средства для стирки белья", "ru", {"средства для стирки", "средства для стирки белья", "стирки белья"}),
        ("Порт открыли. Пароход ушёл", "ru", set()),
        ("Мы решили отменить выставку", "ru", set()),
        ("Лечение заражённых растений", "ru", {"лечение заражённых растений", "заражённых растений"}),
        ("water, pump", "en", set()),
        ("Write to norvexi@norvexi.example. Norvexi station", "en", {"Norvexi station"}),
        ("Norvexi station. Water pump", "en", {"Norvexi station", "water pump"}),
    ],
)
def test_phrases_are_noun_like(text: str, language: str, expected: set[str]) -> None:
    assert phrases(text, language) == expected


def test_a_part_of_a_longer_phrase_is_no_term() -> None:
    units = [
        (f"{start} сеть морских портов {end}.", f"{first} network of sea ports {last}.")
        for start, end, first, last in [
            ("Растёт", "юга", "Growing is the", "down south"),
            ("Строится", "тут", "Built is the", "here"),
            ("Закрыта", "там", "Closed is the", "there"),
        ]
    ]
    found = term_candidates(analysed(units + UNITS[3:]))
    assert [(one.source, one.target) for one in found if one.source != "Вера"] == [
        ("сеть морских портов", "network of sea ports")
    ]


def test_log_likelihood_of_known_tables() -> None:
    assert log_likelihood(25, 50, 50, 100) == pytest.approx(0)
    assert log_likelihood(50, 50, 50, 100) == pytest.approx(138.629, abs=0.001)  # 200 ln 2


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_log_likelihood_is_symmetric_and_not_negative(both: int, one: int, other: int, neither: int) -> None:
    total = both + one + other + neither
    score = log_likelihood(both, both + one, both + other, total)
    assert score >= -1e-6
    assert score == pytest.approx(log_likelihood(both, both + other, both + one, total), abs=1e-6)


def test_terms_that_no_text_has() -> None:
    termbase = Termbase.parse("ru,en,status\nнасос,pump,\nпорт,harbour,\nпорт,haven,forbidden\n", "ru", "en")
    texts = [Analysis("Насосы стояли в порту.", "ru"), Analysis("Мыло.", "ru")]
    assert not list(unseen_terms(termbase.entries, "ru", texts))
    unseen = unseen_terms(termbase.entries, "en-GB", [Analysis("The pumps stood.", "en")])
    assert [(entry.line, term.text) for entry, term in unseen] == [(3, "harbour")]
