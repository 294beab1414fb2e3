"""Sentence embeddings as one more term of the score, such as those of LaBSE or multilingual E5."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from qa.models.encoder import open_encoder
from qa.models.options import ModelOptions
from qa.models.vectors import text_vectors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.align.arrays import Floats
    from qa.models.encoder import Encoder as LoadedEncoder
    from qa.models.encoder import Pooling

__all__ = ["Encoder", "TransformersEncoder", "joined_vectors"]

_OFFLINE = ModelOptions()


class Encoder(Protocol):
    """Anything that turns texts into vectors whose cosines tell how alike their meanings are."""

    @property
    def name(self) -> str:
        """The model and every setting that changes its vectors."""

    def encode(self, texts: Sequence[str]) -> Floats:
        """One vector of length one for each text (texts by dimensions)."""


class TransformersEncoder:
    """A model of the transformers library; it is loaded when it is first needed.

    Args:
        model: A folder or the name of a model.
        options: Where the model comes from and runs, and the file that keeps its vectors; nothing is downloaded unless
            they allow it.
        pooling: How the vectors of words become one; by default what the model was trained with.

    Raises:
        PluginError: at first use, when a library or the model is missing.
        UsageError: at first use, when the name is neither a folder nor a name of a model.
    """

    def __init__(self, model: str, options: ModelOptions = _OFFLINE, pooling: Pooling | None = None) -> None:
        self._model = model
        self._options = options
        self._pooling: Pooling | None = pooling

    @cached_property
    def _encoder(self) -> LoadedEncoder:
        return open_encoder(self._model, self._options, self._pooling)

    @property
    def name(self) -> str:
        """The model and every setting that changes its vectors."""
        return self._encoder.signature

    def encode(self, texts: Sequence[str]) -> Floats:
        """One vector of length one for each text (texts by dimensions), in half precision."""
        return text_vectors(self._encoder, texts, self._options)


def joined_vectors(encoder: Encoder, sentences: Sequence[str], reach: int) -> tuple[Floats, ...]:
    """For 1 to ``reach`` joined sentences the vectors from each sentence on; near the end, of what there is."""
    windows = [
        [" ".join(sentences[start : start + size]) for start in range(len(sentences))] for size in range(1, reach + 1)
    ]
    place = {text: number for number, text in enumerate(dict.fromkeys(text for texts in windows for text in texts))}
    if not place:
        return ()
    vectors = encoder.encode(list(place))
    return tuple(vectors[[place[text] for text in texts]] for texts in windows)
