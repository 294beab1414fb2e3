"""Language packs: one module per language, named by its primary subtag, with a constant ``PACK``."""

from __future__ import annotations

import importlib
import importlib.util
from functools import cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from qa.languages.pack import LanguagePack

__all__ = ["language_pack"]


@cache
def language_pack(language: str) -> LanguagePack:
    """The pack of a BCP 47 tag, by its primary subtag; what CLDR knows, or the pack ``und``, where there is none."""
    primary = language.replace("_", "-").split("-")[0].lower()
    own = _own(primary) if primary.isalpha() else None
    if own is None and primary.isalpha() and primary != "und":
        from qa.languages import cldr  # noqa: PLC0415 -- babel is needed for the languages without a pack only

        own = cldr.pack(primary)
    return own or importlib.import_module(f"{__name__}.und").PACK


def _own(primary: str) -> LanguagePack | None:
    """The constant ``PACK`` of the language's module, if there is one."""
    name = f"{__name__}.{primary}"
    if importlib.util.find_spec(name) is None:
        return None
    return cast("LanguagePack | None", getattr(importlib.import_module(name), "PACK", None))
