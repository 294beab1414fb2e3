"""Aligning the sentences of texts with those of their translations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from qa.align.band import full_band
from qa.align.cognates import cognate_links, identity_links
from qa.align.encoding import Vocabulary
from qa.align.learning import learn
from qa.align.lexicon import Lexicon
from qa.align.links import Links, LinkTable
from qa.align.scoring import DocumentScorer
from qa.align.search import ScoredBand, best_path, likely_beads
from qa.align.settings import MOVES, Settings
from qa.core.alignment import Alignment, Bead

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qa.align.text import TextPair

__all__ = ["Aligner"]


def finish(band, scorer, last):
    path = best_path(band)
    class B: pass
    out = []
    for r, c, k in zip(path.row.tolist(), path.column.tolist(), path.kind.tolist()):
        b = B(); b.row=r; b.column=c; b.kind=k; b.score=float(band.scores(r)[k, c-band.tile(r).left]); out.append(b)
    if last: return hook(band, scorer, path, out)
    return out


def hook(band, scorer, path, out): return out


CTX = {}


class Aligner:
    def __init__(
        self,
        source_language: str,
        target_language: str,
        *,
        term_pairs: Iterable[tuple[str, str]] = (),
        lexicon: Lexicon | None = None,
        settings: Settings = Settings(),
    ) -> None:
        self.settings = settings
        self._vocabularies = (source_language, target_language)
        known = Lexicon.from_terms(source_language, target_language, term_pairs)
        self.lexicon = known if lexicon is None else known.merged(lexicon)

    def align(self, pairs: Sequence[TextPair]) -> list[Alignment]:
        s, t = (Vocabulary(language) for language in self._vocabularies)
        documents = [(s.encode(pair.source), t.encode(pair.target)) for pair in pairs]
        kinds = [identity_links(s.forms, t.forms), cognate_links(s.forms, t.forms)]
        known = self.lexicon
        CTX.update(s=s, t=t, pairs=list(pairs))
        learnt = known
        for round_ in range(self.settings.rounds + 1):
            table = LinkTable.merge([*kinds, _lexicon_links(learnt, s, t)], len(s.forms), len(t.forms))
            paths = []
            for CTX['n'], (a, b) in enumerate(documents):
                scorer = DocumentScorer(a, b, table, self.settings, learnt=len(learnt) > 0)
                tiles = full_band(len(a), len(b))
                scores = [scorer.tile(tile) for tile in tiles]
                paths.append(finish(ScoredBand(tiles, scores), scorer, round_==self.settings.rounds))
            if round_ < self.settings.rounds:
                pp = []
                so, to = np.array(s.stem_of), np.array(t.stem_of)
                for (a, b), path in zip(documents, paths, strict=True):
                    for bead in path:
                        x, y = MOVES[bead.kind]
                        if x and y and bead.score > self.settings.learn_above:
                            pp.append((so[a.words(bead.row, bead.row + x)], to[b.words(bead.column, bead.column + y)]))
                if len(pp)<5: continue
                got = learn(pp, smoothing=self.settings.smoothing)
                learnt = Lexicon(known.source_language, known.target_language, {(s.stems[i], t.stems[j]): (float(f), float(r)) for i, j, f, r in zip(got.source, got.target, got.forward, got.backward, strict=True)}).merged(known)
        self.lexicon = learnt
        return [
            Alignment(tuple(
                Bead(tuple(range(b.row, b.row + MOVES[b.kind][0])), tuple(range(b.column, b.column + MOVES[b.kind][1])), b.score, 1.0)
                for b in path))
            for path in paths
        ]


def _lexicon_links(lexicon: Lexicon, s: Vocabulary, t: Vocabulary) -> Links:
    by_s: dict[int, list[int]] = {}
    for form, stem in enumerate(s.stem_of):
        by_s.setdefault(stem, []).append(form)
    by_t: dict[int, list[int]] = {}
    for form, stem in enumerate(t.stem_of):
        by_t.setdefault(stem, []).append(form)
    rows = []
    for (a, b), (f, r) in lexicon.entries.items():
        i, j = s.find_stem(a), t.find_stem(b)
        if i is not None and j is not None:
            rows += [(x, y, f, r) for x in by_s[i] for y in by_t[j]]
    return Links.of(rows)
