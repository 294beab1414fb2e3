"""HTML: one file that needs no network, in which a person reviews every finding and decides on it.

Texts of others are only ever shown as text, and the page's own policy lets no other script or style run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, ClassVar, Final

from qa.reporters.review_page import write_page

if TYPE_CHECKING:
    from qa.core.report import Report
    from qa.reporters.protocol import Reporter

__all__ = ["REPORTER"]


class _Html:
    name: ClassVar = "html"
    suffix: ClassVar = ".html"

    def render(self, report: Report, stream: BinaryIO) -> None:
        """Write the page with all units and without a comparison."""
        write_page(report, stream)


REPORTER: Final[Reporter] = _Html()
