"""``qa init``: a commented configuration file to start from."""

from __future__ import annotations

from pathlib import Path

import click

from qa.cli.main import EXIT_PASSED
from qa.config import TEMPLATE
from qa.core.atomic import write_atomically
from qa.core.errors import UsageError

__all__ = ["command"]


@click.command("init")
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path), default=Path("qa.toml"))
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def command(path: Path, force: bool) -> int:  # noqa: FBT001 -- click passes options by keyword
    """Write a configuration file in which every key is explained, qa.toml without PATH."""
    if path.exists() and not force:
        message = f"{path} is there already; --force writes over it"
        raise UsageError(message)
    write_atomically(path, TEMPLATE.encode())
    click.echo(f"wrote {path}")
    return EXIT_PASSED
