"""The cache: what the rules saw in a document, kept in a folder, so that unchanged files are not analysed again.

A key holds the content of the document, the version of the program and of its parts, and everything of the
configuration that rules depend on. What is in the folder may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import platform
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click
import msgspec

import qa
from qa.config import GateConfig
from qa.core.repository import repository_root

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.config import Config

__all__ = ["FOLDER", "FolderMemory", "cache_for"]

FOLDER: Final = ".qa-cache"
"""In the root of the repository; the variable QA_CACHE_DIR names another."""

_LIFE: Final = 30 * 24 * 3600
"""Seconds after which an entry that nobody asked for is deleted."""
_CHECKSUM: Final = 32
"""Bytes before the content."""
_LIBRARIES: Final = (
    "pymorphy3",
    "pymorphy3-dicts-ru",
    "simplemma",
    "langdetect",
    "rapidfuzz",
    "regex",
    "babel",
    "spylls",
)
"""Whose versions what rules see may depend on."""


def cache_for(config: Config) -> FolderMemory:
    """The cache for runs with this configuration."""
    folder = Path(os.environ.get("QA_CACHE_DIR") or repository_root() / FOLDER)
    digest = hashlib.sha256()
    for part in _parts(config):
        digest.update(hashlib.sha256(part).digest())
    return FolderMemory(folder, digest.hexdigest())


class FolderMemory:
    """Keeps each result in a file of its own."""

    def __init__(self, folder: Path, basis: str) -> None:
        self._folder = folder
        self._basis = basis
        self._tidied = False
        self._warned = False

    def get(self, key: str) -> bytes | None:
        """What was put under ``key``; None where it is not there, or not whole."""
        path = self._path(key)
        try:
            kept = path.read_bytes()
        except OSError:
            return None
        checksum, content = kept[:_CHECKSUM], kept[_CHECKSUM:]
        if hashlib.sha256(content).digest() != checksum:
            self.spoilt(key)
            return None
        with suppress(OSError):  # a cache that may only be read does its work too
            path.touch()
        return content

    def put(self, key: str, content: bytes) -> None:
        """Keep ``content``; where the folder cannot be written, nothing is kept, and that is said once."""
        path = self._path(key)
        try:
            self._tidy()
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary = path.with_suffix(f".{os.getpid()}")
            temporary.write_bytes(hashlib.sha256(content).digest() + content)
            temporary.replace(path)
        except OSError as error:
            self._warn(f"the cache cannot be written ({error.strerror}); every file is analysed anew")

    def spoilt(self, key: str) -> None:
        """Say once that an entry is broken; it is written anew."""
        self._warn(f"the cache entry {self._path(key)} is broken and was left aside")

    def _path(self, key: str) -> Path:
        name = hashlib.sha256(f"{self._basis}{key}".encode()).hexdigest()
        return self._folder / name[:2] / name[2:]

    def _warn(self, message: str) -> None:
        if not self._warned:
            click.echo(f"qa: note: {message}", err=True)
        self._warned = True

    def _tidy(self) -> None:
        """Mark the folder as a cache, and delete what has not been asked for in a long time; once a run."""
        if self._tidied:
            return
        self._tidied = True
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / ".gitignore").write_text("*\n", encoding="utf-8")
        (self._folder / "CACHEDIR.TAG").write_text(
            "Signature: 8a477f597d28d172789f06886806bc55\n# A cache of qa; see https://bford.info/cachedir/\n",
            encoding="utf-8",
        )
        oldest = time.time() - _LIFE
        for path in self._folder.glob("??/*"):
            if path.stat().st_mtime < oldest:
                path.unlink(missing_ok=True)


def _parts(config: Config) -> Iterator[bytes]:
    """Everything that decides what rules see in a document, beside the document."""
    yield f"{qa.__version__} {platform.python_version()}".encode()
    yield _code_stamp()
    for name in _LIBRARIES:
        yield _version(name).encode()
    for plugin in sorted(importlib.metadata.entry_points(group="qa.rules")):
        yield f"{plugin.value} {plugin.dist.version if plugin.dist else ''}".encode()
    neutral = msgspec.structs.replace(config, gate=GateConfig(), baseline=None, metrics=())
    yield msgspec.json.encode(neutral)
    for name in (*config.terms, *config.companions, *config.rule_files, *_dictionary_files(config)):
        path = Path(name)
        yield path.read_bytes() if path.is_file() else b""


def _dictionary_files(config: Config) -> Iterator[str]:
    """The files of the dictionaries, however they are named."""
    for name in config.dictionaries:
        yield from (name, *(str(Path(name).with_suffix(suffix)) for suffix in (".dic", ".aff")))


def _code_stamp() -> bytes:
    """Sizes and times of the program's own files, which change without the version where it is being worked on."""
    root = Path(qa.__file__).parent
    files = sorted(path for path in root.rglob("*") if path.is_file() and path.parent.name != "__pycache__")
    stamps = (f"{path.relative_to(root)} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in files)
    return "\n".join(stamps).encode()


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""
