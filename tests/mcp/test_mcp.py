"""`visuals mcp` in a real process, asked by the SDK's own client."""

from __future__ import annotations

import asyncio
import base64
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline import load, render
from tests.conftest import QUOTE, REPOSITORY
from tests.kinds.test_custom import KIND

mcp = pytest.importorskip("mcp", reason="the extra `mcp` is not installed")

NOISY = KIND.replace("callout", "noisy").replace(
    "    return Content(spec", '    print("what a kind prints")\n    return Content(spec'
)
ARTICLE = "# My search\n\nSuggested Visual: a checklist of what I learnt\n\n- practise\n- rest\n\nVisual: something\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with settings of its own and a kind that prints."""
    home = tmp_path_factory.mktemp("asked")
    (home / "specs").mkdir()
    (home / "kinds").mkdir()
    (home / "kinds" / "noisy.py").write_text(NOISY, encoding="utf-8")
    (home / "visuals.toml").write_text('kinds = ["noisy"]\nthemes = ["ink"]\n', encoding="utf-8")
    return home


@pytest.fixture(scope="module")
def asked(home: Path) -> dict[str, Any]:
    """What came of each question, all put to one process."""
    questions: dict[str, tuple[str, dict[str, str]]] = {
        "kinds": ("list_kinds", {}),
        "schema": ("schema", {"kind": "quote_card"}),
        "starter": ("starter", {"kind": "quote_card"}),
        "no such kind": ("starter", {"kind": "quotecard"}),
        "right": ("check_spec", {"spec": QUOTE}),
        "wrong": ("check_spec", {"spec": "kind: quote_card\ntext: Hi\nauther: Ada\nmotif: moon\n"}),
        "no YAML": ("check_spec", {"spec": "kind: [quote_card"}),
        "too long": ("check_spec", {"spec": "kind: quote_card\ntext: " + "word " * 700}),
        "picture": ("render", {"spec": QUOTE, "size": "400x320"}),
        "noisy": ("render", {"spec": "kind: noisy\ntext: Hello\n"}),
        "no picture": ("render", {"spec": "kind: quote_card\n"}),
        "outside": ("render", {"spec": QUOTE + "avatar: ../../secret.png\n"}),
        "draft": ("draft", {"text": ARTICLE}),
        "no wish": ("draft", {"text": "# My search\n"}),
    }

    async def ask() -> dict[str, Any]:
        command = {"command": sys.executable, "args": ["-m", "pipeline", "mcp"], "cwd": str(home)}
        started = mcp.client.stdio.StdioServerParameters(**command, env={"PYTHONPATH": str(REPOSITORY)})
        async with mcp.Client(started) as client:
            answers = {name: await client.call_tool(*question) for name, question in questions.items()}
            return {"tools": (await client.list_tools()).tools, **answers}

    return asyncio.run(ask())


def _text(answer: Any) -> str:
    return "\n".join(each.text for each in answer.content if each.type == "text")


def test_the_tools_are_named_explained_and_only_read(asked: dict[str, Any]) -> None:
    tools = asked["tools"]
    assert sorted(tool.name for tool in tools) == ["check_spec", "draft", "list_kinds", "render", "schema", "starter"]
    assert all(tool.description and tool.annotations.read_only_hint for tool in tools)


def test_kinds_schema_and_starter_are_those_of_the_project(asked: dict[str, Any]) -> None:
    names = [each["name"] for each in asked["kinds"].structured_content["result"]]
    assert {"quote_card", "noisy"} <= set(names)
    assert '"description": "The quote;' in _text(asked["schema"])
    assert "kind: quote_card" in _text(asked["starter"])
    assert asked["no such kind"].is_error
    assert "the nearest is `quote_card`" in _text(asked["no such kind"])


def test_a_spec_is_checked_with_places_and_ways_out(asked: dict[str, Any]) -> None:
    right, wrong, broken, long = (asked[name].structured_content for name in ("right", "wrong", "no YAML", "too long"))
    assert right["is_right"]
    assert right["alt"].startswith("Quote card: ")
    told = [(each["line"], each["column"], each["message"]) for each in wrong["problems"]]
    assert told[0] == (3, 1, "unknown key `auther` in quote_card")
    assert told[1][:2] == (4, 8)
    assert "the nearest key is `author`" in wrong["problems"][0]["hint"]
    assert [each["line"] for each in broken["problems"]] == [1]
    assert not long["is_right"]
    assert long["problems"][0]["message"].startswith("og, ink: text: 3501 characters do not fit")


def test_a_picture_is_that_of_the_command(asked: dict[str, Any], home: Path) -> None:
    image = next(each for each in asked["picture"].content if each.type == "image")
    assert image.mime_type == "image/png"
    assert base64.b64decode(image.data) == render(load(text=QUOTE), "400x320", "ink").data
    assert _text(asked["picture"]).startswith("400x320, ink: 400 x 320 px\nalt: Quote card: ")


def test_what_a_kind_prints_does_not_disturb_the_protocol(asked: dict[str, Any]) -> None:
    assert [each.type for each in asked["noisy"].content] == ["image", "text"]


def test_what_cannot_be_drawn_is_an_error_with_its_place(asked: dict[str, Any]) -> None:
    assert asked["no picture"].is_error
    assert "specs/spec.yaml:1:1: missing key `text` in quote_card" in _text(asked["no picture"]).replace(os.sep, "/")
    assert asked["outside"].is_error
    assert "leads out of the spec's project" in _text(asked["outside"])


def test_a_draft_has_the_words_of_the_article(asked: dict[str, Any]) -> None:
    first, second = asked["draft"].structured_content["result"]
    assert (first["line"], first["kind"]) == (3, "feedback_checklist")
    assert "items: [Practise, Rest]" in first["spec"]
    assert (second["kind"], second["spec"]) == ("", "")
    assert "there is no wish for a picture in the text" in _text(asked["no wish"])


def test_nothing_is_written(asked: dict[str, Any], home: Path) -> None:
    written = {path.relative_to(home).as_posix() for path in home.rglob("*") if "__pycache__" not in path.parts}
    assert written == {"specs", "kinds", "kinds/noisy.py", "visuals.toml"}


def test_it_ends_with_its_input(home: Path) -> None:
    command = [sys.executable, "-m", "pipeline", "mcp"]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    ended = subprocess.run(command, input=b"", cwd=home, env=environment, capture_output=True, timeout=60, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, b"", b"")
