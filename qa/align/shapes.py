"""How sentences end: a cut that both languages mark in the same way is likelier to be a true one."""

from __future__ import annotations

from enum import IntEnum

__all__ = ["End", "end_of"]

_STOPS = frozenset(".!…。！।")
_QUESTIONS = frozenset("?？؟\u037e")
_PAUSES = frozenset(":;,：；，、-–—")
_CLOSERS = frozenset("\"'«»„“”‘’)]}*_")


class End(IntEnum):
    """The last mark of a sentence, quotation marks and brackets apart."""

    NONE = 0
    PAUSE = 1
    STOP = 2
    QUESTION = 3

    @property
    def full(self) -> bool:
        """Whether a sentence may end so."""
        return self >= End.STOP


def end_of(sentence: str) -> End:
    """Look at the last telling character of ``sentence``."""
    last = next((mark for mark in reversed(sentence) if not (mark.isspace() or mark in _CLOSERS)), "")
    if last in _STOPS:
        return End.STOP
    if last in _QUESTIONS:
        return End.QUESTION
    return End.PAUSE if last in _PAUSES else End.NONE
