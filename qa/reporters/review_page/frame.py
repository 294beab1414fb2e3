"""The frame of a page: filled by Jinja, closed to every script and style but ours, and deaf to what stands in texts."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from qa.reporters.visible import harmless

if TYPE_CHECKING:
    from jinja2 import Template

    from qa.reporters.review_page.bundle import Asset

__all__ = ["inert", "policy", "template"]


def policy(script: Asset, style: Asset, *, served: bool = False) -> str:
    """What the browser may do with the page: run our script and style, and nothing else; no text becomes markup."""
    connect = "connect-src 'self'; " if served else ""
    return (
        f"default-src 'none'; script-src {script.source}; style-src {style.source}; {connect}"
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def inert(encoded: bytes) -> bytes:
    """JSON, or base 64, that no parser of HTML takes for markup."""
    return encoded.replace(b"<", b"\\u003c").replace(b">", b"\\u003e").replace(b"&", b"\\u0026")


@cache
def template(name: str) -> Template:
    """A template of ours; all that it puts out is escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 -- only where a page is written

    environment = Environment(
        loader=PackageLoader("qa.reporters"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_printable,
    )
    return environment.get_template(name)


def _printable(value: object) -> object:
    """What the template puts out, with controls and whatever else cannot be seen in it named."""
    return harmless(value) if type(value) is str else value
