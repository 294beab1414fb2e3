"""Which Latin spellings a Cyrillic name may have.

There is no one system: the same Юрий is *Yuri*, *Yuriy*, *Jurij* or *Iurii*, and names of Western origin go back to
their own spelling (Уилсон, *Wilson*). So a name is turned into a pattern of all spellings of every letter, wide rather
than narrow: what it does not match is hardly a spelling of the name at all.

Sources: BGN/PCGN 1947, ICAO 9303, ISO 9, GOST 7.79 and the practice of newspapers.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, product

__all__ = ["CYRILLIC", "spellings", "usual_spellings"]

CYRILLIC = re.compile(r"[а-яёіїєґў'’-]+", re.IGNORECASE)

_GROUPS = {
    "дж": "dzh|j|g|dj|gi|dg", "кс": "ks|x|cs|cks|ks|kes|cc", "кв": "kv|qu|kw|cqu",
    "ай": "ai|ay|aj|i|y|ei|igh|ey|ie|ij|uy",
    "эй": "ey|ei|ay|ai|a|ej|ae", "ей": "aye|aie|ey|ei|ay|ai|ej|eyi|i|y|ee|ea|a|ie", "ий": "iy|y|i|ii|ij|yi|ie|ey|iyi",
    "ый": "yy|y|iy|yi|yj|ij",
    "ья": "ya|ia|'ya|iya|ja|lla|ea", "ье": "ye|ie|'ye|iye|je|ier", "ьё": "yo|io|yeo", "уа": "ua|wa|oi|oua",
    "уи": "ui|wi|whi|oui|uy|we",
    "уо": "uo|wo|wa", "уэ": "we|ue|whe", "ью": "yu|iu|ew|'yu|iew|u", "ию": "iyu|iu|ius", "ия": "iya|ia|ija|ie|y",
    "йо": "yo|jo|eo|io",
    "аи": "ai|ay|aye", "ау": "au|ow|aw|ou", "оу": "ou|o|ow|ough|oe|au", "хт": "kht|ht|cht|ght",
    "тц": "tz|tts|tc|ts|cz", "зг": "zg|sg",
    "шт": "sht|st|scht|cht", "шп": "shp|sp", "ск": "sk|sc|sch|sq|x", "сх": "skh|sh|sch|sc", "цц": "zz|tsts|cc|tz",
    "тт": "tt|t|tte",
    "дз": "dz|z|j|zz", "гу": "gu|gou|ghu|goo", "ги": "gi|ghi|gui|hy|gy", "ге": "ge|gue|he|ghe|gye", "хь": "h",
    "ео": "eo|eh|io|yo",
}  # fmt: skip
_LETTERS = {
    "а": "a|e|u|o|ah|aa|ae|i|ai|ea|ha|er|ar|ya", "б": "b|bb|be", "в": "v|w|ff|f|vv|wh|ve|u|b",
    "г": "g|h|gh|gg|gue|j|gj|dj", "д": "d|dd|de|t|dt",
    "е": "e|ye|je|ie|yo|ee|ea|ae|a|o|eh|oe|he|ay|er|i|ai|u|uy|ui|jo", "ё": "yo|e|o|io|jo|eo|oe|ö|ye|ew",
    "ж": "zh|j|g|z|ge|gi|ž", "з": "z|s|zz|ds|th|ts|se|x|c",
    "и": "i|y|ee|ea|e|ie|ii|yi|hi|ey|j|wi|ye", "й": "y|i|j||ey|ii|ie|gh",
    "к": "k|c|ck|q|kk|cc|ch|cque|que|ke|x|kh|g|cq|cu|qu",
    "л": "l|ll|le|lle|lh|ł|el", "м": "m|mm|me|mb|mn", "н": "n|nn|ne|ng|nne|kn|gn|ń|ñ|m|hn|nh",
    "о": "o|a|ou|au|eau|ow|oo|oh|aw|oa|ho|or|ao|eu|u|os",
    "п": "p|pp|pe|b|ppe", "р": "r|rr|re|rh|er|ur|hr|wr", "с": "s|ss|c|z|sc|se|ce|th|ts|ps|x|sse|sz|sh|ś",
    "т": "t|tt|th|te|tte|tw|d|gt|pt|et",
    "у": "u|oo|ou|w|ew|o|uh|ue|wu|hu|y|ú|wo", "ф": "f|ph|ff|v|pf|fe|th", "х": "kh|h|ch|x|j|gh|q|hh|g",
    "ц": "ts|c|tz|z|cz|tc|t|zz|s|ch",
    "ч": "ch|tch|c|cz|tsch|tch|cc|ci|q|t|č|tsh|tj", "ш": "sh|sch|s|ch|sz|ssh|š|sk|x",
    "щ": "shch|sch|sh|shh|sc|szcz|stch|sjtj|št",
    "ъ": "|'|ie", "ы": "y|i|ui|ee", "ь": "|'|’|i|y|e|j", "э": "e|a|ae|eh|he|ea|ö|ai|ye",
    "ю": "yu|iu|ju|u|yoo|ew|ü|eu|ue|ui|y", "я": "ya|ia|ja|a|ea|aya|ä|yah",
    "і": "i|y|ii", "ї": "yi|i|ji|ii", "є": "ye|ie|e|je", "ґ": "g|gh", "ў": "w|u|v", "-": "-| |", "'": "|'", "’": "|'",
}  # fmt: skip
_USUAL = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e|ye", "ё": "yo|e", "ж": "zh", "з": "z", "и": "i",
    "й": "y|i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh|h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu|iu",
    "я": "ya|ia", "і": "i", "ї": "yi|i", "є": "ye|ie", "ґ": "g", "ий": "y|iy", "ый": "y", "кс": "ks|x", "дж": "j|dzh",
    "ье": "ye|ie", "ья": "ya|ia",
}  # fmt: skip
_USUAL_MOST = 64
_MUTE_TAIL = "(?:e|h|s|es|gh|ue|t|x|'s?|us|os)?"


@lru_cache(maxsize=1 << 14)
def spellings(name: str) -> re.Pattern[str]:
    """The pattern of all Latin spellings of a Cyrillic name in its dictionary form; matches folded words.

    Args:
        name: Cyrillic letters in lower case, with hyphens or apostrophes.
    """
    parts, place = [], 0
    while place < len(name):
        pair = name[place : place + 2]
        if pair in _GROUPS:
            singles = _either(_LETTERS.get(pair[0], "")) + _either(_LETTERS.get(pair[1], ""))
            parts.append(f"(?:{_either(_GROUPS[pair])}|{singles})")
            place += 2
        else:
            parts.append(_either(_LETTERS.get(name[place], re.escape(name[place]))))
            place += 1
    return re.compile("h?" + "".join(parts) + _MUTE_TAIL)


@lru_cache(maxsize=1 << 14)
def usual_spellings(name: str) -> tuple[str, ...]:
    """The spellings of a Cyrillic name that English newspapers use, likeliest first; none for letters not known.

    Args:
        name: Cyrillic letters in lower case.
    """
    choices, place = [], 0
    while place < len(name):
        pair = name[place : place + 2]
        unit = pair if len(pair) == 2 and pair in _USUAL else name[place]  # noqa: PLR2004 -- two letters
        if unit not in _USUAL:
            return ()
        choices.append(_USUAL[unit].split("|"))
        place += len(unit)
    return tuple("".join(choice) for choice in islice(product(*choices), _USUAL_MOST))


def _either(choices: str) -> str:
    return f"(?:{choices})"
