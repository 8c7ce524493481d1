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

from pipeline.geometry import Point, Rect, Size
from pipeline.kinds.career_roadmap.model import Orientation
from pipeline.layout.proportions import Hidden, hidden, is_story, is_wide

LARGE_FROM = Size(1500, 800)  # px: landscapes of at least this size take the wide measures, with its smaller type
SQUARE_FROM = 0.92  # width : height
PLATES_FROM = 4  # paths: lanes run across in every size, and each name stands on its line
FULL_FROM = 3  # paths: fewer stand inside the outer ones of three
PAIR_INSET = 0.16  # of the lanes' extent: two lanes stand that far inside the outer ones
TIGHT = 4.6  # sizes of a destination's words: lanes that drop closer than that have them beside their rings
DISC = 0.9  # radius of a path's number, in sizes of a name
MOST_OF_STEP = 0.42  # of the way from lane to lane: the largest radius of a mark
WORDS_BESIDE = 46  # px of the reference: so much more room destinations' words have there
ALONE = 0.44  # of the page's width: where a lane that is alone runs down
ALONE_BELOW = 64  # px of the reference: so far below the decision it is a lane, as it does not turn aside
UNLABELLED = 0.55  # of a station: so large is the mark of a stop without a label


class Measures(NamedTuple):
    """The measures of one picture, whose page reads from left to right; functions that need them call them `at`.

    From `width` on these are lengths: of the tables below in px of their reference, of a picture in layout px. The
    defaults are og's.
    """

    runs: Literal["right", "down"] = "right"
    last_step: float = 1.2  # how long the last step of the axis is, beside the others
    title_lines: int = 4
    drops: bool = False  # whether the bundle drops from the trunk to lanes that run to the right
    paths: int = 3
    unit: float = 1.0  # layout px for one px of the reference
    width: float = 1200
    height: float = 630
    margin: float = 64
    smallest: float = 16  # size of the smallest text
    smallest_on_cards: float = 16  # the same in a lattice; telephones show tall pages small
    eyebrow: float = 20
    eyebrow_y: float = 92
    title: float = 58
    leading: float = 62
    title_y: float = 156
    title_width: float = 300
    title_foot: float = 446  # how far down the last baseline of title or standfirst may come
    stand: float = 20  # size of the standfirst; 0: there is none
    stand_leading: float = 27
    stand_gap: float = 50  # from the title's last baseline
    stand_width: float = 270
    stop: float = 19
    stop_leading: float = 23
    meta: float = 17
    meta_leading: float = 21
    name: float = 21
    goal: float = 23
    goal_leading: float = 27
    axis: float = 17
    line: float = 9
    gap: float = 3
    station: float = 9
    goal_radius: float = 14
    ring: float = 15
    turn: float = 46  # radius of the bundle's turn, at its middle
    bend: float = 44  # radius of a lane's turn
    trunk: float = 558
    past: float = 75
    today: float = 286
    rise: float = 402
    decision: float = 484
    split: float = 0  # where the bundle turns to the lanes, on a page where they run down
    first_lane: float = 132
    last_lane: float = 412  # down: where the last one's column ends
    first_tick: float = 488
    last_tick: float = 1000
    axis_at: float = 68  # baseline, or left edge
    plate: float = 0  # where names begin on their lines; 0: they stand beside them
    card_before: float = 18  # from the destinations' marks to the card's edge before them
    card_start: float = 36
    card_end: float = 528
    closed: float = 540
    legend: float = 558  # its middle
    away: float = 13  # from a mark to its label, beyond halo and line
    goal_away: float = 9
    covered: float = 0  # at the foot, under a platform's buttons
    named: float = 0  # how long the longest plate is

    @property
    def pitch(self) -> float:
        """From line to line in the bundle."""
        return self.line + self.gap

    @property
    def rises(self) -> bool:
        """Whether the bundle rises from the trunk to lanes that run to the right."""
        return self.runs == "right" and not self.drops

    @property
    def decision_half(self) -> float:
        """Half the width of the decision's mark, a diamond or, across a wide bundle, a capsule."""
        return self.bundle + 6 * self.unit if self.has_plates else self.ring * 2**0.5

    @property
    def has_plates(self) -> bool:
        return self.plate > 0

    @property
    def goals_stand_beside(self) -> bool:
        """Whether destinations' labels stand beside their rings, not below, where the next lane is near."""
        return self.has_plates and (not self.drops or self.step < TIGHT * self.goal)

    @property
    def disc(self) -> float:
        """The radius of a path's number on its line."""
        return min(DISC * self.name, MOST_OF_STEP * self.step)

    @property
    def step(self) -> float:
        """From lane to lane, where several run across; else without an end."""
        if self.paths == 1 or self.runs == "down":
            return inf
        return (self.last_lane - self.first_lane) / (self.paths - 1)

    def offset(self, path: int) -> float:
        """How far a path's line is from the middle of the bundle, where that runs across the page."""
        return (path - (self.paths - 1) / 2) * self.pitch * (-1 if self.drops else 1)

    @property
    def bundle(self) -> float:
        """Half the width of the bundle."""
        return (self.paths * self.pitch - self.gap) / 2

    @property
    def station_reach(self) -> float:
        """The radius of a station with its stroke."""
        return self.station + 0.22 * self.line

    @property
    def goal_reach(self) -> float:
        """The radius of a destination with its stroke."""
        return self.goal_radius + 0.36 * self.line

    @property
    def today_half(self) -> float:
        """Half the height of the start's ring, which becomes a stadium round a wide bundle."""
        return max(self.ring, self.bundle - 0.36 * self.line)

    @property
    def lane_start(self) -> float:
        """Where along the axis the lanes are on their own; time begins there."""
        if self.has_plates:
            return self.plate + max(2.4 * self.name, self.named + self.gap + self.station_reach + 0.5 * self.name)
        if self.runs == "right":
            return self.rise + self.bend + self.offset(self.paths - 1) + 16 * self.unit
        return self.split + 2 * self.bend + 10 * self.unit

    def point(self, along: float, across: float) -> Point:
        """The point so far along the axis of time, and across it."""
        return Point(along, across) if self.runs == "right" else Point(across, along)

    def box(self, along: float, across: float, length: float, width: float) -> Rect:
        """The box about a point that is so long along the axis, and so wide across it."""
        (x, y), (w, h) = self.point(along, across), self.point(length, width)
        return Rect(x - w / 2, y - h / 2, w, h)

    def moved(self, **by: float) -> Measures:
        """The same with each of these lengths so much longer, such as places that lie further down."""
        return self._replace(**{name: getattr(self, name) + more for name, more in by.items()})

    def raised(self, by: float) -> Measures:
        """The same map where a short headline leaves so much more room to what is below it."""
        up = -max(by, 0.0)
        raised = self.moved(trunk=up, decision=up)
        if self.drops:
            return raised.moved(first_lane=up, axis_at=up, card_start=up)
        return raised.moved(split=up, first_tick=0.8 * up if self.runs == "down" else 0.0)

    @property
    def unlabelled(self) -> Measures:
        """The same with marks as small as those of stops without a label."""
        return self._replace(station=UNLABELLED * self.station, line=UNLABELLED * self.line)

    @property
    def card(self) -> Rect:
        """The sheet that the destinations lie on."""
        if self.runs == "right":
            x, y = self.last_tick - self.goal_reach - self.card_before, self.card_start
            return Rect(x, y, self.width - self.margin + 24 * self.unit - x, self.card_end - y)
        y, x = self.last_tick - self.card_before, self.margin - 32 * self.unit
        return Rect(x, y, self.width - 2 * x, self.card_end - y)


OG = Measures()
WIDE = Measures(
    last_step=1.1215, width=1600, height=900, margin=80, smallest=17, smallest_on_cards=17, eyebrow=26, eyebrow_y=118,
    title=82, leading=88, title_y=208, title_width=424, title_foot=640,
    stand=26, stand_leading=36, stand_gap=68, stand_width=370,
    stop=23, stop_leading=28, meta=20, meta_leading=26, name=26, goal=30, goal_leading=35, axis=20,
    line=12, gap=4, station=12, goal_radius=19, ring=20, turn=64, bend=60,
    trunk=808, past=95, today=360, rise=556, decision=690, first_lane=190, last_lane=578,
    first_tick=668, last_tick=1336, axis_at=108, card_before=26, card_start=58, card_end=744,
    closed=740, legend=808, away=13, goal_away=9,
)  # fmt: skip
PORTRAIT = Measures(
    runs="down", last_step=1.054, title_lines=2, width=1080, height=1350, margin=72, smallest=20, smallest_on_cards=20,
    eyebrow=24, eyebrow_y=102,
    title=74, leading=80, title_y=180, title_width=936, title_foot=262,
    stand=0, stand_leading=0, stand_gap=0, stand_width=0,
    stop=23, stop_leading=28, meta=20, meta_leading=26, name=26, goal=27, goal_leading=32, axis=21,
    line=12, gap=4, station=12, goal_radius=19, ring=20, turn=60, bend=52,
    trunk=362, past=87, today=186, rise=268, decision=485, split=560, first_lane=268, last_lane=1028,
    first_tick=694, last_tick=1146, axis_at=72, card_before=48, card_start=0, card_end=1240,
    closed=700, legend=1290, away=13, goal_away=16,
)  # fmt: skip
SQUARE = PORTRAIT._replace(
    last_step=1.3, height=1080, smallest_on_cards=18,
    eyebrow=22, eyebrow_y=72, title=60, leading=64, title_y=136, title_foot=202,
    stop=22, stop_leading=27, meta=20, meta_leading=24, name=25, goal=26, goal_leading=31, axis=20, turn=54, bend=44,
    trunk=286, decision=374, split=430, first_tick=550, last_tick=905, card_before=44, card_end=998, legend=1040,
)  # fmt: skip
STORY = PORTRAIT._replace(
    height=1920, eyebrow=26, eyebrow_y=296, title=82, leading=88, title_y=382, title_foot=472,
    stop=24, stop_leading=30, meta=21, meta_leading=27, name=27, goal=27, goal_leading=33, axis=22,
    trunk=580, decision=708, split=786, first_tick=924, last_tick=1424, card_before=52, card_end=1528, legend=1584,
)  # fmt: skip
FLAT = Measures(
    runs="down", last_step=1.1, title_lines=1, eyebrow=19, eyebrow_y=52,
    title=40, leading=44, title_y=94, title_width=1072, title_foot=96,
    stand=0, stand_leading=0, stand_gap=0, stand_width=0,
    stop=19, stop_leading=22, meta=16, meta_leading=19, name=19, goal=21, goal_leading=25, axis=17,
    line=9, gap=3, station=9, goal_radius=14, ring=15, turn=40, bend=30,
    trunk=168, past=75, today=150, rise=222, decision=234, split=272, first_lane=222, last_lane=1150,
    first_tick=350, last_tick=508, axis_at=64, card_before=34, card_start=0, card_end=572,
    closed=620, legend=602, away=12, goal_away=14,
)  # fmt: skip

# From four paths on (comps/next/README.md, 1).
OG_ROWS = OG._replace(
    last_step=1.115, eyebrow_y=80, title_y=142, title_width=280, title_foot=446, stand_gap=44,
    stop=17, stop_leading=20, meta=16, meta_leading=19, name=16, goal=19, goal_leading=21,
    line=7, gap=2.5, station=8, goal_radius=11, ring=14, turn=48, bend=24,
    trunk=546, today=152, rise=386, decision=478, first_lane=104, last_lane=444,
    first_tick=614, last_tick=996, axis_at=62, plate=448, card_before=14, card_end=506, closed=520, legend=546,
    away=5.4, goal_away=9,
)  # fmt: skip
WIDE_ROWS = WIDE._replace(
    last_step=1.333, eyebrow_y=112, title_y=202, title_width=350, title_foot=640,
    stop=21, stop_leading=26, meta=19, meta_leading=24, name=20, goal=25, goal_leading=28, axis=21,
    line=10, gap=3.5, station=11, goal_radius=15, ring=19, turn=66, bend=34,
    trunk=786, past=96, today=214, rise=490, decision=694, first_lane=150, last_lane=650,
    first_tick=780, last_tick=1340, axis_at=96, plate=566, card_before=19, card_start=52, card_end=724,
    closed=668, legend=786, away=8, goal_away=9,
)  # fmt: skip
PORTRAIT_ROWS = PORTRAIT._replace(
    runs="right", drops=True, last_step=1.379,
    stop=21, stop_leading=25, meta=20, meta_leading=25, name=20, goal=24, goal_leading=27, axis=20,
    line=9, gap=3, station=11, goal_radius=15, ring=18, turn=46, bend=28,
    trunk=366, past=86, today=168, rise=240, decision=447, first_lane=514, last_lane=1174,
    first_tick=514, last_tick=906, axis_at=458, plate=302, card_before=16, card_start=422, card_end=1274,
    closed=640, legend=1312, away=9.3, goal_away=11,
)  # fmt: skip
SQUARE_ROWS = PORTRAIT_ROWS._replace(
    height=1080, eyebrow=22, eyebrow_y=72, title=60, leading=64, title_y=136, title_foot=202,
    trunk=300, decision=375, first_lane=438, last_lane=916, axis_at=384, card_start=350, card_end=1006, legend=1042,
)  # fmt: skip
STORY_ROWS = PORTRAIT_ROWS._replace(
    height=1920, eyebrow=26, eyebrow_y=296, title=82, leading=88, title_y=382, title_foot=472,
    trunk=586, decision=670, first_lane=740, last_lane=1420, axis_at=684, card_start=646, card_end=1526, legend=1558,
)  # fmt: skip

HEADROOM = 18  # px of the reference: so much higher words may stand than the designer's
SPARED = Hidden(250.0, 300.0)  # px that are free at the head and the foot of a story's measures
LENGTHS = Measures._fields[Measures._fields.index("width") :]


def measures(
    size: Size, paths: int, orientation: Orientation = "auto", *, foot: float = 0.0, enlarged: float = 1.0
) -> Measures:
    """The measures of a picture of `size` with so many paths; `foot` px at its foot stay free.

    `enlarged` is how much larger than the designer's all type and marks are.
    """
    at = _composed(size, paths, orientation)._replace(paths=paths)
    unit = enlarged * min(size.width / at.width, size.height / at.height)
    covered = Hidden(*(px / unit for px in hidden(size)))
    wider, free = size.width / unit - at.width, size.height / unit - foot / unit
    at = _with_bundle(at) if at.has_plates else at
    at = _between_buttons(at, wider, free, covered) if is_story(size) else _stretched(at, wider, free - at.height)
    at = _with_few(at) if paths < FULL_FROM else at
    largest = MOST_OF_STEP * at.step - 0.36 * at.line  # of a mark without its stroke
    station, goal_radius = min(at.station, largest), min(at.goal_radius, largest)
    at = at._replace(height=size.height / unit, station=station, goal_radius=goal_radius)
    if at.drops and at.goals_stand_beside:
        at = at.moved(last_tick=-WORDS_BESIDE)
    at = at._replace(unit=unit, **{name: getattr(at, name) * unit for name in LENGTHS})
    return at._replace(covered=hidden(size).bottom)


def _composed(size: Size, paths: int, orientation: Orientation) -> Measures:
    has_plates, is_tall = paths >= PLATES_FROM, not is_wide(size)
    runs_down = not has_plates and (orientation == "vertical" or (orientation == "auto" and is_tall))
    if is_tall:
        size_class = 0 if is_story(size) else 1 if size.width / size.height >= SQUARE_FROM else 2
        return ((STORY_ROWS, SQUARE_ROWS, PORTRAIT_ROWS), (STORY, SQUARE, PORTRAIT))[runs_down][size_class]
    is_large = size.width >= LARGE_FROM.width and size.height >= LARGE_FROM.height
    return FLAT if runs_down else ((OG, WIDE), (OG_ROWS, WIDE_ROWS))[has_plates][is_large]


def _with_bundle(at: Measures) -> Measures:
    """With room for a bundle that is wider or narrower than the designer's six lines."""
    wider = (at.paths - 6) * at.pitch / 2
    at = at._replace(plate=max(at.plate, at.rise + at.bundle + at.bend + 4))
    if at.drops:
        return at
    trunk = at.trunk - max(0.0, wider)
    return at._replace(trunk=trunk, legend=trunk, title_width=at.title_width - wider)


def _with_few(at: Measures) -> Measures:
    """With one lane in the middle, or two, and the card and the ticks' words as near to them as to three."""
    if at.runs == "down" and at.paths > 1:
        return at
    if at.runs == "down":
        aside, up = max(ALONE * at.width - at.rise, 0.0), at.split + at.bend - at.decision - ALONE_BELOW
        return at.moved(rise=aside, axis_at=aside, split=-up, first_tick=-up)
    inset = (0.5 if at.paths == 1 else PAIR_INSET) * (at.last_lane - at.first_lane)
    return at.moved(first_lane=inset, axis_at=inset, card_start=inset, last_lane=-inset, card_end=-inset)


def _between_buttons(at: Measures, wider: float, free: float, covered: Hidden) -> Measures:
    """A story: all of it within what a platform's buttons leave free."""
    head, foot = covered.top - SPARED.top, covered.bottom - SPARED.bottom
    across = ("first_lane", "last_lane", "axis_at", "card_start")
    along = across if at.runs == "right" else ("split", "first_tick", "last_tick")
    moved = ("eyebrow_y", "title_y", "title_foot", "trunk", "decision", "card_end", "legend", *along)
    return _stretched(at, wider, free - head - foot - at.height).moved(**dict.fromkeys(moved, head))


def _stretched(at: Measures, wider: float, higher: float) -> Measures:
    """For a page that is wider or higher than the reference."""
    at = at.moved(width=wider, height=higher)
    if at.rises:
        head, aside = max(0.25 * higher, -HEADROOM), 0.25 * wider
        return at.moved(
            eyebrow_y=head, title_y=head, title_foot=0.75 * higher, title_width=aside, stand_width=aside,
            trunk=higher, legend=higher, decision=0.92 * higher, today=aside, rise=aside, closed=aside,
            plate=aside if at.plate else 0.0, first_lane=head, last_lane=0.85 * higher, first_tick=aside,
            last_tick=0.9 * wider, axis_at=head, card_start=head, card_end=0.9 * higher,
        )  # fmt: skip
    at = at.moved(title_width=wider, closed=0.5 * wider, legend=higher, card_end=higher)
    if at.drops:
        return at.moved(last_lane=higher, first_tick=0.1 * wider, last_tick=0.9 * wider)
    return at.moved(last_lane=wider, first_tick=0.15 * higher, last_tick=higher)
