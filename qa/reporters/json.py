"""JSON, schema ``qa.report/1``: the whole report, the one file that everything else can be made from again.

Every unit and finding has a line of its own, so that two reports can be compared line by line.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, BinaryIO, ClassVar, Final

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qa.core.report import Report
    from qa.reporters.protocol import Reporter

__all__ = ["REPORTER"]


class _Json:
    name: ClassVar = "json"
    suffix: ClassVar = ".json"

    def render(self, report: Report, stream: BinaryIO) -> None:
        """Write the fields in the order of the schema."""
        encode = msgspec.json.Encoder().encode
        opening = b"{"
        for field in msgspec.structs.fields(report):
            value = getattr(report, field.name)
            stream.write(opening + encode(field.encode_name) + b":")
            if isinstance(value, Sequence) and not isinstance(value, str):
                stream.writelines(_lines(value, encode))
            else:
                stream.write(encode(value))
            opening = b",\n"
        stream.write(b"}\n")


def _lines(values: Sequence[object], encode: Callable[[object], bytes]) -> Iterator[bytes]:
    between = b"[\n"
    for value in values:
        yield between + encode(value)
        between = b",\n"
    yield b"\n]" if values else b"[]"


REPORTER: Final[Reporter] = _Json()
