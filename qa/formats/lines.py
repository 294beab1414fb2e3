r"""Lines with their places; a line ends with ``\n``, ``\r\n`` or ``\r`` and with nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from qa.formats.decoding import text_chunks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qa.formats.decoding import TextFile

__all__ = ["Line", "read_lines_of", "split_lines"]

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class Line(NamedTuple):
    """One line of a file."""

    number: int
    """1-based."""
    offset: int
    """In code points from the start of the file."""
    text: str
    """Without its end."""
    ending: str
    """Empty at the end of a file without a last line end."""

    @property
    def end(self) -> int:
        """The offset just behind the text, before the line end."""
        return self.offset + len(self.text)


def read_lines_of(file: TextFile) -> Iterator[Line]:
    """The lines of ``file``, one at a time; raises as ``text_chunks`` does."""
    return split_lines(text_chunks(file))


def split_lines(chunks: Iterable[str]) -> Iterator[Line]:
    """The lines of a text that comes in pieces; linear in its length, however long a line is."""
    number, offset = 1, 0
    for line in _whole_lines(chunks):
        text = line.rstrip("\r\n")
        yield Line(number, offset, text, line[len(text) :])
        number += 1
        offset += len(line)


def _whole_lines(chunks: Iterable[str]) -> Iterator[str]:
    pending: list[str] = []
    for chunk in filter(None, chunks):
        rest = chunk
        if pending and pending[-1].endswith("\r"):
            # Only now is it known whether the return stood alone.
            pending.append(rest[: rest.startswith("\n")])
            rest = rest.removeprefix("\n")
            yield "".join(pending)
            pending = []
        pieces = _LINE.findall(rest)
        for number, piece in enumerate(pieces, 1):
            pending.append(piece)
            if piece[-1] == "\n" or (piece[-1] == "\r" and number < len(pieces)):
                yield "".join(pending)
                pending = []
    if pending:
        yield "".join(pending)
