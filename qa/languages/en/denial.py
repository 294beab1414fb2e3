"""How English denies, and what it says instead."""

from __future__ import annotations

from qa.languages.lexicon import Denial
from qa.languages.usage import words

__all__ = ["DENIAL"]

DENIAL = Denial(
    words=words("not no never none nobody nothing nowhere neither nor cannot without no-one"),
    idioms=r"not only|no longer only|nothing but|no less than|no fewer than|not least|no doubt|whether or not|"
    r"no\. ?(?=\d)",
    kindred=words(
        "only hardly barely scarcely rarely seldom few little instead rather far too still yet least less other "
        "otherwise except unless until despite against away off out outside before beyond free former short lest wrong "
        "hard difficult difficulty end ends ended keep keeps kept keeping gone left lose loses losing lost anything "
        "quit ruled trouble worse unfortunately"
    ),
    prefixes=(
        "un", "dis", "non", "impossib", "inab", "inadeq", "incap", "incomplet", "incorrect", "ineff", "ineligib",
        "inevit", "insuff", "intoler", "invalid", "irreg", "irrel", "illeg", "fail", "lack", "refus", "den", "avoid",
        "stop", "absen", "reject", "prevent", "prohib", "forb", "ban", "exclu", "miss", "ceas", "suspend", "cancel",
        "oppos", "declin", "doubt", "ignor", "remain", "abandon",
    ),
    suffixes=("less", "lessly", "lessness", "-free"),
    unlike=(
        "under", "union", "unit", "uniq", "univ", "unif", "unto", "discuss", "display", "dist", "disc", "diseas",
        "disast", "dispat", "bank", "band", "mission", "missil", "dens", "dent", "denmark",
    ),
    torn=words("ca wo sha"),
    helpers=words("do does did"),
    objects=words(
        "so it that this these those what which who whom how why a an the his her its their our your my me him them us "
        "you i he she we they there something everything nothing much more most many well better best good harm damage "
        "in on to for with as at by of about from over after before when than because and or but if business again "
        "away without all some one two three both too enough just only battle wonders justice is was are"
    ),
    polar=words("any anyone anybody anymore ever either whatsoever"),
    polar_signals=words(
        "if whether before than most best worst first last as more who whoever every all question"
    ),
)  # fmt: skip
