"""A progress bar on standard error, for work that takes longer than two seconds."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.progress import Progress, TaskID

    from qa.core.document import Document

__all__ = ["show_progress"]

_PATIENCE = 2.0
"""Seconds without a bar."""


def show_progress(documents: Iterable[Document], what: str) -> Iterator[Document]:
    """The same documents; a bar counts their units, on a terminal outside CI."""
    if not sys.stderr.isatty() or os.environ.get("CI"):
        yield from documents
        return
    began = time.monotonic()
    bar: Progress | None = None
    task: TaskID | None = None
    units = 0
    try:
        for document in documents:
            units += len(document.units)
            if bar is None and time.monotonic() - began > _PATIENCE:
                bar, task = _start(what)
            if bar is not None and task is not None:
                bar.update(task, completed=units)
            yield document
    finally:
        if bar is not None:
            bar.stop()


def _start(what: str) -> tuple[Progress, TaskID]:
    from rich.console import Console  # noqa: PLC0415 -- only where a bar is shown
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (SpinnerColumn(), TextColumn("{task.description} {task.completed:,} units"), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.start()
    return bar, bar.add_task(what, total=None)
