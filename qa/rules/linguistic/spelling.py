"""Word that the dictionary does not know.

What it finds: words of the target that neither the hunspell dictionary of its language nor a list of the house has.
Names (capitalised words, and words of the source), terms of the termbase, abbreviations, links and placeholders are
left out. The nearest words of the dictionary are given as evidence.

Why it matters: a typing error that no other rule sees is what readers see first.

Words: the a cat saw river near town old bridge

Fails:
    ru: Старый мост у города.
    en: The old ⟦brigde⟧ near the town.

Passes:
    ru: Кошка увидела реку Ыр у города Ывз.
    en: The cat saw the river Yr near the town of Yvz.

    ru: Мост «old Yrgiz».
    en: The bridge “old Yrgiz”.

When to switch it off: it is off unless it is named, for it needs a dictionary: ``--extend-select linguistic/spelling``.

Known limits: the extra ``spelling`` reads hunspell dictionaries, which are looked for in the folders of the system and
of the variable DICPATH, or named by ``dictionaries`` in the configuration; a ``.txt`` there is a list of words, one a
line. A dictionary knows no new words, few terms of a trade, and not the compounds of every language. A misspelt word
that is another word is not found.

Source: hunspell; spylls, its port to Python.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from qa.core.finding import Problem, Severity
from qa.languages.morphology import fold
from qa.rules.placeholders import without_placeholders
from qa.rules.rule import DocumentRule, RuleOptions
from qa.text.names import cyrillic_names, romanised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.core.document import Document, TranslationUnit
    from qa.languages.speller import Speller
    from qa.rules.context import Context
    from qa.text.analysis import Analysis
    from qa.text.tokens import Token

__all__ = ["Options", "Spelling"]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_SHORTEST = 3
_LIKE_A_NAME = 65
"""How alike a name and its transliteration are at least, 0-100."""


class Options(RuleOptions, frozen=True):
    """Words of the house."""

    words: tuple[str, ...] = ()
    """Words that are right, though no dictionary has them; case does not matter."""


class Spelling(DocumentRule):
    """Asks the speller for every word that is no name, no term and no word of the source."""

    Options = Options
    category = "linguistic-conventions/spelling"
    severity = Severity.MINOR
    profiles = frozenset()

    def check(self, document: Document, context: Context) -> Iterator[Problem]:
        """A problem for each word that is not known."""
        speller = context.speller
        if speller is None or not isinstance(self.options, Options):
            return
        known = frozenset(map(fold, self.options.words)) | _names(document, context)
        for unit in document.units:
            if unit.target and unit.translate:
                yield from _unknown(unit, context, speller, known)


def _unknown(unit: TranslationUnit, context: Context, speller: Speller, known: frozenset[str]) -> Iterator[Problem]:
    text = without_placeholders(unit.target.text)
    analysis = context.analyse(unit.target)
    of_source = {fold(word.text) for word in context.analyse(unit.source).words}
    masked = [link.span for link in analysis.links]
    if context.termbase is not None:
        masked += [found.span for found in context.termbase.in_target(analysis)]
    for word in analysis.words:
        folded = fold(word.text)
        if text[word.start : word.end] != word.text or any(word.span.overlaps(span) for span in masked):
            continue
        if folded in of_source or folded in known or not _is_judged(word) or _is_known(word.text, speller, known):
            continue
        if word.text[0].isupper() and _renders_a_name(folded, context.analyse(unit.source)):
            continue
        near = speller.suggest(word.text)
        yield Problem(
            unit=unit,
            message=f"the dictionary does not know “{word.text}”; mend it, or add it to the words of the house",
            target=(word.span,),
            evidence=(f"near it: {', '.join(near)}",) if near else (),
        )


def _is_judged(word: Token) -> bool:
    """Whether a word is neither too short, nor an abbreviation, nor of odd letters."""
    text = _POSSESSIVE.sub("", word.text)
    return len(text) >= _SHORTEST and bool(_WORD.fullmatch(text)) and text[1:].islower()


def _is_known(text: str, speller: Speller, known: frozenset[str]) -> bool:
    """Whether a word, its stem without the possessive, or all parts of a compound are known."""
    stem = _POSSESSIVE.sub("", text)
    if any(speller.knows(form) for form in (text, text.lower(), stem, stem.lower())) or fold(stem) in known:
        return True
    parts = stem.split("-")
    return len(parts) > 1 and all(
        len(part) < _SHORTEST or fold(part) in known or speller.knows(part) or speller.knows(part.lower())
        for part in parts
    )


def _renders_a_name(word: str, source: Analysis) -> bool:
    """Whether a word is like a name of the source, as first words may be."""
    spellings = (
        spelling
        for name in cyrillic_names(source)
        for spelt in romanised(name.text, source.language).values()
        for spelling in spelt
    )
    return any(fuzz.ratio(word, fold(spelling)) >= _LIKE_A_NAME for spelling in spellings)


def _names(document: Document, context: Context) -> frozenset[str]:
    """The words, folded, that stand capitalised inside a sentence somewhere in the document, as names do."""
    found: set[str] = set()
    for unit in document.units:
        text = unit.target.text
        for word in context.analyse(unit.target).capitalised:
            if not _opens(text, word.start, context.target_pack.abbreviations):
                stem = _POSSESSIVE.sub("", fold(word.text))
                found |= {stem, fold(word.text), *stem.split("-")}
    return frozenset(found)


def _opens(text: str, start: int, abbreviations: frozenset[str]) -> bool:
    """Whether a sentence or a quotation opens at ``start``, and not a name behind an abbreviation (“St. Andrew”)."""
    before = text[:start].rstrip(" \u00a0\t\n«„“”\"'‘’([—–-")
    if not before or before[-1] in "!?:…":
        return True
    return before[-1] == "." and fold(before[:-1].rpartition(" ")[2]) not in abbreviations
