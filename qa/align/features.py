"""What speaks for and against one bead: the terms of the second, closer look."""

from __future__ import annotations

import numpy as np

from qa.align.settings import MOVES

NAMES = (
    "added", "dropped", "one", "two", "three", "four", "two_two", "two_three", "three_three",
    "words", "length", "placed", "explained", "unexplained", "weakest", "stray", "astray", "links",
    "end", "start_lower", "dash", "quotes", "question", "numbers",
    "alone_words", "alone_long", "alone_short", "alone_shape", "inner_stop", "inner_pause",
    "alone_again",
)
_KIND = {(0, 1): 0, (1, 0): 1, (1, 1): 2, (1, 2): 3, (2, 1): 3, (1, 3): 4, (3, 1): 4, (1, 4): 5, (4, 1): 5, (2, 2): 6, (2, 3): 7, (3, 2): 7, (3, 3): 8}
IX = {n: i for i, n in enumerate(NAMES)}
LAM = 0.6
KAPPA = 6.0


class Describer:
    def __init__(self, scorer, shapes_s, shapes_t, forms_s, forms_t, band):
        self.s, self.t = scorer.source, scorer.target
        self.sh = (shapes_s, shapes_t)
        self.scorer = scorer
        us, ut = np.unique(self.s.forms), np.unique(self.t.forms)
        self.F, self.R = scorer.links.dense(us, ut)
        self.ls, self.lt = np.searchsorted(us, self.s.forms), np.searchsorted(ut, self.t.forms)
        self.ps, self.pt = scorer.chance(0, us), scorer.chance(1, ut)
        self.is_, self.it = -np.log(self.ps), -np.log(self.pt)
        self.ns = np.array([forms_s[x][0] == "#" for x in us]); self.nt = np.array([forms_t[x][0] == "#" for x in ut])
        self.band = band

    def describe(self, row, col, kind):
        x = np.zeros(len(NAMES))
        a, b = MOVES[kind]
        x[_KIND[a, b]] = 1
        if not (a and b):
            text, at, info, loc, sh = (self.s, row, self.is_, self.ls, self.sh[0]) if a else (self.t, col, self.it, self.lt, self.sh[1])
            w = loc[text.starts[at]:text.starts[at + 1]]
            x[IX["alone_words"]] = np.log(len(w))
            x[IX["alone_long"]] = info[w].sum() / 100
            x[IX["alone_short"]] = len(w) <= 3
            x[IX["alone_shape"]] = sh[at].end in ("none", "pause")
            return x
        base = self.band
        S0, S1 = self.s.starts[row], self.s.starts[row + a]
        T0, T1 = self.t.starts[col], self.t.starts[col + b]
        u, w = self.ls[S0:S1], self.lt[T0:T1]
        F, R = self.F[np.ix_(u, w)], self.R[np.ix_(u, w)]
        n, m = len(u), len(w)
        dev = np.abs((np.arange(n)[:, None] + .5) / n - (np.arange(m) + .5) / m)
        near = np.exp(-KAPPA * dev)
        pu, pw, iu, iw = self.ps[u], self.pt[w], self.is_[u], self.it[w]
        made = np.minimum((F * near / near.sum(0)).sum(0), 1.0)
        lt = np.clip(np.log1p(LAM * (made / pw - 1)), -5, 8)
        made = np.minimum((R * near / near.sum(1)[:, None]).sum(1), 1.0)
        ls = np.clip(np.log1p(LAM * (made / pu - 1)), -5, 8)
        x[IX["placed"]] = (lt.sum() + ls.sum()) / 10
        words = np.clip(np.log1p(LAM * (np.minimum(F.sum(0), 1) / n / pw - 1)), -5, 8).sum() + np.clip(np.log1p(LAM * (np.minimum(R.sum(1), 1) / m / pu - 1)), -5, 8).sum()
        x[IX["words"]] = words / 10
        x[IX["length"]] = self.scorer.length_term(row, col, a, b)
        G = np.sqrt(F * R) + .5 * np.maximum(F, R)
        G = G * (near + .05)
        link = (G >= G.max(1, keepdims=True)) & (G >= G.max(0)) & (np.maximum(F, R) > .1)
        du, dw = link.any(1), link.any(0)
        eu, ew = iu * du, iw * dw
        x[IX["explained"]] = (eu.sum() + ew.sum()) / 100
        x[IX["unexplained"]] = (iu.sum() + iw.sum()) / 100 - x[IX["explained"]]
        cov = []
        for k in range(a):
            q = slice(self.s.starts[row + k] - S0, self.s.starts[row + k + 1] - S0)
            cov.append((eu[q].sum(), iu[q].sum()))
        cs = list(cov); ct = []
        for k in range(b):
            q = slice(self.t.starts[col + k] - T0, self.t.starts[col + k + 1] - T0)
            ct.append((ew[q].sum(), iw[q].sum()))
        parts = (cs if a > 1 else []) + (ct if b > 1 else [])
        if parts:
            x[IX["weakest"]] = min(e / i for e, i in parts)
            x[IX["stray"]] = max(max(.3 * i - e, 0) for e, i in parts) / 10
        r, c = np.nonzero(link)
        val = np.minimum(iu[r], iw[c])
        x[IX["astray"]] = (val * (dev[r, c] - .15)).sum() / 10
        x[IX["links"]] = len(r) / 10
        first, last = (self.sh[0][row], self.sh[1][col]), (self.sh[0][row + a - 1], self.sh[1][col + b - 1])
        x[IX["end"]] = last[0].end != last[1].end
        x[IX["question"]] = (last[0].end == "question") != (last[1].end == "question")
        x[IX["start_lower"]] = first[0].lower != first[1].lower
        x[IX["dash"]] = first[0].dash != first[1].dash
        qs = sum(self.sh[0][row + k].quotes for k in range(a)); qt = sum(self.sh[1][col + k].quotes for k in range(b))
        x[IX["quotes"]] = qs % 2 + qt % 2
        inner = [self.sh[0][row + k].end for k in range(a - 1)] + [self.sh[1][col + k].end for k in range(b - 1)]
        x[IX["inner_stop"]] = sum(e in ("stop", "question") for e in inner)
        x[IX["inner_pause"]] = sum(e in ("pause", "none") for e in inner)
        x[IX["numbers"]] = min((self.ns[u] & ~(R.max(1) > .2)).sum() + (self.nt[w] & ~(F.max(0) > .2)).sum(), 4)
        return x
