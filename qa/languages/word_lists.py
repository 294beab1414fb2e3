"""The words of simplemma's dictionaries, without their lemmas: a tenth of the memory, and read in half the time.

Format of the files (simplemma 2): LZMA over ``SMFC1``, one byte of flags, the number of records, and the records in
the order of their keys. A record is how many bytes its key shares with the key before it, the length of the rest and
the rest; one byte for how the value is made, and unless that is 254, the length of what is added and that. Numbers are
varints. Of a file in any other format there is no word list, and simplemma itself must be asked.
"""

from __future__ import annotations

import lzma
from bisect import bisect_right
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["WordList", "tabulated_languages", "word_list"]

_MAGIC: Final = b"SMFC1"
_REVERSED: Final = 1
_SAME_VALUE: Final = 254
_MORE: Final = 0x80
"""From here on, a byte of a number is not its last."""
_SUFFIX: Final = ".plzma"
_BLOCK: Final = 64
"""Words that are looked through at once."""


class WordList:
    """Words in blocks, in the order of their bytes."""

    def __init__(self, blocks: Sequence[bytes], *, backwards: bool = False) -> None:
        self._blocks = blocks
        """Words with a newline before and behind each."""
        self._firsts = [block[1 : block.index(b"\n", 1)] for block in blocks]
        self._backwards = backwards

    def __contains__(self, word: str) -> bool:
        """Whether the very word is there."""
        key = word.encode("utf-8", "surrogatepass")
        if self._backwards:
            key = key[::-1]
        block = bisect_right(self._firsts, key) - 1
        return block >= 0 and b"\n%b\n" % key in self._blocks[block]


@cache
def tabulated_languages() -> frozenset[str]:
    """The languages that simplemma has a dictionary of; the library itself, which is slow, is not imported."""
    folder = _folder()
    return frozenset(path.stem for path in folder.glob(f"*{_SUFFIX}")) if folder else frozenset()


@cache
def word_list(language: str) -> WordList | None:
    """The words of a language; None where its dictionary is in a format that is not known here.

    Args:
        language: One of the `tabulated_languages`.
    """
    folder = _folder()
    if folder is None:
        return None
    data = lzma.decompress((folder / f"{language}{_SUFFIX}").read_bytes())
    if not data.startswith(_MAGIC):
        return None
    flags = data[len(_MAGIC)]
    count, start = _varint(data, len(_MAGIC) + 1)
    blocks = [b"\n%b\n" % b"\n".join(keys) for keys in _blocks(data, start, count)]
    return WordList(blocks, backwards=bool(flags & _REVERSED))


def _folder() -> Path | None:
    spec = find_spec("simplemma")
    folders = spec.submodule_search_locations if spec else None
    return Path(folders[0]) / "strategies" / "dictionaries" / "data" if folders else None


def _blocks(data: bytes, at: int, count: int) -> Iterator[list[bytes]]:
    """The keys of ``count`` records from ``at`` on, block by block; numbers are nearly always of one byte."""
    key, more = b"", _MORE
    for done in range(0, count, _BLOCK):
        block = []
        for _ in range(min(_BLOCK, count - done)):
            shared, length = data[at], data[at + 1]
            if shared < more and length < more:
                at += 2
            else:
                shared, at = _varint(data, at)
                length, at = _varint(data, at)
            end = at + length
            key = key[:shared] + data[at:end]
            block.append(key)
            if data[end] == _SAME_VALUE:
                at = end + 1
            elif data[end + 1] < more:
                at = end + 2 + data[end + 1]
            else:
                at = sum(_varint(data, end + 1))
        yield block


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of seven bits a byte, the lowest first, and the place behind it."""
    number = shift = 0
    while data[at] >= _MORE:
        number |= (data[at] - _MORE) << shift
        shift += 7
        at += 1
    return number | data[at] << shift, at + 1
