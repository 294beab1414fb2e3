from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import sacrebleu

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Qa = Callable[..., Outcome]

SYSTEM = ["The bridge was opened in May.", "Three hundred people came to see it."]
REFERENCE = ["The bridge opened in May.", "Three hundred people came along to see it."]


def lines(name: str, texts: list[str]) -> Path:
    Path(name).write_text("\n".join(texts) + "\n", encoding="utf-8")
    return Path(name)


def scores(outcome: Outcome) -> dict[str, float]:
    return {score["metric"]: score["value"] for score in json.loads(outcome.stdout)["scores"]}


def test_plain_lines_score_as_sacrebleu_says(qa: Qa) -> None:
    files = lines("system.txt", SYSTEM), "--reference", lines("reference.txt", REFERENCE)
    outcome = qa("score", *files, "--metric", "bleu", "--metric", "chrf++", "--format", "json")
    found = scores(outcome)
    assert outcome.code == 0
    assert abs(found["bleu"] - sacrebleu.corpus_bleu(SYSTEM, [REFERENCE]).score) < 1e-9
    assert abs(found["chrf++"] - sacrebleu.corpus_chrf(SYSTEM, [REFERENCE], word_order=2).score) < 1e-9


def test_a_bilingual_file_scores_its_targets(qa: Qa) -> None:
    rows = [f"строка\t{text}" for text in SYSTEM]
    files = lines("system.tsv", rows), "--reference", lines("reference.txt", REFERENCE)
    outcome = qa("score", *files, "-s", "ru", "-t", "en", "--metric", "bleu", "--format", "json")
    assert abs(scores(outcome)["bleu"] - sacrebleu.corpus_bleu(SYSTEM, [REFERENCE]).score) < 1e-9


def test_several_systems_are_told_apart(qa: Qa) -> None:
    files = lines("one.txt", SYSTEM), lines("two.txt", REFERENCE), "--reference", lines("ref.txt", REFERENCE)
    report = json.loads(qa("score", *files, "--metric", "bleu", "--format", "json").stdout)
    by_system = {score["system"]: score["value"] for score in report["scores"]}
    assert by_system["one"] < by_system["two"]


def test_segment_scores_on_request(qa: Qa) -> None:
    files = lines("one.txt", SYSTEM), "--reference", lines("ref.txt", REFERENCE)
    report = json.loads(qa("score", *files, "--metric", "chrf", "--level", "segment", "--format", "json").stdout)
    assert [score["level"] for score in report["scores"]] == ["segment", "segment"]


def test_a_threshold_on_a_score_is_a_gate(qa: Qa) -> None:
    lines("qa.toml", ["[gate.scores.bleu]", "min = 99"])
    files = lines("one.txt", SYSTEM), "--reference", lines("ref.txt", REFERENCE)
    assert qa("score", *files, "--metric", "bleu").code == 1


def test_mistakes_are_said_in_one_sentence(qa: Qa) -> None:
    system, reference = lines("one.txt", SYSTEM), lines("ref.txt", REFERENCE[:1])
    for arguments, words in (
        (["--reference", reference], "2"),
        (["--metric", "blue", "--reference", system], "did you mean"),
        ([], "--reference"),
        (["--source", reference, "--reference", system], "they must go line by line"),
    ):
        outcome = qa("score", system, *arguments)
        assert outcome.code == 2
        assert words in outcome.stderr
        assert outcome.stderr.count("\n") == 1


def test_lengths_that_differ_are_told_with_both_files(qa: Qa) -> None:
    outcome = qa("score", lines("one.txt", SYSTEM), "--reference", lines("ref.txt", REFERENCE[:1]))
    assert outcome.stderr == (
        "qa: one.txt: has 2 lines and the reference ref.txt 1; line n of each must belong to the same segment\n"
    )


def test_an_empty_translation_is_refused_unless_allowed(qa: Qa) -> None:
    files = lines("one.txt", [SYSTEM[0], ""]), "--reference", lines("ref.txt", REFERENCE)
    outcome = qa("score", *files, "--metric", "bleu", "--format", "json")
    assert outcome.code == 2
    assert "one.txt: segment 2 is empty" in outcome.stderr
    allowed = qa("score", *files, "--metric", "bleu", "--allow-empty", "--format", "json")
    assert abs(scores(allowed)["bleu"] - sacrebleu.corpus_bleu([SYSTEM[0], ""], [REFERENCE]).score) < 1e-9
    assert qa("score", lines("none.txt", []), "--reference", lines("r.txt", [])).code == 2


def test_systems_are_tested_against_the_first(qa: Qa) -> None:
    files = (
        lines("one.txt", SYSTEM * 20),
        lines("two.txt", REFERENCE * 20),
        "--reference",
        lines("ref.txt", REFERENCE * 20),
    )
    for test in ("bootstrap", "randomisation"):
        outcome = qa("score", *files, "--metric", "chrf", "--paired", test, "--trials", "200", "--format", "json")
        (note,) = json.loads(outcome.stdout)["notes"]
        assert note.startswith("chrf: two is +")
        assert "against one, p = 0.0050" in note


def test_each_line_may_have_its_document(qa: Qa) -> None:
    files = (
        lines("one.txt", SYSTEM),
        "--reference",
        lines("ref.txt", REFERENCE),
        "--documents",
        lines("d.txt", ["x", "y"]),
    )
    report = json.loads(qa("score", *files, "--metric", "chrf", "--level", "document", "--format", "json").stdout)
    assert [score["document"] for score in report["scores"]] == ["x", "y"]


def annotated(name: str, severity: str) -> Path:
    error = {
        "term": "open",
        "startIndex": 15,
        "endIndex": 18,
        "error_category": "Accuracy",
        "error_subcategory": "Addition",
    }
    row = {"source": "слово " * 600, "target": "The bridge was open.", "SEG_ID": "1", "DOC_ID": "d"}
    content = [{**row, "source_errors": [], "target_errors": [{**error, "severity": severity}]}]
    Path(name).write_text("\ufeff" + json.dumps(content), encoding="utf-8")
    return Path(name)


def test_annotations_make_a_scorecard(qa: Qa) -> None:
    files = annotated("minor.json", "Minor"), annotated("critical.json", "Critical")
    for path in files:
        assert path.exists()
    outcome = qa("score", files[0], "--scorecard", "json:card.json", "--format", "json")
    assert outcome.code == 0
    assert scores(outcome)["mqm"] == 100 * (1 - 1 / 600)
    (card,) = json.loads(Path("card.json").read_text(encoding="utf-8"))
    assert (card["schema"], card["passed"], card["words"]) == ("qa.scorecard/1", True, 600)
    failed = qa("score", *files, "--scorecard", "markdown:card.md", "--format", "text")
    assert failed.code == 1
    assert "## critical: failed" in Path("card.md").read_text(encoding="utf-8")
    assert "| accuracy/addition | 1 |" in Path("card.md").read_text(encoding="utf-8")
    both = qa(
        "score",
        files[0],
        "--passing-threshold",
        "90",
        "--acceptable-penalty",
        "10",
        "--metric",
        "mqm-calibrated",
        "--format",
        "json",
    )
    assert abs(scores(both)["mqm-calibrated"] - (100 - 1000 / 600)) < 1e-9
    text = qa("score", files[0], "--scorecard", "text", "--format", "json:r.json").stdout
    assert text.startswith("minor: passed; 1 points in 600 source words")


def test_annotations_are_written_in_other_formats(qa: Qa) -> None:
    qa("score", annotated("minor.json", "Minor"), "--annotations", "marot:out.tsv", "--format", "json:r.json")
    assert "The bridge was <v>open</v>." in Path("out.tsv").read_text(encoding="utf-8")
    again = qa("score", "out.tsv", "--format", "json")
    assert scores(again)["mqm"] == 100 * (1 - 1 / 600)
    from_report = qa("score", "r.json", "--format", "json")
    assert scores(from_report)["mqm"] == 100 * (1 - 1 / 600)


def test_rules_find_what_mqm_counts(qa: Qa) -> None:
    files = lines("one.txt", ["There were 300 people there."]), "--source", lines("s.txt", ["Там было 200 человек."])
    outcome = qa("score", *files, "-s", "ru", "-t", "en", "--metric", "mqm", "--format", "json")
    assert scores(outcome)["mqm"] == 100 * (1 - 5 / 4)
    assert "give it with --source" in qa("score", files[0], "--metric", "mqm").stderr


def test_options_that_do_not_fit_are_said_in_one_sentence(qa: Qa) -> None:
    system = lines("one.txt", SYSTEM)
    reference = ("--reference", lines("ref.txt", REFERENCE))
    for arguments, words in (
        (["--passing-threshold", "90"], "needs both figures"),
        (["--scorecard", "pdf"], "no format is called 'pdf'"),
        (["--annotations", "marot"], "write marot:PATH"),
        (["--annotations", "marott:x"], "did you mean 'marot'"),
        (["--metric", "bleu:model"], "the metric 'bleu' takes no model"),
        (["--metric", "comet:"], "names no model"),
        (["--documents", lines("d.txt", ["x"])], "the list of documents d.txt 1"),
    ):
        outcome = qa("score", system, *reference, *arguments)
        assert outcome.code == 2
        assert words in outcome.stderr
        assert outcome.stderr.count("\n") == 1


def test_a_saved_report_with_an_omission_is_scored_by_its_findings(qa: Qa) -> None:
    rows = ["строка\tA line.", "Ещё одна строка текста.\t"]
    assert qa("check", lines("a.tsv", rows), "-s", "ru", "-t", "en", "--format", "json:report.json").code == 1
    outcome = qa("score", "report.json", "--metric", "mqm", "--format", "json")
    assert scores(outcome)["mqm"] < 100
    assert qa("score", "report.json", "--reference", lines("ref.txt", SYSTEM), "--metric", "chrf").code == 2
