"""Texts as numbers: every distinct word form of a side of the batch has an id."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from qa.align.shapes import End, end_of
from qa.align.words import word_forms
from qa.languages.stems import stemmer

if TYPE_CHECKING:
    from qa.align.arrays import Bits, Floats, Ints
    from qa.align.text import Text

__all__ = ["EncodedText", "Vocabulary"]

_NO_WORDS = "."


@dataclass(frozen=True, slots=True)
class EncodedText:
    """One side of a document."""

    forms: Ints
    """The form ids of all words, sentence after sentence."""
    starts: Ints
    """Where each sentence begins in ``forms``, and the end: one more than there are sentences."""
    lengths: Floats
    """Characters of each sentence, and one."""
    opens: Bits
    """Whether a sentence is the first of its paragraph; empty where paragraphs are unknown."""
    ends: Ints
    """The last mark of each sentence, an ``End``."""
    vectors: tuple[Floats, ...] = ()
    """For 1, 2 ... joined sentences their embeddings, from each sentence on; empty without an encoder."""

    @property
    def full(self) -> Bits:
        """Which sentences end with a full stop or the like."""
        return self.ends >= End.STOP

    def __len__(self) -> int:
        return len(self.lengths)

    def part(self, start: int, stop: int) -> EncodedText:
        """Sentences ``[start, stop)``."""
        starts = self.starts[start : stop + 1]
        return EncodedText(
            self.forms[starts[0] : starts[-1]],
            starts - starts[0],
            self.lengths[start:stop],
            self.opens[start:stop],
            self.ends[start:stop],
            tuple(joined[start:stop] for joined in self.vectors),
        )

    def words(self, start: int, stop: int) -> Ints:
        """The form ids of sentences ``[start, stop)``."""
        return self.forms[self.starts[start] : self.starts[stop]]


@dataclass(slots=True)
class Vocabulary:
    """The forms of one language in a batch, with their stems and how often each occurs."""

    language: str
    forms: list[str] = field(default_factory=list)
    stems: list[str] = field(default_factory=list)
    stem_of: list[int] = field(default_factory=list)
    """For each form id the id of its stem."""
    _form_ids: dict[str, int] = field(default_factory=dict)
    stem_ids: dict[str, int] = field(default_factory=dict)

    def encode(self, text: Text) -> EncodedText:
        """Number the words of ``text``, adding those that are new."""
        sentences = [word_forms(sentence) or [_NO_WORDS] for sentence in text.sentences]
        forms = np.fromiter((self._id(form) for sentence in sentences for form in sentence), np.int64)
        starts = np.cumsum([0, *map(len, sentences)])
        lengths = np.array([len(sentence.strip()) + 1 for sentence in text.sentences], np.float32)
        paragraphs = np.array(text.paragraphs)
        opens = np.concatenate(([True], paragraphs[1:] != paragraphs[:-1])) if text.paragraphs else np.zeros(0, bool)
        ends = np.array([end_of(sentence) for sentence in text.sentences], np.int64)
        return EncodedText(forms, starts, lengths, opens, ends)

    def _id(self, form: str) -> int:
        known = self._form_ids.get(form)
        if known is not None:
            return known
        stem = stemmer(self.language)(form)
        number = self._form_ids[form] = len(self.forms)
        self.forms.append(form)
        self.stem_of.append(self._stem_id(stem))
        return number

    def _stem_id(self, stem: str) -> int:
        number = self.stem_ids.setdefault(stem, len(self.stems))
        if number == len(self.stems):
            self.stems.append(stem)
        return number
