"""Cuts a text of one language into sentences."""

from __future__ import annotations

from functools import cache
from importlib import resources
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import regex

from qa.core import Span
from qa.segment.engine import BreakFinder
from qa.segment.srx import parse_srx, read_srx

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from qa.segment.rules import CodeKind, RuleFile

__all__ = ["Segmenter"]

_SPACE: Final = regex.compile(r"[\s\x1c-\x1f]*", regex.V1)
"""What ``str.isspace`` calls white space."""


class Segmenter:
    """Splits texts of one language by SRX rules.

    Args:
        language: BCP 47; a language without rules of its own gets those that suit all.
        srx: a file of the user's own rules, in place of those of the program.

    Raises:
        ConfigError: when the file is no valid SRX, or has no rules for the language.
    """

    def __init__(self, language: str, *, srx: Path | None = None) -> None:
        self.language = language
        rules = read_srx(srx) if srx else _own_rules()
        self._finder = BreakFinder(rules.rules_for(language), rules.path) if srx else _own_finder(language)
        self.include: Mapping[CodeKind, bool] = rules.include
        """Whether an inline code of a kind that stands at a break belongs to the sentence before it."""

    def split(self, text: str) -> list[Span]:
        """The sentences of ``text`` in order: they tile it, and white space belongs to the sentence before it.

        Raises:
            ConfigError: when a rule of the user takes far too long on this text.
        """
        start = _blank_end(text, 0)
        ends = (_blank_end(text, place) for place in self._finder.breaks(text))
        inner = sorted({end for end in ends if start < end < len(text)})
        edges = [0, *inner, len(text)]
        return [Span(*edge) for edge in pairwise(edges)] if text else []


def _blank_end(text: str, offset: int) -> int:
    match = _SPACE.match(text, offset)
    return match.end() if match else offset


@cache
def _own_rules() -> RuleFile:
    file = resources.files("qa.segment").joinpath("srx", "sentences.srx")
    return parse_srx(file.read_bytes(), "sentences.srx")


@cache
def _own_finder(language: str) -> BreakFinder:
    rules = _own_rules()
    return BreakFinder(rules.rules_for(language), rules.path)
