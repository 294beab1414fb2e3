"""Words of legal marks in Ukrainian."""

from __future__ import annotations

from qa.terms.marks.grammar import MarkGrammar

GRAMMAR = MarkGrammar(
    language="uk",
    ban=r"заборонен\p{L}*|ліквідован\p{L}*|поза законом",
    status=r"визнан\p{L}*|внесен\p{L}*|включен\p{L}*|оголошен\p{L}*|занесен\p{L}*|виконує|виконують",
    kinds={
        "terrorist": r"терорис\p{L}+",
        "extremist": r"екстремі[сз]\p{L}+",
        "agent": r"іноземн\p{L}+\sагент\p{L}*|іноагент\p{L}*",
        "undesirable": r"небажан\p{L}+",
    },
    place=r"(?i:в|у|на)\s(?:(?i:території)\s)?(?:РФ|\p{Lu}\p{L}+|(?i:країн\p{L}+))",
    premodifier=r"(?:заборонен|визнан|внесен)(?:а|ої|ій|у|ою|е|ого|ому|им|ий|і|их|ими)\b",
    lead=r"(?:як\p{L}+|що|є|була|був|діяльність|раніше|(?:\p{L}+\s)?(?:організаці|угрупован|рух|"
    r"компані)\p{L}*)",
    plural=r"заборонен(?:і|их)|визнан(?:і|их)|організацій|обидв\p{L}+|усі",
    singular=r"заборонен(?:а|о|ий|е)|визнан(?:а|о|ий|е)",
    conjunction=r"і|й|та|або|а також|угрупован\p{L}+|рух\p{L}*|організаці\p{L}+",
)
