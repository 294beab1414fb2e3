"""Output formats, one a module; each turns a report into bytes.

A module with a constant ``REPORTER`` of its own name is an output format, and nothing else need be touched.
"""

from qa.reporters.discovery import reporter, reporter_names
from qa.reporters.protocol import Reporter
from qa.reporters.reading import read_report

__all__ = ["Reporter", "read_report", "reporter", "reporter_names"]
