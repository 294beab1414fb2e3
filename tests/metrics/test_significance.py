"""Differences and p-values beside those of sacrebleu for the same seed."""

from __future__ import annotations

import random

import numpy as np
import pytest
import sacrebleu
from sacrebleu.significance import PairedTest

from qa.core.errors import UsageError
from qa.metrics import Sample, bootstrap, metric
from qa.metrics.bootstrap import product, resamples
from qa.metrics.significance import compare
from qa.metrics.statistics import mean_statistics

WORDS = ("the", "a", "bridge", "council", "opened", "closed", "on", "in", "Monday", "was", "not", "for", "people")
ENGINES = {
    "bleu": lambda: sacrebleu.BLEU(force=True),
    "chrf": sacrebleu.CHRF,
    "chrf++": lambda: sacrebleu.CHRF(word_order=2),
    "ter": sacrebleu.TER,
}


def texts(seed: int, share: float) -> tuple[list[str], list[str]]:
    """A reference, and a system that says another word for a share of its words."""
    choose = random.Random(seed)  # noqa: S311 -- texts, not secrets
    reference = [" ".join(choose.choices(WORDS, k=choose.randint(3, 12))) for _ in range(60)]
    replaced = [
        " ".join(choose.choice(WORDS) if choose.random() < share else word for word in line.split())
        for line in reference
    ]
    return reference, replaced


REFERENCE, FIRST = texts(1, 0.3)
_, SECOND = texts(1, 0.35)


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize(("test", "short", "trials"), [("bootstrap", "bs", 300), ("randomisation", "ar", 200)])
def test_scores_and_p_values_are_those_of_sacrebleu(name: str, test: str, short: str, trials: int) -> None:
    engine = ENGINES[name]()
    systems = [("first", FIRST), ("second", SECOND)]
    _, theirs = PairedTest(systems, {name: engine}, [REFERENCE], test_type=short, n_samples=trials)()
    first, second = theirs[next(key for key in theirs if key != "System")]
    samples = [Sample(hypotheses=system, references=[REFERENCE]) for _, system in systems]
    ours = compare(*(metric(name).statistics(sample) for sample in samples), test, trials)  # type: ignore[arg-type]
    assert ours.baseline == pytest.approx(first.score, abs=1e-6)
    assert ours.system == pytest.approx(second.score, abs=1e-6)
    assert ours.p_value == pytest.approx(second.p_value, abs=1e-6)
    assert f"|n:{trials}|seed:12345" in ours.test
    if test == "bootstrap":
        for interval, result in ((ours.baseline_interval, first), (ours.system_interval, second)):
            # sacrebleu adds up in single precision.
            assert interval == pytest.approx((result.mean - result.ci, result.mean + result.ci), abs=2e-4)


def test_blocks_do_not_change_the_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    samples = [Sample(hypotheses=system, references=[REFERENCE]) for system in (FIRST, SECOND)]
    statistics = [metric("chrf").statistics(sample) for sample in samples]
    whole = [compare(*statistics, test, 400) for test in ("bootstrap", "randomisation")]
    monkeypatch.setattr(bootstrap, "CELLS", 60)
    monkeypatch.setattr("qa.metrics.significance.CELLS", 60)
    assert [compare(*statistics, test, 400) for test in ("bootstrap", "randomisation")] == whole


def test_resamples_are_sums_of_drawn_rows() -> None:
    table = np.arange(12.0).reshape(4, 3)
    drawn = np.random.default_rng(12345).choice(4, size=(3, 4), replace=True)
    assert np.array_equal(np.array(list(resamples(table, 3))), table[drawn].sum(axis=1))


def test_a_product_in_pieces_is_the_product(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "_SMALL", 40)
    weights, table = np.arange(30).reshape(2, 15), np.arange(60.0).reshape(15, 4)
    assert np.array_equal(product(weights, table), weights @ table)


def test_a_system_against_itself_is_no_difference() -> None:
    same = mean_statistics([1.0, 2.0, 4.0])
    for test in ("bootstrap", "randomisation"):
        paired = compare(same, same, test, 100)  # type: ignore[arg-type]
        assert paired.difference == 0
        assert paired.p_value <= 1


def test_what_cannot_be_compared_is_refused() -> None:
    with pytest.raises(UsageError, match="the baseline has 2 segments and the system 3"):
        compare(mean_statistics([1, 2]), mean_statistics([1, 2, 3]), "bootstrap")
    with pytest.raises(UsageError, match="5 trials prove nothing; ask for 100 or more"):
        compare(mean_statistics([1, 2]), mean_statistics([1, 2]), "bootstrap", 5)
