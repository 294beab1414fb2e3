from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Qa = Callable[..., Outcome]

CATALOGUE = """msgid ""
msgstr ""
"Language: ru\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "Train 12 leaves"
msgstr "Поезд {number} отправляется"
"""


def catalogue(path: str, number: int) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(CATALOGUE.replace("{number}", str(number)), encoding="utf-8")


def test_a_folder_stands_for_the_translations_under_it(qa: Qa) -> None:
    catalogue("locales/b/app.po", 13)
    catalogue("locales/a/app.po", 12)
    catalogue("locales/.old/app.po", 99)
    outcome = qa("check", "locales", "-s", "en", "--format", "concise")
    assert outcome.code == 1
    assert "locales/b/app.po:7:15" in outcome.stdout
    assert "99" not in outcome.stdout
    assert "2 units of 2 documents" in outcome.stdout
    assert outcome.stderr == "qa: note: locales: 2 files\n"


def test_what_is_left_out_of_a_folder_is_said(qa: Qa) -> None:
    catalogue("locales/app.po", 12)
    Path("locales/terms.csv").write_text("en,ru\n", encoding="utf-8")
    outcome = qa("check", "locales", "-s", "en")
    assert outcome.stderr == "qa: note: locales: 1 file; 1 more (.csv) is checked when it is named\n"


def test_a_folder_without_translations_is_a_mistake_unless_allowed(qa: Qa) -> None:
    Path("empty").mkdir()
    outcome = qa("check", "empty")
    assert outcome.code == 2
    assert outcome.stderr == (
        "qa: empty: the folder has no XLIFF, TMX or PO file; name the files, or give --allow-empty\n"
    )
    assert qa("check", "empty", "--allow-empty").code == 0


def test_a_baseline_is_made_of_a_folder(qa: Qa) -> None:
    catalogue("locales/app.po", 13)
    assert qa("baseline", "create", "locales", "-s", "en").code == 0
    assert qa("check", "locales", "-s", "en", "--baseline", "qa-baseline.jsonl").code == 0


def test_a_file_that_is_named_twice_is_checked_once(qa: Qa) -> None:
    catalogue("locales/app.po", 13)
    outcome = qa("check", "locales/app.po", "locales", "./locales/app.po", "-s", "en", "--format", "concise")
    assert "1 unit of 1 document" in outcome.stdout
    assert outcome.stderr.count("qa: note: locales/app.po: named twice, and checked once\n") == 2


def test_a_folder_is_no_text(qa: Qa) -> None:
    Path("texts").mkdir()
    for arguments in (("run", "texts", "texts", "-t", "en"), ("fix", "texts")):
        outcome = qa(*arguments, "-s", "ru")
        assert (outcome.code, outcome.stderr) == (2, "qa: texts: is a folder; name the files in it\n")
