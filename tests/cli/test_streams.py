"""Standard output and error that are full, closed or broken: one line where one can be written, and all work done."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

import pytest

from pipeline.build import manifest
from pipeline.cli import COMMANDS
from tests.conftest import QUOTE, REPOSITORY, pictures_in, python, write_spec

pytestmark = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")

FULL = "standard output: cannot write: no space left on device\n"
ARGUMENTS = {
    "render": ["specs/word.yaml"],
    "describe": ["specs/word.yaml"],
    "schema": ["chart"],
    "extract": ["output/word.og.png"],
    "draft": ["article.md"],
    "weave": ["article.md"],
    "snippet": ["specs/word.yaml"],
    "theme": ["new", "mine", "--accent", "#0D5A66"],
    "pdf": ["specs/word.yaml", "-o", "-"],
    "batch": ["specs/word.yaml", "rows.csv"],
    "sign": ["https://pictures.example.org/word.og.paper.png?text=Hello"],
}
ENDLESS = ("mcp", "serve", "studio", "watch")


def shell(command: str) -> subprocess.CompletedProcess[str]:
    """Run a line of the shell in which `visuals` is this project's command."""
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "VISUALS_SIGNING_KEY": "0123456789abcdef"}
    whole = f'visuals() {{ "{sys.executable}" -m pipeline "$@"; }}; {command}'
    return subprocess.run(
        ["bash", "-c", whole], env=environment, capture_output=True, text=True, timeout=120, check=False
    )


def noted() -> list[str]:
    return sorted(manifest.read("output").pictures)


@pytest.fixture
def cards(project: Path) -> list[str]:
    """The names of the pictures of four specs, which are not made yet."""
    for number in range(3):
        write_spec(project, f"card{number}")
    return ["card0.og.png", "card1.og.png", "card2.og.png", "word.og.png"]


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with something for every command to work on: specs, their pictures, an article, and rows."""
    folder = tmp_path_factory.mktemp("finished")
    (folder / "pyproject.toml").touch()
    (folder / "article.md").write_text("# A\n\nSuggested Visual: a quote card\n", encoding="utf-8")
    (folder / "rows.csv").write_text("name,text\nOne,First\n", encoding="utf-8")
    for name in ("word", "a"):
        write_spec(folder, name, QUOTE)
    with chdir(folder):
        shell("visuals build; visuals draft article.md; visuals build")
    return folder


@pytest.mark.parametrize("command", [*(name for name in COMMANDS if name not in ENDLESS), "--help", "--version"])
def test_a_full_disk_costs_the_words_of_a_command_and_is_told(finished: Path, project: Path, command: str) -> None:
    shutil.copytree(finished, project, dirs_exist_ok=True)
    result = shell(f"visuals {command} {' '.join(map(repr, ARGUMENTS.get(command, [])))} > /dev/full")
    assert result.returncode == 1
    assert result.stderr.endswith(FULL)
    assert "Traceback" not in result.stderr


def test_a_build_whose_words_nobody_takes_makes_and_notes_all(cards: list[str]) -> None:
    for streams, code in (("> /dev/full", 1), ("> /dev/full 2> /dev/full", 1), ("2>&-", 0), (">&- 2>&- <&-", 0)):
        result = shell(f"rm -rf output; visuals build {streams}")
        assert (result.returncode, noted()) == (code, cards), streams


def test_a_build_without_a_stream_for_errors_has_nothing_to_do_afterwards(cards: list[str]) -> None:
    assert shell("visuals build 2>&-").returncode == 0
    assert shell("visuals build 2>&-").stdout == "4 unchanged\n"


def test_a_closed_stream_is_never_the_file_that_is_opened_next(project: Path) -> None:
    shell("visuals build >&- 2>&- <&-")
    assert Path("output/word.og.png").read_bytes().startswith(b"\x89PNG")
    shell("visuals render nothing.yaml >&- 2>&-")
    assert pictures_in("output") == ["word.og.png"]


def test_a_reader_that_goes_away_is_told_and_costs_no_picture(cards: list[str]) -> None:
    result = shell("set -o pipefail; visuals build | head -1")
    assert result.stdout.startswith("output/card0.og.png")
    assert result.stderr == "standard output: cannot write: its reader has gone\n"
    assert result.returncode == 1
    assert noted() == cards


def test_what_is_wrong_keeps_its_exit_code(project: Path) -> None:
    assert shell("visuals render nothing.yaml 2> /dev/full").returncode == 2
    assert shell("visuals render nothing.yaml > /dev/full").returncode == 2


@pytest.mark.parametrize("command", ["watch", "studio --no-browser"])
def test_what_goes_on_ends_when_nothing_can_be_told(project: Path, command: str) -> None:
    result = shell(f"visuals {command} > /dev/full")
    assert (result.returncode, result.stderr) == (1, FULL)


def test_without_standard_input_there_is_no_article(project: Path) -> None:
    result = shell("visuals draft - <&-")
    assert (result.returncode, result.stderr.splitlines()[0]) == (2, "-: there is no wish for a picture")


def test_who_calls_main_goes_on_after_it() -> None:
    code = "import sys; from pipeline.cli import main; sys.argv = ['visuals', 'sizes']\n"
    result = python("-c", f"{code}try:\n    main()\nexcept SystemExit as end:\n    print('ended', end.code)")
    assert result.stdout.splitlines()[-1] == b"ended 0"


LEFT = """
import atexit, sys, threading, time
from pipeline.cli import run
{before}
sys.argv = ["visuals", "sizes"]
run()
"""


@pytest.mark.parametrize(
    "before",
    [
        "atexit.register(print, 'at its end')",
        "threading.Thread(target=lambda: (time.sleep(0.3), print('at its end'))).start()",
        "sys.setprofile(lambda *_: None); atexit.register(print, 'at its end')",
    ],
    ids=["registered", "of a thread", "watched"],
)
def test_a_process_ends_with_all_that_it_had_to_do(before: str) -> None:
    result = python("-c", LEFT.format(before=before))
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.startswith(b"size ")
    assert result.stdout.splitlines()[-1] == b"at its end"
