"""What a document's words tell together is what each text tells by itself."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from qa.core.document import Document, TranslationUnit
from qa.core.segment import Segment
from qa.rules.accuracy.wrong_language import _abounds, _common, _is_plainly
from qa.rules.repetitions import numbers_of_repeated_phrases, numbers_of_repeated_words
from qa.rules.vocabulary import Vocabulary, source_vocabulary, target_vocabulary
from qa.text.analysis import Analysis
from qa.text.tokens import folded_tokens

STRETCHES = st.sampled_from(
    ["The", "the", "that,", "«That»", "and/or", "or", "U.S.", "s", "", "a\u00a0the", "—", "10", "\n"]
)
TEXTS = st.lists(STRETCHES, max_size=10).map(" ".join)


def document(*targets: str) -> Document:
    units = (
        TranslationUnit(str(number), "d", Segment("ru", "да"), Segment("en", target))
        for number, target in enumerate(targets)
    )
    return Document("d", "d.txt", "ru", "en", tuple(units))


@given(st.lists(TEXTS, max_size=4), st.frozensets(st.sampled_from(["the", "that", "or", "s", "10", "no"])))
def test_the_texts_with_a_word_are_found(texts: list[str], words: frozenset[str]) -> None:
    expected = {number for number, text in enumerate(texts) if not words.isdisjoint(folded_tokens(text))}
    assert Vocabulary(texts, "en").having(words) == expected


def test_stretches_are_judged_once_for_all_texts() -> None:
    vocabulary = Vocabulary(["the U.S. is", "is it", "no"], "en")
    assert vocabulary.different == {"the", "U.S.", "is", "it", "no"}
    assert vocabulary.with_capitals == ["U.S."]
    assert vocabulary.having_judged({"the": 0, "U.S.": 1, "is": 0, "it": 1, "no": 0}) == {0, 1}
    assert vocabulary.having_stretches(["is", "no"]) == {0, 1, 2}


def test_a_document_has_a_vocabulary_on_either_side() -> None:
    both = document("the end")
    assert target_vocabulary(both).stretches == [["the", "end"]]
    assert source_vocabulary(both).stretches == [["да"]]


@given(st.lists(TEXTS, max_size=4))
def test_no_repeated_word_is_left_out(texts: list[str]) -> None:
    found = numbers_of_repeated_words(document(*texts))
    for number, text in enumerate(texts):
        pairs = pairwise(map(folded_tokens, text.split()))
        if any(left[-1] == right[0] for left, right in pairs):
            assert number in found


@given(st.lists(TEXTS, max_size=4), st.integers(min_value=2, max_value=4))
def test_no_repeated_phrase_is_left_out(texts: list[str], length: int) -> None:
    found = numbers_of_repeated_phrases(document(*texts), length)
    for number, text in enumerate(texts):
        words = text.split()
        places = range(len(words) - 2 * length + 1)
        if any(words[at : at + length] == words[at + length : at + 2 * length] for at in places):
            assert number in found


def test_texts_without_repetition_are_left_out() -> None:
    assert numbers_of_repeated_words(document("the end of the day", "the The end")) == {1}
    assert numbers_of_repeated_phrases(document("An end of the day", "of a day of a day"), 3) == {1}


@given(TEXTS)
def test_a_text_with_many_common_words_is_plainly_of_its_language(text: str) -> None:
    if _abounds(text.split(" "), _common("en")):
        assert _is_plainly(Analysis(text, "en"))
