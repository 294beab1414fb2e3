"""The words of a dictionary are read from its file as simplemma itself reads them."""

from __future__ import annotations

import lzma
from typing import TYPE_CHECKING

import pytest
import simplemma
from hypothesis import given
from hypothesis import strategies as st

from qa.languages import word_lists
from qa.languages.morphology import is_known
from qa.languages.word_lists import tabulated_languages, word_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

WORD = st.text("abжё' ", min_size=1, max_size=5) | st.text("aж", min_size=120, max_size=140)
SOME = [
    "house",
    "Houses",
    "LONDON",
    "Krai",
    "o'clock",
    "O’Clock",
    "ma’am",
    "naïve",
    "nai\u0308ve",
    "über",
    "",
    "-",
    "ß",
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(word_lists, "_folder", lambda: tmp_path)
    word_list.cache_clear()
    tabulated_languages.cache_clear()
    yield tmp_path
    word_list.cache_clear()
    tabulated_languages.cache_clear()


def varint(number: int) -> bytes:
    return bytes([number]) if number < 0x80 else bytes([number & 0x7F | 0x80]) + varint(number >> 7)


def encoded(words: Iterable[str], *, backwards: bool) -> bytes:
    """A dictionary in which each word is its own lemma, with every way to say a value."""
    keys = sorted(word.encode()[::-1] if backwards else word.encode() for word in words)
    data, before = b"SMFC1" + bytes([backwards]) + varint(len(keys)), b""
    for number, key in enumerate(keys):
        shared = next((at for at, (one, two) in enumerate(zip(before, key, strict=False)) if one != two), len(before))
        data += varint(shared) + varint(len(key) - shared) + key[shared:]
        data += b"\xfe" if number % 2 else b"\xff" + varint(len(key)) + key
        before = key
    return lzma.compress(data, preset=0)


@given(words=st.sets(WORD, max_size=200), others=st.lists(WORD), backwards=st.booleans())
def test_a_list_has_the_words_of_the_file_and_no_others(
    tmp_path_factory: pytest.TempPathFactory, words: set[str], others: list[str], *, backwards: bool
) -> None:
    path = tmp_path_factory.mktemp("words") / "xx.plzma"
    path.write_bytes(encoded(words, backwards=backwards))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(word_lists, "_folder", lambda: path.parent)
        found = word_list.__wrapped__("xx")
    assert found is not None
    assert all(word in found for word in words)
    assert all((other in found) == (other in words) for other in (*others, "", *(word[:-1] for word in words)))


def test_simplemma_is_asked_where_the_format_is_another(folder: Path) -> None:
    (folder / "en.plzma").write_bytes(lzma.compress(b"PICKLE"))
    assert tabulated_languages() == {"en"}
    assert word_list("en") is None
    assert is_known.__wrapped__("houses", "en")
    assert not is_known.__wrapped__("hoouses", "en")


def test_without_simplemma_no_language_has_a_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_lists, "find_spec", lambda _: None)
    assert tabulated_languages.__wrapped__() == frozenset()
    assert word_list.__wrapped__("en") is None


@given(st.sampled_from(SOME) | st.text(max_size=8), st.sampled_from(["en", "he"]))
def test_a_word_is_known_if_simplemma_knows_it(word: str, language: str) -> None:
    forms = filter(None, (word, word.lower(), word.capitalize()))
    assert is_known(word, language) == any(simplemma.is_known(form, lang=language) for form in forms)
