"""The tiles: a label, a large figure, a caption, and one dot for each application, all with the same denominator."""

from __future__ import annotations

from math import ceil

from pipeline.geometry import Point, Rect
from pipeline.kinds.applications_dashboard.content import Content
from pipeline.kinds.applications_dashboard.frames import Frame
from pipeline.kinds.applications_dashboard.tile_words import Told
from pipeline.layout.canvas import Canvas
from pipeline.layout.card import edge

MOST_DOTS, LEAST_COLUMNS, MOST_ROWS = 40, 8, 4
HANG_EM = 0.04  # side bearing of a large figure


def draw(canvas: Canvas, frame: Frame, content: Content) -> None:
    """The tiles and the hairlines between them."""
    columns, rows = frame.grid(len(content.tiles))
    width = frame.board.width / columns
    for at, told in enumerate(content.tiles):
        row, column = divmod(at, columns)
        cell = Rect(frame.board.x + column * width, frame.board.y + row * frame.tile, width, frame.tile)
        _tile(canvas, frame, told, cell, content.figures.sent)
        if column:
            canvas.down(cell.x, cell.y + frame.pad * 0.9, cell.bottom - frame.pad * 0.9, canvas.colors.rule)
    for row in range(rows):
        left, right = frame.board.x + edge(canvas.theme), frame.board.right - edge(canvas.theme)
        canvas.across(left, right, frame.board.y + (row + 1) * frame.tile, canvas.colors.rule)


def _tile(canvas: Canvas, frame: Frame, told: Told, cell: Rect, sent: int) -> None:
    board, colors = frame.board, canvas.colors
    left = frame.margin if cell.x <= board.x + 1 else cell.x + frame.pad
    right = frame.width - frame.margin if cell.right >= board.right - 1 else cell.right - frame.pad
    label_y, figure_y, caption_y = (cell.y + down for down in frame.tile_baselines)
    label = canvas.style(frame.label, colors.ink_2)
    canvas.text(left, label_y, canvas.cut(told.label.text, label, right - left), label, role=told.label.field)
    figure = canvas.style(frame.numeral, colors.ink, 600, "numerals", -0.03)
    while canvas.measure(told.value.text, figure) > right - left and figure.size > frame.caption:
        figure = figure._replace(size=figure.size * 0.9)
    width = canvas.text(left - figure.size * HANG_EM, figure_y, told.value.text, figure, role=told.value.field)
    _caption(canvas, frame, told, left, right, caption_y)
    if told.lit is not None and sent:
        _dots(canvas, frame, told, sent, Point(right, figure_y), right - left - width - frame.dot)


def _caption(canvas: Canvas, frame: Frame, told: Told, left: float, right: float, baseline: float) -> None:
    colors = canvas.colors
    strong = canvas.style(frame.caption, colors.accent_2_text if told.is_offer else colors.ink_2, 600)
    plain = canvas.style(frame.caption, colors.muted)
    said = canvas.cut(told.strong.text, strong, right - left)
    gap = canvas.measure("n n", plain) - canvas.measure("nn", plain) if said else 0.0
    rest = right - left - canvas.measure(said, strong) - gap
    after = canvas.cut(told.plain.text, plain, rest) if told.plain and rest > 2 * frame.caption else ""
    parts = [(said, strong, told.strong), (after, plain, told.plain)]
    if canvas.page.mirrored and not canvas.page.typesetter.runs_right_to_left(f"{said} {after}"):
        parts.reverse()  # words that run from left to right keep their order on a mirrored board
    at = left
    for text, look, leaf in parts:
        if text:
            canvas.text(at, baseline, text, look, role=leaf.field)
            at += canvas.measure(text, look) + gap


def _dots(canvas: Canvas, frame: Frame, told: Told, sent: int, corner: Point, room: float) -> None:
    """So many dots, the first ones lit, their right foot in the corner; a bar where they are too many."""
    colors = canvas.colors
    lit, dim = colors.accent_2 if told.is_offer else colors.accent, colors.surface_3
    dot, pitch = frame.dot, frame.dot + frame.dot_gap
    count = told.lit or 0
    if sent > MOST_DOTS:
        width = LEAST_COLUMNS * pitch - frame.dot_gap
        if width > room:
            return
        bar = Rect(corner.x - width, corner.y - dot, width, dot)
        canvas.box(bar, dim, dot / 2)
        if count:
            canvas.box(bar._replace(width=max(dot, width * count / sent)), lit, dot / 2)
        return
    columns = min(max(LEAST_COLUMNS, ceil(sent / MOST_ROWS)), sent)
    rows = ceil(sent / columns)
    left = corner.x - columns * pitch + frame.dot_gap
    if corner.x - left > room:
        return
    centers = [
        Point(left + at % columns * pitch + dot / 2, corner.y - (rows - 1 - at // columns) * pitch - dot / 2)
        for at in range(sent)
    ]
    canvas.dots(centers[:count], dot / 2, lit)
    canvas.dots(centers[count:], dot / 2, dim)
