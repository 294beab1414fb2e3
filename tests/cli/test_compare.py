from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Qa = Callable[..., Outcome]

SOURCE = ["Мост открыли в мае.", "На открытие пришли 200 человек.", "Проезд бесплатный."]
OLD = ["The bridge was opened in May.", "300 people came to the opening.", "Passage is free."]
NEW = ["The bridge opened in May.", "200 people came to the opening.", "Passage is <free>."]
REFERENCE = ["The bridge opened in May.", "200 people came to the opening.", "The crossing is free."]


def lines(name: str, texts: list[str]) -> Path:
    Path(name).write_text("\n".join(texts) + "\n", encoding="utf-8")
    return Path(name)


@pytest.fixture
def files(qa: Qa) -> tuple[Path | str, ...]:
    del qa  # it has gone to an empty folder
    return lines("old.txt", OLD), lines("new.txt", NEW), "--reference", lines("ref.txt", REFERENCE)


def test_differences_p_values_and_changed_segments(qa: Qa, files: tuple[Path | str, ...]) -> None:
    outcome = qa("compare", *files, "--trials", "200", "--format", "json")
    assert outcome.code == 0
    comparison = json.loads(outcome.stdout)
    assert (comparison["schema"], comparison["baseline"], comparison["segments"]) == ("qa.comparison/1", "old", 3)
    (system,) = comparison["systems"]
    chrf, bleu = system["metrics"]
    assert (chrf["metric"], bleu["metric"]) == ("chrf++", "bleu")
    assert chrf["better"]
    assert chrf["difference"] == pytest.approx(chrf["system"] - chrf["baseline"])
    assert 0 < chrf["p_value"] <= 1
    assert chrf["interval"][0] < chrf["difference"] < chrf["interval"][1]
    sizes = [abs(segment["difference"]) for segment in system["changed"]]
    assert sizes == sorted(sizes, reverse=True)
    assert {segment["unit"]: segment["reference"] for segment in system["changed"]} == dict(
        zip("123", REFERENCE, strict=True)
    )
    assert system["new"] is None


def test_findings_new_and_gone_need_the_source(qa: Qa, files: tuple[Path | str, ...]) -> None:
    more = ("--source", lines("src.txt", SOURCE), "-s", "ru", "-t", "en", "--trials", "100")
    outcome = qa("compare", *files, *more, "--format", "json", "--format", "text:c.txt", "--test", "randomisation")
    back = qa("compare", files[1], files[0], *files[2:], *more)
    assert "old: new findings" in back.stdout
    assert "“200” became “300”" in back.stdout
    (system,) = json.loads(outcome.stdout)["systems"]
    assert [finding["rule"] for finding in system["gone"]] == ["accuracy/number-mismatch"]
    assert system["metrics"][0]["interval"] is None
    text = Path("c.txt").read_text(encoding="utf-8")
    assert "approximate randomisation|n:100|seed:12345" in text
    assert "gone" in text


def test_text_markdown_and_html_show_texts_as_texts(qa: Qa, files: tuple[Path | str, ...]) -> None:
    formats = [part for name in ("text", "markdown", "html") for part in ("--format", f"{name}:c.{name}")]
    assert qa("compare", *files, *formats, "--trials", "100", "--changed", "3").stdout == ""
    shown = {name: Path(f"c.{name}").read_text(encoding="utf-8") for name in ("text", "markdown", "html")}
    assert "Against old, 3 segments" in shown["text"]
    assert "| new | chrf++ |" in shown["markdown"]
    assert "<free>" not in shown["html"]
    assert "&lt;free&gt;" in shown["html"]
    assert "default-src 'none'" in shown["html"]


def test_a_system_like_the_baseline_is_equal(qa: Qa, files: tuple[Path | str, ...]) -> None:
    same = lines("same.txt", OLD)
    outcome = qa("compare", files[0], same, *files[2:], "--trials", "100", "--metric", "chrf")
    assert "equal" in outcome.stdout


def test_mistakes_are_said_in_one_sentence(qa: Qa, files: tuple[Path | str, ...]) -> None:
    short = lines("short.txt", NEW[:2])
    for arguments, words in (
        ((files[0], short, *files[2:]), "has 2 lines and the reference ref.txt 3"),
        ((*files, "--metric", "blue"), "did you mean 'bleu'"),
        (files[:2], "needs reference translations"),
        ((*files, "--format", "pdf"), "no format is called 'pdf'"),
        ((*files, "--format", "json", "--format", "text"), "two formats cannot share standard output"),
        ((*files, "--trials", "5"), "5 trials prove nothing"),
    ):
        outcome = qa("compare", *arguments)
        assert outcome.code == 2
        assert words in outcome.stderr
        assert outcome.stderr.count("\n") == 1


def test_metrics_are_measured_on_gold_data(qa: Qa) -> None:
    rows = [
        {"source": source, "target": target, "reference": reference, "score": score, "domain": "news"}
        for source, target, reference, score in zip(
            SOURCE * 2, OLD + NEW, REFERENCE * 2, (3, 2, 1, 5, 5, 1), strict=True
        )
    ]
    gold = lines("gold.jsonl", [json.dumps(row) for row in rows])
    outcome = qa("evaluate", "scores", "--gold", gold, "--metric", "chrf++")
    assert outcome.code == 0
    assert "(target length)" in outcome.stdout
    assert "chrf++" in outcome.stdout
    pair = {
        "src_sent": SOURCE[1],
        "eng_sent": REFERENCE[1],
        "mt_sent": NEW[1],
        "pert_sent": OLD[1],
        "pert_desc": "number",
    }
    gold = lines("demetr.jsonl", [json.dumps(pair)])
    outcome = qa("evaluate", "scores", "--gold", gold, "--metric", "chrf", "--metric", "mqm", "-s", "ru", "-t", "en")
    assert [row.split() for row in outcome.stdout.splitlines() if row.split()[:2] == ["mqm", "number"]] == [
        ["mqm", "number", "1", "1", "0", "0", "100.0"]
    ]


def test_gold_lines_are_judged_one_by_one(qa: Qa) -> None:
    targets = ("The bridge was opened in May.", "In May the bridge opened.", "They opened the bridge in May.")
    gold_rows = [{"source": SOURCE[0], "target": target, "score": number} for number, target in enumerate(targets)]
    gold = lines("gold.jsonl", [json.dumps(row) for row in gold_rows])
    Path("qa.toml").write_text("select = ['terminology']\n", encoding="utf-8")
    outcome = qa("evaluate", "scores", "--gold", gold, "--metric", "mqm", "-s", "ru", "-t", "en")
    rows = [line.split() for line in outcome.stdout.splitlines()]
    assert ["mqm", "(pooled)", "3", "nan", "nan", "nan"] in rows  # all lines alike: none is held against another
