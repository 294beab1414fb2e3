"""Encoders, matchers, classifiers and translation models on tiny networks, and one real encoder."""

# ruff: noqa: ANN401, PLC0415 -- torch and transformers have no types, and load only where they are installed
from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from qa.core.errors import PluginError, UsageError
from qa.core.span import Span
from qa.metrics import Sample, score_sample
from qa.metrics.likelihood import METRIC as LIKELIHOOD
from qa.models.asking import ask
from qa.models.encoder import open_encoder
from qa.models.folders import find_model
from qa.models.likelihood import Likelihood, likelihood, open_decoder
from qa.models.matching import open_matcher
from qa.models.options import ModelOptions
from qa.models.pairs import open_estimator, open_inference

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CPU = ModelOptions(device="cpu", batch_size=2)
SOURCES = ["мост открыли в мае", "совет", "не закрыли мост"]
TARGETS = ["the bridge was opened in may", "council", "the bridge was not closed on monday, a monday"]


def sample(**more: Any) -> Sample:
    return Sample(hypotheses=TARGETS, sources=SOURCES, source_language="ru", target_language="en", models=CPU, **more)


def test_a_vector_is_the_mean_of_the_tokens_and_of_length_1(torch: Any, encoder_folder: Path, tokeniser: Any) -> None:
    from transformers import AutoModel

    vectors = ask(open_encoder(str(encoder_folder), CPU), [(text,) for text in TARGETS], CPU)
    network = AutoModel.from_pretrained(encoder_folder).eval()
    for text, vector in zip(TARGETS, vectors, strict=True):
        with torch.inference_mode():
            mean = network(**tokeniser(text, return_tensors="pt")).last_hidden_state[0].mean(0)
        assert vector == pytest.approx((mean / mean.norm()).tolist(), abs=1e-5)


@pytest.mark.parametrize("pooling", ["mean", "cls", "pooler"])
def test_poolings_differ_and_are_named(encoder_folder: Path, pooling: Any) -> None:
    encoder = open_encoder(str(encoder_folder), CPU, pooling)
    assert f"|pool:{pooling}" in encoder.signature
    assert sum(x * x for x in encoder.answer([("the bridge",)])[0]) == pytest.approx(1, abs=1e-5)


def test_the_signature_names_model_revision_and_licence(torch: Any, encoder_folder: Path) -> None:
    del torch
    (score,) = score_sample([f"similarity:{encoder_folder}"], sample(levels=frozenset({"corpus"})))
    assert score.metric == "similarity"
    assert "model:tiny-encoder|rev:local-" in score.signature
    assert "licence:cc0-1.0" in score.signature
    assert -1 <= score.value <= 1


def test_every_metric_gives_each_segment_its_own_number(
    encoder_folder: Path, classifier: Callable[..., Path], translator_folder: Path
) -> None:
    names = [
        f"similarity:{encoder_folder}",
        f"bertscore:{encoder_folder}",
        f"estimator:{classifier('quality')}",
        f"contradiction:{classifier('entailment', 'neutral', 'contradiction')}",
        f"likelihood:{translator_folder}",
    ]
    columns = sample(references=[TARGETS[::-1]], levels=frozenset({"segment", "corpus"}), bootstrap=100)
    scores = score_sample(names, columns)
    for metric in {score.metric for score in scores}:
        own = [score for score in scores if score.metric == metric]
        whole, parts = own[0], [score.value for score in own[1:]]
        assert whole.value == pytest.approx(sum(parts) / len(parts))
        assert whole.interval is not None
        assert len(set(parts)) > 1
    assert {score.metric for score in scores if not score.higher_is_better} == {"contradiction"}


def test_answers_depend_on_neither_batch_nor_order(
    encoder_folder: Path, classifier: Callable[..., Path], translator_folder: Path
) -> None:
    pairs = list(zip(SOURCES, TARGETS, strict=True))
    for model in (
        open_estimator(str(classifier("quality")), CPU),
        open_matcher(str(encoder_folder), CPU),
        open_decoder(str(translator_folder), ("ru", "en"), CPU),
    ):
        alone = [model.answer([pair])[0] for pair in pairs]
        together = model.answer(pairs[::-1])[::-1]
        for one, other in zip(alone, together, strict=True):
            assert one == pytest.approx(other, abs=1e-5)


def test_a_text_matches_itself(encoder_folder: Path) -> None:
    matcher = open_matcher(str(encoder_folder), CPU)
    same, empty = matcher.answer([(TARGETS[0], TARGETS[0]), ("", TARGETS[0])])
    assert same == pytest.approx([1, 1, 1], abs=1e-5)
    assert empty == [0, 0, 0]


def test_forced_decoding_is_the_loss_of_the_model(torch: Any, translator_folder: Path, tokeniser: Any) -> None:
    from transformers import MarianMTModel

    network = MarianMTModel.from_pretrained(translator_folder).eval()
    decoder = open_decoder(str(translator_folder), ("ru", "en"), CPU)
    for source, target in zip(SOURCES, TARGETS, strict=True):
        found = likelihood(decoder.answer([(source, target)])[0])
        labels = tokeniser(target, return_tensors="pt")["input_ids"]
        with torch.inference_mode():
            loss = network(**tokeniser(source, return_tensors="pt"), labels=labels).loss
        assert found.mean == pytest.approx(-float(loss), abs=1e-4)
        assert found.least <= found.mean
        for span, _ in found.tokens:
            assert target[span.start : span.end].lower() in tokeniser.get_vocab() or len(span) == 1


def test_unlikely_neighbours_are_one_stretch() -> None:
    values = [(Span(0, 3), -1.0), (Span(4, 10), -7.0), (Span(11, 14), -8.0), (Span(15, 20), -2.0), (Span(21, 24), -9.0)]
    assert list(Likelihood(-5, -9, tuple(values)).unlikely(-6)) == [Span(4, 14), Span(21, 24)]


def test_unlikely_words_become_remarks(translator_folder: Path) -> None:
    findings = LIKELIHOOD.with_model(str(translator_folder)).findings(sample())  # type: ignore[attr-defined]
    assert findings
    for finding in findings:
        assert finding.severity == "neutral"
        (span,) = finding.target_spans
        assert span.of(TARGETS[int(finding.unit) - 1]) in finding.message


def test_the_cache_answers_for_the_model(encoder_folder: Path, tmp_path: Path) -> None:
    options = ModelOptions(device="cpu", cache=tmp_path / "kept" / "models.sqlite")
    encoder = open_encoder(str(encoder_folder), options)
    first = ask(encoder, [("the bridge",), ("a council",)], options)

    class Silent:
        signature = encoder.signature

        def answer(self, batch: object) -> list[list[float]]:
            pytest.fail(f"asked again about {batch}")

    assert ask(Silent(), [("a council",), ("the bridge",)], options) == first[::-1]
    options.cache.write_bytes(b"no database")  # type: ignore[union-attr]
    assert ask(encoder, [("the bridge",)], options)[0] == pytest.approx(first[0], abs=1e-6)


def test_progress_counts_texts_once(encoder_folder: Path) -> None:
    seen: list[tuple[int, int]] = []
    options = ModelOptions(device="cpu", batch_size=1, progress=lambda done, total: seen.append((done, total)))
    ask(open_encoder(str(encoder_folder), CPU), [("a",), ("b",), ("a",)], options)
    assert seen == [(0, 2), (1, 2), (2, 2)]


def test_wrong_models_are_refused_in_one_sentence(encoder_folder: Path, classifier: Callable[..., Path]) -> None:
    three = str(classifier("a", "b", "c"))
    with pytest.raises(PluginError, match="the checkpoint has 3 outputs, and an estimator has 1"):
        open_estimator(three, CPU)
    with pytest.raises(PluginError, match="the labels are a, b, c, and none is contradiction"):
        open_inference(three, CPU)
    with pytest.raises(PluginError, match="holds no model that can be loaded"):
        open_decoder(str(encoder_folder), ("ru", "en"), CPU)
    with pytest.raises(PluginError, match="there is no device 'quantum' here"):
        open_encoder(str(encoder_folder), ModelOptions(device="quantum"))


def test_a_model_that_is_not_here_is_not_fetched(torch: Any) -> None:
    del torch
    with pytest.raises(PluginError, match="nobody/nothing is not on this machine; --allow-download fetches it"):
        find_model("nobody/nothing", CPU)
    with pytest.raises(UsageError, match="'a b/c' is neither a folder nor a model of the hub"):
        find_model("a b/c", CPU)


def test_real_weights_put_paraphrases_above_unrelated_texts(minilm: Path) -> None:
    texts = [
        (
            "The bridge was opened on Monday.",
            "On Monday the bridge opened to traffic.",
            "Bread costs more this winter.",
        ),
        ("The council raised the fare.", "Tickets became dearer by order of the council.", "Snow fell in the hills."),
    ]
    encoder = open_encoder(str(minilm), CPU)
    for text, paraphrase, unrelated in texts:
        a, b, c = (vector for vector in ask(encoder, [(text,), (paraphrase,), (unrelated,)], CPU))
        assert sum(x * y for x, y in zip(a, b, strict=True)) > 0.3 + sum(x * y for x, y in zip(a, c, strict=True))
