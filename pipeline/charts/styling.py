"""Figures and axes in the theme's looks: nothing is drawn that was not asked for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from typing import Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.rcsetup import cycler

from pipeline.charts import tint
from pipeline.charts.loading import no_fonts
from pipeline.geometry import Rect
from pipeline.theme import Theme

DPI = 72  # a point is a px

_PLAIN = {
    "font.size": 17.0,  # dense type of a picture 1200 px wide
    "text.parse_math": False,  # "$5 to $8" is money
    "path.simplify": False,
    "lines.linewidth": 3.0,
    "lines.solid_capstyle": "round",
    "lines.dash_capstyle": "butt",
    "lines.markersize": 9.0,
    "lines.markeredgewidth": 0.0,
    "patch.linewidth": 0.0,
    "axes.facecolor": "none",
    "axes.linewidth": 1.0,
    "axes.axisbelow": True,
    "axes.xmargin": 0.0,
    "axes.ymargin": 0.0,
    "axes.spines.left": False,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.spines.bottom": False,
    "xtick.major.size": 0.0,
    "ytick.major.size": 0.0,
    "xtick.minor.size": 0.0,
    "ytick.minor.size": 0.0,
    "legend.frameon": False,
}


_turn = RLock()  # of the thread whose settings matplotlib has


@contextmanager
def style(theme: Theme) -> Iterator[None]:
    """Our settings and the theme's in place of those that matplotlib has, see `charts.styled`."""
    settings: Any = matplotlib.rcParams  # by the methods of `dict`: its own check each value, and choose a backend
    with _turn, no_fonts():
        before = dict(dict.items(settings))
        try:
            dict.update(settings, matplotlib.rcParamsDefault)
            settings.update(_PLAIN | _colors(theme))
            yield
        finally:
            dict.clear(settings)
            dict.update(settings, before)


def new_figure(width: float, height: float) -> Figure:
    """An empty figure, see `charts.figure`."""
    return Figure(figsize=(width / DPI, height / DPI), dpi=DPI, frameon=False)


def bare_axes(figure: Figure, rect: Rect, x: tuple[float, float], y: tuple[float, float]) -> Axes:
    """Axes without furniture, see `charts.axes`."""
    width, height = figure.bbox.width, figure.bbox.height
    box = (rect.x / width, 1 - rect.bottom / height, rect.width / width, rect.height / height)
    axes = figure.add_axes(box, xlim=x, ylim=y, autoscale_on=False)
    axes.set_axis_off()
    return axes


def _colors(theme: Theme) -> dict[str, object]:
    colors = theme.colors
    quiet = {name: tint(colors.muted) for name in ("xtick.labelcolor", "ytick.labelcolor", "axes.labelcolor")}
    return {
        **quiet,
        "text.color": tint(colors.ink),
        "axes.titlecolor": tint(colors.ink),
        "axes.edgecolor": tint(colors.rule_strong),
        "grid.color": tint(colors.rule),
        "axes.prop_cycle": cycler(color=[tint(color) for color in colors.cat]),
    }
