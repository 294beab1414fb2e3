from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from qa.core.fingerprint import Fingerprinter, text_hash, without_ordinal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random


def test_a_fingerprint_knows_no_place_but_its_context() -> None:
    one = Fingerprinter().stamp("style/calque", "исходник", "in the conditions of growth", 0, 20)
    same = Fingerprinter().stamp("style/calque", "исходник", "in the conditions of growth", 0, 20)
    other = Fingerprinter().stamp("style/calque", "исходник", "in the conditions of decline", 0, 20)
    assert one == same
    assert one != other
    assert one.startswith("v1:")
    assert len(one) == 35


def test_equal_findings_are_told_apart_by_their_ordinal() -> None:
    stamp = Fingerprinter().stamp
    assert stamp("a/b", "s", "the the", 0, 7) != stamp("a/b", "s", "the the", 0, 7)


def test_rules_have_fingerprints_of_their_own() -> None:
    assert Fingerprinter().stamp("a/b", "s", "t", 0, 1) != Fingerprinter().stamp("a/c", "s", "t", 0, 1)


def test_composed_and_decomposed_letters_hash_alike() -> None:
    assert text_hash("й") == text_hash("и\u0306")


Row = tuple[str, str, int, int]
"""Source, target, and the words at fault in the target."""
ROWS: st.SearchStrategy[Row] = st.tuples(
    st.sampled_from(["раз", "два", "три"]),
    st.sampled_from(["one two three", "one  two", "four five six seven eight nine ten"]),
    st.integers(0, 3),
    st.integers(4, 8),
)


def stamps(rows: Iterable[Row]) -> Counter[str]:
    stamp = Fingerprinter().stamp
    return Counter(stamp("a/b", *row) for row in rows)


@given(st.lists(ROWS, max_size=12), st.randoms(use_true_random=False))
def test_findings_that_are_moved_keep_their_fingerprints(rows: list[Row], random: Random) -> None:
    moved = random.sample(rows, len(rows))
    assert stamps(moved) == stamps(rows)


@given(st.lists(ROWS, max_size=12), st.lists(ROWS, max_size=4))
def test_findings_inserted_before_take_no_fingerprint_away(rows: list[Row], before: list[Row]) -> None:
    assert not stamps(rows) - stamps(before + rows)


@given(st.lists(ROWS, min_size=1, max_size=12), st.integers(0, 11), st.integers(0, 11))
def test_the_same_error_again_has_one_new_fingerprint(rows: list[Row], which: int, where: int) -> None:
    again = [*rows]
    again.insert(where % (len(rows) + 1), rows[which % len(rows)])
    (new,) = (stamps(again) - stamps(rows)).elements()
    assert without_ordinal(new) in {without_ordinal(known) for known in stamps(rows)}


@given(st.lists(ROWS, max_size=12))
def test_no_fingerprint_is_given_twice(rows: list[Row]) -> None:
    assert max(stamps(rows).values(), default=1) == 1
