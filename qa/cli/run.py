"""``qa run``: the main job, from two texts to a report."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from qa.align import Aligner
from qa.api import check_stream
from qa.cli.cache import cache_for
from qa.cli.check import exit_code
from qa.cli.options import checking_options, output_options
from qa.cli.output import Output, parse_outputs, write_outputs
from qa.cli.settings import Options, configuration
from qa.cli.settings import languages as languages_of
from qa.engine.pairing import pair_documents, segment_pair
from qa.formats import read_monolingual
from qa.reporters import reporter

__all__ = ["command"]


@click.command("run")
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("target", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output-dir",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("reports"),
    show_default=True,
    help="Folder for report.json and review.html.",
)
@click.option("--srx", type=click.Path(dir_okay=False, path_type=Path), help="Segmentation rules, SRX 2.0.")
@checking_options
@output_options
def command(
    *,
    source: Path,
    target: Path,
    output_dir: Path,
    srx: Path | None,
    formats: tuple[str, ...],
    exit_zero: bool,
    **values: Any,  # noqa: ANN401 -- the options of checking_options
) -> int:
    r"""Align SOURCE with its translation TARGET, check, score and report.

    \b
    qa run ru.txt en.txt -s ru -t en --companions companions.toml -o reports
    """
    options = Options.take(values)
    outputs = (*parse_outputs(formats), *_report_files(output_dir))
    config = configuration(options)
    languages = languages_of(config)
    texts = [
        read_monolingual(path, language=language, encoding=options.encoding)
        for path, language in zip((source, target), languages, strict=True)
    ]
    documents = pair_documents([segment_pair(texts[0], texts[1], srx)], Aligner(*languages))
    memory = None if options.no_cache else cache_for(config)
    report = check_stream(documents, languages, config, date=options.day, memory=memory)
    write_outputs(report, outputs)
    click.echo(f"report: {output_dir / 'report.json'}\nreview: {output_dir / 'review.html'}", err=True)
    return exit_code(report, exit_zero=exit_zero)


def _report_files(folder: Path) -> tuple[Output, Output]:
    return Output(reporter("json"), folder / "report.json"), Output(reporter("html"), folder / "review.html")
