"""A renderer that draws nothing: what a figure would draw becomes scene items, its texts set by our typesetter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import inf, radians
from typing import Any, NamedTuple, TypeAlias

from matplotlib.backend_bases import RendererBase
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, weight_dict
from matplotlib.path import Path as Curve
from matplotlib.transforms import Affine2D, Transform

from pipeline import curves
from pipeline.color import Color
from pipeline.geometry import IDENTITY, Affine, Point, Rect
from pipeline.scene import Group, Item, Outline, Path, Segment, Stroke
from pipeline.theme import Theme
from pipeline.typography import Paragraph, Span, TextStyle, Typesetter

Clip: TypeAlias = tuple[Outline | Rect, ...]

DASH_TOLERANCE = 0.02  # px that the pieces of a dashed curve may stray from it

_BLACK = Color(0, 0, 0)
_STOP, _MOVE, _QUADRATIC, _CUBIC, _CLOSE = (  # plain numbers: numpy's compare ten times slower
    int(code) for code in (Curve.STOP, Curve.MOVETO, Curve.CURVE3, Curve.CURVE4, Curve.CLOSEPOLY)
)


class _Recorded(NamedTuple):
    clip: Clip
    item: Item


def recorded(
    figure: Figure, typesetter: Typesetter, theme: Theme, rect: Rect, role: str, *, mirrored: bool
) -> tuple[Item, ...]:
    """The figure's items, see `charts.record`."""
    width, height = float(figure.bbox.width), float(figure.bbox.height)
    scale = float(rect.width) / width
    page = Affine(scale, 0, 0, scale, rect.x, rect.y)
    if mirrored:
        page = Affine(-scale, 0, 0, scale, rect.right, rect.y)
    recorder = Recorder(width, height, typesetter, theme, role, page)
    figure.draw(recorder)
    return recorder.items()


class Recorder(RendererBase):
    """Keeps what it is told to draw. The figure's dpi must be 72, so that its points are px."""

    def __init__(
        self,
        width: float,
        height: float,
        typesetter: Typesetter,
        theme: Theme,
        role: str = "",
        page: Affine = IDENTITY,
    ) -> None:
        super().__init__()
        self.width, self.height = width, height
        self._typesetter = typesetter
        self._theme = theme
        self._roles = [role]
        self._flip = Affine2D().scale(1, -1).translate(0, height)  # matplotlib's y grows upwards
        self._page = page  # from px of the figure, downwards, to layout px; it may turn left and right round
        self._scale = page.d
        self._mirrored = page.a < 0
        self._kept: list[_Recorded] = []

    def items(self) -> tuple[Item, ...]:
        """What has been drawn so far, neighbours with the same clip in one group."""
        return tuple(_grouped(self._kept))

    # What matplotlib asks.

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self.width, self.height

    def flipy(self) -> bool:
        return True

    def points_to_pixels(self, points: Any) -> Any:
        return points

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: bool | str
    ) -> tuple[float, float, float]:
        paragraph = self._set(s, prop, _BLACK, 1.0)
        ascent, descent, _ = self._extent(paragraph)
        return paragraph.width, ascent + descent, descent

    def _get_font_height_metrics(self, prop: FontProperties) -> tuple[float, float, float]:
        """Matplotlib's own name: asked before it would open a font file."""
        return self._extent(self._set("x", prop, _BLACK, 1.0))

    # What matplotlib tells.

    def open_group(self, s: str, gid: str | None = None) -> None:
        self._roles.append(gid or self._roles[-1])

    def close_group(self, s: str) -> None:
        self._roles.pop()

    def draw_path(self, gc: Any, path: Any, transform: Any, rgbFace: Any = None) -> None:
        width = float(gc.get_linewidth()) * self._scale
        fill = _fill(gc, rgbFace)
        stroke = self._stroke(gc, width)
        if fill is None and stroke is None:
            return
        upright = transform + self._flip  # turned over before edges snap to px, as Agg does
        outline = _outline(path, self._page, upright, snap=gc.get_snap(), stroke_width=gc.get_linewidth())
        if stroke and gc.get_capstyle() == "projecting" and not stroke.dash:
            outline = _lengthened(outline, width / 2)
        offset = float(gc.get_dashes()[0] or 0.0) * self._scale
        if stroke and stroke.dash and offset:
            if fill:
                self._keep(gc, Path(outline, fill))
            self._keep(gc, Path(_dashed(outline, stroke.dash, offset), None, stroke._replace(dash=())))
        elif outline:
            self._keep(gc, Path(outline, fill, stroke))
        if gc.get_hatch():
            self._hatch(gc, outline)

    def draw_text(
        self,
        gc: Any,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: bool | str = False,
        mtext: Any = None,
    ) -> None:
        if ismath:
            raise NotImplementedError("mathematical notation is not drawn; write plain text")
        at = self._page.apply(float(x), float(y))
        paragraph = self._set(s, prop, _color(gc.get_rgb()), self._scale)
        back = paragraph.width if self._mirrored else 0.0
        if angle % 360 == 0:
            for run in paragraph.placed(at.x - back, at.y):
                self._keep(gc, run)
            return
        turned = Affine(e=at.x, f=at.y) @ Affine.rotate(radians(angle if self._mirrored else -angle))
        self._keep(gc, Group(paragraph.placed(-back, 0), turned))

    def draw_image(self, gc: Any, x: float, y: float, im: Any, transform: Any = None) -> None:
        raise NotImplementedError("images are not drawn; use pcolormesh in the place of imshow")

    def draw_tex(self, *arguments: Any, **options: Any) -> None:
        raise NotImplementedError("TeX is not drawn; write plain text")

    # How it is kept.

    def _keep(self, gc: Any, item: Item) -> None:
        self._kept.append(_Recorded(self._clip(gc), item))

    def _clip(self, gc: Any) -> Clip:
        clips: list[Outline | Rect] = []
        box = gc.get_clip_rectangle()
        if box is not None:
            corner = self._page.apply(float(box.x1 if self._mirrored else box.x0), self.height - float(box.y1))
            far = self._page.apply(float(box.x0 if self._mirrored else box.x1), self.height - float(box.y0))
            clips.append(Rect(corner.x, corner.y, far.x - corner.x, far.y - corner.y))
        path, transform = gc.get_clip_path()
        if path is not None:
            clips.append(_outline(path, self._page, transform + self._flip))
        return tuple(clips)

    def _stroke(self, gc: Any, width: float) -> Stroke | None:
        color = _color(gc.get_rgb())
        if width <= 0 or color.alpha == 0:
            return None
        _, dashes = gc.get_dashes()
        cap, join = gc.get_capstyle(), gc.get_joinstyle()
        return Stroke(
            color,
            width,
            "round" if cap == "round" else "butt",
            join if join in ("round", "bevel") else "miter",
            tuple(float(length) * self._scale for length in dashes or ()),
        )

    def _hatch(self, gc: Any, outline: Outline) -> None:
        """Lay the hatch's square tile over the outline and cut it there."""
        ends = [(values[-2], values[-1]) for _, *values in outline if values]
        xs, ys = [x for x, _ in ends], [y for _, y in ends]
        side = 72 * self._scale
        color = _color(gc.get_hatch_color())
        line = Stroke(color, gc.get_hatch_linewidth() * self._scale)
        tiles = []
        for column in range(int(min(xs) // side), int(max(xs) // side) + 1):
            for row in range(int(min(ys) // side), int(max(ys) // side) + 1):
                tile = Affine(side, 0, 0, -side, column * side, (row + 1) * side)
                tiles.append(Path(_outline(gc.get_hatch_path(), tile), color, line))
        self._keep(gc, Group(tuple(tiles), clip=outline))

    def _set(self, text: str, prop: FontProperties, fill: Color, scale: float) -> Paragraph:
        weight: Any = prop.get_weight()
        style = TextStyle(
            self._families(prop.get_family()),
            float(prop.get_size_in_points()) * scale,
            fill,
            int(weight_dict.get(weight, weight)),
            prop.get_style() != "normal",
        )
        return self._set_in(text, style)

    def _set_in(self, text: str, style: TextStyle) -> Paragraph:
        return self._typesetter.set([Span(text, style)], inf, role=self._roles[-1])

    def _families(self, asked: Iterable[str]) -> tuple[str, ...]:
        faces = self._theme.faces
        generic = {"sans-serif": faces.text, "serif": faces.display, "monospace": faces.numerals}
        return tuple(name for family in asked for name in generic.get(family, (family,)))

    @staticmethod
    def _extent(paragraph: Paragraph) -> tuple[float, float, float]:
        """Ascent, descent and gap in px: as much above capitals as below them, so that `center` centres capitals."""
        size, metrics = paragraph.size, paragraph.metrics
        below = abs(metrics.descender) * size
        return metrics.cap_height * size + below, below, 0.0


def _grouped(kept: Sequence[_Recorded]) -> Iterator[Item]:
    """The items; a run of neighbours under one clip is one group."""
    index = 0
    while index < len(kept):
        clip = kept[index].clip
        stop = index
        while stop < len(kept) and kept[stop].clip == clip:
            stop += 1
        items: tuple[Item, ...] = tuple(each.item for each in kept[index:stop])
        for area in reversed(clip):
            items = (Group(items, IDENTITY, area),)
        yield from items
        index = stop


def _fill(gc: Any, face: Sequence[float] | None) -> Color | None:
    """The fill's colour; a forced alpha stands for the face's own, as in matplotlib's Agg."""
    if face is None:
        return None
    color = _color(face)
    if gc.get_forced_alpha() or len(face) == 3:
        color = color.with_alpha(float(gc.get_alpha()))
    return color if color.alpha > 0 else None


def _color(rgba: Sequence[float]) -> Color:
    red, green, blue, *alpha = (float(value) for value in rgba)
    return Color(round(red * 255), round(green * 255), round(blue * 255), alpha[0] if alpha else 1.0)


def _outline(path: Any, page: Affine, transform: Transform | None = None, **snapping: Any) -> Outline:
    """Matplotlib's path as ours; `page`, which only scales and moves, follows `transform` and the snapping to px."""
    cleaned = path.cleaned(transform, True, simplify=False, curves=True, **snapping)  # True: without its gaps (NaN)
    vertices = (cleaned.vertices * (page.a, page.d) + (page.e, page.f)).tolist()
    segments: list[Segment] = []
    pen = start = (0.0, 0.0)
    points = zip(cleaned.codes.tolist(), vertices, strict=True)
    for code, (x, y) in points:
        if code == _STOP:
            break
        if code == _CLOSE:
            segments.append(("Z",))
            pen = start
        elif code == _CUBIC:
            (_, handle), (_, pen) = next(points), next(points)
            segments.append(("C", x, y, *handle, *pen))
        elif code == _QUADRATIC:
            _, end = next(points)
            segments.append(("C", *_raised(Point(*pen), Point(x, y), Point(*end)), *end))
            pen = end
        else:
            pen = (x, y)
            start = pen if code == _MOVE else start
            segments.append(("M" if code == _MOVE else "L", x, y))
    return tuple(segments)


def _raised(start: Point, handle: Point, end: Point) -> tuple[float, float, float, float]:
    """The two handles of the cubic that is the same curve as the quadratic one."""
    return (
        start.x + (handle.x - start.x) * 2 / 3,
        start.y + (handle.y - start.y) * 2 / 3,
        end.x + (handle.x - end.x) * 2 / 3,
        end.y + (handle.y - end.y) * 2 / 3,
    )


def _dashed(outline: Outline, dash: Sequence[float], offset: float) -> Outline:
    """The dashes of a line that does not begin with a whole one, as lines of their own: our strokes know no offset."""
    dashes = curves.dashed(curves.flatten(outline, DASH_TOLERANCE), dash, offset)
    return tuple(("L" if at else "M", *vertex) for each in dashes for at, vertex in enumerate(each.points))


def _lengthened(outline: Outline, by: float) -> Outline:
    """An open line of straight pieces, longer at both ends: a projecting cap, which our strokes do not have."""
    if len(outline) < 2 or any(segment[0] != ("L" if index else "M") for index, segment in enumerate(outline)):
        return outline
    points = [Point(x, y) for _, x, y in outline]  # type: ignore[misc]
    points[0] = _beyond(points[1], points[0], by)
    points[-1] = _beyond(points[-2], points[-1], by)
    return (("M", *points[0]), *(("L", *point) for point in points[1:]))


def _beyond(start: Point, end: Point, by: float) -> Point:
    dx, dy = end.x - start.x, end.y - start.y
    length = (dx * dx + dy * dy) ** 0.5
    return Point(end.x + dx / length * by, end.y + dy / length * by) if length else end
