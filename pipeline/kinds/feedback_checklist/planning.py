"""The choice of a plan: the roomiest way to set a list in which all of it holds, or what is left out, or more pages."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.errors import FitError, Problem
from pipeline.geometry import Size
from pipeline.kinds.feedback_checklist import frames
from pipeline.kinds.feedback_checklist.content import Content, Point, Section
from pipeline.kinds.feedback_checklist.densities import TALL
from pipeline.kinds.feedback_checklist.flow import LEAST_APART, Block, Column, Flow, Spacing
from pipeline.kinds.feedback_checklist.frames import Frame, Plan
from pipeline.kinds.feedback_checklist.header import Header, header
from pipeline.kinds.feedback_checklist.rows import Rows
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


class Layout(NamedTuple):
    """Everything decided but the drawing. `sections` are those shown."""

    plan: Plan
    frame: Frame
    header: Header
    rows: Rows
    sections: tuple[Section, ...]
    flow: Flow
    pages: tuple[tuple[Column, ...], ...]
    room: float  # from the first baseline to the last, at the most
    lead: Section | None  # the only group, whose name stands above all columns
    tail: str  # the last line: what is counted, and not shown


def arrange(content: Content, size: Size, page: Page) -> Layout:
    """The layout of the whole list; raises FitError if the spec asks for an error where not all of it fits."""
    planner = _Planner(content, size, page)
    found = planner.whole()
    if found is None and content.overflow == "paginate":
        found = planner.paged()
    if found is None:
        found = planner.summarised()
        if content.overflow == "error":
            raise FitError(_too_many(content, found, size))
    return found


class _Setup(NamedTuple):
    """What a plan means for one picture."""

    plan: Plan
    frame: Frame
    header: Header
    rows: Rows
    room: float
    usable: float  # without a last line, where there is one in any case
    lead: Section | None


class _Planner:
    def __init__(self, content: Content, size: Size, page: Page) -> None:
        self.content, self.size, self.page = content, size, page
        self.plans = frames.plans(content.columns, size)
        self._headers: dict[tuple[str, bool], tuple[Frame, Header]] = {}
        self._widths: dict[tuple[int, str], float] = {}

    def whole(self) -> Layout | None:
        """The first plan in which everything holds on one page, groups unbroken if that costs little of the size."""
        unbroken = self._first(breaking=False, above=0.0)
        if len(self.content.sections) > 1 and unbroken and unbroken.plan is self.plans[0]:
            return unbroken
        least = unbroken.plan.density.text / WHOLE_GROUPS if unbroken else 0.0
        return self._first(breaking=True, above=least) or unbroken

    def _first(self, *, breaking: bool, above: float) -> Layout | None:
        """The first plan whose text is larger than `above` in which everything holds on one page."""
        for plan in self.plans:
            if plan.density.text <= above:
                continue
            setup, columns = self._setup(plan), plan.columns
            if self._flow(setup, rough=True).balanced(columns, setup.usable, breaking=breaking) is None:
                continue
            flow = self._flow(setup)
            found = flow.balanced(columns, setup.usable, breaking=breaking)
            if found is not None and not (plan.density in ROOMY and self._drops_quotes(setup)):
                return self._layout(setup, self.content.sections, flow, (found,))
        return None

    def paged(self) -> Layout | None:
        """The first plan that needs only a few pages, or the closest one; items taller than a page are cut."""
        for most_lines, least in ((1000, LEAST_APART), (MOST_LINES_ON_PAGES, LEAST_APART), (MOST_LINES_ON_PAGES, 1)):
            found = self._paged(most_lines, least)
            if found is not None:
                return found
        return None

    def _paged(self, most_lines: int, least: int) -> Layout | None:
        best, roomiest = None, self.plans[0].density.text
        for plan in self.plans:
            if plan.density.text == roomiest > self.plans[-1].density.text:
                continue  # several pages are not set in the roomiest type
            setup = self._setup(plan, dots=True, most_lines=most_lines)
            rough = self._flow(setup, rough=True, least=least).poured(setup.usable, breaking=True)
            if rough is None or (len(rough) > MOST_PAGES * plan.columns and plan is not self.plans[-1]):
                continue
            flow = self._flow(setup, least=least)
            pages = flow.paged(plan.columns, setup.usable)
            if pages is not None:
                best = self._layout(setup, self.content.sections, flow, pages)
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
            sections = self._kept({point.at for point in ranked[:middle]})
            fits = self._flow(setup, sections, rough=True).balanced(setup.plan.columns, room, breaking=True)
            low, high = (low, middle - 1) if fits is None else (middle, high)
        kept = [self._kept({point.at for point in ranked[:count]}) for count in range(low, 0, -1)] if ranked else []
        kept += [self.content.sections[:count] for count in range(len(self.content.sections), 0, -1)]  # without items
        for sections in kept:
            flow = self._flow(setup, sections)
            columns = flow.balanced(setup.plan.columns, room, breaking=True)
            if columns is not None:
                shown = sum(len(section.points) for section in sections)
                if filled := self._filled(setup, ranked, shown, room):
                    sections, flow, columns = filled
                    shown = sum(len(section.points) for section in sections)
                return self._layout(setup, sections, flow, (columns,), len(ranked) - shown)
        size = f"{self.size.width:g} x {self.size.height:g} px"
        raise FitError(Problem(f"no item fits {size}", hint="shorten its group's name, or choose a larger size"))

    def _filled(
        self, setup: _Setup, ranked: list[Point], count: int, room: float
    ) -> tuple[tuple[Section, ...], Flow, tuple[Column, ...]] | None:
        """The first `count` items with those that matter as much as the next one and still find room; None if none do.

        An item that opens a group, or has it moved to another column, may not fit where one of another group does.
        """
        places, found = {point.at for point in ranked[:count]}, None
        for point in ranked[count + 1 : count + 1 + MOST_EQUALS] if count else ():
            if point.rank[:2] != ranked[count].rank[:2]:
                break
            sections = self._kept(places | {point.at})
            flow = self._flow(setup, sections)
            columns = flow.balanced(setup.plan.columns, room, breaking=True)
            if columns is not None:
                places.add(point.at)
                found = sections, flow, columns
        return found

    def _drops_quotes(self, setup: _Setup) -> bool:
        """Whether an interviewer's words find no room: then the next plan, in smaller type, may hold them all."""
        quoted = [section for section in self.content.sections if section.quote]
        return not setup.rows.wide and any(setup.rows.head(section).aside is None for section in quoted)

    @property
    def _counts_hidden(self) -> bool:
        """Whether done items that are hidden are counted nowhere but in the last line."""
        return self.content.hidden > 0 and self.content.summary == "none"

    def _tail(self, left_out: int) -> str:
        """What the last line says."""
        language, shown = self.content.words.language, self.content.words.shown
        parts = [language.counted(shown.more, left_out)] if left_out else []
        parts += [language.counted(shown.hidden, self.content.hidden)] if self._counts_hidden else []
        return language.with_commas(*parts)

    def _kept(self, places: set[int]) -> tuple[Section, ...]:
        kept = (
            section._replace(points=tuple(point for point in section.points if point.at in places))
            for section in self.content.sections
        )
        return tuple(section for section in kept if section.points)

    def _setup(self, plan: Plan, *, dots: bool = False, most_lines: int = 1000) -> _Setup:
        frame, head = self._head(plan.arrangement, dots)
        density = plan.density.scaled(frame.unit, frame.smallest)
        gutters = GUTTER * density.text * (plan.columns - 1)
        rows = Rows(
            self.page,
            self.content,
            density,
            (frame.inner.width - gutters) / plan.columns,
            notes=plan.notes,
            rights=plan.rights,
            wide=plan.arrangement != "tall",
            most_lines=most_lines,
            widths=self._widths,
        )
        sections = self.content.sections
        is_led = len(sections) == 1 and sections[0].title and (plan.columns > 1 or dots)
        lead = sections[0] if is_led else None
        room = frame.sheet.bottom - max(frame.sheet.y, head.bottom) - frame.pad * (1 + FOOT)
        room -= CAP_HEIGHT * (density.name if sections and sections[0].title else density.text)
        if lead:
            room -= rows.head_depth(lead)
        usable = room - (density.pitch if self._counts_hidden else 0.0)
        return _Setup(plan, frame, head, rows, room, usable, lead)

    def _head(self, arrangement: str, dots: bool) -> tuple[Frame, Header]:
        key = (arrangement, dots)
        if key not in self._headers:
            frame = frames.frame(self.size, arrangement, dots=dots)  # type: ignore[arg-type]
            self._headers[key] = frame, header(self.content, frame, self.page)
        return self._headers[key]

    def _flow(
        self,
        setup: _Setup,
        sections: tuple[Section, ...] | None = None,
        *,
        rough: bool = False,
        least: int = LEAST_APART,
    ) -> Flow:
        sections = self.content.sections if sections is None else sections
        rows, density = setup.rows, setup.rows.density
        measure = rows.rough_block if rough else rows.block
        blocks = [measure(section) for section in sections]
        if setup.lead:
            blocks = [Block(0.0, block.depths) for block in blocks]
        pitch = density.pitch if rough else rows.pitch([row for section in sections for row in rows.of(section)])
        return Flow(blocks, Spacing(pitch, density.after + density.before), least)

    def _layout(
        self,
        setup: _Setup,
        sections: tuple[Section, ...],
        flow: Flow,
        pages: tuple[tuple[Column, ...], ...],
        left_out: int = 0,
    ) -> Layout:
        plan, frame, head, rows, room, _, lead = setup
        tail = self._tail(left_out)
        return Layout(plan, frame, head, rows, sections, flow, pages, room, lead, tail)


def _too_many(content: Content, found: Layout, size: Size) -> Problem:
    """The problem of a list that is too long, at its first item that is left out."""
    shown = {point.at for section in found.sections for point in section.points}
    first = next(point for point in content.points if point.at not in shown)
    return Problem(
        f"{len(content.points)} items do not fit {size.width:g} x {size.height:g} px at "
        f"{found.rows.density.text:g} px, the smallest size",
        hint=f"keep about {len(shown)}, choose a larger size, or write `overflow: paginate`",
        place=first.text.place,
        field=first.field,
    )
