"""Name misspelt on its way from Cyrillic.

What it finds: names of the target that are one letter away from a usual transliteration of a name of the source, and
are no spelling of it in any system: two letters swapped, one too many, one too few, one wrong.

Why it matters: spelling checkers do not know names, so a misspelt one is printed; the person or place is not found
then.

Fails:
    ru: Об этом сообщил аналитик Михаил ⟦Покатович⟧.
    en: Analyst Mikhail ⟦Poktaovich⟧ reported this.

Passes:
    ru: Об этом сообщили Дмитрий Лазарев и Джон Уилсон.
    en: Dmitriy Lazarev and John Wilson reported this.

When to switch it off: for texts with many established English forms that are near the Russian ones.

Known limits: only names in Cyrillic letters in the source and Latin ones in the target are compared. Names of Western
origin are hardly ever near their transliteration, so slips in them are seldom found; names under five letters never.

Source: BGN/PCGN 1947 and ICAO 9303 for the usual spellings; MQM, accuracy/entity.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import OSA

from qa.core.finding import Problem, Severity, Suggestion
from qa.core.span import Span
from qa.languages.morphology import is_known
from qa.languages.transliteration import spellings, usual_spellings
from qa.rules.quantity_problems import both_sides
from qa.rules.rule import UnitRule
from qa.text.names import all_forms, base_forms, cyrillic_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.core.document import TranslationUnit
    from qa.rules.context import Context
    from qa.text.tokens import Token

__all__ = ["NameMismatch"]

_SHORTEST = 5
_SHORTEST_STEM = 4


class _Slip(NamedTuple):
    """A name of the source, and how the target's word should be spelt to be it."""

    name: Token
    spelling: str


class NameMismatch(UnitRule):
    """Looks for near misses first, which are rare, then asks whether they are spellings all the same."""

    category = "accuracy/entity"
    severity = Severity.MAJOR

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        """Names that are one letter off."""
        cyrillic = "Cyrillic" in context.source_pack.scripts and "Latin" in context.target_pack.scripts
        if not cyrillic or not both_sides(unit):
            return
        names = cyrillic_names(context.analyse(unit.source))
        if not names:
            return
        known = context.target_pack.usage.exonyms
        for word in context.analyse(unit.target).words:
            text = word.text.removesuffix("'s").removesuffix("’s")
            folded = _without_accents(text.lower())
            if len(text) < _SHORTEST or not text.istitle() or not text.isalpha() or folded in known:
                continue
            slip = _slip(folded, names, context.source_language)
            if slip is not None and not is_known(text, context.target_language):
                yield _problem(unit, Span(word.span.start, word.span.start + len(text)), slip)


def _without_accents(word: str) -> str:
    """Plain letters: accents are no slips."""
    return word if word.isascii() else "".join(filter(str.isalpha, unicodedata.normalize("NFD", word)))


def _slip(word: str, names: Sequence[Token], language: str) -> _Slip | None:
    """The name that ``word`` misses by one letter; None if it is a spelling of any of the names."""
    nearest: _Slip | None = None
    for name in names:
        for form in base_forms(name.text, language):
            if len(form) < _SHORTEST_STEM:
                continue
            for spelling in usual_spellings(form):
                distance = OSA.distance(word, spelling, score_cutoff=1)
                if distance == 0:
                    return None
                if distance == 1 and nearest is None and spelling[0] == word[0]:
                    nearest = _Slip(name, spelling)
    if nearest is None:
        return None
    forms = (form for name in names for form in all_forms(name.text, language))
    return None if any(spellings(form).fullmatch(word) for form in forms) else nearest


def _problem(unit: TranslationUnit, span: Span, slip: _Slip) -> Problem:
    spelling = slip.spelling.capitalize()
    written = span.of(unit.target.text)
    return Problem(
        unit=unit,
        message=f"“{written}” is no spelling of “{slip.name.text}”; should it be “{spelling}”?",
        source=(slip.name.span,),
        target=(span,),
        suggestion=Suggestion(span, spelling),
    )
