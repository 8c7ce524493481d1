"""Items and group names as set text: what stands in a row, how wide it may be, how deep it gets.

+--------------------------------+
|                                |
|  (v)  Text of the item    Date |   part of a row, as tall as any other: a short list's sheet keeps its height, and
|       note below               |   its rows share it equally, each in the middle of its part
|  ----------------------------  |
|                                |
|  (o)  Text of the item    High |
|                                |
+--------------------------------+
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from pipeline.content import Leaf
from pipeline.kinds.feedback_checklist import marks
from pipeline.kinds.feedback_checklist.content import Content, Point, Section
from pipeline.kinds.feedback_checklist.flow import Block, Columns
from pipeline.kinds.feedback_checklist.measures import Density, Plan
from pipeline.layout.page import Page
from pipeline.layout.uniform import keeps_words
from pipeline.typography import Paragraph, TextStyle, markup, word_ends

ANY_LINES = 1000  # of an item that is not cut
NAME_LEADING = 1.22
MOST_ROWS, MOST_LINES = 4, 3  # of a short list, and of a text in it
NAME, NAME_FOOT = 3.0, 0.5  # of a group's name: what it takes above its first row, and what of that is below it
PAD = 0.7  # of the text's size, above and below a row
CAPITALS, FOOT = 0.66, 0.06  # of the text's size; of a row's depth, what its last line's descenders weigh
SHORTEST = 0.97  # of a text's length in one size that it has in another
GAP = 0.9  # between a text and what stands at its right, in text sizes
MOST_QUOTE = 800 / 28  # width of name and quote together, in text sizes


class Row(NamedTuple):
    """An item set for one column: its text, its note below, what stands at the right of its first line."""

    point: Point | None
    text: Paragraph
    note: Paragraph | None
    right: Paragraph | None
    number: Paragraph | None
    note_drop: float  # from the last baseline of the text to the note's first

    @property
    def depth(self) -> float:
        """From the first baseline to the last."""
        return self.text.depth + (self.note_drop + self.note.depth if self.note else 0.0)

    @property
    def middle(self) -> float:
        """From its middle down to its first baseline."""
        return CAPITALS / 2 * self.text.size - (0.5 - FOOT) * self.depth

    @property
    def is_short(self) -> bool:
        """Whether its text stands on a few lines."""
        return self.point is None or len(self.text.lines) <= MOST_LINES

    @property
    def keeps_words(self) -> bool:
        """Whether no word of its text is parted."""
        return self.point is None or len(self.text.lines) == 1 or keeps_words(self.point.text.text, self.text)


class Head(NamedTuple):
    """A group's name, and what stands on its line."""

    name: Paragraph
    aside: Paragraph | None  # the interviewer's words, or that the group goes on
    tally: Paragraph | None  # how many of all are done
    has_bar: bool


class Rows:
    """Sets the rows of one picture in columns of this width; each text once, and again only where it is too wide."""

    def __init__(
        self,
        page: Page,
        content: Content,
        plan: Plan,
        density: Density,
        width: float,
        most_lines: int,
        widths: dict[int, float],  # of texts that were set before, in em
    ) -> None:
        self.page, self.content, self.plan, self.density = page, content, plan, density
        self.width, self.most_lines, self.widths = width, most_lines, widths
        self._rows: dict[int, Row] = {}
        self._names: dict[int, Paragraph] = {}

    @property
    def is_wide(self) -> bool:
        """Whether the sheet stands on a wide page, where names have less room beside them."""
        return self.plan.arrangement != "tall"

    @cached_property
    def text_style(self) -> TextStyle:
        density, theme = self.density, self.page.theme
        return TextStyle(theme.faces.text, density.text, theme.colors.ink, leading=density.leading / density.text)

    @cached_property
    def indent(self) -> float:
        """From a row's edge to its text: what the mark takes, and the widest number."""
        longest = max((point.number for point in self.content.points), key=len, default="")
        if not longest:
            return self.density.indent
        return self.density.indent + (self._set_number(longest).width + 0.4 * self.density.text)

    def block(self, section: Section) -> Block:
        """The heights of a group, its rows set."""
        depths = [row.depth for row in self.of(section)]
        return Block(self.head_depth(section, has_rows=bool(depths)), depths)

    def name_height(self, section: Section) -> float:
        """What a group's name takes above its first row, where rows share a sheet."""
        return NAME * self.density.name + self.name(section).depth if section.title else 0.0

    def share(self, sections: Sequence[Section], columns: Columns, height: float) -> float:
        """The height of a row's part on a sheet so high."""
        shares = []
        for column in columns:
            names = sum(self.name_height(sections[piece.block]) for piece in column)
            count = sum(len(self.of(sections[piece.block])[piece.start : piece.stop]) for piece in column)
            shares.append((height - names) / max(1, count))
        return min(shares)

    def hold(self, sections: Sequence[Section], columns: Columns, height: float, *, parting: bool) -> bool:
        """Whether each has room in its part of a sheet, its text on a few lines in as much as the plan lets it fill.

        Words are whole unless `parting`.
        """
        measure = self.plan.fill * (self.width - self.indent)
        room = self.share(sections, columns, height) - 2 * PAD * self.density.text
        every = [row for column in columns for piece in column for row in self.of(sections[piece.block])]
        highest = max(max(row.depth + CAPITALS * row.text.size, self.density.mark) for row in every)
        return highest <= room and all(
            row.text.width <= measure and row.is_short and (parting or row.keeps_words) for row in every
        )

    def outgrow(self, sections: Sequence[Section], room: float) -> bool:
        """Whether texts that were set before are deeper than a room, as is known without setting them again."""
        measure, density = self.width - self.indent, self.density
        widths = [self.widths.get(point.at, 0.0) for section in sections for point in section.points]
        lines = [max(1, min(self.most_lines, ceil(SHORTEST * width * density.text / measure))) for width in widths]
        return sum(density.pitch + (count - 1) * density.leading for count in lines) > room + density.pitch

    def of(self, section: Section) -> list[Row]:
        """The rows of a group; one that says so where it has none."""
        if section.points or section.tally.all:
            return [self._rows.get(each.at) or self._set_row(each) for each in section.points]
        style = self.text_style._replace(fill=self.page.theme.colors.muted)
        empty = self.page.set(self.content.words.shown.empty, style, self.width, field="labels.empty")
        return [Row(None, empty, None, None, None, 0.0)]

    def head_depth(self, section: Section, *, has_rows: bool = True) -> float:
        """From the baseline of a group's name, where it has one, to its first item's, or to the name's last."""
        if not section.title:
            return 0.0
        return self.name(section).depth + (self.density.first if has_rows else 0.0)

    def head(self, section: Section, *, continued: bool = False) -> Head:
        """A group's name set, with as much of bar, count and quote as its line has room for beside the name."""
        name, density = self.name(section), self.density
        if continued:
            word = self.content.words.shown.continued
            aside = self._set_aside(word, density.right, self.width - name.width, "labels.continued")
            return Head(name, aside, None, False)
        if section.tally.all == 0 or len(name.lines) > 1:
            return Head(name, None, None, False)
        count = self._count(section) if self.is_wide or not self._wants_bars else None
        room = self.width - name.width - GAP * density.text
        if count and count.width > room:
            return Head(name, None, None, False)
        has_bar = self._wants_bars and (self._all_bars_fit if count else self._bar_fits(section))
        quote = None
        if section.quote and not self.is_wide:  # only where it stands on the line of the name as a whole
            room -= self._bar_width(section) if has_bar else count.width if count else 0.0
            room = min(room, MOST_QUOTE * density.text - name.width)
            quote = self._set_aside(section.quote.text, density.quote, room, section.quote.field)
        return Head(name, quote, count, has_bar)

    def name(self, section: Section) -> Paragraph:
        """A group's name, set once."""
        if section.at not in self._names:
            size, faces, ink = self.density.name, self.page.theme.faces, self.page.theme.colors.ink
            style = TextStyle(faces.display, size, ink, 600, tracking_em=-0.005, leading=NAME_LEADING)
            name = self.page.set(section.title.text, style, self.width, field=section.title.field, keeps_size=True)
            self._names[section.at] = name
        return self._names[section.at]

    @property
    def _wants_bars(self) -> bool:
        return self.width >= 15 * self.density.text

    def _bar_width(self, section: Section) -> float:
        count = self._count(section) if self.is_wide else None
        return self.bar_right(count) + marks.group_bar_width(section.tally, self.density.pill)

    def _bar_fits(self, section: Section) -> bool:
        return self._bar_width(section) <= self.width - self.name(section).width - GAP * self.density.text

    @cached_property
    def _all_bars_fit(self) -> bool:
        """Whether each name of one line leaves room for its bar: beside counts, all groups have bars or none has."""
        counted = [section for section in self.content.sections if section.title and section.tally.all]
        return all(self._bar_fits(section) for section in counted if len(self.name(section).lines) == 1)

    def bar_right(self, count: Paragraph | None) -> float:
        """How far from the right edge a group's bar ends: the count's place, as wide as a usual one."""
        if count is None:
            return 0.0
        return max(66 / 19 * self.density.right, count.width + self.density.right)

    def pitch(self, rows: Sequence[Row]) -> float:
        """From row to row; scripts with tall letters need more than the density asks."""
        needed = ((above.note or above.text).apart_from(below.text) for above, below in pairwise(rows))
        return max([self.density.pitch, *(row.text.leading for row in rows), *needed])

    def _count(self, section: Section) -> Paragraph:
        colors, faces = self.page.theme.colors, self.page.theme.faces
        style = TextStyle(faces.numerals, self.density.right, colors.muted, 500, features=("tnum",))
        return self.page.set(self.content.counted(section.tally), style, field="labels.of")

    def _set_aside(self, text: str, size: float, room: float, field: str) -> Paragraph | None:
        """What stands behind a name, where it has room as a whole."""
        theme = self.page.theme
        style = TextStyle(theme.faces.display, size, theme.colors.muted, italic=True)
        set_ = self.page.set(text, style, field=field)
        return set_ if self.quote_gap + set_.width <= room else None

    @property
    def quote_gap(self) -> float:
        return 20 / 28 * self.density.text

    def _set_row(self, point: Point) -> Row:
        """The row of an item, to be set once."""
        density, colors = self.density, self.page.theme.colors
        right, leaf = None, point.day or point.priority
        if self.plan.rights and leaf:  # the day, or else the priority's name
            quieter = colors.muted if point.state == "done" else colors.ink_2
            style = TextStyle(self.page.theme.faces.text, density.right, quieter, leading=1.25)
            right = self.page.set(leaf.text, style, field=leaf.field)
        taken = density.level if point.level and self.plan.rights else 0.0
        if right:
            taken += right.width + (density.level_gap if taken else 0.0)
        room = self.width - self.indent - (taken + GAP * density.text if taken else 0.0)
        is_quiet = point.state == "na" or (point.state == "done" and self.content.dims)
        fill, weight = colors.muted if is_quiet else colors.ink, 600 if point.state == "doing" else 400
        text = self._within(point, "text", self.text_style._replace(fill=fill, weight=weight), room)
        note, drop = None, density.note_leading + density.note_gap
        if self.plan.notes and point.note:
            leading = density.note_leading / density.note
            style = self.text_style._replace(size=density.note, fill=colors.muted, leading=leading)
            note = self._within(point, "note", style, room)
            drop = max(drop, text.apart_from(note))
        number = self._set_number(point.number) if point.number else None
        row = self._rows[point.at] = Row(point, text, note, right, number, drop)
        return row

    def _within(self, point: Point, name: str, style: TextStyle, measure: float) -> Paragraph:
        """An item's text or note in the measure, cut at a word where it takes more than the most lines."""
        leaf: Leaf = getattr(point, name)
        paragraph = self.page.set(leaf.text, style, measure, field=leaf.field, keeps_size=True)
        if name == "text":
            self.widths[point.at] = sum(line.width for line in paragraph.lines) / style.size
        if len(paragraph.lines) <= self.most_lines:
            return paragraph
        plain, length = markup.plain(leaf.text), sum(len(line.text) + 1 for line in paragraph.lines[: self.most_lines])
        for stop in reversed([end for end in word_ends(plain, self.page.typesetter.lang) if end < length]):
            cut = plain[:stop].rstrip(",;:.–-— ") + "…"
            shortened = self.page.set(cut, style, measure, field=leaf.field, keeps_size=True)
            if len(shortened.lines) <= self.most_lines:
                return shortened
        return paragraph._replace(lines=paragraph.lines[: self.most_lines])

    def _set_number(self, number: str) -> Paragraph:
        style = self.text_style._replace(fill=self.page.theme.colors.muted, features=("tnum",))
        digits = number.removesuffix(".")
        written = f".{digits}" if self.page.mirrored else number  # the full stop stands towards the text
        return self.page.set(written, style, field="numbering")
