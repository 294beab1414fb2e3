"""The termbase of one language pair: concept entries read from TBX or CSV, and their terms found in texts."""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from qa.core.errors import InputError
from qa.terms.matcher import Match, Matcher, Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qa.core.span import Span
    from qa.core.terminology import Term, TermEntry
    from qa.text.analysis import Analysis

__all__ = ["TermMatch", "Termbase", "primary"]

_CACHE_SIZE = 4096


def primary(language: str) -> str:
    """The primary subtag of a BCP 47 tag, in lower case: ``ru`` of ``ru_RU``."""
    return language.replace("_", "-").split("-", maxsplit=1)[0].lower()


class TermMatch(NamedTuple):
    """A term as it stands in a text."""

    span: Span
    entry: TermEntry
    term: Term
    partial: bool
    """Whether a hyphen joins it to a word beside it."""


class Termbase:
    """Concept entries, and where their terms of either language stand in a text.

    Args:
        entries: What the files say.
        source_language: Of the texts to be checked, BCP 47.
        target_language: Of their translations.
        notes: What was understood of untidy files, one remark a line.
    """

    def __init__(
        self, entries: Iterable[TermEntry], source_language: str, target_language: str, notes: Iterable[str] = ()
    ) -> None:
        self.entries = tuple(entries)
        self.source_language = source_language
        self.target_language = target_language
        self.notes = tuple(notes)
        self._in_source = lru_cache(_CACHE_SIZE)(self._find_source)
        self._in_target = lru_cache(_CACHE_SIZE)(self._find_target)

    def __reduce__(self) -> tuple[type[Termbase], tuple[object, ...]]:
        """For worker processes: the entries travel, the tries are built again."""
        return Termbase, (self.entries, self.source_language, self.target_language, self.notes)

    @classmethod
    def read(cls, paths: str | Path | Iterable[str | Path], source_language: str, target_language: str) -> Termbase:
        """The termbase in one or more ``.tbx``, ``.xml``, ``.csv`` or ``.tsv`` files, merged in order.

        Raises:
            InputError: a file cannot be read or is no termbase; the message says where and why.
        """
        each = [paths] if isinstance(paths, (str, Path)) else list(paths)
        bases = [cls.parse(_content(Path(path)), source_language, target_language, path=str(path)) for path in each]
        return bases[0] if len(bases) == 1 else cls.merge(bases)

    @classmethod
    def parse(cls, content: str | bytes, source_language: str, target_language: str, *, path: str = "") -> Termbase:
        """The termbase in ``content``: XML is TBX, all else CSV or TSV; ``path`` serves messages only.

        Raises:
            InputError: as :meth:`read`.
        """
        raw = content.encode() if isinstance(content, str) else content
        if raw.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<") or path.lower().endswith((".tbx", ".xml")):
            from qa.terms.tbx import parse_tbx  # noqa: PLC0415 -- runs without a termbase start sooner

            read = parse_tbx(raw, path)
        else:
            from qa.terms.csv_terms import parse_csv  # noqa: PLC0415 -- likewise

            read = parse_csv(raw, path, source_language, target_language)
        return cls(read.entries, source_language, target_language, read.notes)

    @classmethod
    def merge(cls, termbases: Iterable[Termbase]) -> Termbase:
        """All entries of several termbases of one language pair, in order."""
        bases = tuple(termbases)
        if not bases:
            return cls((), "und", "und")
        entries = chain.from_iterable(base.entries for base in bases)
        notes = chain.from_iterable(base.notes for base in bases)
        return cls(entries, bases[0].source_language, bases[0].target_language, notes)

    def source_terms(self, entry: TermEntry) -> tuple[Term, ...]:
        """The terms of ``entry`` in the source language."""
        return _of_language(entry, self.source_language)

    def target_terms(self, entry: TermEntry) -> tuple[Term, ...]:
        """The terms of ``entry`` in the target language."""
        return _of_language(entry, self.target_language)

    def in_source(self, analysis: Analysis) -> tuple[TermMatch, ...]:
        """The source terms in a source text, the longest at each place."""
        return self._in_source(analysis)

    def in_target(self, analysis: Analysis) -> tuple[TermMatch, ...]:
        """The target terms in a target text, also those inside longer ones."""
        return self._in_target(analysis)

    def _find_source(self, analysis: Analysis) -> tuple[TermMatch, ...]:
        matcher, terms = self._source_index
        return tuple(_told(match, terms) for match in matcher.find(analysis) if not match.partial)

    def _find_target(self, analysis: Analysis) -> tuple[TermMatch, ...]:
        matcher, terms = self._target_index
        return tuple(_told(match, terms) for match in matcher.find_all(analysis))

    @cached_property
    def has_barred_terms(self) -> bool:
        """Whether any term is forbidden or deprecated."""
        return any(not term.status.usable for entry in self.entries for term in entry.terms)

    @cached_property
    def has_fixed_terms(self) -> bool:
        """Whether any entry must stay untranslated."""
        return not all(entry.translate for entry in self.entries)

    @cached_property
    def _source_index(self) -> tuple[Matcher, _Terms]:
        return self._index(self.source_language)

    @cached_property
    def _target_index(self) -> tuple[Matcher, _Terms]:
        return self._index(self.target_language)

    def _index(self, language: str) -> tuple[Matcher, _Terms]:
        terms = [(entry, term) for entry in self.entries for term in _of_language(entry, language)]
        phrases = (Phrase(term.text, key, term.case_sensitive) for key, (_, term) in enumerate(terms))
        return Matcher(phrases, language), terms


_Terms = list[tuple["TermEntry", "Term"]]


def _of_language(entry: TermEntry, language: str) -> tuple[Term, ...]:
    wanted = primary(language)
    return tuple(term for term in entry.terms if primary(term.language) == wanted)


def _told(match: Match, terms: _Terms) -> TermMatch:
    entry, term = terms[match.phrase.key]
    return TermMatch(match.span, entry, term, match.partial)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"the termbase cannot be read ({error.strerror}); check its name and rights"
        raise InputError(message, path=str(path)) from error
