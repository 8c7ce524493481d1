"""Feedback checklist: what somebody learnt from feedback, in groups, each item with its state; and how far it all is.

eyebrow            +---------------------------+    done stands back, in progress is the only bold
Title in a few     | Group            -- 2/3   |    and the only warm thing, to do is plain
lines              | (v) done          3 Mar   |
                   | (>) in progress   High    |    measures   where things stand, and how closely
(4/8) done         | ( ) to do         Low     |               the sheet is set
in progress, to do +---------------------------+    planning   which of these a list gets, and how many pages
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.content import Leaf
from pipeline.geometry import Rect, Size
from pipeline.kinds.feedback_checklist.alt import alt, description
from pipeline.kinds.feedback_checklist.content import Content, Point, Section, Tally, content
from pipeline.kinds.feedback_checklist.header import header
from pipeline.kinds.feedback_checklist.planning import arrange
from pipeline.kinds.feedback_checklist.sheet import placed, sheet
from pipeline.kinds.feedback_checklist.spec import FeedbackChecklist, check
from pipeline.kinds.kind import Kind
from pipeline.layout.card import card
from pipeline.layout.page import Page
from pipeline.scene import Box, LeftOut, Scene, roles, words_last
from pipeline.theme import Theme
from pipeline.typography import Typesetter


def lay_out(content: Content, size: Size, theme: Theme, typesetter: Typesetter) -> Scene:
    """The picture, or the first of several."""
    return pages(content, size, theme, typesetter)[0]


def pages(content: Content, size: Size, theme: Theme, typesetter: Typesetter) -> tuple[Scene, ...]:
    """All pictures: more than one only where `overflow: paginate` says so and the list is too long for one.

    Each of several says which it is, and the first what none of them has room for.
    """
    page = Page(size, theme, typesetter, content.is_mirrored)
    has_items = bool(content.points or (content.sections and not content.hidden))
    visible = content
    if not has_items:  # a friendly word in their place
        is_done, none = content.hidden > 0, Leaf("", "")
        name = "all_done" if is_done else "empty"
        text = Leaf(str(getattr(content.words.shown, name)), f"labels.{name}")
        point = Point(0, text, "done" if is_done else "todo", none, None, none, none, "", "items")
        visible = content._replace(sections=(Section(none, none, (point,), Tally(), 0),), hidden=0)
    layout = arrange(visible, page)
    setup, count = layout.setup, len(layout.pages)
    down, rect = placed(layout)
    head = header(content, setup.measures._replace(top=setup.measures.top + down), page) if down else setup.header
    paper = Box(Rect.of(size), fill=theme.colors.paper)
    back = (paper, *page.boxes(card(rect, theme, setup.measures.unit)), *head.items)
    scenes = [Scene(size, words_last((*back, *sheet(layout, page, rect, number)))) for number in range(count)]
    if count > 1:
        scenes = [
            scene._replace(alt=alt(content, number, count), description=description(content, number, count))
            for number, scene in enumerate(scenes, 1)
        ]
    written = set().union(*(roles(scene.items) for scene in scenes))
    priorities = (point.priority.field for point in content.points if point.level and point.text.field in written)
    bars = tuple(field for field in priorities if setup.plan.rights and field not in written)
    summarised = bars if has_items else ("groups",)
    scenes[0] = scenes[0]._replace(left_out=tuple(_left_out(visible, written | {*bars})), summarised=summarised)
    return tuple(scenes)


def _left_out(content: Content, written: set[str]) -> Iterator[LeftOut]:
    """The texts for which there is no room: items, which a last line counts, and what belongs to those shown."""
    points = [point for point in content.points if point.text.field in written]
    parts = (
        ("groups", [each.title for each in content.sections]),
        ("quotes", [each.quote for each in content.sections]),
        ("notes", [point.note for point in points]),
        ("days and priorities", [leaf for point in points for leaf in (point.day, point.priority)]),
    )
    for what, leaves in parts:
        if fields := tuple(leaf.field for leaf in leaves if leaf and leaf.field not in written):
            yield LeftOut(fields, f"no room for these {what}")
    if items := tuple(point.field for point in content.points if point.text.field not in written):
        yield LeftOut(items, "no room for these items")


KIND = Kind(
    "feedback_checklist",
    "Lessons from feedback, in groups, each with its state.",
    FeedbackChecklist,
    content,
    lay_out,
    alt,
    description,
    check,
    pages,
)
