"""Gold data for metrics: people's scores of translations, or pairs of a translation and a broken one (DEMETR).

JSON lines. A score has ``source``, ``target``, ``score`` (higher is better), and may have ``reference`` and
``domain``. A pair is a line of DEMETR (Karpinska et al. 2022): ``src_sent``, ``eng_sent`` (the reference),
``mt_sent``, ``pert_sent`` and ``pert_desc``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from qa.core.errors import FormatError, InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

__all__ = ["GoldPair", "GoldScore", "GoldScores", "read_gold_scores"]


Kind = TypeVar("Kind")


class GoldScore(msgspec.Struct, frozen=True):
    """A translation that people scored."""

    source: str
    target: str
    score: float
    reference: str = ""
    domain: str = ""


class GoldPair(
    msgspec.Struct,
    frozen=True,
    rename={
        "source": "src_sent",
        "reference": "eng_sent",
        "target": "mt_sent",
        "broken": "pert_sent",
        "kind": "pert_desc",
    },
):
    """A translation and the same one, broken on purpose."""

    source: str
    target: str
    broken: str
    reference: str = ""
    kind: str = ""


class GoldScores(msgspec.Struct, frozen=True):
    """The lines of a file, which are all of one kind."""

    scores: tuple[GoldScore, ...] = ()
    pairs: tuple[GoldPair, ...] = ()


def read_gold_scores(path: Path) -> GoldScores:
    """The scores or the pairs in a file.

    Raises:
        InputError: the file cannot be read.
        FormatError: it has no line, or one of another kind than the first.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        message = f"cannot be read ({error.strerror}); check the path"
        raise InputError(message, path=path.as_posix()) from error
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 (byte {error.start}); save it as UTF-8"
        raise InputError(message, path=path.as_posix()) from error
    numbered = [(number, line) for number, line in enumerate(lines, start=1) if line.strip()]
    if not numbered:
        raise FormatError("holds no gold score; write a JSON object a line", path=path.as_posix())
    if '"pert_sent"' in numbered[0][1]:
        return GoldScores(pairs=tuple(_decoded(numbered, path, GoldPair)))
    return GoldScores(scores=tuple(_decoded(numbered, path, GoldScore)))


def _decoded(lines: Sequence[tuple[int, str]], path: Path, kind: type[Kind]) -> Iterator[Kind]:
    for number, line in lines:
        try:
            yield msgspec.json.decode(line, type=kind)
        except msgspec.MsgspecError as error:
            message = f"is no gold score ({error}); write a JSON object with source, target and score"
            raise FormatError(message, path=path.as_posix(), line=number) from error
