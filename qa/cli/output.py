"""Writes a report in the formats that were asked for."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qa.cli.actions import announce, guarded, in_actions
from qa.core.atomic import write_atomically
from qa.core.errors import UsageError
from qa.reporters import reporter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qa.core.report import Report
    from qa.reporters import Reporter

__all__ = ["Output", "parse_outputs", "write_outputs"]


@dataclass(frozen=True, slots=True)
class Output:
    """One format, and the file it goes to; None for standard output."""

    reporter: Reporter
    path: Path | None


def parse_outputs(formats: Sequence[str], default: str = "text") -> tuple[Output, ...]:
    """``NAME`` or ``NAME:PATH``, each; ``-`` as path is standard output.

    Raises:
        UsageError: a name is no format, or two formats would share standard output.
    """
    outputs = tuple(_parse(entry) for entry in formats or (default,))
    if sum(output.path is None for output in outputs) > 1:
        raise UsageError("two formats cannot share standard output; give all but one a file: --format NAME:PATH")
    return outputs


def write_outputs(report: Report, outputs: Iterable[Output], *, announced: bool = True) -> None:
    """Render the report once per output, files first; a file appears whole or not at all.

    In GitHub Actions the findings are announced as annotations and in the step summary too, unless ``announced`` is
    false, as for a report that was announced when it was made.
    """
    outputs = tuple(outputs)
    for output in outputs:
        if output.path is not None:
            write_atomically(output.path, partial(output.reporter.render, report))
    printed = [output.reporter for output in outputs if output.path is None]
    for chosen in printed:
        _print(report, chosen)
    if announced and in_actions():
        announce(report, [chosen.name for chosen in printed])


def _print(report: Report, reporter: Reporter) -> None:
    sys.stdout.flush()
    if in_actions():
        sys.stdout.buffer.write(guarded(reporter.name, _rendered(report, reporter)))
    else:
        reporter.render(report, sys.stdout.buffer)


def _rendered(report: Report, reporter: Reporter) -> bytes:
    buffer = io.BytesIO()
    reporter.render(report, buffer)
    return buffer.getvalue()


def _parse(entry: str) -> Output:
    name, _, path = entry.partition(":")
    return Output(reporter(name), Path(path) if path not in {"", "-"} else None)
