"""Texts of two languages that say the same, and texts that do not: each TOML file holds those of one pair."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from qa.text.analysis import Analysis
from qa.text.comparison import disagreements

FOLDER = Path(__file__).parent / "pairs"
FEWEST = 25
"""Pairs of each language with English."""


class Pair(NamedTuple):
    languages: tuple[str, str]
    what: str
    text: str
    same: str
    changed: str

    def disagreements(self, other: str, *, swapped: bool = False) -> list[tuple[str, str, str]]:
        sides = [Analysis(self.text, self.languages[0]), Analysis(other, self.languages[1])]
        found = disagreements(*reversed(sides)) if swapped else disagreements(*sides)
        return [(kind, said.text if said else "-", written.text if written else "-") for kind, said, written in found]


def read() -> list[Pair]:
    """All pairs of all files."""
    pairs = []
    for path in sorted(FOLDER.glob("*.toml")):
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        pairs += [Pair((content["language"], content["other"]), *texts) for texts in content["pairs"]]
    return pairs


PAIRS = read()
each_pair = pytest.mark.parametrize("pair", PAIRS, ids=[f"{'-'.join(pair.languages)} {pair.what}" for pair in PAIRS])


each_way = pytest.mark.parametrize("swapped", [False, True], ids=["there", "back"])


@each_pair
@each_way
def test_the_same_in_other_words_is_no_disagreement(pair: Pair, *, swapped: bool) -> None:
    assert pair.disagreements(pair.same, swapped=swapped) == []


@each_pair
@each_way
def test_one_change_is_one_disagreement(pair: Pair, *, swapped: bool) -> None:
    assert len(pair.disagreements(pair.changed, swapped=swapped)) == 1


@pytest.mark.parametrize("language", ["de", "es", "fr", "it", "pl", "ru", "uk", "zh"])
def test_each_language_has_enough_pairs(language: str) -> None:
    assert sum(pair.languages == (language, "en") for pair in PAIRS) >= FEWEST
