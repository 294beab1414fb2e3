"""``qa align``: which source sentences stand against which target sentences."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from qa.align import write_beads
from qa.cli.aligning import Aligning, aligned, aligner_options, beads_option
from qa.cli.alignment_tasks import BEAD_SUFFIXES, Segmentation, check_sides, listed_tasks, single_task
from qa.cli.main import EXIT_PASSED
from qa.cli.modelling import model_options, modelling_options
from qa.cli.options import EXISTING_FILE, config_option, encoding_option, language_options
from qa.cli.settings import Options, configuration
from qa.cli.settings import languages as languages_of
from qa.core.atomic import write_atomically
from qa.core.errors import InputError, UsageError
from qa.core.workflow import unarmed
from qa.engine.corrections import corrected_alignment
from qa.formats import create
from qa.reporters.alignment_page import AlignedText, write_alignment_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.cli.alignment_tasks import Task
    from qa.core.alignment import Alignment
    from qa.engine.pairing import SegmentedPair

__all__ = ["command"]

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command("align")
@click.argument("source", required=False, type=click.Path(path_type=Path))
@click.argument("target", required=False, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=_FILE, help="Result; the suffix picks .jsonl .beads .tmx .xlf .tsv.")
@click.option("--review", type=_FILE, help="A page that shows both texts side by side, with doubtful beads marked.")
@beads_option
@click.option("--segmented", is_flag=True, help="Each line is a segment already.")
@click.option("--pairs", type=_FILE, help="TSV of source path, target path, output name: align many pairs together.")
@click.option("--output-dir", type=click.Path(file_okay=False, path_type=Path), help="Folder for the output names.")
@click.option("--terms", multiple=True, type=EXISTING_FILE, help="Termbase, TBX or CSV; repeatable.")
@aligner_options
@modelling_options
@click.option("--srx", type=_FILE, help="Segmentation rules, SRX 2.0.")
@language_options
@encoding_option
@config_option
def command(  # noqa: PLR0913 -- click passes each option by keyword
    *,
    source: Path | None,
    target: Path | None,
    output: Path | None,
    review: Path | None,
    beads: Path | None,
    segmented: bool,
    pairs: Path | None,
    output_dir: Path | None,
    srx: Path | None,
    **values: Any,  # noqa: ANN401 -- the options of aligner_options, modelling_options and languages
) -> int:
    r"""Align the sentences of SOURCE with those of its translation TARGET.

    \b
    qa align ru.txt en.txt -s ru -t en -o memory.tmx
    qa align ru.txt en.txt -s ru -t en -o found.beads --review found.html
    qa align ru.txt en.txt -s ru -t en --beads corrected.beads -o memory.tmx
    qa align --pairs pairs.tsv --output-dir aligned -s ru -t en --lexicon project.lexicon
    """
    options, aligning = Options.take(values), Aligning.take(values)
    if beads:
        aligning.refuse("where --beads gives the alignment")
    if pairs is None:
        tasks: Sequence[Task] = (_single(source, target, output),)
    else:
        tasks = listed_tasks(pairs, _folder(source, output, output_dir, beads), options.encoding)
    config = configuration(options)
    languages = languages_of(config)
    segmentation = Segmentation(languages=languages, encoding=options.encoding, srx=srx, lines=segmented)
    sides = [_pair(task, segmentation, many=pairs is not None) for task in tasks]
    if beads:
        alignments = [corrected_alignment(beads, sides[0])]
    else:
        models = model_options(
            values["device"], values["batch_size"], download=values["allow_download"], keep=not options.no_cache
        )
        alignments = aligned(sides, aligning, aligning.make(config, languages, models))
    for task, pair, alignment in zip(tasks, sides, alignments, strict=True):
        _write(task.output, pair, alignment, quiet=review is not None)
    if review:
        write_atomically(review, _page(sides, alignments, languages))
    return EXIT_PASSED


def _single(source: Path | None, target: Path | None, output: Path | None) -> Task:
    if source is None or target is None:
        raise UsageError("give SOURCE and TARGET, or --pairs FILE with one pair a line")
    return single_task(source, target, output)


def _folder(source: Path | None, output: Path | None, folder: Path | None, beads: Path | None) -> Path:
    """The folder for the results of a list."""
    if source or output:
        raise UsageError("--pairs takes the texts and outputs from its file; leave out SOURCE, TARGET and -o")
    if beads:
        raise UsageError("--beads is the alignment of one pair; give SOURCE and TARGET, and leave out --pairs")
    if folder is None:
        raise UsageError("--pairs needs --output-dir, the folder for the results")
    return folder


def _pair(task: Task, segmentation: Segmentation, *, many: bool) -> SegmentedPair:
    """The sentences of both texts; among many pairs one may lack a side, and then all of the other stands alone."""
    pair = segmentation.pair(task)
    try:
        check_sides(task, pair)
    except InputError as error:
        if not many:
            raise
        click.echo(unarmed(f"note: {error}; the other side stands alone"), err=True)
    return pair


def _write(output: Path | None, pair: SegmentedPair, alignment: Alignment, *, quiet: bool) -> None:
    if output is None:
        if not quiet:
            for bead in alignment.beads:
                click.echo(msgspec.json.encode(bead).decode())
    elif output.suffix.lower() in BEAD_SUFFIXES:
        write_beads(output, alignment)
    else:
        _make_folder(output.parent)
        create(output, [pair.document(alignment)])


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"the folder cannot be made ({error.strerror}); name another"
        raise InputError(message, path=str(path)) from error


def _page(sides: Sequence[SegmentedPair], alignments: Sequence[Alignment], languages: tuple[str, str]) -> bytes:
    stream = io.BytesIO()
    texts = [
        AlignedText(
            pair.source.document.path or "–",
            pair.target.document.path or "–",
            pair.source.text().sentences,
            pair.target.text().sentences,
            alignment,
        )
        for pair, alignment in zip(sides, alignments, strict=True)
    ]
    write_alignment_page(texts, languages, stream)
    return stream.getvalue()
