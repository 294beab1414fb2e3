"""Standard streams as the program needs them: open, and in UTF-8 whatever the locale says, as all its files are."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from typing import TYPE_CHECKING, Final

from qa.core.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["hush", "prepare", "refuse_unreadable", "unwritable"]

_FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EBADF}
"""Why standard output takes no more, other than that its reader has gone."""


def prepare() -> None:
    """Write UTF-8 from now on; bytes of a file's name that are none are shown as escapes.

    Raises:
        UsageError: there is no standard output.
    """
    if sys.stderr is None:
        sys.stderr = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    if sys.stdout is None:
        sys.stdout = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        raise UsageError("standard output is closed; send it to a file, or to /dev/null")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def refuse_unreadable(arguments: Iterable[str]) -> None:
    """No report could name a file whose name is no text.

    Raises:
        UsageError: one of them is not in the encoding of the system.
    """
    for argument in arguments:
        try:
            argument.encode()
        except UnicodeEncodeError as error:
            message = f"{argument!r} is no UTF-8 text, so that no report could name it; rename the file"
            raise UsageError(message) from error


def hush() -> None:
    """Send what is still buffered nowhere: nobody takes standard output any more."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def unwritable(error: OSError) -> str | None:
    """The sentence for an error of standard output; None for one of a file."""
    if error.filename is not None or error.errno not in _FULL:
        return None
    return f"standard output cannot be written ({error.strerror}); make room, or send it elsewhere"
