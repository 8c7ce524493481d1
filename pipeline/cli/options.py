"""Options that several commands have, with one name and one meaning."""

from __future__ import annotations

from collections.abc import Callable

import click


def specs(meaning: str) -> Callable[[click.decorators.FC], click.decorators.FC]:
    """The option `--specs`, by default the folder of the project's specs."""
    return click.option(
        "--specs", type=click.Path(), callback=_specs, help=f"{meaning}  [default: specs/ of the project]"
    )


def cluster(command: click.decorators.FC) -> click.decorators.FC:
    """The option `--cluster`: the address of a Dask scheduler."""
    meaning = "Render on a Dask cluster, such as tcp://scheduler:8786; --jobs is then what is in flight."
    return click.option("--cluster", metavar="ADDRESS", default="", help=meaning)(command)


def as_json(command: click.decorators.FC) -> click.decorators.FC:
    """The option `--json`: the same for other programs."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")(command)


def _specs(context: click.Context, option: click.Parameter, value: str | None) -> str:
    from pipeline import project

    return project.specs() if value is None else value
