"""The scene: what a picture consists of once layout has decided everything, and its text form.

A `Scene` is a page size and items from back to front. There are five items and no more: `Box`, `Path`, `TextRun`,
`Picture`, `Group`. They are plain frozen data in layout px; they know no kind, no theme, no painter. `str(scene)`
is one line an item, to 0.1 px: that is what snapshots compare.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, TypeAlias

from pipeline.color import Color
from pipeline.geometry import IDENTITY, Affine, Point, Rect, Size

Segment: TypeAlias = tuple[str, *tuple[float, ...]]
"""("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) or ("Z",), all absolute."""

Outline: TypeAlias = tuple[Segment, ...]


class Stop(NamedTuple):
    """One colour of a gradient; offset 0 to 1 along it."""

    offset: float
    color: Color


class LinearGradient(NamedTuple):
    """Colours along the line from start to end, padded beyond both."""

    start: Point
    end: Point
    stops: tuple[Stop, ...]


class RadialGradient(NamedTuple):
    """Colours from a centre out to a radius, padded beyond it."""

    center: Point
    radius: float
    stops: tuple[Stop, ...]


Paint: TypeAlias = Color | LinearGradient | RadialGradient


class Stroke(NamedTuple):
    """A line of even width along an outline; `dash` alternates drawn and skipped lengths."""

    paint: Paint
    width: float
    cap: Literal["butt", "round"] = "butt"
    join: Literal["miter", "round", "bevel"] = "miter"
    dash: tuple[float, ...] = ()


class Shadow(NamedTuple):
    """A soft shadow of a box: shifted down by `dy`, blurred with a Gaussian of `sigma`."""

    dy: float
    sigma: float
    color: Color


class Box(NamedTuple):
    """A rectangle; with `radius` its corners are round, up to a circle."""

    rect: Rect
    fill: Paint | None = None
    radius: float = 0
    stroke: Stroke | None = None
    shadows: tuple[Shadow, ...] = ()


class Path(NamedTuple):
    """Lines and cubic Bézier curves, filled by the non-zero rule, stroked, or both."""

    outline: Outline
    fill: Paint | None = None
    stroke: Stroke | None = None


class FaceRef(NamedTuple):
    """One face, by its file and its number in it; `axes` are the positions of a variable face."""

    name: str
    path: str
    number: int = 0
    axes: tuple[tuple[str, float], ...] = ()


class Glyph(NamedTuple):
    """A glyph of a face and where its origin stands, relative to its run's origin."""

    id: int
    x: float
    y: float


class TextRun(NamedTuple):
    """Shaped glyphs in one face, size and fill, left to right as they are seen.

    `origin` is the left end of the baseline, `advance` the run's width from there, `text` the characters in
    reading order, `role` says what the text is ("quote", "label").
    """

    origin: Point
    glyphs: tuple[Glyph, ...]
    face: FaceRef
    size: float
    fill: Paint
    advance: float
    text: str
    role: str = ""


class Shades(NamedTuple):
    """How dark and how light a picture file is, cell by cell from the left top corner: three bytes R, G, B each.

    No pixel of a cell is below `darkest` or above `lightest` in any channel; where it `shows_through`, what lies
    behind the picture is seen as well.
    """

    columns: int
    rows: int
    darkest: bytes
    lightest: bytes
    shows_through: bool = False


class Picture(NamedTuple):
    """A picture file that fills its box; `radius` rounds the box's corners.

    `role` is the field of the spec that names the file. `crop` is the part that is shown, in shares of its width and
    height and as wide to high as the box; without it the file is scaled to cover the box, about its centre. With
    `tones` its shadows and its lights are these two colours, what lies between is mixed of them. `shades` are the
    file's, where the layout has looked at it.
    """

    rect: Rect
    path: str
    radius: float = 0
    role: str = ""
    crop: Rect | None = None
    tones: tuple[Color, Color] | None = None
    shades: Shades | None = None


class Group(NamedTuple):
    """Items that are moved, clipped or faded together. `clip` is in the group's own coordinates."""

    items: tuple[Item, ...]
    transform: Affine = IDENTITY
    clip: Outline | Rect | None = None
    opacity: float = 1


Item: TypeAlias = Box | Path | TextRun | Picture | Group


class LeftOut(NamedTuple):
    """What a picture does not show, or only as a sum: the fields of the content, and why, in a few words."""

    fields: tuple[str, ...]
    reason: str


class Scene(NamedTuple):
    """A finished layout: page size, items back to front, and the words for those who cannot see it.

    A run that shows a text of the content has its field as role. `summarised` has the fields that another run or a
    mark stands for ("and 3 more", a point of a curve), `left_out` those that the page does without; a list's or a
    part's field stands for all in it. `altered` has sentences on what is shown otherwise than its author asked.
    `alt` is one sentence, `description` everything the picture says.
    """

    size: Size
    items: tuple[Item, ...]
    title: str = ""
    alt: str = ""
    description: str = ""
    left_out: tuple[LeftOut, ...] = ()
    summarised: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()

    def __str__(self) -> str:
        head = [
            f"page {_number(self.size.width)} x {_number(self.size.height)}",
            f"title {self.title}",
            f"alt {self.alt}",
            *([f"description {self.description}"] if self.description else []),
            *(f"left out {', '.join(each.fields) or '-'}: {each.reason}" for each in self.left_out),
            *([f"summarised {', '.join(self.summarised)}"] if self.summarised else []),
            *(f"altered {each}" for each in self.altered),
        ]
        return "\n".join([*head, *_lines(self.items, "")]) + "\n"


def device_size(scene: Scene, scale: float) -> tuple[int, int]:
    """Width and height in whole px at `scale` px for each layout px."""
    return max(1, round(scene.size.width * scale)), max(1, round(scene.size.height * scale))


def walk(items: Iterable[Item], transform: Affine = IDENTITY) -> Iterator[tuple[Item, Affine]]:
    """Every item that is not a group, back to front, with the transform to page coordinates."""
    for item in items:
        if isinstance(item, Group):
            yield from walk(item.items, transform @ item.transform)
        else:
            yield item, transform


def runs(items: Iterable[Item]) -> Iterator[TextRun]:
    """Every run of the items, back to front."""
    for item in items:
        if isinstance(item, TextRun):
            yield item
        elif isinstance(item, Group):
            yield from runs(item.items)


def roles(items: Iterable[Item]) -> set[str]:
    """The fields that the items show."""
    return {run.role for run in runs(items)}


def words_last(items: Iterable[Item]) -> tuple[Item, ...]:
    """The items, those that are no text first: a painter makes what a series of pictures has behind its words once."""
    return tuple(sorted(items, key=lambda item: isinstance(item, TextRun)))


def _lines(items: tuple[Item, ...], indent: str) -> Iterator[str]:
    for item in items:
        yield indent + _line(item)
        if isinstance(item, Group):
            yield from _lines(item.items, indent + "  ")


def _line(item: Item) -> str:
    match item:
        case Box():
            words = ["box", _rect(item.rect)]
            words += [f"radius {_number(item.radius)}"] if item.radius else []
            words += [f"shadow {_number(s.dy)} {_number(s.sigma)} {s.color}" for s in item.shadows]
            return " ".join(words + _fill_and_stroke(item.fill, item.stroke))
        case Path():
            return " ".join(["path", _outline(item.outline), *_fill_and_stroke(item.fill, item.stroke)])
        case TextRun():
            at = f"{_number(item.origin.x)},{_number(item.origin.y)}"
            style = f"{item.face.name} {_number(item.size)} {_paint(item.fill)}"
            return f"text {item.role or '-'} {at} advance {_number(item.advance)} {style} {item.text!r}"
        case Picture():
            words = ["picture", _rect(item.rect), f"radius {_number(item.radius)}"]
            words += ["crop " + " ".join(f"{share:.3f}" for share in item.crop)] if item.crop else []
            words += [f"tones {item.tones[0]} {item.tones[1]}"] if item.tones else []
            return " ".join([*words, item.path.rpartition("/")[2]])
        case Group():
            words = ["group"]
            if item.transform != IDENTITY:
                words.append("matrix " + " ".join(f"{value:.4g}" for value in item.transform))
            if item.clip is not None:
                words.append("clip " + (_rect(item.clip) if isinstance(item.clip, Rect) else _outline(item.clip)))
            if item.opacity != 1:
                words.append(f"opacity {item.opacity:.3g}")
            return " ".join(words)


def _fill_and_stroke(fill: Paint | None, stroke: Stroke | None) -> list[str]:
    words = [f"fill {_paint(fill)}"] if fill is not None else []
    if stroke is not None:
        words.append(f"stroke {_paint(stroke.paint)} {_number(stroke.width)} {stroke.cap} {stroke.join}")
        words += ["dash " + " ".join(map(_number, stroke.dash))] if stroke.dash else []
    return words


def _paint(paint: Paint) -> str:
    match paint:
        case LinearGradient():
            ends = " ".join(map(_number, (*paint.start, *paint.end)))
            return f"linear({ends}: {_stops(paint.stops)})"
        case RadialGradient():
            return f"radial({' '.join(map(_number, (*paint.center, paint.radius)))}: {_stops(paint.stops)})"
        case Color():
            return str(paint)


def _stops(stops: tuple[Stop, ...]) -> str:
    return " ".join(f"{_number(stop.offset)} {stop.color}" for stop in stops)


def _outline(outline: Outline) -> str:
    return " ".join(segment[0] + " ".join(_number(value) for value in segment[1:]) for segment in outline)


def _rect(rect: Rect) -> str:
    return f"{_number(rect.x)},{_number(rect.y)} {_number(rect.width)} x {_number(rect.height)}"


def _number(value: float) -> str:
    return f"{round(value, 1):g}" if round(value, 1) else "0"
