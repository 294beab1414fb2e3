"""Name misspelt in the target.

What it finds: capitalised words of the target that are one letter away from a usual transliteration of a name of the
source, and are no spelling of it in any system: two letters swapped, one too many, one too few, one wrong. Words that
no dictionary has and that two swapped letters part from a name of the source, in either script, or from a word of the
dictionary.

Why it matters: spelling checkers do not know names, so a misspelt one is printed; the person or place is not found
then.

Fails:
    ru: Об этом сообщил аналитик Михаил ⟦Покатович⟧.
    en: Analyst Mikhail ⟦Poktaovich⟧ reported this.

    ru: Сделку одобрила федеральная служба.
    en: The ⟦Fdeeral⟧ Service approved the deal.

Passes:
    ru: Об этом сообщили Дмитрий Лазарев и Джон Уилсон.
    en: Dmitriy Lazarev and John Wilson reported this.

When to switch it off: for texts with many established English forms that are near the Russian ones.

Known limits: letters lost, added or changed are found in names that come from Cyrillic letters and go to Latin ones;
names of Western origin are hardly ever near their transliteration, so that only swapped letters are found in them.
Names under five letters are not looked at.

Source: BGN/PCGN 1947 and ICAO 9303 for the usual spellings; F. Damerau, "A technique for computer detection and
correction of spelling errors" (1964), for the kinds of slips; MQM, accuracy/entity.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import OSA, Levenshtein

from qa.core.finding import Problem, Severity, Suggestion
from qa.core.span import Span
from qa.languages.morphology import is_known
from qa.languages.transliteration import CYRILLIC, first_letters, is_spelling, usual_spellings
from qa.rules.rule import UnitRule
from qa.text.names import all_forms, cyrillic_names, romanised

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from qa.core.document import TranslationUnit
    from qa.rules.context import Context
    from qa.text.analysis import Analysis
    from qa.text.pair import Pair
    from qa.text.tokens import Token

__all__ = ["NameMismatch"]

_SHORTEST, _SHORTEST_PART = 5, 3


class _Slip(NamedTuple):
    """How the target's word should be spelt, and the name of the source that it is to be, if any."""

    name: Token | None
    spelling: str
    certain: bool = False
    """Whether the spelling is a word of the dictionary and renders the source as well as what is written."""


class NameMismatch(UnitRule):
    """Looks for near misses first, which are rare, then asks whether they are spellings all the same."""

    category = "accuracy/entity"
    severity = Severity.MAJOR

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        """Names that are one letter off."""
        pair = context.pair(unit)
        if "Latin" not in context.target_pack.scripts or not pair.comparable:
            return
        names = cyrillic_names(pair.source) if "Cyrillic" in context.source_pack.scripts else ()
        known = context.target_pack.usage.exonyms
        for word in pair.target.capitalised:
            text = word.text.removesuffix("'s").removesuffix("’s")
            folded = _without_accents(text.lower())
            if len(text) < _SHORTEST or not text.istitle() or not text.isalpha() or folded in known:
                continue
            if is_known(text, context.target_language) or text in unit.source.text:
                continue
            slip = _slip(folded, names, context.source_language) or _swapped(text, folded, pair, known)
            if slip is not None and (slip.certain or not _is_accepted(folded, pair.source)):
                yield _problem(unit, Span(word.start, word.start + len(text)), slip)


def _without_accents(word: str) -> str:
    """Plain letters: accents are no slips."""
    return word if word.isascii() else "".join(filter(str.isalpha, unicodedata.normalize("NFD", word)))


def _slip(word: str, names: Sequence[Token], language: str) -> _Slip | None:
    """The name whose usual spelling ``word`` misses by one letter; None if it is one of them itself."""
    nearest: _Slip | None = None
    for name in names:
        alike = romanised(name.text, language).get(word[0], ())
        if word in alike:
            return None
        if nearest is None:
            near = (spelling for spelling in alike if OSA.distance(word, spelling, score_cutoff=1) == 1)
            nearest = next((_Slip(name, spelling) for spelling in near), None)
    return nearest


def _swapped(word: str, folded: str, pair: Pair, exonyms: frozenset[str]) -> _Slip | None:
    """The name of the source, or the word of the dictionary, that two letters next to each other part ``word`` from.

    A word that is a spelling of the source as it stands can only be a slip for a word of the dictionary.
    """
    others = [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(1, len(word) - 1)]
    others = [other for other in dict.fromkeys(others) if other != word]
    for other in others:
        if other in pair.source.text or other.lower() in exonyms:
            return _Slip(None, other, certain=True)
        if is_known(other, pair.target.language):
            return _Slip(None, other, certain=_is_accepted(other.lower(), pair.source))
    if _is_accepted(folded, pair.source):
        return None
    for name in cyrillic_names(pair.source):
        forms = [form for form in all_forms(name.text, pair.source.language) if word[0].lower() in first_letters(form)]
        spelling = next((other for other in others if _is_nearer(other.lower(), word.lower(), forms)), None)
        if spelling is not None:
            return _Slip(name, spelling)
    return None


def _is_nearer(other: str, word: str, forms: Sequence[str]) -> bool:
    """Whether ``other`` is a spelling of any of the ``forms`` of a name, and nearer to the usual ones than ``word``."""
    usual = [spelling for form in forms if is_spelling(other, form) for spelling in usual_spellings(form)]
    return any(Levenshtein.distance(other, spelling) < Levenshtein.distance(word, spelling) - 1 for spelling in usual)


def _is_accepted(word: str, source: Analysis) -> bool:
    """Whether ``word`` is a spelling of any word of the source in any system."""
    words = dict.fromkeys(token.text for token in (*source.capitalised, *source.words))  # names are likeliest
    forms = (form for text in words for form in _spelt_from(text, source.language).get(word[0], ()))
    return any(is_spelling(word, form) for form in forms)


@lru_cache(maxsize=1 << 13)
def _spelt_from(word: str, language: str) -> Mapping[str, tuple[str, ...]]:
    """The forms of a word, and of the parts between its hyphens, by the first letters of their spellings."""
    found: dict[str, tuple[str, ...]] = {}
    for part in dict.fromkeys((word, *re.split("[-‑]", word))) if CYRILLIC.fullmatch(word) else ():
        for form in all_forms(part, language) if len(part) >= _SHORTEST_PART else ():
            for letter in first_letters(form):
                found[letter] = (*found.get(letter, ()), form)
    return found


def _problem(unit: TranslationUnit, span: Span, slip: _Slip) -> Problem:
    spelling = slip.spelling.capitalize()
    written = span.of(unit.target.text)
    no_spelling = f"is no spelling of “{slip.name.text}”" if slip.name else "is in no dictionary"
    return Problem(
        unit=unit,
        message=f"“{written}” {no_spelling}; should it be “{spelling}”?",
        source=(slip.name.span,) if slip.name else (),
        target=(span,),
        suggestion=Suggestion(span, spelling),
    )
