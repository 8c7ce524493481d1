"""`visuals init`: make a folder a project."""

from __future__ import annotations

import os
from collections.abc import Iterator

import click

from pipeline.cli.printing import say

SITES = ("hugo", "jekyll", "mkdocs", "sphinx", "astro", "eleventy", "docusaurus", "plain")
FIRST = "quote_card"


@click.command()
@click.argument("folder", type=click.Path(file_okay=False), default=os.curdir)
@click.option("--site", type=click.Choice(SITES), help="The site generator.  [default: detected by its files]")
@click.option("--hooks", is_flag=True, help="Also write .pre-commit-config.yaml: build and check before a commit.")
@click.option("--workflow", is_flag=True, help="Also write .github/workflows/visuals.yml: check each push.")
def init(folder: str, site: str | None, hooks: bool, workflow: bool) -> None:
    """Set a project up in FOLDER, by default the current one: its settings and a first spec.

    The settings, visuals.toml, say where specs, pictures and articles lie; they suit the site generator whose files
    are there. A file that is there is never overwritten.

    \b
    Examples:
      visuals init
      visuals init blog --site hugo
      visuals init --hooks --workflow
    """
    from pipeline import files
    from pipeline.authoring import sites

    chosen = sites.placed(sites.named(site) if site else sites.detected(folder), folder)
    settings = sites.settings(chosen, folder)
    written = [(os.path.normpath(path), text) for path, text in _files(folder, settings, hooks, workflow)]
    kept = [path for path, _ in written if os.path.lexists(path)]
    for path, text in written:
        if path not in kept:
            files.write_atomically(path, text.encode())
        say(f"{path}  {'kept: it is there already' if path in kept else 'made'}")
    if chosen.also:
        say(f"to do: {chosen.also}")
    inside = "" if os.path.realpath(folder) == os.path.realpath(os.curdir) else f"cd {folder} && "
    say(f"site: {chosen.name}. Next: {inside}visuals build")


def _files(folder: str, settings: str, hooks: bool, workflow: bool) -> Iterator[tuple[str, str]]:
    """The path and text of each file of a new project."""
    from pipeline import __version__, project
    from pipeline.authoring import sites, starters

    yield os.path.join(folder, project.SETTINGS), settings
    if not os.path.isdir(specs := os.path.join(folder, project.SPECS)):
        yield os.path.join(specs, f"{FIRST}.yaml"), starters.starter(FIRST)
    if hooks:
        yield os.path.join(folder, ".pre-commit-config.yaml"), sites.PRE_COMMIT
    if workflow:
        path = os.path.join(folder, ".github", "workflows", "visuals.yml")
        yield path, sites.WORKFLOW.replace("{version}", __version__)
