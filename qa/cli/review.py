"""``qa review``: the review page of a report, as a file or with a server behind it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import cast

import click

from qa.cli.main import EXIT_PASSED
from qa.core.atomic import write_atomically
from qa.core.errors import UsageError
from qa.reporters import read_report
from qa.reporters.review_page import PageOptions, Segments, write_page

__all__ = ["command"]

_PATH = click.Path(path_type=Path)


@click.group("review")
def command() -> None:
    """Review findings in a browser, alone or as a team."""


@command.command("page")
@click.argument("report", type=_PATH)
@click.option("-o", "--output", type=_PATH, default=Path("review.html"), show_default=True, help="The page.")
@click.option("--baseline", type=_PATH, help="An earlier report: shows what is new, fixed and persisting.")
@click.option(
    "--segments",
    type=click.Choice(["findings", "changed", "all"]),
    default="all",
    show_default=True,
    help="Which segments are listed; `changed` needs --baseline.",
)
def page_command(report: Path, output: Path, baseline: Path | None, segments: str) -> int:
    r"""Write the review page of a saved REPORT: one HTML file that needs no network.

    \b
    qa review page report.json -o review.html --baseline last-week.json --segments changed
    """
    if segments == "changed" and baseline is None:
        raise UsageError("--segments changed needs a report to compare with: give --baseline")
    options = PageOptions(segments=cast("Segments", segments), baseline=read_report(baseline) if baseline else None)
    buffer = io.BytesIO()
    write_page(read_report(report), buffer, options)
    write_atomically(output, buffer.getvalue())
    click.echo(f"review: {output}", err=True)
    return EXIT_PASSED
