"""What a reader may want to know of a rule, for formats that carry it along."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qa.core.errors import PluginError
from qa.core.finding import Severity
from qa.core.report import RuleInfo
from qa.rules.discovery import all_rules
from qa.rules.documentation import render_markdown, rule_page

if TYPE_CHECKING:
    from qa.core.report import Report

__all__ = ["RuleHelp", "rule_help", "rules_of"]


class RuleHelp(NamedTuple):
    """A rule explained."""

    description: str
    """One paragraph."""
    text: str
    markdown: str


def rules_of(report: Report) -> tuple[RuleInfo, ...]:
    """The rules of a report by id, those that only findings name among them."""
    known = {rule.id: rule for rule in report.rules}
    for finding in report.findings:
        known.setdefault(finding.rule, RuleInfo(finding.rule, finding.rule, finding.category, Severity.MINOR))
    return tuple(known[name] for name in sorted(known))


def rule_help(rule: RuleInfo) -> RuleHelp:
    """The page of a rule; its title where this program has no page of it, as with rules of others and rules as data."""
    title = f"{rule.title or rule.id}."
    found = all_rules().get(rule.id)
    try:
        page = rule_page(found) if found else None
    except PluginError:  # a page that is not in order is no reason to withhold the findings
        page = None
    if page is None:
        return RuleHelp(title, title, title)
    what, why = _paragraph(page.what), _paragraph(page.why)
    text = f"{title} {what} {why} When to switch it off: {' '.join(page.when_off.split())}"
    return RuleHelp(f"{title} {what}", text, render_markdown(page))


def _paragraph(text: str) -> str:
    line = " ".join(text.split())
    return line[:1].upper() + line[1:]
