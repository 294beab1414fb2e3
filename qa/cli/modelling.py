"""Options of commands that run models, and a bar that shows how far a model has come."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from qa.cli.cache import FOLDER
from qa.core.repository import repository_root
from qa.models import ModelOptions

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.progress import Progress, TaskID

__all__ = ["model_options", "modelling_options", "running_options"]

_PATIENCE = 2.0
"""Seconds without a bar."""

Decorated = TypeVar("Decorated", bound="Callable[..., Any]")


def modelling_options(function: Decorated) -> Decorated:
    """Those of :func:`running_options`, and ``--no-cache``."""
    kept = click.option("--no-cache", is_flag=True, help="Ask models again, and keep nothing of what they say.")
    return running_options(kept(function))


def running_options(function: Decorated) -> Decorated:
    """``--allow-download``, ``--device`` and ``--batch-size``."""
    for decorate in (
        click.option("--batch-size", type=click.IntRange(min=1), default=32, help="Texts a model reads at a time."),
        click.option("--device", default="auto", metavar="NAME", help="cpu, cuda, cuda:1, mps; chosen without it."),
        click.option("--allow-download", is_flag=True, help="Fetch models that are not on this machine."),
    ):
        function = decorate(function)
    return function


def model_options(device: str, batch_size: int, *, download: bool, keep: bool) -> ModelOptions:
    """The options as models take them."""
    return ModelOptions(
        allow_download=download,
        device=device,
        batch_size=batch_size,
        cache=_cache_folder() / "models.sqlite" if keep else None,
        progress=_Bar().show,
    )


def _cache_folder() -> Path:
    return Path(os.environ.get("QA_CACHE_DIR") or repository_root() / FOLDER)


class _Bar:
    """A bar on standard error for work of more than two seconds, on a terminal outside CI."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._bar: tuple[Progress, TaskID] | None = None

    def show(self, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` texts are done; the bar goes with the last one."""
        if not sys.stderr.isatty() or os.environ.get("CI"):
            return
        if done >= total:
            if self._bar:
                self._bar[0].stop()
            self._bar, self._began = None, time.monotonic()
        elif self._bar:
            self._bar[0].update(self._bar[1], completed=done, total=total)
        elif time.monotonic() - self._began > _PATIENCE:
            self._bar = _start(done, total)


def _start(done: int, total: int) -> tuple[Progress, TaskID]:
    from rich.console import Console  # noqa: PLC0415 -- only where a bar is shown
    from rich.progress import Progress  # noqa: PLC0415

    bar = Progress(console=Console(stderr=True), transient=True)
    bar.start()
    return bar, bar.add_task("reading", completed=done, total=total)
