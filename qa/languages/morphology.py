"""Lemmas: the dictionary forms a word may come from.

Two inflected words may be the same word when their sets of lemmas meet. The sets hold every reading, not the likeliest
one: Russian «стали» is a form of both *стать* and *сталь*, and only the context tells which.

Sources: pymorphy3 with the OpenCorpora dictionary for Russian and Ukrainian, simplemma for some fifty other languages,
and truncation after Can et al. (2008), "Information retrieval on Turkish texts", for the rest.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast

from qa.languages.word_lists import tabulated_languages, word_list

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["Form", "fold", "forms", "is_common_noun", "is_known", "lemmas"]

_CYRILLIC = re.compile("[а-яіїєґў]")
_STRESS = "\u0301"
_ANALYSED = frozenset({"ru", "uk"})
_RESPELT = frozenset({"ar", "grc", "he", "hy"})
"""Languages that simplemma spells in its own way before it looks a word up."""
_NAME_MARKS = ("Name", "Surn", "Patr", "Geox", "Orgn", "Trad")
"""Grammemes of OpenCorpora for names of people, places, organisations and brands."""
_STEM_LENGTH = 6
_CACHE_SIZE = 1 << 16


class Form(NamedTuple):
    """One reading of an inflected word; an empty text stands for what the word does not show."""

    lemma: str
    """Folded."""
    part: Literal["noun", "adjective"]
    case: str
    """``nomn``, ``gent``, ``datv``, ``accs``, ``ablt``, ``loct``, ``voct``; empty for short and comparative forms."""
    number: str
    """``sing`` or ``plur``."""
    gender: str
    """``masc``, ``femn`` or ``neut``; empty for plural adjectives and words of either gender."""
    animacy: str
    """``anim`` or ``inan``."""
    known: bool
    """Whether the dictionary has the word; otherwise the form is a guess from its ending."""


_PARTS: dict[str, Literal["noun", "adjective"]] = {
    "NOUN": "noun", "ADJF": "adjective", "PRTF": "adjective", "ADJS": "adjective", "PRTS": "adjective",
    "COMP": "adjective",
}  # fmt: skip
_EITHER_GENDER = ("ms-f", "Ms-f", "GNdr")
_CASES = {"gen1": "gent", "gen2": "gent", "acc1": "accs", "acc2": "accs", "loc1": "loct", "loc2": "loct"}


def fold(word: str) -> str:
    """``word`` in the form that lemmas are compared in: composed, lower case, no stress marks, «ё» as «е»."""
    if word.isascii():
        return word.lower()
    composed = unicodedata.normalize("NFC", word.lower())
    if _STRESS in composed:  # letters that stay apart from the mark are Cyrillic: it only says where the stress is
        composed = unicodedata.normalize("NFC", composed.replace(_STRESS, ""))
    return composed.replace("ё", "е").replace("’", "'").replace("ʼ", "'")


@lru_cache(maxsize=_CACHE_SIZE)
def lemmas(word: str, language: str) -> frozenset[str]:
    """All dictionary forms of ``word``, folded; never empty for a word that is not empty.

    Args:
        word: One word as it stands in a text, in any case and any inflected form.
        language: BCP 47; only the primary subtag counts.
    """
    primary = language.replace("_", "-").split("-", maxsplit=1)[0].lower()
    return frozenset(map(fold, _reader(primary)(word)))


@lru_cache(maxsize=_CACHE_SIZE)
def is_known(word: str, language: str) -> bool:
    """Whether a dictionary has ``word``, with a small or a capital letter; False for languages without one."""
    primary = language.replace("_", "-").split("-", maxsplit=1)[0].lower()
    if not word or primary not in tabulated_languages():
        return False
    words = None if primary in _RESPELT else word_list(primary)
    if words is None:
        from simplemma import is_known as has  # noqa: PLC0415 -- slow to import

        return any(has(form, lang=primary) for form in {word, word.lower(), word.capitalize()})
    return any(form in words for form in _written(word))


def _written(word: str) -> Iterator[str]:
    """The word with a small and with a capital letter, and with each of the signs that are used for an apostrophe."""
    small, capital = word.lower(), word.capitalize()
    if word.isascii() and word.isalpha():
        yield from {word, small, capital}
        return
    for form in {word, small, capital, small.capitalize(), capital.lower()}:
        composed = unicodedata.normalize("NFC", form)
        yield composed
        straight = composed.replace("’", "'").replace("ʼ", "'")
        if "'" in straight:
            yield from (straight.replace("'", sign) for sign in "'’ʼ")


@cache
def _reader(language: str) -> Callable[[str], Iterable[str]]:
    """How words of a language are read; the library is loaded when its first word comes."""
    if language in _ANALYSED:
        return _analyser(language)
    if language in tabulated_languages():
        return _table(language)
    return _truncated


@lru_cache(maxsize=_CACHE_SIZE)
def is_common_noun(word: str, language: str) -> bool:
    """Whether the dictionary has ``word`` as a noun and never as a name; known for Russian and Ukrainian only."""
    primary = language.replace("_", "-").split("-", maxsplit=1)[0].lower()
    if primary not in _ANALYSED:
        return False
    readings = [str(reading.tag) for reading in _dictionary(primary)(word.lower()) if reading.is_known]
    nouns = [tag for tag in readings if tag.startswith("NOUN")]
    return bool(nouns) and not any(mark in tag for tag in nouns for mark in _NAME_MARKS)


@lru_cache(maxsize=_CACHE_SIZE)
def forms(word: str, language: str) -> tuple[Form, ...]:
    """The readings of ``word`` as a noun or an adjective, participles included; known for Russian and Ukrainian only.

    Args:
        word: One word as it stands in a text.
        language: BCP 47; only the primary subtag counts.
    """
    primary = language.replace("_", "-").split("-", maxsplit=1)[0].lower()
    folded = fold(word)
    if primary not in _ANALYSED or not _CYRILLIC.search(folded):
        return ()
    return tuple(_form(reading) for reading in _dictionary(primary)(folded) if str(reading.tag.POS) in _PARTS)


def _form(reading: Any) -> Form:  # noqa: ANN401 -- pymorphy3 has no types
    tag = reading.tag
    part = _PARTS[str(tag.POS)]
    case = "" if tag.case is None else str(tag.case)
    either = any(mark in str(tag) for mark in _EITHER_GENDER)
    return Form(
        lemma=fold(reading.normal_form),
        part=part,
        case=_CASES.get(case, case),
        number=str(tag.number or ""),
        gender="" if either else str(tag.gender or ""),
        animacy=str(tag.animacy or ""),
        known=bool(reading.is_known),
    )


@cache
def _dictionary(language: str) -> Callable[[str], Iterable[Any]]:
    from pymorphy3 import MorphAnalyzer  # noqa: PLC0415 -- loads a dictionary; only for the languages it knows

    # Probabilities would only put the readings in order, of which all count.
    return cast("Callable[[str], Iterable[Any]]", MorphAnalyzer(lang=language, probability_estimator_cls=None).parse)


def _analyser(language: str) -> Callable[[str], Iterable[str]]:
    parse = _dictionary(language)

    def read(word: str) -> Iterable[str]:
        """All readings; a word in another script, which the dictionary cannot have, stays as it is."""
        folded = fold(word)
        if not _CYRILLIC.search(folded):
            return {folded}
        return {cast("str", reading.normal_form) for reading in parse(folded)} or {folded}

    return read


def _table(language: str) -> Callable[[str], Iterable[str]]:
    from simplemma import lemmatize  # noqa: PLC0415 -- slow to import

    def read(word: str) -> Iterable[str]:
        """The lemma of the word as written and in lower case: a capital may be a name's or only a sentence's."""
        bare = word[:-2] if language == "en" and word[-2:] in {"'s", "’s"} else word
        return {lemmatize(form, lang=language) for form in (bare, bare.lower())} if bare else {word}

    return read


def _truncated(word: str) -> Iterable[str]:
    """The word itself, and its first letters marked as a stem, so that endings do not count."""
    folded = fold(word)
    return {folded, f"{folded[:_STEM_LENGTH]}-"} if len(folded) > _STEM_LENGTH else {folded}
