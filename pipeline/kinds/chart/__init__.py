"""Chart: numbers from a table beside the spec, drawn plainly, each mark named where it stands.

frames     where header and board stand        table     the numbers: sorted, the smallest put together
canvas     a matplotlib figure with measures   drawings  bars, lines, a ring, a grid
"""

from __future__ import annotations

from collections.abc import Callable

from pipeline import charts
from pipeline.errors import AssetError
from pipeline.geometry import Rect, Size
from pipeline.kinds.chart.alt import alt, description
from pipeline.kinds.chart.canvas import Canvas
from pipeline.kinds.chart.frames import Frame, frame
from pipeline.kinds.chart.numbers import BEFORE, BESIDE
from pipeline.kinds.chart.spec import Chart, check
from pipeline.kinds.chart.table import Table, in_words, table
from pipeline.kinds.chart.words import words
from pipeline.kinds.kind import Kind
from pipeline.layout.card import card
from pipeline.scene import Box, Item, Scene, TextRun
from pipeline.schema import filled
from pipeline.theme import Theme
from pipeline.typography import Setting, Span, TextStyle, Typesetter, is_right_to_left, markup


def lay_out(spec: Chart, size: Size, theme: Theme, typesetter: Typesetter) -> Scene:
    """Title, board, and the chart on it."""
    words_seen = spec.title or " ".join(spec.labels)
    mirrored = spec.direction == "rtl" or (spec.direction == "auto" and is_right_to_left(words_seen))
    typesetter = typesetter.towards("rtl" if mirrored else "ltr")
    where = frame(size)
    header, bottom = _header(spec, where, size, theme, typesetter, mirrored)
    board = where.board(bottom, size.width)
    numbers = table(spec)
    spec = filled(Chart, spec, highlight=in_words(spec, spec.highlight))
    try:
        with charts.styled(theme):
            drawn, shown = _board(spec, where, board, numbers, theme, typesetter, mirrored)
    except AssetError:  # a figure knows no fields
        _check_letters(spec, theme, typesetter)
        raise
    back = Box(Rect.of(size), fill=theme.colors.paper)
    items = (back, *header, *card(board, theme, where.unit), *drawn)
    title = markup.plain(spec.title) or "Chart"
    told = numbers._replace(hidden=shown.hidden)
    unseen = f"{shown.hidden} of {len(numbers.labels)} labels" if shown.hidden and spec.chart != "line" else ""
    left_out = tuple(filter(None, (unseen, shown.rest)))
    return Scene(size, items, title, spec.alt or alt(spec, told), description(spec, told), left_out)


def _check_letters(spec: Chart, theme: Theme, typesetter: Typesetter) -> None:
    """Raise AssetError naming the first field with a character that no face has."""
    style = TextStyle(theme.faces.text, 20, theme.colors.ink)
    labels = [("data" if spec.data else f"labels[{at}]", label) for at, label in enumerate(spec.labels)]
    names = [("data" if spec.data else f"series[{at}].name", each.name) for at, each in enumerate(spec.series)]
    for field, text in [*labels, *names, ("unit", spec.unit), ("caption", markup.plain(spec.caption))]:
        typesetter.set([Span(text, style)], role=field)


def _header(
    spec: Chart, where: Frame, size: Size, theme: Theme, typesetter: Typesetter, mirrored: bool
) -> tuple[list[TextRun], float]:
    """Eyebrow and title, and where the board may begin."""
    measure = where.right - where.left
    runs: list[TextRun] = []
    y = where.top
    if spec.eyebrow:
        style = TextStyle(theme.faces.text, where.eyebrow, theme.colors.accent, 600, tracking_em=0.02)
        settings = [Setting(where.eyebrow * factor, 1.2, 1) for factor in (1, 0.9, 0.8)] + [
            Setting(where.eyebrow, 1.2, 2)
        ]
        text = typesetter.fit([Span(spec.eyebrow, style)], settings, measure, 3 * where.eyebrow, role="eyebrow")
        runs += text.placed(where.left, y + text.cap_height)
        y += text.height + 0.42 * where.titles[0].size
    if spec.title:
        base = TextStyle(theme.faces.display, where.titles[0].size, theme.colors.ink, tracking_em=-0.02)
        warm = base._replace(fill=theme.colors.accent_2_text, italic=True)
        spans = [Span(part.text, warm if part.emphasised else base) for part in markup.parse(spec.title)]
        text = typesetter.fit(spans, where.titles, measure, 0.3 * size.height, role="title")
        runs += text.placed(where.left, y + text.cap_height)
        y += text.height + 0.62 * where.titles[0].size
    elif spec.eyebrow:
        y += 0.4 * where.eyebrow
    else:
        y = where.outer if where.top < 100 * where.unit else where.top
    return runs, y


def _board(
    spec: Chart, where: Frame, board: Rect, numbers: Table, theme: Theme, typesetter: Typesetter, mirrored: bool
) -> tuple[tuple[Item, ...], Table]:
    """What stands on the board, and what of the numbers is shown."""
    side = where.left - where.outer
    width, height = board.width - 2 * side, board.height - 2 * where.pad
    rect = Rect(round(where.left), round(board.y + where.pad), round(width), round(height))  # marks snap to whole px
    caption = markup.plain(spec.caption)
    while True:
        canvas = Canvas(rect, where.text, theme, typesetter, mirrored, spec.lang)
        foot = 2.1 * where.small if caption else 0.0
        shown = _fill(canvas, canvas.area._replace(height=rect.height - foot), numbers, spec)
        if not shown.hidden or foot:
            break
        caption = " "  # what is left out is said in a line that needs room
    said = words(spec.lang)
    note = (said.unnamed if spec.chart == "line" else said.hidden).format(n=shown.hidden) if shown.hidden else ""
    line = canvas.short(" · ".join(filter(None, (note, caption.strip()))), rect.width, where.small)
    canvas.write(line, 0, rect.height, theme.colors.muted, size=where.small, role="caption")
    return canvas.items(), shown


def _fill(canvas: Canvas, area: Rect, numbers: Table, spec: Chart) -> Table:
    """The chart with its unit, or a word in its place."""
    size, muted = canvas.size, canvas.theme.colors.muted
    if not numbers.labels:
        text = canvas.short(words(spec.lang).empty, area.width, 1.5 * size)
        at = area.center
        canvas.write(text, at.x, canvas.middle(at.y), muted, align="center", size=1.5 * size, role="empty")
        return numbers
    if spec.unit and spec.unit not in BEFORE + BESIDE and spec.chart != "donut":
        canvas.write(canvas.short(spec.unit, area.width), 0, 0.68 * size, muted, role="unit")
        area = area._replace(y=1.9 * size, height=area.height - 1.9 * size)
    return _draw(canvas, area, numbers, spec)


def _draw(canvas: Canvas, area: Rect, numbers: Table, spec: Chart) -> Table:
    from pipeline.kinds.chart.drawings import bars, donut, heatmap, lines  # one of them, and matplotlib behind it

    ways: dict[str, Callable[[], Table]] = {
        "bar": lambda: bars.bars(canvas, area, numbers, spec, stacked=False),
        "stacked": lambda: bars.bars(canvas, area, numbers, spec, stacked=True),
        "line": lambda: lines.lines(canvas, area, numbers, spec, filled=False),
        "area": lambda: lines.lines(canvas, area, numbers, spec, filled=True),
        "donut": lambda: donut.donut(canvas, area, numbers, spec),
        "heatmap": lambda: heatmap.heatmap(canvas, area, numbers, spec),
    }
    return ways[spec.chart]()


def _gather(spec: Chart, read: Callable[[str, str], str]) -> Chart:
    from pipeline.kinds.chart.reading import gather  # only a spec with a data file pays for this import

    return gather(spec, read) if spec.data else spec


KIND = Kind(
    "chart", "Numbers from a table, drawn plainly, each named where it stands.", Chart, lay_out, check, None, _gather
)
