"""The two texts of a translation unit, analysed side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.core.lazy import lazy
from qa.text.comparison import disagreements

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa.core.document import TranslationUnit
    from qa.text.analysis import Analysis
    from qa.text.comparison import Disagreement

__all__ = ["Pair", "both_sides"]


class Pair:
    """What can be said of a unit's texts together; each part is computed when first asked for."""

    def __init__(self, unit: TranslationUnit, analyse: Callable[[str, str], Analysis]) -> None:
        self._unit = unit
        source, target = unit.source, unit.target
        self.source = analyse(source.text, source.language)
        self.target = analyse(target.text, target.language)

    @lazy
    def comparable(self) -> bool:
        """Whether there are two texts to compare, and the second one is meant to be a translation."""
        return both_sides(self._unit)

    @lazy
    def disagreements(self) -> tuple[Disagreement, ...]:
        """What the texts disagree on, of all that they count, measure and date."""
        return disagreements(self.source, self.target) if self.comparable else ()


def both_sides(unit: TranslationUnit) -> bool:
    """Whether there are two texts to compare, and the second one is meant to be a translation."""
    source, target = unit.source.text, unit.target.text
    return unit.translate and source != target and bool(source.strip()) and bool(target.strip())
