"""``qa check``: bilingual files in, findings out."""

from __future__ import annotations

import os
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qa.api import check_stream
from qa.cli.cache import cache_for
from qa.cli.changes import changes_since
from qa.cli.folders import files_under
from qa.cli.main import EXIT_FAILED, EXIT_PASSED
from qa.cli.measuring import Measuring, measuring_options
from qa.cli.options import checking_options, decisions_option, input_format_option, jobs_option, output_options
from qa.cli.output import Output, parse_outputs, write_outputs
from qa.cli.paging import page_options, paged
from qa.cli.progress import show_progress
from qa.cli.reading import Reading, take_standard_input
from qa.cli.settings import Options, configuration
from qa.cli.timings import timings_table
from qa.cli.watch import rounds
from qa.core.errors import QaError, UsageError
from qa.engine.scoring import Scoring
from qa.engine.timing import Stopwatch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.config import Config
    from qa.core.report import Report
    from qa.reporters.review_page import Segments

__all__ = ["check_files", "command", "exit_code"]


@click.command("check")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@checking_options
@input_format_option
@jobs_option
@click.option("--diff-base", metavar="REV", help="Let only units count that are not as in this revision of git.")
@click.option("--stdin-filename", type=click.Path(path_type=Path), help="Read standard input as the file of this name.")
@click.option("--allow-empty", is_flag=True, help="No FILES are no mistake.")
@click.option("--watch", is_flag=True, help="Check again whenever a file changes, until interrupted.")
@click.option(
    "--statistics", is_flag=True, help="Print how many findings each rule has; short for --format statistics."
)
@click.option("--timings", is_flag=True, help="Print what each rule costs; checks in one process, without the cache.")
@decisions_option
@measuring_options
@page_options
@output_options
def command(  # noqa: PLR0913 -- click passes each option by keyword
    *,
    files: tuple[Path, ...],
    diff_base: str | None,
    stdin_filename: Path | None,
    allow_empty: bool,
    watch: bool,
    statistics: bool,
    timings: bool,
    segments: Segments | None,
    compare_with: Path | None,
    formats: tuple[str, ...],
    exit_zero: bool,
    **values: Any,  # noqa: ANN401 -- the options of checking_options
) -> int:
    r"""Check bilingual FILES: XLIFF, TMX, PO, TSV, CSV, JSONL.

    A folder stands for every XLIFF, TMX and PO file under it.

    \b
    qa check batch.xlf
    qa check batch.tsv -s ru -t en --terms house.tbx --format json:report.json
    qa check *.po --baseline qa-baseline.jsonl --format github
    qa check *.po --diff-base origin/main --format sarif:qa.sarif
    qa check batch.xlf --decisions decisions.jsonl
    """
    given = None
    if stdin_filename:
        given = take_standard_input(stdin_filename)
        files = (*files, stdin_filename)
    if not (files or allow_empty):
        raise UsageError("Missing argument 'FILES...'; name what to check, or give --allow-empty")
    files = files_under(files, allow_empty=allow_empty)
    outputs = parse_outputs((*formats, "statistics") if statistics else formats)
    outputs = paged(outputs, segments, compare_with)
    stopwatch = Stopwatch() if timings else None
    job = _Job(files, Options.take(values), Measuring.take(values), diff_base, given, outputs, stopwatch)
    if watch:
        job.watch()
    return exit_code(job.run(), exit_zero=exit_zero)


def exit_code(report: Report, *, exit_zero: bool) -> int:
    """0 when the gate passed, 1 when it failed and that may show."""
    return EXIT_PASSED if report.gate.passed or exit_zero else EXIT_FAILED


def check_files(
    files: Sequence[Path],
    options: Options,
    *,
    measuring: Measuring | None = None,
    diff_base: str | None = None,
    given: tuple[Path, bytes] | None = None,
    stopwatch: Stopwatch | None = None,
) -> Report:
    """The report on bilingual files.

    Args:
        files: in the order of the report.
        options: the command line's share of the configuration.
        measuring: what is measured beside MQM, and what scores are compared with.
        diff_base: a revision of git; only units that it has not, or has otherwise, count.
        given: a name among ``files``, and the content that stands for that file.
        stopwatch: counts where the time goes; nothing is taken from the cache then.
    """
    config, decisions = configuration(options), options.decided
    reading = Reading(config, options.encoding, options.input_format, given)
    changes = partial(changes_since, diff_base, reading=reading) if diff_base is not None else None
    documents = show_progress(reading.documents(*files), "checking")
    memory = None if options.no_cache or stopwatch else cache_for(config)
    jobs = options.jobs or os.cpu_count() or 1
    languages = reading.languages(*files)
    return check_stream(
        documents,
        languages,
        config,
        date=options.day,
        changes=changes,
        decisions=decisions,
        scoring=_scoring(measuring, config, options, languages),
        memory=memory,
        jobs=jobs,
        stopwatch=stopwatch,
    )


def _scoring(measuring: Measuring | None, config: Config, options: Options, languages: tuple[str, str]) -> Scoring:
    if measuring is None:
        return Scoring()
    references = None
    if measuring.reference:
        from qa.cli.systems import SystemReader  # noqa: PLC0415 -- it and all that it reads files with, only for this

        references = SystemReader(languages=languages, encoding=options.encoding).texts(measuring.reference)
    return measuring.scoring(config, references, keep=not options.no_cache)


@dataclass(frozen=True, slots=True)
class _Job:
    """What one command line asks for."""

    files: tuple[Path, ...]
    options: Options
    measuring: Measuring
    diff_base: str | None
    given: tuple[Path, bytes] | None
    outputs: tuple[Output, ...]
    stopwatch: Stopwatch | None = None

    def run(self) -> Report:
        """Check once and write the report."""
        if self.stopwatch is None:
            return self._run(None)
        with self.stopwatch.part("the rest"):
            report = self._run(self.stopwatch)
        click.echo(timings_table(self.stopwatch), err=True)
        return report

    def _run(self, watch: Stopwatch | None) -> Report:
        report = check_files(
            self.files,
            self.options,
            measuring=self.measuring,
            diff_base=self.diff_base,
            given=self.given,
            stopwatch=watch,
        )
        with watch.part("writing the report") if watch else nullcontext():
            write_outputs(report, self.outputs)
        return report

    def watch(self) -> None:
        """Check again and again; what is wrong with a file is said, and it is waited for its next change."""
        for changed in rounds(self._watched()):
            if changed:
                click.echo(f"qa: checking again, changed: {', '.join(map(str, changed))}", err=True)
            try:
                self.run()
            except QaError as error:
                click.echo(f"qa: {error}", err=True)

    def _watched(self) -> Iterator[Path]:
        """The files, and everything that they are checked by."""
        yield from self.files
        yield from self.options.decisions
        yield from filter(None, (self.measuring.reference, self.measuring.baseline_report))
        config = configuration(self.options)
        yield from map(Path, (*config.terms, *config.companions, *config.rule_files))
        if self.options.config_path:
            yield self.options.config_path
        if config.baseline:
            yield Path(config.baseline)
