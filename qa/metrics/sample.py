"""What a metric may look at."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Literal, get_args

from qa.core.errors import UsageError
from qa.core.score import Level
from qa.models.options import ModelOptions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence, Sized

    from qa.core.finding import Finding
    from qa.metrics.tolerance import Tolerance

__all__ = ["ALL_LEVELS", "FEWEST_RESAMPLES", "Need", "Sample"]

ALL_LEVELS: Final[frozenset[Level]] = frozenset(get_args(Level))

FEWEST_RESAMPLES: Final = 100
"""Under which the ends of a 95 % interval rest on one or two draws."""

Need = Literal["references", "findings", "source_words", "sources", "tolerance"]
"""A column of a sample."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The segments to score, column by column, and what is asked of a metric.

    Every column that is given has one entry per segment; ``findings`` are told apart by document and unit.

    Raises:
        UsageError: there is no segment, a column has another number of entries, or the resamples are too few.
    """

    hypotheses: Sequence[str]
    """The translations to judge."""
    references: Sequence[Sequence[str]] = ()
    """Reference sets, each with one translation per segment."""
    documents: Sequence[str] = ()
    """The document of each segment, by id."""
    units: Sequence[str] = ()
    """The id of each segment in its document; its 1-based number where none is given."""
    findings: Sequence[Finding] | None = None
    """What the rules found in these segments; None where no rule ran."""
    source_words: Sequence[int] = ()
    """The number of words of each source segment, or of what ``words_of`` says."""
    words_of: Literal["source", "target"] = "source"
    """Which text's words they are, for signatures."""
    sources: Sequence[str] = ()
    """The source segments."""
    tolerance: Tolerance | None = None
    """What the calibrated MQM score is set against."""
    levels: frozenset[Level] = ALL_LEVELS
    bootstrap: int = 0
    """Resamples for the 95 % confidence interval of the corpus score; 0 for no interval."""
    target_language: str = ""
    """BCP 47; some metrics cut words by it."""
    source_language: str = ""
    """BCP 47; translation models are chosen by it."""
    models: ModelOptions = field(default_factory=ModelOptions)
    """Where models come from and where they run."""

    def __post_init__(self) -> None:
        if not self.hypotheses:
            raise UsageError("there is nothing to score: the translation is empty; give at least one segment")
        for words, column in self._given():
            if len(column) != len(self.hypotheses):
                message = (
                    f"the translation has {len(self.hypotheses)} lines and {words} {len(column)}; "
                    f"line n of each must belong to the same segment"
                )
                raise UsageError(message)
        if self.bootstrap and self.bootstrap < FEWEST_RESAMPLES:
            message = f"{self.bootstrap} resamples make no interval; ask for {FEWEST_RESAMPLES} or more, or for none"
            raise UsageError(message)

    def _given(self) -> Iterator[tuple[str, Sized]]:
        """Each column that was given, with its name for a complaint."""
        for number, reference in enumerate(self.references, start=1):
            yield f"reference {number}", reference
        for name in ("documents", "units", "source_words", "sources"):
            if column := getattr(self, name):
                yield f"the list of {name.replace('_', ' ')}", column

    def has(self, column: Need) -> bool:
        """Whether a column was given."""
        value = getattr(self, column)
        return value is not None if column in {"findings", "tolerance"} else bool(value)

    def document(self, index: int) -> str:
        """The document of a segment by its 0-based number; empty where none is known."""
        return self.documents[index] if self.documents else ""

    def unit(self, index: int) -> str:
        """The id of a segment by its 0-based number."""
        return self.units[index] if self.units else str(index + 1)

    def at(self, rows: Sequence[int]) -> Sample:
        """The same columns of some segments, by their 0-based numbers, with the findings in these.

        Raises:
            UsageError: there are none.
        """
        kept = {(self.document(row), self.unit(row)) for row in rows}
        findings = self.findings
        if findings is not None:
            findings = [finding for finding in findings if (finding.document, finding.unit) in kept]
        return replace(
            self,
            hypotheses=[self.hypotheses[row] for row in rows],
            references=[[reference[row] for row in rows] for reference in self.references],
            documents=[self.documents[row] for row in rows] if self.documents else (),
            units=[self.unit(row) for row in rows],
            findings=findings,
            source_words=[self.source_words[row] for row in rows] if self.source_words else (),
            sources=[self.sources[row] for row in rows] if self.sources else (),
        )

    def by_document(self) -> Mapping[str, list[int]]:
        """The 0-based numbers of each document's segments, documents in order of first appearance."""
        groups: dict[str, list[int]] = {}
        for index, document in enumerate(self.documents):
            groups.setdefault(document, []).append(index)
        return groups
