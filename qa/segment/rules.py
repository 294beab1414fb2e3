"""The rules of a segmentation file as values: which rules a language has, in the order in which they decide."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec
import regex

from qa.core import ConfigError

__all__ = ["CodeKind", "LanguageMap", "Rule", "RuleFile"]

CodeKind = Literal["start", "end", "isolated"]


class Rule(msgspec.Struct, frozen=True, gc=False):
    """One ``<rule>``: at a place between two code points, what stands before and after it says break or do not."""

    breaks: bool
    before: str
    """ICU regular expression that must end at the place; empty for anything."""
    after: str
    """ICU regular expression that must start at the place; empty for anything."""
    line: int = 0
    """1-based line of the file."""


class LanguageMap(msgspec.Struct, frozen=True, gc=False):
    """One ``<languagemap>``: the languages, as a regular expression over their tags, that a set of rules is for."""

    pattern: str
    rules: str
    """The ``languagerulename`` of the set."""
    line: int = 0


class RuleFile(msgspec.Struct, frozen=True):
    """A whole SRX file."""

    path: str
    cascade: bool
    """Whether a language has the rules of every map that fits it, or of the first one alone."""
    include: Mapping[CodeKind, bool]
    """Whether an inline code that stands at a break belongs to the segment before the break."""
    sets: Mapping[str, tuple[Rule, ...]]
    """The rules by ``languagerulename``."""
    maps: tuple[LanguageMap, ...]

    def rules_for(self, language: str) -> tuple[Rule, ...]:
        """The rules of ``language`` (BCP 47), the deciding ones first.

        Raises:
            ConfigError: when no map fits the language.
        """
        fitting = [entry for entry in self.maps if regex.fullmatch(entry.pattern, language, regex.V1 | regex.I)]
        if not fitting:
            message = f"{self.path}: no <languagemap> fits the language “{language}”; add one, such as “.*”"
            raise ConfigError(message)
        chosen = fitting if self.cascade else fitting[:1]
        return tuple(rule for entry in chosen for rule in self.sets[entry.rules])
