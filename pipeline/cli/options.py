"""Options that several commands have, with one name and one meaning; a path is given by one of these alone."""

from __future__ import annotations

from collections.abc import Callable

import click

STANDARD = "-"  # standard input as a spec or an article, standard output as a file
BESIDE_SPECS = "output/ beside specs/"
MEANT = {  # names that other programs or older versions have for an option, and what to do here
    "--pictures": "weave and snippet find the pictures where `output` in visuals.toml says; elsewhere it is -o",
    **dict.fromkeys(("--out", "--outdir", "--out-dir", "--output-dir", "--dest"), "it is -o, --output"),
    **dict.fromkeys(("--spec", "--specs-dir", "--input"), "it is --specs, or a place after the command's name"),
    **dict.fromkeys(("--from", "--base"), "it is --beside, the folder of the page that the figure is for"),
}


def output(
    meaning: str, default: str | None = None, *, takes_stream: bool = False, required: bool = False
) -> Callable[[click.decorators.FC], click.decorators.FC]:
    """The option `-o`, `--output`: where what a command makes goes, or lies; `-` only where it makes one file."""
    about = f"{meaning}  [default: {default}]" if default else meaning
    callback = None if takes_stream else _no_stream
    return click.option("-o", "--output", type=click.Path(), callback=callback, required=required, help=about)


def specs(meaning: str) -> Callable[[click.decorators.FC], click.decorators.FC]:
    """The option `--specs`, by default the folder of the project's specs."""
    return click.option(
        "--specs", type=click.Path(), callback=_specs, help=f"{meaning}  [default: specs/ of the project]"
    )


def url(default: str) -> Callable[[click.decorators.FC], click.decorators.FC]:
    """The option `--url`: where a site has the pictures."""
    about = f"Address of the pictures on the site, such as /img.  [default: {default}]"
    return click.option("--url", metavar="URL", help=about)


def cluster(command: click.decorators.FC) -> click.decorators.FC:
    """The option `--cluster`: the address of a Dask scheduler."""
    meaning = "Render on a Dask cluster, such as tcp://scheduler:8786; --jobs is then what is in flight."
    return click.option("--cluster", metavar="ADDRESS", default="", help=meaning)(command)


def as_json(command: click.decorators.FC) -> click.decorators.FC:
    """The option `--json`: the same for other programs."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")(command)


def _no_stream(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    if value == STANDARD:
        fact = "expected a folder, found standard output, which takes one file: `visuals render SPEC -o -`"
        raise click.BadParameter(fact)
    return value


def _specs(context: click.Context, option: click.Parameter, value: str | None) -> str:
    from pipeline import project

    return project.specs() if value is None else value
