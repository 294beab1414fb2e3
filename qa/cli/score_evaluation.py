"""The work of ``qa evaluate scores``: metrics run on gold data, and their figures as tables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from msgspec import structs

from qa.cli.columns import Wanted, judged, sample_of
from qa.cli.grids import Grid
from qa.cli.systems import System
from qa.core.document import Document, TranslationUnit
from qa.core.segment import Segment
from qa.metrics.batch import metrics_for
from qa.metrics.meta_evaluation import agreements, preferences
from qa.rules.discovery import all_rules
from qa.rules.rule import BatchRule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from qa.config import Config
    from qa.metrics.correlation import Correlation
    from qa.metrics.gold_scores import GoldPair, GoldScore, GoldScores
    from qa.metrics.meta_evaluation import Preference

__all__ = ["evaluation_tables"]


def evaluation_tables(path: Path, gold: GoldScores, names: Sequence[str], wanted: Wanted) -> Iterator[Grid]:
    """The figures of each metric and of sentinels on the gold data of a file.

    Raises:
        UsageError: a metric is unknown, or needs what the gold data have not.
    """
    if gold.pairs:
        yield from _preference_tables(path, gold.pairs, names, wanted)
    else:
        yield _agreement_table(path, gold.scores, names, wanted)


def _agreement_table(path: Path, gold: Sequence[GoldScore], names: Sequence[str], wanted: Wanted) -> Grid:
    values = _values(path, gold, [line.target for line in gold], names, wanted)
    rows = [
        (found.metric, found.domain, str(found.segments), *map(_shown, found.correlations))
        for found in agreements(gold, values)
    ]
    return Grid(("metric", "domain", "segments", "Pearson", "Spearman", "Kendall"), rows)


def _preference_tables(path: Path, pairs: Sequence[GoldPair], names: Sequence[str], wanted: Wanted) -> Iterator[Grid]:
    whole = _values(path, pairs, [pair.target for pair in pairs], names, wanted)
    broken = _values(path, pairs, [pair.broken for pair in pairs], names, wanted)
    header = ("metric", "break", "pairs", "wins", "ties", "losses", "preferred, %")
    yield Grid(header, [_preference_row(found) for found in preferences(pairs, whole, broken)])


def _preference_row(found: Preference) -> tuple[str, ...]:
    counts = (found.wins, found.ties, found.losses)
    return (found.metric, found.kind, str(sum(counts)), *map(str, counts), f"{100 * found.share:.1f}")


def _line_by_line(config: Config) -> Config:
    """``config`` without the rules that compare units: gold data have many translations of one source."""
    comparing = (name for name, rule in all_rules().items() if issubclass(rule, BatchRule))
    return structs.replace(config, ignore=(*config.ignore, *comparing))


def _shown(found: Correlation) -> str:
    bounds = f" [{found.interval[0]:.3f}, {found.interval[1]:.3f}]" if found.interval else ""
    return f"{found.value:.3f}{bounds}"


def _values(
    path: Path,
    gold: Sequence[GoldScore | GoldPair],
    targets: Sequence[str],
    names: Sequence[str],
    wanted: Wanted,
) -> dict[str, list[float]]:
    """By metric, a number for each target, higher being better."""
    source, target = wanted.config.source_language or "und", wanted.config.target_language or "und"
    texts = ((Segment(source, line.source), Segment(target, text)) for line, text in zip(gold, targets, strict=True))
    units = [TranslationUnit(str(number), str(number), *sides) for number, sides in enumerate(texts, start=1)]
    documents = (Document(unit.id, path.as_posix(), source, target, (unit,), running_text=False) for unit in units)
    system = System("gold", path, tuple(documents))
    if any(name.startswith("mqm") for name in names):
        system = judged(system, replace(wanted, config=_line_by_line(wanted.config)))
    references = [line.reference for line in gold]
    sample = replace(
        sample_of(system, wanted), references=[references] if all(references) else (), levels=frozenset({"segment"})
    )
    values: dict[str, list[float]] = {}
    for found in metrics_for(names, sample):
        sign = 1 if found.higher_is_better else -1
        numbers = {score.unit: sign * score.value for score in found.score(sample) if score.metric == found.name}
        values[found.name] = [numbers.get(unit.id, 0.0) for unit in units]
    return values
