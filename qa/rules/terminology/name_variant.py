"""Person's name spelt in more than one way.

What it finds: one name of a Cyrillic source romanised in two ways, such as *Sergei Ivanov* and *Sergey Ivanov*: the
whole name in the documents checked together, a surname that stands alone within one document. The commoner spelling
is taken to be right, else the first.

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

from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from qa.core.finding import Problem, Severity, Suggestion
from qa.core.span import Span
from qa.languages.morphology import lemmas
from qa.rules.rule import BatchRule, Observation
from qa.terms.likeness import usual
from qa.terms.romanisation import skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.core.document import Document, TranslationUnit
    from qa.rules.context import Context

__all__ = ["NameVariant"]

_LATIN_NAME = regex.compile(
    r"(?<![\p{L}\p{N}'’-])[\p{Latin}&&\p{Lu}][\p{Ll}'’]+(?:-\p{Lu}\p{Ll}+)?(?=(?:['’]s)?(?![\p{L}\p{N}-]))",
    regex.VERSION1,
)
_CYRILLIC_NAME = regex.compile(
    r"(?<![\p{L}\p{N}-])[\p{Cyrillic}&&\p{Lu}]\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?![\p{L}\p{N}-])", regex.VERSION1
)
_SHORTEST = 4
_POSSESSIVE = regex.compile(r"['’]s?$")


class NameVariant(BatchRule):
    """One name in two spellings."""

    category = "terminology/inconsistent-use-of-terminology"
    severity = Severity.MINOR

    def observe(self, document: Document, context: Context) -> Iterator[Observation]:
        """Whole names, filed under their skeletons; surnames that stand alone, also under their document."""
        for unit in document.units:
            known = _source_names(unit, context.source_language)
            names = [match for match in _LATIN_NAME.finditer(unit.target.text) if skeleton(_bare(match)) in known]
            inside = set()
            for first, second in pairwise(names):
                if unit.target.text[first.end() : second.start()] == " ":
                    inside |= {first.span(), second.span()}
                    yield _whole_name(unit, first, second)
            for match in names:
                if match.span() not in inside and len(_bare(match)) >= _SHORTEST:
                    key = f"{document.id}\0{skeleton(_bare(match))}"
                    span = Span(match.start(), match.start() + len(_bare(match)))
                    yield Observation(key=key, unit=unit, target=(span,), value=_bare(match))

    def conclude(self, key: str, observations: Sequence[Observation], context: Context) -> Iterator[Problem]:
        """One problem for each name that differs from the usual spelling, on the word that differs."""
        del key, context
        right = usual(observation.value for observation in observations)
        count = sum(observation.value == right for observation in observations)
        for observation in observations:
            words = zip(observation.target, observation.value.split(), right.split(), strict=True)
            for span, word, model in words:
                if word != model:
                    yield Problem(
                        unit=observation.unit,
                        message=f"“{observation.value}” is spelt “{right}” elsewhere ({count} of {len(observations)}); "
                        f"spell one name in one way",
                        target=(span,),
                        suggestion=Suggestion(span, model),
                    )


def _whole_name(unit: TranslationUnit, first: regex.Match[str], second: regex.Match[str]) -> Observation:
    words = (_bare(first), _bare(second))
    spans = (Span(*first.span()), Span(second.start(), second.start() + len(words[1])))
    key = " ".join(skeleton(word) for word in words)
    return Observation(key=key, unit=unit, target=spans, value=" ".join(words))


def _bare(match: regex.Match[str]) -> str:
    return _POSSESSIVE.sub("", match.group())


def _source_names(unit: TranslationUnit, language: str) -> frozenset[str]:
    """The skeletons of the Cyrillic words with a capital, in their dictionary forms and as they stand."""
    found: set[str] = set()
    for match in _CYRILLIC_NAME.finditer(unit.source.text):
        found |= {skeleton(form) for form in (match.group(), *lemmas(match.group(), language))}
    return frozenset(found)
