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
    """The pack of a BCP 47 tag, by its primary subtag; the pack ``und`` where there is none."""
    primary = language.replace("_", "-").split("-")[0].lower()
    name = f"{__name__}.{primary}"
    if not primary.isalpha() or importlib.util.find_spec(name) is None:
        name = f"{__name__}.und"
    module = importlib.import_module(name)
    return cast("LanguagePack", getattr(module, "PACK", None) or importlib.import_module(f"{__name__}.und").PACK)
