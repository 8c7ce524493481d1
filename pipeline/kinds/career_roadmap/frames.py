"""Where things stand at any size: compositions by hand, in px of their reference; spare room goes to the lanes.

up to three paths                                 from four on, in every size, a plate on each line

across: og, wide        down: portrait, square    og, wide: the bundle rises    tall: it drops
eyebrow     3 months    Title                     Title       6 months  5 years Title
Title  ╭────●─────◎     ━━✓━◍━╮ · · ┃ closed         ╭[Pastry]──●─────────◎    ━✓━◍━╮╮  6 months  5 years
       │ ╭──●─────◎           ◆╮                     │ ╭[Teaching]──●─────◎        │╰[Pastry]──●─────────◎
━✓━━◍━━╯ ╯                    │╰──────╮           ━✓━◍━╯ ╯  · · ┃ closed           ╰[Teaching]────●──────◎
                              ● label ● label
"""

from __future__ import annotations

from math import inf
from typing import Literal, NamedTuple

from pipeline.geometry import Rect, Size
from pipeline.layout.proportions import Hidden, hidden, is_story, is_wide

LARGE_FROM = Size(1500, 800)  # px: landscapes of at least this size take the wide frame, with its smaller type
SQUARE_FROM = 0.92  # width : height
PLATES_FROM = 4  # paths: lanes run across in every size, and each name stands on its line
FULL_FROM = 3  # paths: fewer stand inside the outer ones of three
PAIR_INSET = 0.16  # of the lanes' extent: two lanes stand that far inside the outer ones
TIGHT = 4.6  # sizes of a destination's words: lanes that drop closer than that have them beside their rings
LEAST_STEP, LEAST_LANE = 1.35, 9.0  # sizes of a name: from lane to lane, and from the first tick to the last
DISC = 0.9  # radius of a path's number, in sizes of a name
MOST_OF_STEP = 0.42  # of the way from lane to lane: the largest radius of a mark
WORDS_BESIDE = 46  # px of the reference: so much more room destinations' words have there
ALONE = 0.44  # of the page's width: where a lane that is alone runs down
ALONE_BELOW = 64  # px of the reference: so far below the decision it is a lane, as it does not turn aside
LEAST_STATION = 0.45  # of the line's width: with its stroke a station is still wider than its line
UNLABELLED = 0.55  # of a station: so large is the mark of a stop without a label
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
    plate: float  # where names begin on their lines; 0: they stand beside them
    card_before: float  # from the destinations' marks to the card's edge before them
    card_start: float
    card_end: float
    closed: float
    key: float  # the middle of the legend
    away: float  # from a mark to its label, beyond halo and line
    goal_away: float


class Frame(NamedTuple):
    """The frame of one picture, in layout px of a page that reads from left to right."""

    name: str
    runs: Literal["right", "down"]
    drops: bool  # whether the bundle drops from the trunk to lanes that run to the right
    unit: float  # layout px for one px of the reference
    ways: int
    last_step: float  # how long the last step of the axis is, beside the others
    title_lines: int
    at: Measures
    covered: float = 0.0  # px at the foot, under a platform's buttons
    named: float = 0.0  # how long the longest plate is

    @property
    def pitch(self) -> float:
        """From line to line in the bundle."""
        return self.at.line + self.at.gap

    @property
    def has_plates(self) -> bool:
        return self.at.plate > 0

    @property
    def smallest(self) -> float:
        """The size of the smallest text."""
        return SMALLEST.get(self.name, SMALLEST_ELSEWHERE) * self.unit

    @property
    def goals_stand_beside(self) -> bool:
        """Whether destinations' labels stand beside their rings, not below, where the next lane is near."""
        return self.has_plates and (not self.drops or self.step < TIGHT * self.at.goal)

    @property
    def disc(self) -> float:
        """The radius of a path's number on its line."""
        return min(DISC * self.at.name, MOST_OF_STEP * self.step)

    @property
    def step(self) -> float:
        """From lane to lane, where several run across; else without an end."""
        if self.ways == 1 or self.runs == "down":
            return inf
        return (self.at.last_lane - self.at.first_lane) / (self.ways - 1)

    @property
    def has_room(self) -> bool:
        """Whether lanes are long and far enough apart for names, where a list has taken of their room."""
        at = self.at
        return self.step >= LEAST_STEP * at.name and at.last_tick - at.first_tick >= LEAST_LANE * at.name

    def offset(self, way: int) -> float:
        """How far a way's line is from the middle of the bundle, where that runs across the page."""
        return (way - (self.ways - 1) / 2) * self.pitch * (-1 if self.drops else 1)

    @property
    def bundle(self) -> float:
        """Half the width of the bundle."""
        return (self.ways * self.pitch - self.at.gap) / 2

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
        return max(self.at.ring, self.bundle - 0.36 * self.at.line)

    @property
    def lane_start(self) -> float:
        """Where along the axis the lanes are on their own; time begins there."""
        at = self.at
        if self.has_plates:
            return at.plate + max(2.4 * at.name, self.named + at.gap + self.station_reach + 0.5 * at.name)
        if self.runs == "right":
            return at.rise + at.bend + self.offset(self.ways - 1) + 16 * self.unit
        return at.split + 2 * at.bend + 10 * self.unit

    def without_past(self) -> Frame:
        """The same map where nothing came before the start, which then stands on the margin."""
        today = self.at.margin + self.at.ring + 0.36 * self.at.line
        return self._replace(at=self.at._replace(today=min(today, self.at.today)))

    def raised(self, by: float) -> Frame:
        """The same map where a short headline leaves so much more room to what is below it."""
        moved = ("trunk", "decision", *(("first_lane", "axis_at", "card_start") if self.drops else ("split",)))
        at = self.at._replace(**{name: getattr(self.at, name) - max(by, 0.0) for name in moved})
        if self.runs == "down":
            at = at._replace(first_tick=at.first_tick - 0.8 * max(by, 0.0))
        return self._replace(at=at)

    def with_stops(self, apart: float) -> Frame:
        """The same map with stations small enough for stops that are as little as `apart` from one another."""
        line, gap = self.at.line, self.at.gap
        radius = (apart - 0.44 * line - gap) / 2
        return self._replace(at=self.at._replace(station=min(self.at.station, max(LEAST_STATION * line, radius))))

    @property
    def unlabelled(self) -> Frame:
        """The same with marks as small as those of stops without a label."""
        at = self.at
        return self._replace(at=at._replace(station=UNLABELLED * at.station, line=UNLABELLED * at.line))

    @property
    def card(self) -> Rect:
        """The sheet that the destinations lie on."""
        at = self.at
        if self.runs == "right":
            x = at.last_tick - self.goal_reach - at.card_before
            return Rect(x, at.card_start, at.width - at.margin + 24 * self.unit - x, at.card_end - at.card_start)
        y, x = at.last_tick - at.card_before, at.margin - 32 * self.unit
        return Rect(x, y, at.width - 2 * x, at.card_end - y)


OG = Frame("og", "right", False, 1, 3, 1.2, 4, Measures(
    width=1200, height=630, margin=64, eyebrow=20, eyebrow_y=92,
    title=58, leading=62, title_y=156, title_width=300, title_foot=446,
    stand=20, stand_leading=27, stand_gap=50, stand_width=270,
    stop=19, stop_leading=23, meta=17, meta_leading=21, name=21, goal=23, goal_leading=27, axis=17,
    line=9, gap=3, station=9, goal_radius=14, ring=15, turn=46, bend=44,
    trunk=558, past=75, today=286, rise=402, decision=484, split=0, first_lane=132, last_lane=412,
    first_tick=488, last_tick=1000, axis_at=68, plate=0, card_before=18, card_start=36, card_end=528,
    closed=540, key=558, away=13, goal_away=9,
))  # fmt: skip
WIDE = Frame("wide", "right", False, 1, 3, 1.1215, 4, Measures(
    width=1600, height=900, margin=80, eyebrow=26, eyebrow_y=118,
    title=82, leading=88, title_y=208, title_width=424, title_foot=640,
    stand=26, stand_leading=36, stand_gap=68, stand_width=370,
    stop=23, stop_leading=28, meta=20, meta_leading=26, name=26, goal=30, goal_leading=35, axis=20,
    line=12, gap=4, station=12, goal_radius=19, ring=20, turn=64, bend=60,
    trunk=808, past=95, today=360, rise=556, decision=690, split=0, first_lane=190, last_lane=578,
    first_tick=668, last_tick=1336, axis_at=108, plate=0, card_before=26, card_start=58, card_end=744,
    closed=740, key=808, away=13, goal_away=9,
))  # fmt: skip
PORTRAIT = Frame("portrait", "down", False, 1, 3, 1.054, 2, Measures(
    width=1080, height=1350, margin=72, eyebrow=24, eyebrow_y=102,
    title=74, leading=80, title_y=180, title_width=936, title_foot=262,
    stand=0, stand_leading=0, stand_gap=0, stand_width=0,
    stop=23, stop_leading=28, meta=20, meta_leading=26, name=26, goal=27, goal_leading=32, axis=21,
    line=12, gap=4, station=12, goal_radius=19, ring=20, turn=60, bend=52,
    trunk=362, past=87, today=186, rise=268, decision=485, split=560, first_lane=268, last_lane=1028,
    first_tick=694, last_tick=1146, axis_at=72, plate=0, card_before=48, card_start=0, card_end=1240,
    closed=700, key=1290, away=13, goal_away=16,
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
FLAT = Frame("flat", "down", False, 1, 3, 1.1, 1, Measures(
    width=1200, height=630, margin=64, eyebrow=19, eyebrow_y=52,
    title=40, leading=44, title_y=94, title_width=1072, title_foot=96,
    stand=0, stand_leading=0, stand_gap=0, stand_width=0,
    stop=19, stop_leading=22, meta=16, meta_leading=19, name=19, goal=21, goal_leading=25, axis=17,
    line=9, gap=3, station=9, goal_radius=14, ring=15, turn=40, bend=30,
    trunk=168, past=75, today=150, rise=222, decision=234, split=272, first_lane=222, last_lane=1150,
    first_tick=350, last_tick=508, axis_at=64, plate=0, card_before=34, card_start=0, card_end=572,
    closed=620, key=602, away=12, goal_away=14,
))  # fmt: skip

# From four paths on (comps/next/README.md, 1).
OG_ROWS = OG._replace(last_step=1.115, at=OG.at._replace(
    eyebrow_y=80, title_y=142, title_width=280, title_foot=446, stand_gap=44,
    stop=17, stop_leading=20, meta=16, meta_leading=19, name=16, goal=19, goal_leading=21,
    line=7, gap=2.5, station=8, goal_radius=11, ring=14, turn=48, bend=24,
    trunk=546, today=152, rise=386, decision=478, first_lane=104, last_lane=444,
    first_tick=614, last_tick=996, axis_at=62, plate=448, card_before=14, card_end=506, closed=520, key=546,
    away=5.4, goal_away=9,
))  # fmt: skip
WIDE_ROWS = WIDE._replace(last_step=1.333, at=WIDE.at._replace(
    eyebrow_y=112, title_y=202, title_width=350, title_foot=640,
    stop=21, stop_leading=26, meta=19, meta_leading=24, name=20, goal=25, goal_leading=28, axis=21,
    line=10, gap=3.5, station=11, goal_radius=15, ring=19, turn=66, bend=34,
    trunk=786, past=96, today=214, rise=490, decision=694, first_lane=150, last_lane=650,
    first_tick=780, last_tick=1340, axis_at=96, plate=566, card_before=19, card_start=52, card_end=724,
    closed=668, key=786, away=8, goal_away=9,
))  # fmt: skip
PORTRAIT_ROWS = PORTRAIT._replace(name="portrait", runs="right", drops=True, last_step=1.379, at=PORTRAIT.at._replace(
    stop=21, stop_leading=25, meta=20, meta_leading=25, name=20, goal=24, goal_leading=27, axis=20,
    line=9, gap=3, station=11, goal_radius=15, ring=18, turn=46, bend=28,
    trunk=366, past=86, today=168, rise=240, decision=447, first_lane=514, last_lane=1174,
    first_tick=514, last_tick=906, axis_at=458, plate=302, card_before=16, card_start=422, card_end=1274,
    closed=640, key=1312, away=9.3, goal_away=11,
))  # fmt: skip
SQUARE_ROWS = PORTRAIT_ROWS._replace(name="square", at=PORTRAIT_ROWS.at._replace(
    height=1080, eyebrow=22, eyebrow_y=72, title=60, leading=64, title_y=136, title_foot=202,
    trunk=300, decision=375, first_lane=438, last_lane=916, axis_at=384, card_start=350, card_end=1006, key=1042,
))  # fmt: skip
STORY_ROWS = PORTRAIT_ROWS._replace(name="story", at=PORTRAIT_ROWS.at._replace(
    height=1920, eyebrow=26, eyebrow_y=296, title=82, leading=88, title_y=382, title_foot=472,
    trunk=586, decision=670, first_lane=740, last_lane=1420, axis_at=684, card_start=646, card_end=1526, key=1558,
))  # fmt: skip

HEADROOM = 18  # px of the reference: so much higher words may stand than the designer's
SPARED = Hidden(250.0, 300.0)  # px that are free at the head and the foot of a story's frames


def frame(
    size: Size,
    ways: int,
    orientation: Literal["auto", "horizontal", "vertical"] = "auto",
    *,
    foot: float = 0.0,
    enlarged: float = 1.0,
) -> Frame:
    """The frame for a picture of `size` with so many ways; `foot` px at its foot stay free.

    `enlarged` is how much larger than the designer's all type and marks are.
    """
    found = _composed(size, ways, orientation)._replace(ways=ways)
    unit = enlarged * min(size.width / found.at.width, size.height / found.at.height)
    covered = Hidden(*(px / unit for px in hidden(size)))
    wider, free = size.width / unit - found.at.width, size.height / unit - foot / unit
    found = _with_bundle(found) if found.has_plates else found
    if is_story(size):
        found = _between_buttons(found, wider, free, covered)
    else:
        found = _stretched(found, wider, free - found.at.height)
    if ways < FULL_FROM:
        found = _with_few(found)
    largest = MOST_OF_STEP * found.step - 0.36 * found.at.line  # of a mark without its stroke
    station, goal = min(found.at.station, largest), min(found.at.goal_radius, largest)
    at = found.at._replace(height=size.height / unit, station=station, goal_radius=goal)
    if found.drops and found.goals_stand_beside:
        at = at._replace(last_tick=at.last_tick - WORDS_BESIDE)
    at = Measures(*(length * unit for length in at))
    return found._replace(unit=unit, at=at, covered=hidden(size).bottom)


def _composed(size: Size, ways: int, orientation: str) -> Frame:
    has_plates, is_tall = ways >= PLATES_FROM, not is_wide(size)
    runs_down = not has_plates and (orientation == "vertical" or (orientation == "auto" and is_tall))
    if is_tall:
        size_class = 0 if is_story(size) else 1 if size.width / size.height >= SQUARE_FROM else 2
        return ((STORY_ROWS, SQUARE_ROWS, PORTRAIT_ROWS), (STORY, SQUARE, PORTRAIT))[runs_down][size_class]
    is_large = size.width >= LARGE_FROM.width and size.height >= LARGE_FROM.height
    return FLAT if runs_down else ((OG, WIDE), (OG_ROWS, WIDE_ROWS))[has_plates][is_large]


def _with_bundle(found: Frame) -> Frame:
    """The frame with room for a bundle that is wider or narrower than the designer's six lines."""
    at, wider = found.at, (found.ways - 6) * found.pitch / 2
    at = at._replace(plate=max(at.plate, at.rise + found.bundle + at.bend + 4))
    if not found.drops:
        trunk = at.trunk - max(0.0, wider)
        at = at._replace(trunk=trunk, key=trunk, title_width=at.title_width - wider)
    return found._replace(at=at)


def _with_few(found: Frame) -> Frame:
    """The frame with one lane in its middle, or two, and the card and the ticks' words as near to them as to three."""
    at = found.at
    if found.runs == "down":
        if found.ways > 1:
            return found
        aside, up = max(ALONE * at.width - at.rise, 0.0), at.split + at.bend - at.decision - ALONE_BELOW
        at = at._replace(rise=at.rise + aside, axis_at=at.axis_at + aside, split=at.split - up)
        return found._replace(at=at._replace(first_tick=at.first_tick - up))
    inset = (0.5 if found.ways == 1 else PAIR_INSET) * (at.last_lane - at.first_lane)
    at = at._replace(
        first_lane=at.first_lane + inset, last_lane=at.last_lane - inset, axis_at=at.axis_at + inset,
        card_start=at.card_start + inset, card_end=at.card_end - inset,
    )  # fmt: skip
    return found._replace(at=at)


def _between_buttons(found: Frame, wider: float, free: float, covered: Hidden) -> Frame:
    """A story: all of it within what a platform's buttons leave free."""
    head, foot = covered.top - SPARED.top, covered.bottom - SPARED.bottom
    found = _stretched(found, wider, free - head - foot - found.at.height)
    moved = ("eyebrow_y", "title_y", "title_foot", "trunk", "decision", "card_end", "key")
    across = ("first_lane", "last_lane", "axis_at", "card_start")
    along = across if found.runs == "right" else ("split", "first_tick", "last_tick")
    return found._replace(at=found.at._replace(**{name: getattr(found.at, name) + head for name in (*moved, *along)}))


def _stretched(found: Frame, wider: float, higher: float) -> Frame:
    """The frame on a page that is wider or higher than its reference."""
    at = found.at._replace(width=found.at.width + wider, height=found.at.height + higher)
    stretch = _down if found.runs == "down" else _dropping if found.drops else _rising
    return found._replace(at=stretch(at, wider, higher))


def _rising(at: Measures, wider: float, higher: float) -> Measures:
    head, aside = max(0.25 * higher, -HEADROOM), 0.25 * wider
    return at._replace(
        eyebrow_y=at.eyebrow_y + head, title_y=at.title_y + head, title_foot=at.title_foot + 0.75 * higher,
        title_width=at.title_width + aside, stand_width=at.stand_width + aside,
        trunk=at.trunk + higher, key=at.key + higher, decision=at.decision + 0.92 * higher,
        today=at.today + aside, rise=at.rise + aside, closed=at.closed + aside, plate=at.plate and at.plate + aside,
        first_lane=at.first_lane + head, last_lane=at.last_lane + 0.85 * higher,
        first_tick=at.first_tick + aside, last_tick=at.last_tick + 0.9 * wider,
        axis_at=at.axis_at + head, card_start=at.card_start + head, card_end=at.card_end + 0.9 * higher,
    )  # fmt: skip


def _dropping(at: Measures, wider: float, higher: float) -> Measures:
    return at._replace(
        title_width=at.title_width + wider, closed=at.closed + 0.5 * wider, key=at.key + higher,
        last_lane=at.last_lane + higher, card_end=at.card_end + higher,
        first_tick=at.first_tick + 0.1 * wider, last_tick=at.last_tick + 0.9 * wider,
    )  # fmt: skip


def _down(at: Measures, wider: float, higher: float) -> Measures:
    return at._replace(
        title_width=at.title_width + wider, last_lane=at.last_lane + wider, closed=at.closed + 0.5 * wider,
        first_tick=at.first_tick + 0.15 * higher, last_tick=at.last_tick + higher,
        card_end=at.card_end + higher, key=at.key + higher,
    )  # fmt: skip
