"""Legal marks beside names, such as “(banned in …)”, recognised without any list by a language's words for them."""

from __future__ import annotations

from qa.terms.marks.finding import Footnote, Mark, MarkForm, find_marks, footnotes
from qa.terms.marks.grammar import BAN, Core, MarkGrammar, cores, kinds_in, mark_grammar, may_hold_mark, may_hold_marks

__all__ = [
    "BAN",
    "Core",
    "Footnote",
    "Mark",
    "MarkForm",
    "MarkGrammar",
    "cores",
    "find_marks",
    "footnotes",
    "kinds_in",
    "mark_grammar",
    "may_hold_mark",
    "may_hold_marks",
]
