from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from qa.core.errors import ConfigError, PluginError
from qa.languages.speller import Speller

if TYPE_CHECKING:
    from pathlib import Path

AFF = "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\nSFX S Y 1\nSFX S 0 s .\nREP 1\nREP f ph\n"
DIC = "3\nbridge/S\nriver/S\nphoto/S\n"


def dictionary(folder: Path, name: str = "en_GB") -> Path:
    (folder / f"{name}.aff").write_text(AFF, encoding="utf-8")
    (folder / f"{name}.dic").write_text(DIC, encoding="utf-8")
    return folder / f"{name}.dic"


def test_a_dictionary_knows_forms_and_suggests(tmp_path: Path) -> None:
    speller = Speller.read("en-GB", [dictionary(tmp_path)])
    assert speller.knows("bridges")
    assert not speller.knows("brigde")
    assert "bridge" in speller.suggest("brigde")
    assert "photo" in speller.suggest("foto")


def test_suggestions_are_few() -> None:
    class Rich:
        def suggest(self, word: str) -> list[str]:
            return [word + letter for letter in "abcdef"]

    assert Speller([Rich()]).suggest("x") == ("xa", "xb", "xc")


@pytest.mark.parametrize(("language", "name"), [("en-GB", "en_GB"), ("en", "en_US"), ("ru", "ru_RU"), ("de", "de")])
def test_a_dictionary_is_found_by_its_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, name: str
) -> None:
    dictionary(tmp_path, name)
    monkeypatch.setenv("DICPATH", str(tmp_path))
    assert Speller.read(language).basis == (str(tmp_path / name),)


def test_a_list_of_words_joins_the_dictionary(tmp_path: Path) -> None:
    words = tmp_path / "house.txt"
    words.write_text("# ours\nFootbridge\n\n", encoding="utf-8")
    speller = Speller.read("en", [dictionary(tmp_path).with_suffix(""), words])
    assert speller.knows("footbridge")
    assert speller.knows("river")
    assert not speller.knows("ours")


def test_no_dictionary_is_told_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DICPATH", str(tmp_path))
    with pytest.raises(ConfigError, match=r"no hunspell dictionary for 'qaa' in .*dictionaries = "):
        Speller.read("qaa")


@pytest.mark.parametrize("missing", [".aff", ".dic"])
def test_half_a_dictionary_is_an_error(tmp_path: Path, missing: str) -> None:
    path = dictionary(tmp_path)
    path.with_suffix(missing).unlink()
    with pytest.raises(ConfigError, match=rf"en_GB\{missing}: there is no such file"):
        Speller.read("en", [path])


def test_a_broken_dictionary_is_an_error(tmp_path: Path) -> None:
    path = dictionary(tmp_path)
    path.with_suffix(".aff").write_text("SFX S Y many\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="no hunspell dictionary"):
        Speller.read("en", [path])


def test_a_missing_list_is_an_error(tmp_path: Path) -> None:
    dictionary(tmp_path)
    with pytest.raises(ConfigError, match="list of words cannot be read"):
        Speller.read("en", [tmp_path / "en_GB", tmp_path / "gone.txt"]).knows("x")


def test_without_the_library_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spylls.hunspell", None)
    with pytest.raises(PluginError, match=r"pip install 'bitext-qa\[spelling\]'"):
        Speller.read("en", [dictionary(tmp_path)])
