"""What is shipped for CI: the action, the GitLab template, the container and the pre-commit hook."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from qa.formats import formats
from qa.reporters import reporter_names

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
CLEAN = "Поезд прибыл вечером.\tThe train arrived in the evening.\n"
BROKEN = "Поезд прибыл в 17:40.\tThe train arrived at 18:40.\n"

needs_bash = pytest.mark.skipif(
    shutil.which("bash") is None, reason="bash is not installed, and the action is a script"
)
PATH = f"{BIN}{os.pathsep}{os.environ['PATH']}"
"""Programs of the environment first, whether or not it is activated."""
PRE_COMMIT = shutil.which("pre-commit", path=PATH) or ""
needs_pre_commit = pytest.mark.skipif(
    not PRE_COMMIT or shutil.which("git") is None,
    reason="pre-commit is not installed (pip install pre-commit); it runs the hook here",
)


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def act(folder: Path, **inputs: str) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
    """Run the main step of the action in ``folder``: what it printed, and its outputs."""
    outputs = folder / "outputs"
    outputs.unlink(missing_ok=True)
    environment = {
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder),
        "GITHUB_ACTIONS": "true",
        "GITHUB_OUTPUT": str(outputs),
        "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
        "QA_OUTPUT": str(folder / "out"),
        "QA_SOURCE_LANGUAGE": "ru",
        "QA_TARGET_LANGUAGE": "en",
        **inputs,
    }
    command = ["bash", str(ROOT / "docs/ci/action.sh")]
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    told = outputs.read_text(encoding="utf-8") if outputs.exists() else ""
    return done, dict(line.split("=", 1) for line in told.splitlines())


@needs_bash
def test_the_action_checks_and_tells_its_outputs(tmp_path: Path) -> None:
    (tmp_path / "a b").mkdir()
    (tmp_path / "a b/broken.tsv").write_text(BROKEN, encoding="utf-8")
    (tmp_path / "clean.tsv").write_text(CLEAN, encoding="utf-8")
    done, outputs = act(tmp_path, QA_FILES="**/broken.tsv\n\nclean.tsv\n")
    assert done.returncode == 0, done.stderr
    assert (outputs["exit-code"], outputs["passed"], outputs["findings"]) == ("1", "false", "1")
    report = json.loads(Path(outputs["report"]).read_text(encoding="utf-8"))
    assert [document["path"] for document in report["batch"]["documents"]] == ["a b/broken.tsv", "clean.tsv"]
    assert Path(outputs["sarif"]).exists()
    assert Path(outputs["review"]).exists()
    assert "::error file=a b/broken.tsv,line=1," in done.stdout
    assert "18&#58;40" in (tmp_path / "summary.md").read_text(encoding="utf-8")


@needs_bash
def test_the_action_passes_its_inputs_on(tmp_path: Path) -> None:
    (tmp_path / "broken.tsv").write_text(BROKEN, encoding="utf-8")
    done, outputs = act(tmp_path, QA_FILES="*.tsv", QA_FAIL_ON="critical", QA_ARGUMENTS="--profile\ninterface\n")
    assert (outputs["exit-code"], outputs["passed"]) == ("0", "true"), done.stderr
    _, outputs = act(tmp_path, QA_FILES="*.tsv", QA_BASELINE="gone.jsonl")
    assert outputs == {"exit-code": "2"}


@needs_bash
@pytest.mark.parametrize("files", ["gone.tsv", "**/*.xlf", "", "$(touch owned)", "a; touch owned"])
def test_the_action_skips_nothing_and_runs_no_text(tmp_path: Path, files: str) -> None:
    (tmp_path / "clean.tsv").write_text(CLEAN, encoding="utf-8")
    done, outputs = act(tmp_path, QA_FILES=files)
    assert (done.returncode, outputs) == (0, {"exit-code": "2"})
    assert files.split("\n", maxsplit=1)[0] in done.stderr
    assert not (tmp_path / "owned").exists()


def test_the_action_declares_what_it_uses() -> None:
    action = text("action.yml")
    declared = set(re.findall(r"^  ([\w-]+):\n    description:", action, re.MULTILINE))
    used = set(re.findall(r"inputs\.([\w-]+)", action))
    told = set(re.findall(r"steps\.check\.outputs\.([\w-]+)", action))
    assert used | told == declared
    written = set(re.findall(r"[\"\s]([\w-]+)=[\"${]", text("docs/ci/action.sh").partition("code=$?")[2]))
    assert told <= written
    variables = set(re.findall(r"QA_\w+", text("docs/ci/action.sh")))
    assert variables <= set(re.findall(r"^ +(QA_\w+): ", action, re.MULTILINE))


def test_no_input_is_put_into_a_script() -> None:
    scripts = re.findall(r"^ +run: (.*)$", text("action.yml"), re.MULTILINE)
    assert len(scripts) == 3
    assert not [script for script in scripts if "${{" in script]
    assert all(re.search(r"@v\d+$", use) for use in re.findall(r"uses: (.*)", text("action.yml")))


@pytest.mark.parametrize("name", ["docs/ci/gitlab.yml", "docs/ci/action.sh", "docs/ci/README.md"])
def test_formats_that_are_named_are_there(name: str) -> None:
    named = re.findall(r"--format[ =]\"?([a-z]+)", text(name))
    assert named
    assert set(named) <= set(reporter_names())


def test_the_guide_has_every_format() -> None:
    listed = re.findall(r"^\| (`.*?) \|", text("docs/ci/README.md"), re.MULTILINE)
    assert set(re.findall(r"`(\w+)`", " ".join(listed))) == set(reporter_names())


def test_the_gitlab_template_reports_what_it_writes() -> None:
    template = text("docs/ci/gitlab.yml")
    written = dict(re.findall(r"--format (gitlab|junit|html):(\S+)", template))
    assert f"codequality: {written['gitlab']}" in template
    assert f"junit: {written['junit']}" in template
    assert f"- {written['html']}" in template
    assert "when: always" in template
    assert "\t" not in template


def test_the_container_follows_the_rules() -> None:
    lines = [line for line in text("docs/ci/Dockerfile").splitlines() if line and not line.startswith("#")]
    bases = [line.split()[1] for line in lines if line.startswith("FROM ")]
    assert all(re.fullmatch(r"python:3\.\d+-slim", base) for base in bases)
    copied = [line.split()[1:-1] for line in lines if line.startswith("COPY ") and "--from=" not in line]
    assert copied
    assert all((ROOT / name).exists() for names in copied for name in names)
    assert [line for line in lines if line.startswith("USER ")][-1] not in {"USER root", "USER 0"}
    assert [line for line in lines if line.startswith("ENTRYPOINT ")] == ['ENTRYPOINT ["qa"]']
    assert not re.search(r"(curl|wget).*\|\s*(ba)?sh", text("docs/ci/Dockerfile"))
    assert "--no-install-recommends" in text("docs/ci/Dockerfile")


def hook() -> dict[str, str]:
    """The keys of the one hook; the file has neither lists nor nested keys."""
    return dict(re.findall(r"^(?:- |  )(\w+): (.*)$", text(".pre-commit-hooks.yaml"), re.MULTILINE))


def test_the_hook_starts_the_program() -> None:
    assert hook()["entry"] == "qa check"
    assert hook()["require_serial"] == "true"
    wanted = re.compile(hook()["files"])
    known = {suffix for info in formats() if info.kind == "bilingual" for suffix in info.suffixes}
    assert {f".{suffix}" for suffix in re.findall(r"[a-z]+", hook()["files"])} <= known
    assert [name for name in ("a.xlf", "b/c.po", "d.tmx", "e.tsv", "f.poc") if wanted.search(name)] == [
        "a.xlf",
        "b/c.po",
        "d.tmx",
    ]


@needs_pre_commit
def test_pre_commit_takes_the_manifest() -> None:
    manifest = str(ROOT / ".pre-commit-hooks.yaml")
    subprocess.run([PRE_COMMIT, "validate-manifest", manifest], check=True, capture_output=True)


@needs_pre_commit
def test_pre_commit_runs_the_hook(tmp_path: Path) -> None:
    repository = tmp_path / "repository"
    repository.mkdir()
    environment = {
        "PATH": PATH,
        "HOME": str(tmp_path),
        "PRE_COMMIT_HOME": str(tmp_path / "home"),
        "GIT_CONFIG_NOSYSTEM": "1",
        "LANG": "C.UTF-8",
    }

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=repository, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
        )

    local = {**hook(), "language": "system", "require_serial": True, "args": ["-s", "ru", "-t", "en"]}
    local.pop("minimum_pre_commit_version")
    config = {"repos": [{"repo": "local", "hooks": [local]}]}
    (repository / ".pre-commit-config.yaml").write_text(json.dumps(config), encoding="utf-8")  # JSON is YAML, too
    assert run("git", "init", "-q").returncode == 0
    message = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Цена 5 руб."\nmsgstr "{}"\n'
    (repository / "app.po").write_text(message.format("The price is 6 roubles."), encoding="utf-8")
    run("git", "add", ".")
    failed = run(PRE_COMMIT, "run", "qa-check")
    assert failed.returncode == 1, failed.stdout + failed.stderr
    assert "accuracy/" in failed.stdout
    (repository / "app.po").write_text(message.format("The price is 5 roubles."), encoding="utf-8")
    run("git", "add", ".")
    passed = run(PRE_COMMIT, "run", "qa-check", "--all-files")
    assert passed.returncode == 0, passed.stdout
    assert "Passed" in passed.stdout
