"""Which units differ from a revision of the repository, asked of git."""

from __future__ import annotations

import subprocess
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from qa.core.errors import InputError, UsageError
from qa.core.repository import repository_path, repository_root
from qa.decision import Changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from qa.cli.reading import Reading
    from qa.core.report import Report, UnitText

__all__ = ["changes_since"]


def changes_since(revision: str, report: Report, reading: Reading) -> Changes:
    """The units of ``report`` that ``revision`` has not, or has with other texts.

    Where ``revision`` has gone on since the current commit left it, their common ancestor is meant. A renamed file is
    compared with what it was. Files that are new, or were not readable then, are changed all over.

    Raises:
        UsageError: there is no repository, or it has no such revision.
    """
    repository = _Repository(revision)
    paths = {document.id: document.path for document in report.batch.documents}
    units: dict[str, list[UnitText]] = {path: [] for path in paths.values()}
    for unit in report.units:
        units[paths[unit.document]].append(unit)
    changed = (
        unit for path, present in units.items() for unit in _changed(present, repository.units(Path(path), reading))
    )
    return Changes(revision, frozenset((unit.document, unit.id) for unit in changed))


def _changed(present: Sequence[UnitText], earlier: Iterable[tuple[str, str, str]]) -> Iterator[UnitText]:
    """The units that stand for none of the ``earlier`` ones (id, source, target): first by id, then by texts alone."""
    places = Counter(earlier)
    moved = []
    for unit in present:
        place = (unit.id, unit.source, unit.target)
        if places[place]:
            places[place] -= 1
        else:
            moved.append(unit)
    texts: Counter[tuple[str, str]] = Counter()
    for (_, source, target), count in places.items():
        texts[source, target] += count
    for unit in moved:
        if texts[unit.source, unit.target]:
            texts[unit.source, unit.target] -= 1
        else:
            yield unit


class _Repository:
    """A revision of the repository around the current folder."""

    def __init__(self, revision: str) -> None:
        self._root = repository_root()
        named = self._git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if named is None:
            message = f"git knows no revision {revision!r} here; fetch it, or name another with --diff-base"
            raise UsageError(message)
        commit = named.decode().strip()
        common = self._git("merge-base", commit, "HEAD")  # none in a shallow clone
        self._commit = common.decode().strip() if common else commit
        self._renamed = self._renames()

    def units(self, path: Path, reading: Reading) -> Iterator[tuple[str, str, str]]:
        """Id, source and target of each unit that the file had."""
        now = repository_path(path.as_posix(), self._root)
        content = self._git("show", f"{self._commit}:{self._renamed.get(now, now)}")
        if content is None:
            return
        try:
            documents = tuple(reading.content(path, content))
        except InputError:  # it was broken then: nothing of it can be called unchanged
            return
        for document in documents:
            yield from ((unit.id, unit.source.text, unit.target.text) for unit in document.units)

    def _renames(self) -> Mapping[str, str]:
        """The earlier names of files that have another name now."""
        listed = self._git("diff", "--name-status", "--find-renames", "--diff-filter=R", "-z", self._commit) or b""
        fields = listed.decode("utf-8", "surrogateescape").split("\0")
        return dict(zip(fields[2::3], fields[1::3], strict=False))

    def _git(self, *arguments: str) -> bytes | None:
        """What git prints; None where it does not know."""
        command = ("git", "-C", str(self._root), *arguments)
        try:
            done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 -- no shell, and no options of others
        except OSError as error:
            message = f"git cannot be started ({error.strerror}); --diff-base needs it"
            raise UsageError(message) from error
        return done.stdout if done.returncode == 0 else None
