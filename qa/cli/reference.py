"""The page ``docs/cli.md``, made from the commands themselves."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING

import click

from qa.cli.main import cli
from qa.reporters import reporter_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["render_reference"]

_HEAD = """\
# Command line

Made from the commands by `make golden`.

```text
qa [--version] [--help] COMMAND …
```

Results go to standard output, everything else to standard error. `NO_COLOR` and `FORCE_COLOR` are honoured.

| exit code | means |
|--:|---|
| 0 | the gate passed, or may not show under `--exit-zero` |
| 1 | the gate failed: findings, scores, or entries of the baseline that nothing was found for |
| 2 | usage, configuration, input that cannot be read, or an internal error; never hidden by `--exit-zero` |
| 130 | interrupted |

| variable | does |
|---|---|
| `GITHUB_ACTIONS` | `true` adds annotations to the output, and a summary where `GITHUB_STEP_SUMMARY` names a file |
| `QA_CACHE_DIR` | the folder of the cache, in place of `.qa-cache` in the root of the repository |
| `QA_TRACEBACK` | shows where an internal error came from |
| `CI` | no progress bar |
"""
_COMPLETION = """\
## Shell completion

```sh
eval "$(_QA_COMPLETE=bash_source qa)"     # in ~/.bashrc
eval "$(_QA_COMPLETE=zsh_source qa)"      # in ~/.zshrc
_QA_COMPLETE=fish_source qa | source      # in ~/.config/fish/completions/qa.fish
```
"""


def render_reference() -> str:
    """The page, with a newline at its end."""
    names = ", ".join(f"`{name}`" for name in reporter_names())
    formats = f"Output formats, for `--format NAME[:PATH]`: {names}. What each is for: [ci](ci/README.md).\n"
    context = click.Context(cli, info_name="qa")
    sections = [_section(path, command) for path, command in _commands(cli, context, "qa")]
    return "\n".join([_HEAD, formats, *sections, _COMPLETION])


def _commands(group: click.Group, context: click.Context, path: str) -> Iterator[tuple[str, click.Command]]:
    """Every command with its full name, those of a group behind it."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is not None:
            yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from _commands(command, context, f"{path} {name}")


def _section(path: str, command: click.Command) -> str:
    context = click.Context(command, info_name=path)
    usage = " ".join([path, *command.collect_usage_pieces(context)])
    options = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
    blocks = [f"{'#' * path.count(' ')}# `{path}`", f"```text\n{usage}\n```", *_help(command)]
    if options:
        blocks.append("\n".join(_table(options)))
    return "\n\n".join(blocks) + "\n"


def _help(command: click.Command) -> Iterator[str]:
    """The paragraphs of the help text; those that click is told to leave as they are become code."""
    for paragraph in re.split(r"\n\s*\n", inspect.cleandoc(command.help or "")):
        kept = paragraph.removeprefix("\b\n")
        yield f"```sh\n{kept}\n```" if kept != paragraph else paragraph


def _table(options: Iterable[click.Option]) -> Iterator[str]:
    yield "| option | does |"
    yield "|---|---|"
    for option in options:
        names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
        value = "" if option.is_flag else f" `{option.make_metavar(click.Context(cli)).replace('INTEGER RANGE', 'N')}`"
        default = f" (default `{option.default}`)" if option.show_default else ""
        yield f"| {names}{value.replace('|', '&#124;')} | {(option.help or '').replace('|', '&#124;')}{default} |"
