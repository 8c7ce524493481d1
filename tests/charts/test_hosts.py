"""A program that uses us and matplotlib finds matplotlib as it was: its settings, fonts, figures, and silence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import python

RENDER = """
from pipeline import charts, theme
from pipeline.geometry import Rect
from pipeline.typography import Typesetter, library
paper, place = theme.load("paper"), Rect(0, 0, 240, 160)
with charts.styled(paper):
    figure = charts.figure(240, 160)
    charts.axes(figure, place, (0, 2), (0, 3)).plot([0, 1, 2], [1, 3, 2])
    figure.text(0.1, 0.9, "Sent")
    assert len(charts.record(figure, Typesetter(library(None)), paper, place)) == 2
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


@pytest.mark.parametrize("first", ["the host's", "ours"])
def test_a_figure_of_the_host_is_the_same_before_and_after_a_chart(project: Path, first: str) -> None:
    python("-c", FIGURE)
    expected = Path("mine.png").read_bytes()
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


def test_a_chart_needs_no_home_and_says_nothing_of_it(project: Path) -> None:
    Path("no-folder").touch()
    nowhere = {"HOME": str(project / "no-folder"), "XDG_CACHE_HOME": None, "XDG_CONFIG_HOME": None}
    result = python("-c", RENDER, MPLCONFIGDIR=None, **nowhere)
    assert (result.returncode, result.stderr) == (0, b"")


def test_a_chart_leaves_nothing_in_the_home_folder(project: Path) -> None:
    home = project / "home"
    home.mkdir()
    Path("matplotlibrc").write_text("no.such.key: 1\nfont.size: 99\n", encoding="utf-8")
    result = python("-c", RENDER, HOME=str(home), XDG_CACHE_HOME=None, XDG_CONFIG_HOME=None)
    assert (result.returncode, result.stderr) == (0, b"")
    assert os.listdir(home) == []
