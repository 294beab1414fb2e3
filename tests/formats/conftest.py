"""Makes the shared conformance class importable: pytest's importlib mode leaves test folders off the path."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
pytest.register_assert_rewrite("conformance")
