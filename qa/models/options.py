"""Where models come from, where they run, and what is kept of what they said."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["ModelOptions"]


def _quiet(_done: int, _total: int) -> None:
    """Nobody watches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelOptions:
    """How models are loaded and run; by default nothing is downloaded and nothing is kept."""

    allow_download: bool = False
    device: str = "auto"
    """``cpu``, ``cuda``, ``cuda:1``, ``mps``; ``auto`` takes a graphics card where there is one."""
    batch_size: int = 32
    """Texts at a time."""
    cache: Path | None = None
    """A file that keeps what a model said of a text; None to ask it every time."""
    progress: Callable[[int, int], None] = field(default=_quiet, compare=False)
    """Told how many texts are done, and of how many."""
