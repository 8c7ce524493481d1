"""A program that uses us and matplotlib finds matplotlib as it was: its settings, fonts, figures, and silence."""

from __future__ import annotations

import os
from contextlib import chdir
from pathlib import Path

import pytest

from tests.conftest import Spawn, python, write_spec

CHART = "kind: chart\nchart: line\ntitle: T\nlabels: [a, b, c]\nseries: [{name: N, values: [1, 3, 2]}]\n"
RENDER = """
from pipeline import load, render
render(load("specs/word.yaml"), size="og")
"""
HOST = """
import matplotlib
from matplotlib import font_manager
"""
FIGURE = """
import matplotlib.pyplot as plt
figure, axes = plt.subplots()
axes.set_title("Mine")
axes.plot([1, 2])
figure.savefig("mine.png")
"""
COMPARED = """
settings = dict(matplotlib.rcParams)
fonts = list(font_manager.fontManager.ttflist)
{render}
changed = [key for key, value in settings.items() if matplotlib.rcParams[key] != value]
assert changed == [], changed
assert font_manager.fontManager.ttflist == fonts
"""


@pytest.fixture(autouse=True)
def chart(project: Path) -> None:
    """The project's spec is a chart."""
    write_spec(project, "word", CHART)


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The host's figure as it is without us."""
    with chdir(tmp_path_factory.mktemp("host")):
        python("-c", FIGURE)
        return Path("mine.png").read_bytes()


@pytest.mark.parametrize("first", ["the host's", "ours"])
def test_a_figure_of_the_host_is_the_same_before_and_after_a_chart(project: Path, expected: bytes, first: str) -> None:
    code = {
        "the host's": HOST + COMPARED.format(render=RENDER) + FIGURE,
        "ours": RENDER + HOST + "assert font_manager.fontManager.ttflist\n" + FIGURE,
    }[first]
    result = python("-c", code)
    assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"")
    assert Path("mine.png").read_bytes() == expected


def test_settings_that_the_host_made_come_back_also_after_an_error(project: Path) -> None:
    code = """
import matplotlib
from pipeline import charts, theme
matplotlib.rcParams["font.size"] = 33
try:
    with charts.styled(theme.load("paper")):
        assert matplotlib.rcParams["font.size"] == 17
        raise ZeroDivisionError
except ZeroDivisionError:
    print(matplotlib.rcParams["font.size"])
"""
    assert python("-c", code).stdout.split() == [b"33.0"]


def test_a_chart_needs_no_home_and_says_nothing_of_it(project: Path, spawn: Spawn) -> None:
    Path("no-folder").touch()
    nowhere = {"HOME": str(project / "no-folder"), "XDG_CACHE_HOME": None, "XDG_CONFIG_HOME": None}
    command = spawn("render", "specs/word.yaml", MPLCONFIGDIR=None, **nowhere)
    assert (command.returncode, command.stderr) == (0, b"")
    assert python("-c", RENDER, MPLCONFIGDIR=None, **nowhere).stderr == b""


def test_the_command_leaves_nothing_in_the_home_folder(project: Path, spawn: Spawn) -> None:
    home = project / "home"
    home.mkdir()
    Path("matplotlibrc").write_text("no.such.key: 1\nfont.size: 99\n", encoding="utf-8")
    result = spawn("render", "specs/word.yaml", HOME=str(home), XDG_CACHE_HOME=None, XDG_CONFIG_HOME=None)
    assert (result.returncode, result.stderr) == (0, b"")
    assert os.listdir(home) == []
