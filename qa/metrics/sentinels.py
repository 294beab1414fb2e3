"""Numbers that know nothing of quality: what a metric must beat to be worth anything (Perrella et al. 2024).

A metric that agrees with people no better than the length of the translation, or than the source alone, measures how
hard the texts are, and not how good the translations.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["SENTINELS"]


def _short_target(_source: str, target: str) -> float:
    return -len(target)


def _short_source(source: str, _target: str) -> float:
    return -len(source)


def _long_words(source: str, _target: str) -> float:
    words: Sequence[str] = source.split()
    return sum(map(len, words)) / len(words) if words else 0.0


SENTINELS: Final[Mapping[str, Callable[[str, str], float]]] = {
    "(target length)": _short_target,
    "(source length)": _short_source,
    "(source word length)": _long_words,
}
"""From source and target; higher should be better."""
