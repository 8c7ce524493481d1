"""What goes into the typesetter and what comes out: styled text, settings to try, set paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import Literal, NamedTuple, TypeAlias

from pipeline.geometry import Point
from pipeline.scene import Paint, TextRun
from pipeline.typography.faces import FaceMetrics

Align: TypeAlias = Literal["start", "center", "end"]
Direction: TypeAlias = Literal["auto", "ltr", "rtl"]


LEADING = 1.33  # of the size, where a style does not say
ABOVE, BELOW = 0.75, 0.25  # of the size: the ink of Latin letters without marks, for which layouts leave room
MARKS = 0.35  # of the size, above and below these: what Latin letters with marks take, into the room between lines
_SHARES = {"left": 0.0, "center": 0.5, "right": 1.0}  # of what a line leaves of its column
AIR = 0.05  # of the size, between the inks of lines that are set farther apart for their sake


class TextStyle(NamedTuple):
    """How text looks. `families` are tried in order; leading is a multiple of the size; features are OpenType tags."""

    families: tuple[str, ...]
    size: float
    fill: Paint
    weight: int = 400
    italic: bool = False
    leading: float = LEADING
    tracking_em: float = 0.0
    features: tuple[str, ...] = ()

    def shapes_with(self, other: TextStyle) -> bool:
        """Whether letters of both styles are shaped together: a colour alone does not part them."""
        return self._replace(fill=other.fill) == other

    def scaled(self, factor: float) -> TextStyle:
        """The style in another size."""
        families, size, fill, weight, italic, leading, tracking_em, features = self
        return TextStyle(families, size * factor, fill, weight, italic, leading, tracking_em, features)


class Span(NamedTuple):
    """Text in one style; `role` is the field it comes from, where that is another than its paragraph's.

    `is_emphasised` where its author set it apart: a few words of it stay in one line.
    """

    text: str
    style: TextStyle
    role: str = ""
    is_emphasised: bool = False


StyledText: TypeAlias = Sequence[Span]


class Setting(NamedTuple):
    """One way to set a text: its size, leading and most lines; weight and tracking where it changes the style's."""

    size: float
    leading: float
    max_lines: int = 1000
    weight: int | None = None
    tracking_em: float | None = None

    def applied(self, text: StyledText) -> tuple[Span, ...]:
        """The text in this setting; spans keep their proportions to the first one."""
        factor = self.size / text[0].style.size
        return tuple(Span(span.text, self._style(span.style, factor), span.role, span.is_emphasised) for span in text)

    def _style(self, style: TextStyle, factor: float) -> TextStyle:
        families, size, fill, weight, italic, _, tracking_em, features = style
        tracking_em = tracking_em if self.tracking_em is None else self.tracking_em
        return TextStyle(
            families, size * factor, fill, self.weight or weight, italic, self.leading, tracking_em, features
        )


class Line(NamedTuple):
    """One line: its runs relative to the line's left edge and baseline, its width without what hangs outside."""

    runs: tuple[TextRun, ...]
    width: float
    text: str


class Extents(NamedTuple):
    """From baseline to baseline, and how far ink reaches above the first of these and below the last, in px.

    Where it does not push, lines stand where they are placed, however far their ink reaches.
    """

    leading: float
    rise: float
    drop: float
    pushes: bool = True

    def beyond(self, size: float) -> tuple[float, float]:
        """What of it is more than layouts leave above a first line and below a last one, where it is much more."""
        if not self.pushes:
            return 0.0, 0.0
        over, under = self.rise - ABOVE * size, self.drop - BELOW * size
        return over if over > MARKS * size else 0.0, under if under > MARKS * size else 0.0


class Paragraph(NamedTuple):
    """Set lines; baselines are `leading` px apart. `align` is left, middle or right: what the reader sees.

    Where tall letters reach farther than layouts leave room for, the first line stands lower by as much.
    """

    lines: tuple[Line, ...]
    size: float
    measure: float
    align: Literal["left", "center", "right"]
    metrics: FaceMetrics
    extents: Extents

    @property
    def leading(self) -> float:
        """From baseline to baseline."""
        return self.extents.leading

    @property
    def over(self) -> float:
        """How much lower than it is placed the first line stands, for the ink above it."""
        return self.extents.beyond(self.size)[0]

    @property
    def width(self) -> float:
        """The widest line."""
        return self.lines[0].width if len(self.lines) == 1 else max([line.width for line in self.lines], default=0.0)

    @property
    def depth(self) -> float:
        """From where the first baseline is placed to the last, or as far as tall letters push what stands below."""
        over, under = self.extents.beyond(self.size)
        return self.extents.leading * max(len(self.lines) - 1, 0) + (over + under)

    @property
    def cap_height(self) -> float:
        """Of the first face, in px."""
        return self.metrics.cap_height * self.size

    @property
    def height(self) -> float:
        """From the first line's cap height to the last baseline: what the eye takes for the block."""
        return self.cap_height + self.depth

    def apart_from(self, below: Paragraph) -> float:
        """How far below the last line another paragraph is placed, at the least, so that their inks do not touch."""
        under = self.extents.beyond(self.size)[1]
        return self.extents.drop - under + below.extents.rise - below.over + AIR * below.size

    def placed(self, x: float, baseline: float, role: str = "") -> tuple[TextRun, ...]:
        """The runs with the column's left edge at x and the first baseline at `baseline`, with another role if named.

        Baselines stand on whole px, so that feet and stems of small text are crisp.
        """
        share = _SHARES[self.align]
        column = self.measure if self.measure < inf else self.width
        first, leading = baseline + self.over, self.leading
        placed = []
        for index, line in enumerate(self.lines):
            left, down = x + (column - line.width) * share, round(first + index * leading)
            placed += [moved(run, left, down, role) for run in line.runs]
        return tuple(placed)


def moved(run: TextRun, dx: float, dy: float, role: str = "") -> TextRun:
    """The run shifted by dx and dy, with another role if one is named."""
    (x, y), glyphs, face, size, fill, advance, text, own = run
    return TextRun(Point(x + dx, y + dy), glyphs, face, size, fill, advance, text, role or own)
