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


def test_what_was_written_removed_or_woven(project: Path, invoke: Invoke) -> None:
    (project / "a.md").write_text("# A\n\nEvery word counts.\n\nVisual: a quote card, “Every word counts.”\n")
    made = told(invoke, "new", "chart")["made"]
    assert made == ["specs/chart.yaml", "schema/chart.json"]
    assert [each["name"] for each in told(invoke, "new")] == list(kinds.names())
    (drafted,) = told(invoke, "draft", "a.md")["articles"]
    (spec,) = drafted["specs"]
    assert (spec["kind"], spec["written"], spec["line"]) == ("quote_card", True, 5)
    invoke("build")
    (woven,) = told(invoke, "weave", "a.md")["articles"]
    assert (woven["output"], woven["figures"], woven["problems"]) == ("a.woven.md", 1, [])
    (project / spec["spec"]).unlink()
    (lacking,) = told(invoke, "weave", "a.md")["articles"]
    assert lacking["problems"][0]["line"] == 5
    removed = told(invoke, "clean", "--dry-run")["would_remove"]
    assert removed == told(invoke, "clean")["removed"] != []
    assert {each["name"] for each in told(invoke, "theme", "new", "mine", "--accent", "#7A3CFF")["made"]} == {
        "mine",
        "mine-dark",
    }


def test_what_a_project_begins_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, invoke: Invoke) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("site_name: T\n")
    begun = told(invoke, "init", "--plugin")
    assert begun["site"] == "mkdocs"
    assert begun["files"]["mkdocs.yml"] == "our plugin added"
    assert "site_url" in begun["to_do"][0]


def test_an_article_and_json_do_not_share_standard_output(project: Path, invoke: Invoke) -> None:
    refused = invoke("weave", "-", "--json")
    assert refused.exit_code == 2
    assert "the article or JSON, not both" in refused.stderr
