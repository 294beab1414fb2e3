"""Makes one script of a page's JavaScript modules, and one style sheet; both are read as they stand in ``templates``.

Each module becomes a function of its own, so that no two share a name by accident. Only the two forms that our modules
use are understood: ``import { a, b as c } from "./x.js";`` and ``export`` before a declaration.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Asset", "script", "style"]

_IMPORT: Final = re.compile(r'^import \{([^}]*)\} from "\./([\w.]+)";\n', re.MULTILINE)
_EXPORT: Final = re.compile(r"^export ((?:async )?(?:function\*?|const|let|class) +(\w+))", re.MULTILINE)


class Asset(msgspec.Struct, frozen=True):
    """A script or style sheet of ours."""

    text: str
    source: str
    """How a content security policy names it: ``'sha256-…'``."""


@cache
def script(entry: str = "main.js") -> Asset:
    """The module ``entry`` and all that it needs, each after those that it imports, in one strict function."""
    wrapped = "\n".join(_wrapped(name) for name in _in_order(entry, []))
    return _asset(f'"use strict";\n(() => {{\nconst modules = {{}};\n{wrapped}\n}})();\n')


@cache
def style(*more: str) -> Asset:
    """The style sheet of our pages, with what one page has beside it."""
    return _asset("".join(map(_read, ("review.css", *more))))


def _asset(text: str) -> Asset:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Asset(text, f"'sha256-{digest}'")


def _read(name: str) -> str:
    return resources.files("qa.reporters").joinpath("templates", name).read_text(encoding="utf-8")


def _in_order(name: str, done: list[str]) -> list[str]:
    for match in _IMPORT.finditer(_read(name)):
        if match[2] not in done:
            _in_order(match[2], done)
    if name not in done:
        done.append(name)
    return done


def _wrapped(name: str) -> str:
    content = _read(name)
    exported = ", ".join(match[2] for match in _EXPORT.finditer(content))
    body = _EXPORT.sub(r"\1", _IMPORT.sub(_destructured, content))
    return f'modules["{name}"] = (() => {{\n{body}\nreturn {{ {exported} }};\n}})();'


def _destructured(match: re.Match[str]) -> str:
    names = ", ".join(_bindings(match[1]))
    return f'const {{ {names} }} = modules["{match[2]}"];\n'


def _bindings(names: str) -> Iterator[str]:
    for name in filter(None, map(str.strip, names.split(","))):
        yield name.replace(" as ", ": ")
