"""The smaller parts: running text, wordings, likeness, romanisation, expressions, quoting, pairs."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.core.document import Document, TranslationUnit
from qa.core.segment import Role, Segment
from qa.core.span import Span
from qa.core.terminology import Term
from qa.terms.expression import expresses
from qa.terms.likeness import _NO_LETTERS, different_part, fold_text, letters, usual
from qa.terms.pairs import renderings
from qa.terms.quoting import bare_terms
from qa.terms.romanisation import skeleton
from qa.terms.running_text import passages
from qa.terms.wordings import grouped, same_wording
from qa.text.analysis import Analysis


def document(*targets: tuple[str, int, Role], running_text: bool = True) -> Document:
    units = tuple(
        TranslationUnit(
            str(number), "d", Segment("ru", "x"), Segment("en", text, paragraph=paragraph, role=role, tail=" ")
        )
        for number, (text, paragraph, role) in enumerate(targets)
    )
    return Document("d", "d.txt", "ru", "en", units, running_text=running_text)


def test_sentences_of_a_paragraph_are_one_passage() -> None:
    made = passages(document(("One.", 0, "body"), ("Two.", 0, "body"), ("Three.", 1, "body")), "target")
    assert [passage.text for passage in made] == ["One. Two.", "Three."]
    unit, span = made[0].place(Span(5, 8))
    assert (unit.id, span) == ("1", Span(0, 3))


def test_a_span_over_two_units_is_cut_at_the_first() -> None:
    (made,) = passages(document(("One.", 0, "body"), ("Two.", 0, "body"), ("", 1, "body")), "target")
    unit, span = made.place(Span(2, 8))
    assert (unit.id, span) == ("0", Span(2, 4))


def test_headings_count_sections_and_blank_paragraphs_are_left_out() -> None:
    made = passages(
        document(("T", 0, "title"), ("A.", 1, "body"), ("H", 2, "heading"), ("\u00a0", 3, "blank"), ("B.", 4, "body")),
        "target",
    )
    assert [(passage.text, passage.section) for passage in made] == [("T", 0), ("A.", 0), ("H", 1), ("B.", 1)]


def test_units_that_stand_alone_are_passages_of_their_own() -> None:
    units = (("One.", 0, "body"), ("Two.", 0, "body"))
    assert len(passages(document(*units, running_text=False), "target")) == 2
    assert len(passages(document(*units), "target")) == 2, "nothing tells the paragraphs"


def test_lines_of_a_joined_unit_are_paragraphs() -> None:
    made = passages(document(("H\nA.", 0, "heading"), ("B.", 1, "body")), "target")
    assert [(passage.text, passage.role) for passage in made] == [("H", "heading"), ("A. B.", "body")]
    unit, span = made[1].place(Span(0, 2))
    assert span.of(unit.target.text) == "A."


@given(st.lists(st.tuples(st.text(alphabet="ab \n", max_size=8), st.integers(0, 3), st.just("body")), max_size=6))
def test_every_piece_leads_back_to_its_text(targets: list[tuple[str, int, Role]]) -> None:
    for passage in passages(document(*targets), "target"):
        for piece in passage.pieces:
            span = Span(piece.start, piece.start + piece.length)
            unit, place = passage.place(span)
            assert place.of(unit.target.text) == span.of(passage.text)


def test_wordings_in_any_form_are_one() -> None:
    assert same_wording("запрещена в РФ", "запрещённое в РФ", "ru")
    assert not same_wording("запрещена в РФ", "запрещена в России", "ru")
    assert grouped(["banned in X", "outlawed in X", "Banned in X"], "en") == [[0, 2], [1]]


def test_trivial_differences_do_not_count() -> None:
    assert fold_text(" «Ёлка»  – это.") == fold_text('"елка" - это')
    assert fold_text("a b") != fold_text("a c")
    assert usual(["a", "b", "b"]) == "b"
    assert usual(["a", "b"]) == "a"


def letters_of_folded(text: str) -> bytes:
    """What `letters` gives, the long way."""
    return re.sub(r"\d+", "", fold_text(text)).encode().translate(None, _NO_LETTERS)


@given(st.text(max_size=12) | st.text(alphabet="аЁйß№ªºµА́ bC’'-‑«»1².…½ﬁ٣", max_size=12))
def test_texts_that_are_folded_alike_have_the_same_letters(text: str) -> None:
    assert letters(text) == letters_of_folded(text)


@pytest.mark.parametrize("code", [*range(0x80), *range(0xA0, 0x100), *range(0x400, 0x530), *range(0x2000, 0x2070)])
def test_every_usual_character_is_folded_alike(code: int) -> None:
    assert letters(f"а{chr(code)}Z") == letters_of_folded(f"а{chr(code)}Z")


def test_marks_and_numbers_are_no_letters() -> None:
    assert letters("«Включите» насос 1…") == letters("включите насос — 20")
    assert letters("Включите насос.") != letters("Выключите насос.")


@pytest.mark.parametrize(
    ("text", "other", "part"),
    [
        ("Keep it shut.", "Keep it closed.", "shut"),
        ("Keep it", "Keep", "it"),
        ("Keep", "Keep", "Keep"),
        ("...", "x", "..."),
        ("a b c", "x y", "a b c"),
    ],
)
def test_the_part_that_differs(text: str, other: str, part: str) -> None:
    assert different_part(text, other).of(text) == part


@pytest.mark.parametrize(
    "spellings",
    [
        "Сергей Sergei Sergey",
        "Юлия Yulia Julia Yuliya Iuliia",
        "Хрущёв Khrushchev Khrushchyov",
        "Евгений Yevgeny Evgeny Evgenii",
        "Алексей Alexei Aleksey",
        "Цой Tsoi Tsoy",
        "Жуков Zhukov Žukov",
        "Соловьёв Solovyov Soloviev Solovyev",
        "Щукин Shchukin Schukin",
    ],
)
def test_spellings_of_a_name_meet(spellings: str) -> None:
    assert len({skeleton(spelling) for spelling in spellings.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("Ivanov", "Ivanova"), ("Melnik", "Melnikov"), ("Anna", "Inna")])
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    ("text", "term", "expected"),
    [
        ("контакты были близкими", "близкий контакт", True),
        ("обновление таблицы", "обновляется", True),
        ("перед домом", "передача", False),
        ("контакты были", "близкий контакт", False),
        ("в РФ", "РФ", True),
    ],
)
def test_expressions(text: str, term: str, expected: bool) -> None:  # noqa: FBT001 -- a table of cases
    assert expresses(Analysis(text, "ru"), [Term(language="ru", text=term)]) is expected


def test_bare_terms_need_a_source_that_quotes() -> None:
    texts = ["The “fleet” sails.", "A “fleet” rests.", "The fleet sleeps.", "The Fleet Museum and “it”."]
    targets = [Analysis(text, "en") for text in texts]
    quoted = [Analysis(text, "ru") for text in ["«Флот».", "Суда «флота».", "«Флоту».", "Музей «Флот», «музей»."]]
    (bare,) = bare_terms(quoted, targets)
    assert (bare.unit, bare.span.of(texts[2]), bare.quoted, bare.times) == (2, "fleet", "“fleet”", 2)
    assert not list(bare_terms([Analysis("Флот.", "ru")] * 4, targets))
    assert not list(bare_terms([*quoted[:2], Analysis("«Порт».", "ru"), quoted[3]], targets))


def test_renderings_need_four_units() -> None:
    sources = [Analysis(text, "ru") for text in ["Водяной насос."] * 4]
    targets = ["A water pump.", "The water pump.", "Water pump!", "A liquid pump."]
    (odd,) = renderings(sources, [Analysis(text, "en") for text in targets])
    assert (odd.unit, odd.text, odd.usual, odd.units) == (3, "liquid pump", "water pump", 3)
    assert not list(renderings(sources[:3], [Analysis(text, "en") for text in targets[1:]]))


@pytest.mark.parametrize(
    ("language", "odd"),
    [
        ("en", "An all-day pump."),
        ("en", "A water pump, a liquid pump."),
        ("ru", "Этот насос."),
        ("ru", "Работа насоса."),
    ],
)
def test_other_words_before_the_noun_are_no_rendering(language: str, odd: str) -> None:
    usual = {"en": "A water pump.", "ru": "Водяной насос."}[language]
    sources = [Analysis("Wasserfeste Pumpe.", "de")] * 4
    targets = [Analysis(text, language) for text in [usual, usual, usual, odd]]
    assert not list(renderings(sources, targets))
