"""Words of legal marks in German."""

from __future__ import annotations

from qa.terms.marks.grammar import MarkGrammar

GRAMMAR = MarkGrammar(
    language="de",
    hints=("verboten", "untersagt", "geächtet", "terror", "extremis", "agent", "unerwünscht"),
    ban=r"verboten\p{L}*|untersagt|geächtet",
    status=r"eingestuft\p{L}*|anerkannt\p{L}*|erklärt\p{L}*|gelistet\p{L}*|geführt|bezeichnet|aufgenommen",
    kinds={
        "terrorist": r"terror\p{L}*",
        "extremist": r"extremis\p{L}+",
        "agent": r"(?:ausländische\p{L}*\s|Auslands)agent\p{L}*",
        "undesirable": r"unerwünscht\p{L}*",
    },
    place=r"(?i:in)\s(?i:der\s)?\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?",
    premodifier=r"in\s",
    lead=r"(?:die|der|das|deren|dessen|eine?|ist|sind|wurde|wird|als|(?:\p{L}+\s)?(?:Gruppe|Organisation|"
    r"Bewegung|Vereinigung))",
    plural=r"beide|alle|Gruppen|Organisationen|sind",
    singular=r"ist|eine?\s\p{L}+|die\s(?:Gruppe|Organisation)",
    conjunction=r"und|oder|sowie|die|der|das",
)
