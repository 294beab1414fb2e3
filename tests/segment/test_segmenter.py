from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.core import ConfigError
from qa.segment import Segmenter

GOLD = Path(__file__).parent / "gold"
SEPARATOR = " ⏎ "
LANGUAGES = ("en", "ru", "uk", "de", "fr", "es")
MARKS = '. ! ? … « » “ " ( ) — - т. г. Mr. U.S. A. Да Ну 5 。 я The'
marks = st.sampled_from([*MARKS.split(), " ", ". ", "\n", "\t", "\x1c", "\u00a0"])
texts = st.one_of(st.text(), st.lists(marks, max_size=30).map("".join))


def sentences(language: str, text: str) -> list[str]:
    return [span.of(text).strip() for span in Segmenter(language).split(text)]


@settings(deadline=None)  # the first text of a language compiles its rules
@given(st.sampled_from([*LANGUAGES, "ja", "und"]), texts)
def test_sentences_tile_the_text(language: str, text: str) -> None:
    spans = Segmenter(language).split(text)
    assert "".join(span.of(text) for span in spans) == text
    assert all(left.end == right.start for left, right in pairwise(spans))
    assert all(span.of(text).strip() for span in spans) or len(spans) == 1
    assert all(not span.of(text)[:1].isspace() for span in spans[1:])


def test_an_empty_text_has_no_sentence_and_a_blank_one_has_one() -> None:
    assert Segmenter("en").split("") == []
    assert len(Segmenter("en").split(" \n ")) == 1


def read_gold(language: str) -> list[list[str]]:
    lines = (GOLD / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    return [line.split(SEPARATOR) for line in lines if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_hard_sentences_are_found(language: str) -> None:
    cases = read_gold(language)
    found = gold = both = 0
    for case in cases:
        text = " ".join(case)
        expected = {len(" ".join(case[:index])) + 1 for index in range(1, len(case))}
        actual = {span.start for span in Segmenter(language).split(text)} - {0}
        found, gold, both = found + len(actual), gold + len(expected), both + len(actual & expected)
    assert sum(len(case) for case in cases) >= 120
    assert 2 * both / (found + gold) >= 0.97


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ru", ["«Дождь стихает, — сказал он. ", "— Особенно на севере. ", "Вода уходит»."]),
        ("ru", ["— Да. ", "— Нет."]),
        ("ru", ["«Где мост?» — Олег обернулся. ", "Моста не было."]),
        ("ru", ["Мост закрыт (компания «Верфь», сведения проверяются. – Ред.) до мая. ", "Объезд открыт."]),
        ("ru", ["Он служил в 1990 г. ", "Потом уехал."]),
        ("ru", ["В 1990 г. Тверь переименовали."]),
        ("ru", ["Ветер до 15 м/с. ", "Дождя нет."]),
        ("ru", ["Мы... пошли дальше... ", "Мы устали."]),
        ("ru", ["Пять рублей, т. е. мало. ", "Музей им. А. С. Верещакина закрыт, и т. д. ", "Всё."]),
        ("en", ["The war ended.[12] ", "The peace did not.¹ ", "Nobody knew why."]),
        ("en", ['"It is late," he said. ', '- "It is dark."']),
        ("en", ["“Really?” Jane Dobbs asked. ", "He nodded."]),
        ("en", ["It closed at 5 p.m. ", "Lanterns were lit in the U.S. embassy by Mr. Orle, e.g. No. 5."]),
        (
            "en",
            [
                "Look at a.txt. ",
                "Go to www.example.org/a.b or mail x.y@example.org. ",
                "Pay 3.5 or $4. ",
                "€5 is fine.",
            ],
        ),
        ("en", ["Why?! ", "Stop!.. ", "One\nline break. ", "Two."]),
        ("en", ["He asked what? and left."]),
        ("de", ["Am 3. März kam z. B. Dr. Ohm. ", "Er ging."]),
        ("fr", ["« Oui. » ", "Il sort avec M. Roux. ", "« Non\u00a0! »"]),
        ("es", ["¿Vienes? ", "¡Sí! ", "La Sra. Gil vive en EE. UU. ", "Es feliz."]),
        ("uk", ["Це т. зв. мис біля м. Буча, вул. Нова. ", "Сосни, дуби тощо. ", "Усе."]),
        ("ja", ["雨です。", "「はい。」", "行きます！"]),
        ("pl", ["Dom J. Nowaka stoi. ", "Pusty."]),
        ("und", ["Ena. ", "Dva! ", "Tri?"]),
        ("ar", ["نعم؟ ", "لا."]),
    ],
)
def test_cases(language: str, expected: list[str]) -> None:
    text = "".join(expected)
    assert [span.of(text) for span in Segmenter(language).split(text)] == expected


@pytest.mark.parametrize("tag", ["ru-RU", "RU", "ru_RU"])
def test_a_region_changes_nothing(tag: str) -> None:
    assert sentences(tag, "Живёт на ул. Новой. Там тихо.") == ["Живёт на ул. Новой.", "Там тихо."]


def write_rules(path: Path, before: str, pattern: str = ".*") -> Path:
    path.write_text(
        f"""<srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="yes"/><body>
        <languagerules><languagerule languagerulename="D">
        <rule break="yes"><beforebreak>{before}</beforebreak><afterbreak>\\s</afterbreak></rule>
        </languagerule></languagerules>
        <maprules><languagemap languagepattern="{pattern}" languagerulename="D"/></maprules></body></srx>""",
        encoding="utf-8",
    )
    return path


def test_rules_of_the_user_take_the_place_of_ours(tmp_path: Path) -> None:
    segmenter = Segmenter("en", srx=write_rules(tmp_path / "semicolon.srx", ";"))
    text = "One. Two;  three; "
    assert [span.of(text) for span in segmenter.split(text)] == ["One. Two;  ", "three; "]


def test_a_user_file_that_does_not_know_the_language(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="fits the language “ru”"):
        Segmenter("ru", srx=write_rules(tmp_path / "en.srx", ";", "en"))
