from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qa.formats import formats
from qa.rules.discovery import all_rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Qa = Callable[..., Outcome]


def test_the_list_of_rules_holds_every_rule(qa: Qa) -> None:
    outcome = qa("rule")
    assert outcome.code == 0
    assert all(identifier in outcome.stdout for identifier in all_rules())


def test_a_rule_explains_itself(qa: Qa) -> None:
    outcome = qa("rule", "accuracy/number-mismatch")
    assert outcome.code == 0
    assert "What it finds" in outcome.stdout


def test_the_list_of_formats_holds_every_format(qa: Qa) -> None:
    outcome = qa("formats")
    assert outcome.code == 0
    assert all(info.title in outcome.stdout for info in formats())


def test_init_writes_a_configuration_once(qa: Qa) -> None:
    assert qa("init").code == 0
    assert "source-language" in Path("qa.toml").read_text(encoding="utf-8")
    again = qa("init")
    assert again.code == 2
    assert "--force" in again.stderr
    assert qa("init", "--force").code == 0


def test_the_doctor_is_content_in_an_empty_folder(qa: Qa) -> None:
    outcome = qa("doctor")
    assert outcome.code == 0
    assert "pymorphy3" in outcome.stdout


def test_the_doctor_sees_a_broken_configuration(qa: Qa) -> None:
    Path("qa.toml").write_text("profil = 1", encoding="utf-8")
    outcome = qa("doctor")
    assert outcome.code == 2
    assert "did you mean 'profile'" in outcome.stdout
