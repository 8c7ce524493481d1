"""Feedback checklist: what somebody learnt from feedback, in groups, each item with its state; and how far it all is.

eyebrow            +---------------------------+    done stands back, in progress is the only bold
Title in a few     | Group            -- 2/3   |    and the only warm thing, to do is plain
lines              | (v) done          3 Mar   |
                   | (>) in progress   High    |    frames     where things stand
(4/8) done         | ( ) to do         Low     |    densities  how closely the sheet is set
in progress, to do +---------------------------+    planning   which of both a list gets, and how many pages
"""

from __future__ import annotations

from collections.abc import Callable

from pipeline.geometry import Rect, Size
from pipeline.kinds.feedback_checklist import frames
from pipeline.kinds.feedback_checklist.alt import alt, description
from pipeline.kinds.feedback_checklist.content import Content, content, is_mirrored
from pipeline.kinds.feedback_checklist.header import header
from pipeline.kinds.feedback_checklist.planning import arrange
from pipeline.kinds.feedback_checklist.sheet import message, placed, sheet
from pipeline.kinds.feedback_checklist.spec import FeedbackChecklist, check
from pipeline.kinds.kind import Kind
from pipeline.layout.card import card
from pipeline.layout.page import Page
from pipeline.layout.proportions import is_wide
from pipeline.scene import Box, Item, LeftOut, Scene, TextRun, words_last
from pipeline.theme import Theme
from pipeline.typography import Typesetter, markup


def lay_out(spec: FeedbackChecklist, size: Size, theme: Theme, typesetter: Typesetter) -> Scene:
    """The picture, or the first of several."""
    return _scenes(spec, size, theme, typesetter, first_only=True)[0]


def pages(spec: FeedbackChecklist, size: Size, theme: Theme, typesetter: Typesetter) -> tuple[Scene, ...]:
    """All pictures: more than one only where `overflow: paginate` says so and the list is too long for one."""
    return _scenes(spec, size, theme, typesetter, first_only=False)


def _scenes(
    spec: FeedbackChecklist, size: Size, theme: Theme, typesetter: Typesetter, *, first_only: bool
) -> tuple[Scene, ...]:
    said = content(spec)
    mirrored = is_mirrored(spec)
    page = Page(size.width, theme, typesetter.towards("rtl" if mirrored else "ltr"), mirrored)
    title = markup.plain(spec.title) or "Feedback checklist"

    def told(number: int, count: int) -> tuple[str, str]:
        return spec.alt or alt(spec, said, number, count), description(spec, said, number, count)

    if not said.sections or (said.hidden and not said.points):
        return (Scene(size, _without_items(spec, said, size, page), title, *told(0, 1)),)
    layout = arrange(spec, said, size, page)
    count = len(layout.pages)
    down, rect = placed(layout)
    head = layout.header
    if down:
        head = header(spec, said, layout.frame._replace(top=layout.frame.top + down), page)
    back = (_paper(size, theme), *page.boxes(card(rect, theme, layout.frame.unit)), *head.items)
    scenes = tuple(
        Scene(size, words_last((*back, *sheet(layout, page, rect, number))), title, *told(number, count))
        for number in range(1 if first_only else count)
    )
    shown = {item.role for scene in scenes for item in scene.items if isinstance(item, TextRun)}
    return tuple(scene._replace(left_out=tuple(LeftOut((), text) for text in _unseen(said, shown))) for scene in scenes)


def _unseen(said: Content, shown: set[str]) -> tuple[str, ...]:
    """The fields of quotes and notes for which there is no room, though there is for their groups and items.

    Texts of a data file have no fields of their own.
    """
    quotes = [section.field for section in said.sections if section.quote and f"{section.field}.title" in shown]
    notes = [point.field for point in said.points if point.note and f"{point.field}.text" in shown]
    fields = (*(f"{field}.quote" for field in quotes), *(f"{field}.note" for field in notes))
    return tuple(field for field in fields if field not in shown)


def _without_items(spec: FeedbackChecklist, said: Content, size: Size, page: Page) -> tuple[Item, ...]:
    """A sheet with a friendly word in the place of items."""
    frame = frames.frame(size, "beside" if is_wide(size) else "tall")
    head = header(spec, said, frame, page)
    top = max(frame.sheet.y, head.bottom)
    height = min(frame.sheet.bottom - top, 420 * frame.unit)
    down = round((frame.sheet.bottom - top - height) * (0.5 if frame.arrangement == "beside" else 0.42))
    if frame.arrangement == "tall":
        head = header(spec, said, frame._replace(top=frame.top + down), page)
    rect = Rect(frame.sheet.x, top + down, frame.sheet.width, height)
    text, state = (said.words.all_done, "done") if said.hidden else (said.words.empty, "todo")
    back = (_paper(size, page.theme), *page.boxes(card(rect, page.theme, frame.unit)))
    return (*back, *head.items, *message(page, rect, text, state, frame))


def _paper(size: Size, theme: Theme) -> Box:
    return Box(Rect.of(size), fill=theme.colors.paper)


def _gather(spec: FeedbackChecklist, read: Callable[[str, str], str]) -> FeedbackChecklist:
    from pipeline.kinds.feedback_checklist.gathering import gather  # only a spec with a data file pays for this import

    return gather(spec, read) if spec.data else spec


KIND = Kind(
    "feedback_checklist",
    "Lessons from feedback, in groups, each with its state.",
    FeedbackChecklist,
    lay_out,
    check,
    pages,
    _gather,
)
