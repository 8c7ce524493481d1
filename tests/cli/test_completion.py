"""Completion in the shell, as docs/authoring.md has it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.cli import COMMANDS
from tests.conftest import REPOSITORY, python

DOCUMENT = (REPOSITORY / "docs" / "authoring.md").read_text(encoding="utf-8")
INSTALLED = 'import sys; sys.argv[0] = "visuals"; from pipeline.cli import main; main()'


@pytest.mark.parametrize("shell", re.findall(r"_VISUALS_COMPLETE=(\w+)_source", DOCUMENT))
def test_the_line_of_each_shell_prints_its_script(shell: str) -> None:
    result = python("-c", INSTALLED, _VISUALS_COMPLETE=f"{shell}_source")
    assert result.returncode == 0, result.stderr
    assert b"_VISUALS_COMPLETE=" + shell.encode() + b"_complete" in result.stdout


def test_commands_and_options_are_completed(project: Path) -> None:
    words = {"_VISUALS_COMPLETE": "fish_complete", "COMP_WORDS": "visuals ", "COMP_CWORD": ""}
    found = python("-c", INSTALLED, **words).stdout.decode()
    assert set(re.findall(r"^plain,(\w+)", found, re.MULTILINE)) == set(COMMANDS)
    words = {"_VISUALS_COMPLETE": "fish_complete", "COMP_WORDS": "visuals render --the", "COMP_CWORD": "--the"}
    assert b"--theme" in python("-c", INSTALLED, **words).stdout
