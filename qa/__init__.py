"""Checks a translation against its original: align, check, score, report."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa.api import align_files, check, read, score
    from qa.config import Config
    from qa.core.document import Batch, Document, TranslationUnit
    from qa.core.errors import QaError
    from qa.core.finding import Finding, Severity
    from qa.core.report import Report
    from qa.core.score import Score
    from qa.core.segment import Segment
    from qa.core.span import Span
    from qa.core.version import VERSION as __version__  # noqa: N811 -- the name that Python tools look for
    from qa.reporters.reading import read_report

__all__ = [
    "Batch",
    "Config",
    "Document",
    "Finding",
    "QaError",
    "Report",
    "Score",
    "Segment",
    "Severity",
    "Span",
    "TranslationUnit",
    "__version__",
    "align_files",
    "check",
    "read",
    "read_report",
    "score",
]

_HOMES = {
    "Batch": "core.document",
    "Config": "config",
    "Document": "core.document",
    "Finding": "core.finding",
    "QaError": "core.errors",
    "Report": "core.report",
    "Score": "core.score",
    "Segment": "core.segment",
    "Severity": "core.finding",
    "Span": "core.span",
    "TranslationUnit": "core.document",
    "__version__": "core.version",
    "align_files": "api",
    "check": "api",
    "read": "api",
    "read_report": "reporters.reading",
    "score": "api",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for, so that the command line starts quickly."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    home = import_module(f"{__name__}.{_HOMES[name]}")
    return getattr(home, "VERSION" if name == "__version__" else name)
