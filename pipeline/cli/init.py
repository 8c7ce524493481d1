"""`visuals init`: make a folder a project."""

from __future__ import annotations

import os
from collections.abc import Iterator

import click

from pipeline.cli import options
from pipeline.cli.printing import say, say_json

SITES = ("hugo", "jekyll", "mkdocs", "sphinx", "astro", "eleventy", "docusaurus", "plain")
FIRST = "quote_card"


@click.command()
@click.argument("folder", type=click.Path(file_okay=False), default=os.curdir)
@click.option("--site", type=click.Choice(SITES), help="The site generator.  [default: detected by its files]")
@click.option("--hooks", is_flag=True, help="Also write .pre-commit-config.yaml: build and check before a commit.")
@click.option("--workflow", is_flag=True, help="Also write .github/workflows/visuals.yml: check each push.")
@click.option("--plugin", is_flag=True, help="Also add our plugin to the settings of MkDocs or Sphinx: social cards.")
@options.as_json
def init(folder: str, site: str | None, hooks: bool, workflow: bool, plugin: bool, as_json: bool) -> None:
    """Set a project up in FOLDER, by default the current one: its settings and a first spec.

    The settings, visuals.toml, say where specs, pictures and articles lie; they suit the site generator whose files
    are there. A file that is there is never overwritten; with --plugin, lines are added at the end of mkdocs.yml or
    conf.py.

    \b
    Examples:
      visuals init
      visuals init blog --site hugo
      visuals init --plugin
      visuals init --hooks --workflow
    """
    from pipeline import files
    from pipeline.authoring import plugins, sites

    chosen = sites.placed(sites.named(site) if site else sites.detected(folder), folder)
    settings = sites.settings(chosen, folder)
    written = [(os.path.normpath(path), text) for path, text in _files(folder, settings, hooks, workflow)]
    kept = [path for path, _ in written if os.path.lexists(path)]
    added = plugins.added(chosen.name, folder) if plugin else None
    for path, text in [(path, text) for path, text in written if path not in kept] + ([added] if added else []):
        files.write_atomically(path, text.encode())
    fates = {path: "kept: it is there already" if path in kept else "made" for path, _ in written}
    fates |= {os.path.normpath(added[0]): "our plugin added"} if added else {}
    to_do = [*filter(None, [chosen.also]), *plugins.to_do(chosen.name, folder)]
    inside = "" if os.path.realpath(folder) == os.path.realpath(os.curdir) else f"cd {folder} && "
    following = f"{inside}visuals build"
    if as_json:
        say_json({"site": chosen.name, "files": fates, "to_do": to_do, "next": following})
        return
    say(*(f"{path}  {fate}" for path, fate in fates.items()), *(f"to do: {each}" for each in to_do))
    say(f"site: {chosen.name}. Next: {following}")


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
