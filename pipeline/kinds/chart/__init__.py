"""Chart: numbers from a table beside the spec, drawn plainly, each mark named where it stands.

    spec + table --content--> labels, numbers, how they are written --lay_out--> header, board, drawing

content    what the chart says              measures   where header and board stand, how large letters are
reading    a table beside the spec          table      what of the numbers there is room for
timing     labels that are times            drawings   bars (columns, rows, large), lines, a ring, a grid
numbers    how numbers are written
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from pipeline.geometry import Point, Rect, Size
from pipeline.kinds.chart.alt import alt, description
from pipeline.kinds.chart.content import Content, content
from pipeline.kinds.chart.drawings.board import Board
from pipeline.kinds.chart.measures import Measures, measures
from pipeline.kinds.chart.spec import Chart, check
from pipeline.kinds.chart.table import Table, table
from pipeline.kinds.kind import Kind
from pipeline.layout import header
from pipeline.layout.canvas import CAPITALS, Canvas
from pipeline.layout.card import card
from pipeline.layout.page import Page
from pipeline.scene import Box, Scene, words_last
from pipeline.theme import Theme
from pipeline.typography import Paragraph, Typesetter, markup

FILLING = ("donut", "heatmap")  # drawings that take all the room there is
HANG_EM = 0.03  # the title hangs to the left, so that its stem and not its side bearing stands on the margin


def lay_out(content: Content, size: Size, theme: Theme, typesetter: Typesetter) -> Scene:
    """Title, board, and the chart on it; a board that its chart does not fill is cut, and stands in the middle."""
    page = Page(size, theme, typesetter, content.is_mirrored)
    where, numbers = measures(size), table(content)
    head, top = _header(page, content, where)
    inner = Rect(where.left, top + where.pad, where.right - where.left, where.foot - top - 2 * where.pad)
    room = Rect(0, 0, inner.width, inner.height - _above(content, where) - _below(content, where))
    fills = content.drawing in FILLING or not numbers.labels
    spare = 0.0 if fills else room.height - _drawing(content).height(where, numbers, room)
    down = round(spare / 2)
    board = Rect(where.outer, top + down, size.width - 2 * where.outer, where.foot - top - spare)
    inner = Rect(round(inner.x), round(inner.y + down), round(inner.width), round(inner.height - spare))
    canvas, shown = _fill(page, inner, where, numbers)
    above = Canvas(page, origin=Point(0, down))
    for words, x, baseline in head:
        above.paragraph(words, x, baseline)
    back = (Box(Rect.of(size), fill=theme.colors.paper), *card(board, theme, where.unit))
    items = (*back, *words_last((*above.items, *canvas.items)))
    unnamed = tuple(each.name.field for each in content.series[:1]) if len(content.series) == 1 else ()
    return Scene(size, items, left_out=shown.left_out, summarised=(*shown.summarised, *unnamed))


def _header(page: Page, content: Content, where: Measures) -> tuple[list[tuple[Paragraph, float, float]], float]:
    """Eyebrow and title, each with its x and first baseline, and where the board may begin."""
    measure, y, large = where.right - where.left, where.top, where.titles[0].size
    eyebrow = header.eyebrow(page, content.eyebrow, where.eyebrow, measure)
    title = header.title(page, content.title, where.titles, measure, 0.3 * page.size.height)
    placed = []
    if eyebrow:
        placed.append((eyebrow, where.left, y + eyebrow.cap_height))
        y += eyebrow.height + 0.4 * large
    if eyebrow and title:
        y = max(y, where.top + eyebrow.height + eyebrow.apart_from(title) - title.cap_height)
    if title:
        placed.append((title, where.left - HANG_EM * title.size, y + title.cap_height))
        return placed, y + title.height + 0.62 * large
    if eyebrow:
        return placed, y + 0.4 * where.eyebrow
    return placed, where.outer if where.top < 100 * where.unit else where.top


def _above(content: Content, where: Measures) -> float:
    """The px of the line above a drawing that says what its numbers are."""
    return 1.7 * where.text if content.drawing != "donut" and content.labels and content.counted else 0.0


def _below(content: Content, where: Measures) -> float:
    return 1.9 * where.small if markup.plain(content.caption.text).strip() else 0.0


def _drawing(content: Content) -> ModuleType:
    """The module that draws the chart."""
    name = {"bar": "bars", "stacked": "bars", "line": "lines", "area": "lines"}.get(content.drawing, content.drawing)
    return import_module(f"{__name__}.drawings.{name}")  # a picture pays for its own


def _fill(page: Page, inner: Rect, where: Measures, numbers: Table) -> tuple[Canvas, Table]:
    """The drawing between what its numbers are and its caption, in which what is hidden is counted."""
    content, foot = numbers.content, _below(numbers.content, where)
    canvas, shown = _annotated(page, inner, foot, where, numbers)
    if shown.hidden and not foot:  # what is hidden is said in a line that needs room
        canvas, shown = _annotated(page, inner, 1.9 * where.small, where, numbers)
    caption = markup.plain(content.caption.text).strip()
    form = content.words.shown.unnamed if content.drawing == "line" else content.words.shown.hidden
    hidden = content.words.language.counted(form, shown.hidden) if shown.hidden else ""
    style = canvas.style(where.small, canvas.colors.muted)
    line = canvas.cut(" · ".join(filter(None, (hidden, caption))), style, inner.width)
    canvas.text(0, inner.height, line, style, role=content.caption.field if caption else "hidden")
    return canvas, shown


def _annotated(page: Page, inner: Rect, foot: float, where: Measures, numbers: Table) -> tuple[Canvas, Table]:
    """The drawing with its notes, the lowest head above its marks in which they have room; else raises FitError."""
    from pipeline.kinds.chart.drawings import annotating

    for head in annotating.heads(where, numbers):
        board = Board(page, inner, foot, where, head)
        shown = _chart(board, numbers)
        if annotating.annotate(board, shown):
            return board, shown
    raise annotating.refused(board, shown)


def _chart(board: Board, numbers: Table) -> Table:
    """The chart below its unit, or below the name of its only series; a word in the place of an empty one."""
    size, area, content = board.size, board.area, numbers.content
    if not numbers.labels:
        style = board.quiet(1.5 * size)
        text, y = board.cut(content.words.shown.empty, style, area.width), area.center.y + CAPITALS * 0.75 * size
        board.text(area.center.x, y, text, style, anchor="middle", role="empty")
        return numbers.stands_for("labels", "series", "unit", "target")
    above = _above(content, board.measures)
    if above:
        counted, style = content.counted, board.quiet(0.9 * size)
        text = board.cut(counted.text, style, area.width)
        board.text(area.x, area.y + CAPITALS * style.size, text, style, role=counted.field)
    board = board.below(above)
    if content.drawing in FILLING and content.annotations:
        from pipeline.kinds.chart.drawings import annotating

        below = annotating.foot(board, numbers)
        board = board.within(board.area._replace(height=board.area.height - below))
    shown: Table = _drawing(content).draw(board, numbers)
    return shown


KIND = Kind(
    "chart",
    "Numbers from a table, drawn plainly, each named where it stands.",
    Chart,
    content,
    lay_out,
    alt,
    description,
    check,
)
