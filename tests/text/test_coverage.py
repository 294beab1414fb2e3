from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text.analysis import Analysis
from qa.text.coverage import (
    USUAL_RATE,
    longest_gap,
    most_weight,
    rate,
    shares_words,
    surely_covered,
    total_weight,
    translations_of,
    witnesses,
    words_found,
)

SOURCE = "Директор завода сообщил, что новый мост у Камы обойдётся в 14 миллионов."
TARGET = "The plant's director said the new bridge on the Kama would cost 14 million."

WORDS = st.sampled_from([*SOURCE.split(), *TARGET.split(), "Камой", "ГЭС", "2,5", "метроном", "metronome", "."])
TEXTS = st.lists(WORDS, max_size=14).map(" ".join)


def _seen(source: str, target: str, languages: tuple[str, str] = ("ru", "en")) -> dict[str, bool]:
    found = witnesses(Analysis(source, languages[0]), Analysis(target, languages[1]))
    return {witness.span.of(source): witness.found for witness in found}


def test_names_figures_and_words_are_found() -> None:
    seen = _seen(SOURCE, TARGET)
    assert seen["Директор"]
    assert seen["Камы"]
    assert seen["14"]
    assert all(seen.values())


def test_what_is_left_out_is_not_found() -> None:
    seen = _seen(SOURCE, "The plant's director said so.")
    assert seen["завода"]
    assert not seen["мост"]
    assert not seen["Камы"]
    assert not seen["14"]


def test_the_lexicon_is_read_backwards_too() -> None:
    assert _seen(TARGET, SOURCE, ("en", "ru"))["bridge"]


def test_words_that_are_in_any_text_are_no_witnesses() -> None:
    assert "что" not in _seen(SOURCE, TARGET)


def test_a_loan_word_counts_where_it_is_found() -> None:
    assert _seen("Купили метроном.", "They bought a metronome.")["метроном"]
    assert "метроном" not in _seen("Купили метроном.", "They bought a flute.")


def test_no_witnesses_without_a_lexicon() -> None:
    assert _seen("Der Direktor sprach.", "The director spoke.", ("de", "en")) == {}
    assert not translations_of("de", "en")
    assert shares_words(Analysis("Der Direktor sprach.", "de"), Analysis("It rains.", "en"))


def test_the_gap_is_the_run_without_counterparts() -> None:
    seen = witnesses(Analysis(SOURCE, "ru"), Analysis("The plant's director said so.", "en"))
    gap = longest_gap(seen, USUAL_RATE)
    assert gap is not None
    assert gap.span.of(SOURCE) == "новый мост у Камы обойдётся в 14 миллионов"
    assert gap.weight > 3


def test_no_gap_where_all_is_found() -> None:
    assert longest_gap(witnesses(Analysis(SOURCE, "ru"), Analysis(TARGET, "en")), USUAL_RATE) is None


def test_another_text_outweighs_the_translation() -> None:
    source = Analysis(SOURCE, "ru")
    other = witnesses(source, Analysis("Heavy rain is expected on the coast.", "en"))
    own = witnesses(source, Analysis(TARGET, "en"))
    assert total_weight(other, USUAL_RATE) > 5
    assert total_weight(own, USUAL_RATE) < 0


def test_a_translation_shares_words() -> None:
    source = Analysis(SOURCE, "ru")
    assert shares_words(source, Analysis(TARGET, "en"))
    assert not shares_words(source, Analysis("Heavy rain is expected on the coast.", "en"))


def test_the_rate_goes_from_the_usual_one_to_what_is_seen() -> None:
    seen = words_found(Analysis(SOURCE, "ru"), Analysis("It rains.", "en"))
    assert rate([]) == pytest.approx(USUAL_RATE)
    assert rate([seen] * 50) < 0.1


@given(st.text(alphabet="абв где12,.АБ", max_size=40), st.text(alphabet="abc de12,.AB", max_size=40))
def test_witnesses_lie_in_the_source_in_order(source: str, target: str) -> None:
    spans = [witness.span for witness in witnesses(Analysis(source, "ru"), Analysis(target, "en"))]
    assert all(0 <= span.start < span.end <= len(source) for span in spans)
    assert spans == sorted(spans)


@given(TEXTS, TEXTS)
def test_the_words_found_are_those_of_the_witnesses(source: str, target: str) -> None:
    first, second = Analysis(source, "ru"), Analysis(target, "en")
    words = [witness.found for witness in witnesses(first, second) if witness.kind == "word"]
    assert list(words_found(first, second)) == words


@given(TEXTS, TEXTS)
def test_no_text_weighs_more_than_its_words_tell(source: str, target: str) -> None:
    first, second = Analysis(source, "ru"), Analysis(target, "en")
    weight = total_weight(witnesses(first, second), USUAL_RATE)
    assert most_weight(first, second, USUAL_RATE) >= weight - 1e-9


@given(TEXTS, TEXTS, st.sampled_from([0.0, 0.3, 0.6, 1.0]))
def test_a_covered_text_has_its_share_of_witnesses(source: str, target: str, share: float) -> None:
    first, second = Analysis(source, "ru"), Analysis(target, "en")
    found = [witness.found for witness in witnesses(first, second)]
    assert surely_covered(first, second, share) == (sum(found) >= share * len(found))
