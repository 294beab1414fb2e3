"""The forward pass of COMET (Rei et al. 2020, 2022; Guerreiro et al. 2024) from the tensors of a checkpoint.

An encoder, a weighted mix of its layers, one vector per text or per pair, and a small feed-forward regressor.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from qa.models.libraries import library

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qa.models.comet_files import Hparams

__all__ = ["CometNetwork", "Reading", "shares"]

_TINY = 1e-12


class Reading(NamedTuple):
    """What the network says of a batch."""

    scores: Any
    """One per entry."""
    tags: Any
    """Probabilities of each label of each token; None where the network marks no words."""


def shares(weights: Any, transformation: str) -> Any:  # noqa: ANN401 -- tensors
    """Weights of layers as shares of 1; sparsemax (Martins and Astudillo 2016) lets some be exactly 0."""
    torch = library("torch")
    if transformation == "softmax":
        return weights.softmax(dim=0)
    ranked = weights.sort(descending=True).values
    sums = ranked.cumsum(dim=0)
    counts = torch.arange(1, len(weights) + 1, dtype=weights.dtype, device=weights.device)
    inside = 1 + counts * ranked > sums
    size = int(inside.sum())
    return (weights - (sums[size - 1] - 1) / size).clamp(min=0)


@dataclass(frozen=True, slots=True)
class CometNetwork:
    """An encoder of transformers, and the tensors that COMET adds to it, all on one device."""

    encoder: Any
    hparams: Hparams
    weights: Mapping[str, Any]
    """Without those of the encoder."""

    def vectors(self, inputs: Mapping[str, Any]) -> Any:  # noqa: ANN401 -- tensors
        """One vector for each sequence, by the pooling of the checkpoint."""
        tokens = self._tokens(self._layers(inputs), inputs["attention_mask"])
        mask = inputs["attention_mask"].unsqueeze(-1)
        if self.hparams.joint or self.hparams.pool == "cls":
            return tokens[:, 0]
        if self.hparams.pool == "max":
            return tokens.masked_fill(mask == 0, float("-inf")).max(dim=1).values
        return (tokens * mask).sum(1) / mask.sum(1)

    def regress(self, features: Any) -> Any:  # noqa: ANN401 -- tensors
        """The score of each vector of features."""
        torch = library("torch")
        activation = getattr(torch.nn, self.hparams.activations)()
        numbers = sorted({int(name.split(".")[2]) for name in self.weights if name.startswith("estimator.ff.")})
        for number in numbers:
            weight, bias = (self.weights[f"estimator.ff.{number}.{part}"] for part in ("weight", "bias"))
            features = torch.nn.functional.linear(features, weight, bias)
            if number != numbers[-1]:
                features = activation(features)
        if self.hparams.final_activation:
            features = getattr(torch.nn, self.hparams.final_activation)()(features)
        return features.reshape(-1)

    def read(self, inputs: Mapping[str, Any]) -> Reading:
        """The score of each joint sequence, and the labels of its tokens where the network has some."""
        torch = library("torch")
        layers = self._layers(inputs)
        scores = self.regress(self._tokens(layers, inputs["attention_mask"])[:, 0])
        if not self.hparams.tagged:
            return Reading(scores, None)
        weight, bias = self.weights["hidden2tag.weight"], self.weights["hidden2tag.bias"]
        logits = torch.nn.functional.linear(layers[self.hparams.word_layer], weight, bias)
        return Reading(scores, logits.softmax(dim=2))

    def _layers(self, inputs: Mapping[str, Any]) -> Sequence[Any]:
        layers: Sequence[Any] = self.encoder(**inputs, output_hidden_states=True).hidden_states
        return layers

    def _tokens(self, layers: Sequence[Any], mask: Any) -> Any:  # noqa: ANN401 -- tensors
        """One layer, or the mix of all."""
        if not self.hparams.mixed:
            return layers[int(self.hparams.sent_layer if self.hparams.joint else self.hparams.layer)]
        torch = library("torch")
        weights = torch.cat([self.weights[f"layerwise_attention.scalar_parameters.{i}"] for i in range(len(layers))])
        parts = shares(weights, self.hparams.transformation)
        pieces = (_normalised(layer, mask) for layer in layers) if self.hparams.normalised else layers
        mixed = sum(part * piece for part, piece in zip(parts, pieces, strict=True))
        return self.weights["layerwise_attention.gamma"] * mixed


def _normalised(layer: Any, mask: Any) -> Any:  # noqa: ANN401 -- tensors
    """``layer`` with mean 0 and variance 1 over the numbers of all tokens of each text together."""
    wide = mask.unsqueeze(-1).to(layer.dtype)
    numbers = (mask.sum(1) * layer.shape[2]).reshape(-1, 1, 1)
    mean = (layer * wide).sum((1, 2), keepdim=True) / numbers
    variance = (((layer - mean) * wide) ** 2).sum((1, 2), keepdim=True) / numbers
    return (layer - mean) / (variance + _TINY).sqrt()
