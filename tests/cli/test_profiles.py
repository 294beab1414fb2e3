"""What the profile, the region of the target language and a dictionary change in a check."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Qa = Callable[..., Outcome]

CATALOGUE = """\
msgid ""
msgstr "Language: en\\n"

msgid "Паром «Чайка» ушёл."
msgstr "The ferry «Chaika» has left."
"""
LANGUAGES = ("-s", "ru", "-t", "en")
NOTE = "profile interface for a.po, whose units are strings of a program; --profile sets another"


def findings(outcome: Outcome) -> set[str]:
    return {finding["rule"] for finding in json.loads(outcome.stdout)["findings"]}


def test_a_catalogue_has_the_profile_of_interfaces_unless_another_is_set(qa: Qa) -> None:
    Path("a.po").write_text(CATALOGUE, encoding="utf-8")
    alone = qa("check", "a.po", *LANGUAGES, "--format", "json")
    assert "typography/quote-style" not in findings(alone)
    assert json.loads(alone.stdout)["notes"] == [NOTE]
    chosen = qa("check", "a.po", *LANGUAGES, "--profile", "prose", "--format", "json")
    assert "typography/quote-style" in findings(chosen)
    assert json.loads(chosen.stdout)["notes"] == []


def test_strict_adds_the_previews(qa: Qa) -> None:
    rows = ("Включите насос и ждите.", "Выключите насос и ждите.")
    content = "".join(f"{source}\tSwitch the pump on and wait.\n" for source in rows)
    Path("a.tsv").write_text(content, encoding="utf-8")
    usual, strict = (
        findings(qa("check", "a.tsv", *LANGUAGES, "--profile", name, "--format", "json")) for name in ("auto", "strict")
    )
    assert strict - usual == {"terminology/inconsistent-source"}


def test_an_unknown_profile_is_told(qa: Qa) -> None:
    Path("qa.toml").write_text("profile = 'prosa'\n", encoding="utf-8")
    Path("a.tsv").write_text("Да\tYes\n", encoding="utf-8")
    outcome = qa("check", "a.tsv", *LANGUAGES)
    assert outcome.code == 2
    assert outcome.stderr.endswith("qa.toml:1: 'prosa' is no profile; there are auto, prose, interface, strict\n")


@pytest.mark.parametrize(
    ("tag", "fixed"),
    [
        ("en-GB", "On 5 May 2020 the colour of the centre changed, Mr Ivov said.\n"),
        ("en-US", "On May 5, 2020 the color of the center changed, Mr. Ivov said.\n"),
    ],
)
def test_the_region_sets_spelling_dates_and_titles(qa: Qa, tag: str, fixed: str) -> None:
    wrong = {
        "en-GB": "On May 5, 2020 the color of the center changed, Mr. Ivov said.",
        "en-US": "On 5 May 2020 the colour of the centre changed, Mr Ivov said.",
    }[tag]
    source = "5 мая 2020 года цвет центра изменился, сказал г-н Ивов."
    Path("a.tsv").write_text(f"{source}\t{wrong}\n", encoding="utf-8")
    assert qa("fix", "a.tsv", "-s", "ru", "-t", tag).code == 0
    assert Path("a.tsv").read_text(encoding="utf-8").partition("\t")[2] == fixed
    assert findings(qa("check", "a.tsv", "-s", "ru", "-t", tag, "--format", "json")) == set()


def dictionary(*words: str) -> None:
    Path("house.aff").write_text("SET UTF-8\n", encoding="utf-8")
    Path("house.dic").write_text(f"{len(words)}\n" + "\n".join(words) + "\n", encoding="utf-8")


def test_spelling_asks_the_dictionary_of_the_configuration(qa: Qa) -> None:
    dictionary("the", "old", "bridge", "is", "closed")
    Path("qa.toml").write_text('dictionaries = ["house.dic"]\n', encoding="utf-8")
    Path("a.tsv").write_text("Старый мост закрыт.\tThe old brigde is closed.\n", encoding="utf-8")
    command = ("check", "a.tsv", *LANGUAGES, "--select", "linguistic/spelling", "--format", "json")
    (found,) = json.loads(qa(*command).stdout)["findings"]
    assert (found["target_spans"], found["evidence"]) == ([[8, 14]], ["near it: bridge"])
    dictionary("the", "old", "brigde", "is", "closed")
    assert findings(qa(*command)) == set()


def test_spelling_is_off_unless_it_is_named(qa: Qa) -> None:
    Path("qa.toml").write_text('dictionaries = ["gone.dic"]\n', encoding="utf-8")
    Path("a.tsv").write_text("Старый мост закрыт.\tThe old brigde is closed.\n", encoding="utf-8")
    for arguments in ((), ("--profile", "strict"), ("--select", "linguistic")):
        assert findings(qa("check", "a.tsv", *LANGUAGES, *arguments, "--format", "json")) == set()


def test_what_spelling_lacks_is_told(qa: Qa, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.tsv").write_text("Старый мост закрыт.\tThe old bridge is closed.\n", encoding="utf-8")
    command = ("check", "a.tsv", "-s", "ru", "-t", "qaa", "--extend-select", "linguistic/spelling")
    monkeypatch.setenv("DICPATH", "here")
    outcome = qa(*command)
    assert outcome.code == 2
    assert outcome.stderr.startswith("qa: linguistic/spelling has no hunspell dictionary for 'qaa' in here, ")
    monkeypatch.setitem(sys.modules, "spylls.hunspell", None)
    outcome = qa(*command)
    assert outcome.code == 2
    assert "pip install 'bitext-qa[spelling]'" in outcome.stderr
