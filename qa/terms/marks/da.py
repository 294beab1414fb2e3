"""Words of legal marks in Danish."""

from __future__ import annotations

from qa.terms.marks.grammar import MarkGrammar

GRAMMAR = MarkGrammar(
    language="da",
    hints=("forbudt", "bandlyst", "terror", "ekstremis", "agent", "uønsket"),
    ban=r"forbudt\p{L}*|bandlyst\p{L}*",
    status=r"anerkendt\p{L}*|erklæret|udpeget|klassificeret|opført|registreret|betegnet|stemplet",
    kinds={
        "terrorist": r"terror\p{L}*",
        "extremist": r"ekstremis\p{L}+",
        "agent": r"udenlandsk\p{L}*\sagent\p{L}*",
        "undesirable": r"uønsket\p{L}*",
    },
    place=r"(?i:i|på)\s(?:\p{Lu}\p{L}+|(?i:landet))(?:\s\p{Lu}\p{L}+)?",
    lead=r"(?:som|der|hvis|en|et|er|var|blev|(?:\p{L}+\s)?(?:gruppe|organisation|bevægelse)\p{L}*)",
    plural=r"grupper|organisationer|begge|alle",
    singular=r"gruppe|organisation|bevægelse",
    conjunction=r"og|eller|samt|den|det",
)
