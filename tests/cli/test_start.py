from __future__ import annotations

import subprocess
import sys
from types import ModuleType

import pytest

from qa.cli import main as cli_module
from qa.cli.start import main


class Interrupted(ModuleType):
    """A module in whose import somebody presses Ctrl-C."""

    def __getattr__(self, name: str) -> object:
        raise KeyboardInterrupt


def test_an_interruption_of_the_imports_is_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "qa.cli.main", Interrupted("qa.cli.main"))
    with pytest.raises(SystemExit) as stop:
        main()
    assert stop.value.code == cli_module.EXIT_INTERRUPTED
    assert capsys.readouterr().err == "qa: interrupted\n"


def test_the_command_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["qa", "--version"])
    with pytest.raises(SystemExit) as stop:
        main()
    assert stop.value.code == cli_module.EXIT_PASSED
    assert capsys.readouterr().out.startswith("qa, version ")


def test_nothing_but_the_start_is_imported_before_it_is_ready() -> None:
    code = "import sys; import qa.cli.start; print(*sorted(name for name in sys.modules if name.startswith('qa')))"
    done = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["qa", "qa.cli", "qa.cli.start"]
