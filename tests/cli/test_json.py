"""`--json`: what a command lists or tells, for other programs; nothing else is on standard output."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline import kinds, sizes
from tests.conftest import Invoke, write_spec


def told(invoke: Invoke, *arguments: str) -> Any:
    return json.loads(invoke(*arguments, "--json").stdout)


def test_what_there_is_to_choose_from(project: Path, invoke: Invoke) -> None:
    assert [each["name"] for each in told(invoke, "kinds")] == list(kinds.names())
    assert {each["name"]: each["width"] for each in told(invoke, "sizes")}["og"] == 1200
    assert [each["name"] for each in told(invoke, "sizes")] == list(sizes.names())
    assert "paper" in [each["name"] for each in told(invoke, "themes")]
    assert {"families", "refused"} == set(told(invoke, "fonts"))


def test_what_a_picture_says(project: Path, invoke: Invoke) -> None:
    (page,) = told(invoke, "describe", "specs/word.yaml")
    assert page["alt"].startswith("Quote card: ")


def test_what_was_rendered(project: Path, invoke: Invoke) -> None:
    (made,) = told(invoke, "render", "specs/word.yaml")["made"]
    assert made["path"] == "output/word.og.png"
    write_spec(project, "bad", "kind: quote_card\n")
    refused = invoke("render", "specs/bad.yaml", "--json")
    assert refused.exit_code == 2


@pytest.mark.parametrize("command", ["build", "check", "report", "doctor"])
def test_others_tell_it_too(project: Path, invoke: Invoke, command: str) -> None:
    invoke("build")
    assert told(invoke, command)
