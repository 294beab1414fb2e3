"""``qa terms``: termbases become other files, are looked over, and are learnt from translations."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click
import msgspec

from qa.api import align_files
from qa.cli.main import EXIT_FAILED, EXIT_PASSED
from qa.cli.options import EXISTING_FILE, config_option, encoding_option, language_options
from qa.cli.printing import print_bytes
from qa.cli.reading import Reading
from qa.cli.settings import Options, configuration
from qa.cli.settings import languages as languages_of
from qa.cli.termbases import as_table, losses, read_termbases, table
from qa.core.atomic import write_atomically
from qa.core.errors import UsageError
from qa.core.workflow import unarmed
from qa.formats import detect, read_monolingual
from qa.terms.attestation import unseen_terms
from qa.terms.checking import check_termbase
from qa.terms.extraction import term_candidates
from qa.terms.writing import TbxStyle, to_tbx
from qa.text.analysis import Analysis

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qa.core.document import Document
    from qa.terms.extraction import Candidate
    from qa.terms.termbase import Termbase

__all__ = ["command"]

_FILE = click.Path(dir_okay=False, path_type=Path)
_TBX = frozenset({".tbx", ".xml"})
_DELIMITERS = {".csv": ",", ".tsv": "\t"}
_SEVERITIES = {"conflict": "error", "duplicate": "warning", "nested": "note"}
_SHOWN = 160
"""How many code points of an example are shown."""


@click.group("terms")
def command() -> None:
    """Convert and check termbases, or learn candidate terms from translations."""


@command.command("convert")
@click.argument("termbase", metavar="IN", type=EXISTING_FILE)
@click.argument("output", metavar="OUT", type=_FILE)
@click.option("--style", type=click.Choice(["v2", "dca", "dct"]), help="Version 2 or style of TBX; dca without it.")
@language_options
@config_option
def convert_command(
    *,
    termbase: Path,
    output: Path,
    style: TbxStyle | None,
    source_language: str | None,
    target_language: str | None,
    config_path: Path | None,
) -> int:
    r"""Write the termbase IN (TBX, CSV or TSV) as OUT; the suffix picks .tbx, .csv or .tsv.

    What was not plain in IN, and what OUT cannot hold, is told on standard error.

    \b
    qa terms convert house.csv house.tbx --style dct -s ru -t en
    qa terms convert house.tbx house.csv
    """
    suffix = output.suffix.lower()
    if suffix not in _TBX | _DELIMITERS.keys():
        message = f"{output}: the suffix {output.suffix!r} is not known; take .tbx, .csv or .tsv"
        raise UsageError(message)
    if style and suffix not in _TBX:
        message = f"{output}: --style is for TBX; leave it out, or take the suffix .tbx"
        raise UsageError(message)
    options = Options(source_language=source_language, target_language=target_language, config_path=config_path)
    read = read_termbases([termbase], options)
    if suffix in _TBX:
        content = to_tbx(read.entries, read.source_language, style=style or "dca")
    else:
        content = as_table(read, _DELIMITERS[suffix])
    notes = read.notes if suffix in _TBX else (*read.notes, *losses(read, content, str(output)))
    write_atomically(output, content)
    _say(notes)
    click.echo(f"{output}: {len(read.entries)} entries read from {termbase}", err=True)
    return EXIT_PASSED


@command.command("check")
@click.argument("files", nargs=-1, required=True, type=EXISTING_FILE)
@click.option("--corpus", multiple=True, type=EXISTING_FILE, help="Texts that should have the terms; repeatable.")
@language_options
@encoding_option
@config_option
def check_command(
    *,
    files: tuple[Path, ...],
    corpus: tuple[Path, ...],
    source_language: str | None,
    target_language: str | None,
    encoding: str | None,
    config_path: Path | None,
) -> int:
    r"""Look termbases over, as one.

    An error is a pair of terms that one entry allows and another forbids; the exit code is then 1. A warning is a pair
    that comes twice. A note is a term inside another with another translation, or one that no text of --corpus has.

    \b
    qa terms check house.tbx client.csv -s ru -t en
    qa terms check house.tbx --corpus memory.tmx --corpus ru.txt
    """
    options = Options(
        source_language=source_language, target_language=target_language, config_path=config_path, encoding=encoding
    )
    termbase = read_termbases(files, options)
    _say(termbase.notes)
    remarks = [
        _Remark(one.path, one.line, _SEVERITIES[one.kind], one.kind, one.message) for one in check_termbase(termbase)
    ]
    if corpus:
        remarks += _unseen(termbase, corpus, options)
    for remark in sorted(remarks):
        click.echo(unarmed(f"{remark.path}:{remark.line}: {remark.severity}: {remark.kind}: {remark.message}"))
    errors = sum(remark.severity == "error" for remark in remarks)
    counts = _counted(len(termbase.entries), "entry", "entries"), _counted(len(remarks), "remark", "remarks")
    click.echo(f"{', '.join(counts)}, {_counted(errors, 'error', 'errors')}", err=True)
    return EXIT_FAILED if errors else EXIT_PASSED


@command.command("extract")
@click.argument("files", nargs=-1, required=True, type=EXISTING_FILE)
@click.option("-o", "--output", type=_FILE, help="File, .csv or .tsv; standard output without it.")
@click.option(
    "--min-units",
    type=click.IntRange(min=2),
    default=3,
    show_default=True,
    help="In how many units both terms must stand.",
)
@language_options
@encoding_option
@config_option
def extract_command(
    *,
    files: tuple[Path, ...],
    output: Path | None,
    min_units: int,
    source_language: str | None,
    target_language: str | None,
    encoding: str | None,
    config_path: Path | None,
) -> int:
    r"""List candidate term pairs of SOURCE and its translation TARGET, or of bilingual FILES, the surest first.

    Phrases and names are paired that come together more often than by chance. The status is left empty: give those
    that are right one, and delete the others, before the file serves as a termbase.

    \b
    qa terms extract memory.tmx -o candidates.csv
    qa terms extract ru.txt en.txt -s ru -t en --min-units 2
    """
    if output and output.suffix.lower() not in _DELIMITERS:
        message = f"{output}: the suffix {output.suffix!r} is not known; take .csv or .tsv"
        raise UsageError(message)
    options = Options(
        source_language=source_language, target_language=target_language, config_path=config_path, encoding=encoding
    )
    pairs = (
        (Analysis(unit.source.text, unit.source.language), Analysis(unit.target.text, unit.target.language))
        for document in _documents(files, options)
        for unit in document.units
        if unit.source and unit.target
    )
    rows = (
        (candidate.source, candidate.target, "", _told(candidate))
        for candidate in term_candidates(pairs, fewest=min_units)
    )
    delimiter = _DELIMITERS[output.suffix.lower()] if output else ","
    content = table(chain([("source", "target", "status", "note")], rows), delimiter)
    if output:
        write_atomically(output, content)
    else:
        print_bytes(content)
    return EXIT_PASSED


class _Remark(NamedTuple):
    """Something to look at; sorts by place."""

    path: str
    line: int
    severity: str
    kind: str
    message: str


def _unseen(termbase: Termbase, corpus: Sequence[Path], options: Options) -> Iterator[_Remark]:
    languages = termbase.source_language, termbase.target_language
    for language, texts in zip(languages, _corpus_texts(corpus, languages, options), strict=True):
        analyses = (Analysis(text, language) for text in texts)
        for entry, term in unseen_terms(termbase.entries, language, analyses):
            message = f"“{term.text}” stands nowhere in the corpus; look at its spelling, or give more texts"
            yield _Remark(entry.path, entry.line, "note", "unseen", message)


def _corpus_texts(
    corpus: Sequence[Path], languages: tuple[str, str], options: Options
) -> tuple[Sequence[str], Sequence[str]]:
    """The texts that may be in the source and in the target language; one in an unknown language may be in either."""
    config = msgspec.structs.replace(configuration(options), source_language=languages[0], target_language=languages[1])
    sources: list[str] = []
    targets: list[str] = []
    for path in corpus:
        if detect(path).kind == "bilingual":
            units = [unit for document in Reading(config, options.encoding).documents(path) for unit in document.units]
            sources += (unit.source.text for unit in units)
            targets += (unit.target.text for unit in units)
        else:
            paragraphs = read_monolingual(path, language="und", encoding=options.encoding).paragraphs
            sources += (paragraph.text for paragraph in paragraphs)
            targets += (paragraph.text for paragraph in paragraphs)
    return sources, targets


def _documents(files: Sequence[Path], options: Options) -> Iterable[Document]:
    """The units of bilingual files, or of two texts when they are aligned."""
    kinds = [detect(path).kind for path in files]
    config = configuration(options)
    if "monolingual" not in kinds:
        return Reading(config, options.encoding).documents(*files)
    if kinds != ["monolingual", "monolingual"]:
        message = f"{files[kinds.index('monolingual')]}: give either SOURCE and TARGET, two texts, or bilingual files"
        raise UsageError(message)
    source, target = languages_of(config)
    batch = align_files(
        files[0],
        files[1],
        source_language=source,
        target_language=target,
        encoding=options.encoding,
        config=config,
    )
    return batch.documents


def _told(candidate: Candidate) -> str:
    counts = f"{candidate.units} units ({candidate.source_units} and {candidate.target_units} with either)"
    examples = (f"“{_cut(source)}” – “{_cut(target)}”" for source, target in candidate.examples)
    return "; ".join((counts, f"log-likelihood {candidate.score:.1f}", *examples))


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + "…"


def _say(notes: Iterable[str]) -> None:
    for note in notes:
        click.echo(unarmed(f"note: {note}"), err=True)


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
