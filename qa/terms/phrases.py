"""Noun-like phrases and names of a text that may be terms, found by lemma and in the form a reader would look up.

A phrase is two to four words with nothing but a space between them; it neither begins nor ends with a function word
and holds none but a link such as English *of*. Russian and Ukrainian phrases end in a noun and hold no verb, which
their dictionary tells; in other languages nothing but the function words is known. After Justeson and Katz (1995),
"Technical terminology: some linguistic properties and an algorithm for identification in text".
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from qa.languages.morphology import fold, is_common_noun, lemmas

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qa.text.analysis import Analysis
    from qa.text.tokens import Token

__all__ = ["Key", "Occurrence", "Vocabulary", "occurrences"]

Key = tuple[str, ...]
"""The lemmas of a phrase, by which its inflected forms are one."""

_LONGEST = 4
_ENDS = frozenset({"", ".", "!", "?", "…", ":", "\n"})
"""What stands before the first word of a sentence; nothing, before that of a text."""
_SHORTEST_WORD = 3
_LINKS = {
    "de": frozenset({"für", "von"}),
    "en": frozenset({"of", "for"}),
    "es": frozenset({"de", "del"}),
    "fr": frozenset({"de", "du", "des", "à", "en"}),
    "it": frozenset({"di", "del", "della", "dei", "delle"}),
    "ru": frozenset({"для", "по", "на"}),
    "uk": frozenset({"для", "з", "на"}),
}
_VAGUE = {
    "en": frozenset(
        """among another any because between both different during each every few first following further however last
        less many most much new no other our own same several since some such these third those through total until
        various very when where while within without your""".split()
    ),
    "ru": frozenset(
        """весь другой иной каждый какой любой многий мой наш ваш некоторый несколько новый один первый второй последний
        разный ряд самый сам свой следующий сей такой тот этот целый часть""".split()
    ),
}
"""Lemmas that begin no term, although they are no function words."""
_SLAVIC = frozenset({"ru", "uk"})
_INFINITIVE = re.compile(r"(?:ть|ти|чь)(?:ся|сь)?")
_PARTICIPLE = re.compile(r"(?:[ыи][йемх]|[ыи]ми|ая|яя|ую|юю|о[ейм]|е[ейм]|ого|его|ому|ему|і|ої|ою|ий)(?:ся)?$")


class Occurrence(NamedTuple):
    """A phrase where it stands."""

    key: Key
    form: str
    """As a dictionary would begin it: without the capital of a sentence's first word."""


class Vocabulary:
    """What the texts of one language, taken together, say of their words."""

    def __init__(self, texts: Iterable[Analysis], language: str) -> None:
        self.language = language
        self.primary = language.replace("_", "-").split("-", maxsplit=1)[0].lower()
        self._small: set[str] = set()
        self._readings: Counter[str] = Counter()
        self._function: frozenset[str] = frozenset()
        for text in texts:
            self._function = text.pack.common_words
            self._small.update(word.text for word in text.words if word.text.islower())
            self._readings.update(lemma for reading in text.lemmas for lemma in reading)

    def lemma(self, word: str) -> str:
        """Of the readings of ``word`` the one that fits most words of the texts."""
        return min(lemmas(word, self.language), key=lambda lemma: (-self._readings[lemma], lemma))

    def is_name(self, word: str) -> bool:
        """Whether ``word`` has a capital and never a small letter instead."""
        return word[0].isupper() and word.lower() not in self._small

    def is_link(self, word: str) -> bool:
        """Whether ``word`` may stand inside a term, though it is a function word."""
        return word.lower() in _LINKS.get(self.primary, ())

    def is_content(self, word: str) -> bool:
        """Whether ``word`` may begin a term, and in most languages end it."""
        readings = lemmas(word, self.language) | {fold(word)}
        return not (
            len(word) < _SHORTEST_WORD
            or not self._function.isdisjoint(readings)
            or not readings.isdisjoint(_VAGUE.get(self.primary, ()))
            or (self.primary in _SLAVIC and self._is_verb(word))
        )

    def is_head(self, word: str) -> bool:
        """Whether ``word`` may end a term: a noun where that is known, any content word elsewhere."""
        known = self.primary in _SLAVIC and not self.is_name(word)
        return is_common_noun(word, self.language) if known else self.is_content(word)

    def cased(self, word: Token, text: str) -> str:
        """``word`` as it is inside a sentence."""
        opens = text[: word.span.start].rstrip(" \u00a0\"'«„“(")[-1:] in _ENDS
        return word.text.lower() if opens and word.text.istitle() and not self.is_name(word.text) else word.text

    def _is_verb(self, word: str) -> bool:
        """Whether all readings are of a verb, but not of an adjective's form: *заражённых* is none here."""
        readings = lemmas(word, self.language)
        verbal = all(_INFINITIVE.search(reading[-4:]) and reading != fold(word) for reading in readings)
        infinitive = fold(word) in readings and _INFINITIVE.search(word[-4:]) is not None
        if is_common_noun(word, self.language):
            return False
        return infinitive or (verbal and not _PARTICIPLE.search(fold(word)))


def occurrences(text: Analysis, vocabulary: Vocabulary) -> Iterator[Occurrence]:
    """The phrases of two to four words, and the single words that are names or nouns, in ``text``."""
    for run in _runs(text):
        for start, first in enumerate(run):
            if not vocabulary.is_content(first.text):
                continue
            for length in range(1, min(_LONGEST, len(run) - start) + 1):
                words = run[start : start + length]
                if _is_term(words, vocabulary):
                    yield _occurrence(text, words, vocabulary)


def _runs(text: Analysis) -> Iterator[list[Token]]:
    """The words between marks, numbers and line breaks."""
    run: list[Token] = []
    for word, after in pairwise((*text.words, None)):
        if word is None:
            continue
        run.append(word)
        if after is None or text.text[word.span.end : after.span.start] not in {" ", "\u00a0"}:
            yield run
            run = []


def _is_term(words: Sequence[Token], vocabulary: Vocabulary) -> bool:
    last = words[-1].text
    inner = words[1:-1]
    return (
        vocabulary.is_content(last)
        and vocabulary.is_head(last)
        and all(vocabulary.is_link(word.text) or vocabulary.is_content(word.text) for word in inner)
    )


def _occurrence(text: Analysis, words: Sequence[Token], vocabulary: Vocabulary) -> Occurrence:
    key = tuple(vocabulary.lemma(word.text) for word in words)
    first, *rest = words
    return Occurrence(key, " ".join((vocabulary.cased(first, text.text), *(word.text for word in rest))))
