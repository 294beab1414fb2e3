"""Words of legal marks in Turkish."""

from __future__ import annotations

from qa.terms.marks.grammar import MarkGrammar

GRAMMAR = MarkGrammar(
    language="tr",
    hints=("yasak", "yasa", "terör", "aşırı", "ajan", "istenmeyen"),
    ban=r"yasaklan\p{L}*|yasaklı|yasak|yasa\s?dışı",
    status=r"tanın\p{L}*|ilan\sedil\p{L}*|kabul\sedil\p{L}*|listesin\p{L}*|sayıl\p{L}*|nitelen\p{L}*",
    kinds={
        "terrorist": r"terör\p{L}*",
        "extremist": r"aşırılık\p{L}*|aşırıcı\p{L}*",
        "agent": r"yabancı\sajan\p{L}*",
        "undesirable": r"istenmeyen\p{L}*",
    },
    place=r"\p{Lu}\p{L}+['’]?(?:da|de|ta|te)\b",
    standing=r"(?:bölücü\s)?terör\sörgütü(?:\solan)?",
    premodifier=r"(?:bölücü\s)?terör\sörgütü|\p{Lu}\p{L}+['’]?(?:da|de|ta|te)\s",
    conjunction=r"ve|veya|ile",
)
