"""The file of a baseline: JSON lines, sorted, one for each kind of error in a file, that a person can read.

Neither lines nor ids of units are in it, so that it changes only when findings come or go; two branches that take out
different findings merge without a conflict.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

import msgspec

from qa.core.atomic import write_atomically
from qa.core.errors import ConfigError
from qa.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["SCHEMA", "Baseline", "Debt", "Entry", "read_baseline", "write_baseline"]

SCHEMA: Final = "qa.baseline/1"

_Record = TypeVar("_Record", bound=msgspec.Struct)


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Equal findings in one file that do not count."""

    path: str
    """Of the document, as seen from the root of the repository."""
    rule: str
    severity: Severity
    text: str = ""
    """The words at fault, for people; cut where they are long."""
    count: int = 1
    fingerprint: str
    """Without an ordinal."""


class Debt(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A score that misses its threshold; it may get better and not worse."""

    score: str
    """The metric."""
    value: float
    system: str = ""


class Baseline(msgspec.Struct, frozen=True):
    """Findings and scores that are known."""

    entries: tuple[Entry, ...] = ()
    debts: tuple[Debt, ...] = ()


class _Header(msgspec.Struct, frozen=True):
    schema: str = ""


def read_baseline(path: Path) -> Baseline:
    """The baseline in a file; entries of one file and fingerprint are joined, as a merge may leave two.

    Raises:
        ConfigError: the file is missing or a line is no entry.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError as error:
        message = f"{path}: there is no such baseline; `qa baseline create` makes one"
        raise ConfigError(message) from error
    except OSError as error:
        message = f"{path}: the baseline cannot be read ({error.strerror}); check the path"
        raise ConfigError(message) from error
    except UnicodeDecodeError as error:
        message = f"{path}: the baseline is not UTF-8 (byte {error.start}); make it anew"
        raise ConfigError(message) from error
    if not lines or _decoded(lines[0], _Header, path, 1).schema != SCHEMA:
        message = f'{path}:1: the first line must be {{"schema":"{SCHEMA}"}}; make the baseline anew'
        raise ConfigError(message)
    entries: dict[tuple[str, str], Entry] = {}
    debts: list[Debt] = []
    for number, line in enumerate(lines[1:], start=2):
        if line.startswith('{"score"'):
            debts.append(_decoded(line, Debt, path, number))
        elif line.strip():
            entry = _decoded(line, Entry, path, number)
            known = entries.get((entry.path, entry.fingerprint))
            count = entry.count + (known.count if known else 0)
            entries[entry.path, entry.fingerprint] = msgspec.structs.replace(entry, count=count)
    return Baseline(tuple(entries.values()), tuple(debts))


def write_baseline(path: Path, baseline: Baseline) -> None:
    """Write the file, sorted; it appears whole or not at all.

    Raises:
        InputError: the folder may not be written.
    """
    write_atomically(path, b"".join(msgspec.json.encode(record) + b"\n" for record in _records(baseline)))


def _records(baseline: Baseline) -> Iterator[msgspec.Struct]:
    yield _Header(SCHEMA)
    yield from sorted(baseline.debts, key=lambda debt: (debt.score, debt.system))
    yield from sorted(baseline.entries, key=lambda entry: (entry.path, entry.rule, entry.text, entry.fingerprint))


def _decoded(line: str, kind: type[_Record], path: Path, number: int) -> _Record:
    try:
        return msgspec.json.decode(line, type=kind)
    except msgspec.MsgspecError as error:
        conflict = line.startswith(("<<<<<<<", "=======", ">>>>>>>"))
        advice = "take both sides of the merge and delete its marks" if conflict else "delete the line or mend it"
        message = f"{path}:{number}: no entry of a baseline ({error}); {advice}"
        raise ConfigError(message) from error
