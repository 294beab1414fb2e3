"""The screenshots in ``reports/examples``; ``--update-golden`` takes them anew."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import qa
from qa.config import read_config

if TYPE_CHECKING:
    from driver import Contexts, Show

    from qa.core.report import Report

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "reports" / "examples"
SHOTS: dict[str, tuple[dict[str, object], tuple[str, ...]]] = {
    "review-light": ({}, ("Shift+J", "Shift+J", "Shift+J", "a")),
    "review-dark": ({"color_scheme": "dark"}, ("Shift+J", "Shift+J", "Shift+J", "a")),
    "review-mobile": ({"viewport": {"width": 390, "height": 844}}, ("Shift+J", "Shift+J", "Shift+J", "a")),
    "review-russian": ({"locale": "ru-RU"}, ("Shift+J", "Shift+J", "Shift+J", "a")),
    "review-summary": ({}, ("s",)),
    "review-names": ({}, ("m",)),
}


@pytest.fixture(scope="module")
def news() -> Report:
    """The report of the news demonstration."""
    folder = Path("corpora/news")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        batch = qa.align_files(folder / "ru.txt", folder / "en.draft.txt", source_language="ru", target_language="en")
        return qa.check(batch, config=read_config(folder / "qa.toml"))


@pytest.mark.parametrize("name", SHOTS)
def test_screenshot(show: Show, contexts: Contexts, news: Report, name: str, request: pytest.FixtureRequest) -> None:
    settings, keys = SHOTS[name]
    opened = show(news, context=contexts(**settings))
    opened.page.focus("#list")
    opened.press(*keys)
    opened.page.evaluate("document.getElementById('status').classList.remove('shown')")
    picture = opened.page.screenshot()
    path = EXAMPLES / f"{name}.png"
    if request.config.getoption("--update-golden"):
        path.write_bytes(picture)
    assert opened.errors == []
    assert _size(path.read_bytes()) == _size(picture)


def _size(picture: bytes) -> tuple[int, int]:
    """Width and height, as the header of a PNG has them."""
    width, height = struct.unpack(">II", picture[16:24])
    return width, height
