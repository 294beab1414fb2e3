"""What the runner of GitHub Actions takes for a command, and how text of others is kept from being one.

The runner obeys a line that starts with ``::name`` after blanks, and any line with ``##[name]`` in it; it reads both
standard output and standard error. Source: GitHub's "Workflow commands", and the runner's ``ActionCommand``.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

__all__ = ["OLD_PREFIX", "command", "enclosed", "unarmed"]

OLD_PREFIX: Final = "##["
"""Opens a command of the older kind, anywhere in a line."""

_COLONS: Final = re.compile(r"(^|[\r\n])(\s*):(?=:)")


def command(name: str, message: str, **properties: str | int) -> str:
    """One command as one line; ``message`` and the properties may hold any text."""
    shown = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name}{' ' if shown else ''}{shown}::{_message(message)}"


def enclosed(content: bytes) -> bytes:
    """``content`` between commands that stop and resume the runner's obedience.

    The word that resumes it is made of the content, so that it is the same for the same content and cannot stand in it.
    """
    token = hashlib.sha256(b"qa\0" + content).hexdigest()
    end = b"" if content.endswith(b"\n") or not content else b"\n"
    return b"::stop-commands::%b\n%b%b::%b::\n" % (token.encode(), content, end, token.encode())


def unarmed(text: str) -> str:
    """``text`` of one or more lines for people, with what would be a command broken up by a blank."""
    return _COLONS.sub(r"\1\2: ", text).replace(OLD_PREFIX, "# #[")


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
