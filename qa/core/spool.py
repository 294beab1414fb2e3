"""Sequences that memory need not hold: the latest values are in memory, the others in a temporary file.

The file has no name: the system takes it back when the sequence is gone, or the program ends in whatever way.
"""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import IO, TYPE_CHECKING, Final, TypeVar, overload
from weakref import finalize

import msgspec

from qa.core.errors import QaError

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Shown", "Spool", "ValueSequence"]

_BUFFER: Final = 1 << 20
"""So many bytes of encoded values are in memory before they are written."""
_BLOCK: Final = 256
"""So many values are read at once by who reads all of them."""

Value = TypeVar("Value")
Other = TypeVar("Other")


class ValueSequence(Sequence[Value]):
    """A sequence that equals any other of equal values, and is pickled as the tuple of its values."""

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]  # it may grow

    def __repr__(self) -> str:
        return f"<{len(self):,} values>"

    def __reduce__(self) -> tuple[Callable[..., tuple[Value, ...]], tuple[tuple[Value, ...]]]:
        return tuple, (tuple(self),)


class Spool(ValueSequence[Value]):
    """Values of one type, encoded as MessagePack; it only grows.

    To go over all of them is quick; one by its number costs a look into the file.

    Args:
        kind: what msgspec decodes the values as.
        values: the first ones.

    Raises:
        QaError: there is no room for the temporary file; so does whatever adds or reads values.
    """

    def __init__(self, kind: type[Value], values: Iterable[Value] = ()) -> None:
        self._encoder = msgspec.msgpack.Encoder()
        self._decode = msgspec.msgpack.Decoder(kind).decode
        self._offsets = array("Q", [0])
        self._written = 0
        self._buffer = bytearray()
        self._file: IO[bytes] | None = None
        self.extend(values)

    def append(self, value: Value) -> None:
        """Add a value."""
        self._encoder.encode_into(value, self._buffer, -1)
        self._offsets.append(self._written + len(self._buffer))
        if len(self._buffer) > _BUFFER:
            self._write()

    def extend(self, values: Iterable[Value]) -> None:
        """Add values in their order."""
        for value in values:
            self.append(value)

    def __len__(self) -> int:
        return len(self._offsets) - 1

    @overload
    def __getitem__(self, index: int) -> Value: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Value]: ...

    def __getitem__(self, index: int | slice) -> Value | Sequence[Value]:
        if isinstance(index, slice):
            return tuple([self[number] for number in range(len(self))[index]])
        number = range(len(self))[index]
        start, end = self._offsets[number], self._offsets[number + 1]
        return self._decode(self._read(start, end))

    def __iter__(self) -> Iterator[Value]:
        """The values that are there when they are asked for, some hundreds read at once."""
        done = 0
        while done < len(self):
            ends = self._offsets[done : done + _BLOCK + 1]
            block = memoryview(self._read(ends[0], ends[-1]))
            for start, end in pairwise(ends):
                yield self._decode(block[start - ends[0] : end - ends[0]])
            done += len(ends) - 1

    def _read(self, start: int, end: int) -> bytes:
        """The bytes between two offsets, both of them ends of values."""
        if start >= self._written or self._file is None:
            return bytes(self._buffer[start - self._written : end - self._written])
        try:
            self._file.seek(start)
            found = self._file.read(min(end, self._written) - start)
        except OSError as error:
            raise _no_room(error) from error
        return found + self._buffer[: end - self._written] if end > self._written else found

    def _write(self) -> None:
        """Move what is in memory to the file."""
        try:
            file = self._file or self._opened()
            file.seek(self._written)
            file.write(self._buffer)
            file.flush()
        except OSError as error:
            raise _no_room(error) from error
        self._written += len(self._buffer)
        self._buffer.clear()

    def _opened(self) -> IO[bytes]:
        self._file = file = tempfile.TemporaryFile(prefix="qa-")  # noqa: SIM115 -- open as long as the spool is
        finalize(self, file.close)
        return file


class Shown(ValueSequence[Value]):
    """What a function makes of the values of another sequence, whenever one is asked for."""

    def __init__(self, of: Sequence[Other], make: Callable[[Other], Value]) -> None:
        self._of: Sequence[Other] = of
        self._make = make

    def __len__(self) -> int:
        return len(self._of)

    @overload
    def __getitem__(self, index: int) -> Value: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Value]: ...

    def __getitem__(self, index: int | slice) -> Value | Sequence[Value]:
        if isinstance(index, slice):
            return tuple(map(self._make, self._of[index]))
        return self._make(self._of[index])

    def __iter__(self) -> Iterator[Value]:
        return map(self._make, self._of)


def _no_room(error: OSError) -> QaError:
    return QaError(
        f"a temporary file in {tempfile.gettempdir()} cannot be used ({error.strerror}); "
        f"make room there, or name another folder in TMPDIR"
    )
