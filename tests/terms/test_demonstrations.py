"""The companions files of ``corpora/companions``, each at its work."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from qa.core.document import Document, TranslationUnit
from qa.core.segment import Role, Segment
from qa.core.terminology import CompanionScope
from qa.terms.companions import Companions
from qa.terms.disclosure import disclosure
from qa.terms.duty import unmarked
from qa.text.analysis import Analyser

FOLDER = Path(__file__).parents[2] / "corpora" / "companions"


def lacking(
    name: str,
    *paragraphs: str | tuple[str, Role],
    language: str = "en",
    date: str = "",
    scope: CompanionScope | None = None,
) -> list[str]:
    """The names without their companion, in order."""
    units = []
    for number, paragraph in enumerate(paragraphs):
        text, role = (paragraph, "body") if isinstance(paragraph, str) else paragraph
        target = Segment(language, text, paragraph=number, role=role)
        units.append(TranslationUnit(str(number), "d", Segment("ru", "x"), target))
    document = Document("d", "d.txt", "ru", language, tuple(units))
    reading = disclosure(document, "target", Companions.read(FOLDER / f"{name}.toml"), Analyser())
    day = dt.date.fromisoformat(date) if date else None
    due = unmarked(reading, day, scope, running_text=True)
    return [one.placed.mention.span.of(reading.passages[one.placed.passage].text) for one in due]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lumivit® helps. Lumivit is safe.", []),
        ("“Lumivit”® helps.", []),
        ("Lumivit (R) helps.", []),
        ("Lumivit helps. Lumivit® is safe.", ["Lumivit"]),
        ("Lumivit and Driftline™ help.", ["Lumivit"]),
        ("The Driftline Foundation helps, driftline or not.", []),
    ],
)
def test_trade_marks(text: str, expected: list[str]) -> None:
    assert lacking("trade-marks", text) == expected


def test_trade_marks_in_russian() -> None:
    assert lacking("trade-marks", "Пейте Lumivit® и «Люмивит».", language="ru") == []
    assert lacking("trade-marks", "Нет Люмивита.", language="ru") == ["Люмивита"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Norland Water Agency (NWA) reports. The NWA is new.", []),
        ("The NWA (Norland Water Agency) reports.", []),
        ("The NWA, the Water Agency of Norland, reports.", []),
        ("The NWA reports.", ["NWA"]),
    ],
)
def test_abbreviations(text: str, expected: list[str]) -> None:
    assert lacking("abbreviations", text) == expected


def test_abbreviations_once_in_each_chapter() -> None:
    first = "The Coastal Lighthouse Programme (CLP) began."
    assert lacking("abbreviations", first, ("Results", "heading"), "The CLP works.") == ["CLP"]
    assert lacking("abbreviations", first, "The CLP works.") == []


def test_notices() -> None:
    notice = "Past performance is no guide to future returns."
    assert lacking("notices", "The annual returns are high.", notice) == []
    assert lacking("notices", "The annual returns are high.", "It boosts immunity.") == [
        "annual returns",
        "boosts immunity",
    ]


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        ("The Taliban (banned in Russia) came.", "2021-03-18", []),
        ("The Taliban came.", "2021-03-18", ["Taliban"]),
        ("The Taliban came.", "2025-05-01", []),
        ("IS is no word. The Islamic World is big.", "2021-03-18", ["IS"]),
        ("Meta, which is recognized as extremist in Russia, came; metadata and meta stayed.", "2023-01-01", []),
        ("Instagram came.", "2021-03-18", []),
        ("In the Azov-Black Sea region and the Sea of Azov, Taliban-like.", "2023-01-01", []),
        ("Bellingcat and The Insider (designated as undesirable organizations in Russia) wrote.", "2022-09-01", []),
    ],
)
def test_listed_organisations(text: str, date: str, expected: list[str]) -> None:
    assert lacking("ru-listed-organisations", text, date=date) == expected


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("first-mention", []),
        ("headline", ["IS"]),
        ("section", ["Islamic State"]),
        ("paragraph", ["ISIS", "Islamic State"]),
        ("every-mention", ["IS", "ISIS", "Islamic State"]),
    ],
)
def test_the_policies(scope: str, expected: list[str]) -> None:
    paragraphs: tuple[str | tuple[str, Role], ...] = (
        ("IS is here", "title"),
        'IS ("Islamic State", banned in Russia) came. Then IS left.',
        "ISIS is back.",
        ("What now", "heading"),
        "The Islamic State is silent.",
    )
    chosen = CompanionScope(scope)
    assert lacking("ru-listed-organisations", *paragraphs, date="2021-03-18", scope=chosen) == expected
