from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
import pytest

from qa.align import Aligner, Settings, Text, TextPair, TransformersEncoder, embedding
from qa.align.embedding import joined_vectors
from qa.core import PluginError
from qa.models.options import ModelOptions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from qa.align.arrays import Floats


class Topics:
    """Knows what a few made-up words are about, in both languages."""

    name = "topics"
    words = ("стол qfwz", "стул kxvj", "кран hjpq", "шкаф zdgw")

    def encode(self, texts: Sequence[str]) -> Floats:
        rows = [[sum(word in text for word in topic.split()) + 0.01 for topic in self.words] for text in texts]
        vectors = np.array(rows, np.float32).reshape(-1, len(self.words))
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def test_embeddings_tell_sentences_apart() -> None:
    source = Text(tuple(f"Вот {topic.split()[0]} тут." for topic in Topics.words[1:]))
    target = Text(tuple(f"Here is {topic.split()[1]}." for topic in Topics.words[:-1]))
    settings = Settings(seed=False)
    plain = Aligner("ru", "en", settings=settings).align([TextPair(source, target)])[0]
    helped = Aligner("ru", "en", settings=settings, encoder=Topics()).align([TextPair(source, target)])[0]
    assert [(bead.source, bead.target) for bead in plain.beads] == [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]
    assert [(bead.source, bead.target) for bead in helped.beads] == [((), (0,)), ((0,), (1,)), ((1,), (2,)), ((2,), ())]
    assert helped.signature == f"{plain.signature}|encoder:topics"


def test_embeddings_of_an_empty_side() -> None:
    found = Aligner("ru", "en", encoder=Topics()).align([TextPair(Text(()), Text(("One.",)))])[0]
    assert [bead.target for bead in found.beads] == [(0,)]


def test_windows_of_joined_sentences() -> None:
    class Lengths:
        name = "lengths"

        def encode(self, texts: Sequence[str]) -> Floats:
            return np.array([[len(text)] for text in texts], np.float32)

    one, two = joined_vectors(Lengths(), ["a", "bb", "ccc"], 2)
    assert one.ravel().tolist() == [1, 2, 3]
    assert two.ravel().tolist() == [4, 6, 3]


class Counting:
    """Stands for a loaded model: length of the text, and one."""

    signature = "model:counting"

    def __init__(self) -> None:
        self.batches: list[list[str]] = []

    def answer(self, batch: Sequence[tuple[str, ...]]) -> list[list[float]]:
        self.batches.append([text for (text,) in batch])
        return [[float(len(text)), 1.0] for (text,) in batch]


def test_texts_are_encoded_once_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = Counting()
    monkeypatch.setattr(embedding, "open_encoder", lambda *_: model)
    options = ModelOptions(cache=tmp_path / "vectors.sqlite")
    vectors = TransformersEncoder("counting", options).encode(["three words here", "one", "one"])
    assert vectors[:, 0].tolist() == [16, 3, 3]
    again = TransformersEncoder("counting", options)
    assert again.encode(["one", "new"])[:, 0].tolist() == [3, 3]
    assert model.batches == [["one", "three words here"], ["new"]]
    assert again.name == "model:counting"


def test_a_missing_model_or_library_is_named() -> None:
    with pytest.raises(PluginError):
        TransformersEncoder("nobody/no-such-model").encode(["One."])


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A BERT of two small layers with random weights."""
    pytest.importorskip("torch", reason="the encoder needs torch, which the extra “neural” installs")
    transformers = pytest.importorskip("transformers", reason="the encoder needs transformers (extra “neural”)")
    folder = tmp_path_factory.mktemp("models") / "tiny"
    folder.mkdir()
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "red", "house", "green", "forest", "."]
    (folder / "vocab.txt").write_text("\n".join(words))
    transformers.BertTokenizer(str(folder / "vocab.txt")).save_pretrained(folder)
    config = transformers.BertConfig(
        vocab_size=len(words), hidden_size=16, num_hidden_layers=2, num_attention_heads=2, intermediate_size=16
    )
    transformers.BertModel(config).save_pretrained(folder)
    return folder


@pytest.mark.parametrize("pooling", ["pooler", "cls", "mean"])
def test_a_tiny_model_gives_unit_vectors(tiny_model: Path, pooling: Literal["pooler", "cls", "mean"]) -> None:
    encoder = TransformersEncoder(str(tiny_model), ModelOptions(device="cpu"), pooling)
    vectors = encoder.encode(["red house .", "green forest .", "red house ."])
    assert vectors.shape == (3, 16)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(3), abs=1e-3)
    assert vectors[0].tolist() == vectors[2].tolist()


def test_a_tiny_model_takes_part_in_an_alignment(tiny_model: Path, tmp_path: Path) -> None:
    pair = TextPair(Text(("red house .", "green forest .")), Text(("red house .", "green forest .", "house .")))
    options = ModelOptions(device="cpu", cache=tmp_path / "models.sqlite")
    found = [
        Aligner("en", "de", encoder=TransformersEncoder(str(tiny_model), options)).align([pair])[0] for _ in range(2)
    ]
    assert (found[0].beads[0].source, found[0].beads[0].target) == ((0,), (0,))
    assert "|encoder:model:tiny|rev:local-" in found[0].signature
    assert found[0] == found[1]
    uncached = Aligner("en", "de", encoder=TransformersEncoder(str(tiny_model), ModelOptions(device="cpu")))
    assert uncached.align([pair])[0] == found[0]
