"""The work of ``qa evaluate align``: gold alignments, the texts beside them, and the figures as tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qa.align import evaluate, read_beads
from qa.cli.grids import Grid
from qa.core.errors import InputError, UsageError
from qa.engine.lines import line_sentences
from qa.engine.pairing import SegmentedPair

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from qa.align import Aligner, Evaluation
    from qa.core.alignment import Alignment
    from qa.engine.pairing import Sentences

__all__ = ["GoldText", "alignment_tables", "found_by", "read_found", "read_gold_text"]


@dataclass(frozen=True, slots=True)
class GoldText:
    """A gold alignment, and the sentences that it speaks of where they are needed."""

    path: Path
    alignment: Alignment
    pair: SegmentedPair | None = None


def read_gold_text(path: Path, languages: tuple[str, str] | None = None, encoding: str | None = None) -> GoldText:
    """A gold file and, with ``languages``, the texts beside it: ``a.ru`` and ``a.en`` for ``a.gold``, line by line.

    Beads may stand out of order, as they do in gold alignments made by hand.

    Raises:
        InputError: a file is missing, empty or unreadable, or a sentence stands twice or is not in its text.
    """
    pair = None
    if languages:
        pair = SegmentedPair(_side(path, languages[0], encoding), _side(path, languages[1], encoding))
    counts = (len(pair.source.filled), len(pair.target.filled)) if pair else (None, None)
    alignment = read_beads(path, sources=counts[0], targets=counts[1], crossing=True)
    if not alignment.beads:
        raise InputError("holds no bead; expected lines like [0]:[0, 1]", path=path.as_posix())
    return GoldText(path, alignment, pair)


def read_found(golds: Sequence[GoldText], found: Sequence[Path]) -> list[Alignment]:
    """The alignments to judge, one for each gold file.

    Raises:
        UsageError: there are more or fewer of them.
        FormatError: one cannot be read.
    """
    if len(golds) != len(found):
        message = f"{len(golds)} gold files and {len(found)} found ones; give one --found for each"
        raise UsageError(message)
    return [read_beads(path) for path in found]


def found_by(aligner: Aligner, golds: Sequence[GoldText], *, single: bool) -> list[Alignment]:
    """What the aligner makes of the texts of the gold files, all as one batch or each by itself."""
    texts = [gold.pair.texts() for gold in golds if gold.pair]
    batches = [[text] for text in texts] if single else [texts]
    return [alignment for batch in batches for alignment in aligner.align(batch)]


def alignment_tables(golds: Sequence[GoldText], found: Sequence[Alignment]) -> list[Grid]:
    """The figures of each file, where there are several, and of all together."""
    rights = [gold.alignment for gold in golds]
    whole = evaluate(rights, found)
    tables = [Grid(("beads", "precision", "recall", "F1"), _rows(whole))]
    if len(golds) > 1:
        header = ("file", *(f"{kind} {figure}" for kind in ("strict", "lax") for figure in ("P", "R", "F1")))
        each = [
            (gold.path.as_posix(), *_figures(evaluate([gold.alignment], [ours])))
            for gold, ours in zip(golds, found, strict=True)
        ]
        tables.insert(0, Grid((*header, "unaligned F1"), each))
    return tables


def _rows(result: Evaluation) -> list[tuple[str, ...]]:
    return [
        (name, *(f"{figure:.3f}" for figure in (figures.precision, figures.recall, figures.f1)))
        for name, figures in zip(result._fields, result, strict=True)
    ]


def _figures(result: Evaluation) -> tuple[str, ...]:
    both = (figure for kind in (result.strict, result.lax) for figure in (kind.precision, kind.recall, kind.f1))
    return tuple(f"{figure:.3f}" for figure in (*both, result.unaligned.f1))


def _side(gold: Path, language: str, encoding: str | None) -> Sentences:
    """The text of a language: with the tag as suffix, or else with its first part."""
    names = [gold.with_suffix(f".{tag}") for tag in dict.fromkeys((language, language.partition("-")[0].lower()))]
    path = next((name for name in names if name.is_file()), names[-1])
    if not path.is_file():
        message = (
            f"no such file; the texts of {gold.name} must stand beside it, with their languages as suffixes; "
            "or give an alignment with --found"
        )
        raise InputError(message, path=path.as_posix())
    sentences = line_sentences(path, language, encoding)
    if not any(sentence.text.strip() for sentence in sentences.filled):
        raise InputError("holds no text; check that it is the right file", path=path.as_posix())
    return sentences
