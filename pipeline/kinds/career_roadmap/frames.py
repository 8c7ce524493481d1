"""Where things stand on a map of any size: six frames by hand, in px of their reference; spare room goes to the lanes.

across: og 1200 x 630, wide 1600 x 900         down: portrait 1080 x 1350, square, story

eyebrow              3 months    6 months      eyebrow
Title in    ╭────────●───────────●────◎        Title in two lines
lines       │        label       label         ━━✓━━◍━╮  · · · · · ┃ closed
standfirst  │ ╭──────●───────────●────◎                ◆╮
            │ │      label       label                 │╰─────────╮
            ◆decision                          3 months ● label    ● label
━━✓━━━━◍━━━━╯· · · · · ┃ closed      key                ◎ goal     ◎ goal

`tall` is the frame for lanes that run across a tall page, `flat` the one for lanes that run down a wide one.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from pipeline.geometry import Rect, Size
from pipeline.layout.proportions import Hidden, hidden, is_story, is_wide

LARGE_FROM = Size(1500, 800)  # px: landscapes of at least this size take the wide frame, with its smaller type
SQUARE_FROM = 0.92  # width : height
DENSE_FROM = 4  # paths: their destinations name them, and the decision is a capsule
CROWDED_FROM = 6  # paths: thinner lines; on a tall page they run across, as columns would hold no word
STATION_AND_DOT = 1.4  # radii of a station, from its middle to the end of an unnamed neighbour
LEAST_STATION = 0.45  # of the line's width: with its stroke a station is still wider than its line
CROWDED_LINE = 0.6  # of the line's width
SMALLEST = {"og": 16.0, "wide": 17.0, "flat": 16.0}  # px of the reference, as in charts (comps/tokens-data.css)
SMALLEST_ELSEWHERE = 20.0


class Measures(NamedTuple):
    """The lengths of a frame, in px."""

    width: float
    height: float
    margin: float
    eyebrow: float
    eyebrow_y: float
    title: float
    leading: float
    title_y: float
    title_width: float
    title_foot: float  # how far down the last baseline of title or standfirst may come
    stand: float  # size of the standfirst; 0: there is none
    stand_leading: float
    stand_gap: float  # from the title's last baseline
    stand_width: float
    stop: float
    stop_leading: float
    meta: float
    meta_leading: float
    name: float
    goal: float
    goal_leading: float
    axis: float
    line: float
    gap: float
    station: float
    goal_radius: float
    ring: float
    turn: float  # radius of the bundle's turn, at its middle
    bend: float  # radius of a lane's turn
    trunk: float
    past: float
    today: float
    rise: float
    decision: float
    split: float  # where the bundle turns to the lanes, on a page where they run down
    first_lane: float
    last_lane: float  # down: where the last one's column ends
    first_tick: float
    last_tick: float
    axis_at: float  # baseline, or left edge
    card_before: float  # from the destinations' marks to the card's edge before them
    card_start: float
    card_end: float
    closed: float
    key: float
    away: float  # from a mark to its label, beyond halo and line
    goal_away: float
    least: float  # measure of a label


class Frame(NamedTuple):
    """The frame of one picture, in layout px of a page that reads from left to right."""

    name: str
    runs: Literal["right", "down"]
    unit: float  # layout px for one px of the reference
    ways: int
    last_step: float  # how long the last step of the axis is, beside the others
    title_lines: int
    at: Measures
    covered: float = 0.0  # px at the foot, under a platform's buttons

    @property
    def pitch(self) -> float:
        """From line to line in the bundle."""
        return self.at.line + self.at.gap

    @property
    def is_dense(self) -> bool:
        return self.ways >= DENSE_FROM

    @property
    def smallest(self) -> float:
        """The size of the smallest text."""
        return SMALLEST.get(self.name, SMALLEST_ELSEWHERE) * self.unit

    @property
    def is_crowded(self) -> bool:
        return self.ways >= CROWDED_FROM

    @property
    def has_columns(self) -> bool:
        """Whether lanes run down so close beside each other that destinations stand below their rings."""
        return self.runs == "down" and self.is_crowded and self.name != "flat"

    def offset(self, way: int) -> float:
        """How far a way's line is from the middle of the bundle."""
        return (way - (self.ways - 1) / 2) * self.pitch

    @property
    def station_reach(self) -> float:
        """The radius of a station with its stroke."""
        return self.at.station + 0.22 * self.at.line

    @property
    def goal_reach(self) -> float:
        """The radius of a destination with its stroke."""
        return self.at.goal_radius + 0.36 * self.at.line

    @property
    def today_half(self) -> float:
        """Half the height of the start's ring, which becomes a stadium round a wide bundle."""
        return max(self.at.ring, (self.ways * self.pitch - self.at.gap) / 2 - 0.36 * self.at.line)

    @property
    def lane_start(self) -> float:
        """Where along the axis the lanes are on their own."""
        at = self.at
        if self.runs == "right":
            return at.rise + at.bend + self.offset(self.ways - 1) + 16 * self.unit
        return at.split + 2 * at.bend + 10 * self.unit

    def without_past(self) -> Frame:
        """The same map where nothing came before the start, which then stands on the margin."""
        today = self.at.margin + self.at.ring + 0.36 * self.at.line
        return self._replace(at=self.at._replace(today=min(today, self.at.today)))

    def with_stops(self, apart: float) -> Frame:
        """The same map with stations small enough for stops that are as little as `apart` from one another."""
        line, gap = self.at.line, self.at.gap
        radius = (apart - 0.22 * line - gap) / STATION_AND_DOT
        return self._replace(at=self.at._replace(station=min(self.at.station, max(LEAST_STATION * line, radius))))

    @property
    def card(self) -> Rect:
        """The sheet that the destinations lie on."""
        at = self.at
        if self.runs == "right":
            x = at.last_tick - self.goal_reach - at.card_before
            return Rect(x, at.card_start, at.width - at.margin + 24 * self.unit - x, at.card_end - at.card_start)
        y, x = at.last_tick - at.card_before, at.margin - 32 * self.unit
        return Rect(x, y, at.width - 2 * x, at.card_end - y)


OG = Frame("og", "right", 1, 3, 1.2, 4, Measures(
    width=1200, height=630, margin=64, eyebrow=20, eyebrow_y=92,
    title=58, leading=62, title_y=156, title_width=300, title_foot=446,
    stand=20, stand_leading=27, stand_gap=50, stand_width=270,
    stop=19, stop_leading=23, meta=17, meta_leading=21, name=21, goal=23, goal_leading=27, axis=17,
    line=9, gap=3, station=9, goal_radius=14, ring=15, turn=46, bend=44,
    trunk=558, past=75, today=286, rise=402, decision=484, split=0, first_lane=132, last_lane=412,
    first_tick=488, last_tick=1000, axis_at=68, card_before=18, card_start=36, card_end=528, closed=540, key=558,
    away=13, goal_away=9, least=104,
))  # fmt: skip
WIDE = Frame("wide", "right", 1, 3, 1.1215, 4, Measures(
    width=1600, height=900, margin=80, eyebrow=26, eyebrow_y=118,
    title=82, leading=88, title_y=208, title_width=424, title_foot=640,
    stand=26, stand_leading=36, stand_gap=68, stand_width=370,
    stop=23, stop_leading=28, meta=20, meta_leading=26, name=26, goal=30, goal_leading=35, axis=20,
    line=12, gap=4, station=12, goal_radius=19, ring=20, turn=64, bend=60,
    trunk=808, past=95, today=360, rise=556, decision=690, split=0, first_lane=190, last_lane=578,
    first_tick=668, last_tick=1336, axis_at=108, card_before=26, card_start=58, card_end=744, closed=740, key=808,
    away=13, goal_away=9, least=128,
))  # fmt: skip
PORTRAIT = Frame("portrait", "down", 1, 3, 1.054, 2, Measures(
    width=1080, height=1350, margin=72, eyebrow=24, eyebrow_y=102,
    title=74, leading=80, title_y=180, title_width=936, title_foot=262,
    stand=0, stand_leading=0, stand_gap=0, stand_width=0,
    stop=23, stop_leading=28, meta=20, meta_leading=26, name=26, goal=27, goal_leading=32, axis=21,
    line=12, gap=4, station=12, goal_radius=19, ring=20, turn=60, bend=52,
    trunk=362, past=87, today=186, rise=268, decision=485, split=560, first_lane=268, last_lane=1028,
    first_tick=694, last_tick=1146, axis_at=72, card_before=48, card_start=0, card_end=1240, closed=700, key=1290,
    away=13, goal_away=16, least=128,
))  # fmt: skip
SQUARE = PORTRAIT._replace(name="square", last_step=1.3, at=PORTRAIT.at._replace(
    height=1080, eyebrow=22, eyebrow_y=72, title=60, leading=64, title_y=136, title_foot=202,
    stop=22, stop_leading=27, meta=20, meta_leading=24, name=25, goal=26, goal_leading=31, axis=20, turn=54, bend=44,
    trunk=286, decision=374, split=430, first_tick=550, last_tick=905, card_before=44, card_end=998, key=1040,
))  # fmt: skip
STORY = PORTRAIT._replace(name="story", at=PORTRAIT.at._replace(
    height=1920, eyebrow=26, eyebrow_y=296, title=82, leading=88, title_y=382, title_foot=472,
    stop=24, stop_leading=30, meta=21, meta_leading=27, name=27, goal=27, goal_leading=33, axis=22,
    trunk=580, decision=708, split=786, first_tick=924, last_tick=1424, card_before=52, card_end=1528, key=1584,
))  # fmt: skip
TALL = Frame("tall", "right", 1, 3, 1.15, 2, Measures(
    width=1080, height=1350, margin=72, eyebrow=24, eyebrow_y=102,
    title=74, leading=80, title_y=180, title_width=936, title_foot=262,
    stand=0, stand_leading=0, stand_gap=0, stand_width=0,
    stop=21, stop_leading=25, meta=20, meta_leading=24, name=23, goal=25, goal_leading=29, axis=20,
    line=12, gap=4, station=12, goal_radius=18, ring=18, turn=60, bend=48,
    trunk=1216, past=87, today=104, rise=206, decision=1126, split=0, first_lane=404, last_lane=1000,
    first_tick=322, last_tick=812, axis_at=336, card_before=22, card_start=300, card_end=1168, closed=430, key=1290,
    away=12, goal_away=9, least=104,
))  # fmt: skip
FLAT = Frame("flat", "down", 1, 3, 1.1, 1, Measures(
    width=1200, height=630, margin=64, eyebrow=19, eyebrow_y=52,
    title=40, leading=44, title_y=94, title_width=1072, title_foot=96,
    stand=0, stand_leading=0, stand_gap=0, stand_width=0,
    stop=19, stop_leading=22, meta=16, meta_leading=19, name=19, goal=21, goal_leading=25, axis=17,
    line=9, gap=3, station=9, goal_radius=14, ring=15, turn=40, bend=30,
    trunk=168, past=75, today=150, rise=222, decision=234, split=272, first_lane=222, last_lane=1150,
    first_tick=350, last_tick=508, axis_at=64, card_before=34, card_start=0, card_end=572, closed=620, key=602,
    away=12, goal_away=14, least=104,
))  # fmt: skip

SPARED = Hidden(50.0, 24.0)  # px that are free at the head and the foot of every frame but the story's own
SPARED_BY_STORY = Hidden(250.0, 300.0)
_DOWN = ("split", "first_tick", "last_tick")  # what moves with the lanes that run down

_TYPE = ("stop", "stop_leading", "meta", "meta_leading", "goal", "goal_leading", "least")
_SMALLER = {  # of many lanes; the smallest step of the labels' scale still keeps 16 px
    "og": (0, -1, -1, -2, -2, -2, -20),
    "wide": (-2, -3, -1, -2, -4, -4, -20),
    "tall": (0, -1, 0, -1, -1, -1, -20),
    "flat": (0, -1, 0, 0, 0, 0, -20),
    "down": (-2, -3, 0, -1, -3, -4, -20),
}


def frame(
    size: Size, ways: int, orientation: Literal["auto", "horizontal", "vertical"] = "auto", foot: float = 0.0
) -> Frame:
    """The frame for a picture of `size` with so many ways; `foot` px at its foot stay free."""
    found = _composed(size, ways, orientation)._replace(ways=ways)
    if found.is_dense:
        found = _dense(found)
    if ways >= CROWDED_FROM:
        found = _crowded(found)
    unit = min(size.width / found.at.width, size.height / found.at.height)
    covered = Hidden(*(px / unit for px in hidden(size)))
    wider, free = size.width / unit - found.at.width, size.height / unit - foot / unit
    if is_story(size):
        found = _between_buttons(found, wider, free, covered)
    else:
        found = _stretched(found, wider, free - found.at.height)
    found = found._replace(at=found.at._replace(height=size.height / unit))
    at = Measures(*(length * unit for length in found.at))
    return found._replace(unit=unit, at=at, covered=hidden(size).bottom)


def _between_buttons(found: Frame, wider: float, free: float, covered: Hidden) -> Frame:
    """A story: all of it within what a platform's buttons leave free."""
    spared = SPARED_BY_STORY if found.name == "story" else SPARED
    head, foot = covered.top - spared.top, covered.bottom - spared.bottom
    found = _stretched(found, wider, free - head - foot - found.at.height)
    moved = ("eyebrow_y", "title_y", "title_foot", "trunk", "decision", "card_end", "key")
    along = ("first_lane", "last_lane", "axis_at", "card_start") if found.runs == "right" else _DOWN
    return found._replace(at=found.at._replace(**{name: getattr(found.at, name) + head for name in (*moved, *along)}))


def _composed(size: Size, ways: int, orientation: str) -> Frame:
    runs_down = orientation == "vertical" or (orientation == "auto" and not is_wide(size) and ways < CROWDED_FROM)
    if is_wide(size) and not runs_down:
        is_large = size.width >= LARGE_FROM.width and size.height >= LARGE_FROM.height
        return WIDE if is_large else OG
    if is_wide(size):
        return FLAT
    if not runs_down:
        return TALL
    if is_story(size):
        return STORY
    return SQUARE if size.width / size.height >= SQUARE_FROM else PORTRAIT


def _dense(found: Frame) -> Frame:
    """More lanes in the same room: smaller type, and names only at the destinations."""
    changes = _SMALLER.get(found.name, _SMALLER["down"])
    smaller = {name: getattr(found.at, name) + change for name, change in zip(_TYPE, changes, strict=True)}
    at = found.at._replace(**smaller)
    if found.runs == "down":
        at = at._replace(
            axis=max(at.axis - 2, found.smallest), turn=at.turn * 0.87, rise=at.margin + 100,
            first_lane=at.margin + 100, today=at.margin + 32, away=8, goal_away=8,
        )  # fmt: skip
        middle = (at.trunk + at.turn + at.split - at.bend) / 2 - 8
        at = at._replace(decision=min(at.decision, middle))
        return found._replace(at=at)
    up, below, shorter = (20, 10, 20) if found.name == "wide" else (16, 14, 12)
    at = at._replace(
        first_lane=at.first_lane - up, last_lane=at.last_lane + below, axis_at=at.axis_at - 4,
        last_tick=at.last_tick - shorter, away=9, goal_away=6,
    )  # fmt: skip
    return found._replace(at=at)


def _crowded(found: Frame) -> Frame:
    """Thinner lines, closer turns, and lanes from the card's head to its foot."""
    at = found.at
    line = at.line * CROWDED_LINE
    at = at._replace(
        line=line, gap=at.gap * 0.8, station=at.station * 0.8, goal_radius=at.goal_radius * 0.72,
        away=6, goal_away=4,
    )  # fmt: skip
    if found.runs == "down":
        at = at._replace(bend=at.bend * 0.8, last_tick=at.last_tick - (46 if found.has_columns else 0))
    else:
        at = at._replace(bend=at.bend * 0.62)
        last = at.last_lane + (46 if found.name == "og" else 78)
        at = at._replace(
            first_lane=at.first_lane - 14, last_lane=last, decision=(last + at.bend + at.trunk - at.turn) / 2 + 6
        )
    return found._replace(at=at)


def _stretched(found: Frame, wider: float, higher: float) -> Frame:
    """The frame on a page that is wider or higher than its reference."""
    at = found.at._replace(width=found.at.width + wider, height=found.at.height + higher)
    head = 0.25 * higher if found.runs == "right" else 0.0
    at = at._replace(
        eyebrow_y=at.eyebrow_y + head, title_y=at.title_y + head, title_foot=at.title_foot + head,
        trunk=at.trunk + head, decision=at.decision + head, split=at.split + head, key=at.key + higher,
        card_end=at.card_end + higher,
    )  # fmt: skip
    stretch = _lanes_across if found.runs == "right" else _lanes_down
    return found._replace(at=stretch(at, wider, higher))


def _lanes_across(at: Measures, wider: float, higher: float) -> Measures:
    head = 0.25 * higher
    aside = 0.25 * wider if at.stand else 0.0  # where the header stands beside the lanes
    return at._replace(
        title_width=at.title_width + aside, stand_width=at.stand_width + aside, title_foot=at.title_foot + 0.5 * higher,
        trunk=at.trunk - head + higher, decision=at.decision - head + 0.92 * higher,
        today=at.today + aside, rise=at.rise + aside, closed=at.closed + aside,
        first_lane=at.first_lane + head, last_lane=at.last_lane + 0.85 * higher,
        first_tick=at.first_tick + aside, last_tick=at.last_tick + 0.9 * wider,
        axis_at=at.axis_at + head, card_start=at.card_start + head, card_end=at.card_end - 0.1 * higher,
    )  # fmt: skip


def _lanes_down(at: Measures, wider: float, higher: float) -> Measures:
    return at._replace(
        title_width=at.title_width + wider, last_lane=at.last_lane + wider, closed=at.closed + 0.5 * wider,
        first_tick=at.first_tick + 0.15 * higher, last_tick=at.last_tick + higher,
    )  # fmt: skip
