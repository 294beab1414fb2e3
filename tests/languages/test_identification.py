from __future__ import annotations

import pytest

from qa.languages.identification import CONFUSABLE, common_words, identify


@pytest.mark.parametrize(
    ("text", "candidates", "language"),
    [
        ("The city council moved its meeting to Thursday afternoon.", {"en", "de", "nl"}, "en"),
        ("Der Stadtrat hat seine Sitzung auf Donnerstag verschoben.", {"en", "de", "nl"}, "de"),
        ("Городской совет перенёс заседание на четверг.", {"ru", "uk", "bg"}, "ru"),
        ("Міська рада перенесла засідання на четвер.", {"ru", "uk", "bg"}, "uk"),
    ],
)
def test_the_language_is_found_among_the_candidates(text: str, candidates: set[str], language: str) -> None:
    assert identify(text, frozenset(candidates)) == language


def test_short_texts_stay_undecided() -> None:
    assert identify("Good morning", frozenset({"en", "de"})) is None


def test_languages_without_a_profile_stay_undecided() -> None:
    text = "The city council moved its meeting to Thursday."
    assert identify(text, frozenset({"en", "tlh"})) is None
    assert identify("1234 5678 90 — " * 5 + "※" * 30, frozenset({"en", "de"})) is None


def test_the_answer_does_not_change() -> None:
    text = "Rekord i dag: norsk eller dansk tekst"
    assert len({identify(text, frozenset({"da", "no", "sv"})) for _ in range(20)}) == 1


def test_of_all_languages_that_are_taken_for_each_other_common_words_are_known() -> None:
    for language, others in CONFUSABLE.items():
        for other in others:
            assert len(common_words(other) - common_words(language)) > 10


def test_languages_without_a_list_have_no_common_words() -> None:
    assert common_words("xx") == frozenset()
