"""What is drawn of a comparison: sheet, hairlines, heads, the line with its stops, texts, score, verdict."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from pipeline.curves import circle, turning
from pipeline.geometry import Point, Rect
from pipeline.kinds.comparison.content import Content
from pipeline.kinds.comparison.table import Table
from pipeline.layout import marks
from pipeline.layout.canvas import Canvas
from pipeline.layout.card import card
from pipeline.layout.shape import Shape
from pipeline.typography import Setting

DOT, SLIT = 0.32, 3  # radius of a stop that is none, in stations; what parts the line at a text that it passes, in px
SHEET_INSET = 0.7  # pads from the sheet's outer edge to where hairlines end
HALF_HAIRLINE = 0.5  # px of the page
STOP_LINE, EDGE, CROSSED, CROSS = 0.5, 0.22, 0.9, 0.8  # of the line; of a mark's radius
GOAL_LINE, GOAL_EDGE, GOAL_HALO, GOAL_DOT = 0.8, 0.36, 4, 0.34
LEAST_TURN, CLEAR_OF_STOP = 2.0, 3.0
SCORE_SHARES = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46)
VERDICTS = ((1.0, 2), (0.88, 2), (0.76, 2), (0.76, 3), (0.66, 3), (0.58, 4), (0.5, 5))  # shares of the size, lines
VERDICTS_BESIDE = ((1.0, 2), (1.0, 3), (0.88, 3), (0.76, 4), (0.66, 5), (0.58, 6))
VERDICT_LEADING, VERDICT_LEADING_BESIDE = 1.19, 1.25
BESIDE_SHEET, BESIDE_SCORE, BELOW_TITLE, ABOUT_VERDICT = 36, 14, 36, 24
SCORE_GAP, SCORE_BASE = 0.2, 0.36  # of its size
VERDICT_BASE = 72  # from the page's bottom, beside a table


class Drawing(NamedTuple):
    """Draws a table of a content on a canvas."""

    canvas: Canvas
    content: Content
    table: Table

    def draw(self) -> None:
        """Everything but the verdict, back to front."""
        self._ground()
        self._heads()
        if self.content.highlight is not None:
            self._line(self.content.highlight)
        for index, row in enumerate(self.table.rows):
            self.canvas.block(row.name, self.table.name_x, row.name_middle)
            for column in range(len(row.cells)):
                self._mark(index, column, Point(self.table.gutter(column), row.middle))
                if set_ := row.cells[column]:
                    self.canvas.block(set_, self.table.text(column) + row.indents[column], row.middle)

    def _ground(self) -> None:
        """The sheet of the highlighted column, and the hairlines."""
        table, chosen, colors = self.table, self.content.highlight, self.canvas.colors
        left, right = min(table.name_x, table.columns[0].x), table.columns[-1].right
        if chosen is not None:
            top, bottom = table.sheet
            sheet = table.columns[chosen]._replace(y=top, height=bottom - top)
            self.canvas.items += card(self.canvas.placed(sheet), self.canvas.theme, self.canvas.unit)
            right -= SHEET_INSET * table.measures.pad if chosen == len(table.columns) - 1 else 0.0
        self.canvas.across(left, right, table.rows[0].top, colors.rule_strong)
        for row in table.rows:
            self.canvas.across(left, right, row.bottom, colors.rule)

    def _heads(self) -> None:
        """The columns' names, their last lines on one base."""
        for column, head in enumerate(self.table.heads):
            up = self.table.deep - head.depth / self.canvas.unit
            base = self.table.sheet[0] + self.table.measures.head_base + up
            self.canvas.paragraph(head, self.table.gutter(column) - self.table.measures.station, base)

    def _line(self, chosen: int) -> None:
        """One stroke from the rule under the heads to the ring, and the ring."""
        measures, colors = self.table.measures, self.canvas.colors
        *corners, end = self._corners(chosen)
        line = turning([*corners, end], self._turn())
        self.canvas.shape(line, line=colors.accent, width=measures.line, is_round=False)
        halo = measures.goal + GOAL_EDGE * measures.line + GOAL_HALO
        self.canvas.shape(circle(end, halo), colors.surface)
        marks.ring(self.canvas, end, measures.goal, GOAL_LINE * measures.line, colors.accent_2, colors.surface)
        self.canvas.shape(circle(end, GOAL_DOT * measures.goal), colors.accent_2)
        self._score(chosen, end)

    def _corners(self, chosen: int) -> Iterator[Point]:
        """Down the gutters, and along the lower edges of rows from one to the other."""
        table, half = self.table, HALF_HAIRLINE / self.canvas.unit
        track = [chosen if at is None else at for at in self.content.track]
        yield Point(table.gutter(track[0]), table.rows[0].top)
        for (before, after), row in zip(pairwise([*track, chosen]), table.rows, strict=True):
            if before != after:
                yield Point(table.gutter(before), row.bottom + half)
                yield Point(table.gutter(after), row.bottom + half)
        yield Point(table.gutter(chosen), table.rows[-1].bottom + table.measures.foot / 2)

    def _turn(self) -> float:
        """The radius of the turns: as large as the stops nearest to an edge leave room for."""
        measures = self.table.measures
        room = min(min(row.middle - row.top, row.bottom - row.middle) for row in self.table.rows)
        return max(LEAST_TURN, min(measures.turn, room - measures.station - EDGE * measures.line - CLEAR_OF_STOP))

    def _mark(self, index: int, column: int, center: Point) -> None:
        """A cell's mark; of a text a ring where it is better, else a slit in the line, or a dot."""
        content, measures, colors = self.content, self.table.measures, self.canvas.colors
        row, has_line = content.rows[index], content.highlight is not None
        mark, is_out = row.cells[column].mark, content.stands_out(row, column)
        is_passed = has_line and content.track[index] == column
        behind = colors.surface if column == content.highlight else colors.paper
        color = colors.accent if is_out or not (has_line or content.is_judged) else colors.control
        radius = measures.station if mark == "text" else measures.mark
        if is_out or (is_passed and mark != "text"):
            self.canvas.shape(circle(center, radius + EDGE * measures.line + measures.halo), behind)
        if mark == "yes":
            marks.yes(self.canvas, center, radius, color, colors.surface)
        elif mark == "partly":
            marks.partly(self.canvas, center, radius, color, behind)
        elif mark == "no" and is_out:
            marks.ring(self.canvas, center, CROSSED * radius, marks.RING_LINE * radius, color, colors.surface)
            marks.no(self.canvas, center, CROSS * radius, color)
        elif mark == "no":
            marks.no(self.canvas, center, radius, colors.muted)
        elif mark == "nothing":
            marks.nothing(self.canvas, center, radius, color)
        elif is_out:
            marks.ring(self.canvas, center, radius, STOP_LINE * measures.line, color, colors.surface)
        elif is_passed:
            self.canvas.box(Rect(center.x - measures.line, center.y - SLIT / 2, 2 * measures.line, SLIT), behind)
        else:
            self.canvas.dots([center], DOT * radius, colors.control)

    def _score(self, chosen: int, end: Point) -> None:
        """How many rows the column wins, large, beside the ring; as large as the column is wide."""
        measures, (before, won, after) = self.table.measures, self.content.score
        x = end.x + measures.goal + GOAL_EDGE * measures.line + measures.gutter / 2
        room = self.table.columns[chosen].right - BESIDE_SCORE - x
        for share in SCORE_SHARES:
            size = share * measures.score
            large = self.canvas.style(size, self.canvas.colors.ink, 600, "numerals", -0.03)
            small_size = max(measures.smallest, min(measures.cell, size / 2))
            small = self.canvas.style(small_size, self.canvas.colors.muted)
            parts = [(leaf, large if leaf is won else small) for leaf in (before, won, after) if leaf]
            widths = [self.canvas.measure(leaf.text, look) for leaf, look in parts]
            if sum(widths) + SCORE_GAP * size * (len(parts) - 1) <= room:
                break
        for (leaf, look), width in zip(parts, widths, strict=True):
            self.canvas.text(x, end.y + SCORE_BASE * size, leaf.text, look, role=leaf.field)
            x += width + SCORE_GAP * size

    def verdict(self, at: Shape, title_base: float) -> None:
        """Under the title beside a table, else in its foot: on the wider side of the sheet."""
        measures, leaf, unit = self.table.measures, self.content.verdict, self.canvas.unit
        look = self.canvas.style(measures.verdict * unit, self.canvas.colors.ink, 400, "display", -0.01)
        if measures.is_beside:
            x, base = at.margin - 1, at.height - VERDICT_BASE
            measure, high = measures.left - x - BESIDE_SHEET - BESIDE_SCORE, base - title_base - BELOW_TITLE
            shares, leading = VERDICTS_BESIDE, VERDICT_LEADING_BESIDE
        else:
            x, measure = self._foot()
            high, shares, leading = measures.foot - ABOUT_VERDICT, VERDICTS, VERDICT_LEADING
        settings = [
            Setting(max(share * measures.verdict, measures.smallest) * unit, leading, lines) for share, lines in shares
        ]
        if leaf:
            set_ = self.canvas.page.fit(leaf.text, look, settings, measure * unit, high * unit, leaf.field)
            if measures.is_beside:
                self.canvas.paragraph(set_, x, base - set_.depth / unit)
            else:
                self.canvas.block(set_, x, self.table.rows[-1].bottom + measures.foot / 2)

    def _foot(self) -> tuple[float, float]:
        """Where a text in the foot begins, and how wide it may be: before the sheet or after it."""
        left, right = min(self.table.name_x, self.table.columns[0].x), self.table.columns[-1].right
        if self.content.highlight is None:
            return left, right - left
        sheet = self.table.columns[self.content.highlight]
        after = sheet.right + self.table.measures.pad
        if sheet.x - left >= right - after:
            return left, sheet.x - left - BESIDE_SHEET
        return after, right - after
