"""Puts a changed text into a content with the fewest edits, so that codes, escapes and CDATA stay as they were.

The texts are compared word by word (Indel distance, rapidfuzz), and each replaced stretch is narrowed to the code
points that differ. A code keeps its place between unchanged neighbours; a code inside a replaced stretch has lost its
place, and the change is refused.
"""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

from qa.core.errors import InputError
from qa.formats.content import Mark, Run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from qa.formats.content import Content, PlainContent

__all__ = ["Edit", "edits", "merged"]

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


class Edit(NamedTuple):
    """``text`` in place of the file's code points from ``start`` to ``end``.

    Edits at one ``start`` with the same ``opening`` and ``closing`` share them.
    """

    start: int
    end: int
    text: str
    opening: str = ""
    closing: str = ""


class _Change(NamedTuple):
    """``new`` in place of ``old_text[start:end]``."""

    start: int
    end: int
    new: str


class _Placed(NamedTuple):
    """A run and where it starts in the text of the content."""

    start: int
    run: Run

    @property
    def end(self) -> int:
        return self.start + len(self.run.text)

    def file(self, offset: int) -> int:
        """The place in the file of text offset ``offset``, from ``start`` to ``end``."""
        return self.run.end if offset == self.end else self.run.place.offset + offset - self.start


def edits(content: Content | PlainContent, new: str, escape: Callable[[str, str], str]) -> list[Edit]:
    """The edits of the file that make the text of ``content`` read ``new``; none if it does so already.

    Raises:
        InputError: an inline code would be lost, or the format cannot hold the text.
    """
    old = content.text
    if new == old:
        return []
    runs = _placed(content)
    if not runs or content.whole:
        return _filled(content, new, escape)
    marks = _mark_offsets(content)
    result: list[Edit] = []
    for change in _changes(old, new, marks):
        inside = [mark for offset, mark in marks if change.start < offset < change.end]
        if inside:
            raise _lost(inside[0], old[change.start : change.end], change.new)
        result += _applied(change, runs, marks, escape)
    return result


def merged(changes: Iterable[Edit]) -> Iterator[Edit]:
    """The edits in the order of the file, those that share a missing element joined into one."""
    waiting: Edit | None = None
    for edit in sorted(changes, key=lambda edit: edit.start):
        shares = waiting is not None and edit.opening and edit[:2] + edit[3:] == waiting[:2] + waiting[3:]
        if waiting is not None and shares:
            waiting = waiting._replace(text=waiting.text + edit.text)
            continue
        if waiting is not None:
            yield waiting
        waiting = edit
    if waiting is not None:
        yield waiting


def _filled(content: Content | PlainContent, new: str, escape: Callable[[str, str], str]) -> list[Edit]:
    gap = content.gap
    if gap is None:
        message = f"there is no place for the target {new!r}; translate it in the editor that made the file"
        raise InputError(message)
    text = gap.inner_opening + escape(new, gap.form) + gap.inner_closing
    return [Edit(gap.place.offset, gap.end, text, gap.opening, gap.closing)]


def _placed(content: Content | PlainContent) -> list[_Placed]:
    placed: list[_Placed] = []
    length = 0
    for part in content.parts:
        if isinstance(part, Run) and part.text:
            placed.append(_Placed(length, part))
            length += len(part.text)
    return placed


def _mark_offsets(content: Content | PlainContent) -> list[tuple[int, Mark]]:
    marks: list[tuple[int, Mark]] = []
    length = 0
    for part in content.parts:
        if isinstance(part, Mark):
            marks.append((length, part))
        else:
            length += len(part.text)
    return marks


def _changes(old: str, new: str, marks: Sequence[tuple[int, Mark]]) -> Iterator[_Change]:
    """The stretches that differ, in order, none touching another."""
    head, tail = _common_ends(old, new)
    before, after = old[head : len(old) - tail], new[head : len(new) - tail]
    seams = {offset - head for offset, _ in marks if head < offset < len(old) - tail}
    if not seams:
        yield _Change(head, len(old) - tail, after)
        return
    yield from (
        change._replace(start=change.start + head, end=change.end + head) for change in _words(before, after, seams)
    )


def _common_ends(old: str, new: str) -> tuple[int, int]:
    """How many code points the two texts share at their starts, and then at their ends."""
    head = _common_head(old, new)
    return head, _common_head(old[head:][::-1], new[head:][::-1])


def _common_head(left: str, right: str) -> int:
    """How far two texts are equal, by halving: texts may be very long."""
    low, high = 0, min(len(left), len(right))
    while low < high:
        middle = (low + high + 1) // 2
        if left[low:middle] == right[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _words(old: str, new: str, seams: set[int]) -> Iterator[_Change]:
    from rapidfuzz.distance import Indel  # noqa: PLC0415 -- needed only where codes stand in a changed text

    left, right = _tokens(old, seams), _tokens(new, set())
    starts = _starts(left)
    pending: _Change | None = None
    for step in Indel.opcodes(left, right):
        if step.tag == "equal":
            if pending:
                yield _narrowed(pending, old)
            pending = None
            continue
        added = "".join(right[step.dest_start : step.dest_end])
        start, before = (pending.start, pending.new) if pending else (starts[step.src_start], "")
        pending = _Change(start, starts[step.src_end], before + added)
    if pending:
        yield _narrowed(pending, old)


def _tokens(text: str, seams: set[int]) -> list[str]:
    tokens: list[str] = []
    for found in _TOKEN.finditer(text):
        cuts = sorted(seam for seam in seams if found.start() < seam < found.end())
        bounds = [found.start(), *cuts, found.end()]
        tokens += [text[start:end] for start, end in pairwise(bounds)]
    return tokens


def _starts(tokens: Sequence[str]) -> list[int]:
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token))
    return starts


def _narrowed(change: _Change, old: str) -> _Change:
    before = old[change.start : change.end]
    head, tail = _common_ends(before, change.new)
    return _Change(change.start + head, change.end - tail, change.new[head : len(change.new) - tail])


def _applied(
    change: _Change,
    runs: Sequence[_Placed],
    marks: Sequence[tuple[int, Mark]],
    escape: Callable[[str, str], str],
) -> Iterator[Edit]:
    """The change as edits: the first run that it touches takes the new text, the others only lose theirs."""
    if change.start == change.end:
        at, form = _insertion(change.start, runs, marks)
        yield Edit(at, at, escape(change.new, form))
        return
    text = change.new
    for placed in runs:
        start, end = max(change.start, placed.start), min(change.end, placed.end)
        if start < end:
            yield Edit(placed.file(start), placed.file(end), escape(text, placed.run.form) if text else "")
            text = ""


def _insertion(offset: int, runs: Sequence[_Placed], marks: Sequence[tuple[int, Mark]]) -> tuple[int, str]:
    """The place in the file, and the form, of text put in at ``offset``: outside a pair, before a standalone code."""
    here = [mark for at, mark in marks if at == offset]
    closing = list(takewhile(lambda mark: mark.kind == "ec", here))
    if closing:
        return closing[-1].end, ""
    before = next((placed for placed in runs if placed.start < offset <= placed.end), None)
    if before:
        return before.file(offset), before.run.form
    return (here[0].start, "") if here else (runs[0].file(offset), runs[0].run.form)


def _lost(mark: Mark, old: str, new: str) -> InputError:
    name = mark.data or mark.id or "an annotation"
    message = (
        f"the inline code {name!r} in {old!r} would lose its place in {new!r}; "
        f"keep a word beside it, or edit the file by hand"
    )
    return InputError(message)
