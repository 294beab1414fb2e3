"""Which language a text is in, among a few that come into question.

Source: langdetect (N. Shuyo, 2010), with the profiles limited to the candidates: the fewer languages, the surer the
answer. Probabilities of that method saturate, so they are no measure of doubt; the length of the text is.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from langdetect.detector_factory import DetectorFactory

__all__ = ["CONFUSABLE", "identify"]

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
_FEWEST_LETTERS = 20
_LETTER = regex.compile(r"\p{L}")
_PROFILES = {"zh": "zh-cn", "nb": "no", "nn": "no"}


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
