"""COMET regressors from the published checkpoints, without the package of COMET, which cannot share transformers 5."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING, Any, Final

from qa.core.errors import PluginError
from qa.models.comet_files import read_hparams, read_weights
from qa.models.comet_network import CometNetwork
from qa.models.error_spans import decode_spans, span_score
from qa.models.folders import find_model
from qa.models.libraries import library
from qa.models.loading import load_tokeniser, longest, on_device, refused, tensors

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from qa.models.comet_files import Hparams
    from qa.models.folders import ModelFolder
    from qa.models.options import ModelOptions

__all__ = ["Comet", "open_comet"]

_ENCODER: Final = "encoder.model."
_SHARES: Final = (0.12, 0.33, 0.33, 0.22)
"""XCOMET: of the score with the source, with the reference, with both, and of the error spans."""
_SPAN_SHARES: Final = (0.1667, 0.3333, 0.5)
"""XCOMET: of the labels read with the source, with the reference, with both."""


@dataclass(frozen=True, slots=True)
class Comet:
    """Scores a translation by its source and, where the checkpoint takes one, a reference."""

    folder: ModelFolder
    tokeniser: Any
    network: CometNetwork

    @property
    def signature(self) -> str:
        """Model and architecture."""
        return f"{self.folder.signature}|arch:{self.hparams.class_identifier}"

    @property
    def hparams(self) -> Hparams:
        """The settings of the checkpoint."""
        return self.network.hparams

    @property
    def needs_reference(self) -> bool:
        """Whether nothing can be scored without a reference."""
        return self.hparams.class_identifier == "regression_metric"

    @property
    def takes_reference(self) -> bool:
        """Whether a reference changes the score."""
        return self.needs_reference or (self.hparams.joint and "ref" in self.hparams.input_segments)

    def answer(self, batch: Sequence[tuple[str, ...]]) -> list[list[float]]:
        """Score, and start, end, rank of severity and probability of each error span, of each entry.

        An entry is (source, translation) or (source, translation, reference).
        """
        with library("torch").inference_mode():
            if self.hparams.joint:
                return self._joint(batch)
            return [[float(score)] for score in self._separate(batch).cpu()]

    def _separate(self, batch: Sequence[tuple[str, ...]]) -> Any:  # noqa: ANN401 -- tensors
        """The score of products and differences of the vectors of the texts."""
        torch = library("torch")
        texts = list(zip(*batch, strict=True))
        source, target, *reference = (self.network.vectors(self._encoded(list(side))) for side in texts)
        against_source = [target * source, (target - source).abs()]
        if self.needs_reference:
            (wanted,) = reference
            features = [target, wanted, target * wanted, (target - wanted).abs(), *against_source]
        else:
            features = [target, source, *against_source]
        return self.network.regress(torch.cat(features, dim=1))

    def _joint(self, batch: Sequence[tuple[str, ...]]) -> list[list[float]]:
        """Scores of the translation read together with the source, the reference, or both."""
        torch = library("torch")
        source, target, *reference = (self._pieces([entry[side] for entry in batch]) for side in range(len(batch[0])))
        sequences: list[tuple[list[list[int]], ...]] = [(target, source)]
        if reference:
            sequences += [(target, reference[0]), (target, source, reference[0])]
        readings = [self.network.read(self._sequence(texts)) for texts in sequences]
        scores = torch.stack([reading.scores for reading in readings])
        if self.hparams.class_identifier != "xcomet_metric":
            return [[float(score)] for score in scores.mean(dim=0).cpu()]
        weights = _SHARES[:3] if reference else (sum(_SHARES[:3]),)
        scores = (scores.clamp(max=1) * torch.tensor(weights, device=scores.device).unsqueeze(1)).sum(dim=0)
        parts = _SPAN_SHARES if reference else (1.0,)
        shortest = min(reading.tags.shape[1] for reading in readings)
        tags = sum(part * reading.tags[:, :shortest] for part, reading in zip(parts, readings, strict=True))
        return [
            self._marked(*entry) for entry in zip(scores.tolist(), tags.tolist(), [b[1] for b in batch], strict=True)
        ]

    def _marked(self, score: float, tags: list[list[float]], target: str) -> list[float]:
        encoded = self.tokeniser(target, truncation=True, max_length=self._longest, return_offsets_mapping=True)
        spans = decode_spans(tags, encoded["offset_mapping"], self.hparams.error_labels, target)
        packed = [score + _SHARES[3] * span_score(spans)]
        for span in spans:
            packed += [span.start, span.end, span.rank, span.probability]
        return packed

    @property
    def _longest(self) -> int:
        return longest(self.tokeniser, self.network.encoder)

    def _encoded(self, texts: list[str]) -> dict[str, Any]:
        encoded = self.tokeniser(texts, padding=True, truncation=True, max_length=self._longest, return_tensors="pt")
        return tensors(encoded, self.network.encoder)

    def _pieces(self, texts: list[str]) -> list[list[int]]:
        """The tokens of each text without the special ones."""
        pieces: list[list[int]] = self.tokeniser(texts, add_special_tokens=False)["input_ids"]
        return pieces

    def _sequence(self, texts: Sequence[list[list[int]]]) -> dict[str, Any]:
        """``<s> a </s></s> b </s>``, padded; what is too long is cut from all texts alike."""
        sequences = [self._joined(pieces) for pieces in zip(*texts, strict=True)]
        encoded = self.tokeniser.pad({"input_ids": sequences}, return_tensors="pt")
        return tensors({name: encoded[name] for name in ("input_ids", "attention_mask")}, self.network.encoder)

    def _joined(self, pieces: Sequence[list[int]]) -> list[int]:
        seam = [self.tokeniser.sep_token_id] * (2 if "roberta" in self.network.encoder.config.model_type else 1)
        room = self._longest - 2 - len(seam) * (len(pieces) - 1)
        cut = max(0, ceil((sum(map(len, pieces)) - room) / len(pieces)))
        joined = [self.tokeniser.cls_token_id]
        for number, tokens in enumerate(pieces):
            joined += (seam if number else []) + tokens[: max(len(tokens) - cut, 1)]
        return [*joined, self.tokeniser.sep_token_id]


@lru_cache(maxsize=2)
def open_comet(model: str, options: ModelOptions) -> Comet:
    """The regressor of a name or folder.

    Raises:
        PluginError: a library, the model or its encoder is missing, or the checkpoint has another shape than its
            settings say.
    """
    folder = find_model(model, options)
    hparams = read_hparams(folder.path)
    encoder_path = _encoder_path(folder.path, hparams, options)
    weights = read_weights(folder.path)
    network = _network(folder.path, encoder_path, hparams, weights, options)
    return Comet(folder, load_tokeniser(encoder_path), network)


def _encoder_path(folder: Path, hparams: Hparams, options: ModelOptions) -> Path:
    """The configuration and tokeniser of the encoder: beside the checkpoint, or a model of its own."""
    beside = folder / hparams.pretrained_model
    if beside.is_dir():
        return beside
    return find_model(hparams.pretrained_model, options, weights=False).path


def _network(
    folder: Path, encoder_path: Path, hparams: Hparams, weights: Mapping[str, Any], options: ModelOptions
) -> CometNetwork:
    transformers = library("transformers")
    own = {name.removeprefix(_ENCODER): value for name, value in weights.items() if name.startswith(_ENCODER)}
    try:
        config = transformers.AutoConfig.from_pretrained(encoder_path, local_files_only=True)
        encoder = transformers.AutoModel.from_config(config)
        missing, unknown = encoder.load_state_dict(own, strict=False)
    except (OSError, ValueError, RuntimeError, KeyError) as error:
        raise refused(folder, f"encoder of the shape of {hparams.pretrained_model}", error) from error
    lacking = [name for name in missing if not name.startswith("pooler.") and not name.endswith("position_ids")]
    strange = [name for name in unknown if not name.endswith("position_ids") and not name.startswith("pooler.")]
    for name in (*lacking, *strange):
        verb = "lacks" if name in lacking else "has, and its encoder has not,"
        message = f"{folder}: the checkpoint {verb} {name!r}; it is not of the shape of {hparams.pretrained_model}"
        raise PluginError(message)
    encoder = on_device(encoder, options.device)
    place = next(encoder.parameters()).device
    rest = {name: value.float().to(place) for name, value in weights.items() if not name.startswith("encoder.")}
    _check_head(folder, hparams, rest, config)
    return CometNetwork(encoder, hparams, rest)


def _check_head(folder: Path, hparams: Hparams, weights: Mapping[str, Any], config: Any) -> None:  # noqa: ANN401 -- a class of transformers
    """Compare the first layer of the regressor, the mix and the labels with what the settings lead to expect."""
    texts = 1 if hparams.joint else 6 if hparams.class_identifier == "regression_metric" else 4
    wanted: dict[str, tuple[int, ...]] = {
        "estimator.ff.0.weight": (hparams.hidden_sizes[0], texts * config.hidden_size)
    }
    if hparams.mixed:
        wanted |= {f"layerwise_attention.scalar_parameters.{i}": (1,) for i in range(config.num_hidden_layers + 1)}
    if hparams.tagged:
        labels = len(hparams.error_labels) + 1 if hparams.class_identifier == "xcomet_metric" else 2
        wanted["hidden2tag.weight"] = (labels, config.hidden_size)
    for name, shape in wanted.items():
        found = tuple(weights[name].shape) if name in weights else None
        if found != shape:
            message = (
                f"{folder}: {name} should be {shape} and is {found or 'missing'}; the checkpoint has another shape"
            )
            raise PluginError(message)
