"""How English denies, and what it says instead."""

from __future__ import annotations

from qa.languages.lexicon import Denial
from qa.languages.usage import words

__all__ = ["DENIAL"]

DENIAL = Denial(
    words=words("not no never none nobody nothing nowhere neither nor cannot without no-one"),
    idioms=r"not only|no longer only|nothing but|no less than|no fewer than|not least|no doubt|whether or not",
    kindred=words(
        "only until hardly barely scarcely rarely seldom few little rather instead far too former yet any anyone "
        "anything "
        "free despite still keep kept keeps away against contrary unless but less least off out beyond wrong difficult "
        "hard left zero nevertheless nonetheless regardless just other short under quit worse gone lost lose loses "
        "scarce trouble down instead outside even though although if continually unaware over"
    ),
    prefixes=(
        "un", "in", "im", "il", "ir", "dis", "non", "mis", "fail", "lack", "refus", "deny", "deni", "avoid", "stop",
        "except", "absen", "reject", "prevent", "prohibit", "forb", "ban", "exclu", "miss", "remain", "ceas", "suspend",
        "cancel", "oppos", "declin", "doubt", "ignor", "negat", "restrict", "withh", "struggl", "abandon", "end",
        "neutrali",
    ),
    suffixes=("less", "lessly", "lessness", "-free"),
)  # fmt: skip
