"""torch and transformers, imported only when a model is asked for."""

from __future__ import annotations

import importlib
from functools import cache
from typing import Any, Final

from qa.core.errors import PluginError

__all__ = ["INSTALL", "device", "library"]

INSTALL: Final = "pip install 'bitext-qa[neural]'"


@cache
def library(name: str) -> Any:  # noqa: ANN401 -- a module without types
    """A module of the extra ``neural``, quiet.

    Raises:
        PluginError: it is not installed; the message says how to install it.
    """
    try:
        module = importlib.import_module(name)
    except ImportError as error:
        message = f"models need {name.partition('.')[0]}, which is missing: {INSTALL}"
        raise PluginError(message) from error
    if name == "transformers":
        module.utils.logging.set_verbosity_error()
        module.utils.logging.disable_progress_bar()
    return module


def device(wanted: str) -> str:
    """The device to run on; for ``auto`` a graphics card where there is one, and the processor elsewhere.

    Raises:
        PluginError: there is no such device here.
    """
    torch = library("torch")
    if wanted == "auto":
        if torch.cuda.is_available():
            return "cuda"
        return "mps" if torch.backends.mps.is_available() else "cpu"
    try:
        torch.zeros(1, device=wanted)
    except (RuntimeError, AssertionError, NotImplementedError) as error:
        message = f"there is no device {wanted!r} here; leave --device away, or say cpu"
        raise PluginError(message) from error
    return wanted
