"""The name of an aligner and of everything that changes its result."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from qa.align.lexicon import Lexicon
    from qa.align.settings import Settings

__all__ = ["signature"]

_VERSION = 2
"""To be raised when the algorithm changes."""
_DIGITS = 12


def signature(languages: tuple[str, str], settings: Settings, known: Lexicon, encoder: str) -> str:
    """``qa-align:2|ru-en|settings:…|lexicon:…``, the last two as short hashes."""
    numbers = _hash(msgspec.json.encode(settings))
    words = _hash(msgspec.json.encode([[*pair, *shares] for pair, shares in sorted(known.entries.items())]))
    parts = [f"qa-align:{_VERSION}", "-".join(languages), f"settings:{numbers}", f"lexicon:{words}"]
    return "|".join([*parts, f"encoder:{encoder}"] if encoder else parts)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:_DIGITS]
