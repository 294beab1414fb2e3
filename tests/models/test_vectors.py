from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import numpy as np

from qa.models.options import ModelOptions
from qa.models.vectors import text_vectors

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class Counting:
    """Its vector of a text is the text's length, and a third."""

    def __init__(self, signature: str = "model:counting") -> None:
        self.signature = signature
        self.batches: list[list[str]] = []

    def answer(self, batch: Sequence[tuple[str, ...]]) -> list[list[float]]:
        self.batches.append([text for (text,) in batch])
        return [[float(len(text)), 1 / 3] for (text,) in batch]


def test_each_text_is_read_once_in_batches_of_like_length() -> None:
    model = Counting()
    vectors = text_vectors(model, ["ccc", "a", "ccc", "dddd", "bb"], ModelOptions(batch_size=2))
    assert vectors.dtype == np.float16
    assert vectors[:, 0].tolist() == [3, 1, 3, 4, 2]
    assert model.batches == [["a", "bb"], ["ccc", "dddd"]]


def test_kept_vectors_are_those_that_were_made(tmp_path: Path) -> None:
    options = ModelOptions(cache=tmp_path / "models.sqlite")
    first, second = Counting(), Counting()
    made = text_vectors(first, ["a", "bb"], options)
    kept = text_vectors(second, ["bb", "a", "new"], options)
    assert (kept[[1, 0]] == made).all()
    assert second.batches == [["new"]]
    other = Counting("model:other")
    text_vectors(other, ["a"], options)
    assert other.batches == [["a"]]


def test_a_broken_cache_is_as_good_as_none(tmp_path: Path) -> None:
    path = tmp_path / "models.sqlite"
    path.write_bytes(b"no database" * 500)
    assert text_vectors(Counting(), ["a"], ModelOptions(cache=path))[0, 0] == 1


def test_a_vector_takes_two_bytes_a_dimension(tmp_path: Path) -> None:
    path = tmp_path / "models.sqlite"
    text_vectors(Counting(), ["a"], ModelOptions(cache=path))
    base = sqlite3.connect(path)
    ((content,),) = base.execute("SELECT numbers FROM vectors").fetchall()
    base.close()
    assert len(content) == 4


def test_progress_is_told() -> None:
    seen: list[tuple[int, int]] = []
    text_vectors(Counting(), ["a", "b", "c"], ModelOptions(batch_size=2, progress=lambda *at: seen.append(at)))
    assert seen == [(0, 3), (2, 3), (3, 3)]


def test_no_texts_no_vectors() -> None:
    assert len(text_vectors(Counting(), [], ModelOptions())) == 0
