"""A paired bootstrap of two systems beside sacrebleu's own: time, peak memory and how far the numbers differ.

``python benchmarks/score_speed.py BASELINE SYSTEM REFERENCE [--segments 100000] [--sacrebleu-segments 10000]`` takes
line-aligned text files and repeats them, rotated, up to the number of segments. Each run is a process of its own;
sacrebleu holds resamples x segments x statistics at once, so it gets fewer segments unless more are asked for.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import sacrebleu
from sacrebleu.significance import PairedTest

from qa.metrics import Sample, metric
from qa.metrics.significance import compare

ENGINES = {"bleu": {}, "chrf": {}, "chrf++": {"word_order": 2}}


def stretched(path: Path, count: int) -> list[str]:
    """``count`` lines: those of the file again and again, each round with one word more moved to the end."""
    lines = path.read_text(encoding="utf-8").splitlines()
    result = []
    for number in range(count):
        turn, line = divmod(number, len(lines))
        words = lines[line].split(" ")
        cut = turn % max(len(words), 1)
        result.append(" ".join(words[cut:] + words[:cut]))
    return result


def ours(name: str, texts: list[list[str]], trials: int) -> dict[str, Any]:
    """Our figures."""
    chosen = metric(name)
    first, second = (chosen.statistics(Sample(hypotheses=side, references=[texts[2]])) for side in texts[:2])
    gathered = time.perf_counter()
    paired = compare(first, second, "bootstrap", trials)
    return {"scores": [paired.baseline, paired.system], "p": paired.p_value, "test": time.perf_counter() - gathered}


def theirs(name: str, texts: list[list[str]], trials: int) -> dict[str, Any]:
    """The figures of sacrebleu."""
    engine = sacrebleu.BLEU(force=True) if name == "bleu" else sacrebleu.CHRF(**ENGINES[name])
    systems = [("baseline", texts[0]), ("system", texts[1])]
    test = PairedTest(systems, {name: engine}, [texts[2]], test_type="bs", n_samples=trials)
    scores = list(test()[1].values())[1]
    return {"scores": [score.score for score in scores], "p": scores[1].p_value, "test": None}


def run(arguments: argparse.Namespace) -> None:
    """One measurement, as JSON."""
    texts = [stretched(path, arguments.segments) for path in arguments.files]
    start = time.perf_counter()
    figures = (ours if arguments.run == "qa" else theirs)(arguments.metric, texts, arguments.trials)
    figures["seconds"] = time.perf_counter() - start
    figures["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(figures))


def main() -> None:
    """Print one line per program and number of segments."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs=3, type=Path, metavar="FILE")
    parser.add_argument("--metric", choices=ENGINES, default="chrf++")
    parser.add_argument("--segments", type=int, default=100_000)
    parser.add_argument("--sacrebleu-segments", type=int, default=10_000)
    parser.add_argument("--trials", type=int, default=1000)
    parser.add_argument("--run", choices=["qa", "sacrebleu"], help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.run:
        run(arguments)
        return
    print(f"{'program':10} {'segments':>9} {'seconds':>8} {'peak MiB':>9} {'baseline':>12} {'system':>12} {'p':>9}")
    few, many = sorted((arguments.sacrebleu_segments, arguments.segments))
    for program, segments in (("sacrebleu", arguments.sacrebleu_segments), ("qa", few), ("qa", many)):
        options = ["--run", program, "--segments", str(segments), "--metric", arguments.metric]
        command = [sys.executable, __file__, *map(str, arguments.files), *options, "--trials", str(arguments.trials)]
        figures = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        first, second = figures["scores"]
        print(
            f"{program:10} {segments:9,} {figures['seconds']:8.1f} {figures['peak']:9.0f} "
            f"{first:12.6f} {second:12.6f} {figures['p']:9.6f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
