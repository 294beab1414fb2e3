"""Where the command ``qa`` begins: ready to be interrupted before all that it needs is imported."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> None:
    """Run the command line; an interruption while it is being imported ends it as any other does."""
    try:
        from qa.cli.main import main as run  # noqa: PLC0415 -- what takes long
    except KeyboardInterrupt:
        sys.stderr.write("qa: interrupted\n")
        sys.exit(130)
    run()
