"""Where ``qa fix`` reads units from and writes them to: bilingual files, or a text beside its source."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from qa.api import align_files, check_stream
from qa.cli.check import check_files
from qa.cli.settings import configuration
from qa.cli.settings import languages as languages_of
from qa.core.errors import EncodingError, InputError, UsageError
from qa.formats import Replacement, TextWriter, detect, write_back

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from qa.cli.settings import Options
    from qa.core.report import Report
    from qa.core.segment import Segment
    from qa.engine.fixing import FixedUnit

__all__ = ["Job", "UnitWriter", "checked"]

Refused = tuple["FixedUnit", InputError]


class UnitWriter(Protocol):
    """Puts fixed units into files."""

    def refused(self, path: str, units: Sequence[FixedUnit]) -> Iterable[Refused]:
        """The units whose new text the file cannot hold, each with the reason.

        Raises:
            InputError: the file cannot be written at all.
        """

    def write(self, path: str, units: Sequence[FixedUnit]) -> None:
        """Put the new texts of ``units`` into the file."""


class Job(NamedTuple):
    """What was checked, and who writes it."""

    report: Report
    writer: UnitWriter


def checked(files: Sequence[Path], options: Options) -> Job:
    """Check bilingual files, or two texts as source and translation.

    Raises:
        UsageError: the files are neither.
        InputError: a file cannot be read, or the translation is of a format that is not written back.
    """
    kinds = [] if options.input_format else [detect(path).kind for path in files]
    if "monolingual" not in kinds:
        return Job(check_files(files, options), _Bilingual(options))
    if kinds != ["monolingual", "monolingual"]:
        message = f"{files[kinds.index('monolingual')]}: give either SOURCE and TARGET, two texts, or bilingual files"
        raise UsageError(message)
    writer = TextWriter(files[1], encoding=options.encoding)
    config = configuration(options)
    source, target = languages_of(config)
    batch = align_files(
        files[0],
        files[1],
        source_language=source,
        target_language=target,
        encoding=options.encoding,
        config=config,
    )
    report = check_stream(batch.documents, (source, target), config, date=options.day)
    return Job(report, _Text(writer, {(unit.document, unit.id): unit.target for unit in batch.units()}))


class _Bilingual:
    """Writes targets into files that are read with these options."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._config = configuration(options)

    def write(self, path: str, units: Sequence[FixedUnit]) -> None:
        """Put the targets into the file."""
        self._put(path, units, None)

    def refused(self, path: str, units: Sequence[FixedUnit]) -> Iterator[Refused]:
        """Found by halving, with a copy of the file."""
        try:
            with tempfile.TemporaryDirectory(prefix="qa-") as folder:
                self._put(path, units, Path(folder, "copy"))
        except EncodingError:
            raise
        except InputError as error:
            if len(units) == 1:
                yield units[0], error
            else:
                middle = len(units) // 2
                yield from self.refused(path, units[:middle])
                yield from self.refused(path, units[middle:])

    def _put(self, path: str, units: Iterable[FixedUnit], output: Path | None) -> None:
        write_back(
            Path(path),
            {(unit.unit.document, unit.unit.id): unit.target for unit in units},
            output=output,
            encoding=self._options.encoding,
            format=self._options.input_format,
            source_language=self._config.source_language,
            target_language=self._config.target_language,
        )


class _Text:
    """Writes suggestions into the text that was aligned with its source; ``segments`` are its units' targets."""

    def __init__(self, writer: TextWriter, segments: Mapping[tuple[str, str], Segment]) -> None:
        self._writer = writer
        self._segments = segments

    def write(self, path: str, units: Sequence[FixedUnit]) -> None:
        """Put the suggestions into the file; ``path`` is the writer's own."""
        del path
        self._writer.write(place for unit in units for place in self._places(unit))

    def refused(self, path: str, units: Sequence[FixedUnit]) -> Iterator[Refused]:
        """Each unit with a suggestion that goes over an inline code or the end of a paragraph."""
        del path
        for unit in units:
            try:
                for place in self._places(unit):
                    self._writer.edit(place)
            except EncodingError:
                raise
            except InputError as error:
                yield unit, error

    def _places(self, unit: FixedUnit) -> Iterator[Replacement]:
        segment = self._segments[unit.unit.document, unit.unit.id]
        suggestions = dict.fromkeys(finding.suggestion for finding in unit.applied if finding.suggestion)
        return (Replacement(segment, suggestion.span, suggestion.text) for suggestion in suggestions)
