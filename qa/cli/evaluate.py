"""``qa evaluate``: measures against gold data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qa.align import evaluate, read_beads
from qa.cli.columns import Wanted
from qa.cli.main import EXIT_PASSED
from qa.cli.modelling import modelling_options
from qa.cli.options import config_option, language_options
from qa.cli.score_evaluation import evaluation_tables
from qa.cli.settings import Options, configuration
from qa.cli.tables import print_table
from qa.core.errors import UsageError
from qa.engine.gold import evaluate_findings, read_gold
from qa.metrics.gold_scores import read_gold_scores
from qa.reporters import read_report

if TYPE_CHECKING:
    from qa.engine.gold import GoldEvaluation

__all__ = ["command"]

_FILES = click.Path(path_type=Path)


@click.group("evaluate")
def command() -> None:
    """Measure against gold data."""


@command.command("align")
@click.argument("gold", nargs=-1, required=True, type=_FILES)
@click.option("--found", multiple=True, required=True, type=_FILES, help="Alignment to judge; one for each GOLD.")
def align_command(gold: tuple[Path, ...], found: tuple[Path, ...]) -> int:
    r"""Strict and lax precision, recall and F1 of alignments, and the F1 of unaligned sentences.

    \b
    qa evaluate align gold.beads --found mine.beads
    """
    if len(gold) != len(found):
        message = f"{len(gold)} gold files and {len(found)} found ones; give one --found for each"
        raise UsageError(message)
    result = evaluate([read_beads(path) for path in gold], [read_beads(path) for path in found])
    rows = [
        (name, f"{figures.precision:.3f}", f"{figures.recall:.3f}", f"{figures.f1:.3f}")
        for name, figures in zip(result._fields, result, strict=True)
    ]
    print_table(("beads", "precision", "recall", "F1"), rows)
    return EXIT_PASSED


@command.command("rules")
@click.argument("report", type=_FILES)
@click.option("--gold", required=True, type=_FILES, help="Known errors, a JSON object a line.")
def rules_command(report: Path, gold: Path) -> int:
    r"""Which known errors the findings of a saved REPORT hit, and how many findings of each rule are right.

    \b
    qa evaluate rules reports/demo/report.json --gold corpora/news/expected.jsonl
    """
    result = evaluate_findings(read_report(report).findings, read_gold(gold))
    print_table(
        ("rule", "findings", "right"),
        [(figures.rule, str(figures.findings), str(figures.right)) for figures in result.rules],
    )
    _print_places(result)
    return EXIT_PASSED


@command.command("scores")
@click.option("--gold", required=True, type=_FILES, help="People's scores, or pairs of DEMETR; JSON lines.")
@click.option("--metric", multiple=True, required=True, metavar="NAME[:MODEL]", help="Metric to judge; repeatable.")
@modelling_options
@language_options
@config_option
def scores_command(*, gold: Path, metric: tuple[str, ...], **values: Any) -> int:  # noqa: ANN401 -- click passes each option by keyword
    r"""How well metrics agree with people, beside sentinels that know nothing of quality.

    \b
    qa evaluate scores --gold scores.jsonl --metric chrf++ --metric similarity
    """
    options = Options.take(values)
    wanted = Wanted(config=configuration(options), allow_empty=True, no_cache=options.no_cache, **values)
    for table in evaluation_tables(gold, read_gold_scores(gold), metric, wanted):
        print_table(table.header, table.rows)
    return EXIT_PASSED


def _print_places(result: GoldEvaluation) -> None:
    total = len(result.found) + len(result.missed)
    click.echo(f"found {len(result.found)} of {total} known errors")
    for error in result.missed:
        where = error.unit or f"{error.start}-{error.end}"
        click.echo(f"missed {error.id} {error.file} {where} {error.kind}".rstrip())
    for error, finding in result.trapped:
        click.echo(f"trapped {error.id} {error.file} {error.start}-{error.end} {finding.rule}: {finding.message}")
    for finding in result.unexpected:
        place = finding.location
        click.echo(f"unexpected {place.path}:{place.line}:{place.column} " if place else "unexpected ", nl=False)
        click.echo(f"{finding.rule}: {finding.message}")
