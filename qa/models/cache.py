"""Keeps what models said of texts, by a hash of the model and the texts."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from array import array
from contextlib import closing
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

__all__ = ["AnswerCache", "ByteCache", "answer_key"]

_AT_ONCE = 500
"""Keys in one question to the database."""

Table: TypeAlias = Literal["answers", "vectors"]


def answer_key(signature: str, texts: Sequence[str]) -> bytes:
    """A hash of a model and of the texts that it reads together."""
    digest = hashlib.sha256(signature.encode())
    for text in texts:
        content = text.encode(errors="surrogatepass")
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.digest()


class ByteCache:
    """A table of a file, bytes by key; a broken or locked file is as good as an empty one."""

    def __init__(self, path: Path, table: Table) -> None:
        self._path = path
        self._table = table

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """What is known of the keys."""
        found: dict[bytes, bytes] = {}
        with contextlib.suppress(sqlite3.Error), closing(self._open()) as base:
            for start in range(0, len(keys), _AT_ONCE):
                some = keys[start : start + _AT_ONCE]
                marks = ",".join("?" * len(some))
                question = f"SELECT key, numbers FROM {self._table} WHERE key IN ({marks})"  # noqa: S608 -- our own name and question marks alone
                found.update(base.execute(question, some))
        return found

    def put(self, contents: Mapping[bytes, bytes]) -> None:
        """Keep what is known of keys."""
        with contextlib.suppress(sqlite3.Error, OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(self._open()) as base, base:
                base.executemany(f"INSERT OR REPLACE INTO {self._table} VALUES (?, ?)", contents.items())  # noqa: S608 -- our own name

    def _open(self) -> sqlite3.Connection:
        base = sqlite3.connect(self._path)
        base.execute(f"CREATE TABLE IF NOT EXISTS {self._table} (key BLOB PRIMARY KEY, numbers BLOB) WITHOUT ROWID")
        return base


class AnswerCache:
    """A file of answers, each a list of numbers in double precision."""

    def __init__(self, path: Path) -> None:
        self._contents = ByteCache(path, "answers")

    def get(self, keys: Sequence[bytes]) -> dict[bytes, list[float]]:
        """The answers that are known."""
        return {key: _numbers(content) for key, content in self._contents.get(keys).items()}

    def put(self, answers: Mapping[bytes, Sequence[float]]) -> None:
        """Keep answers."""
        self._contents.put({key: array("d", numbers).tobytes() for key, numbers in answers.items()})


def _numbers(content: bytes) -> list[float]:
    numbers = array("d")
    numbers.frombytes(content)
    return numbers.tolist()
