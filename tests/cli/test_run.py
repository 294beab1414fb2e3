from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Qa = Callable[..., Outcome]

SOURCE = "Мост открыли в мае\n\nМост через реку открыли 12 мая. На церемонию пришли 300 человек.\n"
TARGET = "Bridge opened in May\n\nThe bridge across the river was opened on May 12. The ceremony drew 500 people.\n"


def texts() -> tuple[Path, Path]:
    source, target = Path("ru.txt"), Path("en.txt")
    source.write_text(SOURCE, encoding="utf-8")
    target.write_text(TARGET, encoding="utf-8")
    return source, target


def test_two_texts_become_a_report_and_a_page(qa: Qa) -> None:
    outcome = qa("run", *texts(), "-s", "ru", "-t", "en", "-o", "out")
    assert outcome.code == 1
    report = json.loads(Path("out/report.json").read_text(encoding="utf-8"))
    assert [unit["target"] for unit in report["units"]] == [
        "Bridge opened in May",
        "The bridge across the river was opened on May 12.",
        "The ceremony drew 500 people.",
    ]
    (finding,) = report["findings"]
    place = finding["location"]
    assert TARGET[place["offset"] : place["offset"] + place["length"]] == "500"
    assert (place["path"], place["line"]) == ("en.txt", 3)
    page = Path("out/review.html").read_text(encoding="utf-8")
    assert "accuracy/number-mismatch" in page
    assert "review: out/review.html" in outcome.stderr.replace("\\", "/")


def test_the_report_goes_to_the_terminal_too(qa: Qa) -> None:
    assert "en.txt:3" in qa("run", *texts(), "-s", "ru", "-t", "en", "-o", "out").stdout


def test_a_missing_text_leaves_nothing_behind(qa: Qa) -> None:
    source, _ = texts()
    outcome = qa("run", source, "gone.txt", "-s", "ru", "-t", "en", "-o", "out")
    assert outcome.code == 2
    assert "gone.txt" in outcome.stderr
    assert not Path("out").exists()


def test_texts_of_two_formats_are_compared_by_their_words_alone(qa: Qa) -> None:
    Path("ru.md").write_text("Мост **открыли** 12 мая.\n", encoding="utf-8")
    Path("en.html").write_text("<p>The bridge was <b>opened</b> on May 12.</p>", encoding="utf-8")
    outcome = qa("run", "ru.md", "en.html", "-s", "ru", "-t", "en", "-o", "out")
    assert outcome.code == 0
    assert json.loads(Path("out/report.json").read_text(encoding="utf-8"))["findings"] == []


def test_a_corrected_alignment_is_taken(qa: Qa) -> None:
    command = ("run", *texts(), "-s", "ru", "-t", "en", "-o", "out", "--select", "accuracy")
    Path("mine.beads").write_text("[0]:[0]\n[1, 2]:[1]\n", encoding="utf-8")
    assert qa(*command, "--beads", "mine.beads").code == 1
    report = json.loads(Path("out/report.json").read_text(encoding="utf-8"))
    assert [unit["target"] for unit in report["units"]][2:] == ["The ceremony drew 500 people."]
    (added,) = [finding for finding in report["findings"] if finding["rule"] == "accuracy/addition"]
    assert added["unit"] == "3"
    for arguments in (("--beads", "gone.beads"), ("--beads", "mine.beads", "--encoder", "a/b")):
        assert qa(*command, *arguments).code == 2


def test_sentences_without_a_partner_become_findings_with_their_text(qa: Qa) -> None:
    source, target = texts()
    source.write_text(f"{SOURCE}\nПосле церемонии был большой праздничный салют над рекой.\n", encoding="utf-8")
    target.write_text(f"The museum of natural history is closed on Mondays.\n\n{TARGET}", encoding="utf-8")
    qa("run", source, target, "-s", "ru", "-t", "en", "-o", "out")
    report = json.loads(Path("out/report.json").read_text(encoding="utf-8"))
    found = {finding["rule"]: finding for finding in report["findings"]}
    assert "салют над рекой" in found["accuracy/omission"]["message"]
    assert "museum of natural history" in found["accuracy/addition"]["message"]


def test_a_folder_that_cannot_be_written_leaves_no_half_output(qa: Qa) -> None:
    Path("ru.txt").write_text("Мост открыт.\n", encoding="utf-8")
    Path("en.txt").write_text("The bridge is open.\n", encoding="utf-8")
    Path("taken").write_text("", encoding="utf-8")
    outcome = qa("run", "ru.txt", "en.txt", "-s", "ru", "-t", "en", "-o", "taken/reports")
    assert (outcome.code, outcome.stdout) == (2, "")
    assert outcome.stderr.startswith("qa: taken/reports/report.json: cannot be written (")
