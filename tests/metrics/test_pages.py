"""Every metric has a page that says what it measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from qa.metrics import all_metrics

FOLDER = Path(__file__).parents[2] / "docs" / "metrics"


@pytest.mark.parametrize("name", all_metrics())
def test_a_metric_has_a_page(name: str) -> None:
    text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    assert f"`--metric {name}`" in text
    assert [line for line in text.splitlines() if line.startswith("## ")] == ["## Measured", "## Known limits"]


def test_no_page_without_a_metric() -> None:
    assert {path.stem for path in FOLDER.glob("*.md")} == set(all_metrics())
