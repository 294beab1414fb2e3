"""Which Latin spellings a Cyrillic name may have.

There is no one system: the same Юрий is *Yuri*, *Yuriy*, *Jurij* or *Iurii*, and names of Western origin go back to
their own spelling (Уилсон, *Wilson*). So a name has all spellings of every letter, wide rather than narrow: what is
none of them is hardly a spelling of the name at all.

Sources: BGN/PCGN 1947, ICAO 9303, ISO 9, GOST 7.79 and the practice of newspapers.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice, product

__all__ = ["CYRILLIC", "first_letters", "is_spelling", "usual_spellings"]

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
    "ео": "eo|eh|io|yo", "жж": "zhzh|zh",
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
_USUAL_UKRAINIAN = {
    "г": "h", "ґ": "g", "зг": "zgh", "и": "y", "ий": "yi|yy|y", "й": "i|y", "ій": "ii|iy", "жж": "zhzh|zh", "'": "",
    "’": "", "ьо": "o|io",
}  # fmt: skip
"""Where names with letters that only Ukrainian has differ; the Cabinet's resolution 55 of 2010 first."""
_UKRAINIAN_LETTERS = frozenset("іїєґ")
_USUAL_MOST = 64
_MUTE_TAILS = frozenset({"e", "h", "s", "es", "gh", "ue", "t", "x", "'", "'s", "us", "os"})


@lru_cache(maxsize=1 << 15)
def is_spelling(word: str, name: str) -> bool:
    """Whether a folded Latin word is any spelling of a Cyrillic name in its dictionary form.

    Args:
        word: letters in lower case, without accents.
        name: Cyrillic letters in lower case, with hyphens or apostrophes.
    """
    if word[:1] not in first_letters(name):
        return False
    places, at = {0, 1} if word.startswith("h") else {0}, 0
    while places and at < len(name):
        pair = name[at : at + 2]
        if pair in _GROUPS:
            single = _read(word, _read(word, places, _LETTERS.get(pair[0], "")), _LETTERS.get(pair[1], ""))
            places = single | _read(word, places, _GROUPS[pair])
            at += 2
        else:
            places = _read(word, places, _LETTERS.get(name[at], name[at]))
            at += 1
    return len(word) in places or any(word[place:] in _MUTE_TAILS for place in places)


@lru_cache(maxsize=1 << 14)
def first_letters(name: str) -> str:
    """The letters that a spelling of a Cyrillic name may begin with, as `is_spelling` has it."""
    letters, at = {"h"}, 0
    while at < len(name):
        pair = name[at : at + 2]
        if pair in _GROUPS:
            first, second = (set(_by_first_letter(_LETTERS.get(letter, ""))) for letter in pair)
            found = set(_by_first_letter(_GROUPS[pair])) | (first - {""}) | (second if "" in first else set())
        else:
            found = set(_by_first_letter(_LETTERS.get(name[at], name[at])))
        letters |= found - {""}
        if "" not in found:
            return "".join(sorted(letters))
        at += 2 if pair in _GROUPS else 1
    return "".join(sorted(letters | {tail[0] for tail in _MUTE_TAILS}))


def _read(word: str, places: set[int], choices: str) -> set[int]:
    """Where in ``word`` one can be after reading one of ``choices`` at any of ``places``."""
    by_letter = _by_first_letter(choices)
    behind = {
        place + length
        for place in places
        for choice, length in by_letter.get(word[place : place + 1], ())
        if length == 1 or word.startswith(choice, place)
    }
    return behind | places if "" in by_letter else behind


@cache
def _by_first_letter(choices: str) -> dict[str, tuple[tuple[str, int], ...]]:
    """The choices and their lengths by first letter; a choice of nothing has its own entry, which reads nothing."""
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    for choice in dict.fromkeys(choices.split("|")):
        found[choice[:1]] = (*found.get(choice[:1], ()), (choice, len(choice))) if choice else ()
    return found


@lru_cache(maxsize=1 << 14)
def usual_spellings(name: str) -> tuple[str, ...]:
    """The spellings of a Cyrillic name that English newspapers use, likeliest first; none for letters not known.

    Args:
        name: Cyrillic letters in lower case.
    """
    usual = _USUAL if _UKRAINIAN_LETTERS.isdisjoint(name) else _USUAL | _USUAL_UKRAINIAN
    choices, place = [], 0
    while place < len(name):
        pair = name[place : place + 2]
        unit = pair if len(pair) == 2 and pair in usual else name[place]  # noqa: PLR2004 -- two letters
        if unit not in usual:
            return ()
        choices.append(usual[unit].split("|"))
        place += len(unit)
    return tuple("".join(choice) for choice in islice(product(*choices), _USUAL_MOST))


def _either(choices: str) -> str:
    return f"(?:{choices})"
