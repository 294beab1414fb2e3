"""What people write into glossary cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.terms.cleaning import clean


@pytest.mark.parametrize(
    ("cell", "terms"),
    [
        ("насос", ("насос",)),
        ("баг, дефект", ("баг", "дефект")),
        ("одно; другое", ("одно", "другое")),
        ("вид / сорт", ("вид", "сорт")),
        ("лампа/светильник", ("лампа", "светильник")),
        ("и/или", ("и/или",)),
        ("24/7", ("24/7",)),
        ("случаи [болезни]", ("случаи", "случаи болезни")),
        ("заразный : передающийся", ("заразный", "передающийся")),
        ("(не)управляемый насос", ("управляемый насос", "неуправляемый насос")),
        ("насос(ы)", ("насос", "насосы")),
        ("вспомогательный(ая)", ("вспомогательный",)),
        ("*камера*", ("камера",)),
        ("центр учёта (ЦУ)", ("центр учёта", "ЦУ")),
        ("центр (ЦУ) учёта", ("центр учёта",)),
        ("Port Green, NL", ("Port Green, NL",)),
        ("вода, текущая под землёй", ("вода, текущая под землёй",)),
        ("(лампа)", ("лампа",)),
        ("один два три четыре пять, шесть", ("один два три четыре пять, шесть",)),
        ("", ()),
    ],
)
def test_terms_of_a_cell(cell: str, terms: tuple[str, ...]) -> None:
    assert clean(cell).terms == terms


@pytest.mark.parametrize(
    ("cell", "terms", "note"),
    [
        ("сброс (напр., сбросить эффект)", ("сброс",), "напр., сбросить эффект"),
        ("хук *(с маленькой буквы)*", ("хук",), "с маленькой буквы"),
        ("(по контексту) насос", ("насос",), "по контексту"),
        ("насос; напр., водяной насос", ("насос",), "напр., водяной насос"),
        ("окно (только если по контексту понятно)", ("окно",), "только если по контексту понятно"),
    ],
)
def test_remarks_of_a_cell(cell: str, terms: tuple[str, ...], note: str) -> None:
    cleaned = clean(cell)
    assert cleaned.terms == terms
    assert cleaned.note == note
    assert not cleaned.tidy


@given(st.text(alphabet="абв AB(),;:/[]*", max_size=30))
def test_terms_are_never_blank(cell: str) -> None:
    assert all(term.strip() == term and term for term in clean(cell).terms)
