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
from functools import cache, lru_cache
from itertools import chain, filterfalse
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import OSA, Levenshtein

from qa.core.finding import Problem, Severity, Suggestion
from qa.core.lazy import Memo, lazy
from qa.core.span import Span
from qa.languages import language_pack
from qa.languages.morphology import is_known
from qa.languages.transliteration import first_letters, is_spelling, usual_spellings
from qa.rules.candidates import beyond_ascii
from qa.rules.rule import UnitRule
from qa.rules.vocabulary import target_vocabulary
from qa.text.names import all_forms, cyrillic_names, romanised
from qa.text.spellings import spellings
from qa.text.tokens import capitalised_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from qa.core.document import Document, TranslationUnit
    from qa.rules.context import Context
    from qa.text.analysis import Analysis
    from qa.text.pair import Pair
    from qa.text.spellings import Spellings
    from qa.text.tokens import Token

__all__ = ["NameMismatch"]

_SHORTEST = 5
_REMEMBERED = 1 << 14
_ASCII_TITLE_CASE = re.compile(f"[A-Z][a-z]{{{_SHORTEST - 1},}}+")


class _Slip(NamedTuple):
    """How the target's word should be spelt, and the name of the source that it is to be, if any."""

    name: Token | None
    spelling: str
    certain: bool = False
    """Whether the spelling is a word of the dictionary and renders the source as well as what is written."""


class NameMismatch(UnitRule):
    """Lets words pass that are spelt as one of the source, as most are, and looks at the rest for near misses."""

    category = "accuracy/entity"
    severity = Severity.MAJOR

    def applies(self, context: Context) -> bool:
        """To names that go to Latin letters."""
        return "Latin" in context.target_pack.scripts

    def asked_of(self, document: Document, context: Context) -> Collection[int] | None:
        """Of targets with a word that may be a name."""
        languages = {(unit.target.language, unit.source.language) for unit in document.units}
        if len(languages) > 1:
            return None
        vocabulary = target_vocabulary(document)
        memos = [_by_stretch(context.target_language, *pair).of_ascii for pair in languages]
        named = [stretch for suspects in memos for stretch in vocabulary.with_capitals if suspects[stretch]]
        return vocabulary.having_stretches(named).union(beyond_ascii(document))

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        """Names that are one letter off."""
        pair = context.pair(unit)
        suspects = _by_stretch(context.target_language, pair.target.language, pair.source.language)
        of_stretch = suspects.of_ascii if pair.target.text.isascii() else suspects.of_any
        found = chain.from_iterable(
            map(of_stretch.__getitem__, filterfalse(str.islower, pair.target.passage.stretches))
        )
        doubtful = {word.text: word for word in found if not _is_settled(word, pair.source)}
        if not doubtful or not pair.comparable:
            return
        known = context.target_pack.usage.exonyms
        names = cyrillic_names(pair.source) if "Cyrillic" in context.source_pack.scripts else ()
        for token in pair.target.capitalised:
            word = doubtful.get(_bare(token.text))
            if word is None or word.text in unit.source.text:
                continue
            slip = _slip(word.spelt.word, names, context.source_language) or _swapped(word, pair, known)
            if slip is not None and (slip.certain or not word.spelt.any_of(pair.source.folded_words)):
                yield _problem(unit, Span(token.start, token.start + len(word.text)), slip)


class _Suspect:
    """A word of the target that no dictionary has."""

    def __init__(self, text: str, spelt: Spellings, language: str, exonyms: frozenset[str]) -> None:
        self.text = text
        self.spelt = spelt
        """What is known of it with small letters and without accents."""
        self._language = language
        self._exonyms = exonyms

    @lazy
    def near_word(self) -> bool:
        """Whether two letters swapped make a word of the dictionary of it."""
        return any(other.lower() in self._exonyms or is_known(other, self._language) for other in _swaps(self.text))


class _ByStretch(NamedTuple):
    """The suspects among the words of a stretch, what stands between two spaces; nearly always none."""

    of_ascii: Mapping[str, Sequence[_Suspect]]
    """In an ASCII text."""
    of_any: Mapping[str, Sequence[_Suspect]]
    """In any other text."""


@cache
def _by_stretch(language: str, own_language: str, source_language: str) -> _ByStretch:
    """The `_suspects` of these languages, by the stretches of targets.

    Of ASCII texts, only words long enough in title case are looked at, of others all with a capital, genitives
    without their ending.
    """
    suspects = _suspects(language, own_language, source_language)

    def among(words: Iterable[str]) -> Sequence[_Suspect]:
        return tuple(filter(None, map(suspects.__getitem__, words)))

    return _ByStretch(
        Memo(lambda stretch: among(_ASCII_TITLE_CASE.findall(stretch)), size=_REMEMBERED),
        Memo(lambda stretch: among(_bare(word.text) for word in capitalised_words(stretch)), size=_REMEMBERED),
    )


@cache
def _suspects(language: str, own_language: str, source_language: str) -> Memo[str, _Suspect | None]:
    """The suspects among words of a target, None for the others.

    Args:
        language: of the run, whose dictionary is asked for the words.
        own_language: of the target itself, whose dictionary is asked for what two letters swapped make of them.
        source_language: of the words that they may spell.
    """
    exonyms = language_pack(language).usage.exonyms

    def suspect(text: str) -> _Suspect | None:
        folded = _without_accents(text.lower())
        if len(text) < _SHORTEST or not text.istitle() or not text.isalpha() or folded in exonyms:
            return None
        if is_known(text, language):
            return None
        return _Suspect(text, spellings(folded, source_language), own_language, exonyms)

    return Memo(suspect, size=_REMEMBERED)


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _without_accents(word: str) -> str:
    """Plain letters: accents are no slips."""
    return word if word.isascii() else "".join(filter(str.isalpha, unicodedata.normalize("NFD", word)))


def _is_settled(word: _Suspect, source: Analysis) -> bool:
    """Whether ``word`` surely is no slip: it spells a word of the source, and no two letters swapped make a word of it.

    This is true of most names.
    """
    if not word.spelt.plainly_any_of(source.passage.folded):
        return False
    in_source = word.text[0] in source.text and any(map(source.text.__contains__, _swaps(word.text)))
    return not (in_source or word.near_word)


def _slip(word: str, names: Sequence[Token], language: str) -> _Slip | None:
    """The name whose usual spelling ``word`` misses by one letter; None if it is one of them itself."""
    nearest: _Slip | None = None
    for name in names:
        near = _nearest_usual(word, name.text, language)
        if near == word:
            return None
        if nearest is None and near:
            nearest = _Slip(name, near)
    return nearest


@lru_cache(maxsize=1 << 12)
def _nearest_usual(word: str, name: str, language: str) -> str:
    """``word`` if it is a usual spelling of a name, or else the first one that it misses by one letter, or nothing."""
    alike = romanised(name, language).get(word[0], ())
    near = (spelling for spelling in alike if OSA.distance(word, spelling, score_cutoff=1) == 1)
    return word if word in alike else next(near, "")


def _swapped(word: _Suspect, pair: Pair, exonyms: frozenset[str]) -> _Slip | None:
    """The name of the source, or the word of the dictionary, that two letters next to each other part ``word`` from."""
    source = pair.source
    for other in _swaps(word.text):
        if other in source.text or other.lower() in exonyms:
            return _Slip(None, other, certain=True)
        if is_known(other, pair.target.language):
            accepted = spellings(other.lower(), source.language).any_of(source.folded_words)
            return _Slip(None, other, certain=accepted)
    for name in cyrillic_names(source):
        spelling = _nearer_spelling(word.text, name.text, source.language)
        if spelling:
            return _Slip(name, spelling)
    return None


def _swaps(word: str) -> tuple[str, ...]:
    """``word`` with two letters next to each other swapped, the first one left in its place."""
    swapped = (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(1, len(word) - 1))
    return tuple(other for other in dict.fromkeys(swapped) if other != word)


@lru_cache(maxsize=1 << 12)
def _nearer_spelling(word: str, name: str, language: str) -> str:
    """The first of the words with two letters swapped that is a spelling of a name, and a nearer one; or nothing."""
    small = word.lower()
    forms = [form for form in all_forms(name, language) if small[0] in first_letters(form)]
    return next((other for other in _swaps(word) if _is_nearer(other.lower(), small, forms)), "")


def _is_nearer(other: str, word: str, forms: Sequence[str]) -> bool:
    """Whether ``other`` is a spelling of any of the ``forms`` of a name, and nearer to the usual ones than ``word``."""
    usual = [spelling for form in forms if is_spelling(other, form) for spelling in usual_spellings(form)]
    return any(Levenshtein.distance(other, spelling) < Levenshtein.distance(word, spelling) - 1 for spelling in usual)


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
