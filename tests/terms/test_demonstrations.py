"""The companions files of ``corpora/companions``, each at its work."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qa.core.document import Document, TranslationUnit
from qa.core.segment import Role, Segment
from qa.terms.companions import Companions
from qa.terms.disclosure import disclosure
from qa.terms.duty import unmarked
from qa.text.analysis import Analyser

if TYPE_CHECKING:
    from qa.core.terminology import Entity

FOLDER = Path(__file__).parents[2] / "corpora" / "companions"


def lacking(
    name: str,
    *paragraphs: str | tuple[str, Role],
    language: str = "en",
    date: str = "",
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
    due = unmarked(reading, day, None, running_text=True)
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


LISTED = Companions.read(FOLDER / "ru-listed-organisations.toml")


@pytest.mark.parametrize("entity", LISTED.entities, ids=lambda entity: entity.id)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_name_of_the_sample_needs_its_mark_while_it_is_listed(entity: Entity, language: str) -> None:
    day = (entity.since or dt.date(2024, 1, 1)).isoformat()
    mark = entity.companion.wordings[language].preferred
    sentence = "{} was seen." if language == "en" else "Замечена «{}» у реки."
    for name in entity.names[language]:
        bare, marked = sentence.format(name), sentence.format(f"{name} ({mark})")
        sample = "ru-listed-organisations"
        assert len(lacking(sample, bare, language=language, date=day)) == 1, bare
        assert not lacking(sample, marked, language=language, date=day), marked
        if entity.since and not any(other.since is None or other.since < entity.since for other in _named(entity)):
            assert not lacking(sample, bare, language=language, date="1999-01-01"), bare


def _named(entity: Entity) -> list[Entity]:
    """The other entities that share a name with ``entity``."""
    mine = {name for names in entity.names.values() for name in names}
    return [other for other in LISTED.entities if other is not entity and mine & set(other.names.get("en", ()))]
