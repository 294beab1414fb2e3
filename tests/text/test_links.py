from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text.links import links


@pytest.mark.parametrize(
    ("text", "address", "kind"),
    [
        ("See https://ozero.example/a?b=1, please.", "https://ozero.example/a?b=1", "url"),
        ("See www.ozero.example.", "www.ozero.example", "url"),
        ("Пишите: press@ozero.example!", "press@ozero.example", "email"),
        ("сайт музей-озера.рф открыт", "музей-озера.рф", "domain"),
        ("Port24.ru reports", "Port24.ru", "domain"),
        ("thanks, @ozero_fest", "@ozero_fest", "handle"),
        ("#чистыйберег", "#чистыйберег", "handle"),
    ],
)
def test_an_address(text: str, address: str, kind: str) -> None:
    (link,) = links(text)
    assert (link.text, link.kind) == (address, kind)
    assert link.span.of(text) == address


@pytest.mark.parametrize(
    "text", ["It is 12.55 o'clock", "т.е. и т.д.", "the U.S. team", "Mr.Smith", "a.b", "5 @ 3", ""]
)
def test_no_address(text: str) -> None:
    assert links(text) == ()


@given(st.text(st.sampled_from("ab.@#:/-рф1 ,")))
def test_spans_hold_their_text(text: str) -> None:
    assert all(link.span.of(text) == link.text for link in links(text))
