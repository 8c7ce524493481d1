"""The window: a frame of any size about a landscape that is 320 wide, scaled to the glass and hung from its horizon.

sky     three colours, the warm band where it meets the hills
light   what stands in the sky at this hour: the sun rising, high or setting; the moon and stars
hills   the far ones and the near ones
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.geometry import Affine, Point, Rect
from pipeline.kinds.application_email.drawing import Area, Drawing, Oval, Palette, drawn, outline
from pipeline.scene import Box, Group, Item, LinearGradient, Path, Stop

LANDSCAPE_WIDTH = 320
LANDSCAPE_HEIGHT = 348
HORIZON = 0.88  # of the glass that is left over or missing, so much lies above the horizon

FAR_HILLS = "M0 230 C50 206 96 216 150 236 C210 214 264 198 320 218"
NEAR_HILLS = "M0 276 C70 244 150 260 210 276 C252 268 290 262 320 268"

CLOUDS = (
    Area("M170 96 C160 96 156 82 166 78 C168 64 190 62 195 74 C206 70 216 78 213 87 C220 90 218 96 212 96 Z", "cloud"),
    Area("M22 150 C14 150 12 140 19 137 C22 128 36 127 40 135 C48 133 54 139 52 145 C56 147 55 150 51 150 Z", "cloud"),
)
STARS = tuple(
    Oval(x, y, radius, radius, "star")
    for x, y, radius in (
        (28, 36, 1.6), (134, 24, 1.4), (126, 150, 1.8), (36, 142, 1.3), (196, 48, 1.8), (240, 96, 1.4),
        (284, 34, 1.6), (226, 158, 1.3), (296, 132, 1.7), (180, 128, 1.2),
    )
)  # fmt: skip
MOON = (
    Area(
        "M92 52 C70 50 52 66 52 88 C52 110 70 127 92 125 "
        "C104 124 114 117 119 107 C104 114 84 104 82 84 C81 70 86 58 92 52 Z",
        "sun",
    ),
)


class Sun(NamedTuple):
    """The sun's disc in the landscape; one that fades towards its foot sinks into the haze."""

    x: float
    y: float
    radius: float
    fades: bool


SUNS = {"morning": Sun(78, 188, 60, True), "day": Sun(84, 84, 34, False), "evening": Sun(78, 214, 62, True)}
BEFORE_THE_SUN: dict[str, Drawing] = {"night": STARS + MOON}
OVER_THE_SUN: dict[str, Drawing] = {"day": CLOUDS}


class Window(NamedTuple):
    """The glass, and how thick the wood about it is; the sill begins `sill_drop` under the glass."""

    x: float
    y: float
    width: float
    height: float
    frame: float
    sill_drop: float
    sill: float

    @property
    def sill_y(self) -> float:
        """Where a thing on the sill stands."""
        return self.y + self.height + self.sill_drop


def draw(place: Window, time: str, palette: Palette) -> tuple[Item, ...]:
    """The window as items."""
    glass = Rect(place.x, place.y, place.width, place.height)
    wood, shade = palette["frame"], palette["frame_shade"]
    frame, sill = place.frame, place.sill
    around = glass.inset(-frame)
    under = Rect(glass.x - 1.375 * sill, place.sill_y + sill, glass.width + 2.75 * sill, sill / 3)
    return (
        Box(around._replace(x=glass.x - 0.72 * frame, y=glass.y - 0.85 * frame), fill=shade, radius=0.43 * frame),
        Box(around, fill=wood, radius=0.43 * frame),
        *_view(glass, time, palette),
        Box(Rect(glass.center.x - 0.375 * sill, glass.y - 1, 0.75 * sill, glass.height + 2), fill=wood),
        Box(Rect(glass.x - 1.75 * sill, place.sill_y, glass.width + 3.5 * sill, sill), fill=wood, radius=sill / 4),
        Box(under, fill=shade, radius=sill / 6),
    )


def _view(glass: Rect, time: str, palette: Palette) -> tuple[Item, ...]:
    scale = glass.width / LANDSCAPE_WIDTH
    drop = HORIZON * (glass.height - LANDSCAPE_HEIGHT * scale)
    place = Affine(scale, 0, 0, scale, glass.x, glass.y + drop)
    stands_low = time in SUNS and SUNS[time].fades  # on the horizon; the rest of the sky hangs from a low glass's top
    sky = place if stands_low else Affine(scale, 0, 0, scale, glass.x, glass.y + max(0.0, drop))
    foot = (glass.height - drop) / scale
    sky_colors = (Stop(at, palette[name]) for at, name in ((0, "sky_1"), (0.4, "sky_2"), (0.7, "sky_3")))
    before, over = (drawn(drawings.get(time, ()), palette) for drawings in (BEFORE_THE_SUN, OVER_THE_SUN))
    foot_line = (("L", LANDSCAPE_WIDTH, foot), ("L", 0, foot), ("Z",))
    hills = ((FAR_HILLS, "hill_far"), (NEAR_HILLS, "hill_near"))
    lights: tuple[Item, ...] = ()
    if sun := SUNS.get(time):
        disc, color = Rect.around(Point(sun.x, sun.y), sun.radius), palette["sun"]
        fill = _down(disc, Stop(0, color), Stop(1, color.with_alpha(0.15))) if sun.fades else color
        lights = (Box(disc, fill=fill, radius=sun.radius),)
    return (
        Box(glass, fill=_down(glass, *sky_colors)),
        Group((*before, *lights, *over), sky),
        Group(tuple(Path((*outline(curve), *foot_line), fill=palette[name]) for curve, name in hills), place),
    )


def _down(rect: Rect, *stops: Stop) -> LinearGradient:
    return LinearGradient(Point(rect.x, rect.y), Point(rect.x, rect.bottom), stops)
