"""File formats, one a module: reading units with their places, writing changed targets back."""

from qa.formats.format import FormatInfo
from qa.formats.reading import read_bilingual, read_lines, read_monolingual
from qa.formats.registry import detect, formats
from qa.formats.splicing import Replacement, TextWriter
from qa.formats.writing import create, write_back

__all__ = [
    "FormatInfo",
    "Replacement",
    "TextWriter",
    "create",
    "detect",
    "formats",
    "read_bilingual",
    "read_lines",
    "read_monolingual",
    "write_back",
]
