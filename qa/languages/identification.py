"""Which language a text is in, among a few that come into question.

Source: langdetect (N. Shuyo, 2010), with the profiles limited to the candidates: the fewer languages, the surer the
answer. Probabilities of that method saturate, so they are no measure of doubt; the length of the text is.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import regex

from qa.languages import language_pack
from qa.languages.usage import words

if TYPE_CHECKING:
    from langdetect.detector_factory import DetectorFactory

__all__ = ["CONFUSABLE", "common_words", "identify"]

CONFUSABLE: dict[str, frozenset[str]] = {
    "ru": frozenset({"uk", "bg"}),
    "uk": frozenset({"ru", "bg"}),
    "bg": frozenset({"ru", "mk"}),
    "en": frozenset({"de", "nl"}),
    "de": frozenset({"nl", "en"}),
    "fr": frozenset({"es", "it"}),
    "es": frozenset({"pt", "it"}),
    "it": frozenset({"es", "fr"}),
    "pt": frozenset({"es", "it"}),
    "pl": frozenset({"cs", "sk"}),
    "cs": frozenset({"sk", "pl"}),
}
"""Languages whose texts are taken for each other, or that turn up in each other's place."""
_COMMON_WORDS = {
    "nl": words(
        "de het een en van dat niet op te zijn met voor er aan om hij ook als maar bij uit nog naar door over ze wordt "
        "deze geen worden werd zich"
    ),
    "bg": words(
        "и на в за да се от по с не е са че като до при след или но това ще може има бъде си го му ни който която"
    ),
    "mk": words("и на во за да се од по со не е што како до при или но тоа ќе може има биде си го му кој која ги"),
    "pt": words("de a o que e do da em um para com não uma os no se na por mais as dos como mas ao das seu sua ou"),
    "cs": words(
        "a v se na je že s z do to i o jako za by ale pro jsou po jeho při nebo který které také si ve od podle"
    ),
    "sk": words(
        "a v sa na je že s z do to aj o ako za by ale pre sú po jeho pri alebo ktorý ktoré tiež si vo od podľa"
    ),
}
"""The commonest words, folded, of those languages above that have no pack."""
_FEWEST_LETTERS = 20
_LETTER = regex.compile(r"\p{L}")
_PROFILES = {"zh": "zh-cn", "nb": "no", "nn": "no"}


def common_words(language: str) -> frozenset[str]:
    """The commonest words of a language (primary subtag), folded; none where they are not known."""
    return _COMMON_WORDS.get(language) or language_pack(language).common_words


def identify(text: str, candidates: frozenset[str]) -> str | None:
    """The language of ``text`` (primary subtag); None where the text is too short or no profile knows a candidate.

    The answer depends on the text and the candidates only: the detector is seeded.
    """
    if len(_LETTER.findall(text)) < _FEWEST_LETTERS:
        return None
    from langdetect.lang_detect_exception import LangDetectException  # noqa: PLC0415 -- only where a text is in doubt

    factory = _factory(candidates)
    if factory is None:
        return None
    detector = factory.create()
    detector.append(text)
    try:
        found = detector.detect()
    except LangDetectException:
        return None
    return None if found == "unknown" else str(found).split("-", maxsplit=1)[0]


@cache
def _factory(candidates: frozenset[str]) -> DetectorFactory | None:
    """A detector that knows the candidates only; None where fewer than two of them have a profile."""
    from langdetect.detector_factory import DetectorFactory  # noqa: PLC0415 -- only where a text is in doubt

    folder = files("langdetect") / "profiles"
    names = sorted({_PROFILES.get(candidate, candidate) for candidate in candidates})
    profiles = [folder / name for name in names if (folder / name).is_file()]
    if len(profiles) < 2:  # noqa: PLR2004 -- nothing to choose from
        return None
    factory = DetectorFactory()
    factory.load_json_profile([profile.read_text(encoding="utf-8") for profile in profiles])
    factory.set_seed(0)
    return factory
