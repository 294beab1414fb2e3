"""Sentence alignment."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa.align.aligner import Aligner
    from qa.align.beads import read_beads, write_beads
    from qa.align.embedding import Encoder, TransformersEncoder
    from qa.align.evaluation import Evaluation, evaluate
    from qa.align.lexicon import Lexicon
    from qa.align.settings import Settings
    from qa.align.text import Text, TextPair

__all__ = [
    "Aligner",
    "Encoder",
    "Evaluation",
    "Lexicon",
    "Settings",
    "Text",
    "TextPair",
    "TransformersEncoder",
    "evaluate",
    "read_beads",
    "write_beads",
]

_HOMES = {
    "Aligner": "aligner",
    "Encoder": "embedding",
    "Evaluation": "evaluation",
    "Lexicon": "lexicon",
    "Settings": "settings",
    "Text": "text",
    "TextPair": "text",
    "TransformersEncoder": "embedding",
    "evaluate": "evaluation",
    "read_beads": "beads",
    "write_beads": "beads",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for, so that numpy is not loaded before an alignment."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
