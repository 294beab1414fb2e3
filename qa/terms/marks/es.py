"""Words of legal marks in Spanish."""

from __future__ import annotations

from qa.terms.marks.grammar import MarkGrammar

GRAMMAR = MarkGrammar(
    language="es",
    hints=("prohibid", "proscrit", "ilegalizad", "terroris", "extremis", "agente", "indeseable"),
    ban=r"prohibid\p{L}*|proscrit\p{L}*|ilegalizad\p{L}*",
    status=r"designad\p{L}*|reconocid\p{L}*|declarad\p{L}*|considerad\p{L}*|calificad\p{L}*|incluid\p{L}*|"
    r"catalogad\p{L}*",
    kinds={
        "terrorist": r"terroris[tm]\p{L}*",
        "extremist": r"extremis[tm]\p{L}*",
        "agent": r"agentes?\sextranjer\p{L}+",
        "undesirable": r"indeseable\p{L}*",
    },
    place=r"(?i:en)\s(?i:la\s|el\s|los\s|territorio\sde\s)?(?:\p{Lu}\p{L}+|"
    r"(?i:país))(?:\s(?:de\s)?\p{Lu}\p{L}+)?",
    lead=r"(?:que|cuy\p{L}+|una?|es|son|fue|como|(?:grupo|organización|movimiento)(?:\s\p{L}+)?)",
    plural=r"grupos|organizaciones|prohibid[oa]s|ambos|ambas|todos|son",
    singular=r"grupo|organización|movimiento|es",
    conjunction=r"y|e|o|así como|el|la|los|las",
)
