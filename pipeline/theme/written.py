"""A theme as an author writes it: every key of its file, flat."""

from typing import Annotated

from pipeline.color import Color
from pipeline.schema import Part, key
from pipeline.theme.tokens import Colors, Faces, Grid, Logo


class Fades(Part):
    """The gradients as a file has them."""

    sun: Annotated[tuple[Color, ...], key("Colours at even steps from top to bottom.", min_length=2)]
    glow: Annotated[tuple[Color, ...], key("Colours at even steps from the centre out.", min_length=2)]


class Shadow(Part):
    """A shadow as a file has it: as in CSS."""

    dy: Annotated[float, key("How far down, in px.")]
    blur: Annotated[float, key("The blur radius as CSS has it, in px.", ge=0)]
    color: Color


class Theme(Colors):
    """A theme as its file has it, with what it extends."""

    faces: Faces
    gradients: Fades
    shadows: Annotated[tuple[Shadow, ...], key("The shadows of a card.")]
    edge: Annotated[Color, key("The colour of a card's inner line.")]
    edge_width: Annotated[float, key("The width of that line, in px.", ge=0, le=12)] = 1
    card_radius: Annotated[float, key("How round a card's corners are, in px.", ge=0, le=80)] = 20
    description: Annotated[str, key("What it looks like, in a line.", max_length=100)] = ""
    grid: Annotated[Grid | None, key("Fine lines behind everything, as on squared paper.")] = None
    logo: Annotated[Logo | None, key("The mark of whoever signs the pictures.")] = None
    handle: Annotated[str, key("A name to sign every picture with.", max_length=40)] = ""
