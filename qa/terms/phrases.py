"""Noun-like phrases and names of a text that may be terms, found by lemma and in the form a reader would look up.

A phrase is two to four words with nothing but a space between them; it neither begins nor ends with a function word
and holds none but a link such as English *of*. Russian and Ukrainian phrases end in a noun and hold no verb, which
their dictionary tells; in other languages nothing but the function words is known. After Justeson and Katz (1995),
"Technical terminology: some linguistic properties and an algorithm for identification in text".
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from qa.languages import language_pack
from qa.languages.morphology import fold, is_common_noun, is_known, lemmas
from qa.terms.matcher import is_abbreviation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qa.text.analysis import Analysis
    from qa.text.tokens import Token

__all__ = ["Key", "Occurrence", "Vocabulary", "occurrences", "vague_words"]

Key = tuple[str, ...]
"""The lemmas of a phrase, by which its inflected forms are one."""

_LONGEST = 4
_ENDS = frozenset({"", ".", "!", "?", "…", ":", "\n"})
"""What stands before the first word of a sentence; nothing, before that of a text."""
_BEFORE = frozenset(" \u00a0\"'«„“([-–—")
"""What may stand between the two."""
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
        {"across", "against", "almost", "already", "although", "among", "another", "any", "around", "because",
         "before", "behind", "below", "between", "beyond", "both", "despite", "different", "during", "each", "even",
         "every", "few", "first", "following", "further", "however", "just", "last", "less", "like", "many", "most",
         "much", "near", "no", "only", "other", "our", "outside", "over", "own", "per", "same", "several", "since",
         "some", "still", "such", "these", "third", "those", "through", "throughout", "total", "toward", "towards",
         "under", "until", "upon", "various", "very", "via", "when", "where", "whether", "while", "within", "without",
         "your"}
    ),
    "ru": frozenset(
        {"ваш", "весь", "вместо", "внутри", "возле", "вокруг", "второй", "данный", "другой", "едва", "иной", "каждый",
         "какой", "кроме", "любой", "между", "многий", "мой", "наш", "некоторый", "несколько", "один", "однако",
         "около", "первый", "перед", "последний", "почти", "против", "путем", "ради", "разный", "ряд", "сам", "самый",
         "свой", "сей", "следующий", "согласно", "среди", "такой", "только", "тот", "уже", "целый", "часть", "через",
         "этот"}
    ),
}  # fmt: skip
"""Lemmas that begin and end no term, although they are no function words; numbers and dates are left out as well."""
_SLAVIC = frozenset({"ru", "uk"})
_INFINITIVE = re.compile(r"(?:ть|ти|чь)(?:ся|сь)?$")
_PARTICIPLE = re.compile(r"(?:[ыи][йемх]|[ыи]ми|ая|яя|ую|юю|о[ейм]|е[ейм]|ого|его|ому|ему|і|ої|ою)(?:ся)?$")


class Occurrence(NamedTuple):
    """A phrase where it stands."""

    key: Key
    form: str
    """As a dictionary would begin it: without the capital of a sentence's first word."""


class _Word(NamedTuple):
    """What a word may be in a term."""

    lemma: str
    """Of its readings the one that fits most words of the texts."""
    name: bool
    """It has a capital inside sentences, and never a small letter instead."""
    content: bool
    """It may begin a term."""
    head: bool
    """It may end a term: a noun where that is known, any content word elsewhere."""
    link: bool
    """It may stand inside a term, though it is a function word."""


@cache
def vague_words(language: str) -> frozenset[str]:
    """Words, folded, that neither begin nor end a term: function words, vague ones, numbers and dates."""
    pack = language_pack(language)
    counts = (word for word, value in pack.number_words.cardinals.items() if value)
    dates = (*pack.calendar.months, *pack.calendar.weekdays)
    primary = language.replace("_", "-").split("-", maxsplit=1)[0].lower()
    return pack.common_words | _VAGUE.get(primary, frozenset()) | {*counts, *dates}


class Vocabulary:
    """What the texts of one language, taken together, say of their words."""

    def __init__(self, texts: Iterable[Analysis], language: str) -> None:
        self.language = language
        self._primary = language.replace("_", "-").split("-", maxsplit=1)[0].lower()
        self._no_term = vague_words(language)
        self._small: set[str] = set()
        self._inside: set[str] = set()
        """The lemmas of words with a capital that do not open a sentence."""
        self._readings: Counter[str] = Counter()
        self._words: dict[str, _Word] = {}
        for text in texts:
            self._small.update(word.text for run in _runs(text) for word in run if word.text.islower())
            for word, reading in zip(text.words, text.lemmas, strict=True):
                if word.text[0].isupper() and not _opens(word, text.text):
                    self._inside |= reading
            self._readings.update(lemma for reading in text.lemmas for lemma in reading)

    def is_name(self, word: str) -> bool:
        """Whether ``word`` has a capital inside sentences, and never a small letter instead."""
        return self._word(word).name

    def lemma(self, word: str) -> str:
        """Of the readings of ``word`` the one that fits most words of the texts."""
        return self._word(word).lemma

    def is_term(self, words: Sequence[Token]) -> bool:
        """Whether ``words`` may be a term."""
        known = [self._word(word.text) for word in words]
        ends = known[0].content and known[-1].content and known[-1].head
        return ends and all(word.content or word.link for word in known[1:-1])

    def cased(self, word: Token, text: str) -> str:
        """``word`` as it is inside a sentence."""
        small = word.text.lower()
        common = word.text.istitle() and not self.is_name(word.text) and _opens(word, text)
        return small if common and (small in self._small or is_known(small, self.language)) else word.text

    def _word(self, word: str) -> _Word:
        known = self._words.get(word)
        if known is None:
            known = self._words[word] = self._described(word)
        return known

    def _described(self, word: str) -> _Word:
        readings = lemmas(word, self.language)
        slavic = self._primary in _SLAVIC
        capital = word[0].isupper() and (word.isupper() or not self._inside.isdisjoint(readings))
        name = capital and word.lower() not in self._small
        content = (
            (len(word) >= _SHORTEST_WORD or is_abbreviation(word))
            and self._no_term.isdisjoint(readings | {fold(word)})
            and not (slavic and _is_verb(fold(word), readings, self.language))
        )
        return _Word(
            lemma=min(readings, key=lambda lemma: (-self._readings[lemma], lemma)),
            name=name,
            content=content,
            head=name or not slavic or is_common_noun(word, self.language),
            link=word.lower() in _LINKS.get(self._primary, ()),
        )


def _is_verb(word: str, readings: Iterable[str], language: str) -> bool:
    """Whether all readings are of a verb, and the form is not an adjective's: *заражённых* is no verb here."""
    return (
        all(_INFINITIVE.search(reading) for reading in readings)
        and not is_common_noun(word, language)
        and not _PARTICIPLE.search(word)
    )


def occurrences(text: Analysis, vocabulary: Vocabulary) -> Iterator[Occurrence]:
    """The phrases of one to four words in ``text``."""
    for run in _runs(text):
        for start in range(len(run)):
            for stop in range(start + 1, min(start + _LONGEST, len(run)) + 1):
                words = run[start:stop]
                if vocabulary.is_term(words):
                    yield _occurrence(text, words, vocabulary)


def _runs(text: Analysis) -> Iterator[list[Token]]:
    """The words between marks, numbers and line breaks, without those of web and mail addresses."""
    run: list[Token] = []
    for word in text.words:
        if any(link.span.overlaps(word.span) for link in text.links):
            continue
        if run and text.text[run[-1].span.end : word.span.start] not in {" ", "\u00a0"}:
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _opens(word: Token, text: str) -> bool:
    """Whether a sentence of ``text`` begins with ``word``, after any quotation mark or bracket."""
    at = word.span.start
    while at and text[at - 1] in _BEFORE:
        at -= 1
    return text[at - 1 : at] in _ENDS


def _occurrence(text: Analysis, words: Sequence[Token], vocabulary: Vocabulary) -> Occurrence:
    key = tuple(vocabulary.lemma(word.text) for word in words)
    first, *rest = words
    return Occurrence(key, " ".join((vocabulary.cased(first, text.text), *(word.text for word in rest))))
