"""``qa review``: the review page of a report, as a file or with a server behind it."""

from __future__ import annotations

import contextlib
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qa.cli.main import EXIT_PASSED
from qa.cli.paging import EARLIER, page_of, segments_option
from qa.core.atomic import write_atomically
from qa.core.errors import UsageError
from qa.reporters import read_report
from qa.reporters.review_page import write_page
from qa.review import write_decisions
from qa.review.decision import encode_decisions

if TYPE_CHECKING:
    from qa.reporters.review_page import Segments

__all__ = ["command"]

_PATH = click.Path(path_type=Path)


@click.group("review")
def command() -> None:
    """Review findings in a browser, alone or as a team."""


@command.command("page")
@click.argument("report", type=_PATH)
@click.option("-o", "--output", type=_PATH, default=Path("review.html"), show_default=True, help="The page.")
@click.option("--baseline", type=_PATH, help=EARLIER)
@segments_option
def page_command(report: Path, output: Path, baseline: Path | None, segments: Segments | None) -> int:
    r"""Write the review page of a saved REPORT: one HTML file that needs no network.

    \b
    qa review page report.json -o review.html --baseline last-week.json --segments changed
    """
    options = page_of(segments, baseline)
    buffer = io.BytesIO()
    write_page(read_report(report), buffer, options)
    write_atomically(output, buffer.getvalue())
    click.echo(f"review: {output}", err=True)
    return EXIT_PASSED


@command.command("serve")
@click.argument("reports", nargs=-1, required=True, type=_PATH)
@click.option("--reviewer", "reviewers", multiple=True, metavar="NAME", help="Who may come in; repeatable.")
@click.option("--assign", multiple=True, metavar="NAME=DOCUMENTS", help="Documents a reviewer is given, as `news*`.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, show_default=True, help="0 takes a free one.")
@click.option(
    "--database", type=_PATH, default=Path("review.sqlite"), show_default=True, help="Where decisions are kept."
)
def serve_command(
    reports: tuple[Path, ...], reviewers: tuple[str, ...], assign: tuple[str, ...], port: int, database: Path
) -> int:
    r"""Serve the review pages of saved REPORTS to a team on this machine; decisions are kept in a database.

    Each reviewer gets a link that works once. Ctrl+C ends the server.

    \b
    qa review serve report.json --reviewer Anna --reviewer Boris --assign "Boris=sport*"
    """
    from qa.review.journal import Journal  # noqa: PLC0415 -- sqlite and http load only when used
    from qa.review.server import ReviewServer  # noqa: PLC0415
    from qa.review.team import ServedReport, Team  # noqa: PLC0415

    assigned: dict[str, str] = {}
    for name, documents in map(_assignment, assign):
        assigned[name] = f"{assigned[name]},{documents}" if name in assigned else documents
    names = dict.fromkeys([*reviewers, *assigned] or ["reviewer"], "")
    served = [ServedReport.of(read_report(path)) for path in reports]
    team = Team({one.id: one for one in served}, Journal(database), names | assigned)
    team.share_out()
    with ReviewServer(team, port) as server:
        for name, token in team.invite():
            click.echo(f"{name}: {server.link(token)}")
        sys.stdout.flush()
        with contextlib.suppress(KeyboardInterrupt):
            server.serve_forever()
    team.journal.close()
    return EXIT_PASSED


@command.command("export")
@click.argument("database", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-o", "--output", type=_PATH, help="File for the decisions; standard output without it.")
@click.option("--history", is_flag=True, help="Every decision ever made, not only the last on each finding.")
def export_command(database: Path, output: Path | None, *, history: bool) -> int:
    r"""Write the decisions that a team made as JSON lines, for `qa decisions` and `qa check --decisions`.

    \b
    qa review export review.sqlite -o decisions.jsonl
    """
    from qa.review.journal import Journal  # noqa: PLC0415 -- sqlite loads only when used

    journal = Journal(database)
    select = journal.history if history else journal.current
    decisions = [decision for report in journal.reports() for decision in select(report)]
    journal.close()
    if output:
        write_decisions(output, decisions)
    else:
        click.echo(encode_decisions(decisions), nl=False)
    return EXIT_PASSED


def _assignment(entry: str) -> tuple[str, str]:
    name, sign, documents = entry.partition("=")
    if not (name and sign and documents):
        message = f"--assign wants NAME=DOCUMENTS, not {entry!r}"
        raise UsageError(message)
    return name, documents
