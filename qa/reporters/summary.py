"""The step summary of GitHub Actions: Markdown of at most 1 MiB, since GitHub drops a longer one altogether."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from qa.reporters.markdown import MarkdownReporter

if TYPE_CHECKING:
    from qa.reporters.protocol import Reporter

__all__ = ["REPORTER", "SUMMARY_LIMIT"]

SUMMARY_LIMIT: Final = 1 << 20
"""Bytes of all summaries of one step together."""

REPORTER: Final[Reporter] = MarkdownReporter("summary", SUMMARY_LIMIT)
