from __future__ import annotations

import pytest

from qa.align import evaluate
from qa.core import Alignment, Bead


def _alignment(*beads: tuple[tuple[int, ...], tuple[int, ...]]) -> Alignment:
    return Alignment(tuple(Bead(source, target) for source, target in beads))


GOLD = _alignment(((0,), (0,)), ((1, 2), (1,)), ((3,), ()), ((4,), (2,)))


def test_equal_alignments_agree_wholly() -> None:
    result = evaluate([GOLD], [GOLD])
    assert result.strict == result.lax == result.unaligned == (1.0, 1.0)
    assert result.strict.f1 == 1.0


def test_figures_are_those_counted_by_hand() -> None:
    found = _alignment(((0,), (0,)), ((1,), (1,)), ((2,), ()), ((3,), ()), ((4,), (2,)))
    result = evaluate([GOLD], [found])
    # Of five found beads three are right; of three gold beads with both sides two are found.
    assert result.strict == (pytest.approx(3 / 5), pytest.approx(2 / 3))
    assert result.strict.f1 == pytest.approx(2 * (3 / 5) * (2 / 3) / (3 / 5 + 2 / 3))
    # 1:1 touches the gold bead 1,2:1; the unaligned 2 touches nothing.
    assert result.lax == (pytest.approx(4 / 5), pytest.approx(1.0))
    # Sentence 3 stands alone in both, sentence 2 only in what was found.
    assert result.unaligned == (pytest.approx(1 / 2), pytest.approx(1.0))


def test_counts_are_summed_over_documents() -> None:
    other = _alignment(((0,), (1,)), ((), (0,)))
    wrong = _alignment(((0,), (0,)), ((), (1,)))
    result = evaluate([GOLD, other], [GOLD, wrong])
    assert result.strict == (pytest.approx(4 / 6), pytest.approx(3 / 4))


def test_nothing_against_nothing_is_zero() -> None:
    result = evaluate([], [])
    assert result.strict == (0.0, 0.0)
    assert result.strict.f1 == 0.0


def test_numbers_of_documents_must_agree() -> None:
    with pytest.raises(ValueError, match="argument 2 is shorter"):
        evaluate([GOLD], [])
