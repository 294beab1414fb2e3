"""A message that was parsed: its arguments, and the branches of those that choose between texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from qa.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Argument", "Branch", "MessageSyntaxError", "names", "walk"]


class MessageSyntaxError(Exception):
    """A text that is no message; ``span`` is where it goes wrong."""

    def __init__(self, reason: str, span: Span) -> None:
        super().__init__(reason)
        self.reason = reason
        self.span = span


class Branch(msgspec.Struct, frozen=True):
    """One of several texts, of which the program shows one."""

    key: str
    """A plural category, a number such as ``=0``, or a word."""
    span: Span
    """Of the key."""
    arguments: tuple[Argument, ...]


class Argument(msgspec.Struct, frozen=True):
    """A value that the program puts in, or a choice that it makes."""

    name: str
    """``#`` for the number of the plural around it."""
    kind: str
    """``plural``, ``selectordinal``, ``select``, or a format such as ``number``; empty for none."""
    span: Span
    """From the opening brace to the end of name and kind, or to the closing brace where there are no branches."""
    branches: tuple[Branch, ...] = ()


def walk(arguments: tuple[Argument, ...]) -> Iterator[Argument]:
    """All arguments, those in branches too, in the order of the text."""
    for argument in arguments:
        yield argument
        for branch in argument.branches:
            yield from walk(branch.arguments)


def names(arguments: tuple[Argument, ...]) -> frozenset[str]:
    """The names of all arguments, without ``#``."""
    return frozenset(argument.name for argument in walk(arguments)) - {"#"}
