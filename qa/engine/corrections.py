"""An alignment that a person corrected: sentence numbers in a file of beads, or the texts of a table side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.align import read_beads
from qa.core.alignment import Alignment, Bead
from qa.core.errors import FormatError
from qa.formats import read_bilingual

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from qa.core.segment import Segment
    from qa.engine.pairing import SegmentedPair

__all__ = ["corrected_alignment"]

_BY_NUMBER = frozenset({".beads", ".jsonl"})
_SHOWN = 60


def corrected_alignment(path: Path, pair: SegmentedPair) -> Alignment:
    """The alignment of ``pair`` that a file holds.

    ``.beads`` and ``.jsonl`` name sentences by number from 0; a sentence that they leave out stands alone. Every
    other bilingual file has the sentences of a bead in its row or unit, one after the other: rows may be split,
    joined and shifted, but no word may change, since a row is found again by its words. White space does not count.

    Raises:
        InputError: the file is missing, or of no known format.
        FormatError: it breaks its format, a sentence comes twice, out of order or not at all, or a text is another.
    """
    if path.suffix.lower() in _BY_NUMBER:
        counts = len(pair.source.filled), len(pair.target.filled)
        beads = read_beads(path, sources=counts[0], targets=counts[1]).beads
    else:
        beads = tuple(_by_text(path, pair))
    return Alignment(beads, f"given:{path.name}")


def _by_text(path: Path, pair: SegmentedPair) -> list[Bead]:
    languages = pair.source.document.language, pair.target.document.language
    documents = read_bilingual(path, source_language=languages[0], target_language=languages[1])
    source, target = _Side("source", pair.source.filled, path), _Side("target", pair.target.filled, path)
    beads = [
        Bead(source.take(unit.source, unit.id), target.take(unit.target, unit.id))
        for document in documents
        for unit in document.units
    ]
    beads += [Bead((number,), ()) for number in source.rest()]
    beads += [Bead((), (number,)) for number in target.rest()]
    return [bead for bead in beads if bead.source or bead.target]


class _Side:
    """The sentences of one side, taken in order by the rows of a table."""

    def __init__(self, name: str, sentences: Sequence[Segment], path: Path) -> None:
        self._name = name
        self._sentences = sentences
        self._path = path
        self._next = 0

    def take(self, text: Segment, unit: str) -> tuple[int, ...]:
        """The numbers of the sentences that ``text`` is made of.

        Raises:
            FormatError: it is not made of whole sentences that follow on those taken before.
        """
        wanted, first = _packed(text.text), self._next
        while wanted and self._next < len(self._sentences):
            sentence = _packed(self._sentences[self._next].text)
            if not wanted.startswith(sentence):
                break
            wanted = wanted.removeprefix(sentence)
            self._next += 1
        if wanted:
            message = (
                f"unit {unit}: the {self._name} text “{_short(text.text)}” is not made of the sentences that come next"
                f"{self._expected()}; join, split or move whole sentences only"
            )
            raise FormatError(message, path=self._path.as_posix())
        return tuple(range(first, self._next))

    def rest(self) -> range:
        """The sentences behind the last row, all of them blank.

        Raises:
            FormatError: one of them is not.
        """
        rest = range(self._next, len(self._sentences))
        if any(_packed(self._sentences[number].text) for number in rest):
            message = f"the {self._name} text goes on behind its last row{self._expected()}; add what was left out"
            raise FormatError(message, path=self._path.as_posix())
        return rest

    def _expected(self) -> str:
        if self._next >= len(self._sentences):
            return ", since none is left"
        return f" (number {self._next} is “{_short(self._sentences[self._next].text)}”)"


def _packed(text: str) -> str:
    return "".join(text.split())


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + "…"
