"""`visuals kinds`, `sizes`, `themes` and `fonts`: what there is to choose from."""

from __future__ import annotations

import click

from pipeline.cli.report import columns, weight


@click.command()
def kinds() -> None:
    """List the kinds of visual: what `kind:` in a spec may be."""
    from pipeline import kinds as kinds_

    click.echo(columns([(name, kinds_.load(name).summary) for name in kinds_.names()]))


@click.command()
def sizes() -> None:
    """List the sizes: what `sizes:` in a spec may hold, beside any WIDTHxHEIGHT from 320 to 8192 px."""
    from pipeline.sizes import presets

    rows = [(p.name, f"{p.width} x {p.height}", f"{weight(p.budget_bytes)}", p.serves) for p in presets().values()]
    click.echo(columns([("size", "pixels", "budget", "serves"), *rows]))


@click.command()
def themes() -> None:
    """List the themes: what `themes:` in a spec may hold."""
    from pipeline import theme

    click.echo(columns([(name, theme.load(name).description) for name in theme.names()]))


@click.command()
def fonts() -> None:
    """List the faces: families, weights and styles, the scripts they cover, and where each comes from.

    Faces in the project's fonts/ folder come first. To add one, put its file there.
    """
    from pipeline import project
    from pipeline.typography import library

    families = library(project.fonts("spec.yaml")).families()  # as for a spec in the current folder
    rows = [(family.name, family.origin, ", ".join(family.scripts), ", ".join(family.styles)) for family in families]
    click.echo(columns([("family", "from", "scripts", "styles"), *rows]))
