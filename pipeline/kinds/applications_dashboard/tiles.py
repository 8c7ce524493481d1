"""The tiles: a label, a large figure, a caption, and one dot for each application, all with the same denominator."""

from __future__ import annotations

from math import ceil

from pipeline.geometry import Point, Rect
from pipeline.kinds.applications_dashboard.canvas import BoardCanvas
from pipeline.kinds.applications_dashboard.tile_words import TileWords
from pipeline.layout.card import edge

MOST_DOTS, LEAST_COLUMNS, MOST_ROWS = 40, 8, 4
HANG_EM = 0.04  # side bearing of a large figure


def draw(canvas: BoardCanvas) -> None:
    """The tiles and the hairlines between them."""
    measures, tiles, rule = canvas.measures, canvas.content.tiles, canvas.colors.rule
    board, height, line = measures.board, measures.tile, edge(canvas.theme)
    columns, rows = measures.grid(len(tiles))
    width = board.width / columns
    for at, tile in enumerate(tiles):
        row, column = divmod(at, columns)
        cell = Rect(board.x + column * width, board.y + row * height, width, height)
        _tile(canvas, tile, cell)
        if column:
            canvas.down(cell.x, cell.y + measures.pad * 0.9, cell.bottom - measures.pad * 0.9, rule)
    for row in range(1, rows + 1):
        canvas.across(board.x + line, board.right - line, board.y + row * height, rule)


def _tile(canvas: BoardCanvas, tile: TileWords, cell: Rect) -> None:
    measures, colors = canvas.measures, canvas.colors
    left, right = measures.edges(cell, measures.pad, measures.pad)
    label_y, figure_y, caption_y = (cell.y + down for down in measures.tile_baselines)
    label = canvas.style(measures.label, colors.ink_2)
    canvas.write(left, label_y, tile.label.text, label, right - left, tile.label.field)
    figure = canvas.style(measures.numeral, colors.ink, 600, "numerals", -0.03)
    while canvas.measure(tile.value.text, figure) > right - left and figure.size > measures.caption:
        figure = figure._replace(size=figure.size * 0.9)
    width = canvas.text(left - figure.size * HANG_EM, figure_y, tile.value.text, figure, role=tile.value.field)
    _caption(canvas, tile, left, right, caption_y)
    if tile.lit is not None and canvas.content.figures.sent:
        _dots(canvas, tile.lit, Point(right, figure_y), right - left - width - measures.dot, is_offer=tile.is_offer)


def _caption(canvas: BoardCanvas, tile: TileWords, left: float, right: float, baseline: float) -> None:
    colors, size = canvas.colors, canvas.measures.caption
    strong = canvas.style(size, colors.accent_2_text if tile.is_offer else colors.ink_2, 600)
    plain = canvas.style(size, colors.muted)
    first = canvas.cut(tile.strong.text, strong, right - left)
    gap = canvas.measure("n n", plain) - canvas.measure("nn", plain) if first else 0.0
    rest = right - left - canvas.measure(first, strong) - gap
    after = canvas.cut(tile.plain.text, plain, rest) if tile.plain and rest > 2 * size else ""
    parts = [(first, strong, tile.strong), (after, plain, tile.plain)]
    if canvas.page.mirrored and not canvas.page.typesetter.runs_right_to_left(f"{first} {after}"):
        parts.reverse()  # words that run from left to right keep their order on a mirrored board
    for text, look, leaf in parts:
        if text:
            left += canvas.text(left, baseline, text, look, role=leaf.field) + gap


def _dots(canvas: BoardCanvas, count: int, corner: Point, room: float, *, is_offer: bool) -> None:
    """A dot for each application, the first ones lit, their right foot in the corner; a bar where they are too many."""
    colors, dot, sent = canvas.colors, canvas.measures.dot, canvas.content.figures.sent
    lit, dim = colors.accent_2 if is_offer else colors.accent, colors.surface_3
    pitch = dot + canvas.measures.dot_gap
    columns = min(max(LEAST_COLUMNS, ceil(sent / MOST_ROWS)), sent) if sent <= MOST_DOTS else LEAST_COLUMNS
    width = columns * pitch - canvas.measures.dot_gap
    if width > room:
        return
    left, rows = corner.x - width, ceil(sent / columns)
    if sent > MOST_DOTS:
        bar = Rect(left, corner.y - dot, width, dot)
        canvas.box(bar, dim, dot / 2)
        if count:
            canvas.box(bar._replace(width=max(dot, width * count / sent)), lit, dot / 2)
        return
    centers = [
        Point(left + at % columns * pitch + dot / 2, corner.y - (rows - 1 - at // columns) * pitch - dot / 2)
        for at in range(sent)
    ]
    canvas.dots(centers[:count], dot / 2, lit)
    canvas.dots(centers[count:], dot / 2, dim)
