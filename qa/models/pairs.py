"""Classifiers of pairs of texts: estimators of quality (MonoTransQuest) and natural language inference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qa.core.errors import PluginError
from qa.models.folders import find_model
from qa.models.libraries import library
from qa.models.loading import load_network, load_tokeniser, longest, tensors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.models.folders import ModelFolder
    from qa.models.options import ModelOptions

__all__ = ["PairClassifier", "open_estimator", "open_inference"]

_CONTRADICTION = "contradiction"


@dataclass(frozen=True, slots=True)
class PairClassifier:
    """A number for a first and a second text."""

    folder: ModelFolder
    tokeniser: Any
    network: Any
    label: int | None
    """Whose probability is the answer; None for a network with one output, which is the answer itself."""
    what: str

    @property
    def signature(self) -> str:
        """Model and output."""
        return f"{self.folder.signature}|out:{self.what}"

    def answer(self, batch: Sequence[tuple[str, ...]]) -> list[list[float]]:
        """One number for each pair."""
        torch = library("torch")
        first, second = (list(texts) for texts in zip(*batch, strict=True))
        limit = longest(self.tokeniser, self.network)
        encoded = self.tokeniser(first, second, padding=True, truncation=True, max_length=limit, return_tensors="pt")
        with torch.inference_mode():
            logits = self.network(**tensors(encoded, self.network)).logits
            column = logits[:, 0] if self.label is None else logits.softmax(dim=1)[:, self.label]
        return [[float(value)] for value in column.cpu()]


def open_estimator(model: str, options: ModelOptions) -> PairClassifier:
    """An estimator of quality with one output, such as the checkpoints of MonoTransQuest.

    Raises:
        PluginError: a library or the model is missing, or the checkpoint has another shape.
    """
    folder, network = _opened(model, options)
    outputs = int(network.config.num_labels)
    if outputs != 1:
        message = (
            f"{folder.path}: the checkpoint has {outputs} outputs, and an estimator has 1; take one that estimates"
        )
        raise PluginError(message)
    return PairClassifier(folder, load_tokeniser(folder.path), network, None, "quality")


def open_inference(model: str, options: ModelOptions) -> PairClassifier:
    """A classifier of inference; the answer is the probability that the second text contradicts the first.

    Raises:
        PluginError: a library or the model is missing, or no label of the checkpoint is contradiction.
    """
    folder, network = _opened(model, options)
    labels = {int(number): str(name).lower() for number, name in network.config.id2label.items()}
    found = [number for number, name in labels.items() if _CONTRADICTION in name]
    if not found:
        shown = ", ".join(labels.values())
        message = f"{folder.path}: the labels are {shown}, and none is contradiction; take a model of inference"
        raise PluginError(message)
    return PairClassifier(folder, load_tokeniser(folder.path), network, found[0], _CONTRADICTION)


def _opened(model: str, options: ModelOptions) -> tuple[ModelFolder, Any]:
    folder = find_model(model, options)
    return folder, load_network("AutoModelForSequenceClassification", folder.path, options.device)
