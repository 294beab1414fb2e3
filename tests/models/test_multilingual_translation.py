"""A translation model of many languages, in the layout of NLLB."""

# ruff: noqa: ANN401, PLC0415 -- torch and transformers have no types, and load only where they are installed
from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from qa.core.errors import PluginError
from qa.models.likelihood import _code, likelihood, open_decoder
from qa.models.options import ModelOptions

if TYPE_CHECKING:
    from pathlib import Path

CPU = ModelOptions(device="cpu")
PIECES = ("<s>", "<pad>", "</s>", "<unk>", "▁", *"мостbridge")


@pytest.fixture(scope="module")
def nllb(torch: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from transformers import M2M100Config, M2M100ForConditionalGeneration, NllbTokenizer

    torch.manual_seed(9)
    folder = tmp_path_factory.mktemp("models") / "tiny-nllb"
    tokeniser = NllbTokenizer(vocab={piece: number for number, piece in enumerate(dict.fromkeys(PIECES))}, merges=[])
    sides = {
        f"{side}_{name}": size
        for side in ("encoder", "decoder")
        for name, size in (("layers", 1), ("attention_heads", 2), ("ffn_dim", 24))
    }
    config = M2M100Config(
        vocab_size=len(tokeniser), d_model=16, max_position_embeddings=64, decoder_start_token_id=2, **sides
    )
    M2M100ForConditionalGeneration(config).save_pretrained(folder)
    tokeniser.save_pretrained(folder)
    return folder


def test_the_language_mark_is_told_and_not_scored(torch: Any, nllb: Path) -> None:
    from transformers import AutoTokenizer, M2M100ForConditionalGeneration

    decoder = open_decoder(str(nllb), ("ru", "en-GB"), CPU)
    assert decoder.signature.endswith("|rus_Cyrl-eng_Latn")
    found = likelihood(decoder.answer([("мост", "bridge")])[0])
    tokeniser = AutoTokenizer.from_pretrained(nllb, src_lang="rus_Cyrl", tgt_lang="eng_Latn")
    encoded = tokeniser("мост", text_target="bridge", return_tensors="pt")
    labels = encoded["labels"][0]
    with torch.inference_mode():
        network = M2M100ForConditionalGeneration.from_pretrained(nllb).eval()
        scores = network(**encoded).logits[0].log_softmax(dim=1)
    values = [float(scores[place, token]) for place, token in enumerate(labels)]
    assert tokeniser.convert_ids_to_tokens(labels)[0] == "eng_Latn"
    assert found.mean == pytest.approx(sum(values[1:]) / len(values[1:]), abs=1e-5)
    assert [span.of("bridge") for span, _ in found.tokens] == list("bridge")


def test_languages_are_found_by_the_model_s_own_codes() -> None:
    folder: Any = SimpleNamespace(path="models/m2m")
    m2m = SimpleNamespace(lang_code_to_id={"ru": 1, "en": 2})
    nllb = SimpleNamespace(all_special_tokens=["<s>", "rus_Cyrl", "eng_Latn"])
    assert [_code(m2m, "ru-RU", folder), _code(nllb, "en", folder)] == ["ru", "eng_Latn"]
    with pytest.raises(PluginError, match="models/m2m: the model does not know the language 'tlh'; take one that does"):
        _code(m2m, "tlh", folder)
