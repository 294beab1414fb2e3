"""Writes accepted and edited fixes back into bilingual files and texts; no other byte of a file changes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from qa.core.errors import InputError
from qa.core.fingerprint import text_hash
from qa.formats import Replacement, read_bilingual, write_back
from qa.review.merging import merge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from qa.core.document import TranslationUnit
    from qa.formats import TextWriter
    from qa.review.decision import Decision

__all__ = ["Applied", "FileLanguages", "Refusal", "apply_to_files", "apply_to_text", "fixed"]

_Key = tuple[str, str]
_Waiting = dict[_Key, list["Decision"]]


class FileLanguages(NamedTuple):
    """How files are to be read where they do not say it themselves."""

    source: str | None = None
    target: str | None = None
    encoding: str | None = None
    format: str | None = None


class Refusal(NamedTuple):
    """A fix that was not written, and why."""

    decision: Decision
    reason: str


class Applied(NamedTuple):
    """What was done."""

    changed: tuple[tuple[Path, int], ...]
    """The files with how many targets changed in each."""
    refused: tuple[Refusal, ...]


def apply_to_files(
    decisions: Iterable[Decision], paths: Sequence[Path], languages: FileLanguages | None = None, *, write: bool = True
) -> Applied:
    """Work the fixes into the files.

    A fix is refused, and its unit left alone, where the target is no longer the text that was judged, where two fixes
    overlap, where reviewers disagree, or where no file has the unit. With ``write`` false nothing is written.

    Raises:
        InputError: a file cannot be read or written, or an inline code would be lost; this file stays as it was.
    """
    languages = languages or FileLanguages()
    waiting, refused = _waiting(decisions)
    changed = []
    for path in paths:
        units = _units(path, languages)
        targets = {key: new for key, (new, _) in _plan(units, waiting, refused).items()}
        changed.append((path, _write(path, targets, languages) if write and targets else len(targets)))
    return Applied(tuple(changed), (*refused, *_left(waiting)))


def apply_to_text(
    decisions: Iterable[Decision],
    units: Iterable[TranslationUnit],
    writer: TextWriter,
    path: Path,
    *,
    write: bool = True,
) -> Applied:
    """As :func:`apply_to_files`, for a text in one language that was aligned with its source to ``units``.

    A fix is refused, too, where it goes over an inline code or the end of a paragraph.

    Raises:
        InputError: the text cannot be written.
    """
    waiting, refused = _waiting(decisions)
    segments = {(unit.document, unit.id): unit.target for unit in units}
    places: list[Replacement] = []
    changed = 0
    planned = _plan(units, waiting, refused)
    for key, (_, own) in planned.items():
        fixes = dict.fromkeys((one.span, one.text) for one in own)
        found = [
            Replacement(segments[key], span, text) for span, text in fixes if span is not None and text is not None
        ]
        try:
            for place in found:
                writer.edit(place)
        except InputError as error:
            refused += [Refusal(one, str(error)) for one in own]
        else:
            places += found
            changed += 1
    if write:
        writer.write(places)
    return Applied(((path, changed),), (*refused, *_left(waiting)))


def fixed(target: str, decisions: Sequence[Decision]) -> str | None:
    """``target`` with the fixes of several decisions worked in; None where two of them overlap.

    Equal fixes count once. Offsets are code points of ``target``.
    """
    spans = [(one.span, one.text) for one in decisions if one.span is not None and one.text is not None]
    fixes = sorted({(span.start, span.end, text) for span, text in spans})
    if any(before[1] > after[0] or before[:2] == after[:2] for before, after in pairwise(fixes)):
        return None
    for start, end, text in reversed(fixes):
        target = target[:start] + text + target[end:]
    return target


def _waiting(decisions: Iterable[Decision]) -> tuple[_Waiting, list[Refusal]]:
    """The fixes by unit, and those on which reviewers disagree."""
    merged = merge([tuple(decisions)])
    refused = [Refusal(one, "the reviewers disagree") for dispute in merged.conflicts for one in dispute if one.is_fix]
    waiting: _Waiting = {}
    for decision in merged.decisions:
        if decision.is_fix:
            waiting.setdefault((decision.document, decision.unit), []).append(decision)
    return waiting, refused


def _left(waiting: _Waiting) -> list[Refusal]:
    return [Refusal(one, "no file has this unit") for left in waiting.values() for one in left]


def _units(path: Path, languages: FileLanguages) -> Iterator[TranslationUnit]:
    documents = read_bilingual(
        path,
        source_language=languages.source,
        target_language=languages.target,
        encoding=languages.encoding,
        format=languages.format,
    )
    return (unit for document in documents for unit in document.units)


def _plan(
    units: Iterable[TranslationUnit], waiting: _Waiting, refused: list[Refusal]
) -> dict[_Key, tuple[str, list[Decision]]]:
    """The new targets with the decisions that make them; what is dealt with leaves ``waiting``."""
    planned: dict[_Key, tuple[str, list[Decision]]] = {}
    for unit in units:
        key = unit.document, unit.id
        decisions = waiting.pop(key, [])
        current = [one for one in decisions if one.base == text_hash(unit.target.text)]
        drifted = "the target is no longer the text that was judged"
        refused += [Refusal(one, drifted) for one in decisions if one not in current]
        new = fixed(unit.target.text, current) if current else None
        if current and new is None:
            refused += [Refusal(one, "it overlaps another fix of the same segment") for one in current]
        elif new is not None:
            planned[key] = new, current
    return planned


def _write(path: Path, targets: Mapping[_Key, str], languages: FileLanguages) -> int:
    return write_back(
        path,
        targets,
        encoding=languages.encoding,
        format=languages.format,
        source_language=languages.source,
        target_language=languages.target,
    )
