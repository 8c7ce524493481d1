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

from collections.abc import Callable
from functools import partial
from math import inf
from typing import NamedTuple, TypeAlias

from pipeline.errors import FitError
from pipeline.geometry import Rect
from pipeline.kinds.quote_card.compositions import SQUARE, Composition, scaled
from pipeline.kinds.quote_card.content import Content, Photograph
from pipeline.kinds.quote_card.crop import duotone
from pipeline.kinds.quote_card.motifs import draw_road_until
from pipeline.kinds.quote_card.veil import ENOUGH, Ground, Way, behind, beside
from pipeline.layout.attempts import first_fit
from pipeline.layout.canvas import Canvas
from pipeline.layout.page import Page
from pipeline.scene import Scene, runs
from pipeline.typography import Setting

STEP = 0.04  # of the way that a veil moves towards the subject
TRIED = ((0, 1.0), (1, 1.0), (2, 1.0), (3, 1.0), (3, 0.9), (3, 0.8), (3, 0.7))  # such steps, and shares of the type
SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)  # of what a photograph beside the words may give them, tried in order
SEAM = 64  # reference px from the words to a photograph at their side
MORE_LINES = 2  # than without a photograph: the words' column is narrower, or lower
LEAST, LEAST_LEADING = 0.92, 1.36  # of the smallest size without one: 500 characters fit below a large mark, too
_BESIDE = "the photograph stands beside the words: behind them"
NO_CONTRAST = f"{_BESIDE} no veil gives every text a contrast of {ENOUGH}:1"
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
    """One way to put a photograph on a card: how it lies there, and the frame that it leaves to the words."""

    frame: Composition
    ground: Ground

    def draw(self, canvas: Canvas, motif: str) -> None:
        """The photograph, and its veil or the road that leads to it."""
        canvas.items += self.ground.items
        if self.ground.veil is None and self.frame.wide and motif == "redirection":
            draw_road_until(canvas, self.frame, self.frame.free.right)


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
        if not placing.ground.shows_subject:
            return why or NO_SUBJECT
        try:
            canvas = write(placing)
        except FitError:
            why = NO_ROOM
            continue
        if placing.ground.is_readable(canvas.items):
            return canvas
        why = NO_CONTRAST
        largest = max(run.size for run in runs(canvas.items)) if share == 1 else largest
    return why


def _under_veil(photograph: Photograph, page: Page, frame: Composition, moved: float, largest: float) -> Placing:
    """The photograph behind the words, its veil moved by a share of the way, and type no larger than that."""
    plan = _plan(frame)
    tones = duotone(page.theme) if photograph.look == "duotone" else None
    ground = behind(photograph.looked, Way(page), plan.veil, plan.clear, moved, tones)
    settings = tuple(each for each in _settings(frame, plan.behind) if each.size <= largest) or frame.settings[-1:]
    return Placing(_on_photograph(Way(page), frame, moved)._replace(settings=settings), ground)


def _on_photograph(way: Way, frame: Composition, moved: float) -> Composition:
    """The frame of words on a photograph: its start, or its foot, up to where the veil is thick."""
    plan, (x, y, width, height) = _plan(frame), frame.alone
    raised = plan.raised * frame.unit if frame.label_baseline - frame.alone.bottom > 1 else 0.0
    if frame.wide:
        lift = plan.lift[0] * frame.unit
        y, width, height = y - lift, plan.column * frame.size.width - x, height + lift - raised
    else:
        top = way.point(1 - plan.top / frame.at.size.height + moved).y
        y, height = top, frame.alone.bottom - raised - top
    return frame._replace(alone=Rect(x, y, width, height), label_baseline=frame.label_baseline - raised)


def _beside(photograph: Photograph, page: Page, frame: Composition, write: Write, *, has_road: bool) -> Canvas:
    """The words beside a photograph that is as large as they let it be in the designer's type, or else as small."""
    plan = _plan(frame)
    settings = _settings(frame, plan.beside)
    large = tuple(each for each in settings if each.size >= plan.beside.size * frame.unit)
    ways = [*((large, given) for given in SHARES), (settings, SHARES[-1])]

    def attempt(tried: tuple[Setting, ...], given: float) -> Canvas:
        return write(_at_side(photograph, page, frame._replace(settings=tried), given, has_road))

    return first_fit(partial(attempt, *way) for way in ways)


def _at_side(photograph: Photograph, page: Page, frame: Composition, given: float, has_road: bool) -> Placing:
    """The photograph beside the words, which it has given that share of what it may give."""
    plan, (width, height), way = _plan(frame), frame.size, Way(page)
    share = 1 - plan.most + given * (plan.most - plan.least)
    seam = way.point(share)
    if frame.wide:
        lift = plan.lift[1] * frame.unit if has_road else 0.0
        x, y, _, high = frame.beside if has_road else frame.alone
        alone, free = Rect(x, y - lift, seam.x - SEAM * frame.unit - x, high + lift), Rect(0, 0, seam.x, height)
    else:
        y = seam.y + plan.gap * frame.unit
        alone, free = frame.alone._replace(y=y, height=frame.alone.bottom - y), Rect(0, seam.y, width, height - seam.y)
    tones = duotone(page.theme) if photograph.look in ("auto", "duotone") else None
    return Placing(frame._replace(alone=alone, free=free), beside(photograph.looked, way, share, tones))


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
