from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Qa = Callable[..., Outcome]

CLEAN = "Поезд прибыл вечером.\tThe train arrived in the evening.\n"
BROKEN = "Поезд прибыл в 17:40.\tThe train arrived at 18:40.\n"
LIGHT = "Поезд прибыл вечером.\tThe train  arrived in the evening.\n"
LANGUAGES = ("-s", "ru", "-t", "en")


def batch(name: str, text: str) -> Path:
    Path(name).write_text(text, encoding="utf-8")
    return Path(name)


def test_a_clean_batch_passes(qa: Qa) -> None:
    outcome = qa("check", batch("clean.tsv", CLEAN), *LANGUAGES)
    assert (outcome.code, outcome.stderr) == (0, "")
    assert "passed" in outcome.stdout


def test_a_grave_finding_fails_the_gate(qa: Qa) -> None:
    outcome = qa("check", batch("broken.tsv", BROKEN), *LANGUAGES)
    assert outcome.code == 1
    assert "18:40" in outcome.stdout


def test_exit_zero_hides_the_gate_but_no_error(qa: Qa) -> None:
    assert qa("check", batch("broken.tsv", BROKEN), *LANGUAGES, "--exit-zero").code == 0
    assert qa("check", "gone.tsv", *LANGUAGES, "--exit-zero").code == 2


@pytest.mark.parametrize(
    ("arguments", "code"),
    [([], 0), (["--fail-on", "minor"], 1), (["--max-warnings", "0"], 1), (["--max-warnings", "1"], 0)],
)
def test_thresholds_decide(qa: Qa, arguments: list[str], code: int) -> None:
    assert qa("check", batch("light.tsv", LIGHT), *LANGUAGES, *arguments).code == code


def test_no_severity_fails_when_told_so(qa: Qa) -> None:
    assert qa("check", batch("broken.tsv", BROKEN), *LANGUAGES, "--fail-on", "never").code == 0


def test_rules_can_be_selected_and_ignored(qa: Qa) -> None:
    path = batch("light.tsv", LIGHT)
    assert qa("check", path, *LANGUAGES, "--fail-on", "minor", "--select", "accuracy").code == 0
    assert qa("check", path, *LANGUAGES, "--fail-on", "minor", "--ignore", "typography/double-space").code == 0


def test_the_configuration_file_is_found_and_outranked(qa: Qa) -> None:
    batch("qa.toml", 'source-language = "ru"\ntarget-language = "en"\n[gate]\nfail-on = "minor"\n')
    path = batch("light.tsv", LIGHT)
    assert qa("check", path).code == 1
    assert qa("check", path, "--fail-on", "critical").code == 0


def test_a_report_says_what_was_found_and_where(qa: Qa) -> None:
    outcome = qa("check", batch("light.tsv", CLEAN + LIGHT), *LANGUAGES, "--format", "json")
    report = json.loads(outcome.stdout)
    assert report["schema"] == "qa.report/1"
    (finding,) = report["findings"]
    assert finding["rule"] == "typography/double-space"
    place = finding["location"]
    text = CLEAN + LIGHT
    assert text[place["offset"] : place["offset"] + place["length"]] == "  "
    assert (place["path"], place["line"]) == ("light.tsv", 2)
    assert report["summary"]["units"] == 2
    assert report["scores"][0]["metric"] == "mqm"


def test_several_formats_in_one_run(qa: Qa) -> None:
    path = batch("light.tsv", LIGHT)
    outcome = qa("check", path, *LANGUAGES, "--format", "text", "--format", "json:out/report.json")
    assert "light.tsv:1" in outcome.stdout
    assert json.loads(Path("out/report.json").read_text(encoding="utf-8"))["summary"]["units"] == 1


def test_a_saved_report_is_shown_again_without_checking(qa: Qa) -> None:
    path = batch("broken.tsv", BROKEN)
    first = qa("check", path, *LANGUAGES, "--format", "text", "--format", "json:report.json")
    path.unlink()
    again = qa("report", "report.json")
    assert (again.code, again.stdout) == (1, first.stdout)


def test_the_same_input_gives_the_same_bytes(qa: Qa) -> None:
    path = batch("broken.tsv", BROKEN + LIGHT)
    outcomes = [qa("check", path, *LANGUAGES, "--format", "json").stdout for _ in range(2)]
    assert outcomes[0] == outcomes[1]


def test_files_that_state_their_languages_need_no_options(qa: Qa) -> None:
    path = batch(
        "strings.xlf",
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
        '<file source-language="ru" target-language="en" datatype="plaintext" original="x"><body>'
        "<trans-unit id='1'><source>Поезд прибыл.</source><target>The train arrived.</target></trans-unit>"
        "</body></file></xliff>",
    )
    report = json.loads(qa("check", path, "--format", "json").stdout)
    assert (report["batch"]["source_language"], report["batch"]["target_language"]) == ("ru", "en")


def test_a_broken_file_leaves_no_report(qa: Qa) -> None:
    outcome = qa("check", batch("rows.tsv", "a\tb\tc\td\te\n"), *LANGUAGES, "--format", "json:report.json")
    assert outcome.code == 2
    assert "rows.tsv:1" in outcome.stderr
    assert not Path("report.json").exists()
