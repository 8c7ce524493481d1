"""Where things stand: five pictures composed by hand, and what lies between and beyond them.

    wide, reference 1200 px                    tall, reference 1080 px
    a frieze: all stands on the desk line      stacked: signs on the wall, window and face, laptop and desk

           ____      _____    __ _                _ _   ______
     @@   |  o |    |     |  |__|_|              |_|_| |      |
     @@>  |____|____|email|   /                   @@   |  o   |
    /##\\      |     |_____|  /                    @@>  |__p___|
    ====================/===/===|              ___/##\\__|email|__
      u                                         []     /=====/ u

The desk line lies at 82 % of the height, a story's at 78 %, so that its screen stands above the buttons; face, sun and
screen form a triangle. A picture's height, at the reference width, decides between which two compositions its places
are mixed; whatever a picture is wider or narrower than the outermost composition is spare wall, given to the distances
named in `_spread`.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from math import radians
from typing import Any, NamedTuple

from pipeline.geometry import Affine, Rect, Size
from pipeline.kinds.application_email.parts.window import Window
from pipeline.layout.proportions import is_wide

WIDE_REFERENCE, TALL_REFERENCE = 1200, 1080


class Place(NamedTuple):
    """Where a part's origin stands, how large it is, and by how many degrees it is turned clockwise."""

    x: float
    y: float
    scale: float = 1
    turn_deg: float = 0

    @property
    def matrix(self) -> Affine:
        """From the part's own coordinates to the composition's."""
        turned = Affine.rotate(radians(self.turn_deg)) if self.turn_deg else Affine()
        return Affine.translate(self.x, self.y) @ turned @ Affine.scale(self.scale)


class Composition(NamedTuple):
    """The places of one picture, in px of the reference, for a person on the left."""

    height: float
    desk: float  # y of the desk's far edge
    glow: tuple[float, float, float, float]  # centre and radii
    window: Window
    calendar: Place
    note: Place
    chair: Place
    empty_chair: Place
    figure: Place
    screen: Affine
    deck: Place
    deck_shadow: tuple[float, ...]  # corners of a polygon
    elbow_shadow: tuple[float, float, float, float]  # centre and radii
    sleeve: tuple[float, ...]  # of the far arm: from the elbow along its upper edge, wrist, back along the lower edge
    hand: Place
    plant: Place  # a tall one on the floor, in tall pictures a pot on the sill
    plant_beside_lamp: Place
    lamp: Place
    mug: Place
    mug_beside_notebook: Place
    notebook: Place


class Measures(NamedTuple):
    """A composition on its page."""

    size: Size
    wide: bool
    places: Composition
    to_page: Affine

    @property
    def wall(self) -> Rect:
        """All above the desk's far edge, which stands on a whole px."""
        return Rect(0, 0, self.size.width, round(self.to_page.apply(0, self.places.desk).y))


OG = Composition(
    height=630,
    desk=516,
    glow=(700, 330, 620, 430),
    window=Window(476, 40, 320, 348, frame=14, sill_drop=12, sill=16),
    calendar=Place(880, 48),
    note=Place(1056, 62, turn_deg=3),
    chair=Place(108, 390),
    empty_chair=Place(190, 330, 0.82),
    figure=Place(108, 0, 0.9),
    screen=Affine(0.955, 0.052, -0.03, 1, 654, 254),
    deck=Place(646, 530),
    deck_shadow=(512, 596, 640, 540, 1052, 562, 1066, 572, 930, 622, 900, 622),
    elbow_shadow=(424, 567, 60, 8),
    sleeve=(408, 534, 456, 526, 512, 530, 568, 540, 564, 572, 520, 577, 470, 578, 420, 574),
    hand=Place(560, 538),
    plant=Place(56, 548),
    plant_beside_lamp=Place(56, 548),
    lamp=Place(1136, 576),
    mug=Place(232, 604),
    mug_beside_notebook=Place(48, 606),
    notebook=Place(98, 540, 0.7),
)

CLASSIC = Composition(  # 4 : 3
    height=900,
    desk=738,
    glow=(700, 500, 660, 560),
    window=Window(476, 64, 330, 470, frame=15, sill_drop=13, sill=18),
    calendar=Place(874, 72, 1.2),
    note=Place(1064, 92, 1.12, turn_deg=3),
    chair=Place(52, 582, 1.24),
    empty_chair=Place(130, 500, 1.02),
    figure=Place(52, 100, 1.1),
    screen=Affine(0.955, 0.052, -0.03, 1, 654, 490),
    deck=Place(646, 766),
    deck_shadow=(512, 832, 640, 776, 1052, 798, 1066, 808, 930, 858, 900, 858),
    elbow_shadow=(438, 792, 74, 10),
    sleeve=(416, 756, 464, 748, 516, 762, 568, 776, 564, 810, 520, 812, 476, 808, 428, 802),
    hand=Place(560, 774, 1.04),
    plant=Place(40, 778, 1.2),
    plant_beside_lamp=Place(40, 778, 1.2),
    lamp=Place(1140, 808, 1.06),
    mug=Place(226, 866, 1.2),
    mug_beside_notebook=Place(60, 872, 1.1),
    notebook=Place(116, 790, 0.8),
)

SQUARE = Composition(
    height=1080,
    desk=885,
    glow=(740, 610, 780, 640),
    window=Window(534, 84, 464, 420, frame=18, sill_drop=14, sill=22),
    calendar=Place(84, 72, 1.2),
    note=Place(300, 88, 1.2, turn_deg=3),
    chair=Place(16, 722, 1.2),
    empty_chair=Place(70, 640, 1.1),
    figure=Place(16, 206, 1.17),
    screen=Affine(1.127, 0.0614, -0.0354, 1.18, 585, 621),
    deck=Place(575.5, 947, 1.18),
    deck_shadow=(424, 1015, 576, 949, 1056, 975, 1070, 987, 916, 1051, 884, 1051),
    elbow_shadow=(430, 944, 78, 10),
    sleeve=(406, 896, 446, 896, 500, 914, 540, 934, 530, 976, 500, 972, 450, 962, 416, 944),
    hand=Place(534, 933, 1.24, turn_deg=9),
    plant=Place(922, 518, 1.15),
    plant_beside_lamp=Place(632, 518, 0.9),
    lamp=Place(930, 518, 1.0),
    mug=Place(1014, 1062, 0.88),
    mug_beside_notebook=Place(1014, 1062, 0.88),
    notebook=Place(64, 966, 0.88),
)

PORTRAIT = Composition(
    height=1350,
    desk=1104,
    glow=(740, 760, 780, 720),
    window=Window(534, 120, 464, 640, frame=18, sill_drop=14, sill=22),
    calendar=Place(84, 102, 1.5),
    note=Place(336, 122, 1.5, turn_deg=3),
    chair=Place(-24, 912, 1.4),
    empty_chair=Place(40, 800, 1.34),
    figure=Place(-24, 326, 1.34),
    screen=Affine(1.127, 0.0614, -0.0354, 1.18, 581, 846),
    deck=Place(571.5, 1172, 1.18),
    deck_shadow=(420, 1240, 572, 1174, 1052, 1200, 1066, 1212, 912, 1276, 880, 1276),
    elbow_shadow=(446, 1168, 86, 11),
    sleeve=(420, 1112, 456, 1116, 500, 1140, 530, 1160, 518, 1206, 490, 1200, 456, 1186, 424, 1168),
    hand=Place(524, 1159, 1.32, turn_deg=9),
    plant=Place(922, 774, 1.15),
    plant_beside_lamp=Place(632, 774, 1.1),
    lamp=Place(930, 774, 1.15),
    mug=Place(988, 1322, 1.32),
    mug_beside_notebook=Place(988, 1322, 1.32),
    notebook=Place(64, 1206),
)

STORY = Composition(  # what is written stands between the zones that a story's buttons hide: `proportions.hidden`
    height=1920,
    desk=1488,
    glow=(740, 1050, 820, 940),
    window=Window(534, 290, 464, 774, frame=18, sill_drop=14, sill=22),
    calendar=Place(72, 280, 1.75),
    note=Place(350, 304, 1.42, turn_deg=3),
    chair=Place(-40, 1274, 1.56),
    empty_chair=Place(20, 1148, 1.5),
    figure=Place(-44, 620, 1.5),
    screen=Affine(1.127, 0.0614, -0.0354, 1.18, 585, 1246),
    deck=Place(575.5, 1572, 1.18),
    deck_shadow=(424, 1640, 576, 1574, 1056, 1600, 1070, 1612, 916, 1676, 884, 1676),
    elbow_shadow=(482, 1562, 92, 12),
    sleeve=(456, 1504, 490, 1508, 520, 1532, 544, 1554, 532, 1604, 506, 1598, 478, 1582, 452, 1562),
    hand=Place(536, 1554, 1.36, turn_deg=11),
    plant=Place(922, 1078, 1.15),
    plant_beside_lamp=Place(632, 1078, 1.15),
    lamp=Place(930, 1078, 1.2),
    mug=Place(968, 1800, 1.4),
    mug_beside_notebook=Place(968, 1800, 1.4),
    notebook=Place(72, 1700, 1.1),
)


@lru_cache(maxsize=32)
def compose(size: Size) -> Measures:
    """The composition for a picture of `size`."""
    wide = is_wide(size)
    family, reference = ((OG, CLASSIC), WIDE_REFERENCE) if wide else ((SQUARE, PORTRAIT, STORY), TALL_REFERENCE)
    height = reference * size.height / size.width
    if height < family[0].height:  # flatter than the flattest composition: wall is left at the sides
        unit = size.height / family[0].height
        return _spread(size, wide, family[0], unit, size.width / unit - reference)
    unit, places = size.width / reference, family[-1]
    for lower, upper in pairwise(family):
        if lower.height <= height <= upper.height:
            places = _mixed(lower, upper, (height - lower.height) / (upper.height - lower.height))
            break
    # taller than the tallest composition: wall is added above and desk below, in proportion
    down = (size.height / unit - places.height) * places.desk / places.height
    return Measures(size, wide, places, Affine.scale(unit) @ Affine.translate(0, down))


def _mixed(one: Any, other: Any, share: float) -> Any:
    """Two like structures, each number mixed with its counterpart."""
    if not isinstance(one, tuple):
        return one + (other - one) * share
    parts = [_mixed(a, b, share) for a, b in zip(one, other, strict=True)]
    return type(one)(*parts) if hasattr(one, "_fields") else tuple(parts)


def _spread(size: Size, wide: bool, places: Composition, unit: float, spare: float) -> Measures:
    """The middle moves half of what is spare; things that stand at the edges keep nearer to them."""
    half = spare / 2
    near, far = -0.6 * half, 0.6 * half
    if wide:
        moves = {"plant": near, "plant_beside_lamp": near, "mug_beside_notebook": near, "lamp": far}
        moves |= {"note": 0.85 * far, "calendar": 0.85 * far}
    else:
        moves = {"mug_beside_notebook": far, "note": near, "calendar": near}
    moved = {name: getattr(places, name)._replace(x=getattr(places, name).x + by) for name, by in moves.items()}
    return Measures(size, wide, places._replace(**moved), Affine.scale(unit) @ Affine.translate(half, 0))
