"""Names that need words beside them: what the companions files say, and the names found in texts."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import regex

from qa.core.errors import ConfigError, InputError
from qa.core.terminology import Wording
from qa.languages.morphology import fold
from qa.terms.companions_file import class_line, parse_companions
from qa.terms.marks import BAN, cores, mark_grammar
from qa.terms.matcher import Matcher, Phrase, is_abbreviation
from qa.terms.termbase import primary

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from qa.core.span import Span
    from qa.core.terminology import CompanionClass, Entity
    from qa.text.analysis import Analysis

__all__ = ["Companions", "NameMatch", "WordingMatch"]

_CACHE_SIZE = 1024
_EXCLUDED = -1
_ADDRESS = regex.compile(r"://|\bwww\.|@\w|\w\.[a-z]{2,6}(?:/|\b(?!\.\w))")


class NameMatch(NamedTuple):
    """A name of one or more entities in a text; several share a name when their dates differ."""

    span: Span
    name: str
    entities: tuple[Entity, ...]

    def entity(self, date: dt.date | None) -> Entity:
        """The entity the name stands for in a text of ``date``: the one in force, or else the last."""
        return next((entity for entity in self.entities if entity.in_force(date)), self.entities[-1])


class WordingMatch(NamedTuple):
    """A companion's words in a text, in any inflected form."""

    span: Span
    wording: str
    """As the companions file writes it."""


class Companions:
    """Classes and entities of one or more companions files.

    Args:
        classes: What entities of each class need.
        entities: What needs it.

    Raises:
        ConfigError: two entities contradict each other.
    """

    def __init__(self, classes: Iterable[CompanionClass], entities: Iterable[Entity]) -> None:
        self.classes = tuple(classes)
        self.entities = tuple(entities)
        _check_conflicts(self.entities)
        self._names = lru_cache(_CACHE_SIZE)(self._find_names)
        self._wordings = lru_cache(_CACHE_SIZE)(self._find_wordings)
        self._name_matcher = lru_cache(self._make_name_matcher)
        self._wording_matcher = lru_cache(self._make_wording_matcher)
        self.kinds = lru_cache(self._kinds)
        """The kinds of mark (``ban``, ``terrorist`` ...) that a class asks for in a language; often none."""

    def __reduce__(self) -> tuple[type[Companions], tuple[object, ...]]:
        """For worker processes: the entries travel, the tries are built again."""
        return Companions, (self.classes, self.entities)

    @classmethod
    def read(cls, paths: str | Path | Iterable[str | Path]) -> Companions:
        """The companions of one or more TOML files together.

        Raises:
            InputError: a file cannot be read.
            ConfigError: a file says something unknown, empty, impossible or contradictory.
        """
        each = [paths] if isinstance(paths, (str, Path)) else list(paths)
        return cls._of_texts([(_content(Path(path)), str(path)) for path in each])

    @classmethod
    def parse(cls, text: str, path: str = "") -> Companions:
        """The companions in a TOML text; ``path`` serves messages only.

        Raises:
            ConfigError: as :meth:`read`.
        """
        return cls._of_texts([(text, path)])

    @classmethod
    def _of_texts(cls, texts: Sequence[tuple[str, str]]) -> Companions:
        """Of texts with their paths."""
        classes: dict[str, tuple[CompanionClass, str]] = {}
        entities: list[Entity] = []
        for text, path in texts:
            found = parse_companions(text, path)
            entities += found[1]
            for made in found[0]:
                place = f"{path or 'companions'}:{class_line(text, made.id)}"
                earlier = classes.setdefault(made.id, (made, place))
                if earlier[0] != made:
                    message = f"{place}: class “{made.id}” says otherwise than at {earlier[1]}; rename one of them"
                    raise ConfigError(message)
        return cls((made for made, _ in classes.values()), entities)

    def names(self, analysis: Analysis) -> tuple[NameMatch, ...]:
        """The names in a text, the longest at each place, in order; parts of compounds are no names."""
        return self._names(analysis) if self.entities else ()

    def wordings(self, analysis: Analysis) -> tuple[WordingMatch, ...]:
        """The preferred and accepted wordings in a text, the longest at each place, in order."""
        return self._wordings(analysis) if self.entities else ()

    def _find_names(self, analysis: Analysis) -> tuple[NameMatch, ...]:
        matcher = self._name_matcher(primary(analysis.language))
        found: dict[Span, tuple[str, list[Entity]]] = {}
        for match in matcher.find(analysis):
            if match.phrase.key != _EXCLUDED and not match.partial and not _in_address(analysis.text, match.span):
                found.setdefault(match.span, (match.phrase.text, []))[1].append(self.entities[match.phrase.key])
        return tuple(NameMatch(span, name, tuple(entities)) for span, (name, entities) in found.items())

    def _find_wordings(self, analysis: Analysis) -> tuple[WordingMatch, ...]:
        matcher = self._wording_matcher(primary(analysis.language))
        return tuple(WordingMatch(match.span, match.phrase.text) for match in matcher.find(analysis))

    def _make_name_matcher(self, language: str) -> Matcher:
        return Matcher(chain(self._name_phrases(language), self._excluded_phrases()), language)

    def _name_phrases(self, language: str) -> Iterator[Phrase]:
        for key, entity in enumerate(self.entities):
            for name in dict.fromkeys(entity.names.get(language, ())):
                yield Phrase(name, key, entity.case_sensitive or is_abbreviation(name))

    def _excluded_phrases(self) -> Iterator[Phrase]:
        return (Phrase(text, _EXCLUDED) for entity in self.entities for text in entity.exclude)

    def _make_wording_matcher(self, language: str) -> Matcher:
        texts = {text for entity in self.entities for text in wording_of(entity.companion, language).all if text}
        texts |= {text for made in self.classes for text in wording_of(made, language).all if text}
        return Matcher((Phrase(text, 0) for text in sorted(texts)), language)

    def _kinds(self, class_id: str, language: str) -> frozenset[str]:
        grammar = mark_grammar(language)
        if grammar is None:
            return frozenset()
        known = {*grammar.kinds, BAN}
        found = {class_id} & known
        for made in (*self.classes, *(entity.companion for entity in self.entities)):
            if made.id == class_id:
                texts = wording_of(made, primary(language)).all
                found |= {kind for text in texts for core in cores(text, grammar) for kind in core.kinds}
        return frozenset(found)


def wording_of(companion: CompanionClass, language: str) -> Wording:
    """The class's wording in a language; an empty one where the class says nothing of the language."""
    return companion.wordings.get(language) or Wording("")


def _in_address(text: str, span: Span) -> bool:
    """Whether a name is part of a web or mail address, or of a user's handle."""
    start = max(text.rfind(space, 0, span.start) for space in " \n\t\u00a0") + 1
    ends = (text.find(space, span.end) for space in " \n\t\u00a0")
    end = min((found for found in ends if found >= 0), default=len(text))
    return _ADDRESS.search(text, start, end) is not None


def _content(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        message = f"the companions file cannot be read ({error.strerror}); check its name and rights"
        raise InputError(message, path=str(path)) from error
    except UnicodeDecodeError as error:
        message = f"byte {error.start} is not UTF-8; save the companions file as UTF-8"
        raise InputError(message, path=str(path)) from error


def _check_conflicts(entities: Sequence[Entity]) -> None:
    """Refuse two entities that share an id or a name on the same day."""
    by_key: dict[tuple[str, str], list[Entity]] = {}
    for entity in entities:
        names = {(language, fold(name)) for language, names in entity.names.items() for name in names}
        for key in (("id", entity.id), *sorted(names)):
            for other in by_key.setdefault(key, []):
                if _overlap(other, entity):
                    _conflict(other, entity, key)
            by_key[key].append(entity)


def _overlap(first: Entity, second: Entity) -> bool:
    starts_late = first.until and second.since and second.since >= first.until
    ends_early = second.until and first.since and first.since >= second.until
    return not (starts_late or ends_early)


def _conflict(first: Entity, second: Entity, key: tuple[str, str]) -> None:
    kind, text = key
    same = kind == "id"
    what = (
        f"the id “{text}” is used twice" if same else f"“{text}” names “{first.id}” and “{second.id}” at the same time"
    )
    message = (
        f"{second.path or 'companions'}:{second.line}: {what}, see {first.path or 'companions'}:{first.line}; "
        f"keep one, or bound both with “since” and “until”"
    )
    raise ConfigError(message)
