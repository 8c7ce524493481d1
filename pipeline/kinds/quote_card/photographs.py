"""A photograph behind the words of a card or beside them: where it lies, and what it leaves to the words.

    behind, wide and tall               beside, wide and tall
    +-------------+  +-------+          +---------+---+  +-------+
    | text %%::.  |  |   .   |          | text    |###|  |#######|
    | text %%::. o|  |   : o |          |---------o###|  |#######|
    | label%%::.  |  | %%%%% |          | label   |###|  +-------+
    +-------------+  | text  |          +---------+---+  | text  |
                     +-------+                           +-------+

Behind the words it has a veil, which grows until each of them can be read on the worst pixel: measured, not trusted.
Where no veil will do, the photograph stands beside them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import inf
from typing import NamedTuple, TypeAlias

from pipeline.color import Color
from pipeline.errors import FitError
from pipeline.geometry import Point, Rect
from pipeline.kinds.quote_card.compositions import SQUARE, Composition, scaled
from pipeline.kinds.quote_card.content import Content, Photograph
from pipeline.kinds.quote_card.motifs import draw_road_until
from pipeline.layout import photo
from pipeline.layout.canvas import Canvas
from pipeline.layout.page import Page
from pipeline.layout.proportions import hidden
from pipeline.scene import Box, Item, LinearGradient, Picture, Scene, TextRun, runs
from pipeline.typography import Setting, ink

STEP = 0.04  # of the way that a veil moves towards the subject
TRIED = ((0, 1.0), (1, 1.0), (2, 1.0), (3, 1.0), (3, 0.9), (3, 0.8), (3, 0.7))  # such steps, and shares of the type
EDGES = (0.0, 0.1, 0.2, 0.3)  # of the way: where a photograph may begin under its veil, so that more of it is seen
SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)  # of what a photograph beside the words may give them, tried in order
SEAM = 64  # reference px from the words to a photograph at their side
MORE_LINES = 2  # than without a photograph: the words' column is narrower, or lower
LEAST, LEAST_LEADING = 0.92, 1.36  # of the smallest size without one: 500 characters fit below a large mark, too
_BESIDE = "the photograph stands beside the words: behind them"
NO_CONTRAST = f"{_BESIDE} no veil gives every text a contrast of {photo.ENOUGH}:1"
NO_SUBJECT = f"{_BESIDE} its focus would not be seen"
NO_ROOM = f"{_BESIDE} there is no room for the text"


class Plan(NamedTuple):
    """How a shape is composed with a photograph, in px of its reference.

    Behind the words, a veil has its alphas at shares of the way across the page, from the words' edge on; where it is
    `clear` the subject may stand. Beside them, a photograph has a share of the page, from `most` to `least`.
    """

    behind: Setting  # the designer's type
    top: float  # of words in a tall page, on the photograph
    column: float  # share of a wide page that words on a photograph may reach to
    lift: tuple[float, float]  # by which their room in a wide page begins higher, behind and beside
    raised: float  # by which a label on a photograph stands higher
    clear: float
    veil: tuple[tuple[float, float], ...]
    beside: Setting
    gap: float  # from a photograph down to the words
    most: float
    least: float


ON_WIDE = Plan(
    Setting(116, 1.06, 3, None, -0.022), top=0, column=0.54, lift=(6, 12), raised=12, clear=0.775,
    veil=((0, 1), (0.3, 0.985), (0.42, 0.95), (0.51, 0.86), (0.58, 0.69), (0.66, 0.46), (0.74, 0.26), (0.82, 0.12),
          (0.9, 0.04), (1, 0)),
    beside=Setting(104, 112 / 104, 3, None, -0.022), gap=0, most=0.407, least=0.33,
)  # fmt: skip
ON_TALL = Plan(
    Setting(148, 1.06, 3, None, -0.022), top=781, column=1, lift=(0, 0), raised=0, clear=0.57,
    veil=((0, 1), (0.36, 0.985), (0.425, 0.94), (0.46, 0.84), (0.5, 0.6), (0.54, 0.34), (0.58, 0.14), (0.62, 0.04),
          (0.67, 0)),
    beside=Setting(148, 154 / 148, 3, None, -0.022), gap=89, most=0.489, least=0.38,
)  # fmt: skip
ON_SQUARE = Plan(
    Setting(118, 1.06, 3, None, -0.022), top=569, column=1, lift=(0, 0), raised=2, clear=0.617,
    veil=((0, 1), (0.4, 0.985), (0.475, 0.94), (0.515, 0.83), (0.55, 0.6), (0.59, 0.33), (0.63, 0.13), (0.67, 0.03),
          (0.71, 0)),
    beside=Setting(124, 129 / 124, 3, None, -0.022), gap=65, most=0.463, least=0.36,
)  # fmt: skip


class Placing(NamedTuple):
    """One way to put a photograph on a card: its picture, its veil, and the frame that it leaves to the words.

    Its subject is to stand in the `region` of the page.
    """

    frame: Composition
    picture: Picture
    region: Rect
    veil: LinearGradient | None = None

    def draw(self, canvas: Canvas, motif: str) -> None:
        """The photograph, and its veil or the road that leads to it."""
        canvas.items.append(self.picture)
        if self.veil is not None:
            canvas.items.append(Box(self.picture.rect, self.veil))
        elif self.frame.wide and motif == "redirection":
            draw_road_until(canvas, self.frame, self.frame.free.right)

    def is_readable(self, items: Iterable[Item], paper: Color) -> bool:
        """Whether every text has enough contrast with the worst pixel behind it."""
        return all(self._contrast(run, paper) >= photo.ENOUGH for run in runs(items))

    def _contrast(self, run: TextRun, paper: Color) -> float:
        around = ink(run)
        if around is None or self.veil is None or not isinstance(run.fill, Color):
            return inf
        return photo.contrast(run.fill, around, self.picture, self.veil, paper)


Write: TypeAlias = Callable[[Placing], Canvas]


def drawn(content: Content, photograph: Photograph, page: Page, frame: Composition, write: Write) -> Scene:
    """The card in the first placing that has room for its texts and in which each of them can be read.

    `write` draws a card in a placing; raises FitError as it does, of words that do not even fit beside the photograph.
    """
    altered: tuple[str, ...] = ()
    if photograph.place == "behind":
        found = _behind(photograph, page, frame, write)
        if isinstance(found, Canvas):
            return Scene(page.size, tuple(found.items))
        altered = (found,)
    canvas = _beside(photograph, page, frame, write, has_road=content.motif == "redirection")
    return Scene(page.size, tuple(canvas.items), altered=altered)


def _behind(photograph: Photograph, page: Page, frame: Composition, write: Write) -> Canvas | str:
    """The words on a photograph under the shortest veil that will do, in the largest type, or why none does."""
    largest, why = inf, ""
    for steps, share in TRIED:
        placing = _under_veil(photograph, page, frame, steps * STEP, share * largest)
        if not photo.is_seen(photograph.looked, placing.picture, placing.region):
            return why or NO_SUBJECT
        try:
            canvas = write(placing)
        except FitError:
            why = NO_ROOM
            continue
        if placing.is_readable(canvas.items, page.theme.colors.paper):
            return canvas
        why = NO_CONTRAST
        largest = max(run.size for run in runs(canvas.items)) if share == 1 else largest
    return why


def _under_veil(photograph: Photograph, page: Page, frame: Composition, moved: float, largest: float) -> Placing:
    """The photograph behind the words, under a veil that is moved by a share of the way; type is no larger than that.

    Of the places where it may begin it takes the one that shows most of it, and leaves most of the page as it is.
    """
    plan, looked = _plan(frame), photograph.looked
    tones = photo.duotone(page.theme) if photograph.look == "duotone" else None
    region = page.rect(_seen(_beyond(frame, plan.clear + moved), frame))
    boxes, whole = [page.rect(_beyond(frame, edge)) for edge in EDGES], Rect.of(frame.size)
    tries = [photo.shown(looked, box, region, whole=whole, tones=tones) for box in boxes]
    at = min(range(len(EDGES)), key=lambda each: (round(photo.enlarged(looked, tries[each]), 3), -EDGES[each]))
    edge = max(0.0, EDGES[at] - moved)  # where the photograph begins, nothing of it may be seen yet
    stops = ((0.0, 1.0), *(((edge, 1.0),) if edge else ()), *(stop for stop in plan.veil if stop[0] > edge))
    start, end = (page.point(*_point(frame, share + moved)) for share in (0.0, 1.0))
    settings = tuple(each for each in _settings(frame, plan.behind) if each.size <= largest) or frame.settings[-1:]
    left = _on_photograph(frame, plan, moved)._replace(settings=settings)
    return Placing(left, tries[at], region, photo.veil(page.theme.colors.paper, stops, start, end))


def _on_photograph(frame: Composition, plan: Plan, moved: float) -> Composition:
    """The frame of words on a photograph: its start, or its foot, up to where the veil is thick."""
    x, y, width, height = frame.alone
    raised = plan.raised * frame.unit if frame.label_baseline - frame.alone.bottom > 1 else 0.0
    if frame.wide:
        lift = plan.lift[0] * frame.unit
        y, width, height = y - lift, plan.column * frame.size.width - x, height + lift - raised
    else:
        top = _point(frame, 1 - plan.top / frame.at.size.height + moved).y
        y, height = top, frame.alone.bottom - raised - top
    return frame._replace(alone=Rect(x, y, width, height), label_baseline=frame.label_baseline - raised)


def _beside(photograph: Photograph, page: Page, frame: Composition, write: Write, *, has_road: bool) -> Canvas:
    """The words beside a photograph that is as large as they let it be in the designer's type, or else as small."""
    plan = _plan(frame)
    settings = _settings(frame, plan.beside)
    large = tuple(each for each in settings if each.size >= plan.beside.size * frame.unit)
    for given in SHARES:
        try:
            return write(_at_side(photograph, page, frame._replace(settings=large), given, has_road))
        except FitError:
            continue
    return write(_at_side(photograph, page, frame._replace(settings=settings), 1.0, has_road))


def _at_side(photograph: Photograph, page: Page, frame: Composition, given: float, has_road: bool) -> Placing:
    """The photograph beside the words, which it has given that share of what it may give."""
    plan, (width, height) = _plan(frame), frame.size
    share = plan.most - given * (plan.most - plan.least)
    tones = photo.duotone(page.theme) if photograph.look in ("auto", "duotone") else None
    if frame.wide:
        seam, lift = (1 - share) * width, plan.lift[1] * frame.unit if has_road else 0.0
        x, y, _, high = frame.beside if has_road else frame.alone
        alone, free = Rect(x, y - lift, seam - SEAM * frame.unit - x, high + lift), Rect(0, 0, seam, height)
    else:
        seam = _point(frame, 1 - share).y
        y = seam + plan.gap * frame.unit
        alone, free = frame.alone._replace(y=y, height=frame.alone.bottom - y), Rect(0, seam, width, height - seam)
    box = _beyond(frame, 1 - share)
    region = page.rect(_seen(box, frame))
    picture = photo.shown(photograph.looked, page.rect(box), region, tones=tones)
    return Placing(frame._replace(alone=alone, free=free), picture, region)


def _plan(frame: Composition) -> Plan:
    return ON_WIDE if frame.wide else ON_SQUARE if frame.at is SQUARE else ON_TALL


def _settings(frame: Composition, designed: Setting) -> tuple[Setting, ...]:
    """The frame's settings, the designer's type among them; smaller ones may have more lines."""
    (own,) = scaled([designed], frame.unit)
    larger = (each for each in frame.settings if each.size > own.size and each.max_lines < own.max_lines)
    smaller = (each for each in frame.settings if each.size < own.size)
    last = frame.settings[-1]
    least = last._replace(size=LEAST * last.size, leading=LEAST_LEADING)
    return (*larger, own, *(each._replace(max_lines=each.max_lines + MORE_LINES) for each in (*smaller, least)))


def _point(frame: Composition, share: float) -> Point:
    """Where that share of the way lies: from the start of a wide page to its end, from the foot of a tall one up."""
    if frame.wide:
        return Point(share * frame.size.width, 0)
    covered = hidden(frame.size)
    foot = frame.size.height - covered.bottom
    return Point(0, foot - share * (foot - covered.top))


def _beyond(frame: Composition, share: float) -> Rect:
    """What of the page lies beyond that share of the way; all of it beyond none."""
    at, (width, height) = _point(frame, share), frame.size
    if frame.wide:
        return Rect(at.x, 0, width - at.x, height)
    return Rect(0, 0, width, at.y if share else height)


def _seen(rect: Rect, frame: Composition) -> Rect:
    """What no buttons hide of a part of the page."""
    top = max(rect.y, hidden(frame.size).top)
    return rect._replace(y=top, height=rect.bottom - top)
