"""``qa report``: a saved report in another format, without checking again."""

from __future__ import annotations

from pathlib import Path

import click

from qa.cli.check import exit_code
from qa.cli.options import output_options
from qa.cli.output import parse_outputs, write_outputs
from qa.reporters.reading import read_report

__all__ = ["command"]


@click.command("report")
@click.argument("saved", type=click.Path(path_type=Path))
@output_options
def command(saved: Path, formats: tuple[str, ...], exit_zero: bool) -> int:  # noqa: FBT001 -- click passes options by keyword
    r"""Write the report SAVED (JSON) in other formats; the exit code is that of its gate.

    \b
    qa report report.json --format html:review.html
    """
    outputs = parse_outputs(formats)
    report = read_report(saved)
    write_outputs(report, outputs, announced=False)
    return exit_code(report, exit_zero=exit_zero)
