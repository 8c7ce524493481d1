"""The sheet: where it lies, its columns of groups, hairlines between them, what was left out, the dots of a series."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.geometry import Point, Rect
from pipeline.kinds.feedback_checklist import marks
from pipeline.kinds.feedback_checklist.content import Section
from pipeline.kinds.feedback_checklist.flow import Column
from pipeline.kinds.feedback_checklist.planning import CAP_HEIGHT, GUTTER, Layout
from pipeline.kinds.feedback_checklist.rows import NAME_FOOT, Row
from pipeline.layout.canvas import Canvas
from pipeline.layout.page import Page
from pipeline.scene import Item

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
    measures, most = layout.setup.measures, layout.setup.measures.sheet
    top = max(most.y, layout.setup.header.bottom)
    if layout.setup.plan.fill:
        return 0.0, Rect(most.x, round(top), most.width, round(most.bottom) - round(top))
    spare = layout.setup.room - _stretch(layout).used
    height = most.bottom - top - (spare if spare > SNAP * measures.unit else 0.0)
    if measures.arrangement == "beside":
        return 0.0, Rect(most.x, round(most.y + (most.height - height) / 2), most.width, round(height))
    down = round((most.bottom - top - height) * RISE)
    return down, Rect(most.x, round(top) + down, most.width, round(height))


def sheet(layout: Layout, page: Page, rect: Rect, number: int) -> list[Item]:
    """What stands on the sheet of page `number`, counted from 0, and the dots below it."""
    drawn = _Sheet(layout, Canvas(page), rect)
    if layout.setup.plan.fill:
        drawn.grown()
    else:
        drawn.columns(number)
    if len(layout.pages) > 1:
        drawn.dots(number)
    return drawn.canvas.items


def _stretch(layout: Layout) -> Stretch:
    """Spare room goes to the hairlines first, equally, and then to the rows; several pages are set alike."""
    density = layout.setup.rows.density
    tail = density.pitch if layout.tail else 0.0
    columns = [column for page in layout.pages for column in page]
    heights = [layout.flow.height(column) for column in columns]
    if len(layout.pages) > 1:
        return Stretch(0.0, 0.0, max(heights) + tail)
    spare = layout.setup.room - tail
    most_apart, most_pitch = MOST_STRETCH[layout.setup.plan.arrangement]

    def share(gaps: list[int], most: float) -> float:  # so that no column outgrows its room
        rooms = [(spare - height) / count for height, count in zip(heights, gaps, strict=True) if count]
        return max(0.0, min([most, *rooms])) if rooms else 0.0

    apart = share([len(column) - 1 for column in columns], most_apart * density.text)
    heights = [height + apart * (len(column) - 1) for height, column in zip(heights, columns, strict=True)]
    steps = [sum(max(0, piece.stop - piece.start - 1) for piece in column) for column in columns]
    pitch = share(steps, most_pitch * layout.flow.pitch)
    return Stretch(apart, pitch, max(height + pitch * step for height, step in zip(heights, steps, strict=True)) + tail)


class _Sheet:
    """A sheet that is being drawn."""

    def __init__(self, layout: Layout, canvas: Canvas, rect: Rect) -> None:
        self.layout, self.canvas, self.rect = layout, canvas, rect
        self.measures, self.rows, self.density = layout.setup.measures, layout.setup.rows, layout.setup.rows.density

    def column(self, index: int) -> Rect:
        """The sides of a column."""
        left = self.rect.x + self.measures.inset + index * (self.rows.width + GUTTER * self.density.text)
        return Rect(left, self.rect.y, self.rows.width, self.rect.height)

    def grown(self) -> None:
        """A short list, whose rows share the sheet."""
        rows, sections, (columns,) = self.rows, self.layout.sections, self.layout.pages
        share = rows.share(sections, columns, self.rect.height)
        for index, column in enumerate(columns):
            place, y = self.column(index), 0.0
            for piece in column:
                section = sections[piece.block]
                if y:
                    self.rule(place, place.y + y)
                y += rows.name_height(section)
                if section.title:
                    baseline = y - NAME_FOOT * self.density.name - rows.name(section).depth
                    self.name(section, place, place.y + baseline, continued=piece.start > 0)
                for at, row in enumerate(rows.of(section)[piece.start : piece.stop]):
                    if at:
                        self.rule(place, place.y + y)
                    self.row(row, place, round(place.y + (y + share / 2 + row.middle)))
                    y += share

    def columns(self, number: int) -> None:
        """The groups of one page, below the name of the only one, and what its last line counts."""
        layout, lead = self.layout, self.layout.setup.lead
        has_name = bool(layout.sections[0].title)
        first = self.rect.y + self.measures.pad + CAP_HEIGHT * (self.density.name if has_name else self.density.text)
        if lead:
            self.name(lead, Rect(self.column(0).x, self.rect.y, self.measures.inner.width, self.rect.height), first)
            first += self.rows.head_depth(lead)
        stretch = _stretch(layout)
        for index, column in enumerate(layout.pages[number]):
            place = self.column(index)
            last = self.groups(column, place, first, stretch)
        if layout.tail and number == len(layout.pages) - 1:
            style = self.rows.text_style._replace(fill=self.canvas.colors.muted)
            tail = self.canvas.page.set(layout.tail, style, field="rest")
            self.canvas.paragraph(tail, place.x + self.rows.indent, last + self.density.pitch)

    def groups(self, column: Column, place: Rect, baseline: float, stretch: Stretch) -> float:
        """A column's groups, from its first baseline; its last one."""
        layout, rows, apart = self.layout, self.rows, stretch.apart / 2
        for index, piece in enumerate(column):
            section = layout.sections[piece.block]
            if index:
                rule = baseline + self.density.after + apart
                self.rule(place, rule)
                baseline = rule + self.density.before + apart
            set_rows = rows.of(section)[piece.start : piece.stop]
            if section.title and not layout.setup.lead:
                self.name(section, place, baseline, continued=piece.start > 0)
                baseline += rows.head_depth(section, has_rows=bool(set_rows))
            for at, row in enumerate(set_rows):
                baseline += layout.flow.pitch + stretch.pitch if at else 0.0
                self.row(row, place, round(baseline))
                baseline += row.depth
        return baseline

    def rule(self, place: Rect, y: float) -> None:
        line = max(1, round(self.measures.unit))
        self.canvas.box(Rect(place.x, round(y), place.width, line), self.canvas.colors.rule)

    def name(self, section: Section, place: Rect, baseline: float, *, continued: bool = False) -> None:
        """A group's name, and what stands on its line."""
        canvas, rows = self.canvas, self.rows
        head, baseline = rows.head(section, continued=continued), round(baseline)
        canvas.paragraph(head.name, place.x, baseline)
        baseline = round(baseline + head.name.over)
        if head.aside:
            canvas.paragraph(head.aside, place.x + head.name.width + rows.quote_gap, baseline)
        if head.tally:
            canvas.paragraph(head.tally, place.right - head.tally.width, baseline)
        if head.has_bar:
            _, height, gap = pill = self.density.pill
            width = marks.group_bar_width(section.tally, pill)
            bar = Rect(place.right - rows.bar_right(head.tally) - width, baseline - 2 * height, width, height)
            marks.bar(canvas, section.tally, bar, gap, marks.MOST_PILLS)

    def row(self, row: Row, place: Rect, baseline: float) -> None:
        """An item; its mark stands level with its first line, or on a sheet it shares with the middle of all of it."""
        canvas, density, text_x = self.canvas, self.density, place.x + self.rows.indent
        if row.point is None:
            canvas.paragraph(row.text, place.x, baseline)
            return
        first = baseline + row.text.over
        middle = baseline - row.middle if self.layout.setup.plan.fill else first - MARK_CENTER * density.text
        marks.state_mark(canvas, row.point.state, Point(place.x + density.mark / 2, middle), density.mark)
        if row.number:
            canvas.paragraph(row.number, text_x - 0.4 * density.text - row.number.width, first)
        canvas.paragraph(row.text, text_x, baseline)
        if row.note:
            canvas.paragraph(row.note, text_x, baseline + row.text.depth + row.note_drop)
        right = place.right
        if row.right:
            canvas.paragraph(row.right, right - row.right.width, first)
            right -= row.right.width + density.level_gap
        if row.point.level and self.layout.setup.plan.rights:
            foot = Point(right - density.level, first + FOOT_BELOW * density.right)
            marks.priority_mark(canvas, row.point.level, foot, density.level)

    def dots(self, number: int) -> None:
        """Where this page stands among several."""
        measures, count, radius = self.measures, len(self.layout.pages), 5 * self.measures.unit
        if measures.arrangement == "beside":
            x = measures.left + marks.dots_width(count, radius) / 2
            y = measures.size.height - 62 * measures.unit
        else:
            below = 20 if measures.arrangement == "band" else 36
            x, y = measures.size.width / 2, measures.sheet.bottom + below * measures.unit
        marks.page_dots(self.canvas, Point(x, y), count, number, radius)
