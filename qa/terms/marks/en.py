"""Words of legal marks in English."""

from __future__ import annotations

from qa.terms.marks.grammar import MarkGrammar

_NAME = r"(?:\p{Lu}[\p{L}.]+|U\.?S\.?A?\.?)(?:\s(?:and\s|of\s)?\p{Lu}[\p{L}.]+\b)?"

_POWER = r"(?i:laws?|legislation|authorities|courts?|government|parliament|justice\sministry|ministry\sof\sjustice)"

GRAMMAR = MarkGrammar(
    language="en",
    hints=(
        "banned",
        "outlawed",
        "prohibited",
        "proscribed",
        "forbidden",
        "illegal",
        "liquidated",
        "under a ban",
        "to a ban",
        "disbanded",
        "terror",
        "extremis",
        "foreign agent",
        "foreign-agent",
        "undesirable",
        "unwanted",
        "sanctions",
    ),
    ban=r"banned|outlawed|prohibited|proscribed|forbidden|illegal|liquidated|disbanded by court|"
    r"(?:under|subject to)\sa\sban",
    status=r"designated|recogni[sz]ed|declared|listed|label(?:l)?ed|branded|classified|deemed|considered|registered|"
    r"included|entered|added|placed|put|identified|acting|performing|performs?|fulfilling|has the status|status",
    kinds={
        "terrorist": r"terror(?:ists?|ism)?",
        "extremist": r"extremis(?:ts?|m)",
        "agent": r"foreign[ -]agents?",
        "undesirable": r"undesirable|unwanted",
    },
    place=rf"(?i:in|on|within|throughout|across|inside)\s(?i:the\s)?(?:(?i:territory\sof\s(?:the\s)?))?"
    rf"(?:{_NAME}|(?:this\s)?country\b)|(?i:by|under)\s(?i:the\s|an?\s)?{_NAME}\s{_POWER}",
    sanctions=r"(?:under|subject to|on)\s(?:the\s)?(?:\p{L}+\s){0,2}(?:sanctions|terror(?:ist|ism)? list)",
    weak=r"foreign[ -]agents?|undesirable organi[sz]ations?|liquidated by|"
    r"(?:terror(?:ist)?|extremist) (?:group|organi[sz]ation|movement)s?|"
    r"(?:designated|listed|recogni[sz]ed|banned|outlawed|proscribed)\s(?:as\s)?(?:an?\s)?(?:\p{L}+\s)?"
    r"(?:terror\p{L}*|extremist\p{L}*|group|organi[sz]ation|movement|in \p{L}+)",
    standing=r"(?-i:\p{Lu})[\p{L}.]*-(?:banned|outlawed|designated|proscribed)\b",
    premodifier=r"[\p{L}.]+-(?:banned|outlawed|designated|proscribed)\b",
    lead=r"(?:which|that|whose|an?|the|it|its|is|are|was|were|has been|have been|earlier|previously|also|officially|"
    r"\p{L}*\s?(?:group|organi[sz]ation|movement|activit(?:y|ies)|company|outlet|media)s?)",
    plural=r"groups|organi[sz]ations|movements|both|all|companies|are|networks|outlets|entities|parties",
    singular=r"the (?:group|organi[sz]ation|movement|company)|an? (?:\p{L}+\s)?(?:group|organi[sz]ation|movement)|"
    r"(?:group|organi[sz]ation|movement)|is|was|its",
    anaphor=r"(?:the|this)\s(?:\p{L}+\s)?(?:group|organi[sz]ation|movement|company|corporation|party|network|outlet)|it|"
    r"its activit(?:y|ies)",
    blanket=r"all (?:its |their |other )?mentions|each mention|every mention|mentioned (?:in|above)|"
    r"throughout (?:the|this)",
    banner=r"(?:this|the)\s(?:material|message|publication|content|text|article)[^\n]{0,80}?"
    r"(?:created|produced|distributed|disseminated)[^\n]{0,120}?foreign[ -]agent",
    conjunction=r"and|or|as well as|the|both|group|groups|movement|organi[sz]ation|terrorist|also|with",
)
