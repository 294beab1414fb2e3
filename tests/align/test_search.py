from __future__ import annotations

from itertools import pairwise, product
from math import exp
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.align.band import Tile, full_band
from qa.align.lattice import Lattice
from qa.align.scoring import NOTHING
from qa.align.search import Candidates, ScoredBand, best_path, likely_beads
from qa.align.settings import ADDED, DROPPED, MOVES

if TYPE_CHECKING:
    from collections.abc import Iterator

Path = tuple[tuple[int, int, int], ...]


def _paths(sources: int, targets: int, row: int = 0, column: int = 0, *, added: bool = False) -> Iterator[Path]:
    """All paths from a node to the end; no dropped sentence directly behind an added one."""
    if (row, column) == (sources, targets):
        yield ()
    for kind, (a, b) in enumerate(MOVES):
        if row + a <= sources and column + b <= targets and not (added and kind == DROPPED):
            for rest in _paths(sources, targets, row + a, column + b, added=kind == ADDED):
                yield ((row, column, kind), *rest)


def _band(sources: int, targets: int, seed: int) -> ScoredBand:
    chance = np.random.default_rng(seed)
    tiles = full_band(sources, targets)
    scores = chance.normal(0, 2, (len(MOVES), sources + 1, targets + 1)).astype(np.float32)
    for kind, (a, b) in enumerate(MOVES):
        scores[kind, sources + 1 - a :] = NOTHING
        scores[kind, :, targets + 1 - b :] = NOTHING
    scores[ADDED, :, :targets] = scores[DROPPED, :sources] = -1
    return ScoredBand(tiles, [scores])


def _score(band: ScoredBand, path: Path) -> float:
    return float(sum(band.scores(row)[kind, column] for row, column, kind in path))


def _listed(beads: Candidates) -> Path:
    return tuple(zip(beads.row.tolist(), beads.column.tolist(), beads.kind.tolist(), strict=True))


SMALL = st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(0, 99))


@given(SMALL)
@settings(deadline=None, max_examples=40)
def test_the_best_path_is_the_best_of_all(size: tuple[int, int, int]) -> None:
    band = _band(*size)
    best = max(_score(band, path) for path in _paths(*size[:2]))
    assert _score(band, _listed(best_path(band))) == pytest.approx(best, abs=1e-4)


@given(SMALL)
@settings(deadline=None, max_examples=40)
def test_chances_are_shares_of_all_paths(size: tuple[int, int, int]) -> None:
    band = _band(*size)
    weights = {path: exp(_score(band, path)) for path in _paths(*size[:2])}
    whole = sum(weights.values())
    found = likely_beads(band, 1e-12)
    for bead, chance in zip(_listed(found), found.chance.tolist(), strict=True):
        expected = sum(weight for path, weight in weights.items() if bead in path) / whole
        assert chance == pytest.approx(expected, rel=1e-3, abs=1e-9)


def test_a_band_of_tiles_gives_what_the_whole_table_gives() -> None:
    whole = _band(9, 9, 7)
    scores = whole.scores
    tiles = [Tile(0, 5, 0, 9), Tile(5, 10, 0, 9)]
    rows = np.stack([scores(row) for row in range(10)], axis=1)
    parted = ScoredBand(tiles, [rows[:, :5], rows[:, 5:]])
    assert _listed(best_path(parted)) == _listed(best_path(whole))
    assert likely_beads(parted, 1e-3).chance == pytest.approx(likely_beads(whole, 1e-3).chance)


def test_a_gap_on_both_sides_is_one_path() -> None:
    band = _band(3, 3, 0)
    band.scores(0)[2:] = NOTHING
    for row in range(4):
        band.scores(row)[2:] = NOTHING
    found = likely_beads(band, 1e-6)
    assert _listed(found) == (
        (0, 0, DROPPED),
        (1, 0, DROPPED),
        (2, 0, DROPPED),
        (3, 0, ADDED),
        (3, 1, ADDED),
        (3, 2, ADDED),
    )
    assert found.chance == pytest.approx(np.ones(6))


def _again(path: Path) -> int:
    kinds = [kind for _, _, kind in path]
    return sum(one == two and one in {ADDED, DROPPED} for one, two in pairwise(kinds))


@given(st.integers(1, 4), st.integers(1, 3), st.integers(0, 99), st.sampled_from([0.0, 1.5]))
@settings(deadline=None, max_examples=40)
def test_the_lattice_agrees_with_all_paths(sources: int, targets: int, seed: int, again: float) -> None:
    paths = list(_paths(sources, targets))
    beads = sorted({bead for path in paths for bead in path})
    chance = np.random.default_rng(seed)
    scores = dict(zip(beads, chance.normal(0, 2, len(beads)).tolist(), strict=True))
    rows, columns, kinds = np.array(beads, np.int64).T
    lattice = Lattice(Candidates(rows, columns, kinds, np.ones(len(beads))), list(scores.values()), again)
    weights = {path: sum(scores[bead] for bead in path) + again * _again(path) for path in paths}
    best = tuple(beads[number] for number in lattice.best())
    assert weights[best] == pytest.approx(max(weights.values()))
    whole = sum(exp(weight) for weight in weights.values())
    for bead, share in zip(beads, lattice.chances(), strict=True):
        expected = sum(exp(weight) for path, weight in weights.items() if bead in path) / whole
        assert share == pytest.approx(expected, rel=1e-6, abs=1e-12)


def test_candidates_are_joined_without_doubles() -> None:
    def beads(*places: tuple[int, int, int]) -> Candidates:
        rows, columns, kinds = np.array(places, np.int64).T
        return Candidates(rows, columns, kinds, np.ones(len(places)))

    joined = beads((0, 0, 2), (1, 1, 2)).joined(beads((0, 0, 2), (0, 1, 1)))
    assert _listed(joined) == ((0, 0, 2), (0, 1, 1), (1, 1, 2))


def test_moves_reach_every_small_bead() -> None:
    wanted = {(a, b) for a, b in product(range(5), repeat=2) if 1 in (a, b) and (a, b) != (0, 0)} | {(2, 2)}
    assert wanted <= set(MOVES)
