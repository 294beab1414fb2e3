"""``qa evaluate``: measures against gold data."""

from __future__ import annotations

from pathlib import Path

import click

from qa.align import evaluate, read_beads
from qa.cli.main import EXIT_PASSED
from qa.cli.tables import print_table
from qa.core.errors import UsageError

__all__ = ["command"]

_FILES = click.Path(path_type=Path)


@click.group("evaluate")
def command() -> None:
    """Measure against gold data."""


@command.command("align")
@click.argument("gold", nargs=-1, required=True, type=_FILES)
@click.option(
    "--found", multiple=True, required=True, type=_FILES, help="Alignment to judge, in the order of GOLD; repeatable."
)
def align_command(gold: tuple[Path, ...], found: tuple[Path, ...]) -> int:
    r"""Strict and lax precision, recall and F1 of alignments, and the F1 of unaligned sentences.

    \b
    qa evaluate align gold.beads --found mine.beads
    """
    if len(gold) != len(found):
        message = f"{len(gold)} gold files and {len(found)} found ones; give one --found for each"
        raise UsageError(message)
    result = evaluate([read_beads(path) for path in gold], [read_beads(path) for path in found])
    rows = [
        (name, f"{figures.precision:.3f}", f"{figures.recall:.3f}", f"{figures.f1:.3f}")
        for name, figures in zip(result._fields, result, strict=True)
    ]
    print_table(("beads", "precision", "recall", "F1"), rows)
    return EXIT_PASSED
