"""``qa formats``: what can be read and written."""

from __future__ import annotations

import click

from qa.cli.main import EXIT_PASSED
from qa.cli.tables import print_table
from qa.formats import formats

__all__ = ["command"]


@click.command("formats")
def command() -> int:
    """List the file formats: what each is for, its suffixes, and whether changed targets can be written back."""
    rows = [
        (
            info.name,
            info.title,
            " ".join(info.suffixes),
            info.kind,
            "yes" if info.writes_back else "",
            "yes" if info.creates else "",
        )
        for info in formats()
    ]
    print_table(("name", "format", "suffixes", "kind", "writes back", "creates"), rows)
    return EXIT_PASSED
