"""The fallback for languages without a pack of their own."""

from __future__ import annotations

from qa.languages.pack import LanguagePack

PACK = LanguagePack(code="und", name="undetermined")
