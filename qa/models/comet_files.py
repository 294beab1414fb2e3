"""The published layout of COMET checkpoints: ``hparams.yaml`` beside ``checkpoints/model.ckpt``.

Only tensors are read from the checkpoint (``weights_only``), so that no file can run code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import msgspec

from qa.core.errors import PluginError
from qa.models.libraries import library
from qa.models.loading import refused

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["Architecture", "Hparams", "read_hparams", "read_weights"]

Architecture = Literal["regression_metric", "referenceless_regression_metric", "unified_metric", "xcomet_metric"]

_PLACES = ("checkpoints/model.ckpt", "model.ckpt")


class Hparams(msgspec.Struct, frozen=True, kw_only=True):
    """What the loader needs of ``hparams.yaml``; the defaults are those of COMET."""

    class_identifier: Architecture
    pretrained_model: str
    encoder_model: str = "XLM-RoBERTa"
    pool: str = "avg"
    layer: str | int = "mix"
    sent_layer: str | int = "mix"
    layer_norm: bool | None = None
    layer_transformation: Literal["softmax", "sparsemax"] | None = None
    word_layer: int = 24
    word_level_training: bool = False
    hidden_sizes: tuple[int, ...] = (3072, 1024)
    activations: str = "Tanh"
    final_activation: str | None = None
    input_segments: tuple[str, ...] = ("mt", "src", "ref")
    error_labels: tuple[str, ...] = ("minor", "major", "critical")

    @property
    def joint(self) -> bool:
        """Whether the texts are read as one sequence."""
        return self.class_identifier in {"unified_metric", "xcomet_metric"}

    @property
    def tagged(self) -> bool:
        """Whether the network marks words that are wrong."""
        return self.class_identifier == "xcomet_metric" or (self.joint and self.word_level_training)

    @property
    def mixed(self) -> bool:
        """Whether all layers are mixed."""
        return (self.sent_layer if self.joint else self.layer) == "mix"

    @property
    def normalised(self) -> bool:
        """Whether each layer is normalised before it is mixed."""
        if self.layer_norm is None:
            return self.class_identifier != "xcomet_metric"
        return self.layer_norm

    @property
    def transformation(self) -> Literal["softmax", "sparsemax"]:
        """How weights of layers become shares."""
        return self.layer_transformation or ("sparsemax" if self.joint else "softmax")


def read_hparams(folder: Path) -> Hparams:
    """The settings of a checkpoint.

    Raises:
        PluginError: there are none, or they are not of a COMET regressor that is known here.
    """
    path = folder / "hparams.yaml"
    library("yaml")
    try:
        return msgspec.yaml.decode(path.read_bytes(), type=Hparams)
    except FileNotFoundError as error:
        message = f"{folder}: holds no hparams.yaml, and so no COMET checkpoint; name the folder that has it"
        raise PluginError(message) from error
    except (msgspec.MsgspecError, OSError) as error:
        message = f"{path}: describes no COMET regressor that can be loaded ({error})"
        raise PluginError(message) from error


def read_weights(folder: Path) -> Mapping[str, Any]:
    """The tensors of a checkpoint by name.

    Raises:
        PluginError: there is no checkpoint, or it holds other things than tensors.
    """
    path = next((folder / place for place in _PLACES if (folder / place).is_file()), None)
    if path is None:
        message = f"{folder}: holds no {' or '.join(_PLACES)}; name the folder of a whole checkpoint"
        raise PluginError(message)
    try:
        content = library("torch").load(path, map_location="cpu", weights_only=True)
        weights: Mapping[str, Any] = content["state_dict"]
    except Exception as error:  # torch and pickle raise what they like for files that are no checkpoints
        raise refused(path, "checkpoint", error) from error
    return weights
