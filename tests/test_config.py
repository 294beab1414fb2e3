from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from qa.config import TEMPLATE, Config, find_config, read_config
from qa.core import ConfigError, Severity

if TYPE_CHECKING:
    from pathlib import Path


def written(folder: Path, text: str, name: str = "qa.toml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_template_says_the_defaults(tmp_path: Path) -> None:
    config = read_config(written(tmp_path, TEMPLATE))
    assert config == Config(source_language="ru", target_language="en")


def test_every_key_of_the_template_is_known(tmp_path: Path) -> None:
    lines = [line.removeprefix("# ") for line in TEMPLATE.splitlines()[2:]]
    kept = [line for line in lines if "=" in line or line.startswith("[")]
    text = "\n".join(line for line in kept if not line.startswith("extend "))
    tomllib.loads(text)
    config = read_config(written(tmp_path, text))
    assert config.gate.scores["chrf"].min == 55.0
    assert config.severity == {"style": Severity.NEUTRAL}
    assert config.terms == (str(tmp_path / "terms.tbx"), str(tmp_path / "house.csv"))


def test_the_nearest_file_is_found(tmp_path: Path) -> None:
    outer = written(tmp_path, "", "qa.toml")
    written(tmp_path, "[tool.other]", "inner/pyproject.toml")
    assert find_config(tmp_path / "inner") == outer
    inner = written(tmp_path, "[tool.qa]\nprofile = 'interface'", "inner/pyproject.toml")
    assert find_config(tmp_path / "inner") == inner
    assert read_config(inner).profile == "interface"


def test_no_file_is_no_error(tmp_path: Path) -> None:
    assert find_config(tmp_path) is None or find_config(tmp_path) not in tmp_path.iterdir()


def test_extending_joins_tables_and_replaces_lists(tmp_path: Path) -> None:
    written(tmp_path, "ignore = ['style']\nterms = ['t.csv']\n[gate]\nmax-warnings = 3\nfail-on = 'minor'", "base.toml")
    path = written(tmp_path, "extend = '../base.toml'\nignore = ['markup']\n[gate]\nfail-on = 'never'", "sub/qa.toml")
    config = read_config(path)
    assert config.ignore == ("markup",)
    assert (config.gate.max_warnings, config.gate.fail_on) == (3, None)
    assert [entry.endswith("t.csv") for entry in config.terms] == [True]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("profil = 'prose'", r"unknown key 'profil'; did you mean 'profile'\?"),
        ("[gate]\nfailon = 'major'", r"unknown key 'failon' in \[gate\]; did you mean 'fail-on'\?"),
        ("[gate.scores.chrf]\nminimum = 3", r"unknown key 'minimum'"),
        ("[gate]\nfail-on = 'fatal'", r"qa\.toml:2: 'fatal' is no severity; there are .*, never"),
        ("[gate]\nstale-baseline = 'no'", r"'no' is no way to take a stale baseline; there are error, allow"),
        ("[gate.changed.scores.chrf]\ntreshold = 3", r"unknown key 'treshold'.*did you mean 'threshold'\?"),
        ("[gate.scores.chrf]\nthreshold = 3", r'`threshold` and `significance` belong to `target = "auto"`; add it'),
        ("[gate.scores.chrf]\ntarget = 'auto'\nthreshold = -3", r"qa\.toml:3: gate\.scores.*expected a number >= 0"),
        ("[gate.scores.chrf]\ntarget = 'auto'\nsignificance = 2", r"expected a number <= 1"),
        ("[gate.scores.chrf]\ntarget = 55", r"gate\.scores"),
        ("profile = 3", r"qa\.toml:1: profile: expected a text, got a whole number"),
        ("ignore = []\nprofile =", r"qa\.toml:2: not valid TOML: Invalid value"),
        ("extend = 'qa.toml'", r"goes in a circle"),
        ("extend = 'gone.toml'", r"gone\.toml: the configuration cannot be read"),
    ],
)
def test_a_mistake_is_one_sentence_with_the_file(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message) as caught:
        read_config(written(tmp_path, text))
    assert "toml" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_mistake_in_the_file_that_is_extended_is_told_there(tmp_path: Path) -> None:
    written(tmp_path, "[gate]\nfail-on = 'fatal'", "base.toml")
    with pytest.raises(ConfigError, match=r"base\.toml:2: 'fatal' is no severity"):
        read_config(written(tmp_path, "extend = 'base.toml'\n[gate]\nmax-warnings = 1"))


def test_in_a_project_file_only_our_tables_are_looked_at(tmp_path: Path) -> None:
    text = "[tool.other]\nprofile = 'x'\n[tool.qa]\nprofile = 'fiction'"
    with pytest.raises(ConfigError, match=r"pyproject\.toml:4: 'fiction' is no profile"):
        read_config(written(tmp_path, text, "pyproject.toml"))


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / "qa.toml").write_bytes("profile = 'тест'".encode("cp1251"))
    with pytest.raises(ConfigError, match="not UTF-8"):
        read_config(tmp_path / "qa.toml")
