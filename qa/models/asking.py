"""Asks a model about many texts: each different one once, in batches of like length, known answers from the cache."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from qa.models.cache import AnswerCache, answer_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.models.options import ModelOptions

__all__ = ["Model", "ask"]


class Model(Protocol):
    """Reads one or more texts together, and answers with numbers."""

    @property
    def signature(self) -> str:
        """Everything that changes an answer."""

    def answer(self, batch: Sequence[tuple[str, ...]]) -> list[list[float]]:
        """A list of numbers for each entry of a batch; no entry's answer depends on the others."""


def ask(model: Model, questions: Sequence[tuple[str, ...]], options: ModelOptions) -> list[list[float]]:
    """The answers in the order of ``questions``."""
    keys = [answer_key(model.signature, question) for question in questions]
    by_key = dict(zip(keys, questions, strict=True))
    cache = AnswerCache(options.cache) if options.cache else None
    known = cache.get(list(by_key)) if cache else {}
    open_keys = sorted((key for key in by_key if key not in known), key=lambda key: (_length(by_key[key]), key))
    for start in range(0, len(open_keys), options.batch_size):
        options.progress(start, len(open_keys))
        batch = open_keys[start : start + options.batch_size]
        new = dict(zip(batch, model.answer([by_key[key] for key in batch]), strict=True))
        known.update(new)
        if cache:
            cache.put(new)
    options.progress(len(open_keys), len(open_keys))
    return [known[key] for key in keys]


def _length(question: tuple[str, ...]) -> int:
    return sum(map(len, question))
