"""From bytes to text: which encoding a file is in, and its text in pieces, with exact places for what is wrong.

A byte order mark outranks what the caller or the file says (as in XML 1.0, appendix F, and in the HTML standard), and
is never part of the text.
"""

from __future__ import annotations

import codecs
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from qa.core.errors import EncodingError, FormatError, InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

__all__ = [
    "CHUNK",
    "HEAD",
    "TextFile",
    "count_lines",
    "found_encoding",
    "open_file",
    "read_bytes",
    "read_head",
    "read_text",
    "text_chunks",
]

HEAD = 1 << 16
"""How many bytes from the start of a file may tell its encoding and its format."""
CHUNK = 1 << 14
"""How many bytes are decoded at once."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class TextFile(msgspec.Struct, frozen=True):
    """A file with its encoding; nothing of it is kept in memory."""

    path: Path
    encoding: str
    """A codec of Python that neither expects nor strips a byte order mark."""
    bom: bytes = b""

    @property
    def name(self) -> str:
        """The path as messages and locations show it."""
        return self.path.as_posix()


def open_file(path: Path, encoding: str | None, declared: Callable[[bytes], str | None]) -> TextFile:
    """Find the encoding of ``path``: byte order mark, then ``encoding``, then what ``declared`` reads, then UTF-8.

    Args:
        path: an existing file.
        encoding: what the caller asked for.
        declared: reads the first bytes of the file for a declaration in the manner of its format.

    Raises:
        InputError: the file is missing, a directory, or may not be read.
        EncodingError: nobody knows an encoding of that name.
    """
    head = _head(path)
    name, bom = found_encoding(head, encoding or declared(head))
    return TextFile(path, name if bom else _codec(name, path), bom)


def found_encoding(head: bytes, stated: str | None) -> tuple[str, bytes]:
    """The encoding and the byte order mark of a text that starts with ``head``; ``stated`` counts without a mark."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name, mark
    return stated or "utf-8", b""


def read_head(path: Path, declared: Callable[[bytes], str | None]) -> str:
    """How the text of ``path`` starts, good enough to tell its format; raises InputError as ``open_file`` does."""
    head = _head(path)
    name, bom = found_encoding(head, declared(head))
    return head[len(bom) :].decode(_codec(name, path), "replace")


def text_chunks(file: TextFile, size: int = CHUNK) -> Iterator[str]:
    """The text of ``file`` in pieces, the byte order mark left out.

    Raises:
        EncodingError: bytes that are not text in the encoding.
        FormatError: a NUL, which no text holds.
    """
    with file.path.open("rb") as stream:
        stream.seek(len(file.bom))
        yield from _decoded(file, stream, size)


def read_bytes(file: TextFile) -> Iterator[bytes]:
    """The bytes of ``file`` in pieces, the byte order mark among them."""
    with file.path.open("rb") as stream:
        while data := stream.read(CHUNK):
            yield data


def read_text(file: TextFile) -> str:
    """The whole text of ``file``; raises as ``text_chunks`` does."""
    return "".join(text_chunks(file, 1 << 22))


def count_lines(text: str) -> int:
    r"""How many line ends (``\n``, ``\r\n``, ``\r``) stand in ``text``."""
    returns = text.count("\r")
    return text.count("\n") + (returns - text.count("\r\n") if returns else 0)


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(HEAD)
    except FileNotFoundError:
        message = "no such file; check the path"
        raise InputError(message, path=path.as_posix()) from None
    except IsADirectoryError:
        message = "is a directory; name the files in it"
        raise InputError(message, path=path.as_posix()) from None
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        raise InputError(message, path=path.as_posix()) from error


def _codec(name: str, path: Path) -> str:
    """The name of the codec; UTF-16 and UTF-32 without a mark are little-endian unless they say otherwise."""
    try:
        # Only this refuses codecs that make no text of bytes, such as hex and rot13.
        TextIOWrapper(BytesIO(), encoding=name)
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        message = f"the encoding {name!r} is not known; give --encoding with a name such as utf-8 or windows-1251"
        raise EncodingError(message, path=path.as_posix()) from None
    return {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(found, found)


def _decoded(file: TextFile, stream: BinaryIO, size: int) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(file.encoding)("strict")
    line, after_return = 1, False
    while True:
        data = stream.read(size)
        try:
            text = decoder.decode(data, final=not data)
        except UnicodeDecodeError as error:
            raise _undecodable(file, error, stream.tell(), line) from None
        if "\0" in text:
            raise _nul(file, line + count_lines(text[: text.index("\0")]))
        if text:
            # A pair of return and newline may be cut in two by the end of a chunk.
            line += count_lines(text) - (after_return and text[0] == "\n")
            after_return = text[-1] == "\r"
            yield text
        if not data:
            return


def _undecodable(file: TextFile, error: UnicodeDecodeError, position: int, line: int) -> EncodingError:
    offset = position - len(error.object) + error.start
    before = error.object[: error.start].decode(file.encoding, "replace")
    message = (
        f"the byte 0x{error.object[error.start]:02X} at byte offset {offset} is not text in {file.encoding}; "
        f"give --encoding with the right name"
    )
    return EncodingError(message, path=file.name, line=line + count_lines(before))


def _nul(file: TextFile, line: int) -> FormatError:
    message = "holds a NUL character, so it is no text in this encoding; give --encoding (utf-16, perhaps)"
    return FormatError(message, path=file.name, line=line)
