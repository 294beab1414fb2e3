"""Word of the source left untranslated in the target.

What it finds: words of the target that a dictionary of the source's language has and one of the target's language has
not, and words that both texts have and no dictionary of the target's language. Names, and runs of three and more words
that both texts have, which are titles, are left alone.

Why it matters: a word that was overlooked in editing a machine translation is plain to every reader.

Fails:
    de: Die Tat wurde von einer Gruppe junger Musiker begangen.
    en: The crime was committed by a ⟦Gruppe⟧ of young musicians.

Passes:
    de: Frau Zimmermann besuchte den Kindergarten.
    en: Ms Zimmermann visited the kindergarten.

When to switch it off: for texts that keep words of the source on purpose.

Known limits: both languages must be written in one script and have a dictionary; other scripts are the business of
`linguistic/leftover-script`. Words that both languages know (“communication”) cannot be told. A capitalised word counts
only in sources in German, where an article or the like stands before it.

Source: the set DEMETR (Karpinska et al., 2022) plants such words; MQM, accuracy/untranslated.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from qa.core.finding import Problem, Severity
from qa.core.lazy import Memo
from qa.languages.morphology import fold, is_known
from qa.rules.rule import UnitRule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.core.document import TranslationUnit
    from qa.rules.context import Context
    from qa.text.analysis import Analysis
    from qa.text.pair import Pair
    from qa.text.tokens import Token

__all__ = ["LeftoverWord"]

_SHORTEST = 3
_TITLE = 3
_LONG = 5
_ADJECTIVE = ("e", "en", "er", "em", "es")
_HYPHEN = re.compile("[-‑]")
_PART = re.compile("[-‑'’]")


class LeftoverWord(UnitRule):
    """Asks the dictionaries about words that both texts have."""

    category = "accuracy/untranslated"
    severity = Severity.MAJOR
    profiles = frozenset({"prose"})

    def applies(self, context: Context) -> bool:
        """To languages of one script."""
        return not context.source_pack.scripts.isdisjoint(context.target_pack.scripts)

    def check(self, unit: TranslationUnit, context: Context) -> Iterator[Problem]:
        """One problem for each word."""
        pair = context.pair(unit)
        if not pair.comparable or pair.source.language[:2] == pair.target.language[:2]:
            return
        for word in _candidates(pair):
            if _is_of_source(word.text, pair.source):
                message = f"“{word.text}” is left in the language of the source; translate it"
                yield Problem(unit=unit, message=message, target=(word.span,))


def _candidates(pair: Pair) -> Iterator[Token]:
    """Words that no dictionary of the target has and that may be nouns, verbs or adjectives of the source's language.

    The dictionary comes first: it has every word of most targets.
    """
    words = pair.target.words
    foreign = _foreign_words(pair.target.language)
    places = [place for place, word in enumerate(words) if foreign[word.text]]
    if not places:
        return
    ours = _words_and_parts(pair.source)
    shared = [fold(word.text) in ours for word in words]
    for place in places:
        text = words[place].text
        if text.islower():
            long_enough = len(text) >= (_SHORTEST if shared[place] else _SHORTEST + 1)
            fits = long_enough and text not in pair.target.pack.common_words and not _in_title(shared, place)
        else:
            fits = (
                shared[place] and text.istitle() and _may_be_common(text, place, pair) and _stands_alone(words, place)
            )
        if fits:
            yield words[place]


def _words_and_parts(source: Analysis) -> set[str]:
    """The words of the source, folded, and their parts between hyphens."""
    joined = [word for word in source.folded_words if not word.isalnum()]
    return {*source.folded_words, *(part for word in joined for part in _HYPHEN.split(word))}


def _may_be_common(word: str, place: int, pair: Pair) -> bool:
    """Whether a capitalised word of both texts is no name."""
    return fold(word) in (_nouns(pair.source) if place else _small_words(pair))


def _in_title(shared: Sequence[bool], place: int) -> bool:
    """Whether so many words in a row are shared that they are quoted."""
    first = last = place
    while first and shared[first - 1]:
        first -= 1
    while last + 1 < len(shared) and shared[last + 1]:
        last += 1
    return last - first + 1 >= _TITLE


def _small_words(pair: Pair) -> frozenset[str]:
    """Words of the source's language that are never names: a sentence may begin with them."""
    ours, theirs = pair.source.pack, pair.target.pack
    return (ours.common_words | ours.usage.determiners) - theirs.common_words


def _nouns(source: Analysis) -> frozenset[str]:
    """The capitalised words behind a word that common nouns follow, with at most one adjective between."""
    determiners = source.pack.usage.determiners
    if not determiners:
        return frozenset()
    words = source.words
    return frozenset(
        fold(word.text)
        for place, word in enumerate(words)
        if word.text[0].isupper() and place and _is_introduced(words, place, determiners)
    )


def _is_introduced(words: Sequence[Token], place: int, determiners: frozenset[str]) -> bool:
    """Whether a determiner stands before a word, or before the adjective before it."""
    before = words[place - 1].text
    if fold(before) in determiners:
        return True
    return place > 1 and before.islower() and before.endswith(_ADJECTIVE) and fold(words[place - 2].text) in determiners


def _stands_alone(words: Sequence[Token], place: int) -> bool:
    """Whether a word has no capital beside it, as the parts of names have."""
    beside = [words[at].text for at in (place - 1, place + 1) if 0 < at < len(words)]
    return not any(text[0].isupper() for text in beside)


@cache
def _foreign_words(language: str) -> Memo[str, bool]:
    """Whether the dictionary has neither a word nor any part of a compound."""

    def is_foreign(word: str) -> bool:
        return not is_known(word, language) and not any(is_known(part, language) for part in _PART.split(word) if part)

    return Memo(is_foreign)


def _is_of_source(word: str, source: Analysis) -> bool:
    """Whether the source's dictionary has the word, or the source itself has it with a small letter."""
    small = len(word) >= _LONG and word.islower() and any(word == other.text for other in source.words)
    return small or is_known(word, source.language)
