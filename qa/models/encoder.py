"""Sentence encoders: a vector of length 1 for a text.

Poolings are those that published encoders were trained with: the mean of the token vectors (E5, MiniLM; "query: "
stands before the text for E5), the first vector, or the pooler behind it (LaBSE, Feng et al. 2020).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from qa.models.folders import find_model
from qa.models.libraries import library
from qa.models.loading import load_network, load_tokeniser, longest, tensors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.models.folders import ModelFolder
    from qa.models.options import ModelOptions

__all__ = ["Encoder", "Pooling", "open_encoder"]

Pooling = Literal["mean", "cls", "pooler"]


@dataclass(frozen=True, slots=True)
class Encoder:
    """Turns texts into vectors."""

    folder: ModelFolder
    tokeniser: Any
    network: Any
    pooling: Pooling
    prefix: str

    @property
    def signature(self) -> str:
        """Model and pooling."""
        prefix = f"|prefix:{self.prefix.strip()}" if self.prefix else ""
        return f"{self.folder.signature}|pool:{self.pooling}{prefix}"

    def answer(self, batch: Sequence[tuple[str, ...]]) -> list[list[float]]:
        """The vector of the one text of each entry."""
        torch = library("torch")
        texts = [self.prefix + text for (text,) in batch]
        limit = longest(self.tokeniser, self.network)
        encoded = self.tokeniser(texts, padding=True, truncation=True, max_length=limit, return_tensors="pt")
        inputs = tensors(encoded, self.network)
        with torch.inference_mode():
            output = self.network(**inputs)
            vectors = torch.nn.functional.normalize(self._pooled(output, inputs["attention_mask"]), dim=1)
        rows: list[list[float]] = vectors.cpu().tolist()
        return rows

    def _pooled(self, output: Any, mask: Any) -> Any:  # noqa: ANN401 -- tensors
        if self.pooling == "pooler":
            return output.pooler_output
        if self.pooling == "cls":
            return output.last_hidden_state[:, 0]
        weights = mask.unsqueeze(-1).float()
        return (output.last_hidden_state * weights).sum(1) / weights.sum(1).clamp(min=1)


def open_encoder(model: str, options: ModelOptions, pooling: Pooling | None = None) -> Encoder:
    """The encoder of a name or folder; its own pooling, as far as its files and its name tell it, where none is given.

    Raises:
        PluginError: a library or the model is missing, or the folder holds no encoder.
    """
    for name in ("torch", "transformers"):
        library(name)
    folder = find_model(model, options)
    prefix = "query: " if "e5" in folder.id.lower().replace("-", " ").replace("/", " ").split() else ""
    network = load_network("AutoModel", folder.path, options.device)
    return Encoder(folder, load_tokeniser(folder.path), network, pooling or _pooling(folder), prefix)


def _pooling(folder: ModelFolder) -> Pooling:
    if "labse" in folder.id.lower():
        return "pooler"
    settings = folder.path / "1_Pooling" / "config.json"
    if settings.is_file() and msgspec.json.decode(settings.read_bytes()).get("pooling_mode_cls_token"):
        return "cls"
    return "mean"
