"""``qa baseline``: the list of findings that are known, so that only new ones count."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from qa.baseline import create, read_baseline, update, write_baseline
from qa.cli.check import check_files
from qa.cli.folders import files_under
from qa.cli.main import EXIT_PASSED
from qa.cli.options import checking_options, input_format_option
from qa.cli.settings import Options, configuration
from qa.cli.tables import print_table
from qa.core.errors import UsageError
from qa.core.repository import repository_root
from qa.reporters import read_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa.core.report import Report

__all__ = ["command"]

_DEFAULT = Path("qa-baseline.jsonl")

Decorated = TypeVar("Decorated", bound="Callable[..., Any]")


def _input_options(function: Decorated) -> Decorated:
    function = click.option(
        "--from-report", type=click.Path(path_type=Path), help="Take the findings of this saved report; no FILES then."
    )(function)
    function = checking_options(input_format_option(function))
    return click.argument("files", nargs=-1, type=click.Path(path_type=Path))(function)


@click.group("baseline")
def command() -> None:
    """Make and keep the list of findings that are known, so that only new ones count.

    The file is --baseline, else that of the configuration, else qa-baseline.jsonl.
    """


@command.command("create")
@_input_options
@click.option("--force", is_flag=True, help="Write over a baseline that is there.")
def create_command(files: tuple[Path, ...], from_report: Path | None, *, force: bool, **values: Any) -> int:  # noqa: ANN401 -- the options of checking_options
    r"""Put every finding in FILES on the list, and every score that misses its threshold.

    \b
    qa baseline create locales/*.po
    qa baseline create --from-report reports/report.json
    """
    options = Options.take(values)
    path = _path(options)
    if path.exists() and not force:
        message = f"{path} is there already; `qa baseline update` brings it up to date, --force writes over it"
        raise UsageError(message)
    report = _report(files, from_report, options)
    made = create(report, configuration(options).gate, repository_root())
    write_baseline(path, made)
    debts = f", {_plural(len(made.debts), 'score')}" if made.debts else ""
    click.echo(f"{path}: {_plural(sum(entry.count for entry in made.entries), 'finding')}{debts}")
    if configuration(options).baseline is None:
        click.echo(f'write baseline = "{path.as_posix()}" into qa.toml, or give --baseline to `qa check`')
    return EXIT_PASSED


@command.command("update")
@_input_options
@click.option("--accept-new", is_flag=True, help="Let the list grow, too.")
def update_command(files: tuple[Path, ...], from_report: Path | None, *, accept_new: bool, **values: Any) -> int:  # noqa: ANN401 -- the options of checking_options
    r"""Take what FILES no longer have off the list; nothing is put on it without --accept-new.

    Entries of files that are there and not among FILES stay as they are.

    \b
    qa baseline update locales/*.po
    """
    options = Options.take(values)
    path = _path(options)
    old = read_baseline(path)
    report = _report(files, from_report, options)
    made = update(report, old, configuration(options).gate, repository_root(), accept_new=accept_new)
    write_baseline(path, made.baseline)
    click.echo(f"{path}: {made.kept} kept, {made.removed} taken out, {made.added} added")
    if made.refused:
        click.echo(f"not added as new: {_plural(made.refused, 'finding')}; --accept-new adds them")
    return EXIT_PASSED


@command.command("show")
@click.argument("path", required=False, type=click.Path(path_type=Path))
def show_command(path: Path | None) -> int:
    r"""What is on the list, by file and rule.

    \b
    qa baseline show
    """
    baseline = read_baseline(path or _path(Options()))
    counts: Counter[tuple[str, str, str]] = Counter()
    for entry in baseline.entries:
        counts[entry.path, entry.rule, entry.severity] += entry.count
    rows = [(file, rule, severity, str(number)) for (file, rule, severity), number in sorted(counts.items())]
    print_table(("file", "rule", "severity", "findings"), [*rows, ("all", "", "", str(counts.total()))])
    for debt in baseline.debts:
        click.echo(f"{debt.score}{f' of {debt.system}' if debt.system else ''} may miss its threshold: {debt.value:g}")
    return EXIT_PASSED


def _path(options: Options) -> Path:
    return Path(configuration(options).baseline or _DEFAULT)


def _report(files: tuple[Path, ...], saved: Path | None, options: Options) -> Report:
    """The findings at stake, whatever the baseline says."""
    if bool(files) == bool(saved):
        raise UsageError("give FILES to check, or --from-report with a saved report")
    if saved:
        return read_report(saved)
    return check_files(files_under(files), replace(options, baseline=None, no_baseline=True))


def _plural(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
