"""``qa decisions``: what becomes of a review."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qa.api import align_files
from qa.cli.main import EXIT_FAILED, EXIT_PASSED
from qa.cli.options import encoding_option, input_format_option, language_options
from qa.cli.settings import Options, configuration
from qa.cli.settings import languages as languages_of
from qa.cli.tables import print_table
from qa.core.errors import UsageError
from qa.formats import TextWriter, detect
from qa.reporters import read_report
from qa.review import (
    agreement,
    annotate_files,
    apply_to_files,
    apply_to_text,
    merge,
    read_decisions,
    rule_counts,
    write_decisions,
)
from qa.review.applying import Applied, FileLanguages
from qa.review.decision import Decision, encode_decisions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.core.report import Report
    from qa.formats.annotating import AnnotationForm

__all__ = ["command"]

_PATH = click.Path(path_type=Path)


@click.group("decisions")
def command() -> None:
    """Write decisions back into files, merge and count them."""


@command.command("apply")
@click.argument("decisions", type=_PATH)
@click.argument("files", nargs=-1, required=True, type=_PATH)
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@click.option(
    "--annotate",
    type=click.Choice(["its", "notes"]),
    help="Write what is left of --report into XLIFF files: as quality issues of ITS 2.0, or as notes.",
)
@click.option("--report", type=_PATH, help="The report that was reviewed, for --annotate.")
@language_options
@encoding_option
@input_format_option
def apply_command(  # noqa: PLR0913 -- click passes each option by keyword
    decisions: Path,
    files: tuple[Path, ...],
    *,
    dry_run: bool,
    annotate: AnnotationForm | None,
    report: Path | None,
    source_language: str | None,
    target_language: str | None,
    encoding: str | None,
    input_format: str | None,
) -> int:
    r"""Write the accepted and edited fixes of DECISIONS into bilingual FILES; nothing else in them changes.

    FILES may also be SOURCE and TARGET, two texts that `qa run` checked: the fixes go into TARGET. Fixes of texts that
    have changed since, and fixes that overlap, are refused and listed; the exit code is then 1.

    \b
    qa decisions apply decisions.jsonl batch.xlf
    qa decisions apply decisions.jsonl ru.txt en.txt -s ru -t en
    qa decisions apply decisions.jsonl batch.xlf --annotate its --report report.json
    """
    if bool(annotate) != bool(report) or (annotate and dry_run):
        raise UsageError("--annotate and --report go together, and without --dry-run; give both, or neither")
    languages = FileLanguages(source_language, target_language, encoding, input_format)
    decided = read_decisions(decisions)
    reviewed = read_report(report) if report else None
    if _are_texts(files, input_format):
        done = _apply_to_text(decided, files, languages, write=not dry_run)
    else:
        done = apply_to_files(decided, files, languages, write=not dry_run)
    verb = "would change" if dry_run else "changed"
    for path, changed in done.changed:
        click.echo(f"{path}: {changed} {'target' if changed == 1 else 'targets'} {verb}")
    for refusal in done.refused:
        one = refusal.decision
        click.echo(f"refused {one.document} [unit {one.unit}] {one.rule} {one.finding}: {refusal.reason}")
    drifted = reviewed is not None and annotate is not None and _annotate(reviewed, decided, files, annotate, languages)
    return EXIT_FAILED if done.refused or drifted else EXIT_PASSED


def _are_texts(files: Sequence[Path], input_format: str | None) -> bool:
    """Whether the files are a source text and its translation.

    Raises:
        UsageError: they are neither that nor bilingual files only.
    """
    kinds = [] if input_format else [detect(path).kind for path in files]
    if "monolingual" in kinds and kinds != ["monolingual", "monolingual"]:
        message = f"{files[kinds.index('monolingual')]}: give either SOURCE and TARGET, two texts, or bilingual files"
        raise UsageError(message)
    return "monolingual" in kinds


def _apply_to_text(
    decisions: Sequence[Decision], files: Sequence[Path], languages: FileLanguages, *, write: bool
) -> Applied:
    """Align source and translation as `qa run` did, and write into the translation."""
    source, target = files
    config = configuration(Options(source_language=languages.source, target_language=languages.target))
    own, other = languages_of(config)
    writer = TextWriter(target, encoding=languages.encoding)
    batch = align_files(
        source,
        target,
        source_language=own,
        target_language=other,
        encoding=languages.encoding,
        config=config,
    )
    return apply_to_text(decisions, tuple(batch.units()), writer, target, write=write)


def _annotate(
    report: Report, decisions: Sequence[Decision], files: Sequence[Path], form: AnnotationForm, languages: FileLanguages
) -> bool:
    """Write what is left beside the segments; whether some have drifted."""
    done = annotate_files(report, decisions, files, form, languages)
    for path, count in done.files:
        click.echo(f"{path}: {count} {'segment' if count == 1 else 'segments'} annotated")
    for document, unit in done.drifted:
        click.echo(f"not annotated {document} [unit {unit}]: the target is no longer the text that was checked")
    return bool(done.drifted)


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
