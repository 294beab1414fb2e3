"""``qa score``: how good translations are, in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from qa.cli.check import exit_code
from qa.cli.options import config_option, encoding_option, language_options, output_options
from qa.cli.output import parse_outputs, write_outputs
from qa.cli.settings import Options, configuration
from qa.core.document import Document, TranslationUnit
from qa.core.errors import FormatError, InputError
from qa.core.segment import Segment
from qa.engine.lines import line_sentences
from qa.engine.recording import Recorder
from qa.engine.reporting import make_report
from qa.formats import detect, read_bilingual
from qa.gate import judge
from qa.metrics import score_batch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.core.report import Report
    from qa.core.score import Level, Score

__all__ = ["command"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Request:
    """What is scored, and how."""

    files: tuple[Path, ...]
    references: tuple[Path, ...]
    source: Path | None
    metrics: tuple[str, ...]
    levels: frozenset[Level]
    bootstrap: int
    languages: tuple[str | None, str | None]
    encoding: str | None


@click.command("score")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--reference", multiple=True, type=click.Path(path_type=Path), help="Reference translation; repeatable.")
@click.option("--source", type=click.Path(path_type=Path), help="The source text, line by line.")
@click.option(
    "--metric", multiple=True, metavar="NAME", help="bleu, chrf, chrf++ or ter; repeatable. bleu and chrf without it."
)
@click.option(
    "--level",
    multiple=True,
    type=click.Choice(["corpus", "document", "segment"]),
    help="Which scores to report; repeatable. Corpus without it.",
)
@click.option("--bootstrap", type=click.IntRange(min=0), default=0, help="Resamples for a 95 % confidence interval.")
@language_options
@config_option
@encoding_option
@output_options
def command(  # noqa: PLR0913 -- click passes each option by keyword
    *,
    files: tuple[Path, ...],
    reference: tuple[Path, ...],
    source: Path | None,
    metric: tuple[str, ...],
    level: tuple[Level, ...],
    bootstrap: int,
    source_language: str | None,
    target_language: str | None,
    config_path: Path | None,
    encoding: str | None,
    formats: tuple[str, ...],
    exit_zero: bool,
) -> int:
    r"""Score FILES, each a system's translation: plain text line by line, or any bilingual format.

    \b
    qa score system.txt --reference reference.txt --metric bleu --metric chrf++
    """
    outputs = parse_outputs(formats)
    options = Options(source_language=source_language, target_language=target_language, config_path=config_path)
    config = configuration(options)
    request = _Request(
        files=files,
        references=reference,
        source=source,
        metrics=metric or ("bleu", "chrf"),
        levels=frozenset(level or ("corpus",)),
        bootstrap=bootstrap,
        languages=(config.source_language, config.target_language),
        encoding=encoding,
    )
    report = _report(request)
    verdict = judge(report.findings, report.scores, report.summary, config.gate)
    report = msgspec.structs.replace(report, gate=verdict)
    write_outputs(report, outputs)
    return exit_code(report, exit_zero=exit_zero)


def _report(request: _Request) -> Report:
    recorder = Recorder()
    references = [_targets(path, request) for path in request.references]
    scores: list[Score] = []
    for path in request.files:
        units = [unit for document in recorder.watch(_documents(path, request)) for unit in document.units]
        scores += _named(_score(units, references, request), path if len(request.files) > 1 else None)
    languages = tuple(language or "und" for language in request.languages)
    return make_report(recorder, (languages[0], languages[1]), scores=scores)


def _score(
    units: Sequence[TranslationUnit], references: Sequence[Sequence[str]], request: _Request
) -> tuple[Score, ...]:
    return score_batch(
        request.metrics,
        [unit.target.text for unit in units],
        references,
        [unit.document for unit in units],
        units=[unit.id for unit in units],
        levels=request.levels,
        bootstrap=request.bootstrap,
        target_language=request.languages[1] or "",
    )


def _named(scores: Sequence[Score], path: Path | None) -> Iterator[Score]:
    """The scores with the system they belong to, where there are several."""
    for score in scores:
        yield msgspec.structs.replace(score, system=path.stem) if path else score


def _targets(path: Path, request: _Request) -> list[str]:
    return [unit.target.text for document in _documents(path, request) for unit in document.units]


def _documents(path: Path, request: _Request) -> Iterator[Document]:
    if _is_bilingual(path):
        source, target = request.languages
        yield from read_bilingual(path, source_language=source, target_language=target, encoding=request.encoding)
    else:
        yield _line_document(path, request)


def _is_bilingual(path: Path) -> bool:
    """Anything that is not known as a bilingual format is read as plain lines, as sacrebleu does."""
    try:
        return detect(path).kind == "bilingual"
    except FormatError:
        raise
    except InputError:
        return False


def _line_document(path: Path, request: _Request) -> Document:
    source_language, target_language = (language or "und" for language in request.languages)
    targets = line_sentences(path, target_language, request.encoding).filled
    sources: Sequence[Segment] = [Segment(source_language, "") for _ in targets]
    if request.source:
        sources = line_sentences(request.source, source_language, request.encoding).filled
        if len(sources) != len(targets):
            message = (
                f"has {len(targets)} lines and the source {request.source} {len(sources)}; they must go line by line"
            )
            raise FormatError(message, path=path.as_posix())
    units = tuple(
        TranslationUnit(str(number), path.stem, source, target)
        for number, (source, target) in enumerate(zip(sources, targets, strict=True), start=1)
    )
    return Document(path.stem, path.as_posix(), source_language, target_language, units, running_text=False)
