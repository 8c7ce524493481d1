"""`visuals kinds`, `sizes`, `themes` and `fonts`: what there is to choose from."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from pipeline.cli import options
from pipeline.cli.printing import columns, refuse_terminal, say, say_exactly, say_json
from pipeline.files import weight

if TYPE_CHECKING:
    from pipeline.scene import Scene


KINDS, THEMES = "kinds.png", "themes.png"  # where sheets go that nobody names a file for


def _previewing(file: str, meaning: str) -> Callable[[click.decorators.FC], click.decorators.FC]:
    """The options `--preview`, and where it goes."""

    def decorate(command: click.decorators.FC) -> click.decorators.FC:
        place = options.output("With --preview: the picture to write; - is standard output.", file, takes_stream=True)
        return click.option("--preview", is_flag=True, help=meaning)(place(command))

    return decorate


@click.command()
@_previewing(KINDS, "Draw all of them on one sheet.")
@options.as_json
def kinds(preview: bool, output: str | None, as_json: bool) -> None:
    """List the kinds of visual: what `kind:` in a spec may be."""
    from pipeline import project

    if _is_sheet(preview, output):
        from pipeline.authoring import sheets

        _draw(sheets.of_kinds, output, KINDS)
        return
    say_kinds(project.here(), as_json)


def say_kinds(home: str, as_json: bool) -> None:
    """List the kinds that the project at `home` may use."""
    from pipeline import kinds as kinds_

    found = [(name, kinds_.load(name, home).summary) for name in kinds_.names(home)]
    if as_json:
        say_json([{"name": name, "summary": summary} for name, summary in found])
    else:
        say(*columns(found))


@click.command()
@options.as_json
def sizes(as_json: bool) -> None:
    """List the sizes: what `sizes:` in a spec may hold, beside any WIDTHxHEIGHT from 320 to 8192 px."""
    from pipeline.sizes import presets

    if as_json:
        say_json([preset._asdict() for preset in presets().values()])
        return
    rows = [(p.name, f"{p.width} x {p.height}", f"{weight(p.budget_bytes)}", p.serves) for p in presets().values()]
    say(*columns([("size", "pixels", "budget", "serves"), *rows]))


@click.command()
@_previewing(THEMES, "Draw every kind in each of them on one sheet.")
@options.as_json
def themes(preview: bool, output: str | None, as_json: bool) -> None:
    """List the themes: what `themes:` in a spec may hold, those in specs/themes/ included."""
    from pipeline import project, theme

    if _is_sheet(preview, output):
        from pipeline.authoring import sheets

        _draw(sheets.of_themes, output, THEMES)
        return
    shelf = theme.Shelf(project.themes(os.path.join(project.specs(), "spec.yaml")))
    found = [(name, shelf.load(name).description) for name in shelf.names()]
    if as_json:
        say_json([{"name": name, "description": description} for name, description in found])
    else:
        say(*columns(found))


@click.command()
@options.as_json
def fonts(as_json: bool) -> None:
    """List the faces: families, weights and styles, the scripts they cover, and where each comes from.

    Faces in the project's fonts/ folder come first. To add one, put its file there.
    """
    from pipeline import project
    from pipeline.typography import library

    faces = library(project.fonts("spec.yaml"))  # as for a spec in the current folder
    families = faces.families()
    if as_json:
        refused = [problem.keys() for problem in faces.refused]
        say_json({"families": [family._asdict() for family in families], "refused": refused})
        return
    rows = [(family.name, family.origin, ", ".join(family.scripts), ", ".join(family.styles)) for family in families]
    say(*columns([("family", "from", "scripts", "styles"), *rows]))
    say(*(line for problem in faces.refused for line in f"not used: {problem}".splitlines()))


def _is_sheet(preview: bool, output: str | None) -> bool:
    """Whether a sheet is to be drawn; raises UsageError for a place without one."""
    if output is not None and not preview:
        raise click.UsageError("-o says where the sheet goes that --preview draws: add --preview")
    return preview


def _draw(sheet: Callable[[], Scene], output: str | None, usual: str) -> None:
    """Write a contact sheet in the format of the file's suffix, and say so."""
    from pipeline import files, formats
    from pipeline.authoring import sheets

    path = output or usual
    format_name = "png" if path == options.STANDARD else formats.of_suffix(path)
    if format_name is None:
        known = ", ".join(map(formats.suffix, formats.names()))
        raise click.BadParameter(f"{path}: expected a name that ends in one of {known}", param_hint="'-o'")
    if path == options.STANDARD:
        refuse_terminal()
    scene = sheet()
    data = sheets.encoded(scene, format_name)
    if path == options.STANDARD:
        say_exactly(data)
        return
    files.write_atomically(path, data, is_named=output is not None)
    say(f"{path}  {scene.size.width:.0f} x {scene.size.height:.0f}  {weight(len(data))}")
