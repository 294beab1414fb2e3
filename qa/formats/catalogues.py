"""Tells the strings of a program from running text.

XLIFF serves both. The units of an article follow on from each other, so a first mention or a repeated word means
something there; the strings of a program stand alone. A file of strings is known by its ``datatype`` (XLIFF 1.2,
section 2.3, for resources) or by the suffix of its ``original``.
"""

from __future__ import annotations

from pathlib import PurePosixPath

__all__ = ["is_catalogue"]

_DATATYPES = frozenset(
    {"c", "cpp", "csharp", "csstyle", "database", "form", "javaclass", "javalistresourcebundle", "javascript"}
    | {"javapropertyresourcebundle", "jscript", "layout", "msclass", "php", "po", "rc", "resources", "resx", "ruby"}
    | {"vbjs", "winres"}
)
_SUFFIXES = frozenset(
    {".arb", ".c", ".cpp", ".cs", ".ext", ".ftl", ".ini", ".java", ".js", ".json", ".jsx", ".lang", ".php", ".plist"}
    | {".po", ".pot", ".properties", ".py", ".qm", ".rb", ".rc", ".resw", ".resx", ".storyboard", ".strings"}
    | {".stringsdict", ".swift", ".template", ".ts", ".tsx", ".twig", ".vue", ".xaml", ".xib", ".yaml", ".yml"}
)


def is_catalogue(datatype: str, original: str) -> bool:
    """Whether a file of this ``datatype`` (may be empty), made from ``original``, holds strings that stand alone."""
    suffix = PurePosixPath(original.replace("\\", "/").lower()).suffix
    return datatype.lower().removeprefix("x-") in _DATATYPES or suffix in _SUFFIXES
