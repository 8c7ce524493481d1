"""No file steers a terminal: names, cells, messages and specs in pictures are shown with their controls written out."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.cli.printing import columns
from tests.conftest import QUOTE, REPOSITORY, Invoke, write_spec

ESC = "\x1b[31m"
UNSAFE = [*map(chr, range(0x20)), "\x7f", *map(chr, range(0x80, 0xA0)), "\u202e", "\u2066"]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such names, and no such terminals")


def is_safe(text: str) -> bool:
    return not set(text) & set(UNSAFE) - {"\n"}


def on_a_terminal(*arguments: str) -> str:
    """What a command writes to standard output when that is a terminal, a line end as such."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    with subprocess.Popen([sys.executable, "-m", "pipeline", *arguments], stdout=theirs, env=environment):
        os.close(theirs)
        read = b""
        while True:
            try:
                block = os.read(ours, 4096)
            except OSError:  # the terminal was closed on the other side
                break
            read += block
            if not block:
                break
    os.close(ours)
    return read.decode().replace("\r\n", "\n")


def test_the_name_of_a_file_is_shown_with_its_controls_written_out(project: Path, invoke: Invoke) -> None:
    Path(f"specs/a{ESC}b\nc.yaml").write_text(QUOTE, encoding="utf-8")
    built, checked, dry = invoke("build"), invoke("check", "--format", "github"), invoke("build", "--explain")
    assert "output/a\\x1b[31mb\\nc.og.png  1200 x 630" in built.stdout
    for result in (built, checked, dry, invoke("report"), invoke("clean"), invoke("gallery")):
        assert (result.exit_code, is_safe(result.output)) == (0, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ("{}",),
        ("--{}",),
        ("render", "--{}"),
        ("render", "specs/word.yaml", "{}"),
        ("render", "specs/word.yaml", "--scale", "{}"),
        ("weave", "a.md", "--to", "{}"),
        ("theme", "{}"),
        ("theme", "new", "mine", "--accent", "{}"),
    ],
)
@pytest.mark.parametrize("unsafe", ["a\x1b[31mb", "a\u202eb", "a\u202c\u2066b"])
def test_what_is_wrong_with_an_argument_is_told_with_its_controls_written_out(
    project: Path, invoke: Invoke, arguments: tuple[str, ...], unsafe: str
) -> None:
    result = invoke(*(each.format(unsafe) for each in arguments))
    assert (result.exit_code, is_safe(result.output)) == (2, True)
    assert "Error: " in result.stderr


@pytest.mark.parametrize(
    ("data", "text"),
    [("d.md", f"# a\n- [{ESC}x] rope\n"), ("d.csv", "a,b\nx,\x9b31mrope\n"), ("d.csv", "a,b\nx,\u202e31mrope\n")],
)
def test_what_is_wrong_in_a_data_file_is_told_with_its_controls_written_out(
    project: Path, invoke: Invoke, data: str, text: str
) -> None:
    kind = "feedback_checklist" if data.endswith("md") else "chart"
    write_spec(project, "word", f"kind: {kind}\ntitle: T\ndata: {data}\n" + ("chart: bar\n" if kind == "chart" else ""))
    (project / "specs" / data).write_text(text, encoding="utf-8")
    for command in (["render", "specs/word.yaml"], ["check", "--format", "github"], ["build"]):
        result = invoke(*command)
        assert result.exit_code == 2
        assert is_safe(result.output), repr(result.output)
        assert "\\x" in result.output or "\\u" in result.output or "U+" in result.output


def test_json_says_the_same_with_escapes_of_its_own(project: Path, invoke: Invoke) -> None:
    Path("specs/a\x9bb\u202e.yaml").write_text(QUOTE, encoding="utf-8")
    result = invoke("build", "--json")
    assert is_safe(result.stdout)
    paths = [made["path"] for made in json.loads(result.stdout)["made"]]
    assert "output/a\x9bb\u202e.og.png" in paths


def test_a_spec_is_extracted_byte_by_byte_but_to_a_terminal(project: Path, invoke: Invoke) -> None:
    write_spec(project, "word", 'kind: quote_card\ntext: "every \\u202aword\\u202c counts"\n')
    assert invoke("build").exit_code == 0
    assert "\u202aword\u202c" in invoke("extract", "output/word.og.png").stdout
    shown = on_a_terminal("extract", "output/word.og.png")
    assert is_safe(shown)
    assert "\\u202aword\\u202c" in shown
    assert "\n" in shown.rstrip("\n")


def test_a_description_is_exact_but_on_a_terminal(project: Path, invoke: Invoke) -> None:
    write_spec(project, "word", 'kind: quote_card\ntext: "every \\u202aword\\u202c counts"\n')
    assert "\u202aword" in invoke("describe", "specs/word.yaml").stdout
    assert is_safe(on_a_terminal("describe", "specs/word.yaml"))


def test_columns_are_as_wide_as_what_is_shown() -> None:
    assert columns([("a\x1b", "b"), ("long", "c")]) == ["a\\x1b  b", "long   c"]
