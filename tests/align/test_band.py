from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.align import Settings, Text
from qa.align.anchors import Points, anchor_chain
from qa.align.band import band_along, find_band, full_band
from qa.align.cognates import identity_links
from qa.align.encoding import Vocabulary
from qa.align.links import Links, LinkTable
from qa.align.sampling import learning_sample, rounds_for

if TYPE_CHECKING:
    from qa.align.band import Tile
    from qa.align.encoding import EncodedText


def _numbered(count: int, first: int = 0) -> Text:
    """Sentences that hold a rare number each."""
    return Text(tuple(f"Line {number} of the list." for number in range(first, first + count)))


def _encoded(source: Text, target: Text) -> tuple[EncodedText, EncodedText, LinkTable]:
    ours, theirs = Vocabulary("en"), Vocabulary("en")
    left, right = ours.encode(source), theirs.encode(target)
    table = LinkTable.merge([identity_links(ours.forms, theirs.forms)], len(ours.forms), len(theirs.forms))
    return left, right, table


def _holds(tiles: list[Tile], row: int, column: int) -> bool:
    return any(tile.top <= row < tile.bottom and tile.left <= column <= tile.right for tile in tiles)


def _cells(tiles: list[Tile]) -> int:
    return sum((tile.bottom - tile.top) * tile.width for tile in tiles)


def test_anchors_are_the_true_pairs() -> None:
    chain = anchor_chain(*_encoded(_numbered(300), Text(_numbered(40, 900).sentences + _numbered(300).sentences)))
    assert chain.source.tolist() == list(range(300))
    assert chain.target.tolist() == list(range(40, 340))


def test_the_heaviest_chain_leaves_out_what_crosses() -> None:
    moved = [*range(50), 7, *range(50, 100)]
    target = Text(tuple(f"Line {number} of the list." for number in moved))
    chain = anchor_chain(*_encoded(_numbered(100), target))
    assert len(chain.source) == 100
    assert (np.diff(chain.target) > 0).all()


def test_texts_without_common_words_have_no_anchors() -> None:
    source, target, table = _encoded(Text(("One.",) * 30), Text(("Deux.",) * 30))
    assert len(anchor_chain(source, target, table).source) == 0


def test_short_documents_are_searched_wholly() -> None:
    assert _cells(list(full_band(100, 60))) == 101 * 61
    source, target, table = _encoded(_numbered(20), _numbered(30))
    assert _cells(list(find_band(source, target, table, Settings()))) == 21 * 31


def test_the_band_grows_in_line_with_the_text() -> None:
    sizes = []
    for count in (1000, 2000, 4000):
        source, target, table = _encoded(_numbered(count), _numbered(count))
        sizes.append(_cells(list(find_band(source, target, table, Settings()))) / count)
    assert max(sizes) < 1.05 * min(sizes)
    assert max(sizes) < 120


def test_the_band_holds_a_jump_and_widens_there() -> None:
    target = Text(_numbered(1000).sentences[:500] + _numbered(200, 5000).sentences + _numbered(1000).sentences[500:])
    source, target_text, table = _encoded(_numbered(1000), target)
    tiles = list(find_band(source, target_text, table, Settings()))
    assert _holds(tiles, 499, 499)
    assert _holds(tiles, 500, 700)
    assert max(tile.width for tile in tiles) > 2 * tiles[2].width


PAIR = _encoded(_numbered(400), _numbered(600))


@given(st.lists(st.tuples(st.integers(0, 399), st.integers(0, 599)), max_size=8), st.integers(1, 40))
@settings(deadline=None, max_examples=60)
def test_every_band_has_a_way_through(points: list[tuple[int, int]], margin: int) -> None:
    source, target, _ = PAIR
    rising: list[tuple[int, int]] = []
    for row, column in sorted(points):
        if not rising or (row > rising[-1][0] and column > rising[-1][1]):
            rising.append((row, column))
    rows, columns = np.array(rising, np.int64).reshape(-1, 2).T
    tiles = list(band_along(Points(rows, columns), source, target, Settings(margin=margin)))
    assert tiles[0].left == tiles[0].top == 0
    assert (tiles[-1].bottom, tiles[-1].right) == (401, 600)
    for upper, lower in pairwise(tiles):
        assert upper.bottom == lower.top
        assert upper.left <= lower.left <= upper.right <= lower.right


def test_links_of_stems_are_spread_to_their_forms() -> None:
    links = Links.of([(0, 1, 0.5, 0.25)]).spread([0, 1, 0], [1, 0, 1])
    assert sorted(zip(links.source.tolist(), links.target.tolist(), strict=True)) == [(0, 0), (0, 2), (2, 0), (2, 2)]
    assert set(links.forward.tolist()) == {0.5}


def test_the_likelier_of_two_links_counts() -> None:
    table = LinkTable.merge([Links.of([(0, 1, 0.5, 0.25)]), Links.of([(0, 1, 0.25, 0.75), (1, 0, 1, 1)])], 2, 2)
    forward, backward = table.dense(np.array([0, 1]), np.array([0, 1]))
    assert forward.tolist() == [[0, 0.5], [1, 0]]
    assert backward.tolist() == [[0, 0.75], [1, 0]]


def test_a_large_batch_is_sampled_evenly() -> None:
    short = Text(tuple(f"L {number}" for number in range(22_000)))
    source, target, table = _encoded(short, short)
    sample = learning_sample([(source, target)], table)
    assert 10_000 < sum(len(part) for part, _ in sample) <= 20_000
    assert all(len(left) == len(right) for left, right in sample)
    assert sample[0][0].forms[0] == source.forms[0]
    assert rounds_for([(source, target)], 3) == 1
    assert rounds_for([(source, target)], 0) == 0


def test_documents_without_one_side_teach_nothing() -> None:
    source, target, table = _encoded(_numbered(3), Text(()))
    assert learning_sample([(source, target)], table) == []
