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
from pipeline.kinds.applications_dashboard.measures import measures_of
from pipeline.kinds.applications_dashboard.panels import weeks
from pipeline.kinds.applications_dashboard.spec import ApplicationsDashboard, check
from pipeline.kinds.kind import Kind
from pipeline.layout import header
from pipeline.layout.block import apart
from pipeline.layout.card import card
from pipeline.layout.page import Page
from pipeline.scene import Box, Item, LeftOut, Scene, roles, words_last
from pipeline.theme import Theme
from pipeline.typography import Setting, Typesetter

LISTS = ("next_steps", "kanban", "calendar")  # the panels that name applications
HANG_EM = 0.03  # side bearing of a capital in the display face
SMALLER = (1.0, 0.92, 0.84, 0.76, 0.68)  # of the designer's size, for one line or two as he has it
MORE_LINES = (0.64, 0.6, 0.56, 0.5, 0.44, 0.38, 0.32, 0.27)  # then with a line more
HIGHEST = 24  # reference px: capitals of an eyebrow in two lines stand no higher
RISE_EM = 0.38  # of the title's size: how far the eyebrow of a landscape makes room for a second line


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
    _header(canvas, with_weeks=arrangement is not None and arrangement.is_mini)
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


def _header(canvas: BoardCanvas, *, with_weeks: bool) -> None:
    """Eyebrow, headline, and the weeks beside them where the board has no place for them.

    A headline takes the largest size at which it keeps clear of the weeks.
    """
    measures, content, unit = canvas.measures, canvas.content, canvas.unit
    left, right, lines = measures.margin, measures.right, measures.title_lines
    if with_weeks and measures.mini and content.figures.spans:
        right = weeks.mini(canvas, measures.mini) - left * 0.5
    measure = (right - left) * unit
    eyebrow = header.eyebrow(canvas.page, content.eyebrow, measures.eyebrow * unit, measure)
    deeper = eyebrow.depth / unit if eyebrow else 0.0
    rise = measures.title * RISE_EM if measures.is_landscape else 0.0
    highest = min(measures.eyebrow_y, HIGHEST + measures.eyebrow)  # baseline of the first line
    last = max(measures.eyebrow_y - rise, highest + deeper)
    size, leading = measures.title * unit, measures.leading / measures.title
    settings = [Setting(size * factor, leading, lines) for factor in SMALLER]
    settings += [Setting(size * factor, leading, lines + 1) for factor in MORE_LINES]
    height = (measures.title_y - last - measures.eyebrow * 0.45) * unit
    title = header.title(canvas.page, content.title, settings, measure, height)
    assert title, "a board has a headline"
    lack = max(0, lines - len(title.lines))  # a single line stands where two would have their middle
    higher = lack * measures.leading * unit * 0.4 + title.leading * (len(title.lines) - 1)
    first = measures.title_y - max(title.depth, higher) / unit
    if eyebrow:
        is_low = len(title.lines) <= lines and not title.over
        above = max(measures.eyebrow_y, last) if is_low else last
        canvas.paragraph(eyebrow, left, min(above, first - apart(canvas, eyebrow, title, 0.0)) - deeper)
    canvas.paragraph(title, left - title.size / unit * HANG_EM, first)


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
    closed = (LeftOut(fields, "next steps of closed applications are not shown"),) if fields else ()
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
