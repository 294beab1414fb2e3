"""Options that say how texts are aligned, and the aligner that they ask for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from qa.align import Aligner, Lexicon, TransformersEncoder
from qa.core.atomic import write_atomically
from qa.core.errors import UsageError
from qa.engine.setup import term_pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qa.config import Config
    from qa.core.alignment import Alignment
    from qa.engine.pairing import SegmentedPair
    from qa.models import ModelOptions
    from qa.models.encoder import Pooling

__all__ = ["Aligning", "aligned", "aligner_options", "beads_option"]

_FILE = click.Path(dir_okay=False, path_type=Path)
_WORDS, _EMBEDDING = "words", "embedding"

Decorated = TypeVar("Decorated", bound="Callable[..., Any]")

beads_option = click.option(
    "--beads", type=_FILE, help="Take this alignment, .beads .jsonl or .tsv, made by `qa align` and corrected."
)


def aligner_options(function: Decorated) -> Decorated:
    """``--lexicon``, ``--aligner``, ``--encoder`` and ``--pooling``."""
    for decorate in (
        click.option(
            "--pooling", type=click.Choice(["mean", "cls", "pooler"]), help="Of the encoder; its own without it."
        ),
        click.option("--encoder", metavar="MODEL-OR-PATH", help="Sentence embeddings as one more term of the score."),
        click.option("--aligner", type=click.Choice([_WORDS, _EMBEDDING]), help="By words alone, or by --encoder too."),
        click.option("--lexicon", type=_FILE, help="Learnt word pairs: read when there, written anew afterwards."),
    ):
        function = decorate(function)
    return function


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligning:
    """What these options say."""

    lexicon: Path | None = None
    aligner: str | None = None
    encoder: str | None = None
    pooling: Pooling | None = None

    @classmethod
    def take(cls, values: dict[str, Any]) -> Aligning:
        """These options out of a command's arguments; the rest stays in ``values``."""
        return cls(**{name: values.pop(name) for name in cls.__slots__})

    def make(self, config: Config, languages: tuple[str, str], models: ModelOptions) -> Aligner:
        """An aligner that knows the lexicon and the termbases of the configuration.

        Raises:
            UsageError: the options contradict each other, or the lexicon is for other languages.
            InputError: the lexicon or a termbase cannot be read.
        """
        return Aligner(
            *languages,
            term_pairs=term_pairs(config, languages),
            lexicon=Lexicon.read(self.lexicon) if self.lexicon and self.lexicon.exists() else None,
            encoder=self._encoder(models),
        )

    def keep(self, aligner: Aligner) -> None:
        """Write what the aligner has learnt, where it shall be kept."""
        if self.lexicon:
            write_atomically(self.lexicon, aligner.lexicon.text().encode())

    def refuse(self, why: str) -> None:
        """Object to these options, since nothing is to be aligned.

        Raises:
            UsageError: one of them is given.
        """
        given = [f"--{name}" for name in self.__slots__ if getattr(self, name) is not None]
        if given:
            message = f"{given[0]} has no effect, {why}; leave it out"
            raise UsageError(message)

    def _encoder(self, models: ModelOptions) -> TransformersEncoder | None:
        if self.encoder is None:
            if self.aligner == _EMBEDDING:
                raise UsageError("--aligner embedding needs --encoder; name one such as sentence-transformers/LaBSE")
            if self.pooling:
                raise UsageError("--pooling is of an encoder; give --encoder, too")
            return None
        if self.aligner == _WORDS:
            raise UsageError("--aligner words uses no encoder; leave out --encoder, or take --aligner embedding")
        return TransformersEncoder(self.encoder, models, self.pooling)


def aligned(pairs: Sequence[SegmentedPair], aligning: Aligning, aligner: Aligner) -> list[Alignment]:
    """All pairs aligned together; what was learnt from them is kept where the options say so.

    Raises:
        PluginError: the encoder, or a library that it needs, is missing.
        UsageError: the encoder is neither a folder nor the name of a model.
    """
    alignments = aligner.align([pair.texts() for pair in pairs])
    aligning.keep(aligner)
    return alignments
