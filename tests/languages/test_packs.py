from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING

import pytest

import qa.languages
from qa.languages import language_pack
from qa.languages.morphology import fold

if TYPE_CHECKING:
    from pathlib import Path

    from qa.languages.pack import LanguagePack

OWN = ("de", "en", "es", "fr", "it", "pl", "ru", "uk", "zh")


@pytest.fixture(params=OWN)
def pack(request: pytest.FixtureRequest) -> LanguagePack:
    return language_pack(request.param)


def test_every_pack_knows_its_code_and_name(pack: LanguagePack) -> None:
    assert pack.code in OWN
    assert pack.name.istitle()


def test_lexicons_are_keyed_by_folded_words(pack: LanguagePack) -> None:
    numbers, calendar, measures = pack.number_words, pack.calendar, pack.measures
    tables = (numbers.cardinals, numbers.ordinals, numbers.magnitudes, numbers.fractions, numbers.implied)
    tables += (calendar.months, calendar.weekdays, measures.units, measures.currencies)
    for table in tables:
        assert {word for word in table if word != fold(word)} == set()


def test_months_and_weekdays_are_whole(pack: LanguagePack) -> None:
    assert set(pack.calendar.months.values()) == set(range(1, 13))
    assert set(pack.calendar.weekdays.values()) == set(range(1, 8))


def test_quotation_marks_come_in_pairs(pack: LanguagePack) -> None:
    assert all(opening and closing and opening != closing for opening, closing in pack.quotes)


def test_the_region_does_not_matter() -> None:
    assert language_pack("ru-RU") is language_pack("ru") or language_pack("ru-RU") == language_pack("ru")
    assert language_pack("en_US").code == "en"


def test_cldr_knows_languages_without_a_module() -> None:
    dutch = language_pack("nl")
    assert dutch.name == "Dutch"
    assert dutch.decimal_mark == ","
    assert dutch.calendar.months["maart"] == 3
    assert dutch.calendar.weekdays["maandag"] == 1
    assert dutch.measures.units["kilometer"] == "km"


@pytest.mark.parametrize("tag", ["xx", "und", "", "12", "cldr", "lexicon", "morphology"])
def test_what_is_no_language_gets_the_fallback(tag: str) -> None:
    assert language_pack(tag).code == "und"


def test_a_new_pack_needs_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [
        "from qa.languages.lexicon import Calendar, NumberWords",
        "from qa.languages.pack import LanguagePack",
        'PACK = LanguagePack(code="qaa", name="Test", decimal_mark=",",',
        '    number_words=NumberWords(cardinals={"tri": 3}), calendar=Calendar(months={"marto": 3}))',
    ]
    (tmp_path / "qaa.py").write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr(qa.languages, "__path__", [*qa.languages.__path__, str(tmp_path)])
    importlib.invalidate_caches()
    language_pack.cache_clear()
    try:
        assert language_pack("qaa").name == "Test"
        from qa.text.analysis import Analysis  # noqa: PLC0415 -- after the pack is in place
        from qa.text.comparison import disagreements  # noqa: PLC0415

        said, written = Analysis("2,5 kaj 5 marto, tri", "qaa"), Analysis("2.5 and March 5, 3", "en")
        assert not disagreements(said, written)
    finally:
        sys.modules.pop("qa.languages.qaa", None)
        language_pack.cache_clear()
