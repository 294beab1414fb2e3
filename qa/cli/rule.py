"""``qa rule``: the catalogue of rules, and the page of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from qa.cli.main import EXIT_PASSED
from qa.cli.tables import print_table
from qa.core.errors import UsageError
from qa.core.naming import did_you_mean
from qa.rules.discovery import all_rules
from qa.rules.documentation import render_markdown, rule_page

if TYPE_CHECKING:
    from qa.rules.rule import Rule

__all__ = ["command"]


@click.command("rule")
@click.argument("identifier", required=False, metavar="[RULE]")
def command(identifier: str | None) -> int:
    r"""Explain RULE, or list all rules.

    \b
    qa rule accuracy/number-mismatch
    """
    rules = all_rules()
    if identifier is None:
        print_table(
            ("rule", "finds", "severity", "MQM category", "on in"),
            [(name, rule_page(rule).title, rule.severity, rule.category, _on(rule)) for name, rule in rules.items()],
        )
    else:
        click.echo(render_markdown(rule_page(_known(identifier))))
    return EXIT_PASSED


def _known(identifier: str) -> type[Rule]:
    rules = all_rules()
    if identifier not in rules:
        hint = did_you_mean(identifier, rules, "`qa rule` lists them.")
        message = f"{identifier!r} is no rule; {hint}"
        raise UsageError(message)
    return rules[identifier]


def _on(rule: type[Rule]) -> str:
    if not rule.profiles:
        return "none"
    return "strict" if rule.preview else ", ".join(sorted(rule.profiles | {"strict"}))
