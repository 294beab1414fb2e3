from __future__ import annotations

import subprocess
import sys

import pytest

import qa.align
from qa.align import Text


def test_paragraphs_must_fit_the_sentences() -> None:
    assert Text(("One.", "Two."), (0, 0)).paragraphs == (0, 0)
    with pytest.raises(ValueError, match="2 sentences need as many paragraph numbers, not 1"):
        Text(("One.", "Two."), (0,))
    with pytest.raises(ValueError, match="must not decrease"):
        Text(("One.", "Two."), (1, 0))


def test_importing_the_package_loads_no_numpy() -> None:
    program = "import sys, qa.align; qa.align.read_beads; qa.align.Settings; print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-P", "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_every_public_name_is_there() -> None:
    assert all(hasattr(qa.align, name) for name in qa.align.__all__)
    with pytest.raises(AttributeError, match="no attribute 'aligned'"):
        qa.align.aligned  # noqa: B018 -- looking the name up is the test
