"""HTML: one file that needs no network, in which a person reviews every finding and decides on it.

Texts of others are only ever shown as text, and the page's own policy lets no other script or style run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, ClassVar, Final

from qa.reporters.review_page import PageOptions, write_page

if TYPE_CHECKING:
    from qa.core.report import Report
    from qa.reporters.protocol import Reporter

__all__ = ["REPORTER", "Html"]


class Html:
    """Writes the page; with all units and without a comparison unless ``options`` say otherwise."""

    name: ClassVar = "html"
    suffix: ClassVar = ".html"

    def __init__(self, options: PageOptions | None = None) -> None:
        self._options = options or PageOptions()

    def render(self, report: Report, stream: BinaryIO) -> None:
        """Write the page."""
        write_page(report, stream, self._options)


REPORTER: Final[Reporter] = Html()
