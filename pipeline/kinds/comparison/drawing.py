"""What is drawn of a comparison: sheet, hairlines, heads, the line with its stops, texts, score, verdict."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.curves import circle, turning
from pipeline.geometry import Point, Rect
from pipeline.kinds.comparison.content import Content
from pipeline.kinds.comparison.measures import Measures
from pipeline.kinds.comparison.score import score
from pipeline.kinds.comparison.table import Table
from pipeline.layout.canvas import Canvas
from pipeline.layout.card import card
from pipeline.layout.marks import mark
from pipeline.layout.shape import Shape
from pipeline.layout.uniform import uniform
from pipeline.typography import Paragraph, Setting

DOT, SLIT = 0.32, 3  # radius of a stop that is none, in stations; what parts the line at a text that it passes, in px
SHEET_INSET = 0.7  # pads from the sheet's outer edge to where hairlines end
HALF_HAIRLINE = 0.5  # px of the page
STOP_LINE, STOP_EDGE, GOAL_LINE, GOAL_EDGE = 0.5, 0.22, 0.8, 0.36  # of the line
GOAL_HALO, GOAL_DOT = 4, 0.34
LEAST_TURN, CLEAR_OF_STOP = 2.0, 3.0
IN_FOOT = ((1.0, 2), (0.88, 2), (0.76, 2), (0.76, 3), (0.66, 3), (0.58, 4), (0.5, 5))  # shares of the size, lines
BELOW_TITLE = ((1.0, 2), (1.0, 3), (0.88, 3), (0.76, 4), (0.66, 5), (0.58, 6))
LEADING_IN_FOOT, LEADING_BELOW_TITLE = 1.19, 1.25
BESIDE_SHEET, BESIDE_TABLE, BESIDE_SCORE, CLEAR_OF_TITLE, CLEAR_IN_FOOT = 36, 50, 14, 36, 24
VERDICT_BASE = 72  # from the page's bottom, below a title


class Drawing(NamedTuple):
    """Draws a content's table on a canvas."""

    canvas: Canvas
    content: Content
    table: Table
    measures: Measures

    def draw(self) -> None:
        """Everything but the verdict, back to front."""
        chosen, table = self.content.highlight, self.table
        self._ground(chosen)
        if chosen is not None:
            self._line(chosen)
        for column, head in enumerate(table.heads):
            base = table.head_base - head.depth / self.canvas.unit
            self.canvas.paragraph(head, table.gutter(column) - table.sizes.hang, base)
        for index, row in enumerate(table.rows):
            self.canvas.block(row.name, table.name_x, row.name_middle)
            for column, (cell, indent) in enumerate(zip(row.cells, row.indents, strict=True)):
                x = table.gutter(column)
                self._stop(index, column, Point(x, row.middle))
                self.canvas.block(cell, x + table.sizes.gutter + indent, row.middle)

    def _ground(self, chosen: int | None) -> None:
        """The sheet of the highlighted column, and the hairlines."""
        table, colors, right = self.table, self.canvas.colors, self.table.columns[-1].right
        if chosen is not None:
            sheet = table.columns[chosen]._replace(y=table.top, height=table.foot + table.sizes.foot - table.top)
            self.canvas.items += card(self.canvas.placed(sheet), self.canvas.theme, self.canvas.unit)
            right -= SHEET_INSET * table.sizes.pad if chosen == len(table.columns) - 1 else 0.0
        self.canvas.across(table.left, right, table.rows[0].top, colors.rule_strong)
        for row in table.rows:
            self.canvas.across(table.left, right, row.bottom, colors.rule)

    def _line(self, chosen: int) -> None:
        """One stroke from the rule under the heads to the ring, the ring, and the score beside it."""
        measures, colors, corners = self.measures, self.canvas.colors, list(self._corners(chosen))
        self.canvas.shape(turning(corners, self._turn()), line=colors.accent, width=measures.line, is_round=False)
        end, goal, edge = corners[-1], measures.goal, measures.goal + GOAL_EDGE * measures.line
        self.canvas.shape(circle(end, edge + GOAL_HALO), colors.surface)
        self.canvas.ring(end, goal, GOAL_LINE * measures.line, colors.accent_2, colors.surface)
        self.canvas.shape(circle(end, GOAL_DOT * goal), colors.accent_2)
        x = end.x + edge + self.table.sizes.gutter / 2
        room = self.table.columns[chosen].right - BESIDE_SCORE - x
        sizes = measures.score, self.table.sizes.cell, self.table.sizes.smallest
        score(self.canvas, x, end.y, self.content.score, sizes, room)

    def _corners(self, chosen: int) -> Iterator[Point]:
        """Down the gutters, and along the lower edges of rows from one to the other."""
        table, half = self.table, HALF_HAIRLINE / self.canvas.unit
        track = [table.gutter(chosen if at is None else at) for at in (*self.content.track, chosen)]
        yield Point(track[0], table.rows[0].top)
        for (before, after), row in zip(pairwise(track), table.rows, strict=True):
            if before != after:
                yield Point(before, row.bottom + half)
                yield Point(after, row.bottom + half)
        yield Point(track[-1], table.foot + table.sizes.foot / 2)

    def _turn(self) -> float:
        """The radius of the turns: as large as the stops nearest to an edge leave room for."""
        measures = self.measures
        room = min(min(row.middle - row.top, row.bottom - row.middle) for row in self.table.rows)
        return max(LEAST_TURN, min(measures.turn, room - measures.station - STOP_EDGE * measures.line - CLEAR_OF_STOP))

    def _stop(self, index: int, column: int, center: Point) -> None:
        """A cell's mark; of a text a ring where it is better, else a slit in the line, or a dot."""
        content, measures, colors = self.content, self.measures, self.canvas.colors
        sort, is_out = content.rows[index].cells[column].mark, content.stands_out(index, column)
        is_passed = content.highlight is not None and content.track[index] == column
        behind = colors.surface if column == content.highlight else colors.paper
        color, radius = colors.accent if is_out or content.is_plain else colors.control, self.table.sizes.mark
        if sort == "text" and not is_out and is_passed:
            self.canvas.box(Rect(center.x - measures.line, center.y - SLIT / 2, 2 * measures.line, SLIT), behind)
        elif sort == "text" and not is_out:
            self.canvas.dots([center], DOT * measures.station, colors.control)
        else:
            radius = measures.station if sort == "text" else radius
            if is_out or is_passed:
                self.canvas.dots([center], radius + STOP_EDGE * measures.line + measures.halo, behind)
            if sort == "text":
                self.canvas.ring(center, radius, STOP_LINE * measures.line, color, colors.surface)
            else:
                mark(self.canvas, sort, center, radius, color, behind, is_strong=is_out)

    def verdict(self, at: Shape, title_base: float) -> None:
        """In the foot of the table, or under the title beside it; raises FitError for one that does not fit."""
        if not self.content.verdict:
            return
        measures, table = self.measures, self.table
        if measures.is_beside:
            base, measure = at.height - VERDICT_BASE, measures.left - at.margin - BESIDE_TABLE
            set_ = self._verdict(BELOW_TITLE, LEADING_BELOW_TITLE, measure, base - title_base - CLEAR_OF_TITLE)
            self.canvas.paragraph(set_, at.margin - 1, base - set_.depth / self.canvas.unit)
        else:
            x, measure = table.foot_room(self.content.highlight, BESIDE_SHEET)
            set_ = self._verdict(IN_FOOT, LEADING_IN_FOOT, measure, table.sizes.foot - CLEAR_IN_FOOT)
            self.canvas.block(set_, x, table.foot + table.sizes.foot / 2)

    def _verdict(self, shares: Sequence[tuple[float, int]], leading: float, measure: float, room: float) -> Paragraph:
        size = self.measures.verdict
        sizes = [(max(share * size, self.table.sizes.smallest), lines) for share, lines in shares]
        settings = [Setting(each, leading, lines) for each, lines in sizes]
        look = self.canvas.style(size, self.canvas.colors.ink, 400, "display", -0.01)
        return uniform(self.canvas, [self.content.verdict], look, settings, measure, room)[0]
