"""HTML: one file that needs no network, with every finding, both texts, and the suggestion as a word diff.

Texts of others are only ever put in as escaped text, and the page's own policy lets no other script or style run.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, BinaryIO, ClassVar, Final

from qa.core.finding import Severity
from qa.reporters.page import documents, units
from qa.reporters.visible import harmless

if TYPE_CHECKING:
    from jinja2 import Template

    from qa.core.report import Report
    from qa.reporters.protocol import Reporter

__all__ = ["REPORTER"]


class _Html:
    name: ClassVar = "html"
    suffix: ClassVar = ".html"

    def render(self, report: Report, stream: BinaryIO) -> None:
        """Write the page."""
        shown = documents(report)
        page = _template().generate(
            report=report,
            documents=shown,
            units=units(report, shown),
            severities=[(severity, report.summary.findings.get(severity, 0)) for severity in reversed(Severity)],
            rules=sorted({view.finding.rule for document in shown for view in document.findings}),
            scores=[score for score in report.scores if score.level == "corpus"],
            style=_asset("report.css"),
            script=_asset("report.js"),
        )
        stream.writelines(chunk.encode() for chunk in page)


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 -- only where a page is written

    environment = Environment(
        loader=PackageLoader("qa.reporters"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_printable,
    )
    return environment.get_template("report.html.j2")


def _printable(value: object) -> object:
    """What a template puts out, with controls and whatever else cannot be seen in it named; lines stay lines."""
    if type(value) is not str:  # a number, or markup that is done
        return value
    return "\n".join(map(harmless, value.split("\n")))


@cache
def _asset(name: str) -> dict[str, Any]:
    """A style sheet or script of ours, and the hash by which the page's policy knows it."""
    from markupsafe import Markup  # noqa: PLC0415 -- as jinja2

    text = resources.files("qa.reporters").joinpath("templates", name).read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return {"text": Markup(text), "hash": f"sha256-{digest}"}  # noqa: S704 -- our own file, not a text of others


REPORTER: Final[Reporter] = _Html()
