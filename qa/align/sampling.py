"""Parts of large batches and long documents: which to learn from, and how much to read at a time."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from qa.align.anchors import anchor_chain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.align.encoding import EncodedText
    from qa.align.links import LinkTable

__all__ = ["Document", "learning_sample", "part_ends", "rounds_for"]

Document = tuple["EncodedText", "EncodedText"]

_MOST_SENTENCES = 20_000
_LEARN_PART = 1000
"""Source sentences of a part of a long document that is learnt from."""
_READ_PART = 4000
"""Source sentences of a part of a long document that is read at a time."""
_BATCH_SIZES = (4_000, 8_000)
"""Source sentences of a batch above which one round, then two, are saved: there is more to learn from in each."""


def rounds_for(documents: Sequence[Document], rounds: int) -> int:
    """How often to learn: fewer times, but at least once, from a large batch."""
    sentences = sum(len(source) for source, _ in documents)
    return max(rounds - sum(sentences > size for size in _BATCH_SIZES), min(rounds, 1))


def learning_sample(documents: Sequence[Document], links: LinkTable) -> list[Document]:
    """The documents with both sides, or of a large batch parts that are spread over it evenly."""
    paired = [document for document in documents if min(map(len, document))]
    sentences = sum(len(source) for source, _ in paired)
    if sentences <= _MOST_SENTENCES:
        return paired
    parts = [part for document in paired for part in _cut(document, links)]
    step = -(-sentences // _MOST_SENTENCES)
    return parts[::step]


def part_ends(source: EncodedText, target: EncodedText, links: LinkTable) -> list[tuple[int, int]]:
    """Where to cut a long document: numbers of source and target sentences at anchors, and the ends of both texts."""
    end = (len(source), len(target))
    if len(source) < 2 * _READ_PART or not len(target):
        return [end]
    return [*_cuts(source, target, links, _READ_PART), end]


def _cuts(source: EncodedText, target: EncodedText, links: LinkTable, size: int) -> list[tuple[int, int]]:
    """The anchors that follow every ``size`` source sentences."""
    chain = anchor_chain(source, target, links)
    wanted = np.searchsorted(chain.source, np.arange(size, len(source) - size, size))
    cuts = np.unique(wanted[wanted < len(chain.source)])
    return list(zip(chain.source[cuts].tolist(), chain.target[cuts].tolist(), strict=True))


def _cut(document: Document, links: LinkTable) -> list[Document]:
    """A long document cut at anchors about every thousand sentences."""
    source, target = document
    if len(source) < 2 * _LEARN_PART:
        return [document]
    nodes = [(0, 0), *_cuts(source, target, links, _LEARN_PART), (len(source), len(target))]
    return [
        (source.part(top, bottom), target.part(left, right))
        for (top, left), (bottom, right) in pairwise(nodes)
        if top < bottom and left < right
    ]
