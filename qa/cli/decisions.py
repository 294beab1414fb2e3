"""``qa decisions``: what becomes of a review."""

from __future__ import annotations

from pathlib import Path

import click

from qa.cli.main import EXIT_FAILED, EXIT_PASSED
from qa.cli.options import encoding_option, input_format_option, language_options
from qa.cli.tables import print_table
from qa.review import agreement, apply_to_files, merge, read_decisions, rule_counts, write_decisions
from qa.review.applying import FileLanguages
from qa.review.decision import Decision, encode_decisions

__all__ = ["command"]

_PATH = click.Path(path_type=Path)


@click.group("decisions")
def command() -> None:
    """Write decisions back into files, merge and count them."""


@command.command("apply")
@click.argument("decisions", type=_PATH)
@click.argument("files", nargs=-1, required=True, type=_PATH)
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@language_options
@encoding_option
@input_format_option
def apply_command(
    decisions: Path,
    files: tuple[Path, ...],
    *,
    dry_run: bool,
    source_language: str | None,
    target_language: str | None,
    encoding: str | None,
    input_format: str | None,
) -> int:
    r"""Write the accepted and edited fixes of DECISIONS into bilingual FILES; nothing else in them changes.

    Fixes of texts that have changed since, and fixes that overlap, are refused and listed; the exit code is then 1.

    \b
    qa decisions apply decisions.jsonl batch.xlf
    """
    languages = FileLanguages(source_language, target_language, encoding, input_format)
    done = apply_to_files(read_decisions(decisions), files, languages, write=not dry_run)
    verb = "would change" if dry_run else "changed"
    for path, changed in done.changed:
        click.echo(f"{path}: {changed} {'target' if changed == 1 else 'targets'} {verb}")
    for refusal in done.refused:
        one = refusal.decision
        click.echo(f"refused {one.document} [unit {one.unit}] {one.rule} {one.finding}: {refusal.reason}")
    return EXIT_FAILED if done.refused else EXIT_PASSED


@command.command("merge")
@click.argument("files", nargs=-1, required=True, type=_PATH)
@click.option("-o", "--output", type=_PATH, help="File for the merged decisions; standard output without it.")
@click.option("--prefer", type=click.Choice(["first", "newest"]), help="Who is right where reviewers disagree.")
def merge_command(files: tuple[Path, ...], output: Path | None, prefer: str | None) -> int:
    r"""Join the decisions of several FILES; disagreements are listed, left out, and make the exit code 1.

    \b
    qa decisions merge anna.jsonl boris.jsonl -o decisions.jsonl
    """
    merged = merge(
        [read_decisions(path) for path in files], "newest" if prefer == "newest" else "first" if prefer else None
    )
    if output:
        write_decisions(output, merged.decisions)
    else:
        click.echo(encode_decisions(merged.decisions), nl=False)
    for dispute in merged.conflicts:
        one = dispute[0]
        click.echo(f"conflict {one.document} [unit {one.unit}] {one.rule} {one.finding}", err=True)
        for side in dispute:
            click.echo(f"  {_said(side)}", err=True)
    return EXIT_FAILED if merged.conflicts else EXIT_PASSED


@command.command("stats")
@click.argument("files", nargs=-1, required=True, type=_PATH)
def stats_command(files: tuple[Path, ...]) -> int:
    r"""How often the findings of each rule were accepted and dismissed, and how far reviewers agree.

    \b
    qa decisions stats anna.jsonl boris.jsonl
    """
    decisions = [decision for path in files for decision in read_decisions(path)]
    rows = [
        (*map(str, counts), "–" if counts.precision is None else f"{counts.precision:.2f}")
        for counts in rule_counts(decisions)
    ]
    print_table(("rule", "accepted", "edited", "dismissed", "deferred", "right"), rows)
    for pair in agreement(decisions):
        kappa = "–" if pair.kappa is None else f"{pair.kappa:.2f}"
        names = " and ".join(pair.reviewers)
        click.echo(f"{names}: {pair.shared} findings judged by both, {pair.observed:.0%} alike, kappa {kappa}")
    return EXIT_PASSED


def _said(decision: Decision) -> str:
    fix = f"“{decision.text}”" if decision.text is not None else ""
    return " · ".join(
        filter(None, (decision.reviewer or "?", decision.verdict, decision.reason, fix, decision.comment))
    )
