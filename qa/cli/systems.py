"""The systems that a command scores: plain lines, bilingual files, annotations by people, saved reports."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import msgspec

from qa.core.document import Document, TranslationUnit
from qa.core.errors import FormatError, InputError, UsageError
from qa.core.report import SCHEMA
from qa.core.segment import Segment
from qa.engine.lines import line_sentences
from qa.formats import detect, read_bilingual
from qa.metrics.annotations import AnnotatedSegment, detect_annotations, read_annotations
from qa.reporters import read_report

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from qa.core.finding import Finding

__all__ = ["System", "SystemReader", "annotated"]

_HEAD: Final = 256
"""Bytes in which a saved report says what it is."""


@dataclass(frozen=True, slots=True)
class System:
    """The translations of one system."""

    name: str
    path: Path
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...] | None = None
    """What people, or a saved report, found in them; None where nobody has looked yet."""
    raters: tuple[str, ...] = ()
    """Who looked at each unit, in order; empty where nobody did."""

    @property
    def units(self) -> tuple[TranslationUnit, ...]:
        """All units of all documents."""
        return tuple(unit for document in self.documents for unit in document.units)


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemReader:
    """How the files of one command are read."""

    languages: tuple[str | None, str | None]
    source: Path | None = None
    """The source text, line by line."""
    documents: Path | None = None
    """The document of each line."""
    encoding: str | None = None

    def systems(self, paths: Sequence[Path]) -> list[System]:
        """Every system of every file, in order.

        Raises:
            InputError: a file is missing, unreadable or broken.
            FormatError: texts that go line by line differ in their number of lines.
        """
        stems = Counter(path.stem for path in paths)
        named = [(path, path.stem if stems[path.stem] == 1 else path.as_posix()) for path in paths]
        systems = [system for path, name in named for system in self._read(path, name)]
        return [_told_apart(system) for system in systems] if len(systems) > 1 else systems

    def texts(self, path: Path) -> list[str]:
        """The target side of a file, such as a reference; raises as :meth:`systems`."""
        documents = self._plain_documents(path, path.stem, with_source=False)
        return [unit.target.text for document in documents for unit in document.units]

    def _read(self, path: Path, name: str) -> Iterator[System]:
        if detect_annotations(path):
            yield from _annotated_systems(read_annotations(path), path, name, self._known)
        elif _is_report(path):
            yield _reported(path, name, self._known)
        else:
            yield System(name, path, tuple(self._plain_documents(path, name)))

    @property
    def _known(self) -> tuple[str, str]:
        source, target = (language or "und" for language in self.languages)
        return source, target

    def _plain_documents(self, path: Path, name: str, *, with_source: bool = True) -> Iterator[Document]:
        if _is_bilingual(path):
            source, target = self.languages
            yield from read_bilingual(path, source_language=source, target_language=target, encoding=self.encoding)
        else:
            yield from self._line_documents(path, name, with_source=with_source)

    def _line_documents(self, path: Path, name: str, *, with_source: bool) -> Iterator[Document]:
        source_language, target_language = self._known
        targets = line_sentences(path, target_language, self.encoding).filled
        sources: Sequence[Segment] = [Segment(source_language, "") for _ in targets]
        if with_source and self.source:
            sources = line_sentences(self.source, source_language, self.encoding).filled
            _same_length(path, len(targets), f"the source {self.source}", len(sources))
        owners = [name] * len(targets)
        if with_source and self.documents:
            owners = [line.text for line in line_sentences(self.documents, "und", self.encoding).filled]
            _same_length(path, len(targets), f"the list of documents {self.documents}", len(owners))
        units: dict[str, list[TranslationUnit]] = {}
        for number, (owner, source, target) in enumerate(zip(owners, sources, targets, strict=True), start=1):
            units.setdefault(owner, []).append(TranslationUnit(str(number), owner, source, target))
        for owner, owned in units.items():
            yield Document(
                owner,
                path.as_posix(),
                source_language,
                target_language,
                tuple(owned),
                running_text=bool(self.documents),
            )


def annotated(system: System) -> Iterator[AnnotatedSegment]:
    """The units of a system with what was found in them."""
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in system.findings or ():
        found.setdefault((finding.document, finding.unit), []).append(finding)
    raters = system.raters or ("",) * len(system.units)
    for unit, rater in zip(system.units, raters, strict=True):
        yield AnnotatedSegment(
            document=unit.document,
            unit=unit.id,
            source=unit.source.text,
            target=unit.target.text,
            findings=tuple(found.get((unit.document, unit.id), ())),
            system=system.name,
            rater=rater,
        )


def _same_length(path: Path, lines: int, other: str, theirs: int) -> None:
    if lines != theirs:
        message = f"has {lines} lines and {other} {theirs}; they must go line by line"
        raise FormatError(message, path=path.as_posix())


def _is_bilingual(path: Path) -> bool:
    """Anything that is not known as a bilingual format is read as plain lines, as sacrebleu does."""
    try:
        return detect(path).kind == "bilingual"
    except FormatError:
        raise
    except InputError:
        return False


def _is_report(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return SCHEMA.encode() in file.read(_HEAD)
    except OSError:
        return False


def _reported(path: Path, name: str, languages: tuple[str, str]) -> System:
    report = read_report(path)
    units: dict[str, list[TranslationUnit]] = {info.id: [] for info in report.batch.documents}
    for unit in report.units:
        segments = Segment(languages[0], unit.source), Segment(languages[1], unit.target)
        units.setdefault(unit.document, []).append(TranslationUnit(unit.id, unit.document, *segments))
    documents = (Document(id, path.as_posix(), *languages, tuple(owned)) for id, owned in units.items())  # noqa: A001 -- it is one
    return System(name, path, tuple(documents), tuple(report.findings))


def _annotated_systems(
    segments: Sequence[AnnotatedSegment], path: Path, name: str, languages: tuple[str, str]
) -> Iterator[System]:
    by_system: dict[str, list[AnnotatedSegment]] = {}
    for segment in segments:
        by_system.setdefault(segment.system, []).append(segment)
    for system, owned in by_system.items():
        yield _annotated_system(owned, path, name if len(by_system) == 1 else system, languages)


def _annotated_system(
    segments: Sequence[AnnotatedSegment], path: Path, name: str, languages: tuple[str, str]
) -> System:
    """Two ratings of one segment become two units, so that the score is the mean over raters."""
    counts = Counter((segment.document, segment.unit) for segment in segments)
    units: dict[str, list[tuple[TranslationUnit, str]]] = {}
    findings: list[Finding] = []
    for number, segment in enumerate(segments):
        once = counts[segment.document, segment.unit] == 1
        unit = segment.unit if once else f"{segment.unit}@{segment.rater or number}"
        texts = Segment(languages[0], segment.source), Segment(languages[1], segment.target)
        owned = units.setdefault(segment.document, [])
        owned.append((TranslationUnit(unit, segment.document, *texts), segment.rater))
        findings += [msgspec.structs.replace(finding, unit=unit) for finding in segment.findings]
    documents = tuple(
        Document(id, path.as_posix(), *languages, tuple(unit for unit, _ in owned), running_text=False)
        for id, owned in units.items()  # noqa: A001
    )
    raters = tuple(rater for owned in units.values() for _, rater in owned)
    _unique(documents, path)
    return System(name, path, documents, tuple(findings), raters)


def _unique(documents: Sequence[Document], path: Path) -> None:
    for document in documents:
        again = [unit for unit, count in Counter(unit.id for unit in document.units).items() if count > 1]
        if again:
            message = f"{path}: {document.id} has segment {again[0]!r} twice from one rater; give each rating once"
            raise UsageError(message)


def _told_apart(system: System) -> System:
    """``system`` with documents of its own, where people have annotated the same ones of several systems."""
    if system.findings is None:
        return system
    documents = tuple(_prefixed(document, system.name) for document in system.documents)
    findings = tuple(
        msgspec.structs.replace(finding, document=f"{system.name}:{finding.document}") for finding in system.findings
    )
    return System(system.name, system.path, documents, findings, system.raters)


def _prefixed(document: Document, name: str) -> Document:
    identifier = f"{name}:{document.id}"
    units = tuple(msgspec.structs.replace(unit, document=identifier) for unit in document.units)
    return msgspec.structs.replace(document, id=identifier, units=units)
