"""``qa check``: bilingual files in, findings out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from qa.cli.main import EXIT_FAILED, EXIT_PASSED
from qa.cli.options import checking_options, output_options
from qa.cli.output import parse_outputs, write_outputs
from qa.cli.progress import show_progress
from qa.cli.settings import Options, load_config, resolve_languages, resources, rules, thresholds
from qa.core.errors import UsageError
from qa.engine.checking import check_documents
from qa.formats import read_bilingual
from qa.gate import judge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qa.config import Config
    from qa.core.document import Document
    from qa.core.report import Report

__all__ = ["command", "judged_report", "leave"]


@click.command("check")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@checking_options
@output_options
def command(files: tuple[Path, ...], formats: tuple[str, ...], exit_zero: bool, **values: Any) -> int:  # noqa: ANN401, FBT001 -- click passes options by keyword
    r"""Check bilingual FILES: XLIFF, TMX, PO, TSV, CSV, JSONL.

    \b
    qa check batch.xlf
    qa check batch.tsv -s ru -t en --terms house.tbx --format json:report.json
    """
    options = Options.of(values)
    outputs = parse_outputs(formats)
    config = load_config(options.config_path)
    batch = _Stream(files, config, options)
    report = judged_report(batch.documents(), batch.languages(), config, options)
    write_outputs(report, outputs)
    return leave(report, exit_zero=exit_zero)


def judged_report(
    documents: Iterable[Document],
    languages: tuple[str, str],
    config: Config,
    options: Options,
    *,
    notes: Sequence[str] = (),
) -> Report:
    """Check the documents, then judge the gate."""
    source, target = languages
    report = check_documents(
        show_progress(documents, "checking"),
        rules(config, options, target),
        resources(config, options, source, target),
        notes=notes,
    )
    verdict = judge(report.findings, report.scores, report.summary, thresholds(config, options))
    return msgspec.structs.replace(report, gate=verdict)


def leave(report: Report, *, exit_zero: bool) -> int:
    """The exit code."""
    return EXIT_PASSED if report.gate.passed or exit_zero else EXIT_FAILED


@dataclass(frozen=True, slots=True)
class _Stream:
    """The documents of several files, one at a time."""

    files: tuple[Path, ...]
    config: Config
    options: Options

    def documents(self) -> Iterator[Document]:
        """All documents in the order of the files; a file's documents are named after it when several are read."""
        source, target = resolve_languages(self.config, self.options)
        for path in self.files:
            yield from read_bilingual(
                path, source_language=source, target_language=target, encoding=self.options.encoding
            )

    def languages(self) -> tuple[str, str]:
        """As given, else as the first document says.

        Raises:
            UsageError: no file has a document, and nothing else tells the languages.
        """
        source, target = resolve_languages(self.config, self.options)
        if source and target:
            return source, target
        first = next(self.documents(), None)
        if first is None:
            message = f"{self.files[0]}: no unit tells the languages; give -s and -t"
            raise UsageError(message)
        return source or first.source_language, target or first.target_language
