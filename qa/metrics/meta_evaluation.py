"""What a metric is worth: its agreement with people's scores, pooled and within each domain, and its preferences.

Pooled figures reward a metric that tells domains apart, which is not what it is for: the figures within a domain
count. Ties of a preference are counted and never guessed.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from qa.metrics.correlation import correlate
from qa.metrics.sentinels import SENTINELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from qa.metrics.correlation import Correlations
    from qa.metrics.gold_scores import GoldPair, GoldScore

__all__ = ["POOLED", "Agreement", "Preference", "agreements", "preferences"]

POOLED: Final = "(pooled)"
_FEWEST: Final = 5
"""Segments under which a domain says nothing."""


class Agreement(NamedTuple):
    """One metric in one domain."""

    metric: str
    domain: str
    segments: int
    correlations: Correlations


class Preference(NamedTuple):
    """How often one metric put a translation above the broken one."""

    metric: str
    kind: str
    wins: int
    ties: int
    losses: int

    @property
    def share(self) -> float:
        """Of wins, 0-1; a tie is none."""
        return self.wins / (self.wins + self.ties + self.losses)


def agreements(gold: Sequence[GoldScore], values: Mapping[str, Sequence[float]]) -> Iterator[Agreement]:
    """Every metric and sentinel, pooled and in every domain of five segments or more.

    Args:
        gold: people's scores.
        values: by metric, a number per line of ``gold``, higher being better.
    """
    domains: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(gold):
        domains[line.domain].append(index)
    groups = {POOLED: list(range(len(gold)))}
    if len(domains) > 1:
        groups |= {name or "(none)": found for name, found in sorted(domains.items()) if len(found) >= _FEWEST}
    sentinels = {name: [judge(line.source, line.target) for line in gold] for name, judge in SENTINELS.items()}
    for metric, numbers in {**values, **sentinels}.items():
        for domain, indices in groups.items():
            wanted = [gold[i].score for i in indices]
            yield Agreement(metric, domain, len(indices), correlate([numbers[i] for i in indices], wanted))


def preferences(
    pairs: Sequence[GoldPair], whole: Mapping[str, Sequence[float]], broken: Mapping[str, Sequence[float]]
) -> Iterator[Preference]:
    """Every metric and sentinel over all pairs, then by kind of break, the worst first.

    Pairs whose second side is the reference, which is not broken, stand in their own kind and not among all.

    Args:
        pairs: each with a kind.
        whole: by metric, a number for each whole translation, higher being better.
        broken: likewise for the broken ones.
    """
    sentinels = {
        name: ([judge(p.source, p.target) for p in pairs], [judge(p.source, p.broken) for p in pairs])
        for name, judge in SENTINELS.items()
    }
    columns = {name: (whole[name], broken[name]) for name in whole} | sentinels
    counted = [index for index, pair in enumerate(pairs) if pair.broken != pair.reference]
    for metric, (good, bad) in columns.items():
        yield _preference(metric, POOLED, [(good[i], bad[i]) for i in counted])
    kinds: dict[str, list[int]] = defaultdict(list)
    for index, pair in enumerate(pairs):
        kinds[pair.kind].append(index)
    for metric in whole:
        good, bad = columns[metric]
        found = [_preference(metric, kind, [(good[i], bad[i]) for i in rows]) for kind, rows in kinds.items()]
        yield from sorted(found, key=lambda preference: (preference.share, preference.kind))


def _preference(metric: str, kind: str, values: Iterable[tuple[float, float]]) -> Preference:
    differences = [good - bad for good, bad in values]
    wins, losses = sum(d > 0 for d in differences), sum(d < 0 for d in differences)
    return Preference(metric, kind, wins, len(differences) - wins - losses, losses)
