"""The tiles: a label, a large figure, a caption, and one dot for each application, all with the same denominator."""

from __future__ import annotations

from math import ceil

from pipeline.geometry import Point, Rect
from pipeline.kinds.applications_dashboard.content import Content
from pipeline.kinds.applications_dashboard.frames import Frame
from pipeline.kinds.applications_dashboard.pen import Ink, Pen
from pipeline.kinds.applications_dashboard.tile_words import Told
from pipeline.layout.card import edge

MOST_DOTS, LEAST_COLUMNS, MOST_ROWS = 40, 8, 4
HANG_EM = 0.04  # side bearing of a large figure


def draw(pen: Pen, frame: Frame, content: Content) -> None:
    """The tiles and the hairlines between them."""
    columns, rows = frame.grid(len(content.tiles))
    width = frame.board.width / columns
    for at, told in enumerate(content.tiles):
        row, column = divmod(at, columns)
        cell = Rect(frame.board.x + column * width, frame.board.y + row * frame.tile, width, frame.tile)
        _tile(pen, frame, told, cell, content.figures.sent)
        if column:
            pen.down(cell.x, cell.y + frame.pad * 0.9, cell.bottom - frame.pad * 0.9, pen.colors.rule)
    for row in range(rows):
        left, right = frame.board.x + edge(pen.theme), frame.board.right - edge(pen.theme)
        pen.across(left, right, frame.board.y + (row + 1) * frame.tile, pen.colors.rule)


def _tile(pen: Pen, frame: Frame, told: Told, cell: Rect, sent: int) -> None:
    board, colors = frame.board, pen.colors
    left = frame.margin if cell.x <= board.x + 1 else cell.x + frame.pad
    right = frame.width - frame.margin if cell.right >= board.right - 1 else cell.right - frame.pad
    label_y, figure_y, caption_y = (cell.y + down for down in frame.tile_baselines)
    label = Ink(frame.label, colors.ink_2)
    pen.text(left, label_y, pen.fitted(told.label.text, label, right - left), label, role=told.label.field)
    figure = Ink(frame.numeral, colors.ink, 600, "numerals", -0.03)
    while pen.measure(told.value.text, figure) > right - left and figure.size > frame.caption:
        figure = figure._replace(size=figure.size * 0.9)
    width = pen.text(left - figure.size * HANG_EM, figure_y, told.value.text, figure, role=told.value.field)
    _caption(pen, frame, told, left, right, caption_y)
    if told.lit is not None and sent:
        _dots(pen, frame, told, sent, Point(right, figure_y), right - left - width - frame.dot)


def _caption(pen: Pen, frame: Frame, told: Told, left: float, right: float, baseline: float) -> None:
    colors = pen.colors
    strong = Ink(frame.caption, colors.accent_2_text if told.is_offer else colors.ink_2, 600)
    plain = Ink(frame.caption, colors.muted)
    said = pen.fitted(told.strong.text, strong, right - left)
    gap = pen.measure("n n", plain) - pen.measure("nn", plain) if said else 0.0
    rest = right - left - pen.measure(said, strong) - gap
    after = pen.fitted(told.plain.text, plain, rest) if told.plain and rest > 2 * frame.caption else ""
    parts = [(said, strong, told.strong), (after, plain, told.plain)]
    if pen.mirrored and not pen.typesetter.runs_right_to_left(f"{said} {after}"):
        parts.reverse()  # words that run from left to right keep their order on a mirrored board
    at = left
    for text, look, leaf in parts:
        if text:
            pen.text(at, baseline, text, look, role=leaf.field)
            at += pen.measure(text, look) + gap


def _dots(pen: Pen, frame: Frame, told: Told, sent: int, corner: Point, room: float) -> None:
    """So many dots, the first ones lit, their right foot in the corner; a bar where they are too many."""
    colors = pen.colors
    lit, dim = colors.accent_2 if told.is_offer else colors.accent, colors.surface_3
    dot, pitch = frame.dot, frame.dot + frame.dot_gap
    count = told.lit or 0
    if sent > MOST_DOTS:
        width = LEAST_COLUMNS * pitch - frame.dot_gap
        if width > room:
            return
        bar = Rect(corner.x - width, corner.y - dot, width, dot)
        pen.box(bar, dim, dot / 2)
        if count:
            pen.box(bar._replace(width=max(dot, width * count / sent)), lit, dot / 2)
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
    pen.dots(centers[:count], dot / 2, lit)
    pen.dots(centers[count:], dot / 2, dim)
