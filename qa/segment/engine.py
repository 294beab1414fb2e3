"""Finds the places where SRX rules break a text.

The rules decide place by place: the first that matches wins. To be fast, every breaking rule looks for its own places,
and only there are the rules asked that stand before it and forbid a break, neighbours joined into one pattern. The
result is that of trying every rule at every place.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

import regex

from qa.core import ConfigError
from qa.segment.icu import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qa.segment.rules import Rule

__all__ = ["BreakFinder"]

_SECONDS: Final = 2.0
_CODE_POINTS_A_SECOND: Final = 100_000
"""What the slowest rules in earnest use stay far above; below it, a pattern backtracks without end."""


class BreakFinder:
    """The rules of one language, ready for use.

    Args:
        rules: in the order in which they decide; their patterns must be valid.
        path: the file they are from, for messages.
    """

    def __init__(self, rules: Sequence[Rule], path: str) -> None:
        self._path = path
        self._rules = tuple(rules)
        self._steps = list(_steps(rules))

    def breaks(self, text: str) -> list[int]:
        """The offsets in ``text``, without its edges, where a sentence ends; ascending.

        Raises:
            ConfigError: when a rule takes far too long on this text.
        """
        try:
            return self._undisputed(text, _SECONDS + len(text) / _CODE_POINTS_A_SECOND)
        except TimeoutError as error:
            message = self._complaint(text)
            raise ConfigError(message) from error

    def _undisputed(self, text: str, timeout: float) -> list[int]:
        decided = {0, len(text)}
        found: list[int] = []
        forbidding: list[regex.Pattern[str]] = []
        for breaks, pattern in self._steps:
            if not breaks:
                forbidding.append(pattern)
                continue
            places = {match.start() for match in pattern.finditer(text, timeout=timeout)} - decided
            decided |= places
            found += (
                place
                for place in places
                if not any(forbids.match(text, place, timeout=timeout) for forbids in forbidding)
            )
        return sorted(found)

    def _complaint(self, text: str) -> str:
        slow = next((rule for rule in self._rules if _is_slow(rule, text)), self._rules[0])
        return (
            f"{self._path}:{slow.line}: the rule “{slow.before}” … “{slow.after}” takes too long on a text of "
            f"{len(text)} characters; give its quantifiers bounds"
        )


def _steps(rules: Sequence[Rule]) -> Iterator[tuple[bool, regex.Pattern[str]]]:
    """Every breaking rule by itself, neighbouring others as one, in order.

    The library searches for one rule many times faster than for a choice of several.
    """
    for breaks, group in groupby(rules, lambda rule: rule.breaks):
        if breaks:
            yield from ((True, _compile([rule])) for rule in group)
        else:
            yield False, _compile(group)


def _is_slow(rule: Rule, text: str) -> bool:
    try:
        for _ in _compile([rule]).finditer(text, timeout=_SECONDS / 4):
            pass
    except TimeoutError:
        return True
    return False


def _compile(rules: Iterable[Rule]) -> regex.Pattern[str]:
    """One pattern, without width, that matches where any of the rules does."""
    alternatives = [f"(?<={translate(rule.before)})(?={translate(rule.after)})" for rule in rules]
    return regex.compile("|".join(alternatives), regex.V1)
