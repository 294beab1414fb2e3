"""``qa run``: the main job, from two texts to a report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qa.api import check_stream
from qa.cli.aligning import Aligning, aligned, aligner_options, beads_option
from qa.cli.cache import cache_for
from qa.cli.check import exit_code
from qa.cli.measuring import Measuring, measuring_options
from qa.cli.options import checking_options, decisions_option, output_options
from qa.cli.output import Output, parse_outputs, write_outputs
from qa.cli.paging import page_options, paged
from qa.cli.settings import Options, configuration
from qa.cli.settings import languages as languages_of
from qa.engine.corrections import corrected_alignment
from qa.engine.pairing import segment_pair
from qa.engine.references import aligned_references
from qa.formats import read_monolingual
from qa.reporters import reporter

if TYPE_CHECKING:
    from qa.align import Aligner
    from qa.core.document import Document
    from qa.engine.pairing import SegmentedPair
    from qa.reporters.review_page import Segments

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
@beads_option
@aligner_options
@checking_options
@decisions_option
@measuring_options
@page_options
@output_options
def command(  # noqa: PLR0913 -- click passes each option by keyword
    *,
    source: Path,
    target: Path,
    output_dir: Path,
    srx: Path | None,
    beads: Path | None,
    segments: Segments | None,
    compare_with: Path | None,
    formats: tuple[str, ...],
    exit_zero: bool,
    **values: Any,  # noqa: ANN401 -- the options of checking_options
) -> int:
    r"""Align SOURCE with its translation TARGET, check, score and report.

    \b
    qa run ru.txt en.txt -s ru -t en --companions companions.toml -o reports
    qa run ru.txt en.txt -s ru -t en --reference editor.txt --metric chrf++
    """
    options, measuring, aligning = Options.take(values), Measuring.take(values), Aligning.take(values)
    outputs = paged((*parse_outputs(formats), *_report_files(output_dir)), segments, compare_with)
    config, decisions = configuration(options), options.decided
    languages = languages_of(config)
    texts = [
        read_monolingual(path, language=language, encoding=options.encoding)
        for path, language in zip((source, target), languages, strict=True)
    ]
    aligner = aligning.make(config, languages, measuring.models(keep=not options.no_cache))
    documents = (_document(segment_pair(texts[0], texts[1], srx), beads, aligning, aligner),)
    references = None
    if measuring.reference:
        reference = read_monolingual(measuring.reference, language=languages[1], encoding=options.encoding)
        sentences = segment_pair(texts[0], reference, srx).target
        references = aligned_references(documents[0], sentences, aligner)
    report = check_stream(
        documents,
        languages,
        config,
        date=options.day,
        decisions=decisions,
        scoring=measuring.scoring(config, references, keep=not options.no_cache),
        memory=None if options.no_cache else cache_for(config),
    )
    write_outputs(report, outputs)
    click.echo(f"report: {output_dir / 'report.json'}\nreview: {output_dir / 'review.html'}", err=True)
    return exit_code(report, exit_zero=exit_zero)


def _document(pair: SegmentedPair, beads: Path | None, aligning: Aligning, aligner: Aligner) -> Document:
    """The units by the alignment of a file, or else of the aligner."""
    if beads is None:
        return pair.document(aligned([pair], aligning, aligner)[0])
    aligning.refuse("where --beads gives the alignment")
    return pair.document(corrected_alignment(beads, pair))


def _report_files(folder: Path) -> tuple[Output, Output]:
    return Output(reporter("json"), folder / "report.json"), Output(reporter("html"), folder / "review.html")
