"""`visuals clean`: remove the pictures that no spec makes any more."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from pipeline.cli import options
from pipeline.cli.printing import exit_code, report_errors, say, say_json
from pipeline.prose import counted

if TYPE_CHECKING:
    from pipeline.build.cleaning import Leftover


@click.command()
@options.output("Folder of the pictures.", "output/ of the project")
@click.option("--dry-run", is_flag=True, help="Say what would be removed, and remove nothing.")
@click.option("--force", is_flag=True, help="Remove those that would stay too.")
@options.as_json
def clean(output: str | None, dry_run: bool, force: bool, as_json: bool) -> None:
    """Remove the pictures that no spec makes any more: its file is gone, or it asks for other sizes and themes.

    Only files that the folder's manifest names are removed, and none that was altered since it was made, or whose
    spec lay in a folder all of which is missing.

    \b
    Examples:
      visuals clean --dry-run
      visuals clean
      visuals clean -o pictures
    """
    from pipeline import project
    from pipeline.build import manifest
    from pipeline.build.cleaning import leftovers, remove
    from pipeline.errors import PipelineError

    folder = output or project.pictures()
    if not os.path.isdir(folder):
        _refuse_missing(folder, is_named=output is not None)
    folders = manifest.below(folder)
    found = [each for kept in folders for each in leftovers(kept)]
    unwanted = [each for each in found if force or not (each.is_altered or each.missing_folder)]
    errors: list[PipelineError] = []
    if not dry_run:
        for kept in reversed(folders):  # the inner ones first
            try:
                remove(kept, [each for each in unwanted if os.path.dirname(each.path) == kept], kept != folder)
            except PipelineError as error:
                errors.append(error)
    there = [each for each in unwanted if each.is_there]
    stay = [each for each in found if each.is_there and each not in unwanted]
    if as_json:
        keys = {"would_remove" if dry_run else "removed": [each.path for each in there]}
        kept_on = [{"path": each.path, "reason": _why(each)} for each in stay]
        say_json({**keys, "stay": kept_on, "problems": [told.keys() for error in errors for told in error.problems]})
    else:
        say(*(each.path for each in there))
        say(*(f"{each.path}  stays: {_why(each)}; --force removes it" for each in stay))
        report_errors(errors)
        say(f"{counted(len(there), 'picture')} {'would be removed' if dry_run else 'removed'}")
    if errors:
        click.get_current_context().exit(exit_code(errors))


def _refuse_missing(folder: str, *, is_named: bool) -> None:
    """Raise SpecError for a folder of pictures that was named and is not there, and outside of any project."""
    from pipeline.build import spec_paths
    from pipeline.errors import Problem, SpecError

    if is_named:
        raise SpecError(Problem(f"{folder}: there is no such folder", hint="name the one that holds the pictures"))
    spec_paths(())


def _why(kept: Leftover) -> str:
    """Why a picture stays that no spec makes any more."""
    if kept.missing_folder:
        return f"{kept.missing_folder}/, the folder of its spec, is not there"
    return "it is not the file that was made"
