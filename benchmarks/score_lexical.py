"""Lexical metrics against sacrebleu called in the ordinary way: the same numbers, and how long both take.

``python benchmarks/score_lexical.py HYPOTHESES REFERENCE`` takes two line-aligned text files.
"""

from __future__ import annotations

import argparse
import resource
import time
from pathlib import Path

import sacrebleu

from qa.metrics import score_batch

ENGINES = {
    "bleu": (sacrebleu.BLEU, lambda: sacrebleu.BLEU(effective_order=True)),
    "chrf": (sacrebleu.CHRF, sacrebleu.CHRF),
    "chrf++": (lambda: sacrebleu.CHRF(word_order=2), lambda: sacrebleu.CHRF(word_order=2)),
    "ter": (sacrebleu.TER, sacrebleu.TER),
}


def main() -> None:
    """Print one line per metric."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("hypotheses", type=Path)
    parser.add_argument("reference", type=Path)
    parser.add_argument("--bootstrap", type=int, default=1000, help="resamples of the interval")
    arguments = parser.parse_args()
    hypotheses = arguments.hypotheses.read_text(encoding="utf-8").splitlines()
    reference = arguments.reference.read_text(encoding="utf-8").splitlines()
    print(f"{len(hypotheses)} segments, {arguments.bootstrap} resamples")
    print(f"{'metric':8} {'corpus':>8} {'difference':>11} {'qa, s':>8} {'sacrebleu, s':>13} {'peak, MiB':>10}")
    for name, (corpus_engine, segment_engine) in ENGINES.items():
        start = time.perf_counter()
        scores = score_batch([name], hypotheses, [reference], bootstrap=arguments.bootstrap)
        ours = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        start = time.perf_counter()
        corpus = corpus_engine().corpus_score(hypotheses, [reference], n_bootstrap=arguments.bootstrap)
        single = segment_engine()
        segments = [single.sentence_score(h, [r]).score for h, r in zip(hypotheses, reference, strict=True)]
        theirs = time.perf_counter() - start
        pairs = zip((score.value for score in scores), [corpus.score, *segments], strict=True)
        difference = max(abs(left - right) for left, right in pairs)
        print(f"{name:8} {corpus.score:8.2f} {difference:11.1e} {ours:8.2f} {theirs:13.2f} {peak:10.0f}")


if __name__ == "__main__":
    main()
