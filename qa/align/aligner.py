"""Aligning the sentences of texts with those of their translations."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from qa.align.cognates import cognate_links, identity_links
from qa.align.embedding import joined_vectors
from qa.align.encoding import Vocabulary
from qa.align.fingerprint import signature
from qa.align.learning import learn
from qa.align.lexicon import Lexicon
from qa.align.links import Links, LinkTable
from qa.align.path import Reading, first_look, second_look
from qa.align.sampling import learning_sample, rounds_for
from qa.align.seed import seed_lexicon
from qa.align.settings import MOVES, REACH, Settings
from qa.align.words import is_number
from qa.core.alignment import Alignment

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qa.align.arrays import Ints
    from qa.align.embedding import Encoder
    from qa.align.encoding import EncodedText
    from qa.align.sampling import Document
    from qa.align.text import Text, TextPair

__all__ = ["Aligner"]

_DEFAULT = Settings()
_LEAST_BEADS = 5
"""Pairs of sentences from which a lexicon can be learnt."""


class Aligner:
    """Aligns texts of one pair of languages, and learns their words as it goes.

    Args:
        source_language: BCP 47.
        target_language: BCP 47.
        term_pairs: Words or phrases of the source language and their translations.
        lexicon: What an earlier alignment learnt.
        settings: The numbers of the score.
        encoder: Sentence embeddings as one more term of the score.

    Raises:
        UsageError: when ``lexicon`` is for other languages.
    """

    def __init__(
        self,
        source_language: str,
        target_language: str,
        *,
        term_pairs: Iterable[tuple[str, str]] = (),
        lexicon: Lexicon | None = None,
        settings: Settings = _DEFAULT,
        encoder: Encoder | None = None,
    ) -> None:
        self.settings = settings
        self._encoder = encoder
        self._languages = (source_language, target_language)
        given = Lexicon(source_language, target_language)
        if lexicon is not None:
            given = given.merged(lexicon)
        known = given.merged(Lexicon.from_terms(source_language, target_language, term_pairs))
        self._known = known.merged(seed_lexicon(source_language, target_language)) if settings.seed else known
        self.lexicon = given
        """What was given and, after ``align``, what was learnt; without terms and the words that the program brings."""
        self._given = given

    def align(self, pairs: Sequence[TextPair]) -> list[Alignment]:
        """Align each source with its target, learning the lexicon from all of them together.

        The result does not depend on the order of the pairs.
        """
        source, target = (Vocabulary(language) for language in self._languages)
        documents = [(self._encode(pair.source, source), self._encode(pair.target, target)) for pair in pairs]
        evidence = [identity_links(source.forms, target.forms), cognate_links(source.forms, target.forms)]
        learnt = self._given
        for _ in range(rounds_for(documents, self.settings.rounds)):
            reading = self._reading(evidence, learnt.merged(self._known), source, target)
            found = _learnt_from(documents, reading, source, target)
            if found is None:
                break
            learnt = self._given.merged(found)
        reading = self._reading(evidence, learnt.merged(self._known), source, target)
        self.lexicon = learnt
        name = signature(self._languages, self.settings, self._known, self._encoder.name if self._encoder else "")
        return [Alignment(tuple(second_look(*document, reading)), name) for document in documents]

    def _encode(self, text: Text, vocabulary: Vocabulary) -> EncodedText:
        encoded = vocabulary.encode(text)
        if self._encoder is None:
            return encoded
        return replace(encoded, vectors=joined_vectors(self._encoder, text.sentences, REACH))

    def _reading(self, evidence: Sequence[Links], lexicon: Lexicon, source: Vocabulary, target: Vocabulary) -> Reading:
        words = _form_links(lexicon, source, target)
        table = LinkTable.merge([*evidence, words], len(source.forms), len(target.forms))
        numbers = tuple(np.array([is_number(form) for form in side.forms], bool) for side in (source, target))
        return Reading(table, len(lexicon) > 0, (numbers[0], numbers[1]), self.settings)


def _learnt_from(
    documents: Sequence[Document], reading: Reading, source: Vocabulary, target: Vocabulary
) -> Lexicon | None:
    """The lexicon of the beads that score well by what is known so far; None where there are too few."""
    our_stems, their_stems = np.array(source.stem_of, np.int64), np.array(target.stem_of, np.int64)
    pairs = [
        (our_stems[left], their_stems[right])
        for document in learning_sample(documents, reading.links)
        for left, right in _good_beads(document, reading)
    ]
    if len(pairs) < _LEAST_BEADS:
        return None
    found = learn(pairs, smoothing=reading.settings.smoothing)
    entries = zip(
        found.source.tolist(), found.target.tolist(), found.forward.tolist(), found.backward.tolist(), strict=True
    )
    return Lexicon(
        source.language,
        target.language,
        {(source.stems[left], target.stems[right]): (forward, backward) for left, right, forward, backward in entries},
    )


def _good_beads(document: Document, reading: Reading) -> list[tuple[Ints, Ints]]:
    """The forms of both sides of the beads that may be learnt from."""
    source, target = document
    path, scores = first_look(source, target, reading)
    good = []
    for row, column, kind, score in zip(
        path.row.tolist(), path.column.tolist(), path.kind.tolist(), scores.tolist(), strict=True
    ):
        a, b = MOVES[kind]
        if a and b and score > reading.settings.learn_above:
            good.append((source.words(row, row + a), target.words(column, column + b)))
    return good


def _form_links(lexicon: Lexicon, source: Vocabulary, target: Vocabulary) -> Links:
    """The entries of a lexicon for every form of their stems."""
    ours, theirs = source.stem_ids, target.stem_ids
    known = [
        (ours[left], theirs[right], *shares)
        for (left, right), shares in lexicon.entries.items()
        if left in ours and right in theirs
    ]
    return Links.of(known).spread(source.stem_of, target.stem_of)
