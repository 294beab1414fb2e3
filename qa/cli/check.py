"""``qa check``: bilingual files in, findings out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qa.api import check_stream
from qa.cli.main import EXIT_FAILED, EXIT_PASSED
from qa.cli.options import checking_options, input_format_option, output_options
from qa.cli.output import parse_outputs, write_outputs
from qa.cli.progress import show_progress
from qa.cli.settings import Options, configuration
from qa.core.errors import UsageError
from qa.formats import read_bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.config import Config
    from qa.core.document import Document
    from qa.core.report import Report

__all__ = ["command", "exit_code"]


@click.command("check")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@checking_options
@input_format_option
@output_options
def command(files: tuple[Path, ...], formats: tuple[str, ...], *, exit_zero: bool, **values: Any) -> int:  # noqa: ANN401 -- the options of checking_options
    r"""Check bilingual FILES: XLIFF, TMX, PO, TSV, CSV, JSONL.

    \b
    qa check batch.xlf
    qa check batch.tsv -s ru -t en --terms house.tbx --format json:report.json
    """
    options = Options.take(values)
    outputs = parse_outputs(formats)
    config = configuration(options)
    stream = _Stream(files, config, options)
    documents = show_progress(stream.documents(), "checking")
    report = check_stream(documents, stream.languages(), config, date=options.day)
    write_outputs(report, outputs)
    return exit_code(report, exit_zero=exit_zero)


def exit_code(report: Report, *, exit_zero: bool) -> int:
    """0 when the gate passed, 1 when it failed and that may show."""
    return EXIT_PASSED if report.gate.passed or exit_zero else EXIT_FAILED


@dataclass(frozen=True, slots=True)
class _Stream:
    """The documents of several files, one at a time."""

    files: tuple[Path, ...]
    config: Config
    options: Options

    def documents(self) -> Iterator[Document]:
        """All documents in the order of the files."""
        for path in self.files:
            yield from read_bilingual(
                path,
                source_language=self.config.source_language,
                target_language=self.config.target_language,
                encoding=self.options.encoding,
                format=self.options.input_format,
            )

    def languages(self) -> tuple[str, str]:
        """As given, else as the first document says.

        Raises:
            UsageError: no file has a document, and nothing else tells the languages.
        """
        source, target = self.config.source_language, self.config.target_language
        if source and target:
            return source, target
        first = next(self.documents(), None)
        if first is None:
            message = f"{self.files[0]}: no unit tells the languages; give -s and -t"
            raise UsageError(message)
        return source or first.source_language, target or first.target_language
