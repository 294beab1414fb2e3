"""``qa report``: a saved report in another format, without checking again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qa.cli.check import exit_code
from qa.cli.options import output_options
from qa.cli.output import parse_outputs, write_outputs
from qa.cli.paging import EARLIER, paged, segments_option
from qa.reporters.reading import read_report

if TYPE_CHECKING:
    from qa.reporters.review_page import Segments

__all__ = ["command"]


@click.command("report")
@click.argument("saved", type=click.Path(path_type=Path))
@click.option("--baseline", type=click.Path(path_type=Path), help=EARLIER)
@segments_option
@output_options
def command(
    *, saved: Path, baseline: Path | None, segments: Segments | None, formats: tuple[str, ...], exit_zero: bool
) -> int:
    r"""Write the report SAVED (JSON) in other formats; the exit code is that of its gate.

    \b
    qa report report.json --format html:review.html
    qa report report.json --format html:review.html --baseline last-week.json --segments changed
    """
    outputs = paged(parse_outputs(formats), segments, baseline)
    report = read_report(saved)
    write_outputs(report, outputs, announced=False)
    return exit_code(report, exit_zero=exit_zero)
