"""What others run of ours: the workflow and the hooks name commands that exist, and no index of packages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.cli import COMMANDS
from tests.conftest import REPOSITORY

WORKFLOWS = sorted((REPOSITORY / ".github" / "workflows").glob("*.yml"))
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


def test_every_target_of_the_makefile_says_what_it_does() -> None:
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    assert set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE)) == targets()
