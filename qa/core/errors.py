"""The one tree of exceptions.

A message is one sentence that quotes the input, says where it stands and what to do.
A *finding* about a translation is never an exception.
"""

from __future__ import annotations

__all__ = [
    "ConfigError",
    "EncodingError",
    "FormatError",
    "InputError",
    "PluginError",
    "QaError",
    "UsageError",
]


class QaError(Exception):
    """Anything the program cannot do as asked; the command line turns it into exit code 2."""


class UsageError(QaError):
    """Options or arguments that do not fit together."""


class ConfigError(QaError):
    """A configuration, termbase, companions or rule file that says something impossible."""


class InputError(QaError):
    """An input that is missing, unreadable or of no known format."""

    def __init__(self, message: str, *, path: str = "", line: int | None = None) -> None:
        self.path = path
        self.line = line
        where = f"{path}:{line}: " if path and line else f"{path}: " if path else ""
        super().__init__(where + message)


class FormatError(InputError):
    """A file whose content breaks the rules of its format."""


class EncodingError(InputError):
    """Bytes that are not text in the encoding that was declared or asked for."""


class PluginError(QaError):
    """An optional library, model or third-party rule that is missing or does not load."""
