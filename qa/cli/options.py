"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "EXISTING_FILE",
    "checking_options",
    "config_option",
    "decisions_option",
    "encoding_option",
    "input_format_option",
    "jobs_option",
    "language_options",
    "output_options",
]

EXISTING_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FILE = click.Path(dir_okay=False, path_type=Path)
_SEVERITIES = click.Choice(["neutral", "minor", "major", "critical", "never"])

Decorated = TypeVar("Decorated", bound="Callable[..., Any]")


def _compose(*decorators: Callable[[Decorated], Decorated]) -> Callable[[Decorated], Decorated]:
    def apply(function: Decorated) -> Decorated:
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return apply


language_options = _compose(
    click.option("-s", "--source-language", metavar="TAG", help="Language of the source (BCP 47), such as ru."),
    click.option("-t", "--target-language", metavar="TAG", help="Language of the translation, such as en."),
)

encoding_option = click.option(
    "--encoding", metavar="NAME", help="Encoding of the files, where neither they nor UTF-8 tell it."
)

input_format_option = click.option(
    "--input-format", metavar="NAME", help="Format of the files, where their suffix does not tell; see `qa formats`."
)

jobs_option = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    help="Processes that check at once; as many as there are cores without it.",
)

config_option = click.option(
    "--config",
    "config_path",
    type=_FILE,
    help="Configuration file; the nearest qa.toml or [tool.qa] without it.",
)

decisions_option = click.option(
    "--decisions",
    multiple=True,
    type=EXISTING_FILE,
    help="Decisions of reviewers: findings that they dismissed do not count; repeatable.",
)

checking_options = _compose(
    language_options,
    click.option("--terms", multiple=True, type=EXISTING_FILE, help="Termbase, TBX or CSV; repeatable."),
    click.option("--companions", multiple=True, type=EXISTING_FILE, help="Companions file; repeatable."),
    click.option("--select", multiple=True, metavar="RULE-OR-GROUP", help="Only these rules; repeatable."),
    click.option("--extend-select", multiple=True, metavar="RULE-OR-GROUP", help="These rules too, previews included."),
    click.option("--ignore", multiple=True, metavar="RULE-OR-GROUP", help="Without these rules; repeatable."),
    click.option(
        "--profile", type=click.Choice(["auto", "prose", "interface", "strict"]), help="Which rules are on by default."
    ),
    click.option("--date", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="Date of the documents."),
    click.option("--fail-on", type=_SEVERITIES, help="Severity that fails the gate; major without it."),
    click.option("--max-warnings", type=click.IntRange(min=0), help="Findings below it that are allowed."),
    click.option("--baseline", type=_FILE, help="Findings that are known and do not count; see `qa baseline`."),
    click.option("--no-baseline", is_flag=True, help="Count known findings too."),
    click.option("--allow-stale", is_flag=True, help="Entries of the baseline may have nothing left to cover."),
    click.option("--no-cache", is_flag=True, help="Analyse files that have not changed again, too."),
    config_option,
    encoding_option,
)

output_options = _compose(
    click.option(
        "--format",
        "formats",
        multiple=True,
        metavar="NAME[:PATH]",
        help="Output format, to a file or to standard output; repeatable. `text` without it.",
    ),
    click.option("--exit-zero", is_flag=True, help="Leave with 0 though the gate failed."),
)
