"""Options that shape the review page, and the outputs that they are meant for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from qa.core.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qa.cli.output import Output
    from qa.reporters.review_page import PageOptions, Segments

__all__ = ["EARLIER", "page_of", "page_options", "paged", "segments_option"]

EARLIER: Final = "An earlier report: the review page shows what is new, fixed and persisting."

Decorated = TypeVar("Decorated", bound="Callable[..., Any]")

segments_option = click.option(
    "--segments",
    type=click.Choice(["findings", "changed", "all"]),
    help="Which segments the review page lists; all of them without it. `changed` needs an earlier report.",
)


def page_options(function: Decorated) -> Decorated:
    """For commands whose own ``--baseline`` is something else."""
    earlier = click.option("--compare-with", type=click.Path(path_type=Path), metavar="REPORT", help=EARLIER)
    return segments_option(earlier(function))


def page_of(segments: Segments | None, earlier: Path | None) -> PageOptions:
    """How a page is to be made.

    Raises:
        UsageError: changed segments are asked for, and there is nothing that they differ from.
        InputError: the earlier report cannot be read.
    """
    from qa.reporters import read_report  # noqa: PLC0415 -- loaded only where a page is made
    from qa.reporters.review_page import PageOptions  # noqa: PLC0415

    if segments == "changed" and earlier is None:
        raise UsageError("--segments changed needs an earlier report to compare with; name one, or take `findings`")
    return PageOptions(segments=segments or "all", baseline=read_report(earlier) if earlier else None)


def paged(outputs: Sequence[Output], segments: Segments | None, earlier: Path | None) -> tuple[Output, ...]:
    """The outputs, review pages made as asked.

    Raises:
        UsageError: something is asked of a page, and none is written; or as :func:`page_of`.
        InputError: as :func:`page_of`.
    """
    if segments is None and earlier is None:
        return tuple(outputs)
    from qa.reporters.html import Html  # noqa: PLC0415 -- loaded only where a page is made

    page = Html(page_of(segments, earlier))
    if all(output.reporter.name != page.name for output in outputs):
        raise UsageError("--segments and an earlier report shape the review page; add --format html:review.html")
    return tuple(replace(output, reporter=page) if output.reporter.name == page.name else output for output in outputs)
