"""`visuals theme`: make a theme of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import click

from pipeline.cli import options
from pipeline.cli.printing import say, say_json

if TYPE_CHECKING:
    from pipeline.color import Color
    from pipeline.theme import Shelf


class Themes(click.Group):
    """The commands on themes; one that there is not leads to one that there is."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments begin with."""
        if args[0] not in self.commands and not ctx.resilient_parsing:
            ctx.fail(f"No such command '{args[0]}': `visuals themes` lists them, `visuals theme new NAME` makes one.")
        return super().resolve_command(ctx, args)


@click.group(cls=Themes)
def theme() -> None:
    """Make a custom theme."""


@theme.command()
@click.argument("name")
@click.option("--accent", required=True, metavar="COLOUR", help='The colour to begin with, such as "#7A3CFF".')
@options.specs("Folder of the specs.")
@options.as_json
def new(name: str, accent: str, specs: str, as_json: bool) -> None:
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
    made = []
    for each, base in names.items():
        palette = derive(color, load(base))
        on = "light" if base == "paper" else "dark"
        text = written(palette, base, f"made from {color}, for {on} pages")
        files.write_atomically(paths[each], text.encode())
        apart, _ = least_apart(palette.colors.cat)
        moved = "" if palette.colors.accent == color else f"; {color} became {palette.colors.accent}, to be readable"
        made.append({"name": each, "path": paths[each], "accent": str(palette.colors.accent), "apart": round(apart)})
        if not as_json:
            say(f"{paths[each]}  made; categories at least {apart:.0f} apart in CIELAB{moved}")
    if as_json:
        say_json({"made": made})
    else:
        say(_next(names, specs))


def _next(names: Iterable[str], specs: str) -> str:
    """What makes pictures in themes of these names: one place for all specs, or a spec."""
    import os

    from pipeline import project

    first, second = names
    settings = os.path.join(project.here(), project.SETTINGS)
    if os.path.isfile(settings):
        return f'write `themes = ["{first}", "{second}"]` in {os.path.relpath(settings)}, or `themes:` in a spec'
    return f"write `themes: [{first}, {second}]` in a spec, or in {os.path.join(specs, project.DEFAULTS)}"


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
