"""The command ``qa``: names its subcommands without importing them, and turns errors into exit codes."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from typing import TYPE_CHECKING, Any, cast

import click

import qa
from qa.cli.streams import hush, prepare, refuse_unreadable, unwritable
from qa.core.errors import QaError
from qa.core.workflow import unarmed

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["EXIT_ERROR", "EXIT_FAILED", "EXIT_INTERRUPTED", "EXIT_PASSED", "cli", "main"]

EXIT_PASSED = 0
EXIT_FAILED = 1
EXIT_ERROR = 2
EXIT_INTERRUPTED = 130

_ALLOCATIONS = 1_000_000
"""How many new objects make the collector look for cycles: values are frozen and have none, so it has little to do."""

_COMMANDS = {
    "run": "check one translation against its source and write a report",
    "check": "check bilingual files",
    "align": "align the sentences of a text and its translation",
    "score": "score translations against references",
    "compare": "compare systems with a baseline",
    "baseline": "make and keep the list of findings that are known",
    "report": "write a saved report in another format",
    "review": "review findings in a browser, alone or as a team",
    "fix": "write the suggestions of findings into bilingual files",
    "decisions": "write decisions back into files, merge and count them",
    "terms": "convert and check termbases, or learn terms from translations",
    "rule": "list the rules, or explain one",
    "evaluate": "measure against gold data",
    "formats": "list the file formats",
    "init": "write a commented configuration file",
    "doctor": "show what is installed and what is missing",
}
"""The help line of each subcommand, so that ``qa --help`` imports none of them."""


class _LazyGroup(click.Group):
    """Imports a subcommand's module only when the subcommand runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        command = cast("click.Command", importlib.import_module(f"qa.cli.{cmd_name}").command)
        _keep_examples(command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(qa.__version__, "--version", prog_name="qa")
def cli() -> None:
    """Check a translation against its original.

    Exit codes: 0 the gate passed, 1 the gate failed, 2 usage, configuration, unreadable input or internal error,
    130 interrupted.
    """


def _keep_examples(command: click.Command) -> None:
    r"""Docstrings are raw, and click wants the control character that ``\b`` stands for, or it fills the lines."""
    command.help = (command.help or "").replace("\\b\n", "\b\n")
    if isinstance(command, click.Group):
        for subcommand in command.commands.values():
            _keep_examples(subcommand)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    gc.set_threshold(_ALLOCATIONS)
    sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    code = EXIT_ERROR
    try:
        prepare()
        refuse_unreadable(sys.argv[1:] if arguments is None else arguments)
        code = int(cast("Any", cli.main(arguments, prog_name="qa", standalone_mode=False)) or EXIT_PASSED)
        sys.stdout.flush()
    except click.exceptions.Exit as stop:
        code = stop.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("qa: interrupted", err=True)
        code = EXIT_INTERRUPTED
    except click.ClickException as error:
        error.show()
    except QaError as error:
        click.echo(f"qa: {unarmed(str(error))}", err=True)
    except BrokenPipeError:
        hush()
    except OSError as error:
        _system_error(error)
    except Exception as error:  # noqa: BLE001 -- the last resort: one sentence instead of a traceback
        _internal_error(error)
    return code


def _system_error(error: OSError) -> None:
    message = unwritable(error)
    if message is None:
        _internal_error(error)
    else:
        hush()
        click.echo(f"qa: {message}", err=True)


def _internal_error(error: Exception) -> None:
    if os.environ.get("QA_TRACEBACK"):
        raise error
    what = unarmed(f"{type(error).__name__}: {error}")
    click.echo(f"qa: internal error: {what}; please report it, with what QA_TRACEBACK=1 shows", err=True)
