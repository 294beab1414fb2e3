"""Loads tokenisers and networks from the folder of a model."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from qa.core.errors import PluginError
from qa.models.libraries import device, library

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

__all__ = ["load_network", "load_tokeniser", "longest", "on_device", "refused", "tensors"]

_FAILURES = (OSError, ValueError, KeyError, ImportError, RuntimeError, TypeError, AttributeError)
"""What transformers raises for folders that are not what it takes them for."""


@lru_cache(maxsize=4)
def load_tokeniser(path: Path) -> Any:  # noqa: ANN401 -- a class of transformers
    """The tokeniser in a folder.

    Raises:
        PluginError: there is none that transformers loads.
    """
    transformers = library("transformers")
    return _loaded(lambda: transformers.AutoTokenizer.from_pretrained(path, local_files_only=True), path, "tokeniser")


@lru_cache(maxsize=2)
def load_network(kind: str, path: Path, wanted: str) -> Any:  # noqa: ANN401 -- a module of torch
    """The network in a folder by an Auto class of transformers, such as ``AutoModel``, on a device.

    Raises:
        PluginError: there is none of this kind, or no such device.
    """
    auto = getattr(library("transformers"), kind)
    network = _loaded(lambda: auto.from_pretrained(path, local_files_only=True), path, "model")
    return on_device(network, wanted)


def on_device(network: Any, wanted: str) -> Any:  # noqa: ANN401 -- a module of torch
    """``network`` in single precision, without dropout, on a device."""
    return network.float().eval().to(device(wanted))


def longest(tokeniser: Any, network: Any) -> int:  # noqa: ANN401 -- classes of transformers
    """How many tokens the network takes at most, special ones included."""
    config = network.config
    positions = int(getattr(config, "max_position_embeddings", 0) or 512)
    if getattr(config, "model_type", "") in {"roberta", "xlm-roberta", "xlm-roberta-xl", "camembert"}:
        positions -= 2  # the first positions stand for padding
    return min(positions, int(tokeniser.model_max_length))


def tensors(encoded: Mapping[str, Any], network: Any) -> dict[str, Any]:  # noqa: ANN401 -- a module of torch
    """A tokeniser's output on the device of the network."""
    place = next(network.parameters()).device
    return {name: value.to(place) for name, value in encoded.items()}


def refused(path: Path, what: str, error: Exception) -> PluginError:
    """The error for a folder that is not what it was taken for."""
    reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
    return PluginError(f"{path}: holds no {what} that can be loaded ({reason[:200]}); check the model's name and files")


def _loaded(load: Callable[[], Any], path: Path, what: str) -> Any:  # noqa: ANN401 -- whatever it loads
    try:
        return load()
    except _FAILURES as error:
        raise refused(path, what, error) from error
