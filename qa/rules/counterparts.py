"""How freely a document is translated: what the rules on omissions and on unrelated targets compare a unit with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.text.coverage import surely_covered, words_found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qa.core.document import TranslationUnit
    from qa.rules.context import Context

__all__ = ["surely_translated"]

_ENOUGH = 400
_FOUND = 0.3
"""The least share of witnesses that are found in a translation."""


def surely_translated(
    units: Iterable[TranslationUnit], context: Context
) -> Iterator[tuple[TranslationUnit, Sequence[bool]]]:
    """Those of ``units`` whose target is beyond doubt a translation of the source, with what words of it are found.

    A document is translated in one manner, so that of a very long one every second unit or fewer are looked at.
    """
    looked_at = list(units)
    for unit in looked_at[:: max(1, len(looked_at) // _ENOUGH)]:
        source, target = context.analyse(unit.source), context.analyse(unit.target)
        if surely_covered(source, target, _FOUND):
            yield unit, words_found(source, target)
