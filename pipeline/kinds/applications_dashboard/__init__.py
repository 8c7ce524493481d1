"""Applications dashboard: a job search at a glance, derived from the author's own list of applications.

    list --reading--> applications --metrics--> figures --content--> words --measures, board--> picture

eyebrow                          | | | |      content    what is said, in the words of a language
Headline from the counts         weeks        measures   where things stand in each size
+-------+-------+-------+-------+             board      one card: tiles above, panels below
| 9  :: | 6  :: | 46% ::| 1  :: |             tiles      figures, with a dot for each application
+-------+-------+---+---+-------+             panels/    pipeline, weeks, next steps, sources, ...
| Pipeline          | Next steps|             canvas        draws it all, scaled, mirrored for right to left
+-------------------+-----------+
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.accounting import lacking
from pipeline.geometry import Rect, Size
from pipeline.kinds.applications_dashboard import board, footnote, lines
from pipeline.kinds.applications_dashboard.alt import alt, description
from pipeline.kinds.applications_dashboard.canvas import BoardCanvas
from pipeline.kinds.applications_dashboard.content import Content, content
from pipeline.kinds.applications_dashboard.header import header
from pipeline.kinds.applications_dashboard.measures import measures_of
from pipeline.kinds.applications_dashboard.spec import ApplicationsDashboard, check
from pipeline.kinds.kind import Kind
from pipeline.layout.card import card
from pipeline.layout.page import Page
from pipeline.scene import Box, Item, LeftOut, Scene, roles, words_last
from pipeline.theme import Theme
from pipeline.typography import Typesetter

LISTS = ("next_steps", "kanban", "calendar")  # the panels that name applications


def lay_out(content: Content, size: Size, theme: Theme, typesetter: Typesetter) -> Scene:
    """The picture of a board; raises FitError for panels that its author asked for and that have no room."""
    measures, looks, arrangement = footnote.with_room(measures_of(size), content), None, None
    if content.lines:
        looks = lines.looks_of(measures, content)
        measures = lines.cut(measures, content, looks)
    else:
        measures, arrangement = board.arranged(content, measures)
        board.check_room(content, arrangement, size)
    canvas = BoardCanvas(Page(size, theme, typesetter, content.is_mirrored), measures, content)
    # paper and card before all that is written: painters keep what pictures of one size and theme begin with
    canvas.items += (
        Box(Rect.of(size), fill=theme.colors.paper),
        *card(canvas.placed(measures.board), theme, canvas.unit),
    )
    header(canvas, with_weeks=arrangement is not None and arrangement.is_mini)
    if looks:
        lines.draw(canvas, looks)
    if arrangement:
        board.draw(canvas, arrangement)
    footnote.draw(canvas)
    stood_for = ("tiles",) if looks else ()  # the heads of stages count what tiles would
    without = arrangement.left_out if arrangement else ()
    no_room = tuple(LeftOut((), f"panel {name}: no room in this size") for name in without)
    left_out, summarised = _unseen(content, canvas.items)
    return Scene(size, words_last(canvas.items), left_out=(*no_room, *left_out), summarised=(*summarised, *stood_for))


def _unseen(content: Content, items: Sequence[Item]) -> tuple[tuple[LeftOut, ...], tuple[str, ...]]:
    """Which active applications, and what of those that it names, a picture leaves out; and what other texts stand for.

    A line that counts the others, "5 of 8 open" or "and 3 more", stands for those that have no name in the picture.
    """
    if not set(LISTS) & set(content.panels):
        return (), ("steps",)
    shown = roles(items)
    named = [each for each in content.steps if each.name.field in shown]
    others = [each for each in content.steps if each.name.field not in shown]
    is_counted = any(f"panels.{panel}.more" in shown for panel in LISTS)
    sorts = (
        ("names", [] if is_counted else [each.name for each in others]),
        ("roles", [each.role for each in named]),
        ("next steps", [each.next_step for each in named]),
        ("days", [each.day for each in named]),
    )
    plans = [leaf for each in content.lines if not each.application.is_open for leaf in (each.next_step, each.day)]
    fields = tuple(leaf.field for leaf in plans if leaf)
    closed = (LeftOut(fields, "what was to come of closed applications"),) if fields else ()
    return (*lacking(sorts, items), *closed), tuple(each.name.field.rpartition(".")[0] for each in others)


KIND = Kind(
    "applications_dashboard",
    "A job search at a glance: tiles, pipeline, weeks and next steps from a list.",
    ApplicationsDashboard,
    content,
    lay_out,
    alt,
    description,
    check,
    private=("applications",),
)
