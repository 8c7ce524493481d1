"""Chooses the roomiest plan in which all of a list fits, or else what is left out of it, or how many pages it takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf
from typing import NamedTuple

from pipeline.errors import FitError, Problem
from pipeline.kinds.feedback_checklist.content import Content, Point, Section
from pipeline.kinds.feedback_checklist.flow import LEAST_APART, Block, Columns, Flow
from pipeline.kinds.feedback_checklist.header import Header, header
from pipeline.kinds.feedback_checklist.measures import TALL, Arrangement, Measures, Plan, grown_plans, measures, plans
from pipeline.kinds.feedback_checklist.rows import ANY_LINES, MOST_ROWS, Rows
from pipeline.layout.page import Page

MOST_PAGES = 8  # a carousel that is still swiped through; longer lists are set closer first
GUTTER = 1.9  # between columns, in text sizes
CAP_HEIGHT = 0.67  # em, of the display face; the text face's is 0.66
FOOT = 46 / 43  # of the pad below the last baseline, to that above the first capital
ROOMY = TALL[:2]  # larger type than the comp's: only where the interviewers' words have room as well
WHOLE_GROUPS = 0.78  # of the size at which broken groups would hold: below, they are broken
MOST_LINES_ON_PAGES = 6  # of an item, where one is taller than a page
MOST_LINES = 2  # of an item where not all items fit
MOST_EQUALS = 12  # items that are tried in the place of one that does not fit


class Setup(NamedTuple):
    """What a plan means for one picture."""

    plan: Plan
    measures: Measures
    header: Header
    rows: Rows
    room: float  # from the first baseline to the last, at the most
    usable: float  # without a last line, where there is one in any case
    lead: Section | None  # the only group, whose name stands above all columns


class Layout(NamedTuple):
    """Everything decided but the drawing. `sections` are those shown."""

    setup: Setup
    sections: tuple[Section, ...]
    flow: Flow
    pages: tuple[Columns, ...]
    tail: str  # the last line: what is counted, and not shown

    @property
    def parts_words(self) -> bool:
        """Whether a word of an item goes on in the next line."""
        return not all(row.keeps_words for section in self.sections for row in self.setup.rows.of(section))

    @property
    def points(self) -> tuple[Point, ...]:
        return tuple(point for section in self.sections for point in section.points)


def arrange(content: Content, page: Page) -> Layout:
    """The layout of the whole list; raises FitError if the spec asks for an error where not all of it fits."""
    planner = _Planner(content, page)
    layout = planner.grown() or planner.whole()
    if layout is not None and layout.parts_words:  # in large type as well as in small
        layout = planner.grown(parting=True) or layout
    if layout is None and content.overflow == "paginate":
        layout = planner.paged()
    if layout is not None:
        return layout
    layout = planner.summarised()
    if content.overflow == "error":
        first, shown = next(point for point in content.points if point not in layout.points), len(layout.points)
        fact = (
            f"{len(content.points)} items do not fit {page.size.width:g} x {page.size.height:g} px at "
            f"{layout.setup.rows.density.text:g} px, the smallest size"
        )
        hint = f"keep about {shown}, choose a larger size, or write `overflow: paginate`"
        raise FitError(Problem(fact, hint=hint, place=first.text.place, field=first.field))
    return layout


class _Planner:
    def __init__(self, content: Content, page: Page) -> None:
        self.content, self.page = content, page
        self._headers: dict[tuple[Arrangement, bool], tuple[Measures, Header]] = {}
        self._widths: dict[int, float] = {}
        self.plans = self._with_headers(plans(content.columns, page.size))

    def _with_headers(self, plans: Iterable[Plan]) -> tuple[Plan, ...]:
        """The plans whose arrangement holds the words of the head; raises FitError where none does."""
        plans, errors = tuple(plans), {}
        for arrangement in dict.fromkeys(plan.arrangement for plan in plans):
            try:
                self._head(arrangement, has_dots=False)
            except FitError as error:
                errors[arrangement] = error
        kept = tuple(plan for plan in plans if plan.arrangement not in errors)
        if not kept:
            raise next(iter(errors.values()))
        return kept

    def grown(self, *, parting: bool = False) -> Layout | None:
        """A short list on a sheet that keeps its height, in the first plan in which its rows hold.

        Words of its items are whole unless `parting`.
        """
        sections = self.content.sections
        count = sum(max(len(section.points), not section.tally.all) for section in sections)
        most = 1 if self.content.columns == "auto" else self.content.columns
        if not 0 < count <= MOST_ROWS or self._counts_hidden:
            return None
        for plan in self._with_headers(grown_plans(count, min(count, most), self.page.size)):
            setup = self._setup(plan)._replace(lead=None)
            flow = self._flow(setup, sections)
            columns = flow.counted(plan.columns, inf)
            height = setup.measures.sheet.bottom - max(setup.measures.sheet.y, setup.header.bottom)
            if columns and setup.rows.hold(sections, columns, height, parting=parting):
                return self._layout(setup, sections, flow, (columns,))
        return None

    def whole(self) -> Layout | None:
        """The first plan in which everything holds on one page, groups unbroken if that costs little of the size."""
        unbroken = self._first(breaking=False, above=0.0)
        if len(self.content.sections) > 1 and unbroken and unbroken.setup.plan is self.plans[0]:
            return unbroken
        least = unbroken.setup.plan.density.text / WHOLE_GROUPS if unbroken else 0.0
        return self._first(breaking=True, above=least) or unbroken

    def _first(self, *, breaking: bool, above: float) -> Layout | None:
        """The first plan whose text is larger than `above` in which everything holds on one page."""
        for plan in self.plans:
            if plan.density.text <= above:
                continue
            setup, sections = self._setup(plan), self.content.sections
            if setup.rows.outgrow(sections, plan.columns * setup.usable):
                continue
            layout = self._on_one_page(setup, sections, setup.usable, breaking=breaking)
            quoted = [section for section in sections if section.quote and plan.density in ROOMY]
            drops_quotes = not setup.rows.is_wide and any(setup.rows.head(each).aside is None for each in quoted)
            if layout and not drops_quotes:  # else the next plan, in smaller type, may hold them all
                return layout
        return None

    def paged(self) -> Layout | None:
        """The first plan that needs only a few pages, or the closest one; items taller than a page are cut."""
        tried = ((ANY_LINES, LEAST_APART), (MOST_LINES_ON_PAGES, LEAST_APART), (MOST_LINES_ON_PAGES, 1))
        return next(filter(None, (self._paged(most_lines, least) for most_lines, least in tried)), None)

    def _paged(self, most_lines: int, least: int) -> Layout | None:
        best, roomiest, sections = None, self.plans[0].density.text, self.content.sections
        for plan in self.plans:
            if plan.density.text == roomiest > self.plans[-1].density.text:
                continue  # several pages are not set in the roomiest type
            setup = self._setup(plan, has_dots=True, most_lines=most_lines)
            most = MOST_PAGES * plan.columns * setup.usable
            if plan is not self.plans[-1] and setup.rows.outgrow(sections, most):
                continue
            flow = self._flow(setup, sections, least=least)
            pages = flow.paged(plan.columns, setup.usable, is_counted=self.content.columns != "auto")
            if pages is not None:
                best = self._layout(setup, sections, flow, pages)
                if len(pages) <= MOST_PAGES:
                    break
        return best

    def summarised(self) -> Layout:
        """The closest plan with as many items as it holds, those in progress and of high priority first."""
        setup = self._setup(self.plans[-1], most_lines=MOST_LINES)
        ranked = sorted(self.content.points, key=lambda point: point.rank)
        room = setup.room - setup.rows.density.pitch  # for the line that counts the others
        low, high = 1, max(1, len(ranked) - 1)
        while low < high:
            middle = (low + high + 1) // 2
            flow = self._flow(setup, self._kept(ranked[:middle]))
            low, high = (low, middle - 1) if self._poured(flow, setup, room) is None else (middle, high)
        tried = [self._kept(ranked[:count]) for count in range(low, 0, -1)] if ranked else []
        tried += [self.content.sections[:count] for count in range(len(self.content.sections), 0, -1)]  # without items
        for sections in tried:
            if layout := self._on_one_page(setup, sections, room):
                return self._filled(layout, ranked, room)
        size = f"{self.page.size.width:g} x {self.page.size.height:g} px"
        raise FitError(Problem(f"no item fits {size}", hint="shorten its group's name, or choose a larger size"))

    def _filled(self, layout: Layout, ranked: list[Point], room: float) -> Layout:
        """The layout with the items that matter as much as the next one and still find room.

        An item that opens a group, or has it moved to another column, may not fit where one of another group does.
        """
        count = len(layout.points)
        for point in ranked[count + 1 : count + 1 + MOST_EQUALS] if count else ():
            if point.rank[:2] != ranked[count].rank[:2]:
                break
            layout = self._on_one_page(layout.setup, self._kept((*layout.points, point)), room) or layout
        return layout

    def _kept(self, points: Sequence[Point]) -> tuple[Section, ...]:
        """The groups with these items alone."""
        places = {point.at for point in points}
        kept = (
            section._replace(points=tuple(point for point in section.points if point.at in places))
            for section in self.content.sections
        )
        return tuple(section for section in kept if section.points)

    def _on_one_page(
        self, setup: Setup, sections: tuple[Section, ...], room: float, *, breaking: bool = True
    ) -> Layout | None:
        """These groups on one page, if they fit the room."""
        flow = self._flow(setup, sections)
        columns = self._poured(flow, setup, room, breaking=breaking)
        return self._layout(setup, sections, flow, (columns,)) if columns else None

    def _layout(self, setup: Setup, sections: tuple[Section, ...], flow: Flow, pages: tuple[Columns, ...]) -> Layout:
        """The layout with its last line, which counts the items of groups that are not among these."""
        language, shown = self.content.words.language, self.content.words.shown
        layout = Layout(setup, sections, flow, pages, "")
        left_out = len(self.content.points) - len(layout.points)
        parts = [language.counted(shown.more, left_out)] if left_out else []
        parts += [language.counted(shown.hidden, self.content.hidden)] if self._counts_hidden else []
        return layout._replace(tail=language.with_commas(*parts))

    def _poured(self, flow: Flow, setup: Setup, room: float, *, breaking: bool = True) -> Columns | None:
        """The columns, even in height, or in the number of their items where so many are asked for."""
        if self.content.columns == "auto":
            return flow.balanced(setup.plan.columns, room, breaking=breaking)
        return flow.counted(setup.plan.columns, room)

    @property
    def _counts_hidden(self) -> bool:
        """Whether done items that are hidden are counted nowhere but in the last line."""
        return self.content.hidden > 0 and self.content.summary == "none"

    def _setup(self, plan: Plan, *, has_dots: bool = False, most_lines: int = ANY_LINES) -> Setup:
        of_page, head = self._head(plan.arrangement, has_dots=has_dots)
        density = plan.density.scaled(of_page.unit, of_page.smallest)
        width = (of_page.inner.width - GUTTER * density.text * (plan.columns - 1)) / plan.columns
        rows = Rows(self.page, self.content, plan, density, width, most_lines, self._widths)
        first = self.content.sections[0]
        is_led = len(self.content.sections) == 1 and first.title and (plan.columns > 1 or has_dots)
        room = of_page.sheet.bottom - max(of_page.sheet.y, head.bottom) - of_page.pad * (1 + FOOT)
        room -= CAP_HEIGHT * (density.name if first.title else density.text)
        room -= rows.head_depth(first) if is_led else 0.0
        usable = room - (density.pitch if self._counts_hidden else 0.0)
        return Setup(plan, of_page, head, rows, room, usable, first if is_led else None)

    def _head(self, arrangement: Arrangement, *, has_dots: bool) -> tuple[Measures, Header]:
        key = (arrangement, has_dots)
        if key not in self._headers:
            of_page = measures(self.page.size, arrangement, has_dots=has_dots)
            self._headers[key] = of_page, header(self.content, of_page, self.page)
        return self._headers[key]

    def _flow(self, setup: Setup, sections: Sequence[Section], *, least: int = LEAST_APART) -> Flow:
        rows, density = setup.rows, setup.rows.density
        blocks = [rows.block(section) for section in sections]
        if setup.lead:
            blocks = [Block(0.0, block.depths) for block in blocks]
        pitch = rows.pitch([row for section in sections for row in rows.of(section)])
        return Flow(blocks, pitch, density.after + density.before, least)
