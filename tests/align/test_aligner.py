from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.align import Aligner, Lexicon, Settings, Text, TextPair, sampling
from qa.align.learning import learn
from qa.core import Alignment, UsageError

if TYPE_CHECKING:
    from pathlib import Path

Sides = tuple[tuple[int, ...], tuple[int, ...]]

RU = (
    "Новый мост через реку открыли в среду.",
    "Строительство заняло 3 года и обошлось в 1 200 миллионов рублей.",
    "На церемонии выступил мэр города Степан Орехов.",
    "Он поблагодарил рабочих и инженеров.",
    "По мосту уже ходят автобусы.",
    "Жители района ждали его больше 10 лет.",
    "Осенью здесь появится велосипедная дорожка.",
)
EN = (
    "A new bridge across the river was opened on Wednesday.",
    "Construction took 3 years and cost 1,200 million rubles.",
    "The mayor of the city, Stepan Orekhov, spoke at the ceremony.",
    "He thanked the workers and engineers.",
    "Buses already run across the bridge.",
    "Residents of the district had waited for it for more than 10 years.",
    "A cycle path will appear here in autumn.",
)
STRAY = "The museum of natural history is closed on Mondays."
NO_SEED = Settings(seed=False)


def _align(source: tuple[str, ...], target: tuple[str, ...], **options: object) -> Alignment:
    return Aligner("ru", "en", **options).align([TextPair(Text(source), Text(target))])[0]  # type: ignore[arg-type]


def _sides(alignment: Alignment) -> list[Sides]:
    return [(bead.source, bead.target) for bead in alignment.beads]


def _straight(count: int) -> list[Sides]:
    return [((number,), (number,)) for number in range(count)]


def test_sentences_meet_their_translations() -> None:
    found = _align(RU, EN)
    assert _sides(found) == _straight(7)
    assert all(bead.confidence > 0.9 for bead in found.beads)
    assert found.signature.startswith("qa-align:")


def test_joined_dropped_and_added_sentences() -> None:
    target = (EN[0], f"{EN[1]} {EN[2]}", EN[4], EN[5], STRAY, EN[6])
    assert _sides(_align(RU, target)) == [
        ((0,), (0,)),
        ((1, 2), (1,)),
        ((3,), ()),
        ((4,), (2,)),
        ((5,), (3,)),
        ((), (4,)),
        ((6,), (5,)),
    ]


def test_one_source_sentence_for_two() -> None:
    source = (RU[0], f"{RU[1]} {RU[2]}", *RU[3:])
    assert _sides(_align(source, EN))[1] == ((1,), (1, 2))


@pytest.mark.parametrize(
    ("source", "target", "beads"),
    [
        ((), (), []),
        (RU[:2], (), [((0,), ()), ((1,), ())]),
        ((), EN[:1], [((), (0,))]),
        (("",), ("", "  "), None),
        (RU[:1], EN[:1] * 40, None),
        ((RU[2],), (*EN[3:6], EN[2], STRAY), None),
    ],
)
def test_odd_shapes(source: tuple[str, ...], target: tuple[str, ...], beads: list[object] | None) -> None:
    found = _sides(_align(source, target))
    _check_partition(found, len(source), len(target))
    assert beads is None or found == beads


def test_one_sentence_finds_its_translation_among_many() -> None:
    assert ((0,), (3,)) in _sides(_align((RU[2],), (*EN[3:6], EN[2], STRAY)))


def test_no_pairs_no_alignments() -> None:
    assert Aligner("ru", "en").align([]) == []


def _check_partition(beads: list[Sides], sources: int, targets: int) -> None:
    assert [number for source, _ in beads for number in source] == list(range(sources))
    assert [number for _, target in beads for number in target] == list(range(targets))


_SENTENCES = st.lists(st.one_of(st.sampled_from([*RU, *EN, STRAY]), st.text(max_size=30)), max_size=14)


@given(_SENTENCES, _SENTENCES, st.booleans())
@settings(deadline=None, max_examples=60)
def test_beads_part_both_sides_in_order(source: list[str], target: list[str], paragraphs: bool) -> None:  # noqa: FBT001 -- drawn by hypothesis
    numbers = [tuple(number // 2 for number in range(len(side))) if paragraphs else () for side in (source, target)]
    pair = TextPair(Text(tuple(source), numbers[0]), Text(tuple(target), numbers[1]))
    found = Aligner("ru", "en").align([pair])[0]
    _check_partition(_sides(found), len(source), len(target))
    assert all(0 <= bead.confidence <= 1 and np.isfinite(bead.score) for bead in found.beads)


def _batch() -> list[TextPair]:
    halves = [(RU[:4], EN[:4]), (RU[3:], EN[3:]), (RU[1:6], (*EN[1:4], STRAY, EN[5])), (RU, EN)]
    return [TextPair(Text(source), Text(target)) for source, target in halves]


def test_the_same_twice() -> None:
    assert Aligner("ru", "en").align(_batch()) == Aligner("ru", "en").align(_batch())


def test_the_order_of_a_batch_changes_nothing() -> None:
    forward = Aligner("ru", "en").align(_batch())
    backward = Aligner("ru", "en").align(_batch()[::-1])[::-1]
    for one, two in zip(forward, backward, strict=True):
        assert _sides(one) == _sides(two)
        assert [bead.score for bead in one.beads] == pytest.approx([bead.score for bead in two.beads], rel=1e-3)


# What each kind of evidence does: the first source and the last target sentence are cut off, so that sentences which
# are alike in length must be moved by one to meet their translations.

STRAIGHT = _straight(3)
MOVED = [((), (0,)), ((0,), (1,)), ((1,), (2,)), ((2,), ())]
THINGS = ("стол окно", "стул печь", "кран ключ", "шкаф ковёр")
NONSENSE = ("qfwz bnmr", "kxvj tplk", "hjpq vcxs", "zdgw lkmn")


def _cut(left: tuple[str, ...], right: tuple[str, ...], **options: object) -> list[Sides]:
    source, target = tuple(f"Вот {words} тут." for words in left), tuple(f"Here is {words}." for words in right)
    return _sides(_align(source[1:], target[:-1], **{"settings": NO_SEED, **options}))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            ("Zephyr Quasar Vortex", "Mirage Lagoon Sonata", "Fresco Gondola Piazza", "Rondo Tempo Largo"),
            ("Zephyr Quasar Vortex", "Mirage Lagoon Sonata", "Fresco Gondola Piazza", "Rondo Tempo Largo"),
        ),
        (
            ("4 711 и 52 и 903", "9 388 и 61 и 274", "5 236 и 18 и 645", "8 154 и 77 и 390"),
            ("4,711 and 52 and 903", "9,388 and 61 and 274", "5,236 and 18 and 645", "8,154 and 77 and 390"),
        ),
        (
            ("Орехов Зимин Карагач", "Белозер Ломонос Сивуха", "Черемис Дорогов Панкрат", "Вершин Полозов Губар"),
            (
                "Orekhov Zimin Karagach",
                "Belozer Lomonos Sivukha",
                "Cheremis Dorogov Pankrat",
                "Vershin Polozov Gubarev",
            ),
        ),
    ],
    ids=["equal words", "numbers", "cognates"],
)
def test_words_numbers_and_names_tell_sentences_apart(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    assert _cut(left, right) == MOVED


def test_term_pairs_tell_sentences_apart() -> None:
    words = zip(" ".join(THINGS).split(), " ".join(NONSENSE).split(), strict=True)
    assert _cut(THINGS, NONSENSE) == STRAIGHT
    assert _cut(THINGS, NONSENSE, term_pairs=list(words)) == MOVED


def test_terms_are_no_part_of_what_is_learnt() -> None:
    aligner = Aligner("ru", "en", term_pairs=[("мостище", "qfwzbnmr")])
    aligner.align([TextPair(Text(RU), Text(EN))])
    assert len(aligner.lexicon)
    assert "qfwzbn" not in {target for _, target in aligner.lexicon.entries}


def test_lengths_tell_which_sentences_were_joined() -> None:
    short, long = "Вот это всё и то самое тут.", "Qfwz bnmr kxvj tplk hjpq vcxs zdgw lkmn rtyp sdfg hjk."
    for place in range(3):
        target = ["Wrtp dfgh mnbv cxzl kjhg."] * 3
        target[place] = long
        beads = _sides(_align((short,) * 4, tuple(target), settings=NO_SEED))
        assert beads[place] == ((place, place + 1), (place,))


def test_the_seed_tells_sentences_apart() -> None:
    left = ("красный дом и окно утром", "зелёный лес и река осенью", "белая собака и кошка ночью", "старый мост вчера")
    right = ("red house and window morning", "green forest and river autumn", "white dog and cat night", "old bridge")
    assert _cut(left, right) == STRAIGHT
    assert _cut(left, right, settings=Settings()) == MOVED


def test_what_a_batch_teaches_helps_a_single_document(tmp_path: Path) -> None:
    places = ("Орехов", "Зимин", "Карагач", "Белозер", "Ломонос", "Сивуха")
    names = ("Orekhov", "Zimin", "Karagach", "Belozer", "Lomonos", "Sivukha")
    source = tuple(f"{place} и {things}." for place in places for things in THINGS)
    target = tuple(f"{name} and {words}." for name in names for words in NONSENSE)
    aligner = Aligner("ru", "en", settings=NO_SEED)
    aligner.align([TextPair(Text(source), Text(target))])
    path = tmp_path / "learnt.tsv"
    aligner.lexicon.write(path)
    learnt = Lexicon.read(path)
    assert learnt.entries["стол", "qfwz"][0] > 0.3
    assert _cut(THINGS, NONSENSE) == STRAIGHT
    assert _cut(THINGS, NONSENSE, lexicon=learnt) == MOVED


def test_paragraphs_are_soft_anchors() -> None:
    source = Text(("Раз.", "Два.", "Три."), (0, 1, 1))
    target = ("Qfw.", "Kxv.", "Hjp.", "Zdg.")
    seen = [
        _sides(Aligner("ru", "en", settings=NO_SEED).align([TextPair(source, Text(target, numbers))])[0])
        for numbers in ((0, 0, 1, 1), (0, 1, 1, 1))
    ]
    assert next(bead for bead in seen[0] if 1 in bead[0])[1][:1] == (2,)
    assert next(bead for bead in seen[1] if 1 in bead[0])[1][:1] == (1,)


def test_a_doubtful_bead_has_low_confidence() -> None:
    found = _align(("Он ушёл.",), ("Green qfwz stands.", "Blue kxvj sleeps."), settings=NO_SEED)
    assert all(bead.confidence < 0.9 for bead in found.beads)


def test_a_lexicon_for_other_languages_is_refused() -> None:
    with pytest.raises(UsageError, match="de→fr"):
        Aligner("ru", "en", lexicon=Lexicon("de", "fr"))


def test_the_signature_tells_settings_and_terms_apart() -> None:
    names = {
        _align(RU[:1], EN[:1], **options).signature
        for options in ({}, {"settings": NO_SEED}, {"term_pairs": [("мост", "bridge")]})
    }
    assert len(names) == 3


def test_lengths_decide_where_no_word_is_known() -> None:
    sizes = (9, 4, 14, 6, 11, 3, 8, 16, 5, 12, 7, 10)
    source = tuple("бл" * size + " жд." for size in sizes)
    target = tuple("qk" * size + " vz." for size in sizes)
    beads = _sides(_align(source, (*target[:5], target[5] + " " + target[6], *target[7:]), settings=NO_SEED))
    assert beads[5] == ((5, 6), (5,))
    assert beads[-1] == ((11,), (10,))


def test_long_documents_are_searched_in_a_band() -> None:
    source = tuple(f"Строка номер {number} из списка." for number in range(700))
    target = tuple(f"Line number {number} of the list." for number in range(700) if number != 350)
    found = _sides(_align(source, target))
    _check_partition(found, 700, 699)
    assert ((350,), ()) in found
    assert found[699] == ((699,), (698,))


def test_parts_of_a_long_document_fit_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sampling, "_READ_PART", 250)
    source = tuple(f"Строка номер {number} из списка." for number in range(800))
    target = tuple(f"Line number {number} of the list." for number in range(800) if number % 90)
    found = _sides(_align(source, target))
    _check_partition(found, 800, len(target))
    assert [bead for bead in found if not bead[1]] == [((number,), ()) for number in range(0, 800, 90)]


def test_words_that_meet_often_are_learnt() -> None:
    pairs = [
        (np.array([0, 1]), np.array([0, 1])),
        (np.array([0, 2]), np.array([0, 2])),
        (np.array([1, 2]), np.array([1, 2])),
    ]
    found = learn(pairs * 3, smoothing=0.5)
    table = dict(
        zip(zip(found.source.tolist(), found.target.tolist(), strict=True), found.forward.tolist(), strict=True)
    )
    assert all(table[word, word] > 0.6 for word in range(3))
    assert all(share < 0.3 for (one, two), share in table.items() if one != two)
    assert len(learn([], smoothing=0.5).source) == 0
