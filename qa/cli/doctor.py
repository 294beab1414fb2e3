"""``qa doctor``: what is installed, what is missing, and what to do about it."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import platform
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

import qa
from qa.cli.main import EXIT_ERROR, EXIT_PASSED
from qa.cli.tables import print_table
from qa.config import find_config, read_config
from qa.core.errors import QaError
from qa.rules.discovery import all_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["command"]

_REQUIRED = ("msgspec", "regex", "lxml", "rapidfuzz", "sacrebleu", "langdetect", "pymorphy3", "simplemma", "babel")
_OPTIONAL = {"torch": "neural", "transformers": "neural", "spylls": "spelling"}
_USES = {"neural": "for model-based scores", "spelling": "for the rule linguistic/spelling"}


@click.command("doctor")
def command() -> int:
    """Show versions, optional parts, the configuration in force and the rules; 2 when something is broken."""
    rows = [*_program(), *_libraries(), *_setup()]
    print_table(("what", "state", "advice"), rows)
    return EXIT_ERROR if any(state.startswith("broken") for _, state, _ in rows) else EXIT_PASSED


def _program() -> Iterator[tuple[str, str, str]]:
    yield "qa", qa.__version__, ""
    yield "python", platform.python_version(), ""
    yield "platform", f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores", ""
    encoding = sys.stdout.encoding or "unknown"
    yield "output encoding", encoding, "" if "utf" in encoding.lower() else "set PYTHONUTF8=1 to see all characters"


def _libraries() -> Iterator[tuple[str, str, str]]:
    for name in _REQUIRED:
        state = _version(name)
        yield name, state or "broken: missing", "" if state else "pip install --force-reinstall bitext-qa"
    for name, extra in _OPTIONAL.items():
        state = _version(name)
        yield (
            name,
            state or "not installed",
            "" if state else f"pip install 'bitext-qa[{extra}]' {_USES[extra]}",
        )


def _version(name: str) -> str:
    if importlib.util.find_spec(name) is None:
        return ""
    return importlib.metadata.version(name)


def _setup() -> Iterator[tuple[str, str, str]]:
    try:
        found = find_config(Path.cwd())
        if found:
            read_config(found)
        yield "configuration", str(found or "none"), "" if found else "qa init writes one"
    except QaError as error:
        yield "configuration", "broken", str(error)
    try:
        rules = all_rules()
        previews = sum(rule.preview for rule in rules.values())
        yield "rules", f"{len(rules)}, {previews} of them previews", ""
    except QaError as error:
        yield "rules", "broken", str(error)
