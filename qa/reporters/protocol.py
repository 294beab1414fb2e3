"""What a reporter is."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Protocol

if TYPE_CHECKING:
    from qa.core.report import Report

__all__ = ["Reporter"]


class Reporter(Protocol):
    """Writes a report in one output format; it shows what the report says and never checks anything again."""

    @property
    def name(self) -> str:
        """As the user asks for it: ``json``."""

    @property
    def suffix(self) -> str:
        """Of a file in this format, with the dot."""

    def render(self, report: Report, stream: BinaryIO) -> None:
        """Write ``report`` to ``stream`` in UTF-8, the same bytes for the same report; the stream is left open."""
