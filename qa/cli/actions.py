"""What GitHub Actions gets by itself: annotations, a step summary, and output that no text can turn into commands."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from qa.core.errors import InputError
from qa.core.workflow import OLD_PREFIX, enclosed
from qa.reporters import reporter
from qa.reporters.markdown import fitted
from qa.reporters.summary import SUMMARY_LIMIT

if TYPE_CHECKING:
    from collections.abc import Collection

    from qa.core.report import Report

__all__ = ["announce", "guarded", "in_actions"]

_JSON: Final = frozenset({"gitlab", "json", "jsonl", "rdjson", "rdjsonl", "sarif"})
_HARMLESS: Final = frozenset({"github", "junit", "tsv"})
"""These formats never let text of others stand as a command."""


def in_actions() -> bool:
    """Whether a runner of GitHub Actions reads what this program prints."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def guarded(name: str, content: bytes) -> bytes:
    """``content`` of an output format as it may go to the log of a runner; JSON stays JSON of the same meaning."""
    if name in _HARMLESS:
        return content
    if name in _JSON:  # every line opens with a bracket, so that only the older kind of command could stand in it
        return content.replace(OLD_PREFIX.encode(), b"#\\u0023[")
    return enclosed(content)


def announce(report: Report, printed: Collection[str]) -> None:
    """Annotate the files and write the step summary; ``printed`` are the formats that went to standard output."""
    if "github" not in printed:
        stream = sys.stderr if set(printed) & (_JSON | _HARMLESS) else sys.stdout
        stream.flush()
        reporter("github").render(report, stream.buffer)
        stream.buffer.flush()
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        _summarise(report, Path(path))


def _summarise(report: Report, path: Path) -> None:
    """Append to the summary, together with what the step wrote before at most as long as GitHub takes."""
    try:
        used = path.stat().st_size if path.exists() else 0
        with path.open("ab") as file:
            file.write(fitted(report, SUMMARY_LIMIT - used))
    except OSError as error:
        message = f"the step summary cannot be written ({error.strerror}); check GITHUB_STEP_SUMMARY"
        raise InputError(message, path=path.as_posix()) from error
