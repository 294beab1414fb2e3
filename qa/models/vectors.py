"""The vectors of many texts: each text once, in batches of like length, known ones from the cache.

Vectors are kept and given in half precision: a cosine is then right to three digits, which is far more than two
sentences differ by, and a text of ten thousand lines takes a hundred megabytes and not four.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from qa.models.cache import ByteCache, answer_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from qa.models.asking import Model
    from qa.models.options import ModelOptions

    Vectors: TypeAlias = npt.NDArray[np.float16]

__all__ = ["text_vectors"]


def text_vectors(encoder: Model, texts: Sequence[str], options: ModelOptions) -> Vectors:
    """One vector for each text (texts by dimensions); ``encoder`` answers an entry of one text with its vector."""
    keys = [answer_key(encoder.signature, (text,)) for text in texts]
    by_key = dict(zip(keys, texts, strict=True))
    cache = ByteCache(options.cache, "vectors") if options.cache else None
    kept = cache.get(list(by_key)) if cache else {}
    known = {key: np.frombuffer(content, np.float16) for key, content in kept.items()}
    missing = sorted((key for key in by_key if key not in known), key=lambda key: (len(by_key[key]), key))
    for start in range(0, len(missing), options.batch_size):
        options.progress(start, len(missing))
        batch = missing[start : start + options.batch_size]
        new = dict(zip(batch, _asked(encoder, [by_key[key] for key in batch]), strict=True))
        known.update(new)
        if cache:
            cache.put({key: vector.tobytes() for key, vector in new.items()})
    options.progress(len(missing), len(missing))
    return np.stack([known[key] for key in keys]) if keys else np.zeros((0, 0), np.float16)


def _asked(encoder: Model, texts: Sequence[str]) -> Vectors:
    return np.array(encoder.answer([(text,) for text in texts]), np.float16)
