"""What others run of ours: the workflow and the hooks name commands that exist, and no index of packages."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.cli import COMMANDS
from tests.conftest import REPOSITORY

WORKFLOWS = sorted((REPOSITORY / ".github" / "workflows").glob("*.yml"))
RELEASE = REPOSITORY / ".github" / "workflows" / "release.yml"
HOOKS = REPOSITORY / ".pre-commit-hooks.yaml"


def targets() -> set[str]:
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))


def steps(path: Path) -> list[dict[str, Any]]:
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_names_commands_of_ours_that_exist(path: Path) -> None:
    script = "\n".join(step.get("run", "") for step in steps(path))
    named = re.findall(r"\bvisuals ([a-z-]+)", script)
    made = re.findall(r"^\s*make ([a-z-]+)", script, re.MULTILINE)
    assert set(named) <= {*COMMANDS, "--version"}
    assert set(made) <= targets()
    assert named or made or "pytest" in script


@pytest.mark.parametrize("path", [*WORKFLOWS, HOOKS], ids=lambda path: path.name)
def test_no_address_is_written_down(path: Path) -> None:
    assert "://" not in path.read_text(encoding="utf-8")


def test_each_hook_runs_a_command_on_the_whole_project() -> None:
    hooks = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))
    assert [hook["id"] for hook in hooks] == ["visuals-check", "visuals-build"]
    for hook in hooks:
        program, command, *options = hook["entry"].split()
        assert (program, hook["language"], hook["pass_filenames"]) == ("visuals", "python", False)
        assert command in COMMANDS
        assert options == (["--fail-on-change"] if command == "build" else [])
        assert re.search(hook["files"], "specs/quote_card.yaml")
        assert not re.search(hook["files"], "docs/checking.md")


@pytest.mark.skipif(shutil.which("sed") is None, reason="there is no sed here")
def test_a_release_names_pictures_and_documents_by_their_addresses(tmp_path: Path) -> None:
    (step,) = (each for each in steps(RELEASE) if "README.md" in each.get("run", ""))
    shutil.copy(REPOSITORY / "README.md", tmp_path)
    page = {"GITHUB_SERVER_URL": "https://example.org", "GITHUB_REPOSITORY": "a/b", "GITHUB_REF_NAME": "v1.0"}
    subprocess.run(["sh", "-c", step["run"]], cwd=tmp_path, env={**os.environ, **page}, check=True, timeout=60)
    text = (tmp_path / "README.md").read_text(encoding="utf-8")
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text)
    assert len(pictures) > 5
    assert all(address.startswith("https://example.org/a/b/raw/v1.0/") for address in pictures)
    others = set(re.findall(r"\]\(([^)]+)\)", text)) - set(pictures)
    assert all(address.startswith("https://example.org/a/b/blob/v1.0/") for address in others)
    assert text.count("](") == (REPOSITORY / "README.md").read_text(encoding="utf-8").count("](")


def test_every_target_of_the_makefile_says_what_it_does() -> None:
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    assert set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE)) == targets()
