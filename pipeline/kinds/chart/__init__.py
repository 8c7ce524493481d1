"""Chart: numbers from a table beside the spec, drawn plainly, each mark named where it stands.

    spec + table --content--> labels, numbers, how they are written --lay_out--> header, board, drawing

content    what the chart says              frames     where header and board stand
reading    a table beside the spec          table      what of the numbers there is room for
timing     labels that are times            canvas     a matplotlib figure with measures
numbers    how numbers are written          drawings   bars, lines, a ring, a grid
"""

from __future__ import annotations

from collections.abc import Callable

from pipeline import charts
from pipeline.errors import AssetError
from pipeline.geometry import Rect, Size
from pipeline.kinds.chart.alt import alt, description
from pipeline.kinds.chart.canvas import Canvas
from pipeline.kinds.chart.content import Content, content
from pipeline.kinds.chart.frames import Frame, frame
from pipeline.kinds.chart.spec import Chart, check
from pipeline.kinds.chart.table import Table, table
from pipeline.kinds.kind import Kind
from pipeline.layout.card import card
from pipeline.layout.page import spans
from pipeline.scene import Box, Item, Scene, TextRun
from pipeline.theme import Theme
from pipeline.typography import Setting, Span, TextStyle, Typesetter, markup


def lay_out(content: Content, size: Size, theme: Theme, typesetter: Typesetter) -> Scene:
    """Title, board, and the chart on it."""
    where = frame(size)
    header, bottom = _header(content, where, size, theme, typesetter)
    board = where.board(bottom, size.width)
    try:
        with charts.styled(theme):
            drawn, shown = _board(content, where, board, theme, typesetter)
    except AssetError:  # a figure knows no fields
        _check_letters(content, theme, typesetter)
        raise
    back = Box(Rect.of(size), fill=theme.colors.paper)
    items = (back, *header, *card(board, theme, where.unit), *drawn)
    unnamed = tuple(each.name.field for each in content.series[:1]) if len(content.series) == 1 else ()
    return Scene(size, items, left_out=shown.left_out, summarised=(*shown.summarised, *unnamed))


def _check_letters(content: Content, theme: Theme, typesetter: Typesetter) -> None:
    """Raise AssetError naming the first field with a character that no face has."""
    style = TextStyle(theme.faces.text, 20, theme.colors.ink)
    names = (each.name for each in content.series)
    for leaf in (*content.labels, *names, content.unit, content.caption):
        typesetter.set([Span(markup.plain(leaf.text), style)], role=leaf.field)


def _header(
    content: Content, where: Frame, size: Size, theme: Theme, typesetter: Typesetter
) -> tuple[list[TextRun], float]:
    """Eyebrow and title, and where the board may begin."""
    measure = where.right - where.left
    runs: list[TextRun] = []
    y = where.top
    if content.eyebrow:
        style = TextStyle(theme.faces.text, where.eyebrow, theme.colors.accent, 600, tracking_em=0.02)
        settings = [Setting(where.eyebrow * factor, 1.2, 1) for factor in (1, 0.9, 0.8)] + [
            Setting(where.eyebrow, 1.2, 2)
        ]
        text = typesetter.fit([Span(content.eyebrow.text, style)], settings, measure, 3 * where.eyebrow, role="eyebrow")
        runs += text.placed(where.left, y + text.cap_height)
        y += text.height + 0.42 * where.titles[0].size
    if content.title:
        base = TextStyle(theme.faces.display, where.titles[0].size, theme.colors.ink, tracking_em=-0.02)
        warm = base._replace(fill=theme.colors.accent_2_text, italic=True)
        title = spans(content.title.text, base, warm)
        text = typesetter.fit(title, where.titles, measure, 0.3 * size.height, role="title")
        runs += text.placed(where.left, y + text.cap_height)
        y += text.height + 0.62 * where.titles[0].size
    elif content.eyebrow:
        y += 0.4 * where.eyebrow
    else:
        y = where.outer if where.top < 100 * where.unit else where.top
    return runs, y


def _board(
    content: Content, where: Frame, board: Rect, theme: Theme, typesetter: Typesetter
) -> tuple[tuple[Item, ...], Table]:
    """What stands on the board, and what of the numbers is shown."""
    side = where.left - where.outer
    width, height = board.width - 2 * side, board.height - 2 * where.pad
    rect = Rect(round(where.left), round(board.y + where.pad), round(width), round(height))  # marks snap to whole px
    caption = markup.plain(content.caption.text)
    while True:
        canvas = Canvas(rect, where.text, theme, typesetter, content.is_mirrored)
        foot = 2.1 * where.small if caption else 0.0
        shown = _fill(canvas, canvas.area._replace(height=rect.height - foot), content)
        if not shown.hidden or foot:
            break
        caption = " "  # what is left out is said in a line that needs room
    said = content.words.shown
    form = said.unnamed if content.drawing == "line" else said.hidden
    note = content.words.language.counted(form, shown.hidden) if shown.hidden else ""
    line = canvas.short(" · ".join(filter(None, (note, caption.strip()))), rect.width, where.small)
    role = content.caption.field if content.caption else "hidden"
    canvas.write(line, 0, rect.height, theme.colors.muted, size=where.small, role=role)
    return canvas.items(), shown


def _fill(canvas: Canvas, area: Rect, content: Content) -> Table:
    """The chart below its unit, or below the name of its only series; a word in the place of an empty one."""
    size, muted, numbers = canvas.size, canvas.theme.colors.muted, table(content)
    if not numbers.labels:
        text = canvas.short(content.words.shown.empty, area.width, 1.5 * size)
        at = area.center
        canvas.write(text, at.x, canvas.middle(at.y), muted, align="center", size=1.5 * size, role="empty")
        return numbers._replace(summarised=("labels", "series", "unit"))
    counted = content.unit or (content.series[0].name if len(content.series) == 1 else content.unit)
    if counted and content.drawing != "donut":
        canvas.write(canvas.short(counted.text, area.width), 0, 0.68 * size, muted, role=counted.field)
        area = area._replace(y=1.9 * size, height=area.height - 1.9 * size)
    return _draw(canvas, area, numbers)


def _draw(canvas: Canvas, area: Rect, numbers: Table) -> Table:
    from pipeline.kinds.chart.drawings import bars, donut, heatmap, lines  # one of them, and matplotlib behind it

    ways: dict[str, Callable[[], Table]] = {
        "bar": lambda: bars.bars(canvas, area, numbers, stacked=False),
        "stacked": lambda: bars.bars(canvas, area, numbers, stacked=True),
        "line": lambda: lines.lines(canvas, area, numbers, filled=False),
        "area": lambda: lines.lines(canvas, area, numbers, filled=True),
        "donut": lambda: donut.donut(canvas, area, numbers),
        "heatmap": lambda: heatmap.heatmap(canvas, area, numbers),
    }
    return ways[numbers.content.drawing]()


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
