"""The sheet: where it lies, its columns of groups, hairlines between them, what was left out, the dots of a series."""

from __future__ import annotations

from math import inf
from typing import NamedTuple

from pipeline.geometry import Point, Rect
from pipeline.kinds.feedback_checklist import marks
from pipeline.kinds.feedback_checklist.content import Section
from pipeline.kinds.feedback_checklist.flow import Column
from pipeline.kinds.feedback_checklist.frames import Frame
from pipeline.kinds.feedback_checklist.planning import CAP_HEIGHT, GUTTER, Layout
from pipeline.kinds.feedback_checklist.rows import Row, Rows
from pipeline.layout.page import Page
from pipeline.scene import Box, Item
from pipeline.typography import TextStyle

MARK_CENTER = 0.275  # em above the baseline: level with the x-height
FOOT_BELOW = 0.055  # em below the baseline stand the priority's bars: taller than capitals, they are centred on them
SNAP = 14  # px of the reference by which a sheet is not worth being shorter
RISE = 0.4  # of what is left of a page, above header and sheet
MOST_STRETCH = {  # what the space about a hairline may grow by, in text sizes, and the pitch, of itself
    "beside": (0.9, 0.0),
    "band": (0.9, 0.0),
    "tall": (1.7, 0.12),
}


class Stretch(NamedTuple):
    """What is added about each hairline and between the rows, and the height from first to last baseline with it."""

    apart: float
    pitch: float
    used: float


def placed(layout: Layout) -> tuple[float, Rect]:
    """How far the header is moved down so that all sits well on the page, and the sheet, no taller than it need be."""
    frame, most = layout.frame, layout.frame.sheet
    top = max(most.y, layout.header.bottom)
    spare = layout.room - _stretch(layout).used
    height = most.bottom - top - (spare if spare > SNAP * frame.unit else 0.0)
    if frame.arrangement == "beside":
        return 0.0, Rect(most.x, round(most.y + (most.height - height) / 2), most.width, round(height))
    down = round((most.bottom - top - height) * RISE)
    return down, Rect(most.x, round(top) + down, most.width, round(height))


def sheet(layout: Layout, page: Page, rect: Rect, number: int) -> list[Item]:
    """What stands on the sheet of page `number`, counted from 0, and the dots below it."""
    stretch, rows, density = _stretch(layout), layout.rows, layout.rows.density
    items: list[Item] = []
    has_names = bool(layout.sections and layout.sections[0].title)
    first = rect.y + layout.frame.pad + CAP_HEIGHT * (density.name if has_names else density.text)
    inner = Rect(rect.x + layout.frame.inset, rect.y, rect.width - 2 * layout.frame.inset, rect.height)
    if layout.lead:
        items += _head(rows, layout.lead, page, inner, first, continued=False)
        first += rows.head_depth(layout.lead)
    last, left = first, inner.x
    for index, column in enumerate(layout.pages[number]):
        left = inner.x + index * (rows.width + GUTTER * density.text)
        last = _draw_column(layout, page, column, Rect(left, 0, rows.width, 0), first, stretch, items)
    if layout.tail and number == len(layout.pages) - 1:
        items += _tail(layout, page, left, last + density.pitch)
    return [*items, *_dots(layout, page, number)]


def message(page: Page, rect: Rect, text: str, state: str, frame: Frame) -> list[Item]:
    """One friendly thing on a sheet, below a large mark."""
    unit, theme = frame.unit, page.theme
    style = TextStyle(theme.faces.display, max(frame.smallest, 34 * unit), theme.colors.ink, tracking_em=-0.01)
    words = page.set(text, style._replace(leading=1.2), rect.width - 120 * unit, align="center", field="labels.empty")
    middle = rect.y + rect.height / 2
    return [
        *marks.state_mark(state, page.point(rect.center.x, middle - 44 * unit), 72 * unit, theme.colors),
        *page.runs(words, rect.x + 60 * unit, middle + 52 * unit),
    ]


def _dots(layout: Layout, page: Page, number: int) -> tuple[Box, ...]:
    """Where this page stands among all, where there are several."""
    frame, unit, count = layout.frame, layout.frame.unit, len(layout.pages)
    if count < 2:
        return ()
    radius = 5 * unit
    if frame.arrangement == "beside":
        center = Point(frame.left + marks.dots_width(count, radius) / 2, frame.size.height - 62 * unit)
    else:
        below = 20 if frame.arrangement == "band" else 36
        center = Point(frame.size.width / 2, frame.sheet.bottom + below * unit)
    return page.boxes(marks.page_dots(center, count, number, radius, page.theme.colors))


def _stretch(layout: Layout) -> Stretch:
    """Spare room goes to the hairlines first, equally, and then to the rows; several pages are set alike."""
    density, spacing = layout.rows.density, layout.flow.spacing
    tail = density.pitch if layout.tail else 0.0
    columns = [column for page in layout.pages for column in page]
    heights = [layout.flow.height(column) for column in columns]
    if len(layout.pages) > 1:
        return Stretch(0.0, 0.0, max(heights) + tail)
    spare = layout.room - tail
    most_apart, most_pitch = MOST_STRETCH[layout.plan.arrangement]
    apart = _share(
        [spare - height for height in heights], [len(column) - 1 for column in columns], most_apart * density.text
    )
    heights = [height + apart * (len(column) - 1) for height, column in zip(heights, columns, strict=True)]
    steps = [sum(max(0, piece.stop - piece.start - 1) for piece in column) for column in columns]
    pitch = _share([spare - height for height in heights], steps, most_pitch * spacing.pitch)
    return Stretch(apart, pitch, max(height + pitch * step for height, step in zip(heights, steps, strict=True)) + tail)


def _share(spare: list[float], gaps: list[int], most: float) -> float:
    """What each gap gets so that no column outgrows its room; a column without gaps asks for nothing."""
    if not any(gaps):
        return 0.0
    return max(0.0, min([most, *(room / count for room, count in zip(spare, gaps, strict=True) if count)]))


def _draw_column(
    layout: Layout, page: Page, column: Column, place: Rect, first: float, stretch: Stretch, items: list[Item]
) -> float:
    """Add a column's groups; its last baseline."""
    rows, density = layout.rows, layout.rows.density
    pitch = layout.flow.spacing.pitch + stretch.pitch
    baseline = first
    for index, piece in enumerate(column):
        section = layout.sections[piece.block]
        if index:
            rule = baseline + density.after + stretch.apart / 2
            items.append(_hairline(page, place, rule, layout.frame.unit))
            baseline = rule + density.before + stretch.apart / 2
        set_rows = rows.of(section)[piece.start : piece.stop]
        if section.title and not layout.lead:
            items += _head(rows, section, page, place, baseline, continued=piece.start > 0)
            baseline += rows.head_depth(section, has_rows=bool(set_rows))
        for at, row in enumerate(set_rows):
            baseline += pitch if at else 0.0
            items += _row(row, rows, page, place, round(baseline))
            baseline += row.depth
    return baseline


def _hairline(page: Page, place: Rect, y: float, unit: float) -> Box:
    rect = Rect(place.x, round(y), place.width, max(1, round(unit)))
    return Box(page.rect(rect), fill=page.theme.colors.rule)


def _head(rows: Rows, section: Section, page: Page, place: Rect, baseline: float, *, continued: bool) -> list[Item]:
    head = rows.head(section, continued=continued)
    baseline = round(baseline)
    items: list[Item] = [*page.runs(head.name, place.x, baseline)]
    baseline = round(baseline + head.name.over)
    if head.aside:
        items += page.runs(head.aside, place.x + head.name.width + rows.quote_gap, baseline)
    if head.tally:
        items += page.runs_until(head.tally, place.right, baseline)
    if head.has_bar:
        pill = rows.density.pill
        right = place.right - rows.bar_right(head.tally)
        items += page.boxes(marks.share_bar(section.tally, right, baseline - 2 * pill[1], pill, page.theme.colors))
    return items


def _row(row: Row, rows: Rows, page: Page, place: Rect, baseline: float) -> list[Item]:
    density, colors = rows.density, page.theme.colors
    if row.point is None:
        return [*page.runs(row.text, place.x, baseline)]
    text_x = place.x + rows.indent
    first = baseline + row.text.over
    center = page.point(place.x + density.mark / 2, first - MARK_CENTER * density.text)
    items: list[Item] = [*marks.state_mark(row.point.state, center, density.mark, colors)]
    if row.number:
        items += page.runs_until(row.number, text_x - 0.4 * density.text, first)
    items += page.runs(row.text, text_x, baseline)
    if row.note:
        items += page.runs(row.note, text_x, baseline + row.text.depth + row.note_drop)
    if row.right:
        items += page.runs_until(row.right, place.right, first)
    if row.point.level and rows.rights:
        right = place.right - (row.right.width + density.level_gap if row.right else 0.0)
        foot = page.rect(Rect(right - density.level, first + FOOT_BELOW * density.right, density.level, 0))
        level = row.point.level
        items += marks.priority_mark(level, Point(foot.x, foot.y), density.level, colors, mirrored=page.mirrored)
    return items


def _tail(layout: Layout, page: Page, left: float, baseline: float) -> tuple[Item, ...]:
    """How many items are not shown, in words."""
    rows = layout.rows
    style = rows.text_style._replace(fill=page.theme.colors.muted)
    return page.runs(page.set(layout.tail, style, inf, field="rest"), left + rows.indent, baseline)
