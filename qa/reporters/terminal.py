"""Where text reports go: how wide the lines are, whether there is colour, and how the lines are painted."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Final, Literal

from qa.reporters.visible import harmless, is_even, width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qa.core.finding import Severity
    from qa.core.report import Report

__all__ = ["Style", "Terminal", "TerminalReporter", "wrap"]

Style = Literal["strong", "faint", "mark", "removed", "added", "good", "bad", "neutral", "minor", "major", "critical"]

_CODES: Final[dict[Style, str]] = {
    "strong": "1",
    "faint": "2",
    "mark": "1;4",
    "removed": "31",
    "added": "32",
    "good": "1;32",
    "bad": "1;31",
    "neutral": "2",
    "minor": "33",
    "major": "31",
    "critical": "1;7;31",
}
_DEFAULT_WIDTH: Final = 100
_NARROWEST: Final = 40


@dataclass(frozen=True, slots=True)
class Terminal:
    """What can be shown."""

    colour: bool = False
    width: int = _DEFAULT_WIDTH
    """In columns."""

    def paint(self, text: str, style: Style) -> str:
        """``text``, which must be harmless, in a style; as it is where there is no colour."""
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self.colour and text else text

    def severity(self, severity: Severity) -> str:
        """The word for a severity, in its colour."""
        return self.paint(severity.value, severity.value)


@dataclass(frozen=True, slots=True)
class TerminalReporter:
    """A reporter of lines of text for people."""

    name: str
    lines: Callable[[Report, Terminal], Iterator[str]]
    colour: bool | None = None
    """None to ask the environment and the stream."""
    width: int | None = None
    """In columns; None to ask them."""
    suffix: str = ".txt"

    def render(self, report: Report, stream: BinaryIO) -> None:
        """Write the lines in UTF-8; no colour where the stream is no terminal, unless FORCE_COLOR asks for it."""
        colour = _wants_colour(stream) if self.colour is None else self.colour
        terminal = Terminal(colour, max(self.width or _columns(stream), _NARROWEST))
        stream.writelines((line + "\n").encode() for line in self.lines(report, terminal))


def wrap(text: str, columns: int) -> Iterator[str]:
    """``text``, made harmless, in lines of at most ``columns``, broken at spaces; a longer word stays whole."""
    text = harmless(text.replace("\n", " "))
    if len(text) <= columns and is_even(text):
        yield text.lstrip(" ")
        return
    line, used = "", 0
    for word in text.split(" "):
        needed = width(word)
        if line and used + 1 + needed > columns:
            yield line
            line, used = word, needed
        else:
            line, used = (f"{line} {word}", used + 1 + needed) if line else (word, needed)
    yield line


def _wants_colour(stream: BinaryIO) -> bool:
    """As no-color.org and force-color.org have it; NO_COLOR is the stronger."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in {"", "0"}:
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def _columns(stream: BinaryIO) -> int:
    """``COLUMNS``, or the width of the terminal behind the stream, or 100."""
    if os.environ.get("COLUMNS", "").isdecimal():
        return int(os.environ["COLUMNS"])
    try:
        return os.get_terminal_size(stream.fileno()).columns or _DEFAULT_WIDTH
    except OSError:  # no terminal, or no file at all
        return _DEFAULT_WIDTH
