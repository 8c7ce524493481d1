"""`visuals build`: all pictures, a line for each, and a count."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.build.staleness import survey
from tests.conftest import (
    QUOTE,
    REPOSITORY,
    Invoke,
    Spawn,
    as_from_a_terminal,
    pictures_in,
    python,
    write_spec,
)


def test_every_spec_of_the_folder_is_rendered(project: Path, invoke: Invoke) -> None:
    write_spec(project, "other", QUOTE + "sizes: [og, pin]\n")
    result = invoke("build")
    assert result.exit_code == 0, result.output
    assert pictures_in("output") == ["other.og.png", "other.pin.png", "word.og.png"]
    assert result.stdout.splitlines()[-1].startswith("3 pictures made, ")


def test_folders_and_specs_can_be_named(project: Path, invoke: Invoke) -> None:
    write_spec(project, "other")
    result = invoke("build", "specs/other.yaml", "-o", "pictures")
    assert result.exit_code == 0
    assert pictures_in("pictures") == ["other.og.png"]


def test_a_spec_that_fails_stops_none_of_the_others(project: Path, invoke: Invoke) -> None:
    write_spec(project, "a_bad", "kind: quote_crad\ntext: a\n")
    write_spec(project, "b_long", QUOTE.replace("Every *word* counts.", "word " * 3000))
    result = invoke("build")
    assert result.exit_code == 2
    assert pictures_in("output") == ["word.og.png"]
    bad, long = result.stderr.split("\n\n")
    assert bad.startswith("specs/a_bad.yaml:1:7: kind: unknown kind `quote_crad`")
    assert long.startswith("specs/b_long.yaml:2:7: text: ")
    assert result.stdout.splitlines()[-1].endswith(", 1 failed")


def test_a_picture_that_fails_ends_with_one(project: Path, invoke: Invoke) -> None:
    write_spec(project, "long", QUOTE.replace("Every *word* counts.", "word " * 3000))
    result = invoke("build")
    assert result.exit_code == 1
    assert pictures_in("output") == ["word.og.png"]


def test_one_mistake_in_many_sizes_is_told_once(project: Path, invoke: Invoke) -> None:
    write_spec(project, "word", QUOTE.replace("counts", "\U0001f600") + "sizes: [og, square]\nthemes: [paper, ink]\n")
    result = invoke("build")
    assert result.exit_code == 1
    assert result.stderr.count("specs/word.yaml:2:7: ") == 1
    assert result.stdout.count("  failed\n") == 4


def test_a_folder_without_specs_is_wrong_usage(project: Path, invoke: Invoke) -> None:
    (project / "empty").mkdir()
    result = invoke("build", "empty")
    assert result.exit_code == 2
    assert result.stderr == "empty: no spec in this folder\n  hint: a spec's name ends in .yaml\n"


def test_no_specs_folder_at_all_is_wrong_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, invoke: Invoke) -> None:
    monkeypatch.chdir(tmp_path)
    result = invoke("build")
    assert result.exit_code == 2
    assert result.stderr.startswith("there are no specs: neither here nor in a project around")
    assert "`visuals init` sets a project up here" in result.stderr


def test_a_second_build_writes_the_same_bytes(project: Path, invoke: Invoke) -> None:
    invoke("build")
    first = Path("output/word.og.png").read_bytes()
    invoke("build")
    assert Path("output/word.og.png").read_bytes() == first


def test_a_second_build_makes_nothing_and_says_so(project: Path, invoke: Invoke) -> None:
    invoke("build")
    result = invoke("build")
    assert (result.exit_code, result.output) == (0, "1 unchanged\n")


def test_explain_tells_why_each_picture_is_made_and_names_the_fresh_ones(project: Path, invoke: Invoke) -> None:
    write_spec(project, "other")
    invoke("build")
    write_spec(project, "other", QUOTE + "lang: de\n")
    lines = invoke("build", "--explain").stdout.splitlines()
    assert lines[0].startswith("output/other.og.png  1200 x 630  ")
    assert lines[0].endswith("  (specs/other.yaml changed)")
    assert lines[1] == "output/word.og.png  unchanged"


def test_a_dry_run_makes_nothing(project: Path, invoke: Invoke) -> None:
    result = invoke("build", "--dry-run", "--explain")
    assert (result.exit_code, result.output) == (
        0,
        "output/word.og.png  (not made yet)\n1 picture would be made\n",
    )
    assert not os.path.exists("output")


@pytest.mark.parametrize("pattern", ["*.square.*", "*.square", "word.squ???.png"])
def test_only_picks_pictures_by_name(project: Path, invoke: Invoke, pattern: str) -> None:
    write_spec(project, "word", QUOTE + "sizes: [og, square]\n")
    assert invoke("build", "--only", pattern).exit_code == 0
    assert pictures_in("output") == ["word.square.png"]
    assert invoke("build").stdout.endswith(", 1 unchanged\n")


def test_only_without_a_match_says_so(project: Path, invoke: Invoke) -> None:
    result = invoke("build", "--only", "wrod*")
    assert result.exit_code == 2
    assert "no picture's name fits wrod*" in result.stderr


def test_force_makes_all_of_them(project: Path, invoke: Invoke) -> None:
    invoke("build")
    told = invoke("build", "--force").stdout.splitlines()
    assert [line.rpartition(", ")[2] for line in told] == ["the same as before", "the same"]


def test_json_tells_it_all_to_a_program(project: Path, invoke: Invoke) -> None:
    invoke("build")
    write_spec(project, "a_bad", "kind: quote_card\ntext: a\ncolour: red\n")
    write_spec(project, "b_long", QUOTE.replace("Every *word* counts.", "word " * 3000))
    write_spec(project, "c_new")
    result = invoke("build", "--json")
    assert (result.exit_code, result.stderr) == (2, "")
    told = json.loads(result.stdout)
    assert [(each["path"], each["width"], each["reason"]) for each in told["made"]] == [
        ("output/c_new.og.png", 1200, "not made yet")
    ]
    assert told["unchanged"] == ["output/word.og.png"]
    assert [each["path"] for each in told["failed"]] == ["output/b_long.og.png"]
    assert told["failed"][0]["problems"][0]["line"] == 2
    assert [(each["path"], each["line"], each["column"]) for each in told["problems"]] == [("specs/a_bad.yaml", 3, 1)]
    assert json.loads(invoke("build", "--json", "--dry-run").stdout)["would_make"] == [
        {"path": "output/b_long.og.png", "reason": "not made yet"}
    ]


def test_an_unchanged_project_imports_nothing_that_makes_pictures(project: Path, spawn: Spawn) -> None:
    assert spawn("build").returncode == 0
    result = python("-X", "importtime", "-m", "pipeline", "build")
    imported = set(re.findall(r"\| +(\w+)(?:\.\w+)*$", result.stderr.decode(), re.MULTILINE))
    assert result.stdout == b"1 unchanged\n"
    assert "click" in imported
    unwanted = {"PIL", "aggdraw", "matplotlib", "msgspec", "multiprocessing", "numpy", "uharfbuzz", "yaml"}
    assert imported & unwanted == set()


def test_a_picture_that_render_makes_is_fresh_to_build(project: Path, invoke: Invoke) -> None:
    write_spec(project, "word", QUOTE + "sizes: [og, square]\n")
    invoke("render", "specs/word.yaml", "--size", "og")
    assert invoke("build").stdout.startswith("output/word.square.png ")
    write_spec(project, "word", QUOTE + "sizes: [og, square]\nlang: de\n")
    invoke("render", "specs/word.yaml", "--size", "square")
    assert invoke("build").stdout.startswith("output/word.og.png ")
    assert invoke("build").stdout == "2 unchanged\n"


def test_a_picture_that_render_makes_otherwise_is_made_anew(project: Path, invoke: Invoke) -> None:
    invoke("build")
    before = Path("output/word.og.png").read_bytes()
    invoke("render", "specs/word.yaml", "--set", "text=Another *word*.")
    assert "output/word.og.png is not the file that was made" in invoke("build", "--explain").stdout
    assert Path("output/word.og.png").read_bytes() == before


def test_an_extra_size_that_render_makes_is_noted_and_cleaned(project: Path, invoke: Invoke) -> None:
    invoke("build")
    invoke("render", "specs/word.yaml", "--size", "400x320", "--scale", "2")
    assert invoke("build").stdout == "1 unchanged\n"
    assert invoke("clean").stdout == "output/word.400x320@2x.png\n1 picture removed\n"


@pytest.mark.skipif(os.name != "posix", reason="terminals are those of POSIX here")
def test_a_long_build_draws_a_bar_on_a_terminal_and_wipes_it(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_spec(project, "word", QUOTE + "sizes: [320x320, 330x320, 340x320, 350x320]\n")
    script = "from pipeline.cli import main, progress\nprogress.AFTER_SECONDS = 0\nmain()\n"
    ours, theirs = os.openpty()
    command = [sys.executable, "-c", script, "build"]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, env=environment) as process:
        assert process.stdout is not None
        lines = process.stdout.read().decode().splitlines()
    os.close(theirs)
    drawn = os.read(ours, 10_000).decode()
    os.close(ours)
    assert len(lines) == 5
    assert "4/4 pictures" in re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", drawn)
    assert drawn.endswith("\x1b[1A\x1b[2K")  # up one line, and erase it: ECMA-48, 8.3.22 (CUU) and 8.3.41 (EL)
    assert not any("4 pictures" in line for line in lines[:-1])


@pytest.mark.skipif(os.name != "posix", reason="these are signals of POSIX")
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("is_repeated", [False, True])
@pytest.mark.parametrize("is_told", ["SIGINT to all", "SIGTERM to all", "SIGTERM to the first"])
def test_ctrl_c_or_a_request_to_end_notes_what_is_made_and_leaves_no_part(
    project: Path, is_told: str, is_repeated: bool, jobs: str
) -> None:
    name, _, whom = is_told.partition(" to ")
    sizes = ", ".join(f"{width}x320" for width in range(400, 900))
    write_spec(project, "word", QUOTE + f"sizes: [{sizes}]\n")
    command = [sys.executable, "-u", "-m", "pipeline", "build", "--jobs", jobs]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        start_new_session=True,
        preexec_fn=as_from_a_terminal,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        for _ in range(10):
            process.stdout.readline()
        tell = os.killpg if whom == "all" else os.kill  # a terminal tells the workers too
        tell(process.pid, signal.Signals[name])
        if is_repeated:
            tell(process.pid, signal.Signals[name])
        last = process.stdout.read().splitlines()[-1]
        said = process.stderr.read()
    assert process.returncode == 128 + signal.Signals[name]
    assert said == b""
    assert last.endswith(b", interrupted")
    made = pictures_in("output")
    assert 10 <= len(made) < 500
    assert not any(name.endswith(".part") for name in made)
    fresh = [os.path.basename(file) for each in survey(["specs/word.yaml"]).wanted for file in each.fresh]
    assert sorted(fresh) == made
