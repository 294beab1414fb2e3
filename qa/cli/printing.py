"""Prints bytes of other people's making, which no runner of GitHub Actions may take for a command."""

from __future__ import annotations

import sys

from qa.cli.actions import in_actions
from qa.core.workflow import enclosed

__all__ = ["print_bytes"]


def print_bytes(content: bytes) -> None:
    """Send ``content`` to standard output as it is, in GitHub Actions between commands that stop obedience."""
    sys.stdout.flush()
    sys.stdout.buffer.write(enclosed(content) if in_actions() else content)
    sys.stdout.buffer.flush()
