"""``qa align``: which source sentences stand against which target sentences."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from qa.align import Aligner, Lexicon, write_beads
from qa.cli.main import EXIT_PASSED
from qa.cli.options import encoding_option, language_options
from qa.cli.settings import Options, configuration
from qa.cli.settings import languages as languages_of
from qa.core.errors import FormatError, UsageError
from qa.engine.lines import line_sentences
from qa.engine.pairing import SegmentedPair, segment_pair
from qa.formats import create, read_lines, read_monolingual

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.core.alignment import Alignment

__all__ = ["command"]

_BEAD_SUFFIXES = {".beads", ".jsonl"}
_BITEXT_SUFFIXES = {".tmx", ".xlf", ".xliff", ".tsv"}
_FILE = click.Path(dir_okay=False, path_type=Path)


@dataclass(frozen=True, slots=True)
class _Task:
    """Two texts to align, and the file for the result; None for standard output."""

    source: Path
    target: Path
    output: Path | None


@click.command("align")
@click.argument("source", required=False, type=click.Path(path_type=Path))
@click.argument("target", required=False, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=_FILE, help="Result; the suffix picks .jsonl .beads .tmx .xlf .tsv.")
@click.option("--segmented", is_flag=True, help="Each line is a segment already.")
@click.option("--pairs", type=_FILE, help="TSV of source path, target path, output name: align many pairs together.")
@click.option("--output-dir", type=click.Path(file_okay=False, path_type=Path), help="Folder for the output names.")
@click.option("--lexicon", type=_FILE, help="Learnt word pairs: read when there, written anew afterwards.")
@click.option("--srx", type=_FILE, help="Segmentation rules, SRX 2.0.")
@language_options
@encoding_option
def command(  # noqa: PLR0913 -- click passes each option by keyword
    *,
    source: Path | None,
    target: Path | None,
    output: Path | None,
    segmented: bool,
    pairs: Path | None,
    output_dir: Path | None,
    lexicon: Path | None,
    srx: Path | None,
    source_language: str | None,
    target_language: str | None,
    encoding: str | None,
) -> int:
    r"""Align the sentences of SOURCE with those of its translation TARGET.

    \b
    qa align ru.txt en.txt -s ru -t en -o memory.tmx
    qa align --pairs pairs.tsv --output-dir aligned -s ru -t en --lexicon project.lexicon
    """
    tasks = _tasks(source, target, output, pairs, output_dir)
    options = Options(source_language=source_language, target_language=target_language)
    languages = languages_of(configuration(options))
    sides = [_pair(task, languages, encoding, srx, segmented=segmented) for task in tasks]
    known = Lexicon.read(lexicon) if lexicon and lexicon.exists() else None
    aligner = Aligner(*languages, lexicon=known)
    alignments = aligner.align([pair.texts() for pair in sides])
    for task, pair, alignment in zip(tasks, sides, alignments, strict=True):
        _write(task.output, pair, alignment)
    if lexicon:
        aligner.lexicon.write(lexicon)
    return EXIT_PASSED


def _tasks(
    source: Path | None, target: Path | None, output: Path | None, pairs: Path | None, folder: Path | None
) -> Sequence[_Task]:
    if pairs is None:
        if source is None or target is None:
            raise UsageError("give SOURCE and TARGET, or --pairs FILE with one pair a line")
        return (_checked(_Task(source, target, output)),)
    if source or output:
        raise UsageError("--pairs takes the texts and outputs from its file; leave out SOURCE, TARGET and -o")
    if folder is None:
        raise UsageError("--pairs needs --output-dir, the folder for the results")
    return tuple(_listed(pairs, folder))


def _listed(pairs: Path, folder: Path) -> Iterator[_Task]:
    """The tasks of a list; its paths are taken from the list's own folder where they are relative."""
    lines = (line.text for line in read_lines(pairs, language="und").paragraphs)
    rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    for number, row in enumerate(rows, start=1):
        if not row:
            continue
        if len(row) != 3:  # noqa: PLR2004 -- source, target, name
            message = (
                f"has {len(row)} columns, not 3; write source path, target path and output name, with tabs between"
            )
            raise FormatError(message, path=str(pairs), line=number)
        yield _checked(_Task(pairs.parent / row[0], pairs.parent / row[1], folder / row[2]))


def _checked(task: _Task) -> _Task:
    known = _BEAD_SUFFIXES | _BITEXT_SUFFIXES
    if task.output and task.output.suffix.lower() not in known:
        message = (
            f"{task.output}: the suffix {task.output.suffix!r} is not known; take one of {' '.join(sorted(known))}"
        )
        raise UsageError(message)
    return task


def _pair(
    task: _Task, languages: tuple[str, str], encoding: str | None, srx: Path | None, *, segmented: bool
) -> SegmentedPair:
    paths = (task.source, task.target)
    if segmented:
        sides = [line_sentences(path, language, encoding) for path, language in zip(paths, languages, strict=True)]
        return SegmentedPair(sides[0], sides[1])
    texts = [
        read_monolingual(path, language=language, encoding=encoding)
        for path, language in zip(paths, languages, strict=True)
    ]
    return segment_pair(texts[0], texts[1], srx)


def _write(output: Path | None, pair: SegmentedPair, alignment: Alignment) -> None:
    if output is None:
        for bead in alignment.beads:
            click.echo(msgspec.json.encode(bead).decode())
    elif output.suffix.lower() in _BEAD_SUFFIXES:
        output.parent.mkdir(parents=True, exist_ok=True)
        write_beads(output, alignment)
    else:
        output.parent.mkdir(parents=True, exist_ok=True)
        create(output, [pair.document(alignment)])
