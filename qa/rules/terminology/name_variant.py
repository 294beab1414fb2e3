"""Person's name spelt in more than one way.

What it finds: one name of a Cyrillic source romanised in two ways, such as *Sergei Ivanov* and *Sergey Ivanov*: the
whole name in the documents checked together; within one document also a surname that stands alone, against others
that do and against the whole name of its one bearer. The commoner spelling is taken to be right, else the first.

Why it matters: readers and search engines take two spellings for two people; legal texts may lose their effect.

Fails:
    ru: Выступил Сергей Варников.
    en: Sergei Varnikov spoke.

    ru: Сергей Варников уехал.
    en: ⟦Sergey⟧ Varnikov left.

Passes:
    ru: Выступили Сергей Варников и Сергей Лугин.
    en: Sergei Varnikov and Sergey Lugin spoke.

When to switch it off: when spellings are quoted from documents on purpose.

Known limits: names are found by their capitals and by a name in the source that reads like them, so that names in a
translation from a Latin script are left out. Two people of one whole name who spell it differently are reported.
Measured on two human translations of 107 news documents (2,000 segments): 9 findings, all of them right.

Source: BGN/PCGN 1947, ICAO 9303 and press usage differ in the letters that are compared.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain, filterfalse, pairwise
from typing import TYPE_CHECKING, Any, cast

import regex

from qa.core.finding import Problem, Severity, Suggestion
from qa.core.lazy import Memo
from qa.core.span import Span
from qa.languages.morphology import lemmas
from qa.rules.rule import BatchRule, Observation
from qa.rules.vocabulary import source_vocabulary, target_vocabulary
from qa.terms.likeness import usual
from qa.terms.romanisation import skeleton
from qa.text.plain import PLAIN_CAPITALS, PLAIN_LETTERS, PLAIN_SMALL, is_plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from qa.core.document import Document, TranslationUnit
    from qa.rules.context import Context

__all__ = ["NameVariant"]

_LATIN_CAPITALS = "".join(letter for letter in PLAIN_CAPITALS if letter < "\u0400")
_CYRILLIC_CAPITALS = "".join(letter for letter in PLAIN_CAPITALS if letter >= "\u0400")
_LATIN_NAME = regex.compile(
    r"(?<![\p{L}\p{N}'’-])[\p{Latin}&&\p{Lu}][\p{Ll}'’]+(?:-\p{Lu}\p{Ll}+)?(?=(?:['’]s)?(?![\p{L}\p{N}-]))",
    regex.VERSION1,
)
_CYRILLIC_NAME = regex.compile(
    r"(?<![\p{L}\p{N}-])[\p{Cyrillic}&&\p{Lu}]\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?![\p{L}\p{N}-])", regex.VERSION1
)
_ANY = f"0-9{PLAIN_LETTERS}"
_PLAIN_LATIN_NAME = re.compile(
    rf"[{_LATIN_CAPITALS}](?<![{_ANY}'’-].)[{PLAIN_SMALL}'’]+(?:-[{PLAIN_CAPITALS}][{PLAIN_SMALL}]+)?"
    rf"(?=(?:['’]s)?(?![{_ANY}-]))"
)
_PLAIN_CYRILLIC_NAME = re.compile(
    rf"[{_CYRILLIC_CAPITALS}](?<![{_ANY}-].)[{PLAIN_SMALL}]+(?:-[{PLAIN_CAPITALS}][{PLAIN_SMALL}]+)?(?![{_ANY}-])"
)
_BEFORE_NAME = regex.compile(r" \p{Lu}")
"""Behind a first name, when the surname is of a kind that is not looked for, such as *McGregor*."""
_SHORTEST = 4
_OF_DOCUMENT = "\0"
"""Stands between a document and a surname, and between a first name and the surname."""
_POSSESSIVE = re.compile(r"['’]s?$")
_BARE: Memo[str, str] = Memo(lambda name: _POSSESSIVE.sub("", name), size=1 << 14)
"""Names without the ending of a genitive."""
_SKELETONS: Memo[str, str] = Memo(lambda name: skeleton(_BARE[name]), size=1 << 14)
_NO_NAMES: frozenset[str] = frozenset()
_REMEMBERED = 1 << 15


class NameVariant(BatchRule):
    """One name in two spellings."""

    category = "terminology/inconsistent-use-of-terminology"
    severity = Severity.MINOR
    fewest = 2

    def observe(self, document: Document, context: Context) -> Iterator[Observation]:
        """Whole names, filed under their skeletons; surnames that stand alone, also under their document."""
        of_source = _source_skeletons(context.source_language).__getitem__
        of_target = _TARGET_SKELETONS.__getitem__
        sources, targets = source_vocabulary(document), target_vocabulary(document)
        all_known = frozenset(chain.from_iterable(map(of_source, sources.with_capitals)))
        rendered = [stretch for stretch in targets.with_capitals if not all_known.isdisjoint(of_target(stretch))]
        for number in sorted(targets.having_stretches(rendered)):
            unit = document.units[number]
            known = _NO_NAMES.union(*map(of_source, filterfalse(str.islower, sources.stretches[number])))
            if not known.isdisjoint(
                chain.from_iterable(map(of_target, filterfalse(str.islower, targets.stretches[number])))
            ):
                names = [match for match in _latin_names(unit.target.text) if _SKELETONS[match[0]] in known]
                yield from _observed(unit, document, names)

    def conclude(self, key: str, observations: Sequence[Observation], context: Context) -> Iterator[Problem]:
        """One problem for each name that differs from the usual spelling, on the word that differs."""
        del context
        judged = _of_one_person(observations) if _OF_DOCUMENT in key else observations
        values = [_spelling(observation) for observation in judged]
        if len(set(values)) < 2:  # noqa: PLR2004 -- one spelling
            return
        right = usual(values)
        count = values.count(right)
        for observation, value in zip(judged, values, strict=True):
            words = zip(observation.target, value.split(), right.split(), strict=True)
            for span, word, model in words:
                if word != model:
                    yield Problem(
                        unit=observation.unit,
                        message=f"“{value}” is spelt “{right}” elsewhere ({count} of {len(values)}); "
                        f"spell one name in one way",
                        target=(span,),
                        suggestion=Suggestion(span, model),
                    )


def _observed(unit: TranslationUnit, document: Document, names: Sequence[re.Match[str]]) -> Iterator[Observation]:
    """Names side by side as whole names, and their surnames; the others, where no name follows, as surnames."""
    text = unit.target.text
    inside = set()
    for first, second in pairwise(names):
        if text[first.end() : second.start()] == " ":
            inside |= {first.span(), second.span()}
            yield _whole_name(unit, first, second)
            yield _surname(unit, document, second, person=_SKELETONS[first[0]])
    for match in names:
        alone = match.span() not in inside and not _BEFORE_NAME.match(text, match.end())
        if alone and len(_BARE[match[0]]) >= _SHORTEST:
            yield _surname(unit, document, match)


def _surname(unit: TranslationUnit, document: Document, match: re.Match[str], *, person: str = "") -> Observation:
    """A surname under its document, with the first name before it where there is one."""
    bare = _BARE[match[0]]
    key = f"{document.id}{_OF_DOCUMENT}{_SKELETONS[match[0]]}"
    span = Span(match.start(), match.start() + len(bare))
    return Observation(key=key, unit=unit, target=(span,), value=f"{person}{_OF_DOCUMENT}{bare}" if person else bare)


def _spelling(observation: Observation) -> str:
    return observation.value.rpartition(_OF_DOCUMENT)[2]


def _of_one_person(observations: Sequence[Observation]) -> Sequence[Observation]:
    """The surnames that stand alone, and those behind a first name where all of these name one person in one way.

    Whole names that differ are compared by themselves.
    """
    named = {observation.value for observation in observations if _OF_DOCUMENT in observation.value}
    if len(named) <= 1:
        return observations
    return [observation for observation in observations if observation.value not in named]


def _whole_name(unit: TranslationUnit, first: re.Match[str], second: re.Match[str]) -> Observation:
    words = (_BARE[first[0]], _BARE[second[0]])
    spans = (Span(*first.span()), Span(second.start(), second.start() + len(words[1])))
    key = f"{_SKELETONS[first[0]]} {_SKELETONS[second[0]]}"
    return Observation(key=key, unit=unit, target=spans, value=" ".join(words))


def _latin_names(text: str) -> Iterator[re.Match[str]]:
    """The words in Latin letters with a capital."""
    latin: Any = _PLAIN_LATIN_NAME if is_plain(text) else _LATIN_NAME
    return cast("Iterator[re.Match[str]]", latin.finditer(text))


_TARGET_SKELETONS: Memo[str, Sequence[str]] = Memo(
    lambda stretch: tuple([_SKELETONS[match[0]] for match in _latin_names(stretch)]), size=_REMEMBERED
)
"""The skeletons of the Latin words with a capital, by what stands between two spaces: no name runs over one."""


@cache
def _source_skeletons(language: str) -> Mapping[str, frozenset[str]]:
    """The skeletons of the Cyrillic words with a capital, in their dictionary forms and as they stand, likewise."""

    def skeletons(stretch: str) -> frozenset[str]:
        cyrillic = _PLAIN_CYRILLIC_NAME if is_plain(stretch) else _CYRILLIC_NAME
        names = cyrillic.findall(stretch)
        return frozenset(skeleton(form) for name in names for form in (name, *lemmas(name, language)))

    return Memo(skeletons, size=_REMEMBERED)
