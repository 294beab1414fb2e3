"""A translation lexicon of stems: learnt from a batch, written by hand, or made of a user's terms."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from qa.align.words import word_forms
from qa.core.errors import FormatError, UsageError
from qa.languages.stems import stemmer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Lexicon", "Shares"]

Shares = tuple[float, float]
"""p(target stem | source stem) and p(source stem | target stem)."""

_HEADER = "# qa lexicon 1"
_HEADER_WORDS = 6
_COLUMNS = 4
_TERM = 0.9


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Pairs of stems that translate each other."""

    source_language: str
    target_language: str
    entries: Mapping[tuple[str, str], Shares] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.entries)

    @classmethod
    def from_terms(cls, source_language: str, target_language: str, terms: Iterable[tuple[str, str]]) -> Lexicon:
        """Pairs of words or phrases; each word of a phrase stands for its part of the other side."""
        return cls.from_weighted(source_language, target_language, ((*pair, _TERM) for pair in terms))

    @classmethod
    def from_weighted(
        cls, source_language: str, target_language: str, terms: Iterable[tuple[str, str, float]]
    ) -> Lexicon:
        """The same, each pair with the share of occurrences that it accounts for."""
        source_stem, target_stem = stemmer(source_language), stemmer(target_language)
        entries: dict[tuple[str, str], Shares] = {}
        for source, target, share in terms:
            ours = dict.fromkeys(map(source_stem, word_forms(source)))
            theirs = dict.fromkeys(map(target_stem, word_forms(target)))
            for left in ours:
                for right in theirs:
                    shares = (share / len(ours), share / len(theirs))
                    entries[left, right] = _likelier(entries.get((left, right)), shares)
        return cls(source_language, target_language, entries)

    def merged(self, other: Lexicon) -> Lexicon:
        """Both lexicons in one; of a pair in both, the likelier reading counts.

        Raises:
            UsageError: when the two are not for the same languages.
        """
        if self.languages != other.languages:
            message = (
                f"a lexicon for {_arrow(other)} cannot be merged into one for {_arrow(self)}; use one of each pair"
            )
            raise UsageError(message)
        entries = dict(self.entries)
        for pair, shares in other.entries.items():
            entries[pair] = _likelier(entries.get(pair), shares)
        return Lexicon(self.source_language, self.target_language, entries)

    @property
    def languages(self) -> tuple[str, str]:
        """The primary language subtags of both sides."""
        return _primary(self.source_language), _primary(self.target_language)

    @classmethod
    def read(cls, path: Path | str) -> Lexicon:
        """Read what ``write`` wrote.

        Raises:
            FormatError: when the file cannot be read or breaks the format.
        """
        place = str(path)
        try:
            lines = Path(path).read_text(encoding="utf-8-sig").splitlines()
        except OSError as error:
            message = f"cannot read the lexicon ({error.strerror}); give a file written by an earlier alignment"
            raise FormatError(message, path=place) from error
        except UnicodeDecodeError as error:
            message = f"cannot read the lexicon: byte {error.start} is not UTF-8; give a file that an alignment wrote"
            raise FormatError(message, path=place) from error
        header = lines[0].split() if lines else []
        if len(header) != _HEADER_WORDS or " ".join(header[:4]) != _HEADER:
            message = f"not a lexicon; the first line must read “{_HEADER} SOURCE TARGET” with two language tags"
            raise FormatError(message, path=place, line=1)
        entries = {}
        for number, line in enumerate(lines[1:], 2):
            if line and not line.startswith("# "):
                pair, shares = _entry(line, place, number)
                entries[pair] = shares
        return cls(header[4], header[5], entries)

    def text(self) -> str:
        """Tab-separated lines, sorted: source stem, target stem, forward and backward share."""
        lines = [f"{_HEADER} {self.source_language} {self.target_language}"]
        for (source, target), (forward, backward) in sorted(self.entries.items()):
            lines.append(f"{source}\t{target}\t{forward:.4f}\t{backward:.4f}")
        return "\n".join(lines) + "\n"

    def write(self, path: Path | str) -> None:
        """Write :meth:`text`, in UTF-8."""
        Path(path).write_text(self.text(), encoding="utf-8", newline="\n")


def _primary(language: str) -> str:
    return language.lower().partition("-")[0]


def _arrow(lexicon: Lexicon) -> str:
    return f"{lexicon.source_language}→{lexicon.target_language}"


def _likelier(known: Shares | None, shares: Shares) -> Shares:
    return shares if known is None else (max(known[0], shares[0]), max(known[1], shares[1]))


def _entry(line: str, path: str, number: int) -> tuple[tuple[str, str], Shares]:
    columns = line.split("\t")
    try:
        source, target, forward, backward = columns
        shares = (float(forward), float(backward))
    except ValueError as error:
        message = f"“{line}” is no entry; expected source stem, target stem and two shares, parted by tabs"
        raise FormatError(message, path=path, line=number) from error
    if not (source and target and all(0 <= share <= 1 for share in shares)):
        message = f"“{line}” is no entry; both stems and two shares between 0 and 1 are needed"
        raise FormatError(message, path=path, line=number)
    return (source, target), shares
