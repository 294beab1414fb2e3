"""Whether one system is better than another, or only luckier with these segments.

Paired bootstrap (Koehn 2004) and two-sided approximate randomisation (Riezler and Maxwell 2005) with the draws and the
p-values of sacrebleu for the same seed; blocks of matrix products instead of all resamples at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, get_args

from qa.core.errors import UsageError
from qa.metrics.bootstrap import CELLS, interval, product, resamples, seed
from qa.metrics.sample import FEWEST_RESAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from qa.metrics.statistics import Statistics

__all__ = ["DEFAULT_TRIALS", "TESTS", "Paired", "Test", "compare", "paired_bootstrap", "randomised"]

Test = Literal["bootstrap", "randomisation"]
TESTS: Final[tuple[Test, ...]] = get_args(Test)
DEFAULT_TRIALS: Final[dict[Test, int]] = {"bootstrap": 1000, "randomisation": 10_000}

_WORD: Final = 32
"""numpy draws this many truth values at a time: blocks of a multiple of it draw what one large block would."""


@dataclass(frozen=True, slots=True)
class Paired:
    """Two systems compared on the same segments."""

    baseline: float
    system: float
    p_value: float
    """How often chance alone makes a difference of this size or a greater one."""
    test: str
    """The test with its number of trials and its seed."""
    baseline_interval: tuple[float, float] | None = None
    system_interval: tuple[float, float] | None = None
    interval: tuple[float, float] | None = None
    """95 %, of the difference."""

    @property
    def difference(self) -> float:
        """The system's score less the baseline's."""
        return self.system - self.baseline


def compare(baseline: Statistics, system: Statistics, test: Test, trials: int = 0) -> Paired:
    """The two systems by one of the tests; ``trials`` of 0 are the test's usual number.

    Raises:
        UsageError: the systems differ in the number of segments, or the trials are too few.
    """
    if len(baseline.rows) != len(system.rows):
        message = (
            f"the baseline has {len(baseline.rows)} segments and the system {len(system.rows)}; give the same ones"
        )
        raise UsageError(message)
    count = trials or DEFAULT_TRIALS[test]
    if count < FEWEST_RESAMPLES:
        message = f"{count} trials prove nothing; ask for {FEWEST_RESAMPLES} or more"
        raise UsageError(message)
    return (paired_bootstrap if test == "bootstrap" else randomised)(baseline, system, count)


def paired_bootstrap(baseline: Statistics, system: Statistics, count: int) -> Paired:
    """Both systems on ``count`` resamples of the same segments; the intervals come with it."""
    import numpy as np  # noqa: PLC0415 -- slow to import

    width = baseline.rows.shape[1]
    pairs = [
        (baseline.value(sums[:width].tolist()), system.value(sums[width:].tolist()))
        for sums in resamples(np.hstack((baseline.rows, system.rows)), count)
    ]
    left, right = (list(values) for values in zip(*pairs, strict=True))
    before, after = baseline.total(), system.total()
    sizes = np.abs(np.subtract(right, left))
    return Paired(
        before,
        after,
        _p_value(sizes - sizes.mean(), abs(before - after)),
        f"paired bootstrap|n:{count}|seed:{seed()}",
        interval(left),
        interval(right),
        interval([second - first for first, second in pairs]),
    )


def randomised(baseline: Statistics, system: Statistics, count: int) -> Paired:
    """The systems' segments swapped at random ``count`` times; no intervals come of it."""
    import numpy as np  # noqa: PLC0415 -- slow to import

    before, after = baseline.total(), system.total()
    both = (baseline.rows + system.rows).sum(axis=0)
    sizes = [
        abs(baseline.value(sums.tolist()) - system.value((both - sums).tolist()))
        for sums in _swapped(baseline.rows, system.rows, count)
    ]
    test = f"approximate randomisation|n:{count}|seed:{seed()}"
    return Paired(before, after, _p_value(np.asarray(sizes), abs(before - after)), test)


def _swapped(baseline: NDArray[np.float64], system: NDArray[np.float64], count: int) -> Iterator[NDArray[np.float64]]:
    """The column sums of systems mixed at random: each segment from the one or the other."""
    import numpy as np  # noqa: PLC0415 -- slow to import

    random = np.random.default_rng(seed())
    apart, rest = baseline - system, system.sum(axis=0)
    block = max(1, CELLS // len(baseline) // _WORD) * _WORD
    for start in range(0, count, block):
        chosen = random.integers(2, size=(min(block, count - start), len(baseline)), dtype=np.bool_)
        yield from product(chosen, apart) + rest


def _p_value(sizes: NDArray[np.float64] | Sequence[float], difference: float) -> float:
    """The share of trials that went beyond ``difference``; one is added, so that it is never 0."""
    beyond = sum(1 for size in sizes if size > difference)
    return (beyond + 1) / (len(sizes) + 1)
