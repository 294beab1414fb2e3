"""The texts that ``qa align`` is to align: one pair from the command line, or many from a list."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qa.core.document import MonolingualDocument
from qa.core.errors import FormatError, InputError, UsageError
from qa.engine.lines import line_sentences
from qa.engine.pairing import SegmentedPair, Sentences, segment_pair
from qa.formats import read_lines, read_monolingual

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

__all__ = ["BEAD_SUFFIXES", "BITEXT_SUFFIXES", "Segmentation", "Task", "check_sides", "listed_tasks", "single_task"]

BEAD_SUFFIXES = frozenset({".beads", ".jsonl"})
BITEXT_SUFFIXES = frozenset({".tmx", ".xlf", ".xliff", ".tsv"})


@dataclass(frozen=True, slots=True)
class Task:
    """Two texts to align, and the file for the result; None for standard output.

    One of the texts may be missing: a document that nobody has translated, or that has no source.
    """

    source: Path | None
    target: Path | None
    output: Path | None


def single_task(source: Path, target: Path, output: Path | None) -> Task:
    """One pair.

    Raises:
        UsageError: the suffix of the output is not known.
    """
    _check_suffix(output)
    return Task(source, target, output)


def listed_tasks(pairs: Path, folder: Path, encoding: str | None) -> Sequence[Task]:
    """The pairs of a list; its paths are taken from the list's own folder where they are relative.

    Raises:
        FormatError: a line has not three columns, names no text, or an output that another line names, too.
        UsageError: the suffix of an output is not known.
    """
    tasks = list(_rows(pairs, folder, encoding))
    if not tasks:
        message = "names no pair; write source path, target path and output name, with tabs between"
        raise FormatError(message, path=str(pairs))
    return tasks


def _rows(pairs: Path, folder: Path, encoding: str | None) -> Iterator[Task]:
    lines = (line.text for line in read_lines(pairs, language="und", encoding=encoding).paragraphs)
    seen: dict[Path, int] = {}
    for number, row in enumerate(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), start=1):
        if not any(row):
            continue
        if len(row) != 3:  # noqa: PLR2004 -- source, target, name
            message = (
                f"has {len(row)} columns, not 3; write source path, target path and output name, with tabs between"
            )
            raise FormatError(message, path=str(pairs), line=number)
        source, target = (pairs.parent / name if name else None for name in row[:2])
        if not (source or target) or not row[2]:
            message = "names no text, or no output; only one of the two texts may be left out"
            raise FormatError(message, path=str(pairs), line=number)
        output = folder / row[2]
        _check_suffix(output)
        if output in seen:
            message = f"“{row[2]}” is the output of line {seen[output]}, too; give each pair its own"
            raise FormatError(message, path=str(pairs), line=number)
        seen[output] = number
        yield Task(source, target, output)


def _check_suffix(output: Path | None) -> None:
    known = BEAD_SUFFIXES | BITEXT_SUFFIXES
    if output and output.suffix.lower() not in known:
        message = f"{output}: the suffix {output.suffix!r} is not known; take one of {' '.join(sorted(known))}"
        raise UsageError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Segmentation:
    """How texts become sentences."""

    languages: tuple[str, str]
    encoding: str | None = None
    srx: Path | None = None
    lines: bool = False
    """Whether each line is a sentence already."""

    def pair(self, task: Task) -> SegmentedPair:
        """Both sides in sentences.

        Raises:
            InputError: a text is missing or unreadable.
        """
        paths = (task.source, task.target)
        if self.lines:
            source, target = (self._lines(path, side) for side, path in enumerate(paths))
            return SegmentedPair(source, target)
        source_text, target_text = (self._text(path, side, paths[1 - side]) for side, path in enumerate(paths))
        return segment_pair(source_text, target_text, self.srx)

    def _lines(self, path: Path | None, side: int) -> Sentences:
        if path is None:
            return Sentences(_nothing(None, self.languages[side]), (), (), paragraphs_known=False)
        return line_sentences(path, self.languages[side], self.encoding)

    def _text(self, path: Path | None, side: int, other: Path | None) -> MonolingualDocument:
        if path is None:
            return _nothing(other, self.languages[side])
        return read_monolingual(path, language=self.languages[side], encoding=self.encoding)


def _nothing(other: Path | None, language: str) -> MonolingualDocument:
    """What stands for a missing text beside ``other``."""
    name = other.as_posix() if other else ""
    return MonolingualDocument(name, "", language, ())


def check_sides(task: Task, pair: SegmentedPair) -> None:
    """Refuse a pair of which a side has nothing to align.

    Raises:
        InputError: it is so.
    """
    for path, side in ((task.source, pair.source), (task.target, pair.target)):
        if path and not any(sentence.text.strip() for sentence in side.filled):
            message = "holds no text, so that nothing can be aligned with it"
            raise InputError(message, path=path.as_posix())
