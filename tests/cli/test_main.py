from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import qa as package
from qa.cli import main as cli_module
from qa.core import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Qa = Callable[..., Outcome]

PROGRAM = Path(sys.executable).with_name("qa")
HEAVY = {"torch", "transformers", "sacrebleu", "lxml", "pymorphy3", "numpy", "jinja2", "rich"}


def test_help_names_every_command(qa: Qa) -> None:
    outcome = qa("--help")
    assert outcome.code == 0
    for name in cli_module._COMMANDS:
        assert f"  {name} " in outcome.stdout


@pytest.mark.parametrize("name", list(cli_module._COMMANDS))
def test_every_command_has_help_with_an_example_or_plain_words(qa: Qa, name: str) -> None:
    outcome = qa(name, "--help")
    assert outcome.code == 0
    assert "Usage: qa " in outcome.stdout


def test_examples_stand_on_lines_of_their_own(qa: Qa) -> None:
    for arguments in (["check"], ["baseline", "update"]):
        shown = qa(*arguments, "--help").stdout
        assert f"\n  qa {' '.join(arguments)} " in shown
        assert "\\b" not in shown


def test_the_version_is_that_of_the_package(qa: Qa) -> None:
    assert qa("--version").stdout.strip() == f"qa, version {package.__version__}"


def test_help_loads_no_heavy_library() -> None:
    code = (
        "import sys\n"
        "from qa.cli.main import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit: pass\n"
        "import json; print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in json.loads(done.stderr.splitlines()[-1])}
    assert not loaded & HEAVY


def test_the_program_is_installed_as_a_script() -> None:
    done = subprocess.run([PROGRAM, "--version"], capture_output=True, text=True, check=True)
    assert package.__version__ in done.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["chek"], "chek"),
        (["check"], "Missing argument"),
        (["check", "a.xlf", "--fail-on", "awful"], "awful"),
        (["check", "gone.xlf"], "gone.xlf"),
        (["run", "gone.txt", "gone.txt"], "source language is not known"),
        (["report", "gone.json"], "gone.json"),
        (["rule", "accuracy/number-mismach"], "did you mean 'accuracy/number-mismatch'?"),
        (["check", "gone.xlf", "--format", "xml"], "xml"),
        (["check", "gone.xlf", "--format", "json", "--format", "text"], "two formats cannot share standard output"),
        (["check", "gone.xlf", "--config", "gone.toml"], "gone.toml"),
    ],
)
def test_a_mistake_is_one_sentence_and_exit_code_2(qa: Qa, arguments: list[str], words: str) -> None:
    outcome = qa(*arguments)
    assert outcome.code == 2
    assert words in outcome.stderr
    assert "Traceback" not in outcome.stderr
    assert outcome.stdout == ""


def test_an_internal_error_is_one_sentence_too(qa: Qa, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("in the middle")

    monkeypatch.setattr(cli_module.cli, "main", broken)
    outcome = qa("rule")
    assert outcome.code == 2
    assert "internal error: ZeroDivisionError: in the middle" in outcome.stderr
    monkeypatch.setenv("QA_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        cli_module.main(["rule"])


@pytest.mark.parametrize(
    ("error", "code"), [(KeyboardInterrupt(), 130), (BrokenPipeError(), 2), (InputError("no such file"), 2)]
)
def test_interruptions_have_exit_codes(
    qa: Qa, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(cli_module.cli, "main", interrupted)
    assert qa("rule").code == code
