from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.align import Lexicon
from qa.align.seed import seed_lexicon
from qa.core import FormatError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

_STEMS = st.text(st.characters(categories=["Ll", "Lo"]), min_size=1, max_size=6)
_SHARES = st.integers(0, 10_000).map(lambda number: number / 10_000)
_ENTRIES = st.dictionaries(st.tuples(_STEMS, _STEMS), st.tuples(_SHARES, _SHARES), max_size=8)


@given(_ENTRIES)
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, entries: dict[tuple[str, str], tuple[float, float]]
) -> None:
    path = tmp_path_factory.mktemp("lexicon") / "learnt.tsv"
    lexicon = Lexicon("ru", "en", entries)
    lexicon.write(path)
    assert Lexicon.read(path) == lexicon


def test_the_file_does_not_depend_on_the_order_of_entries(tmp_path: Path) -> None:
    entries = {("мост", "bridge"): (0.5, 0.25), ("дом", "house"): (1.0, 0.75)}
    Lexicon("ru", "en", entries).write(tmp_path / "one.tsv")
    Lexicon("ru", "en", dict(reversed(entries.items()))).write(tmp_path / "two.tsv")
    assert (tmp_path / "one.tsv").read_bytes() == (tmp_path / "two.tsv").read_bytes()
    assert (tmp_path / "one.tsv").read_text(encoding="utf-8").splitlines() == [
        "# qa lexicon 1 ru en",
        "дом\thouse\t1.0000\t0.7500",
        "мост\tbridge\t0.5000\t0.2500",
    ]


def test_merging_keeps_the_likelier_reading() -> None:
    one = Lexicon("ru", "en", {("мост", "bridge"): (0.5, 0.25)})
    two = Lexicon("ru-RU", "en-GB", {("мост", "bridge"): (0.25, 0.75), ("дом", "house"): (1.0, 1.0)})
    assert one.merged(two).entries == {("мост", "bridge"): (0.5, 0.75), ("дом", "house"): (1.0, 1.0)}
    assert len(one) == 1


def test_lexicons_of_other_languages_do_not_mix() -> None:
    with pytest.raises(UsageError, match="a lexicon for de→fr cannot be merged into one for ru→en"):
        Lexicon("ru", "en").merged(Lexicon("de", "fr"))


def test_words_of_a_phrase_share_its_translation() -> None:
    lexicon = Lexicon.from_terms("ru", "en", [("северный мост", "North Bridge")])
    assert lexicon.entries["мост", "bridg"] == (0.45, 0.45)
    assert len(lexicon) == 4


@pytest.mark.parametrize(
    ("content", "line", "says"),
    [
        ("", 1, "not a lexicon"),
        ("# qa lexicon 2 ru en\n", 1, "not a lexicon"),
        ("# qa lexicon 1 ru en\nмост\tbridge\n", 2, "is no entry"),
        ("# qa lexicon 1 ru en\nмост\tbridge\tmuch\t1\n", 2, "is no entry"),
        ("# qa lexicon 1 ru en\n\n# a remark\nмост\tbridge\t1.5\t1\n", 4, "two shares between 0 and 1"),
    ],
)
def test_bad_files_are_named(tmp_path: Path, content: str, line: int, says: str) -> None:
    path = tmp_path / "bad.tsv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(FormatError) as caught:
        Lexicon.read(path)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert says in str(caught.value)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="cannot read the lexicon"):
        Lexicon.read(tmp_path / "missing.tsv")
    (tmp_path / "binary.tsv").write_bytes(b"# qa\xff")
    with pytest.raises(FormatError, match="byte 4 is not UTF-8"):
        Lexicon.read(tmp_path / "binary.tsv")


def test_the_seed_serves_both_directions() -> None:
    forward, backward = seed_lexicon("ru", "en-US"), seed_lexicon("en", "ru")
    assert {(right, left) for left, right in forward.entries} == set(backward.entries)
    assert len({source for source, _ in forward.entries}) >= 1000
    assert max(sum(source == left for left, _ in forward.entries) for source in ("вод", "член", "мост")) <= 3
    assert ("вод", "water") in forward.entries


def test_languages_without_a_seed() -> None:
    assert len(seed_lexicon("de", "fr")) == 0
