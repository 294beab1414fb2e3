from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qa.core import ConfigError, Document, Severity
from qa.engine.ruleset import Selection, select_rules
from qa.rules.discovery import all_rules

if TYPE_CHECKING:
    from qa.engine.ruleset import ActiveRule


def chosen(**selection: object) -> dict[str, ActiveRule]:
    return {active.rule.id: active for active in select_rules(Selection(**selection), target_language="en")}  # type: ignore[arg-type]


def test_the_profile_decides_without_a_selection() -> None:
    classes = all_rules()
    for name in chosen():
        assert "prose" in classes[name].profiles
        assert not classes[name].preview


def test_strict_has_every_rule_that_needs_no_setting_up() -> None:
    for name, rule in all_rules().items():
        assert (name in chosen(profile="strict")) == bool(
            rule.profiles and (not rule.languages or "en" in rule.languages)
        )


@pytest.mark.parametrize(("profile", "other"), [("prose", "interface"), ("interface", "prose")])
def test_a_profile_has_its_own_rules(profile: str, other: str) -> None:
    classes = all_rules()
    names = chosen(profile=profile)
    assert all(profile in classes[name].profiles and not classes[name].preview for name in names)
    assert {name for name in names if other in classes[name].profiles} == names.keys() & chosen(profile=other).keys()


def test_auto_goes_by_the_kind_of_the_document() -> None:
    article = Document("a", "a.txt", "ru", "en", ())
    catalogue = Document("b", "b.po", "ru", "en", (), running_text=False, catalogue=True)
    active = chosen(profile="auto").items()
    assert {name for name, rule in active if rule.sees(article)} == chosen(profile="prose").keys()
    assert {name for name, rule in active if rule.sees(catalogue)} == chosen(profile="interface").keys()


def test_a_rule_that_is_named_sees_every_document() -> None:
    catalogue = Document("b", "b.po", "ru", "en", (), running_text=False, catalogue=True)
    assert all(rule.sees(catalogue) for rule in chosen(select=("typography",)).values())
    assert chosen(extend_select=("typography/quote-style",))["typography/quote-style"].sees(catalogue)
    assert not chosen()["typography/quote-style"].sees(catalogue)


def test_a_group_selects_its_rules_but_no_previews() -> None:
    names = chosen(select=("accuracy",))
    assert names
    assert all(name.startswith("accuracy/") and not all_rules()[name].preview for name in names)


def test_a_preview_runs_when_it_is_named() -> None:
    previews = [name for name, rule in all_rules().items() if rule.preview and not rule.languages]
    for name in previews:
        assert name not in chosen()
        assert name in chosen(select=(name,))
        assert name in chosen(extend_select=(name,))


def test_ignoring_wins_over_selecting() -> None:
    assert "accuracy/empty-target" not in chosen(select=("accuracy",), ignore=("accuracy/empty-target",))
    assert not chosen(select=("accuracy",), ignore=("accuracy",))


def test_a_severity_is_set_for_a_rule_or_its_group() -> None:
    severities = {"accuracy": Severity.NEUTRAL, "accuracy/empty-target": Severity.CRITICAL}
    active = chosen(select=("accuracy",), severities=severities)
    assert active["accuracy/empty-target"].severity is Severity.CRITICAL
    assert active["accuracy/untranslated"].severity is Severity.NEUTRAL


def test_a_rule_for_other_languages_stays_out() -> None:
    limited = {name: rule for name, rule in all_rules().items() if rule.languages}
    for name, rule in limited.items():
        outside = select_rules(Selection(select=(name,)), target_language="qaa")
        assert not outside
        assert select_rules(Selection(select=(name,)), target_language=f"{min(rule.languages)}-XX")


@pytest.mark.parametrize("field", ["select", "extend_select", "ignore"])
def test_a_misspelt_rule_is_an_error_with_a_suggestion(field: str) -> None:
    with pytest.raises(
        ConfigError, match=r"'acuracy/empty-target' is no rule .* did you mean 'accuracy/empty-target'\?"
    ):
        chosen(**{field: ("acuracy/empty-target",)})


def test_an_unknown_option_is_an_error_that_names_the_rule() -> None:
    with pytest.raises(ConfigError, match="options of rule 'accuracy/empty-target' do not fit"):
        chosen(options={"accuracy/empty-target": {"nonsense": 1}})
