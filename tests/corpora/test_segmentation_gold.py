"""The hand-made sentence boundaries in tests/segment/gold are well-formed, whatever a splitter makes of them."""

from __future__ import annotations

from pathlib import Path

import pytest

GOLD = Path(__file__).parents[1] / "segment" / "gold"
MARK = " ⏎ "
LANGUAGES = {
    "ru": ("т. е.", "т. д. ⏎ ", "им. А. С.", "млн", "— сказал", "рис.", "[12]", "?!"),
    "uk": ("т. зв.", "тощо. ⏎ ", "м. Білопілля", "рр.", "— сказав", "рис.", "[12]", "?!"),
    "en": ("U.S.", "p.m. ⏎ ", "No. 5", "Dr.", "e.g.", "i.e.", "Jan.", "¹", "?!"),
    "de": ("3. März", "z. B.", "d. h.", "Nr.", "usw. ⏎ ", "Dr.", "[12]", "?!"),
    "fr": ("M. ", "Mme", "p. ex.", "av. J.-C.", "etc. ⏎ ", "«\u00a0", "\u202f»", "[12]"),
    "es": ("¿", "¡", "Sr.", "EE. UU.", "núm.", "etc. ⏎ ", "[12]", "¡¿"),
}


def lines(language: str) -> list[str]:
    text = (GOLD / f"{language}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_sentences_and_none_is_empty_or_padded(language: str) -> None:
    found = [sentence for line in lines(language) for sentence in line.split(MARK)]
    assert len(found) >= 120
    assert all(sentence == sentence.strip() != "" for sentence in found)
    assert not any("⏎" in sentence for sentence in found)
    assert len(lines(language)) == len(set(lines(language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_hard_cases_are_covered(language: str) -> None:
    text = "\n".join(lines(language))
    assert [case for case in LANGUAGES[language] if case not in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_half_of_the_lines_show_a_stop_that_ends_no_sentence(language: str) -> None:
    tricky = [
        line for line in lines(language) if any(mark in part[:-1] for part in line.split(MARK) for mark in ".!?…")
    ]
    assert len(tricky) * 2 >= len(lines(language))
