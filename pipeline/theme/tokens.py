"""What a theme says: colours, faces, gradients and shadows by role, and the mark and name of whoever signs."""

from typing import Annotated, Literal, NamedTuple, TypeAlias

from pipeline.color import Color
from pipeline.scene import Shadow, Stop
from pipeline.schema import Part, key

Corner: TypeAlias = Literal["top_left", "top_right", "bottom_left", "bottom_right"]


class Colors(Part):
    """The colours by role. Text takes ink, ink_2, muted, accent, a `_text`, positive or an `on_` colour."""

    paper: Annotated[Color, key("The page.")]
    surface: Annotated[Color, key("Cards and sheets.")]
    surface_2: Annotated[Color, key("Wells and tracks.")]
    surface_3: Annotated[Color, key("Pressed wells, the empty part of bars.")]
    ink: Annotated[Color, key("Headings and other first text.")]
    ink_2: Annotated[Color, key("Body text.")]
    muted: Annotated[Color, key("Captions and other quiet text.")]
    rule: Annotated[Color, key("Hairlines.")]
    rule_strong: Annotated[Color, key("Axes and dashed guides.")]
    control: Annotated[Color, key("Outlines of empty check boxes and markers.")]
    accent: Annotated[Color, key("The colour of structure; text and fills.")]
    accent_soft: Annotated[Color, key("The accent where it must stand back: second strokes, never text.")]
    accent_tint: Annotated[Color, key("Fills behind text in the accent.")]
    on_accent: Annotated[Color, key("Text on the accent.")]
    accent_2: Annotated[Color, key("The colour that catches the eye; graphics only.")]
    accent_2_text: Annotated[Color, key("The second accent where it is text.")]
    accent_2_tint: Annotated[Color, key("Fills behind text in the second accent.")]
    on_accent_2: Annotated[Color, key("Text on the second accent.")]
    positive: Annotated[Color, key("A green as text: the names on a map's eighth path.")]
    positive_fill: Annotated[Color, key("The same green as a shape.")]
    series_rest: Annotated[Color, key("What a chart sums up as the rest.")]
    cat: Annotated[
        tuple[Color, ...],
        key("Colours of series, categories and paths in order of use; each has a label.", min_length=6),
    ]
    cat_text: Annotated[tuple[Color, ...], key("The same hues where they are text.", min_length=6)]
    seq: Annotated[tuple[Color, ...], key("A ramp of one hue, from low to high.", min_length=2)]
    flow_band: Annotated[Color, key("The bands of a flow.")]
    flow_node: Annotated[Color, key("The stations of a flow.")]
    flow_open: Annotated[Color, key("What is still open.")]
    flow_closed: Annotated[Color, key("What was turned down.")]
    flow_closed_2: Annotated[Color, key("What was withdrawn.")]


class Faces(Part):
    """The families of each role, the preferred one first; a family may be named with a style: `Manrope ExtraBold`."""

    display: Annotated[tuple[str, ...], key("Titles and quotes.", min_length=1)]
    text: Annotated[tuple[str, ...], key("Everything else.", min_length=1)]
    numerals: Annotated[tuple[str, ...], key("Large numerals and axis labels.", min_length=1)]


class Logo(Part):
    """The mark of whoever signs the pictures, as a file has it."""

    file: Annotated[str, key("A PNG, its name counted from the folder of the file that says so.", min_length=1)]
    corner: Annotated[
        Corner | None, key("Where it stands, by default the first free corner; from right to left they are mirrored.")
    ] = None
    size: Annotated[float, key("Its height in px at og, on larger pages in proportion.", ge=16, le=160)] = 44


class Mark(NamedTuple):
    """A logo as it can be opened and set: its width is `ratio` times its height."""

    path: str
    ratio: float
    corner: Corner | None
    size: float


class Grid(Part):
    """Fine lines behind everything, as on squared paper."""

    step: Annotated[float, key("From line to line, in px at og, on larger pages in proportion.", ge=8, le=200)]
    color: Color


class Gradients(NamedTuple):
    """The stops of the theme's fades, evenly spaced."""

    sun: tuple[Stop, ...]
    glow: tuple[Stop, ...]


class Theme(NamedTuple):
    """What a kind takes its looks from.

    `shadows` are a card's, `edge` is the colour of its inner line, `mark` and `handle` sign every picture.
    """

    name: str
    description: str
    colors: Colors
    faces: Faces
    gradients: Gradients
    shadows: tuple[Shadow, ...]
    edge: Color
    edge_width: float = 1
    card_radius: float = 20
    grid: Grid | None = None
    mark: Mark | None = None
    handle: str = ""
