"""Keeps what models said of texts, by a hash of the model and the texts."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from array import array
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

__all__ = ["AnswerCache", "answer_key"]

_AT_ONCE = 500
"""Keys in one question to the database."""


def answer_key(signature: str, texts: Sequence[str]) -> bytes:
    """A hash of a model and of the texts that it reads together."""
    digest = hashlib.sha256(signature.encode())
    for text in texts:
        content = text.encode(errors="surrogatepass")
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.digest()


class AnswerCache:
    """A file of answers, each a list of numbers; a broken or locked file is as good as an empty one."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, keys: Sequence[bytes]) -> dict[bytes, list[float]]:
        """The answers that are known."""
        found: dict[bytes, list[float]] = {}
        with contextlib.suppress(sqlite3.Error), closing(self._open()) as base:
            for start in range(0, len(keys), _AT_ONCE):
                some = keys[start : start + _AT_ONCE]
                marks = ",".join("?" * len(some))
                rows = base.execute(f"SELECT key, numbers FROM answers WHERE key IN ({marks})", some)  # noqa: S608 -- question marks alone
                found.update((key, _numbers(content)) for key, content in rows)
        return found

    def put(self, answers: Mapping[bytes, Sequence[float]]) -> None:
        """Keep answers."""
        with contextlib.suppress(sqlite3.Error, OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(self._open()) as base, base:
                rows = [(key, array("d", numbers).tobytes()) for key, numbers in answers.items()]
                base.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?)", rows)

    def _open(self) -> sqlite3.Connection:
        base = sqlite3.connect(self._path)
        base.execute("CREATE TABLE IF NOT EXISTS answers (key BLOB PRIMARY KEY, numbers BLOB) WITHOUT ROWID")
        return base


def _numbers(content: bytes) -> list[float]:
    numbers = array("d")
    numbers.frombytes(content)
    return numbers.tolist()
