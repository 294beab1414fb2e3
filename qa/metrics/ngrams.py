"""The n-gram counts of chrF for many segments at once: the numbers of sacrebleu, several times as fast.

The n-grams of a block of segments are packed into 64-bit words together with the number of their segment; equal words
stand side by side once they are sorted. The packing is exact: a block with too many different symbols is halved, and a
single segment that still has too many goes to sacrebleu itself.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray
    from sacrebleu.metrics.chrf import CHRF

__all__ = ["chrf_rows"]

_BLOCK: Final = 1024
"""Segments at a time, so that the words of a block stay in the processor's cache."""
_WORD: Final = 64
_CODE_POINTS: Final = 0x110000


def chrf_rows(engine: CHRF, hypotheses: Sequence[str], references: Sequence[Sequence[str]]) -> NDArray[np.float64]:
    """Three columns per order - n-grams of the hypothesis, of the reference, and shared - and a row per segment.

    Of several references the one that gives the highest score counts, the first of equals.
    """
    import numpy as np  # noqa: PLC0415 -- slow to import

    tables = [_rows(engine, hypotheses, reference) for reference in references]
    if len(tables) == 1:
        return tables[0]
    scores = [[engine._compute_f_score(row) for row in table.tolist()] for table in tables]  # noqa: SLF001 -- its own score decides, as in sacrebleu
    best = np.argmax(np.asarray(scores), axis=0)
    chosen: NDArray[np.float64] = np.stack(tables)[best, np.arange(len(hypotheses))]
    return chosen


def _rows(engine: CHRF, hypotheses: Sequence[str], reference: Sequence[str]) -> NDArray[np.float64]:
    import numpy as np  # noqa: PLC0415 -- slow to import

    blocks = (slice(start, start + _BLOCK) for start in range(0, len(hypotheses), _BLOCK))
    return np.concatenate(
        [rows for block in blocks for rows in _block(engine, hypotheses[block], reference[block])]
    ).astype(np.float64)


def _block(engine: CHRF, hypotheses: Sequence[str], reference: Sequence[str]) -> Iterator[NDArray[np.int64]]:
    """The rows of a block, in one piece or in halves."""
    import numpy as np  # noqa: PLC0415 -- slow to import

    texts = [*hypotheses, *reference]
    characters = _characters(["".join(text.split()) for text in texts])
    words = _words([engine._remove_punctuation(text) for text in texts])  # noqa: SLF001 -- its own cutting of words
    shapes = ((characters, engine.char_order), (words, engine.word_order))
    if all(_fits(symbols, order, len(hypotheses)) for (symbols, _), order in shapes):
        yield np.hstack([_counts(symbols, lengths, order) for (symbols, lengths), order in shapes if order])
    elif len(hypotheses) == 1:
        yield np.asarray(engine._extract_corpus_statistics(hypotheses, [reference]), dtype=np.int64)  # noqa: SLF001 -- as above
    else:
        half = len(hypotheses) // 2
        yield from _block(engine, hypotheses[:half], reference[:half])
        yield from _block(engine, hypotheses[half:], reference[half:])


def _characters(texts: Sequence[str]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """The characters of all texts as small numbers, and the length of each text."""
    import numpy as np  # noqa: PLC0415 -- slow to import

    points = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), dtype="<u4")
    used = np.zeros(_CODE_POINTS, dtype=np.bool_)
    used[points] = True
    numbers = np.cumsum(used, dtype=np.uint64) - np.uint64(1)
    return numbers[points], np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))


def _words(texts: Sequence[Sequence[str]]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """The words of all texts as small numbers, and how many each text has."""
    import numpy as np  # noqa: PLC0415 -- slow to import

    known: dict[str, int] = {}
    numbers = [known.setdefault(word, len(known)) for word in chain.from_iterable(texts)]
    return np.asarray(numbers, dtype=np.uint64), np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))


def _bits(symbols: NDArray[np.uint64]) -> int:
    return int(symbols.max()).bit_length() if len(symbols) else 0


def _fits(symbols: NDArray[np.uint64], order: int, segments: int) -> bool:
    """Whether the longest n-gram, its segment and its side go into one word."""
    return order * _bits(symbols) + segments.bit_length() + 1 <= _WORD


def _counts(symbols: NDArray[np.uint64], lengths: NDArray[np.int64], orders: int) -> NDArray[np.int64]:
    """The columns of all orders; the first half of the texts are hypotheses, the second their references."""
    import numpy as np  # noqa: PLC0415 -- slow to import

    segments = len(lengths) // 2
    bits = np.uint64(_bits(symbols))
    text = np.repeat(np.arange(len(lengths)), lengths)
    left = np.cumsum(lengths)[text] - np.arange(len(symbols))  # symbols up to the end of the text
    tags = (text % max(segments, 1)).astype(np.uint64), (text >= segments).astype(np.uint64)
    grams = np.zeros(len(symbols), dtype=np.uint64)
    columns = []
    for order in range(1, orders + 1):
        following = np.zeros_like(symbols)
        following[: max(len(symbols) - order + 1, 0)] = symbols[order - 1 :]
        grams = grams << bits | following
        whole = left >= order
        width = np.uint64(order) * bits
        keys = (tags[0][whole] << width | grams[whole]) << np.uint64(1) | tags[1][whole]
        counts = np.maximum(lengths - order + 1, 0)
        ours, theirs = counts[:segments], counts[segments:]
        columns += [np.where(theirs > 0, ours, 0), theirs, _shared(keys, width, segments)]
    return np.column_stack(columns)


def _shared(keys: NDArray[np.uint64], width: np.uint64, segments: int) -> NDArray[np.int64]:
    """How many n-grams of each segment's hypothesis its reference has too, each as often as it stands in both."""
    import numpy as np  # noqa: PLC0415 -- slow to import

    if not len(keys):
        return np.zeros(segments, dtype=np.int64)
    keys.sort()
    grams = keys >> np.uint64(1)
    starts = np.flatnonzero(np.concatenate(([True], grams[1:] != grams[:-1])))
    sizes = np.diff(np.append(starts, len(keys)))
    theirs = np.add.reduceat((keys & np.uint64(1)).astype(np.int64), starts)
    shared = np.minimum(theirs, sizes - theirs)
    owners = (grams[starts] >> width).astype(np.int64)
    return np.bincount(owners, weights=shared, minlength=segments).astype(np.int64)
