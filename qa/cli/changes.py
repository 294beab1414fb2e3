"""Which units differ from a revision of the repository, asked of git."""

from __future__ import annotations

import subprocess
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from qa.core.errors import QaError, UsageError
from qa.core.repository import repository_path, repository_root
from qa.decision import Changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from qa.cli.reading import Reading
    from qa.core.report import Report, UnitText

__all__ = ["changes_since"]


def changes_since(revision: str, report: Report, reading: Reading) -> Changes:
    """The units of ``report`` that are not in ``revision``, or not with these texts.

    Where the branch has left ``revision`` behind, its common ancestor with the current commit is meant. A renamed file
    is compared with what it was; files that are new, or that cannot be read as they were then, are changed all over.

    Raises:
        UsageError: there is no repository, or it has no such revision.
    """
    repository = _Repository(revision)
    earlier = {
        path: _Earlier(repository.units(path, reading)) for path in {document.path for document in report.batch.documents}
    }
    paths = {document.id: document.path for document in report.batch.documents}
    changed = (unit for unit in report.units if not earlier[paths[unit.document]].has_at_its_place(unit))
    units = frozenset(
        (unit.document, unit.id) for unit in tuple(changed) if not earlier[paths[unit.document]].has(unit)
    )
    return Changes(revision, units)


class _Earlier:
    """The units of a file as it was; each stands for one unit of now."""

    def __init__(self, units: Iterable[tuple[str, str, str]]) -> None:
        self._places = Counter(units)
        self._texts = Counter({(source, target): 0 for _, source, target in self._places})
        for (_, source, target), count in self._places.items():
            self._texts[source, target] += count

    def has_at_its_place(self, unit: UnitText) -> bool:
        """Whether a unit of this id had these texts."""
        return self._take(self._places, (unit.id, unit.source, unit.target)) and self._take(
            self._texts, (unit.source, unit.target)
        )

    def has(self, unit: UnitText) -> bool:
        """Whether a unit that stands for no other had these texts."""
        return self._take(self._texts, (unit.source, unit.target))

    @staticmethod
    def _take[Key](counts: Counter[Key], key: Key) -> bool:
        counts[key] -= counts[key] > 0 or 0
        return True


class _Repository:
    """A revision of the repository around the current folder."""
