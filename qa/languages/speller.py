"""Which words a language has: hunspell dictionaries, read by spylls (extra ``spelling``), and plain lists of words."""

from __future__ import annotations

import codecs
import importlib
import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from qa.core.errors import ConfigError, PluginError
from qa.languages.morphology import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["FOLDERS", "INSTALL", "Speller"]

INSTALL: Final = "pip install 'bitext-qa[spelling]'"
FOLDERS: Final = ("/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/share/myspell", "/Library/Spelling")
"""Where dictionaries are looked for, behind those of hunspell's own variable DICPATH."""
_REGIONS: Final = {"en": ("US", "GB"), "de": ("DE",), "pt": ("PT", "BR"), "uk": ("UA",)}
"""Which regions' dictionaries serve a language without a region, where they are not called as it is."""
_REMEMBERED: Final = 100_000
_SUGGESTIONS: Final = 3


class Speller:
    """Knows the words of one language.

    Args:
        dictionaries: of spylls.
        words: known words beside them, in any case.
        basis: what the answers rest on, for a cache.
    """

    def __init__(
        self, dictionaries: Iterable[Any] = (), words: Iterable[str] = (), basis: tuple[str, ...] = ()
    ) -> None:
        self._dictionaries = tuple(dictionaries)
        self._words = frozenset(map(fold, words))
        self.basis = basis
        self.knows = lru_cache(_REMEMBERED)(self._knows)
        self.suggest = lru_cache(_REMEMBERED)(self._suggest)

    @classmethod
    def read(cls, language: str, paths: Iterable[str | Path] = ()) -> Speller:
        """The speller of a BCP 47 tag.

        Args:
            language: whose dictionary is looked for in the usual folders if ``paths`` name none.
            paths: dictionaries (``en_GB.dic`` or ``en_GB``, with the ``.aff`` beside it) and lists of words (``.txt``).

        Raises:
            ConfigError: a file cannot be read or is no dictionary, or there is none for the language.
            PluginError: spylls is not installed.
        """
        given = [Path(path) for path in paths]
        lists = [path for path in given if path.suffix.lower() == ".txt"]
        bases = [path.with_suffix("") if path.suffix.lower() in {".dic", ".aff"} else path for path in given]
        bases = [base for base in bases if base not in lists] or [_found(language)]
        words = (word for path in lists for word in _listed(path))
        return cls(map(_dictionary, bases), words, tuple(map(str, (*bases, *lists))))

    def _knows(self, word: str) -> bool:
        """Whether ``word`` is spelt rightly; curly apostrophes count as straight ones."""
        plain = word.replace("’", "'")
        return fold(plain) in self._words or any(dictionary.lookup(plain) for dictionary in self._dictionaries)

    def _suggest(self, word: str) -> tuple[str, ...]:
        """At most three words that may be meant, likeliest first."""
        found: dict[str, None] = {}
        for dictionary in self._dictionaries:
            for suggestion in dictionary.suggest(word.replace("’", "'")):
                found[suggestion] = None
                if len(found) == _SUGGESTIONS:
                    return tuple(found)
        return tuple(found)


def _found(language: str) -> Path:
    """The dictionary of a language in the usual folders."""
    folders = [*filter(None, os.environ.get("DICPATH", "").split(os.pathsep)), *FOLDERS]
    for name in _names(language):
        for folder in folders:
            if Path(folder, f"{name}.dic").is_file():
                return Path(folder, name)
    bundled = _bundled(language)
    if bundled is not None:
        return bundled
    message = (
        f"linguistic/spelling has no hunspell dictionary for {language!r} in {', '.join(folders)}; "
        f'install one, such as {"hunspell-" + language.lower()}, or name it: dictionaries = ["path/to/{language}.dic"]'
    )
    raise ConfigError(message)


def _bundled(language: str) -> Path | None:
    """The dictionary that comes with spylls: American English, Russian and Swedish."""
    folder = Path(str(_library().__file__)).parent / "data"
    for name in _names(language):
        found = folder / name.partition("_")[0] / name
        if found.with_suffix(".dic").is_file():
            return found
    return None


def _names(language: str) -> Iterator[str]:
    """What dictionaries of a tag are called: ``en_GB``, and for ``en`` alone those of its regions."""
    primary, *rest = language.replace("-", "_").split("_")
    regions = [subtag.upper() for subtag in rest if len(subtag) == 2]  # noqa: PLR2004 -- a country
    yield from (f"{primary.lower()}_{region}" for region in regions)
    if not regions or primary.lower() not in _REGIONS:
        yield primary.lower()
        yield from (f"{primary.lower()}_{region}" for region in (*_REGIONS.get(primary, ()), primary.upper()))


def _listed(path: Path) -> Iterator[str]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path}: the list of words cannot be read ({error}); check the path, and save it as UTF-8"
        raise ConfigError(message) from error
    yield from (line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _dictionary(base: Path) -> Any:  # noqa: ANN401 -- a library without types
    for suffix in (".aff", ".dic"):
        if not Path(f"{base}{suffix}").is_file():
            message = f"{base}{suffix}: there is no such file; a hunspell dictionary is a .dic with its .aff beside it"
            raise ConfigError(message)
    hunspell = _library()
    try:
        aff, context = hunspell.readers.read_aff(_Lines(Path(f"{base}.aff"), "windows-1252"))
        words = hunspell.readers.read_dic(_Lines(Path(f"{base}.dic"), context.encoding), aff=aff, context=context)
        return hunspell.Dictionary(aff, words)
    except Exception as error:
        message = f"{base}.dic: this is no hunspell dictionary ({error}); take another, or mend it"
        raise ConfigError(message) from error


def _library() -> Any:  # noqa: ANN401 -- a library without types
    try:
        return importlib.import_module("spylls.hunspell")
    except ImportError as error:
        message = f"linguistic/spelling needs the library spylls, which is missing: {INSTALL}"
        raise PluginError(message) from error


class _Lines:
    """The numbered lines of a file as spylls reads them, in an encoding that the file itself may change on its way."""

    def __init__(self, path: Path, encoding: str) -> None:
        self._content = path.read_bytes().removeprefix(codecs.BOM_UTF8)
        self._number = 0
        self._lines: list[str] = []
        self.reset_encoding(encoding)

    def reset_encoding(self, encoding: str) -> None:
        """Go on in another encoding; old dictionaries have stray bytes as marks."""
        self._lines = self._content.decode(encoding, "surrogateescape").split("\n")

    def __iter__(self) -> Iterator[tuple[int, str]]:
        return self

    def __next__(self) -> tuple[int, str]:
        while self._number < len(self._lines):
            self._number += 1
            if line := self._lines[self._number - 1].strip():
                return self._number, line
        raise StopIteration
