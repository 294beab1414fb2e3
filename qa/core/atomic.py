"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from qa.core.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["write_atomically"]


def write_atomically(path: Path, content: bytes | Callable[[BinaryIO], object]) -> None:
    """Write ``content`` to a temporary file beside ``path`` and rename it; an old file keeps its permissions.

    The content may be a function that writes it to a stream, so that it need not be in memory as a whole.

    A link stays one, and the file that it leads to is written. What is no regular file, such as a pipe or a device, is
    written to as it is.

    Raises:
        InputError: the folder is missing or may not be written.
    """
    write = content if callable(content) else partial(_write, content=content)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not (path.is_file() or path.is_dir()):
            with path.open("wb") as file:
                write(file)
        else:
            _replace(path.resolve() if path.is_symlink() else path, write)
    except OSError as error:
        message = f"cannot be written ({error.strerror}); check the folder and its permissions"
        raise InputError(message, path=str(path)) from error


def _write(file: BinaryIO, content: bytes) -> None:
    file.write(content)


def _replace(path: Path, write: Callable[[BinaryIO], object]) -> None:
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
