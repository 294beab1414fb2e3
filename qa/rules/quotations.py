"""Which quotation mark of a document opens, which closes, and which has no partner.

Only double marks and guillemets are paired: a single mark is more often an apostrophe. A straight mark tells its
direction by its neighbours, and where they tell nothing, by whether a quotation is open. A quotation may run over
units and paragraphs; in English each of its paragraphs opens with a mark of its own (Chicago Manual of
Style, chapter 13).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from weakref import ref

from qa.core.lazy import latest
from qa.rules.candidates import numbers_of_candidates
from qa.rules.flow import lines, tells_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from weakref import ReferenceType

    from qa.core.document import Document, TranslationUnit
    from qa.core.span import Span
    from qa.rules.flow import Line

__all__ = ["QuoteMark", "Unpaired", "pair_quotes", "quoting_sources", "quoting_targets", "unpaired_quotes"]

Role = Literal["open", "close"]

_MARK = re.compile(r"[\"“”„‟«»＂]")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_OPENERS = frozenset("“„‟«")
_CLOSERS = frozenset("”»")
_BEFORE_OPENING = frozenset("([{—–-/=>")
_AFTER_CLOSING = frozenset(".,!?…;:)]}—–-/<")


@dataclass(eq=False, slots=True, weakref_slot=True)
class QuoteMark:
    """A quotation mark in its line."""

    line: Line
    start: int
    """Offset in the line."""
    text: str
    role: Role
    paragraph: int
    """Number of its paragraph, blank ones not counted."""
    inner: int = 0
    """How many quotations stand directly inside the one that this mark opens."""
    _partner: ReferenceType[QuoteMark] | None = None
    """Weak, or the two would hold each other, with their units, until a collector looks."""

    @property
    def partner(self) -> QuoteMark | None:
        """The other mark of the pair, while the document's marks are in use."""
        return self._partner() if self._partner else None

    def pair_with(self, other: QuoteMark) -> None:
        """Make the two a pair."""
        self._partner, other._partner = ref(other), ref(self)

    @property
    def unit(self) -> TranslationUnit:
        """The unit that the mark stands in."""
        return self.line.unit

    @property
    def span(self) -> Span:
        """The mark in its unit's target text."""
        return self.line.span(self.start, self.start + len(self.text))

    @property
    def before(self) -> str:
        """The line up to the mark."""
        return self.line.text[: self.start]

    @property
    def after(self) -> str:
        """The line behind the mark."""
        return self.line.text[self.start + len(self.text) :]


@dataclass(frozen=True, slots=True)
class Unpaired:
    """A mark without partner; a closing one may follow a mark that closed the quotation too early."""

    mark: QuoteMark
    early: QuoteMark | None = None


@dataclass(slots=True)
class _Pairing:
    """The state between marks: which quotations are open, and what closed last in this paragraph."""

    told: bool
    """Whether the file tells paragraphs; where not, any unit may start one."""
    marks: list[QuoteMark] = field(default_factory=list)
    unpaired: list[Unpaired] = field(default_factory=list)
    open: list[QuoteMark] = field(default_factory=list)
    paragraph: int = 0
    closed: QuoteMark | None = None


def pair_quotes(document: Document) -> tuple[QuoteMark, ...]:
    """All quotation marks of the target texts, in order, with their partners."""
    return tuple(_pair(document).marks)


def unpaired_quotes(document: Document) -> tuple[Unpaired, ...]:
    """The marks that have no partner, in order."""
    return tuple(_pair(document).unpaired)


@latest
def quoting_sources(document: Document) -> Sequence[int]:
    """The numbers of the units with any double mark or guillemet in the source."""
    return [*numbers_of_candidates(document, _MARK, "source")]


@latest
def quoting_targets(document: Document) -> Sequence[int]:
    """The numbers of the units with one in the target."""
    return [*numbers_of_candidates(document, _MARK)]


@latest
def _pair(document: Document) -> _Pairing:
    """The pairing of all marks, which several rules ask for in turn."""
    state = _Pairing(tells_paragraphs(document))
    marked = frozenset(quoting_targets(document))
    for line in lines(document):
        if line.opens:
            state.paragraph += 1
            state.closed = None
            if state.open and not document.running_text:
                _give_up(state, state.open)
        for start in _marks(line.text) if line.number in marked else ():
            _take(state, line, start, line.text[start], part=document.part)
    _give_up(state, state.open)
    return state


def _marks(text: str) -> Iterator[int]:
    """Where the quotation marks stand; those of attributes in tags are none."""
    found = [match.start() for match in _MARK.finditer(text)]
    tags = [match.span() for match in _TAG.finditer(text)] if found and "<" in text else []
    return (start for start in found if not any(first <= start < last for first, last in tags))


def _give_up(state: _Pairing, marks: list[QuoteMark]) -> None:
    """Nothing will close these; but one guillemet may have closed an inner and an outer Russian quotation together."""
    for mark in marks:
        if mark.text != "«" or not mark.inner:
            state.unpaired.append(Unpaired(mark))
    state.open = [mark for mark in state.open if mark not in marks]


def _take(state: _Pairing, line: Line, start: int, text: str, *, part: int) -> None:
    """Give a mark its role and its partner."""
    role = _hint(line.text, start, text) or ("close" if state.open else "open")
    if role == "close" and not state.open and start and line.text[start - 1].isdigit() and text == '"':
        return  # inches
    mark = QuoteMark(line, start, text, role, state.paragraph)
    state.marks.append(mark)
    if role == "open":
        _open(state, mark)
    elif state.open:
        opening = state.open.pop()
        opening.pair_with(mark)
        state.closed = mark
    elif not (part and len(state.marks) == 1):
        state.unpaired.append(Unpaired(mark, state.closed))


def _open(state: _Pairing, mark: QuoteMark) -> None:
    """A mark at the head of a paragraph goes on with the quotation of the paragraph before."""
    outer = state.open[-1] if state.open else None
    goes_on = outer is not None and outer.text == mark.text
    if outer and goes_on and mark.line.opens and not mark.before.strip() and outer.paragraph < mark.paragraph:
        if state.told and outer.paragraph < mark.paragraph - 1:
            _give_up(state, [outer])
        else:
            state.open.pop()
    elif outer:
        outer.inner += 1
    state.open.append(mark)


def _hint(line: str, start: int, text: str) -> Role | None:
    """The role that the neighbours tell, or else the shape of the mark; None where neither does."""
    left = line[start - 1] if start else " "
    right = line[start + len(text)] if start + len(text) < len(line) else " "
    opens = left.isspace() or left in _BEFORE_OPENING or _MARK.match(left)
    closes = right.isspace() or right in _AFTER_CLOSING or _MARK.match(right)
    if opens and not closes:
        return "open"
    if closes and not opens:
        return "close"
    return "open" if text in _OPENERS else "close" if text in _CLOSERS else None
