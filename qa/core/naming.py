"""Helps with names that are not known."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["did_you_mean"]

_LIKENESS = 0.5
"""How alike two names must be, 0-1."""


def did_you_mean(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """``did you mean 'chrf'?`` for the known name that is closest, or ``otherwise`` where none is close."""
    close = get_close_matches(name.lower(), sorted(known), n=1, cutoff=_LIKENESS)
    return f"did you mean {close[0]!r}?" if close else otherwise
