"""Greedy matching of token vectors between two texts, as in BERTScore (Zhang et al. 2020), without idf weights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qa.models.folders import find_model
from qa.models.libraries import library
from qa.models.loading import load_network, load_tokeniser, longest, tensors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.models.folders import ModelFolder
    from qa.models.options import ModelOptions

__all__ = ["TokenMatcher", "open_matcher"]


@dataclass(frozen=True, slots=True)
class TokenMatcher:
    """Precision, recall and F1 of the tokens of a translation against those of a reference."""

    folder: ModelFolder
    tokeniser: Any
    network: Any
    layer: int
    """Whose vectors are compared; 0 is the embeddings."""

    @property
    def signature(self) -> str:
        """Model and layer."""
        return f"{self.folder.signature}|layer:{self.layer}|idf:no"

    def answer(self, batch: Sequence[tuple[str, ...]]) -> list[list[float]]:
        """Precision, recall and F1 of each (translation, reference), -1 to 1; 0 for a text without tokens."""
        torch = library("torch")
        with torch.inference_mode():
            sides = [self._vectors([pair[side] for pair in batch]) for side in (0, 1)]
            return [_f1(ours, theirs) for ours, theirs in zip(*sides, strict=True)]

    def _vectors(self, texts: list[str]) -> list[Any]:
        """Vectors of length 1 for the tokens of each text, without the special ones."""
        torch = library("torch")
        limit = longest(self.tokeniser, self.network)
        encoded = self.tokeniser(
            texts, padding=True, truncation=True, max_length=limit, return_tensors="pt", return_special_tokens_mask=True
        )
        special = encoded.pop("special_tokens_mask").bool()
        hidden = self.network(**tensors(encoded, self.network), output_hidden_states=True).hidden_states[self.layer]
        hidden = torch.nn.functional.normalize(hidden.cpu(), dim=2)
        kept = encoded["attention_mask"].bool() & ~special
        return [vectors[words] for vectors, words in zip(hidden, kept, strict=True)]


def _f1(ours: Any, theirs: Any) -> list[float]:  # noqa: ANN401 -- tensors
    if not len(ours) or not len(theirs):
        return [0.0, 0.0, 0.0]
    likeness = ours @ theirs.T
    precision, recall = float(likeness.max(1).values.mean()), float(likeness.max(0).values.mean())
    both = precision + recall
    return [precision, recall, 2 * precision * recall / both if both else 0.0]


def open_matcher(model: str, options: ModelOptions, layer: int | None = None) -> TokenMatcher:
    """A matcher by any encoder; without ``layer`` by the one at two thirds of its depth, where tokens are most alike.

    Raises:
        PluginError: a library or the model is missing, or the folder holds no encoder.
    """
    folder = find_model(model, options)
    network = load_network("AutoModel", folder.path, options.device)
    depth = int(network.config.num_hidden_layers)
    chosen = layer if layer is not None else max(1, round(2 * depth / 3))
    return TokenMatcher(folder, load_tokeniser(folder.path), network, chosen)
