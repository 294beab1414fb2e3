"""Words of legal marks in French."""

from __future__ import annotations

from qa.terms.marks.grammar import MarkGrammar

GRAMMAR = MarkGrammar(
    language="fr",
    hints=("interdit", "proscrit", "prohibé", "terroris", "extrémis", "agent", "indésirable"),
    ban=r"interdit\p{L}*|proscrit\p{L}*|prohibé\p{L}*",
    status=r"désigné\p{L}*|reconnu\p{L}*|classé\p{L}*|considéré\p{L}*|déclaré\p{L}*|inscrit\p{L}*|"
    r"qualifié\p{L}*",
    kinds={
        "terrorist": r"terroris[tm]\p{L}*",
        "extremist": r"extrémis[tm]\p{L}*",
        "agent": r"agents?\s(?:de l['’])?étrangers?|agents?\sde\sl['’]étranger",
        "undesirable": r"indésirable\p{L}*",
    },
    place=r"(?i:en|au|aux|dans|sur le territoire)\s(?i:l['’]|la\s|le\s|les\s|de\s|du\s)?(?:\p{Lu}[\p{L}-]+|"
    r"(?i:pays))(?:\s(?:de\s)?\p{Lu}[\p{L}-]+)?",
    lead=r"(?:qui|dont|une?|est|sont|a|été|comme|(?:groupe|organisation|mouvement)(?:\s\p{L}+)?)",
    plural=r"groupes|organisations|interdits|interdites|tous|toutes|sont",
    singular=r"groupe|organisation|mouvement|est",
    conjunction=r"et|ou|ainsi que|le|la|les|l",
)
