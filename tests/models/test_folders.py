"""Where models come from, and what is said when they do not come."""

# ruff: noqa: ANN401 -- a stand-in for a library without types
from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from qa.core.errors import PluginError, UsageError
from qa.models import folders
from qa.models.folders import find_model
from qa.models.options import ModelOptions

if TYPE_CHECKING:
    from pathlib import Path


class HubError(Exception):
    pass


class GatedError(HubError):
    pass


class AbsentError(HubError):
    pass


class NotHereError(HubError):
    pass


ERRORS = SimpleNamespace(
    GatedRepoError=GatedError,
    LocalEntryNotFoundError=NotHereError,
    RepositoryNotFoundError=AbsentError,
    HfHubHTTPError=HubError,
)


def hub(monkeypatch: pytest.MonkeyPatch, outcome: Exception | Path) -> list[dict[str, Any]]:
    """A hub that has one outcome for every question; the questions."""
    asked: list[dict[str, Any]] = []

    def download(name: str, **options: Any) -> str:
        asked.append({"name": name, **options})
        if isinstance(outcome, Exception):
            raise outcome
        return str(outcome)

    monkeypatch.setattr(folders, "library", lambda _: SimpleNamespace(errors=ERRORS, snapshot_download=download))
    return asked


@pytest.mark.parametrize(
    ("outcome", "message"),
    [
        (GatedError(), r"the licence of a/b is not accepted yet; accept it at https://huggingface\.co/a/b and run `hf"),
        (NotHereError(), "the model a/b is not on this machine; --allow-download fetches it, or name its folder"),
        (AbsentError(), "the hub has no model a/b; check the spelling, or name a folder"),
        (ConnectionError(), r"the model a/b cannot be fetched \(ConnectionError\); try again, or name a folder"),
    ],
)
def test_what_is_missing_is_said_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, outcome: Exception, message: str
) -> None:
    hub(monkeypatch, outcome)
    with pytest.raises(PluginError, match=message):
        find_model("a/b", ModelOptions())


def test_a_model_of_the_hub_is_named_with_its_revision_and_licence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    snapshot = tmp_path / "0123456789abcdef"
    snapshot.mkdir()
    asked = hub(monkeypatch, snapshot)
    found = find_model("Unbabel/wmt22-cometkiwi-da@main", ModelOptions(allow_download=True), weights=False)
    assert found.signature == "model:Unbabel/wmt22-cometkiwi-da|rev:0123456789ab|licence:CC-BY-NC-SA-4.0"
    assert (asked[0]["revision"], asked[0]["local_files_only"]) == ("main", False)
    assert "*.json" in asked[0]["allow_patterns"]


def test_a_folder_says_its_licence_in_its_card(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("---\nlicense: 'mit'\n---\n", encoding="utf-8")
    assert find_model(str(tmp_path), ModelOptions()).licence == "mit"
    (tmp_path / "README.md").write_text("no card\n", encoding="utf-8")
    assert find_model(str(tmp_path), ModelOptions()).licence == "unknown"
    with pytest.raises(UsageError, match="'a//b' is neither a folder nor a model of the hub"):
        find_model("a//b", ModelOptions())
