"""Figures of matplotlib for tests: made, recorded and painted by us, drawn by matplotlib's Agg."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image

from pipeline import charts, theme
from pipeline.color import Color
from pipeline.geometry import Rect, Size
from pipeline.paint import paint
from pipeline.scene import Box, Item, Scene, TextRun, walk
from pipeline.typography import Typesetter, library

WIDTH, HEIGHT = 240, 160
WHITE = Color(255, 255, 255)
PAPER = theme.load("paper")
PAGE = Rect(0, 0, WIDTH, HEIGHT)


def new() -> Any:
    return charts.figure(WIDTH, HEIGHT)


def record(figure: Any, rect: Rect = PAGE, role: str = "chart") -> tuple[Item, ...]:
    return charts.record(figure, Typesetter(library(None)), PAPER, rect, role)


def ours(figure: Any) -> Image.Image:
    page = Box(Rect(0, 0, WIDTH, HEIGHT), fill=WHITE)
    return paint(Scene(Size(WIDTH, HEIGHT), (page, *record(figure)), "", "")).image().convert("RGB")


def of_agg(figure: Any) -> Image.Image:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    data = io.BytesIO()
    canvas: Any = FigureCanvasAgg(figure)
    canvas.print_png(data, metadata={"Software": None})
    drawn = Image.open(data).convert("RGBA")
    page = Image.new("RGBA", drawn.size, "white")
    page.alpha_composite(drawn)
    return page.convert("RGB")


def texts(items: tuple[Item, ...]) -> list[TextRun]:
    return [item for item, _ in walk(items) if isinstance(item, TextRun)]
