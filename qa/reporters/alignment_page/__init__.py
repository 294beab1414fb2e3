"""The page on which a person looks an alignment over: two columns, and beads that join their sentences."""

from qa.reporters.alignment_page.payload import DOUBTFUL, AlignedText
from qa.reporters.alignment_page.writing import write_alignment_page

__all__ = ["DOUBTFUL", "AlignedText", "write_alignment_page"]
