"""COMET checkpoints against a computation in numpy that shares no code with the loader."""

# ruff: noqa: ANN401 -- torch and transformers have no types, and load only where they are installed
from __future__ import annotations

import json
from math import erf
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from qa.core.errors import PluginError
from qa.models.asking import ask
from qa.models.comet import open_comet
from qa.models.error_spans import decode_spans, span_score, unpack_spans
from qa.models.options import ModelOptions

if TYPE_CHECKING:
    from pathlib import Path

CPU = ModelOptions(device="cpu", batch_size=2)
TRIPLES = [
    ("мост открыли в мае", "the bridge was opened in may", "the bridge opened in may"),
    ("совет не закрыли", "the council was not closed on monday!", "council"),
    ("понедельник", "monday", "on a monday, the bridge was closed by the council"),
]


def hidden_layers(weights: dict[str, np.ndarray], ids: list[int]) -> list[np.ndarray]:
    """All layers of a tiny XLM-RoBERTa for one sequence without padding, from its tensors alone."""

    def linear(name: str, x: np.ndarray) -> np.ndarray:
        return x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]

    def norm(name: str, x: np.ndarray) -> np.ndarray:
        mean, variance = x.mean(-1, keepdims=True), x.var(-1, keepdims=True)
        return (x - mean) / np.sqrt(variance + 1e-12) * weights[f"{name}.weight"] + weights[f"{name}.bias"]

    def gelu(x: np.ndarray) -> np.ndarray:
        return x * 0.5 * (1 + np.vectorize(erf)(x / np.sqrt(2)))

    positions = np.arange(2, 2 + len(ids))
    x = weights["embeddings.word_embeddings.weight"][ids]
    x = x + weights["embeddings.position_embeddings.weight"][positions]
    x = norm("embeddings.LayerNorm", x + weights["embeddings.token_type_embeddings.weight"][0])
    layers = [x]
    for number in range(2):
        stem = f"encoder.layer.{number}"
        queries, keys, values = (linear(f"{stem}.attention.self.{part}", x) for part in ("query", "key", "value"))
        heads = []
        for head in (slice(0, 8), slice(8, 16)):
            scores = queries[:, head] @ keys[:, head].T / np.sqrt(8)
            scores = np.exp(scores - scores.max(1, keepdims=True))
            heads.append(scores / scores.sum(1, keepdims=True) @ values[:, head])
        attended = linear(f"{stem}.attention.output.dense", np.hstack(heads))
        x = norm(f"{stem}.attention.output.LayerNorm", attended + x)
        inner = gelu(linear(f"{stem}.intermediate.dense", x))
        x = norm(f"{stem}.output.LayerNorm", linear(f"{stem}.output.dense", inner) + x)
        layers.append(x)
    return layers


def split(folder: Path, torch: Any) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    content = torch.load(folder / "checkpoints" / "model.ckpt", weights_only=True)["state_dict"]
    arrays = {name: value.double().numpy() for name, value in content.items()}
    encoder = {
        name.removeprefix("encoder.model."): value for name, value in arrays.items() if name.startswith("encoder")
    }
    return encoder, {name: value for name, value in arrays.items() if not name.startswith("encoder")}


def mixed(head: dict[str, np.ndarray], layers: list[np.ndarray], *, sparse: bool, normalise: bool) -> np.ndarray:
    raw = np.array([head[f"layerwise_attention.scalar_parameters.{i}"][0] for i in range(3)])
    if sparse:  # the point of the simplex that is nearest, found by bisection
        low, high = raw.min() - 1, raw.max()
        for _ in range(200):
            middle = (low + high) / 2
            low, high = (middle, high) if np.maximum(raw - middle, 0).sum() > 1 else (low, middle)
        shares = np.maximum(raw - low, 0)
    else:
        shares = np.exp(raw) / np.exp(raw).sum()
    if normalise:
        layers = [(layer - layer.mean()) / np.sqrt(layer.var() + 1e-12) for layer in layers]
    return head["layerwise_attention.gamma"] * sum(s * layer for s, layer in zip(shares, layers, strict=True))


def regressed(head: dict[str, np.ndarray], x: np.ndarray) -> float:
    for number in (0, 3, 6):
        x = head[f"estimator.ff.{number}.weight"] @ x + head[f"estimator.ff.{number}.bias"]
        x = np.tanh(x) if number < 6 else x
    return float(x[0])


@pytest.mark.parametrize(
    ("identifier", "settings"),
    [
        ("regression_metric", {}),
        ("regression_metric", {"layer_transformation": "sparsemax", "layer_norm": False}),
        ("referenceless_regression_metric", {"pool": "cls"}),
        ("referenceless_regression_metric", {"layer": 1, "pool": "max"}),
    ],
)
def test_the_separate_layouts_compute_what_numpy_computes(
    torch: Any, tokeniser: Any, comet_checkpoint: Any, identifier: str, settings: dict[str, Any]
) -> None:
    folder = comet_checkpoint(identifier, **settings)
    encoder, head = split(folder, torch)

    def vector(text: str) -> np.ndarray:
        layers = hidden_layers(encoder, tokeniser(text)["input_ids"])
        tokens = layers[1]
        if settings.get("layer", "mix") == "mix":
            sparse = settings.get("layer_transformation") == "sparsemax"
            tokens = mixed(head, layers, sparse=sparse, normalise=settings.get("layer_norm", True))
        pool = {"avg": tokens.mean(0), "cls": tokens[0], "max": tokens.max(0)}
        return pool[settings.get("pool", "avg")]

    entries = TRIPLES if identifier == "regression_metric" else [triple[:2] for triple in TRIPLES]
    found = [answer[0] for answer in ask(open_comet(str(folder), CPU), entries, CPU)]
    for entry, score in zip(entries, found, strict=True):
        s, t, *r = map(vector, entry)
        head_features = [t, r[0], t * r[0], abs(t - r[0])] if r else [t, s]
        features = [*head_features, t * s, abs(t - s)]
        assert score == pytest.approx(regressed(head, np.concatenate(features)), abs=1e-5)


def test_the_joint_layout_computes_what_numpy_computes(torch: Any, tokeniser: Any, comet_checkpoint: Any) -> None:
    folder = comet_checkpoint("unified_metric", input_segments=["mt", "src"], layer_norm=False)
    encoder, head = split(folder, torch)
    pairs = [triple[:2] for triple in TRIPLES]
    found = [answer[0] for answer in ask(open_comet(str(folder), CPU), pairs, CPU)]
    for (source, target), score in zip(pairs, found, strict=True):
        first, second = (tokeniser(text, add_special_tokens=False)["input_ids"] for text in (target, source))
        layers = hidden_layers(encoder, [0, *first, 2, 2, *second, 2])
        wanted = regressed(head, mixed(head, layers, sparse=True, normalise=False)[0])
        assert score == pytest.approx(wanted, abs=1e-5)


def test_xcomet_adds_the_score_of_its_error_spans(torch: Any, tokeniser: Any, comet_checkpoint: Any) -> None:
    labels = ["minor", "major", "critical"]
    folder = comet_checkpoint("xcomet_metric", labels=4, word_layer=2, error_labels=labels)
    encoder, head = split(folder, torch)
    source, target, _ = TRIPLES[1]
    (answer,) = ask(open_comet(str(folder), CPU), [(source, target)], CPU)
    encoded = tokeniser(target, return_offsets_mapping=True)
    second = tokeniser(source, add_special_tokens=False)["input_ids"]
    layers = hidden_layers(encoder, [*encoded["input_ids"], 2, *second, 2])
    logits = layers[2] @ head["hidden2tag.weight"].T + head["hidden2tag.bias"]
    tags = np.exp(logits) / np.exp(logits).sum(1, keepdims=True)
    spans = decode_spans(tags.tolist(), encoded["offset_mapping"], labels, target)
    assert spans
    raw = min(regressed(head, mixed(head, layers, sparse=True, normalise=False)[0]), 1.0)
    assert answer[0] == pytest.approx(0.78 * raw + 0.22 * span_score(spans), abs=1e-5)
    for found, wanted in zip(unpack_spans(answer), spans, strict=True):
        assert found[:3] == wanted[:3]
        assert found.probability == pytest.approx(wanted.probability, abs=1e-5)
    (with_reference,) = ask(open_comet(str(folder), CPU), [TRIPLES[1]], CPU)
    assert with_reference[0] != pytest.approx(answer[0], abs=1e-6)


def test_scores_depend_on_neither_batch_nor_order(comet_checkpoint: Any) -> None:
    comet = open_comet(str(comet_checkpoint("regression_metric")), CPU)
    alone = [comet.answer([triple])[0][0] for triple in TRIPLES]
    together = [answer[0] for answer in comet.answer(TRIPLES[::-1])][::-1]
    assert together == pytest.approx(alone, abs=1e-5)


def test_a_checkpoint_of_another_shape_is_refused_in_one_sentence(torch: Any, comet_checkpoint: Any) -> None:
    folder = comet_checkpoint("regression_metric", hidden_sizes=[13, 8])
    with pytest.raises(PluginError, match=r"estimator.ff.0.weight should be \(13, 96\) and is \(12, 96\)"):
        open_comet(str(folder), CPU)
    path = folder / "checkpoints" / "model.ckpt"
    content = torch.load(path, weights_only=True)
    content["state_dict"].pop("encoder.model.embeddings.word_embeddings.weight")
    torch.save(content, path)
    open_comet.cache_clear()
    with pytest.raises(PluginError, match=r"lacks 'embeddings.word_embeddings.weight'; it is not of the shape"):
        open_comet(str(folder), CPU)
    path.write_bytes(b"no checkpoint")
    with pytest.raises(PluginError, match="holds no checkpoint that can be loaded"):
        open_comet(str(folder), CPU)
    path.unlink()
    with pytest.raises(PluginError, match=r"holds no checkpoints/model.ckpt or model.ckpt"):
        open_comet(str(folder), CPU)
    (folder / "hparams.yaml").write_text(json.dumps({"class_identifier": "ranking_metric"}), encoding="utf-8")
    with pytest.raises(PluginError, match="describes no COMET regressor"):
        open_comet(str(folder), CPU)
    (folder / "hparams.yaml").unlink()
    with pytest.raises(PluginError, match=r"holds no hparams.yaml"):
        open_comet(str(folder), CPU)
