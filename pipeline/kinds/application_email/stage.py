"""The stage: parts in their places, back to front, and the texts that stand on them.

    wall  window  calendar  note  plant  chair  figure's back  |  desk  lamp  laptop  far arm  figure's front  |  texts

The back of the figure lies behind desk and laptop, its front before them. On a mirrored stage the drawings are turned
left to right; screen, calendar, note and notebook, which carry writing, change sides but are not turned themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor
from typing import NamedTuple

from pipeline.color import set_off
from pipeline.curves import ellipse
from pipeline.geometry import IDENTITY, Affine, Point, Rect
from pipeline.kinds.application_email.compositions import Composition, Measures, Place
from pipeline.kinds.application_email.content import Content
from pipeline.kinds.application_email.drawing import Drawing, Palette, drawn, outline
from pipeline.kinds.application_email.moods import MOODS, Mood
from pipeline.kinds.application_email.palettes import CONE, GLOW, LEAST_APART, is_dark, is_lamp_lit, scene_colors
from pipeline.kinds.application_email.parts import (
    body,
    calendar,
    chair,
    hand,
    head,
    lamp,
    laptop,
    mug,
    note,
    notebook,
    plant,
    window,
)
from pipeline.kinds.application_email.parts.hair import HAIR_STYLES
from pipeline.kinds.application_email.people import person_colors
from pipeline.kinds.application_email.spec import Person
from pipeline.layout.canvas import Canvas
from pipeline.scene import Box, Group, Item, LinearGradient, Outline, Path, RadialGradient, Stop
from pipeline.theme import Theme

DESK_AND_WALL = ("desk", "desk_lit", "wall_1", "wall_2")
GLASS = ("sky_1", "sky_2", "sky_3", "hill_far", "hill_near", "frame")
WIDE_PROPS = ("plant", "lamp", "mug")
TALL_PROPS = ("plant", "notebook", "mug")
EDGE_WIDE, EDGE_TALL = 3, 4  # px of the reference: the light on the desk's far edge
SHADOW = 0.6  # of the laptop on the desk
LIT_SHARE = 0.45  # how far along the desk it is lightest


class Stage(NamedTuple):
    """What all parts need to know: the places, the colours, and whether left is right."""

    content: Content
    measures: Measures
    palette: Palette
    mirrored: bool
    dark: bool
    lamp_lit: bool
    props: tuple[str, ...]

    @property
    def mood(self) -> Mood:
        """What face, hand and light look like."""
        return MOODS[self.content.mood]

    @property
    def places(self) -> Composition:
        return self.measures.places

    @property
    def to_page(self) -> Affine:
        """From the composition to the page, for drawings."""
        turned = Affine(a=-1, e=self.measures.size.width) if self.mirrored else IDENTITY
        return turned @ self.measures.to_page

    def plate(self, matrix: Affine, width: float) -> Affine:
        """From a thing of that width, which stands in the composition by `matrix`, to the page: never turned over."""
        return self.to_page @ matrix @ (Affine(a=-1, e=width) if self.mirrored else IDENTITY)


def set_stage(content: Content, measures: Measures, theme: Theme) -> Stage:
    """The stage for what is to be seen."""
    mirrored = content.side == "right" or (content.side == "auto" and content.is_mirrored)
    dark = is_dark(theme.colors)
    palette = scene_colors(theme.colors, content.hour)
    person = content.person or Person()
    walls = palette["wall_1"], palette["wall_2"]
    people = person_colors(person.skin, person.hair, person.clothes, person.headscarf, dark, walls)
    props = content.props if content.props is not None else WIDE_PROPS if measures.wide else TALL_PROPS
    lamp_lit = is_lamp_lit(theme.colors, content.hour)
    palette = {**palette, **lamp_colors(palette, measures.wide), **people}
    return Stage(content, measures, palette, mirrored, dark, lamp_lit, props)


def lamp_colors(palette: Palette, on_desk: bool) -> Palette:
    """The colours of a lamp that can be told from the desk and the wall, or on a sill from the glass."""
    grounds = tuple(palette[name] for name in (DESK_AND_WALL if on_desk else GLASS))
    lamp = set_off(palette["lamp"], grounds, LEAST_APART)
    return {"lamp": lamp, "lamp_lit": set_off(palette["lamp_lit"], (lamp, *grounds), LEAST_APART)}


def drawings(on: Stage) -> tuple[Item, ...]:
    """All that is drawn, back to front."""
    return (
        *_wall(on),
        Group(window.draw(on.places.window, on.content.hour, on.palette), on.to_page),
        *_signs(on),
        *_behind_the_desk(on),
        *_desk(on),
        *_laptop(on),
        *_before_the_laptop(on),
        *_on_the_desk(on),
    )


def texts(on: Stage, written: Sequence[tuple[Affine, Canvas]]) -> tuple[Item, ...]:
    """The e-mail and the writing on the signs, each with the matrix of the thing it stands on."""
    return tuple(Group(tuple(canvas.items), on.plate(matrix, canvas.width)) for matrix, canvas in written)


def _put(on: Stage, drawing: Drawing, place: Place) -> Group:
    return Group(drawn(drawing, on.palette), on.to_page @ place.matrix)


def _wall(on: Stage) -> tuple[Item, ...]:
    wall = on.measures.wall
    down = (Stop(0, on.palette["wall_1"]), Stop(1, on.palette["wall_2"]))
    middle, at_45 = (on.mood.glow * alpha for alpha in GLOW[int(on.dark)])
    glow = on.palette[on.mood.glow_color]
    fade = tuple(Stop(offset, glow.with_alpha(alpha)) for offset, alpha in ((0, middle), (0.45, at_45), (1, 0)))
    x, y, radius_x, radius_y = on.places.glow
    seen = on.to_page @ Affine(radius_x, 0, 0, radius_y, x, y)
    box = seen.bounds(Rect(-1, -1, 2, 2))
    left, top = floor(box.x), floor(box.y)
    around = Rect(left, top, ceil(box.right) - left, ceil(box.bottom) - top)  # of whole px: it needs no soft edges
    reach = wall.intersection(around) or wall
    return (
        Box(wall, fill=LinearGradient(Point(0, 0), Point(0, on.measures.size.height), down)),
        Group((Box(seen.inverse.bounds(reach), fill=RadialGradient(Point(0, 0), 1, fade)),), seen),
    )


def _signs(on: Stage) -> tuple[Item, ...]:
    items = []
    if month := on.content.calendar:
        dots = calendar.days(month.first_weekday, month.days, month.day, rtl=on.content.is_mirrored)
        sheet = drawn(calendar.SHEET + dots, on.palette)
        items.append(Group(sheet, on.plate(on.places.calendar.matrix, calendar.WIDTH)))
    if on.content.note:
        items.append(Group(drawn(note.PAPER, on.palette), on.plate(on.places.note.matrix, note.WIDTH)))
    return tuple(items)


def _behind_the_desk(on: Stage) -> tuple[Item, ...]:
    """What stands on the floor and on the sill, the chair, and the back of the figure."""
    items: list[Item] = []
    if "plant" in on.props:
        place = on.places.plant_beside_lamp if "lamp" in on.props else on.places.plant
        items.append(_put(on, plant.TALL if on.measures.wide else plant.POT, place))
    items += () if on.measures.wide else _lamp(on)
    if on.content.person:
        return (*items, *_seated(on, on.content.person))
    return (*items, _put(on, chair.EMPTY + chair.THROW, on.places.empty_chair))


def _seated(on: Stage, person: Person) -> tuple[Item, ...]:
    style = HAIR_STYLES[person.hair_style]
    glasses, earring = head.GLASSES if person.glasses else (), head.EARRING if person.earring else ()
    face = (*style.over, *head.EAR, *on.mood.features, *glasses)
    in_head = (*style.under, *head.FACE, *face, *style.covering, *earring)
    upper = drawn(on.mood.neck + body.TORSO + style.draped + on.mood.hand_behind, on.palette)
    figure = (*upper, Group(drawn(in_head, on.palette), on.mood.turned))
    return _put(on, chair.BACK, on.places.chair), Group(figure, on.to_page @ on.places.figure.matrix)


def _lamp(on: Stage) -> tuple[Item, ...]:
    if "lamp" not in on.props:
        return ()
    stand = drawn((*(lamp.SHADOW if on.measures.wide else ()), *lamp.STAND), on.palette)
    shade = Group(drawn(lamp.SHADE, on.palette), lamp.SHADE_AT)
    return (Group((*stand, shade), on.to_page @ on.places.lamp.matrix),)


def _desk(on: Stage) -> tuple[Item, ...]:
    width, height = on.measures.size
    top = on.measures.wall.bottom
    desk, lit = on.palette["desk"], on.palette["desk_lit"]
    middle = 1 - LIT_SHARE if on.mirrored else LIT_SHARE
    along = LinearGradient(Point(0, 0), Point(width, 0), (Stop(0, desk), Stop(middle, lit), Stop(1, desk)))
    edge = max(1, round((EDGE_WIDE if on.measures.wide else EDGE_TALL) * on.measures.to_page.a))
    items: list[Item] = []
    if "lamp" in on.props and on.lamp_lit and on.measures.wide:  # one on the sill stands before glass, not a wall
        bulb = on.palette["bulb"]
        fade = (Stop(0, bulb.with_alpha(CONE[int(on.dark)])), Stop(1, bulb.with_alpha(0)))
        light = LinearGradient(Point(0, lamp.CONE_TOP), Point(0, lamp.CONE_FOOT), fade)
        items.append(Group((Path(outline(lamp.CONE), fill=light),), on.to_page @ on.places.lamp.matrix))
    items.append(Box(Rect(0, top, width, height - top), fill=along))
    items.append(Box(Rect(0, top, width, edge), fill=on.palette["desk_edge"]))
    return (*items, *(_lamp(on) if on.measures.wide else ()))


def _laptop(on: Stage) -> tuple[Item, ...]:
    first, *rest = _pairs(on.places.deck_shadow)
    polygon: Outline = (("M", *first), *(("L", *point) for point in rest), ("Z",))
    shadow = Path(polygon, fill=on.palette["desk_shade"].with_alpha(SHADOW))
    return (
        Group((shadow,), on.to_page),
        Group(drawn(laptop.LID, on.palette), on.plate(on.places.screen, laptop.SCREEN_WIDTH)),
        _put(on, laptop.DECK, on.places.deck),
    )


def _before_the_laptop(on: Stage) -> tuple[Item, ...]:
    if on.content.person is None:
        return ()
    x, y, radius_x, radius_y = on.places.elbow_shadow
    start, a, b, wrist, below, c, d, end = _pairs(on.places.sleeve)
    sleeve: Outline = (("M", *start), ("C", *a, *b, *wrist), ("L", *below), ("C", *c, *d, *end), ("Z",))
    far_arm = (
        Path(ellipse(Point(x, y), radius_x, radius_y), fill=on.palette["desk_shade"]),
        Path(sleeve, fill=on.palette["top_shade"]),
    )
    return (
        Group(far_arm, on.to_page),
        _put(on, hand.FAR_HAND, on.places.hand),
        _put(on, on.mood.hand_before + on.mood.arm, on.places.figure),
    )


def _on_the_desk(on: Stage) -> tuple[Item, ...]:
    items: list[Item] = []
    if "notebook" in on.props:
        matrix = on.plate(on.places.notebook.matrix, notebook.WIDTH)  # a tick turned over would be none
        items.append(Group(drawn(notebook.NOTEBOOK, on.palette), matrix))
    if "mug" in on.props:
        items.append(_put(on, mug.MUG, on.places.mug_beside_notebook if "notebook" in on.props else on.places.mug))
    return tuple(items)


def _pairs(values: Sequence[float]) -> list[tuple[float, float]]:
    return list(zip(values[::2], values[1::2], strict=True))
