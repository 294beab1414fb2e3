"""Where a file stands in its repository: the paths that CI platforms, baselines and version control speak of."""

from __future__ import annotations

from pathlib import Path

__all__ = ["repository_path", "repository_root"]


def repository_root(start: Path | None = None) -> Path:
    """The nearest folder with a ``.git``, from ``start`` (the current folder without it) upwards; else ``start``."""
    begin = (start or Path.cwd()).resolve()
    return next((folder for folder in (begin, *begin.parents) if (folder / ".git").exists()), begin)


def repository_path(path: str, root: Path) -> str:
    """``path``, taken from the current folder, as seen from ``root`` and with slashes; absolute where it is outside."""
    absolute = Path.cwd() / path
    resolved = absolute.parent.resolve() / absolute.name  # a link is checked under its own name
    return resolved.relative_to(root).as_posix() if resolved.is_relative_to(root) else resolved.as_posix()
