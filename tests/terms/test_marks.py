"""Legal marks, recognised without a list, in every form that the press uses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.terms.marks import (
    MarkForm,
    cores,
    find_marks,
    footnotes,
    kinds_in,
    mark_grammar,
    may_hold_mark,
    may_hold_marks,
)

BRACKET, CLAUSE, PREMODIFIER = MarkForm.BRACKET, MarkForm.CLAUSE, MarkForm.PREMODIFIER
FOOTNOTE, BANNER, SENTENCE = MarkForm.FOOTNOTE, MarkForm.BANNER, MarkForm.SENTENCE

CERTAIN = [
    ("en", "Alpha (banned in Norland) left.", BRACKET, "banned in Norland", "ban"),
    ("en", "Alpha (“A Group”, banned in the Norland Republic) left.", BRACKET, "banned in the Norland Republic", "ban"),
    ("en", "Alpha [groups outlawed in Norland] left.", BRACKET, "outlawed in Norland", "ban"),
    ("en", "ALPHA (A TERRORIST GROUP BANNED IN NORLAND) LEFT.", BRACKET, "BANNED IN NORLAND", "ban terrorist"),
    ("en", "Alpha (its activities in Norland are prohibited) left.", BRACKET, "in Norland are prohibited", "ban"),
    ("en", "Alpha (under UN sanctions) left.", BRACKET, "under UN sanctions", "sanctions"),
    ("en", "The Post (a foreign agent) writes.", BRACKET, "foreign agent", "agent"),
    ("en", "The Post (listed as a foreign agent in Norland) writes.", BRACKET, "", "agent"),
    ("en", "Beta Corp., which is recognised as extremist in Norland, left.", CLAUSE, "", "extremist"),
    ("en", "Alpha, banned in Norland, left.", CLAUSE, "banned in Norland", "ban"),
    ("en", "Alpha – a group designated as undesirable – left.", CLAUSE, "", "undesirable"),
    ("en", "* Organisation banned in Norland", FOOTNOTE, "banned in Norland", "ban"),
    ("en", "1 Recognised as extremist in Norland.", FOOTNOTE, "", "extremist"),
    ("en", "Alpha (banned by a Norland court) left.", BRACKET, "banned by a Norland court", "ban"),
    ("en", "Alpha, banned under Norland law, left.", CLAUSE, "banned under Norland law", "ban"),
    ("en", "Alpha (under a ban in Norland) left.", BRACKET, "under a ban in Norland", "ban"),
    ("en", "[1] Banned in Norland", FOOTNOTE, "Banned in Norland", "ban"),
    ("en", "The group was designated as a terrorist organisation in Norland.", SENTENCE, "", "terrorist"),
    ("en", "The Norland-outlawed Alpha group left.", PREMODIFIER, "Norland-outlawed", "ban"),
    ("en", "This material was created by a foreign agent.", BANNER, "", "agent"),
    ("ru", "«Альфа» (запрещена в РФ) ушла.", BRACKET, "запрещена в РФ", "ban"),
    ("ru", "«Альфа» (запр. в РФ) ушла.", BRACKET, "запр. в РФ", "ban"),
    ("ru", "«Альфа» (террористическая группа, запрещённая на территории РФ) ушла.", BRACKET, "", "ban terrorist"),
    ("ru", "«Альфа» (АГ, организация запрещена в России. – Ред.) ушла.", BRACKET, "запрещена в России", "ban"),
    ("ru", "«Альфа» (деятельность в России запрещена) ушла.", BRACKET, "в России запрещена", "ban"),
    ("ru", "«Альфа» (признана террористической, запрещена в РФ) ушла.", BRACKET, "", "ban terrorist"),
    ("ru", "«Утро» (внесено Минюстом в реестр иностранных агентов) пишет.", BRACKET, "", "agent"),
    ("ru", "«Утро» (иноагент) пишет.", BRACKET, "иноагент", "agent"),
    ("ru", "«Альфа», которая в России признана террористической, ушла.", CLAUSE, "", "terrorist"),
    ("ru", "«Альфа», запрещённая в РФ, ушла.", CLAUSE, "запрещённая в РФ", "ban"),
    ("ru", "Запрещённая в РФ группировка «Альфа» ушла.", PREMODIFIER, "Запрещённая в РФ", "ban"),
    ("ru", "** признана нежелательной на территории РФ", FOOTNOTE, "", "undesirable"),
    ("ru", "Настоящий материал произведён иностранным агентом «Утро».", BANNER, "", "agent"),
    ("uk", "«Альфа» (заборонена в РФ) пішла.", BRACKET, "заборонена в РФ", "ban"),
    ("de", "Alpha (in Norland verboten) ging.", BRACKET, "in Norland verboten", "ban"),
    ("fr", "Alpha (interdite en Norlande) est partie.", BRACKET, "interdite en Norlande", "ban"),
    ("es", "Alfa (prohibida en Norlandia) se fue.", BRACKET, "prohibida en Norlandia", "ban"),
    ("da", "Alfa (forbudt i Norland) gik.", BRACKET, "forbudt i Norland", "ban"),
    ("tr", "Alfa (Norland'da yasaklı) gitti.", BRACKET, "Norland'da yasaklı", "ban"),
    ("tr", "Dün terör örgütü ALFA saldırdı.", PREMODIFIER, "terör örgütü", "terrorist"),
]


@pytest.mark.parametrize(("language", "text", "form", "core", "kinds"), CERTAIN)
def test_attested_forms(language: str, text: str, form: MarkForm, core: str, kinds: str) -> None:
    (mark,) = find_marks(text, language)
    assert mark.form is form
    assert mark.certain
    assert mark.kinds == set(kinds.split())
    assert not core or mark.core.span.of(text) == core
    assert mark.span.covers(mark.core.span)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Smoking was banned in Norland last year."),
        ("en", "The film (shot in Norland) was shown."),
        ("en", "He called it a “foreign agent” (of change)."),
        ("en", "The so-called “Alpha” left."),
        ("en", "Ministers declared the talks a success."),
        ("ru", "Курение запрещено в Норландии."),
        ("ru", "Фильм (снят в Норландии) показали."),
        ("ru", "Так называемая «Альфа» ушла."),
        ("ru", "В стране запрещены митинги."),
        ("de", "Rauchen ist in Norland verboten."),
        ("ja", "アルファ（禁止）"),
    ],
)
def test_other_texts_hold_no_certain_mark(language: str, text: str) -> None:
    assert not [mark for mark in find_marks(text, language) if mark.certain]


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("* one", ["*"]),
        ("** one\n* two", ["**", "*"]),
        ("* one ** two", ["*", "**"]),
        ("✱ – one", ["*"]),
        ("† one", ["†"]),
        ("¹ one", ["1"]),
        ("1 one", ["1"]),
        ("(*) one", ["*"]),
        ("Text. * one", ["*"]),
        ("five * six", []),
        ("Alpha* left.", []),
        ("- one", []),
    ],
)
def test_signs_of_footnotes(text: str, signs: list[str]) -> None:
    assert [note.sign for note in footnotes(text)] == signs


def test_cores_that_follow_each_other_are_one() -> None:
    grammar = mark_grammar("en")
    assert grammar is not None
    text = "recognised as extremist and banned in Norland"
    (core,) = cores(text, grammar)
    assert core.span.of(text) == text
    assert core.kinds == {"extremist", "ban"}
    assert kinds_in("extremists and terror", grammar) == {"extremist", "terrorist"}


@pytest.mark.parametrize("language", ["xx", "", "finding", "grammar", "1"])
def test_languages_without_a_grammar(language: str) -> None:
    assert mark_grammar(language) is None
    assert find_marks("(banned in Norland)", language) == ()


@given(st.text(alphabet="aB (),.*«»\nbanned in Norland", max_size=60), st.sampled_from(["en", "ru", "de"]))
def test_spans_lie_in_the_text(text: str, language: str) -> None:
    for mark in find_marks(text, language):
        assert mark.span.end <= len(text)
        assert mark.span.covers(mark.core.span)


HINTS = ["banned", "Foreign", "agent", "foreign agent", "İ", "ﬁ", "terror", "a", " ", "\n", "(", "SANCTIONS"]


@given(st.lists(st.lists(st.sampled_from(HINTS)).map("".join)))
def test_one_search_through_all_texts_finds_those_that_may_hold_a_mark(texts: list[str]) -> None:
    assert may_hold_marks(texts, "en") == {number for number, text in enumerate(texts) if may_hold_mark(text, "en")}


def test_nothing_is_looked_for_in_a_language_without_a_grammar() -> None:
    assert may_hold_marks(["banned in Norland"], "xx") == set()
