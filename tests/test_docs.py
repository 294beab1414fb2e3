"""The generated pages of ``docs/rules`` are current; ``--update-golden`` rewrites them."""

from __future__ import annotations

from pathlib import Path

import pytest

from qa.rules.discovery import all_rules
from qa.rules.documentation import render_index, render_markdown, rule_page

FOLDER = Path(__file__).parents[1] / "docs" / "rules"
PAGES = {rule_id: rule_page(rule) for rule_id, rule in all_rules().items()}
WANTED = {
    "index.md": render_index(PAGES.values()),
    **{f"{rule_id}.md": render_markdown(page) for rule_id, page in PAGES.items()},
}


@pytest.mark.parametrize("name", WANTED)
def test_page_is_current(name: str, pytestconfig: pytest.Config) -> None:
    path = FOLDER / name
    if pytestconfig.getoption("--update-golden"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(WANTED[name], encoding="utf-8")
    assert path.is_file(), "run `make docs`"
    assert path.read_text(encoding="utf-8") == WANTED[name], "run `make docs`"


def test_the_page_on_profiles_names_the_rules_that_tell_them_apart() -> None:
    page = (FOLDER.parent / "profiles.md").read_text(encoding="utf-8")
    apart = [rule_id for rule_id, rule in all_rules().items() if len(rule.profiles) != 2 and not rule.preview]
    assert apart
    assert not [rule_id for rule_id in apart if f"`{rule_id}`" not in page]


def test_no_page_without_a_rule(pytestconfig: pytest.Config) -> None:
    pages = {path.relative_to(FOLDER).as_posix(): path for path in FOLDER.rglob("*.md")}
    stale = {name: path for name, path in pages.items() if name not in WANTED}
    if pytestconfig.getoption("--update-golden"):
        for path in stale.values():
            path.unlink()
    assert not [name for name, path in stale.items() if path.exists()], "run `make docs`"
