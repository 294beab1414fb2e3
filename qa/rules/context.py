"""Everything a rule may know beside the texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qa.languages import language_pack

if TYPE_CHECKING:
    import datetime as dt

    from qa.core.document import TranslationUnit
    from qa.core.segment import Segment
    from qa.languages.pack import LanguagePack
    from qa.languages.speller import Speller
    from qa.languages.usage import Variety
    from qa.terms.companions import Companions
    from qa.terms.termbase import Termbase
    from qa.text.analysis import Analyser, Analysis
    from qa.text.pair import Pair

__all__ = ["Context"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The language pair, the shared analyses, the termbase, the companions and the date.

    A rule that would tokenise, lemmatise or parse numbers for itself asks :meth:`analyse` instead: the answer is
    computed once per text and shared by all rules.
    """

    source_language: str
    target_language: str
    analyser: Analyser
    termbase: Termbase | None = None
    companions: Companions | None = None
    speller: Speller | None = None
    """Of the target language; only where a rule for it was asked for."""
    date: dt.date | None = None
    """Of the document under check; None where nothing tells it."""

    @property
    def source_pack(self) -> LanguagePack:
        """What is known of the source language."""
        return language_pack(self.source_language)

    @property
    def target_pack(self) -> LanguagePack:
        """What is known of the target language."""
        return language_pack(self.target_language)

    @property
    def target_variety(self) -> Variety | None:
        """The conventions of the target language's region, where its tag names one that is known."""
        subtags = self.target_language.upper().replace("_", "-").split("-")[1:]
        varieties = self.target_pack.usage.varieties
        return next((varieties[subtag] for subtag in subtags if subtag in varieties), None)

    def analyse(self, segment: Segment) -> Analysis:
        """The shared analysis of a segment's text in its own language."""
        return self.analyser.analyse(segment.text, segment.language)

    def pair(self, unit: TranslationUnit) -> Pair:
        """The shared analysis of a unit's two texts beside each other."""
        return self.analyser.pair(unit)
