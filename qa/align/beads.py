"""Alignments in files: ``[0]:[0, 1]`` a line as gold alignments are published, or JSON lines with scores."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec
import regex

from qa.core.alignment import Alignment, Bead
from qa.core.atomic import write_atomically
from qa.core.errors import FormatError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["read_beads", "write_beads"]

_LINE = regex.compile(r"\s*\[([\d,\s]*)\]\s*:\s*\[([\d,\s]*)\]\s*(?::\s*(-?[\d.]+(?:e-?\d+)?)\s*)?", regex.IGNORECASE)
_JSON_DIGITS = 4

Side = Literal["source", "target"]


def read_beads(
    path: Path | str, *, sources: int | None = None, targets: int | None = None, crossing: bool = False
) -> Alignment:
    """The alignment in a ``.jsonl`` file or, whatever else the suffix, in lines like ``[0]:[0, 1]``.

    A sentence that no line names stands alone, since many published files leave such sentences out; a third column
    after a colon (a cost, in other programs' files) is passed over.

    Args:
        path: The file, in UTF-8.
        sources: How many source sentences there are, where known; a higher number in the file is then an error.
        targets: The same for the target.
        crossing: Whether beads may stand out of order or have gaps, as in some gold alignments made by hand; they are
            then given as they stand, and only a sentence that stands twice is an error.

    Raises:
        FormatError: when the file cannot be read, a line is no bead, or a sentence stands twice, out of order or out
            of range.
    """
    place = Path(path)
    try:
        lines = place.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        message = f"cannot read the beads file ({error.strerror}); check its name and rights"
        raise FormatError(message, path=str(place)) from error
    except UnicodeDecodeError as error:
        message = f"cannot read the beads file: byte {error.start} is not UTF-8; save it as UTF-8"
        raise FormatError(message, path=str(place)) from error
    parse = _from_json if place.suffix.lower() == ".jsonl" else _from_brackets
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    beads = [(number, parse(line, str(place), number)) for number, line in numbered]
    if crossing:
        _check_once(beads, (sources, targets), str(place))
        return Alignment(tuple(bead for _, bead in beads))
    return Alignment(tuple(_completed(beads, (sources, targets), str(place))))


def write_beads(path: Path | str, alignment: Alignment) -> None:
    """Write an alignment, as JSON lines where the suffix is ``.jsonl``, else as ``[0]:[0, 1]`` a line.

    Raises:
        InputError: the folder may not be written.
    """
    place = Path(path)
    show = _to_json if place.suffix.lower() == ".jsonl" else _to_brackets
    write_atomically(place, "".join(f"{show(bead)}\n" for bead in alignment.beads).encode())


def _to_brackets(bead: Bead) -> str:
    return f"{list(bead.source)}:{list(bead.target)}"


def _to_json(bead: Bead) -> str:
    rounded = msgspec.structs.replace(
        bead, score=round(bead.score, _JSON_DIGITS), confidence=round(bead.confidence, _JSON_DIGITS)
    )
    return msgspec.json.format(msgspec.json.encode(rounded), indent=0).decode()


def _from_json(line: str, path: str, number: int) -> Bead:
    try:
        return msgspec.json.decode(line.encode(), type=Bead)
    except msgspec.MsgspecError as error:
        message = f'“{_short(line)}” is no bead ({error}); expected {{"source": [0], "target": [0, 1]}}'
        raise FormatError(message, path=path, line=number) from error


def _from_brackets(line: str, path: str, number: int) -> Bead:
    match = _LINE.fullmatch(line)
    if match is None:
        message = f"“{_short(line)}” is no bead; expected a line like [0]:[0, 1]"
        raise FormatError(message, path=path, line=number)
    return Bead(_numbers(match.group(1), path, number), _numbers(match.group(2), path, number))


def _numbers(text: str, path: str, line: int) -> tuple[int, ...]:
    try:
        return tuple(int(part) for part in text.split(",")) if text.strip() else ()
    except ValueError as error:
        message = f"“[{text}]” is no list of sentence numbers; write it like [0, 1]"
        raise FormatError(message, path=path, line=line) from error


def _check_once(beads: Iterable[tuple[int, Bead]], limits: tuple[int | None, int | None], path: str) -> None:
    seen: set[tuple[Side, int]] = set()
    for line, bead in beads:
        sides: tuple[tuple[Side, tuple[int, ...], int | None], ...] = (
            ("source", bead.source, limits[0]),
            ("target", bead.target, limits[1]),
        )
        for side, numbers, limit in sides:
            for number in numbers:
                if (side, number) in seen:
                    message = f"{side} sentence {number} stands twice; each must stand once"
                    raise FormatError(message, path=path, line=line)
                _check_range(side, number, limit, path, line)
                seen.add((side, number))


def _completed(beads: Iterable[tuple[int, Bead]], limits: tuple[int | None, int | None], path: str) -> Iterator[Bead]:
    """The beads, with the sentences between them that none of them names."""
    source = target = 0
    for line, bead in beads:
        first_source = _checked(bead.source, source, limits[0], "source", path, line)
        first_target = _checked(bead.target, target, limits[1], "target", path, line)
        yield from _alone(range(source, first_source), range(target, first_target))
        yield bead
        source, target = first_source + len(bead.source), first_target + len(bead.target)
    yield from _alone(range(source, limits[0] or 0), range(target, limits[1] or 0))


def _alone(sources: range, targets: range) -> Iterator[Bead]:
    yield from (Bead((number,), ()) for number in sources)
    yield from (Bead((), (number,)) for number in targets)


def _checked(numbers: tuple[int, ...], free: int, limit: int | None, side: Side, path: str, line: int) -> int:
    """The first number of a side of a bead, which must be ``free`` or more; ``free`` for an empty side."""
    expected = numbers[0] if numbers else free
    first = expected
    for number in numbers:
        if number < free or number != expected:
            message = f"{side} sentence {number} stands twice or out of order; each must stand once, in order"
            raise FormatError(message, path=path, line=line)
        expected += 1
    _check_range(side, expected - 1, limit, path, line)
    return first


def _check_range(side: Side, number: int, limit: int | None, path: str, line: int) -> None:
    if limit is not None and number >= limit:
        message = f"{side} sentence {number} is out of range; there are {limit}, numbered from 0"
        raise FormatError(message, path=path, line=line)


def _short(line: str, length: int = 60) -> str:
    return line if len(line) <= length else line[: length - 1] + "…"
