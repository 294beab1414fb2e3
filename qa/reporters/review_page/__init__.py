"""The review page: what stands in it (``payload``), how two reports compare, and how its scripts become one."""

from qa.reporters.review_page.options import PageOptions, Segments
from qa.reporters.review_page.writing import write_page

__all__ = ["PageOptions", "Segments", "write_page"]
