from __future__ import annotations

import numpy as np
import pytest

from qa.align.likeness import Likeness


def _unit(rows: np.ndarray) -> np.ndarray:
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float16)


def _sides(narrow: float) -> tuple[np.ndarray, np.ndarray]:
    """Forty true pairs; ``narrow`` is what all vectors share, as in encoders whose cosines are all high."""
    chance = np.random.default_rng(3)
    meanings = chance.normal(size=(40, 64))
    common = narrow * np.ones((40, 64))
    noise = [0.3 * chance.normal(size=(40, 64)) for _ in range(2)]
    return _unit(meanings + noise[0] + common), _unit(meanings + noise[1] + common)


@pytest.mark.parametrize("narrow", [0.0, 1.0, 3.0])
def test_true_pairs_stand_out_alike_in_every_encoder(narrow: float) -> None:
    source, target = _sides(narrow)
    margins = Likeness((source,), (target,)).margins(0, 0, (1, 1), 40, 40)
    true, strange = np.diag(margins), margins[~np.eye(40, dtype=bool)]
    assert 4 < np.median(true) < 11
    assert np.std(strange) == pytest.approx(1, abs=0.25)
    assert abs(np.median(strange)) < 0.5


def test_a_rectangle_has_the_margins_of_its_place() -> None:
    source, target = _sides(1.0)
    likeness = Likeness((source, source[::-1]), (target,))
    whole = likeness.margins(0, 0, (1, 1), 40, 40)
    assert likeness.margins(7, 11, (1, 1), 3, 5) == pytest.approx(whole[7:10, 11:16], abs=1e-4)
    assert likeness.margins(0, 4, (2, 1), 1, 1) == pytest.approx(whole[39:, 4:5], abs=1e-4)


def test_a_single_pair_has_a_margin() -> None:
    vector = _unit(np.ones((1, 8)))
    assert np.isfinite(Likeness((vector,), (vector,)).margins(0, 0, (1, 1), 1, 1)).all()
