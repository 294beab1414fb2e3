"""What a rule is: a pure function from units to problems, with a name, a category and options.

The scope is a type. A :class:`UnitRule` sees one unit, a :class:`DocumentRule` one document; a :class:`BatchRule`
is a map and a reduce, so that one engine can stream, use every core, or run on a cluster.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar, Literal

import msgspec

from qa.core.document import TranslationUnit
from qa.core.finding import Severity
from qa.rules.candidates import numbers_of_any

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from qa.core.document import Document
    from qa.core.finding import Problem
    from qa.core.span import Span
    from qa.rules.context import Context

__all__ = ["BatchRule", "DocumentRule", "Observation", "Profile", "Rule", "RuleOptions", "UnitRule"]

Profile = Literal["auto", "prose", "interface", "strict"]
"""Which rules are on by default: those for running text, those for the strings of a program, or every one that can run
without being set up; ``auto`` takes ``interface`` for message catalogues and ``prose`` for all else."""


class RuleOptions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """The settings of a rule; a rule subclasses it as its own ``Options`` and documents each field."""


class Rule(ABC):
    """What all rules share. Subclass one of the three scopes, not this class.

    The module's path is the rule's id (``rules/accuracy/number_mismatch.py`` is ``accuracy/number-mismatch``), its
    docstring the rule's page, and the first line of that docstring the rule's title.
    """

    Options: ClassVar[type[RuleOptions]] = RuleOptions
    category: ClassVar[str]
    """A category of MQM, such as ``accuracy/mistranslation``."""
    severity: ClassVar[Severity] = Severity.MINOR
    preview: ClassVar[bool] = False
    """Off by default, until the rule's precision on clean human translations is published on its page."""
    profiles: ClassVar[frozenset[str]] = frozenset({"prose", "interface"})
    """In which profiles the rule is on by default, but for previews, which only ``strict`` has; empty for a rule that
    needs to be set up, and runs where it is named."""
    languages: ClassVar[frozenset[str]] = frozenset()
    """Target languages (primary subtags) that the rule knows; empty for any."""
    gives_way_to: ClassVar[frozenset[str]] = frozenset()
    """Ids of rules that say more of the same defect: where one of them marks the place, this rule keeps silent."""

    def __init__(self, options: RuleOptions | None = None) -> None:
        self.options = options or type(self).Options()

    def applies(self, context: Context) -> bool:
        """Whether it can find anything at all with what a run has: these languages, a termbase, companions.

        Where it cannot, it is not asked, which spares the units the cost.
        """
        del context
        return True

    @property
    def id(self) -> str:
        """``group/slug``, from the path of the rule's module."""
        group, slug = type(self).__module__.split(".")[-2:]
        return f"{group}/{slug.replace('_', '-')}"


class UnitRule(Rule):
    """Judges one unit by itself: by what it says, not by its name or its place: equal units are judged alike."""

    trigger: ClassVar[re.Pattern[str] | Sequence[re.Pattern[str]] | None] = None
    """What is found in the target text of every unit with a problem, asked as `qa.rules.candidates` does; of several
    patterns, any of them."""

    def asked_of(self, document: Document, context: Context) -> Collection[int] | None:
        """The numbers of the units of ``document`` that may have a problem: those that have the trigger.

        None for all of them, where nothing tells at less cost than `check` itself.
        """
        del context
        if self.trigger is None:
            return None
        return numbers_of_any(document, [self.trigger] if isinstance(self.trigger, re.Pattern) else self.trigger)

    @abstractmethod
    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        """The problems of ``unit``; units with an empty side are seen too."""


class DocumentRule(Rule):
    """Judges a document as a whole: quotations that run over segments, first mentions, mixed styles."""

    @abstractmethod
    def check(self, document: Document, context: Context) -> Iterator[Problem]:
        """The problems of ``document``, each in one of its units."""


class Observation:
    """What a batch rule remembers of a unit, filed under ``key``.

    The engine keeps it without its unit, so that memory does not fill up with texts; ``conclude`` gets it with one that
    is read again when first asked for. What is to be compared belongs into ``value``.
    """

    __slots__ = ("_unit", "key", "source", "target", "value")

    def __init__(
        self,
        *,
        key: str,
        unit: TranslationUnit | Callable[[], TranslationUnit],
        source: tuple[Span, ...] = (),
        target: tuple[Span, ...] = (),
        value: str = "",
    ) -> None:
        self.key = key
        self.source = source
        self.target = target
        self.value = value
        """What is compared between the observations of one key."""
        self._unit = unit

    @property
    def unit(self) -> TranslationUnit:
        """The unit that it was made in."""
        if not isinstance(self._unit, TranslationUnit):
            self._unit = self._unit()
        return self._unit


class BatchRule(Rule):
    """Judges the whole batch: first what each document shows, then what all of them show together."""

    fewest: ClassVar[int] = 1
    """How many observations of one key it takes for a problem; a rule that only compares them needs two."""

    @abstractmethod
    def observe(self, document: Document, context: Context) -> Iterator[Observation]:
        """What ``document`` shows; nothing else of it is kept."""

    @abstractmethod
    def conclude(self, key: str, observations: Sequence[Observation], context: Context) -> Iterator[Problem]:
        """The problems that the observations of one key, at least ``fewest`` in reading order, show together."""
