from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from qa.align import Aligner, Settings, Text, TextPair
from qa.align.doubt import translation_chances
from qa.align.search import Candidates
from qa.align.settings import ADDED, MOVES
from qa.align.weights import Weights

if TYPE_CHECKING:
    from qa.align.features import FeatureMaker

RU = (
    "Новый мост через реку открыли в среду утром.",
    "Строительство заняло 3 года и обошлось в 1 200 миллионов рублей.",
    "На церемонии выступил мэр города Степан Орехов.",
    "Жители города давно ждали этот новый мост.",
    "По мосту уже ходят автобусы и машины.",
    "Жители района ждали его больше 10 лет.",
    "Осенью здесь появится велосипедная дорога.",
)
EN = (
    "A new bridge across the river was opened on Wednesday morning.",
    "Construction took 3 years and cost 1,200 million rubles.",
    "The mayor of the city, Stepan Orekhov, spoke at the ceremony.",
    "Residents of the city had long waited for this new bridge.",
    "Buses and cars already run across the bridge.",
    "Residents of the district had waited for it for more than 10 years.",
    "A cycle road will appear here in autumn.",
)
OTHER = "Her violin teacher prefers walnut cake and quiet museums."
ONE = MOVES.index((1, 1))
KINDS = {name: place for place, name in enumerate(Weights.__struct_fields__)}


def _confidences(target: tuple[str, ...], settings: Settings | None = None) -> dict[tuple[int, ...], float]:
    pair = TextPair(Text(RU), Text(target))
    found = Aligner("ru", "en", settings=settings or Settings()).align([pair])[0]
    return {bead.source: bead.confidence for bead in found.beads if bead.source == bead.target}


def test_a_sentence_that_was_replaced_is_doubtful_and_its_neighbours_are_not() -> None:
    for place in range(1, 6):
        found = _confidences((*EN[:place], OTHER, *EN[place + 1 :]))
        assert found.pop((place,), 0.0) < 0.8
        assert min(found.values()) > 0.8


def test_true_translations_stay_sure() -> None:
    assert min(_confidences(EN).values()) > 0.9


class _Strangers:
    """Stands for what describes pairs of strangers: a fixed share of their words has a partner."""

    def __init__(self, share: float) -> None:
        self.share = share
        self.asked: list[tuple[int, int]] = []

    def describe(self, beads: Candidates) -> np.ndarray:
        self.asked += list(zip(beads.row.tolist(), beads.column.tolist(), strict=True))
        return _features([self.share] * len(beads.row))


def _features(shares: list[float]) -> np.ndarray:
    features = np.zeros((len(shares), len(KINDS)), np.float32)
    features[:, KINDS["explained"]] = shares
    features[:, KINDS["unexplained"]] = 1 - features[:, KINDS["explained"]]
    return features


def _path(count: int, kind: int = ONE) -> Candidates:
    places = np.arange(count)
    return Candidates(places, places, np.full(count, kind), np.ones(count))


def _chances(shares: list[float], strange: float) -> list[float]:
    maker = _Strangers(strange)
    beads = _path(len(shares))
    found = translation_chances(beads, _features(shares), range(len(shares)), _as_maker(maker)).tolist()
    assert all(left != right for left, right in maker.asked)
    return found


def _as_maker(maker: _Strangers) -> FeatureMaker:
    return maker  # type: ignore[return-value] -- describes, which is all that is asked of it


def test_the_share_of_known_words_is_held_against_the_documents_own() -> None:
    chances = _chances([0.6] * 19 + [0.1], strange=0.1)
    assert chances[-1] < 0.5
    assert min(chances[:-1]) > 0.97
    assert _chances([0.2] * 20, strange=0.02)[0] > 0.9


def test_nothing_is_concluded_where_no_word_is_known() -> None:
    assert _chances([0.0] * 40, strange=0.0) == pytest.approx([0.95] * 40, abs=0.03)


def test_unaligned_sentences_are_left_alone() -> None:
    beads = _path(4, ADDED)
    assert translation_chances(beads, _features([0.0] * 4), range(4), _as_maker(_Strangers(0.1))).tolist() == [1.0] * 4
