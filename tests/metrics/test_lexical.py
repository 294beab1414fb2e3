"""The numbers of sacrebleu, at every level, from one pass."""

from __future__ import annotations

import logging

import pytest
import sacrebleu
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.core.errors import PluginError, UsageError
from qa.metrics import score_batch
from qa.metrics.bootstrap import interval

HYPOTHESES = (
    "The council met on Monday to discuss the new bridge.",
    "Its cost is 12 million roubles , the mayor said .",
    "Work begins in spring!",
    "",
    "Residents of the left bank have waited for it for twenty years.",
    "Мост откроют осенью.",
)
REFERENCE = (
    "On Monday the council met to discuss the new bridge.",
    "It will cost 12 million roubles, the mayor said.",
    "Works will begin in spring.",
    "Nobody objected.",
    "The people of the left bank have waited for it for twenty years.",
    "Мост откроется осенью.",
)
SECOND = (
    "The council met Monday about a new bridge.",
    "The cost: 12 million roubles, said the mayor.",
    "Work starts in spring!",
    "No one was against it.",
    "Left-bank residents waited twenty years for it.",
    "Мост будет открыт осенью.",
)
DOCUMENTS = ("a", "a", "b", "b", "b", "c")
ENGINES = {
    "bleu": sacrebleu.BLEU,
    "chrf": sacrebleu.CHRF,
    "chrf++": lambda: sacrebleu.CHRF(word_order=2),
    "ter": sacrebleu.TER,
}


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize("references", [(REFERENCE,), (REFERENCE, SECOND)])
def test_the_corpus_score_and_signature_are_those_of_sacrebleu(
    name: str, references: tuple[tuple[str, ...], ...]
) -> None:
    (score,) = score_batch([name], HYPOTHESES, references, levels=frozenset({"corpus"}))
    engine = ENGINES[name]()
    expected = engine.corpus_score(HYPOTHESES, references)
    assert score.value == pytest.approx(expected.score, abs=1e-9)
    assert score.signature == str(engine.get_signature())
    assert score.level == "corpus"
    assert score.interval is None


@pytest.mark.parametrize("name", ENGINES)
def test_a_document_is_scored_as_a_corpus_of_its_own(name: str) -> None:
    scores = score_batch([name], HYPOTHESES, [REFERENCE], DOCUMENTS, levels=frozenset({"document"}))
    assert [score.document for score in scores] == ["a", "b", "c"]
    for score in scores:
        rows = [i for i, document in enumerate(DOCUMENTS) if document == score.document]
        expected = ENGINES[name]().corpus_score([HYPOTHESES[i] for i in rows], [[REFERENCE[i] for i in rows]])
        assert score.value == pytest.approx(expected.score, abs=1e-9)


@pytest.mark.parametrize("name", ENGINES)
def test_a_segment_is_scored_as_sacrebleu_scores_a_sentence(name: str) -> None:
    scores = score_batch(
        [name], HYPOTHESES, [REFERENCE], DOCUMENTS, units=list("123123"), levels=frozenset({"segment"})
    )
    engine = sacrebleu.BLEU(effective_order=True) if name == "bleu" else ENGINES[name]()
    assert [(score.document, score.unit) for score in scores] == list(zip(DOCUMENTS, "123123", strict=True))
    for score, hypothesis, reference in zip(scores, HYPOTHESES, REFERENCE, strict=True):
        assert score.value == pytest.approx(engine.sentence_score(hypothesis, [reference]).score, abs=1e-9)
        assert score.signature == str(engine.get_signature())


@pytest.mark.parametrize("name", ENGINES)
def test_the_interval_is_that_of_sacrebleu(name: str) -> None:
    (score,) = score_batch([name], HYPOTHESES, [REFERENCE], levels=frozenset({"corpus"}), bootstrap=200)
    engine = ENGINES[name]()
    expected = engine.corpus_score(HYPOTHESES, [REFERENCE], n_bootstrap=200)
    assert score.interval == pytest.approx(
        (expected._mean - expected._ci, expected._mean + expected._ci),
        rel=1e-5,  # sacrebleu adds up in single precision
    )
    assert score.signature == str(engine.get_signature())
    assert "bs:200|seed:12345" in score.signature


def test_the_seed_is_read_as_sacrebleu_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = frozenset({"corpus"})
    monkeypatch.setenv("SACREBLEU_SEED", "7")
    (seven,) = score_batch(["chrf"], HYPOTHESES, [REFERENCE], levels=corpus, bootstrap=200)
    monkeypatch.setenv("SACREBLEU_SEED", "8")
    (eight,) = score_batch(["chrf"], HYPOTHESES, [REFERENCE], levels=corpus, bootstrap=200)
    assert "seed:7" in seven.signature
    assert seven.value == eight.value
    assert seven.interval != eight.interval
    monkeypatch.setenv("SACREBLEU_SEED", "none")
    with pytest.raises(UsageError, match="SACREBLEU_SEED is 'none'; set it to a whole number"):
        score_batch(["chrf"], HYPOTHESES, [REFERENCE], levels=corpus, bootstrap=200)


def test_the_interval_leaves_out_a_fortieth_at_each_end() -> None:
    values = [float(value) for value in range(80)]
    assert interval(values) == pytest.approx((39.5 - 37.5, 39.5 + 37.5))  # from 2 to 77, around the mean


def test_the_worst_and_the_best_are_the_ends_of_the_scale() -> None:
    same = score_batch(["bleu", "chrf", "chrf++", "ter"], REFERENCE, [REFERENCE], levels=frozenset({"corpus"}))
    assert {score.metric: round(score.value, 6) for score in same} == {
        "bleu": 100.0,
        "chrf": 100.0,
        "chrf++": 100.0,
        "ter": 0.0,
    }
    assert {score.metric for score in same if not score.higher_is_better} == {"ter"}
    empty = score_batch(["bleu", "chrf", "ter"], [""], [["five words of a reference"]], levels=frozenset({"corpus"}))
    assert [score.value for score in empty] == [0.0, 0.0, 100.0]


def test_ter_by_hand() -> None:
    # One word replaced and one inserted, against five words of the reference.
    (score,) = score_batch(["ter"], ["a b x d e f"], [["a b c d e"]], levels=frozenset({"corpus"}))
    assert score.value == pytest.approx(40.0)


def test_chinese_is_cut_into_characters() -> None:
    (score,) = score_batch(
        ["bleu"],
        ["他喜欢吃苹果。"],
        [["他喜欢吃梨。"]],
        levels=frozenset({"corpus"}),
        target_language="zh-Hans",
    )
    assert "tok:zh" in score.signature
    assert score.value > 30


def test_a_missing_tokeniser_is_named_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("no MeCab here")

    monkeypatch.setattr("sacrebleu.metrics.bleu.BLEU", fail)
    with pytest.raises(PluginError, match=r"BLEU for 'ja-JP' .* pip install 'sacrebleu\[ja\]'"):
        score_batch(["bleu"], ["一"], [["一"]], target_language="ja-JP")


def test_sacrebleu_does_not_write_to_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        score_batch(["bleu"], ["It ends with a spaced stop ."] * 150, [["It ends with one ."] * 150])
    assert not caplog.records


@given(
    st.lists(
        st.tuples(st.text(max_size=30), st.text(max_size=30), st.sampled_from("xyz")),
        min_size=1,
        max_size=6,
    )
)
@settings(max_examples=30, deadline=None)
def test_every_segment_and_document_gets_one_score(rows: list[tuple[str, str, str]]) -> None:
    hypotheses, reference, documents = zip(*rows, strict=True)
    scores = score_batch(["chrf"], hypotheses, [reference], documents)
    assert [score.level for score in scores] == ["corpus"] + ["document"] * len(set(documents)) + ["segment"] * len(
        rows
    )
    assert all(0 <= score.value <= 100 for score in scores)
