"""``qa evaluate``: measures against gold data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qa.cli.align_evaluation import alignment_tables, found_by, read_found, read_gold_text
from qa.cli.aligning import Aligning, aligner_options
from qa.cli.columns import Wanted
from qa.cli.main import EXIT_PASSED
from qa.cli.modelling import model_options, modelling_options
from qa.cli.options import EXISTING_FILE, config_option, encoding_option, language_options
from qa.cli.score_evaluation import evaluation_tables
from qa.cli.settings import Options, configuration
from qa.cli.settings import languages as languages_of
from qa.cli.tables import print_table
from qa.engine.gold import evaluate_findings, read_gold
from qa.metrics.gold_scores import read_gold_scores
from qa.reporters import read_report

if TYPE_CHECKING:
    from qa.engine.gold import GoldEvaluation
    from qa.models import ModelOptions

__all__ = ["command"]

_FILES = click.Path(path_type=Path)


@click.group("evaluate")
def command() -> None:
    """Measure against gold data."""


@command.command("align")
@click.argument("gold", nargs=-1, required=True, type=_FILES)
@click.option("--found", multiple=True, type=_FILES, help="Alignment to judge, one for each GOLD; ours without it.")
@click.option("--single", is_flag=True, help="Align each text by itself, not all as one batch.")
@click.option("--terms", multiple=True, type=EXISTING_FILE, help="Termbase, TBX or CSV; repeatable.")
@aligner_options
@modelling_options
@language_options
@encoding_option
@config_option
def align_command(*, gold: tuple[Path, ...], found: tuple[Path, ...], single: bool, **values: Any) -> int:  # noqa: ANN401 -- click passes each option by keyword
    r"""Strict and lax precision, recall and F1 of alignments, and the F1 of unaligned sentences.

    Without --found the texts beside each GOLD are aligned, a sentence a line: with -s ru -t en, a.ru and a.en for
    a.gold. What is learnt is kept nowhere, though --lexicon is read.

    \b
    qa evaluate align gold/*.gold -s ru -t en
    qa evaluate align gold.beads --found mine.beads
    """
    options, aligning = Options.take(values), Aligning.take(values)
    if found:
        aligning.refuse("where --found gives the alignments")
        golds = [read_gold_text(path) for path in gold]
        alignments = read_found(golds, found)
    else:
        config = configuration(options)
        languages = languages_of(config)
        golds = [read_gold_text(path, languages, options.encoding) for path in gold]
        aligner = aligning.make(config, languages, _models(values, keep=not options.no_cache))
        alignments = found_by(aligner, golds, single=single)
    for table in alignment_tables(golds, alignments):
        print_table(table.header, table.rows)
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


def _models(values: dict[str, Any], *, keep: bool) -> ModelOptions:
    return model_options(values["device"], values["batch_size"], download=values["allow_download"], keep=keep)


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
