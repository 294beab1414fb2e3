"""The notes of an XLIFF file that stand outside its units."""

from __future__ import annotations

__all__ = ["Comments"]


class Comments:
    """Notes on a file, and on the groups that the reader is in."""

    def __init__(self) -> None:
        self._levels: list[list[str]] = [[]]

    def enter(self) -> None:
        """Go into a group."""
        self._levels.append([])

    def leave(self) -> None:
        """Leave a group."""
        self._levels.pop()

    def add(self, text: str) -> None:
        """Take a note on what the reader is in."""
        if text.strip():
            self._levels[-1].append(text)

    @property
    def of_file(self) -> tuple[str, ...]:
        """Those on the file."""
        return tuple(self._levels[0])

    @property
    def of_groups(self) -> tuple[str, ...]:
        """Those on the groups around the next unit that speak to this program; the outermost first."""
        return tuple(note for level in self._levels[1:] for note in level if "qa:ignore" in note)
