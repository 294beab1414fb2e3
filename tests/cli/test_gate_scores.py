"""Thresholds on scores, by themselves and beside an earlier report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Qa = Callable[..., Outcome]

SOURCES = [f"Мост номер {number} через реку открыли в мае после ремонта." for number in range(12)]
GOOD = [f"Bridge number {number} across the river was opened in May after repairs." for number in range(12)]
BAD = [f"Number {number} of bridge it opens over a river May, repaired." for number in range(12)]
CONFIG = """\
source-language = "ru"
target-language = "en"
metrics = ["chrf"]
select = ["accuracy/number-mismatch"]
[gate]
fail-on = "never"
"""
AUTO = '[gate.scores.chrf]\ntarget = "auto"\nthreshold = 1.5\n'
CHANGED = '[gate.changed]\nfail-on = "never"\n[gate.changed.scores.chrf]\n'


def settings(*more: str) -> None:
    Path("qa.toml").write_text(CONFIG + "".join(more), encoding="utf-8")


def batch(name: str, targets: list[str]) -> Path:
    rows = (
        {"id": str(number), "document": "a", "source": source, "target": target}
        for number, (source, target) in enumerate(zip(SOURCES, targets, strict=True))
    )
    Path(name).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return Path(name)


def lines(name: str, texts: list[str]) -> Path:
    Path(name).write_text("\n".join(texts) + "\n", encoding="utf-8")
    return Path(name)


def verdict(outcome: Outcome) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(outcome.stdout)
    return report["gate"] | {"notes": report["notes"]}


def checked(qa: Qa, targets: list[str], *more: str | Path) -> tuple[int, dict[str, Any]]:
    reference = lines("reference.txt", GOOD)
    outcome = qa("check", batch("batch.jsonl", targets), "--reference", reference, *more, "--format", "json")
    if outcome.code != 2:
        Path("last.json").write_text(outcome.stdout, encoding="utf-8")
        return outcome.code, verdict(outcome)
    return outcome.code, {"error": outcome.stderr}


def test_a_score_may_not_be_worse_than_in_the_earlier_report(qa: Qa) -> None:
    settings(AUTO)
    code, gate = checked(qa, GOOD)
    assert code == 1
    assert gate["tripped"] == [
        "chrf must be no worse than before, and there is no earlier report to compare with; give --baseline-report"
    ]
    Path("last.json").rename("earlier.json")
    assert checked(qa, GOOD, "--baseline-report", "earlier.json") == (
        0,
        {
            "passed": True,
            "tripped": [],
            "thresholds": {"fail-on": "never", "scores.chrf": "at most 1.5 worse than before"},
            "notes": [],
        },
    )
    code, gate = checked(qa, BAD, "--baseline-report", "earlier.json")
    assert code == 1
    (reason,) = gate["tripped"]
    assert ", and 100.00 in the baseline (12 units, p = 0.0010); it may be at most 1.5 worse" in reason


def test_changed_segments_have_thresholds_of_their_own(qa: Qa) -> None:
    settings(CHANGED, 'min = 90\ntarget = "auto"\n')
    checked(qa, GOOD)
    Path("last.json").rename("earlier.json")
    some = [*GOOD[:5], *BAD[5:]]
    code, gate = checked(qa, some, "--baseline-report", "earlier.json")
    assert code == 1
    first, second = gate["tripped"]
    assert first.startswith("in changed units, chrf is ")
    assert first.endswith("; it must be at least 90")
    assert "100.00 in the baseline (7 units, p = 0.0010); it may not be worse" in second
    few = [*GOOD[:9], *BAD[9:]]
    code, gate = checked(qa, few, "--baseline-report", "earlier.json")
    assert len(gate["tripped"]) == 1
    assert "in changed units, chrf is" in gate["notes"][0]
    assert "only 3 of 3 units differ" in gate["notes"][0]
    assert checked(qa, GOOD, "--baseline-report", "earlier.json")[0] == 0


def test_a_score_gates_a_run(qa: Qa) -> None:
    settings(AUTO)
    source, good, bad = lines("ru.txt", SOURCES), lines("en.txt", GOOD), lines("bad.txt", BAD)
    more = ("--reference", good, "--format", "json")
    qa("run", source, good, *more, "-o", "first")
    outcome = qa("run", source, bad, *more, "-o", "second", "--baseline-report", "first/report.json")
    assert outcome.code == 1
    report = json.loads(outcome.stdout)
    assert "(12 units, p = 0.0010)" in report["gate"]["tripped"][0]
    assert [unit["reference"] for unit in report["units"]] == GOOD
    assert "repairs." in Path("second/review.html").read_text(encoding="utf-8")


def test_a_reference_alone_brings_the_usual_metrics(qa: Qa) -> None:
    source, good = lines("ru.txt", SOURCES), lines("en.txt", GOOD)
    outcome = qa("run", source, good, "-s", "ru", "-t", "en", "--reference", good, "-o", "out", "--format", "json")
    scores = {score["metric"]: score["value"] for score in json.loads(outcome.stdout)["scores"]}
    assert scores.keys() == {"mqm", "bleu", "chrf"}
    assert round(scores["chrf"], 6) == 100


def test_scores_of_systems_are_gated_too(qa: Qa) -> None:
    settings(AUTO)
    good, bad, source = lines("good.txt", GOOD), lines("bad.txt", BAD), lines("ru.txt", SOURCES)
    more = ("--reference", good, "--source", source, "--metric", "chrf")
    qa("score", good, *more, "--format", "json:earlier.json")
    outcome = qa("score", bad, *more, "--baseline-report", "earlier.json", "--format", "json")
    assert outcome.code == 1
    assert "in the baseline (12 units, p = 0.0010)" in verdict(outcome)["tripped"][0]
    assert qa("score", good, *more, "--baseline-report", "earlier.json").code == 0
    assert [unit["reference"] for unit in json.loads(outcome.stdout)["units"]] == GOOD


def test_a_comparison_is_gated_by_its_own_test(qa: Qa) -> None:
    good, bad = lines("good.txt", GOOD), lines("bad.txt", BAD)
    plain = qa("compare", good, bad, "--reference", good, "--metric", "chrf", "--format", "json")
    assert plain.code == 0
    assert json.loads(plain.stdout)["gate"] is None
    settings(AUTO)
    outcome = qa("compare", good, bad, "--reference", good, "--metric", "chrf", "--format", "json")
    assert outcome.code == 1
    (reason,) = json.loads(outcome.stdout)["gate"]["tripped"]
    assert reason.startswith("chrf of bad is ")
    shown = qa("compare", good, bad, "--reference", good, "--metric", "chrf", "--exit-zero")
    assert shown.code == 0
    assert "Gate: failed" in shown.stdout
    assert qa("compare", bad, good, "--reference", good, "--metric", "chrf").code == 0


def test_what_cannot_be_compared_is_said_in_one_sentence(qa: Qa) -> None:
    settings(AUTO)
    checked(qa, GOOD, "--metric", "bleu")
    Path("last.json").rename("earlier.json")
    code, gate = checked(qa, GOOD, "--baseline-report", "earlier.json")
    assert code == 1
    reason = "the baseline report has no such corpus score; make it anew with this metric"
    assert gate["tripped"] == [f"chrf must be no worse than before, and {reason}"]
    code, gate = checked(qa, GOOD, "--baseline-report", "gone.json")
    assert code == 2
    assert gate["error"].startswith("qa: gone.json: the report cannot be read")
    settings()
    outcome = qa("check", "batch.jsonl", "--format", "json")
    assert outcome.code == 0
    assert verdict(outcome)["notes"] == [
        "chrf was not measured, because there is no reference; give it with --reference"
    ]
    outcome = qa("check", "batch.jsonl", "--reference", lines("short.txt", GOOD[:3]))
    assert (outcome.code, outcome.stderr) == (
        2,
        "qa: 12 units were checked and the reference has 3; line n of it must belong to unit n\n",
    )
