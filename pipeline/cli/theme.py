"""`visuals theme`: make a theme of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from pipeline.cli import options
from pipeline.cli.printing import say

if TYPE_CHECKING:
    from pipeline.color import Color
    from pipeline.theme import Shelf


@click.group()
def theme() -> None:
    """Make a custom theme."""


@theme.command()
@click.argument("name")
@click.option("--accent", required=True, metavar="COLOUR", help='The colour to begin with, such as "#7A3CFF".')
@options.specs("The folder of the specs.")
def new(name: str, accent: str, specs: str) -> None:
    """Make the light theme NAME and the dark theme NAME-dark from one accent.

    Every text can be read on what it stands on, and the colours of categories stay apart for readers of every kind of
    sight. Where the accent cannot be read as it is, it is made lighter or darker. The two files are
    specs/themes/NAME.yaml and specs/themes/NAME-dark.yaml; change in them what you like. A file that is there is never
    overwritten.

    \b
    Example:
      visuals theme new mine --accent "#7A3CFF"
      visuals render specs/quote_card.yaml --theme mine
    """
    import os

    from pipeline import files, project
    from pipeline.theme import Shelf, check_name, load
    from pipeline.theme.deriving import derive
    from pipeline.theme.oklch import least_apart
    from pipeline.theme.writing import written

    color = _color(accent)
    folder = project.themes(os.path.join(specs, "spec.yaml"))
    names = {name: "paper", f"{name}-dark": "ink"}
    check_name(name)
    paths = {each: os.path.join(folder, f"{each}.yaml") for each in names}
    _refuse_known(Shelf(folder), paths)
    for each, base in names.items():
        palette = derive(color, load(base))
        on = "light" if base == "paper" else "dark"
        text = written(palette, base, f"made from {color}, for {on} pages")
        files.write_atomically(paths[each], text.encode())
        apart, _ = least_apart(palette.colors.cat)
        moved = "" if palette.colors.accent == color else f"; {color} became {palette.colors.accent}, to be readable"
        say(f"{paths[each]}  made; categories at least {apart:.0f} apart in CIELAB{moved}")
    say(f"write `themes: [{name}, {name}-dark]` in a spec, or in {os.path.join(specs, '_defaults.yaml')}")


def _color(written: str) -> Color:
    from pipeline.color import Color

    try:
        color = Color.parse(written)
    except ValueError:
        color = None
    if color is None or color.alpha != 1:
        fact = f"expected a colour such as #7A3CFF, found {written}"
        raise click.BadParameter(f"{fact}; in quotes, because the shell takes # for a comment", param_hint="'--accent'")
    return color


def _refuse_known(shelf: Shelf, paths: Mapping[str, str]) -> None:
    """Raise ThemeError for each name that is taken."""
    from pipeline.errors import Problem, ThemeError

    taken = [each for each in paths if each in shelf.names()]
    if taken:
        fact, hint = "expected a new theme, found one that is there", "choose another name, or remove the file"
        raise ThemeError(*(Problem(f"{fact}: {each}", hint=hint) for each in taken))
